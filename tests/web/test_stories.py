"""The board of a story as a page, over the demo's own reports as a tiny matcher joins them."""

from __future__ import annotations

from store.example_records import TEXT, depot_record
from web.conftest import tree


def test_stories_that_one_report_tells_are_not_listed(browser):
    assert browser.get("/stories").status_code == 200


def test_a_storys_page_shows_who_says_what_and_what_it_rests_on(browser, filled):
    page = browser.get(f"/story/{filled.report('depot.txt').key}")
    found = tree(page)
    assert page.status_code == 200
    assert "nobody was hurt" in found.text
    ids = {known["id"] for _, known in found.elements if "id" in known}
    assert {"asserted", "denied", "time", "origins"} <= ids
    assert {a["href"][1:] for a in found.all("a") if a["href"].startswith("#")} <= ids


def test_a_story_that_is_not_there_is_told(browser):
    assert browser.get("/story/none").status_code == 404


def test_a_page_does_not_wait_for_a_whole_ledger_to_be_matched(browser, monkeypatch):
    monkeypatch.setattr("according.store.Ledger.waiting", lambda self: 5000)
    answer = browser.get("/stories")
    assert answer.status_code == 503
    assert "according match" in answer.text


def test_a_board_is_made_anew_when_something_was_read(browser, filled):
    key = filled.report("depot.txt").key
    before = browser.get(f"/story/{key}").text
    assert browser.get(f"/story/{key}").text == before
    filled.add(depot_record(TEXT + "More later.\n", path="copy.txt", publisher="The Gulf Herald"))
    assert "The Gulf Herald" in browser.get(f"/story/{key}").text
