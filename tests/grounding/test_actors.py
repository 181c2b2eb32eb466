"""Golden cases of `actors.resolve`, and what holds for every phrase and for the tables."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.grounding.actors import people, resolve, tables
from according.grounding.actors.dates import Stretch, day_of
from according.vocabulary import ROLE_STATUSES, SECTORS
from golden_cases import cases

NO_STATE = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC"}


@pytest.mark.parametrize("case", cases("grounding/actors.toml"))
def test_a_phrase_means_whom_the_case_says(case: dict[str, Any]) -> None:
    actor = resolve(case["text"], case.get("date"))
    if case.get("nothing"):
        assert actor is None
        return
    assert actor is not None
    for field, key in (("name", "name"), ("country", "country"), ("role", "role"), ("role_status", "status")):
        if key in case:
            assert (getattr(actor, field) or "") == case[key], field
    if "sectors" in case:
        assert list(actor.sectors) == case["sectors"]
    if "first" in case:
        assert actor.sectors[:1] == (case["first"],)


@given(st.text(max_size=60), st.sampled_from([None, "", "today", "2015-01-01", "2015"]))
def test_any_text_is_answered_in_the_vocabulary(phrase: str, date: str | None) -> None:
    actor = resolve(phrase, date)
    if actor is not None:
        assert actor.country is None or len(actor.country) == 3
        assert set(actor.sectors) <= set(SECTORS)
        assert actor.role_status in (None, *ROLE_STATUSES)
        assert actor.country or actor.sectors


@given(st.sampled_from([person for block in tables.own("offices.toml")["office"] for person, *_ in block["held"]]))
def test_without_a_date_no_office_is_claimed(name: str) -> None:
    actor = resolve(name)
    assert actor is None or actor.role_status is None


def test_the_tables_hold_sectors_countries_and_dates_that_are_known() -> None:
    read = tables.own("offices.toml")
    codes = set(tables.table("countries.toml")) | NO_STATE
    for block in read["office"]:
        assert block["country"] in codes
        assert set(block["sectors"]) <= set(SECTORS)
        for name, *dates in block["held"]:
            days = [date for date in dates[:2] if date]
            assert all(day_of(date) for date in days), name
            assert len(days) < 2 or days[0][:4] <= days[1][:4], name
    for row in tables.own("organisations.toml")["organisations"]:
        assert row.get("country") in codes | {None}
        assert set(row["sectors"]) <= set(SECTORS)


def test_every_other_spelling_belongs_to_somebody() -> None:
    read = tables.own("offices.toml")
    assert set(read["also"]) <= {name for block in read["office"] for name, *_ in block["held"]}


def test_offices_of_one_holder_overlap_for_no_more_than_a_month() -> None:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for block in tables.own("offices.toml")["office"]:
        group = people.group_of(block["role"])
        if group in ("president", "prime minister", "foreign minister", "defence minister", "monarch"):
            for name, start, *end in block["held"]:
                stop = (end[0] if end else "") or "9999"
                held.setdefault((block["country"], block["role"]), []).append((start, stop, name))
    for office, rows in held.items():
        rows.sort()
        for (_, end, before), (start, _, after) in zip(rows, rows[1:], strict=False):
            assert end[: len(start)] <= start[: len(end)] or (before, after) == ("Yahya Jammeh", "Adama Barrow"), (
                office,
                before,
                after,
            )


@given(st.dates(), st.dates(), st.dates())
def test_a_day_within_full_dates_is_never_doubtful(first: object, second: object, day: object) -> None:
    start, end = sorted((str(first), str(second)))
    assert Stretch(start=start, end=end).at(str(day)) in ("before", "within", "after")
