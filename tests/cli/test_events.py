"""What happened, as the commands show it: events, and the events of claims, reports and reasons."""

from __future__ import annotations

import json

import pytest

from according.contract import to_dict
from store.raid_record import TEXT, raid_record

KEY = raid_record().report.id[:8]


@pytest.fixture
def raid(folder, run):
    """A ledger with the raid's report."""
    (folder / "raid.txt").write_text(TEXT)
    assert run("read", "raid.txt").status == 0
    return folder


def words(shown: str) -> str:
    return " ".join(shown.split())


def test_events_are_shown_with_parties_scene_standing_and_who_tells_of_them(raid, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    result = run("events")
    lines = [words(line) for line in result.output.splitlines()]
    assert (
        f"{KEY}:v1 2024-05-16 Gunmen -> ASSAULT/firearms -> at least six herders Lodwar KEN, 2024-05-14"
        " at least six (killed) certain c1 Bay Daily > a Kenyan officer"
    ) in lines
    assert f"{KEY}:v2 2024-05-16 Gunmen -> ASSAULT/destroy Lodwar KEN~, 2024-05-14~ certain c2 Bay Daily" in lines
    assert f"{KEY}:v3 2024-05-16 Uganda -> AID -> the survivors 2024-W21 probable, planned c3 Bay Daily" in lines
    assert f"{KEY}:v5 2024-05-16 its soldiers -> MOBILIZE/troops negated c4 Bay Daily > Juba" in lines
    assert "~ taken from elsewhere in the report, not from the act's own clause" in lines
    assert result.errors == "5 events in according.db.\n"


def test_the_mark_of_what_is_inherited_is_explained_only_where_it_stands(raid, run):
    assert "~" not in run("events", "--type", "AID").output


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["v1", "v2", "v3", "v4", "v5"]),
        (["--all"], ["v1", "v2", "v3", "v4", "v5", "v6"]),
        (["--type", "statement"], ["v6"]),
        (["--mode", "statement"], ["v6"]),
        (["--type", "ASSAULT", "--mode", "destroy"], ["v2"]),
        (["--quad", "material conflict", "--country", "SSD"], ["v5"]),
        (["--actor", "gunmen", "--recipient", "herders"], ["v1"]),
        (["--place", "Lodwar", "--until", "2024-05-14"], ["v1", "v2"]),
        (["--since", "2024-05-20", "--status", "planned"], ["v3"]),
        (["--words", "tents", "--report", "raid.txt", "--limit", "1"], ["v3"]),
    ],
)
def test_events_are_filtered(raid, run, arguments, found):
    result = run("events", "--format", "jsonl", *arguments)
    assert [json.loads(line)["name"] for line in result.output.splitlines()] == [f"{KEY}:{name}" for name in found]
    assert result.status == 0


def test_an_events_json_is_the_contracts_with_what_stands_around_it(raid, run):
    row = json.loads(run("events", "--mode", "firearms", "--format", "jsonl").output)
    assert row["event"] == to_dict(raid_record())["events"][0]
    assert (row["kind"], row["actors"], row["place"]) == ("ASSAULT", ["Gunmen"], "Lodwar")
    assert row["days"] == ["2024-05-14", "2024-05-14"]
    assert row["claims"] == [{"name": f"{KEY}:c1", "sources": ["Bay Daily", "a Kenyan officer"]}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--type", "ATTACK"], "found 'ATTACK', expected one of: AGREE, CONSULT,"),
        (["--mode", "drones"], "found 'drones', expected one of: visit, third-party,"),
        (
            ["--type", "RETREAT", "--mode", "drone"],
            "expected one of: withdraw, release, disarm, ceasefire, access, resign",
        ),
        (["--mode", "drone", "--type", "AID"], "expected none, for AID has no modes"),
        (["--quad", "5"], "expected one of: verbal cooperation, material cooperation,"),
        (["--status", "past"], "expected one of: current, background,"),
        (["--country", "Kenya"], "expected three letters of ISO 3166"),
        (["--since", "Tuesday"], "expected a day like 2024-05-17"),
    ],
)
def test_a_filter_that_cannot_be_is_wrong_usage_and_names_what_can(raid, run, arguments, message):
    result = run("events", *arguments)
    assert result.status == 2
    assert message in words(result.errors.replace("│", ""))


def test_a_claim_shows_its_events_below_its_words(raid, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("claims").output
    assert "= ASSAULT/firearms Gunmen -> at least six herders\n" in shown.replace("  ", "").replace(" \n", "\n")
    assert "STATEMENT" not in shown


def test_claims_are_found_by_their_events(raid, run):
    rows = [json.loads(line) for line in run("claims", "--event", "aid", "--format", "jsonl").output.splitlines()]
    assert [(row["name"], row["events"]) for row in rows] == [(f"{KEY}:c3", [f"{KEY}:v3"])]
    assert "expected one of: AGREE" in words(run("claims", "--event", "help").errors)


def test_acts_places_times_and_figures_are_marked_where_there_are_no_colours(raid, run):
    shown = run("show", "raid.txt").output
    assert "Gunmen v1 *killed* #at least six# herders near" in shown
    assert "@Lodwar@ on ^Tuesday^" in words(shown)
    assert "<denied>" in shown
    assert "*denied*" not in shown
    assert "\nEvents\nv1 Gunmen -> ASSAULT/firearms -> at least six herders · Lodwar KEN, 2024-05-14 · " in shown
    assert "v6" not in shown


def test_acts_are_red_on_a_terminal(raid, run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = run("show", "raid.txt").output
    assert "\x1b[1;31mkilled\x1b[0m" in shown
    assert "*killed*" not in shown


def test_the_reasons_for_an_event_are_shown(raid, run):
    shown = words(run("why", "raid.txt:v1").output)
    assert "actor Gunmen UAF Gunmen" in shown
    assert "place Lodwar KEN vicinity Lodwar" in shown
    assert "type ASSAULT events: events head 0.90 killed" in shown
    assert "kept no reasons for the event" in run("why", "raid.txt:v2").errors
    assert "found no event 'v9' in this report, only v1 to v6" in run("why", "raid.txt:v9").errors
