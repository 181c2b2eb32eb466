"""The commands that look across reports: match, origins, stories, relations, judge, grade; and what reading matches."""

from __future__ import annotations

import json

import pytest

from according.demo.archive import invented
from according.store import Ledger, matcher

FERRY = """\
{town} ferry {boat} sinks off {coast}, {count} rescued

{town}, {day} - The ferry {boat} sank off {coast} on Tuesday evening and {count} passengers were rescued by fishermen,
harbour master Selin Aksu said. The ferry had left {town} with a broken bilge pump, she told reporters on the quay.

The shipping line of {boat} denied that the bilge pump was broken. Divers will look at the wreck on {coast} tomorrow.
"""


def ferry(**known):
    return FERRY.format(**{"town": "Bodrum", "boat": "Martı", "coast": "Karaada", "count": 41, "day": "June 3"} | known)


@pytest.fixture
def ferries(folder, run):
    """A ledger with a wire's report, an outlet that prints it, and one of another ferry, a year later."""
    (folder / "wire.txt").write_text(ferry(), encoding="utf-8")
    (folder / "daily.txt").write_text(ferry() + "\nPrinted with permission.\n", encoding="utf-8")
    other = ferry(town="Ayvalık", boat="Yunus", coast="Cunda", count=9)
    (folder / "later.txt").write_text(" ".join(reversed(other.split(" "))), encoding="utf-8")
    assert run("read", "wire.txt", "daily.txt", "--published", "2021-06-03").status == 0
    assert run("read", "later.txt", "--published", "2022-08-19").status == 0
    return folder


def lines(result):
    assert result.status == 0, result.errors
    return [json.loads(line) for line in result.output.splitlines()]


def key(name):
    with Ledger.open("according.db") as ledger:
        return ledger.report(name).key


def report_id(name):
    with Ledger.open("according.db") as ledger:
        return ledger.report(name).record.report.id


def test_what_is_read_is_matched_at_once(ferries, run):
    with Ledger.open("according.db") as ledger:
        assert ledger.waiting() == 0
        assert ledger.counts() == (2, 2)


def test_origins_are_shown_with_their_reasons(ferries, run):
    result = run("origins")
    assert "2 reports of one origin" in result.output
    assert "copy" in result.output
    assert "later.txt" not in result.output
    assert result.errors == "2 origins, 3 reports in according.db.\n"
    assert "later.txt" in run("origins", "--all").output or "Cunda" in run("origins", "--all").output


def test_origins_as_json_are_as_the_contract_says(ferries, run):
    both, alone = lines(run("origins", "--format", "jsonl"))
    assert set(both) == {"origin", "reports", "reasons"}
    assert set(both["reports"]) == {report_id("wire.txt"), report_id("daily.txt")}
    assert both["reasons"][0]["rule"] == "copy"
    assert alone == {"origin": key("later.txt"), "reports": [report_id("later.txt")], "reasons": []}
    assert lines(run("origins", "--story", "later.txt", "--format", "jsonl")) == [alone]


def test_stories_are_listed_with_what_they_rest_on(ferries, run):
    result = run("stories")
    assert result.errors == "2 stories, 3 reports in according.db.\n"
    assert run("stories", "--reports", "2").errors == "1 story, 2 reports in according.db.\n"


def test_stories_as_json_are_as_the_contract_says(ferries, run):
    story, _ = lines(run("stories", "--format", "jsonl"))
    wanted = "story reports events claims independent_origins asserted_by denied_by timeline"
    assert set(wanted.split()) <= set(story)
    assert story["story"] in {key("wire.txt"), key("daily.txt")}
    assert set(story["reports"]) == {report_id("wire.txt"), report_id("daily.txt")}
    assert story["independent_origins"] == 1


def test_relations_as_json_are_as_the_contract_says(ferries, run):
    found = lines(run("relations", "--format", "jsonl"))
    assert found
    wanted = {"from", "to", "relation", "hedge_loss", "reasons", "decided_by"}
    assert all(wanted <= set(relation) for relation in found)
    assert {relation["from"]["report"] for relation in found} <= {report_id("wire.txt"), report_id("daily.txt")}
    assert run("relations", "--story", "later.txt").errors == "0 relations in according.db.\n"
    assert run("relations", "--kind", "denies").status == 0
    assert run("relations").output


