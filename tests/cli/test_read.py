"""`according read`: what is read, what is told, what is kept."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from according.cli import runs
from according.contract import from_dict, to_dict
from according.store import ClaimFilter, Ledger, sqlite
from cli.stub_reader import StubReader
from store.example_records import TEXT

STUB = Path(__file__).with_name("stub_reader.py")


def records(result):
    return [json.loads(line) for line in result.output.splitlines()]


def texts(result):
    return [record["report"]["text"].strip() for record in records(result)]


@pytest.fixture
def reports(folder):
    """A folder of reports, and things that are none."""
    for name, words in {
        "b.txt": "The road is open.",
        "a.txt": "The bridge is open.",
        "deep/er/c.txt": "The pass is open.",
        ".hidden.txt": "Nobody sees this.",
        ".git/d.txt": "Nobody sees that.",
    }.items():
        path = folder / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
    return folder / "reports"


# --- what the paths mean ------------------------------------------------------------------


def test_a_record_is_printed_as_the_contract_says_and_no_ledger_is_made(folder, run):
    (folder / "depot.txt").write_text(TEXT)
    result = run("read", "depot.txt", "--format", "jsonl")
    (record,) = records(result)
    assert result.status == 0
    assert to_dict(from_dict(record)) == record
    assert record["report"]["path"] == "depot.txt"
    assert [path.name for path in folder.iterdir()] == ["depot.txt"]


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden(reports, run):
    assert texts(run("read", "reports", "--format", "jsonl")) == [
        "The bridge is open.",
        "The road is open.",
        "The pass is open.",
    ]


def test_paths_keep_their_order(reports, run):
    assert texts(run("read", "reports/b.txt", "reports/a.txt", "--format", "jsonl")) == [
        "The road is open.",
        "The bridge is open.",
    ]


def test_the_ledger_in_a_folder_of_reports_is_no_report(reports, run):
    for _ in range(2):
        result = run("read", "reports", "--db", "reports/according.db")
        assert (result.status, result.errors.count("open")) == (0, 0)


def test_standard_input_is_read(folder, run, monkeypatch):
    class Typed:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Typed)
    (record,) = records(run("read", "-", "--format", "jsonl", "--published", "2024-05-04", "--publisher", "Gulf Post"))
    assert record["report"]["published"] == "2024-05-04"
    assert record["report"]["publisher"] == "Gulf Post"


def test_a_manifests_rows_are_read_and_know_better_than_the_options(reports, run):
    rows = [
        {"path": "a.txt", "publisher": "Bay Daily"},
        {"text": "The port is open.", "url": "https://news.example/port"},
        {"path": "nowhere.txt"},
        {"neither": 1},
        {"path": "b.txt"},
    ]
    (reports / "all.jsonl").write_text("\n".join(map(json.dumps, rows)))
    result = run("read", "reports/all.jsonl", "--publisher", "Gulf Post", "--format", "jsonl")
    assert texts(result) == ["The bridge is open.", "The port is open.", "The road is open."]
    assert [record["report"]["publisher"] for record in records(result)] == ["Bay Daily", "Gulf Post", "Gulf Post"]
    assert [record["report"]["path"] for record in records(result)] == ["reports/a.txt", None, "reports/b.txt"]
    assert result.status == 1
    assert "reports/nowhere.txt: no such file" in result.errors
    assert "reports/all.jsonl, line 4" in result.errors


# --- what cannot be read ------------------------------------------------------------------


def test_what_cannot_be_read_is_told_and_noted_and_the_others_go_on(reports, run):
    (reports / "aa.txt").touch()
    result = run("read", "nowhere.txt", "reports")
    assert result.status == 1
    assert "nowhere.txt: no such file or directory, expected a file that may be read.\nCheck" in result.errors
    assert "reports/aa.txt: found nothing.\nCheck it." in result.errors
    assert "5 reports: 3 new, 2 could not be read; what was read is kept in according.db." in result.errors
    with closing(sqlite3.connect("according.db")) as connection:
        noted = connection.execute("SELECT error FROM rejections ORDER BY number").fetchall()
    assert noted == [("UnreadableFile",), ("EmptyReport",)]
    assert result.output.count("open") == 0
    assert result.output.count("new") == 3


def test_an_error_of_standard_input_names_it(run, monkeypatch):
    class Typed:
        buffer = io.BytesIO(b"")

    monkeypatch.setattr(sys, "stdin", Typed)
    assert "standard input: found nothing" in run("read", "-").errors


def test_a_file_of_200_megabytes_is_refused_unread(folder, run):
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    result = run("read", "huge.txt")
    assert result.status == 1
    assert "huge.txt: found 200,000,000 bytes, expected at most 10,000,000" in result.errors


def test_a_folder_without_files_is_told(folder, run):
    (folder / "empty").mkdir()
    assert "empty: found a folder without files" in run("read", "empty").errors


def test_a_file_that_may_not_be_opened_is_told(reports, run, monkeypatch):
    allowed = Path.open

    def some(path, *rest, **options):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return allowed(path, *rest, **options)

    monkeypatch.setattr(Path, "open", some)  # root, who often runs tests, is forbidden nothing
    result = run("read", "reports")
    assert result.status == 1
    assert "reports/a.txt: permission denied, expected a file that may be read" in result.errors
    assert "2 new" in result.errors


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "--published", "yesterday"],
        ["read", "a.txt", "--format", "xml"],
        ["claims", "--stance", "shouted"],
        ["claims", "--country", "Russia"],
        ["claims", "--since", "May"],
        ["claims", "--limit", "0"],
        ["show"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_2(run, arguments):
    result = run(*arguments)
    assert result.status == 2
    assert "Usage: according" in result.errors


# --- reading again ------------------------------------------------------------------------


def test_reading_again_reads_nothing_and_prints_the_same(reports, run):
    first = run("read", "reports", "--format", "jsonl", "--db", "x.db")
    again = run("read", "./reports", "--format", "jsonl", "--db", "x.db")
    assert again.output == first.output
    (record,) = records(run("read", "./reports/a.txt", "--format", "jsonl", "--db", "x.db"))
    assert record["report"]["path"] == "./reports/a.txt"
    assert len(StubReader.read_so_far) == 3
    assert "3 reports: 3 known already." in run("read", "reports", "--db", "x.db").errors


def test_what_changed_is_read_again(reports, run, monkeypatch):
    run("read", "reports")
    (reports / "a.txt").write_text("The bridge is closed.")
    assert "3 reports: 2 known already, 1 changed since" in run("read", "reports").errors
    assert "1 read anew by this release" in run("read", "reports/b.txt", "--published", "2024-05-03").errors
    monkeypatch.setenv("STUB_RELEASE", "stub 2")
    assert "3 reports: 3 read anew by this release." in run("read", "reports").errors


def test_the_environment_names_the_ledger(reports, run, monkeypatch):
    monkeypatch.setenv("ACCORDING_DB", "else.db")
    result = run("read", "reports", "--format", "jsonl")
    assert len(records(result)) == 3
    assert "3 claims in else.db" in run("claims").errors


# --- stopped half way ---------------------------------------------------------------------


def stub(*arguments, **environment):
    return subprocess.Popen(
        [sys.executable, str(STUB), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(STUB.parent.parent), **environment},
        # a shell has programs that it starts in the background ignore Ctrl-C, and these tests may be one
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )


def test_after_ctrl_c_what_was_read_is_kept_and_the_rest_can_be_resumed(reports, run):
    (reports / "aa.txt").write_text("Here somebody presses Ctrl-C.")
    process = stub("read", "reports", STUB_INTERRUPTED="1")
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGINT
    assert "Interrupted: 1 of 4 reports read; what was read is kept in according.db.\nRun the same command" in errors
    assert "Traceback" not in errors
    assert output.count("new") == 1
    with Ledger.open("according.db") as ledger:
        assert [claim.content for claim in ledger.claims()] == ["The bridge is open."]
    assert "4 reports: 3 new, 1 known already." in run("read", "reports").errors
    assert len(StubReader.read_so_far) == 3


def test_after_ctrl_c_without_a_ledger_nothing_is_said_to_be_kept(reports, run):
    (reports / "aa.txt").write_text("Here somebody presses Ctrl-C.")
    output, errors = stub("read", "reports", "--format", "jsonl", STUB_INTERRUPTED="1").communicate(timeout=60)
    assert len(output.splitlines()) == 1
    assert "nothing is kept without --db" in errors


def test_a_reader_of_the_output_may_leave_early(folder):
    (folder / "many.jsonl").write_text('{"text": "The bridge is open."}\n' * 3000)
    process = stub("read", "many.jsonl", "--format", "jsonl")
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.wait(timeout=60)
    assert "Traceback" not in errors
    assert "Exception" not in errors
    process.stderr.close()


def test_a_locked_ledger_is_told(reports, run, monkeypatch):
    run("read", "reports/a.txt")
    monkeypatch.setattr(Ledger, "open", partial(Ledger.open, wait_s=0.1))
    with closing(sqlite3.connect("according.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("read", "reports")
    assert result.status == 1
    assert "Stopped: 1 of 3 reports read; what was read is kept in according.db." in result.errors
    assert "according.db: locked by another process for 0.1 seconds; nothing was changed.\nWait" in result.errors
    assert "2 new" in run("read", "reports").errors


def test_a_full_disk_is_told_and_the_rest_can_be_resumed(reports, run, monkeypatch):
    (reports / "aa.txt").write_text("A very long report. " * 20_000)
    run("read", "reports/b.txt")
    with monkeypatch.context() as full:
        full.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "max_page_count = 60"))
        result = run("read", "reports")
    assert result.status == 1
    assert "Stopped: 1 of 4 reports read" in result.errors
    assert "according.db: no room on the disk" in result.errors
    assert "2 new, 2 known already" in run("read", "reports").errors
    with Ledger.open("according.db") as ledger:
        assert not ledger.verify().faults
        assert len(list(ledger.claims(ClaimFilter(words="open")))) == 3


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_text("no database"), "found a file that is no SQLite database"),
        (lambda path: path.mkdir(), "is a directory"),
    ],
)
def test_what_is_no_ledger_is_told_before_anything_is_read(reports, run, make, message):
    make(Path("other.db"))
    result = run("read", "reports", "--db", "other.db")
    assert result.status == 1
    assert f"other.db: {message}" in result.errors
    assert not StubReader.read_so_far


def test_a_ledger_of_a_later_release_is_told(depot, run):
    with closing(sqlite3.connect("according.db")) as connection, connection:
        connection.execute("INSERT INTO according_schema VALUES (99, '2031.1.0', '2031-01-01')")
    for command in (["read", "depot.txt"], ["claims"], ["verify"]):
        result = run(*command)
        assert result.status == 1
        assert "found schema 99, written by According 2031.1.0" in result.errors


def test_a_bar_is_shown_when_somebody_looks_on(reports, run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    asked = []
    real = runs.Progress
    monkeypatch.setattr(runs, "Progress", lambda *columns, **options: asked.append(1) or real(*columns, **options))
    run("read", "reports")
    run("read", "reports/a.txt")
    assert len(asked) == 1
