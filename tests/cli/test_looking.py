"""The commands that look: claims, show, why, sources, verify; and the help of all."""

from __future__ import annotations

import json
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from according.cli import app, bench
from according.contract import to_dict
from according.store import Ledger
from cli.stub_reader import StubReader
from store.example_records import depot_record

COMMANDS = (
    "read", "claims", "events", "show", "why", "sources", "verify", "bench",
    "match", "origins", "stories", "relations", "judge", "grade",
)  # fmt: skip
KEY = depot_record().report.id[:8]


def test_claims_are_shown_with_their_chains(depot, run):
    result = run("claims")
    assert f"{KEY}:c1  2024-05-03  Bay Daily > Reuters > three port officials  asserted" in result.output
    assert result.errors == "4 claims in according.db.\n"
    assert result.status == 0


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--source", "reuters"], ["c1"]),
        (["--named"], ["c3"]),
        (["--unnamed"], ["c1", "c2"]),
        (["--country", "TUR"], ["c1", "c3"]),
        (["--stance", "denied"], ["c3"]),
        (["--words", "burning"], ["c1"]),
        (["--since", "2024-05-04"], []),
        (["--until", "2024-05-03", "--limit", "1"], ["c1"]),
        (["--report", "depot.txt", "--named"], ["c3"]),
    ],
)
def test_claims_are_filtered(depot, run, arguments, found):
    result = run("claims", "--format", "jsonl", *arguments)
    assert [json.loads(line)["name"] for line in result.output.splitlines()] == [f"{KEY}:{name}" for name in found]
    assert result.status == 0


def test_a_claims_json_is_the_contracts_with_what_stands_around_it(depot, run):
    row = json.loads(run("claims", "--stance", "denied", "--format", "jsonl").output)
    assert row["claim"] == to_dict(depot_record())["claims"][2]
    assert row["sources"] == ["Bay Daily", "The Turkish energy ministry"]
    assert row["words"] == "there was a fire"
    assert row["report"] == depot_record().report.id


def test_a_report_is_shown_with_brackets_where_there_are_no_colours(depot, run):
    shown = " ".join(run("show", "depot.txt").output.split())
    assert "c1 [A fuel depot burned for two days], {three port" in shown
    assert "<denied> that c3 [there was a fire]." in shown
    assert "c3 Bay Daily > The Turkish energy ministry · " in run("show", KEY).output
    assert "\x1b" not in shown


def test_a_report_is_shown_in_colours_on_a_terminal(depot, run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = run("show", "depot.txt").output
    assert "\x1b[32mthere was a fire\x1b[0m" in shown
    assert "\x1b[33mdenied\x1b[0m" in shown
    assert "[A fuel depot" not in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[A fuel depot" in run("show", "depot.txt").output


def test_narrow_terminals_get_the_chains_below_each_paragraph(depot, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "70")
    assert "\n    c3 Bay Daily > The Turkish energy ministry · denied\n" in run("show", "depot.txt").output


def test_a_report_cannot_write_over_the_terminal(folder, run):
    (folder / "evil.txt").write_text("The bridge \x1b[2J\x1b]0;gone\x07 [bold]is[/bold] open.")
    run("read", "evil.txt")
    for command in (["show", "evil.txt"], ["claims"]):
        shown = run(*command).output
        assert "\x1b" not in shown
        assert "[bold]is[/bold]" in shown


def test_the_reasons_for_a_claim_are_shown(depot, run):
    shown = " ".join(run("why", f"{KEY[:6]}:c3").output.split())
    assert "stance denied attribution: cue 0.93 denied said" in shown
    assert "kept no reasons" in run("why", "depot.txt:c4").errors


def test_sources_are_counted(depot, run):
    shown = " ".join(run("sources").output.split())
    assert "three port officials unnamed TUR 2 0 1" in shown
    rows = [json.loads(line) for line in run("sources", "--format", "jsonl", "--limit", "1").output.splitlines()]
    assert [(row["name"], row["claims"], row["named"]) for row in rows] == [("three port officials", 2, False)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "nowhere.txt"], "nowhere.txt: found no such report"),
        (["why", "depot.txt:c9"], "found no claim 'c9' in this report, only c1 to c4"),
        (["why", "c9"], "expected a claim like 1f6e02aa:c3"),
        (["claims", "--report", "nowhere.txt"], "found no such report"),
        (["claims", "--db", "nowhere.db"], "nowhere.db: found no such file"),
    ],
)
def test_what_is_not_there_is_told(depot, run, arguments, message):
    result = run(*arguments)
    assert (result.status, result.output) == (1, "")
    assert message in result.errors
    assert not (depot / "nowhere.db").exists()


def test_verify_says_that_all_holds_or_what_does_not(depot, run):
    assert run("verify").errors == "1 report, 1 reading, 22 spans in according.db: all hold.\n"
    with closing(sqlite3.connect("according.db")) as connection, connection:
        connection.execute("UPDATE texts SET text = replace(text, 'nobody', 'no-one')")
    result = run("verify")
    assert result.status == 1
    assert re.search(rf"{KEY} +claims/c2/content/0 ", result.output)
    assert "'no-one was hurt', expected 'nobody was hurt'" in result.output
    assert "do not hold" in result.errors


# --- help ---------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_help_holds_examples_that_parse(run, command):
    result = run(command, "--help")
    assert result.status == 0
    made = next(each for each in app.registered_commands if each.name == command)
    lines = re.findall(r"\[cyan\]\s*(.*?)\[/cyan\]", made.epilog)
    assert len(lines) >= 2
    assert lines[0] in result.output
    for line in lines:
        words = shlex.split(re.split(r"[|>&]+", line[line.index("according ") :])[0])
        assert words[1] == command
        options = set(re.findall(r"--[a-z][a-z-]*", result.output))
        assert {word for word in words if word.startswith("--")} <= options


def test_help_lists_all_commands(run):
    shown = run("--help")
    assert shown.status == 0
    assert all(f" {command} " in shown.output for command in COMMANDS)


def test_the_release_is_told(run):
    result = run("--version")
    assert re.fullmatch(r"according \d{4}\.\d+\.\d+\n", result.output)
    assert result.status == 0


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nsys.argv = ['according', '--help']\nfrom according.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'onnxruntime', 'sqlalchemy', 'trafilatura', 'numpy', 'tokenizers', 'lxml'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_module_is_the_command(folder):
    done = subprocess.run([sys.executable, "-m", "according", "claims"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("according.db: found no such file")


def test_an_opened_ledger_is_closed(depot, run):
    run("claims")
    with Ledger.open("according.db") as ledger:
        assert ledger.path.name == "according.db"
    assert not (depot / "according.db-wal").exists()


def test_the_speed_is_measured_on_the_demos_reports(run, monkeypatch):
    class Encoder:
        def score(self, windows):
            return windows

    class Tagger:
        encoder = Encoder()

    monkeypatch.setattr(StubReader, "tagger", Tagger(), raising=False)
    monkeypatch.setattr(bench, "_windows", lambda record, tagger: [])
    monkeypatch.setattr(bench, "_words", lambda records: 1000)
    result = run("bench", "--seconds", "0.1")
    assert result.status == 0
    assert re.search(r"whole path +[\d,]+ +words a second", result.output)
    assert re.search(r"peak memory +\d+ +MB", result.output)