def test_a_judgement_is_followed_listed_and_withdrawn(ferries, run):
    told = run(
        "judge", "wire.txt", "daily.txt", "--different", "--of", "origin", "--by", "Ana", "--note", "own pictures"
    )
    assert told.errors == f"{key('wire.txt')} and {key('daily.txt')}: not one origin, by Ana.\n"
    assert len(lines(run("origins", "--format", "jsonl"))) == 3
    assert "own pictures" in run("judge", "--list").output
    assert run("match", "--again").errors == "Matched 3 reports: now 2 stories, 3 origins in according.db.\n"
    assert "Withdrawn" in run("judge", "wire.txt", "daily.txt", "--withdraw", "--of", "origin", "--by", "Ben").errors
    assert len(lines(run("origins", "--format", "jsonl"))) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["wire.txt", "gone.txt", "--same", "--by", "Ana"], 1, "gone.txt: found no such report"),
        (["wire.txt", "wire.txt", "--same", "--by", "Ana"], 1, "found the same report, expected two"),
        (["wire.txt", "later.txt", "--withdraw", "--by", "Ana"], 1, "according judge --list"),
        (["wire.txt", "later.txt", "--same"], 2, "--by NAME"),
        (["wire.txt", "later.txt", "--by", "Ana"], 2, "expected one of --same, --different and --withdraw"),
        (["wire.txt", "--same", "--by", "Ana"], 2, "expected two reports"),
    ],
)
def test_a_judgement_that_cannot_be_made_says_what_to_type(ferries, run, arguments, status, told):
    result = run("judge", *arguments)
    assert result.status == status
    assert told in " ".join(result.errors.replace("│", " ").split())


def test_a_grade_is_kept_and_shown_the_last_one_first(depot, run):
    assert run("grade", "bay daily", "--grade", "c3", "--by", "Ana").errors == "Bay Daily: C3, by Ana.\n"
    assert run("grade", "Bay Daily", "--grade", "B2", "--by", "Ben", "--note", "corrects itself").status == 0
    shown = run("grade", "Bay Daily")
    assert shown.output.index("B2") < shown.output.index("C3")
    assert shown.errors == "2 grades in according.db.\n"
    assert "found 'Z9', expected a letter from A to F" in run("grade", "Bay Daily", "--grade", "Z9", "--by", "A").errors
    assert "found nobody of this name" in run("grade", "Moon Times", "--grade", "B2", "--by", "A").errors
    assert run("grade", "Bay Daily", "--grade", "B2").status == 2


def test_reading_does_not_fail_because_matching_does(folder, run, monkeypatch):
    class Broken:
        version = "broken"

        def profile(self, record):
            raise AssertionError

        def __getattr__(self, name):
            raise RuntimeError("no such wheel")

    monkeypatch.setattr("according.store.opening.default", Broken)
    (folder / "wire.txt").write_text(ferry(), encoding="utf-8")
    result = run("read", "wire.txt")
    assert result.status == 0
    assert "could not be matched" in result.errors or "Matching failed" in result.errors
    monkeypatch.undo()
    with Ledger.open(folder / "according.db") as ledger:
        assert len(list(ledger.stories())) == 1


def test_all_that_is_asked_across_reports_needs_a_ledger(folder, run):
    for command in ("origins", "stories", "relations", "match", "grade"):
        result = run(command)
        assert result.status == 1
        assert "according read" in result.errors


def test_an_invented_archive_is_grouped_the_same_in_any_order(tmp_path):
    records = list(invented(120, seed=7))
    found = []
    for number, order in enumerate((records, records[::-1], records[1::2] + records[::2])):
        with Ledger.open(tmp_path / f"{number}.db", create=True, matcher=matcher.default()) as ledger:
            for done, record in enumerate(order):
                ledger.add(record)
                if number == 1 and done % 25 == 0:
                    ledger.match()
            stories = {story.reports: (story.origins, story.independent_origins) for story in ledger.stories()}
            found.append((stories, {origin.reports for origin in ledger.origins()}))
    assert found[0] == found[1] == found[2]
    assert max(len(reports) for reports in found[0][0]) > 5
    assert len(found[0][1]) > len(found[0][0])


def test_the_bench_of_matching_says_how_the_time_grows(run):
    result = run("bench", "--match", "200")
    assert result.status == 0
    assert "200 reports" in result.errors
    assert "ms a report" in result.output
