"""The commands that lay out what stands across reports: story, diff and track."""

from __future__ import annotations

import json

import pytest

from store.example_records import TEXT


@pytest.fixture(params=["80", "120"])
def width(request, monkeypatch):
    monkeypatch.setenv("COLUMNS", request.param)
    return int(request.param)


def test_a_story_shows_who_asserts_who_denies_and_what_it_rests_on(depot, run, width):
    shown = run("story", "depot.txt")
    assert shown.status == 0, shown.errors
    words = " ".join(shown.output.split())
    assert "ASSERTED three port officials" in words
    assert "DENIED" in words
    assert "What it rests on: 1 report, 1 origin" in words
    assert max(map(len, shown.output.splitlines())) <= width


def test_a_story_ends_with_what_it_rests_on(depot, run):
    assert "1 report, 1 origin" in run("story", "depot.txt").output.rstrip().splitlines()[-2]


def test_what_is_new_is_shown_from_the_day_that_is_asked_for(depot, run):
    assert "Since 2024-05-01" in run("story", "depot.txt", "--since", "2024-05-01").output
    assert "Nothing new." in run("story", "depot.txt", "--since", "2999-01-01").output
    assert run("story", "depot.txt", "--since", "yesterday").status == 0


def test_a_day_that_is_none_is_wrong_usage(depot, run):
    refused = run("story", "depot.txt", "--since", "last week")
    assert refused.status == 2
    assert "yesterday or a day like 2024-05-17" in " ".join(refused.errors.replace("│", " ").split())


def test_a_story_is_one_line_of_json(depot, run):
    (line,) = run("story", "depot.txt", "--format", "jsonl", "--since", "2024-05-01").output.splitlines()
    told = json.loads(line)
    assert {
        "story",
        "reports",
        "events",
        "claims",
        "independent_origins",
        "asserted_by",
        "denied_by",
        "timeline",
    } <= set(told)
    assert told["since"]["day"] == "2024-05-01"


def test_a_report_that_is_not_there_has_no_story(depot, run):
    refused = run("story", "nowhere.txt")
    assert refused.status == 1
    assert "nowhere.txt" in refused.errors


def test_control_characters_of_a_report_do_not_reach_the_terminal(depot, run):
    (depot / "trick.txt").write_text("A depot \x1b[2J burned, and that was all of it.\n")
    assert run("read", "trick.txt").status == 0
    for command in (("story", "trick.txt", "--all"), ("diff", "depot.txt", "trick.txt")):
        assert "\x1b[2J" not in run(*command).output


def test_two_versions_are_compared_by_the_path_they_share(depot, run, width):
    (depot / "depot.txt").write_text(TEXT.replace("Work goes on at the terminal.", "Work has stopped."))
    assert run("read", "depot.txt").status == 0
    shown = run("diff", "depot.txt")
    assert shown.status == 0, shown.errors
    assert "+ added" in shown.output
    assert "- lost" in shown.output
    assert max(map(len, shown.output.splitlines())) <= width


def test_two_reports_are_compared_where_two_are_named(depot, run):
    (depot / "other.txt").write_text("A fuel depot burned for two days.\n")
    assert run("read", "other.txt").status == 0
    told = json.loads(run("diff", "depot.txt", "other.txt", "--format", "jsonl").output)
    assert set(told) == {"before", "after", "fields", "added", "lost", "changed", "kept", "reread"}


def test_one_version_alone_cannot_be_compared(depot, run):
    refused = run("diff", "depot.txt")
    assert refused.status == 1
    assert "one version" in refused.errors


def test_a_source_of_few_claims_cannot_be_judged(depot, run, width):
    shown = run("track", "energy ministry", "--all")
    assert shown.status == 0, shown.errors
    assert "proposed reliability: F" in shown.output
    assert "cannot be judged" in " ".join(shown.output.split())
    assert max(map(len, shown.output.splitlines())) <= width


def test_a_record_of_a_source_is_json(depot, run):
    (line,) = run("track", "energy ministry", "--format", "jsonl").output.splitlines()
    assert json.loads(line)["proposed"]["reliability"] == "F"


def test_nobody_of_a_name_is_told_as_nobody(depot, run):
    nobody = run("track", "Nobody At All")
    assert nobody.status == 0
    assert "0 sources" in nobody.errors
