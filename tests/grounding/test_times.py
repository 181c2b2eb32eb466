"""Which words are times and what they mean: golden cases and laws."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.grounding.times import times_of
from according.grounding.times.finding import CLOCKS, DAYS
from according.world.lookup import signs_of
from golden_cases import cases, tables
from plain_text import plain

WORDS = [
    "on",
    "in",
    "the",
    "last",
    "next",
    "past",
    "week",
    "weeks",
    "May",
    "March",
    "Friday",
    "Monday",
    "night",
    "2015",
    "3",
    "2",
    "a.m.",
    "ago",
    "day",
    "two",
    "of",
    "since",
    "early",
    "year",
    "years",
    "Ramadan",
    "Eid",
    "every",
    "to",
    "-",
    ",",
    "and",
    "was",
    "will",
    "left",
    "1990s",
    "quarter",
    "11/9/2001",
    "30",
    "February",
    "second",
    "mid-June",
    "31",
    "FY99",
]


@pytest.mark.parametrize("case", cases("grounding/times.toml"))
def test_times_are_found_and_counted_from_the_reports_day(case):
    report, segmentation, tags = plain(
        case["text"], published=case.get("published", "2024-05-15") or None, dateline=case.get("dateline")
    )
    found = times_of(report, segmentation, tags)
    assert [
        [report.text[time.spans[0].start : time.spans[0].end], time.type, *([time.value] if time.value else [])]
        for time in found
    ] == case["times"]


def test_the_anchor_is_given_only_where_it_was_used():
    found = times_of(*plain("The mine closed on 3 May 2019 and reopened on Monday."))
    assert [time.anchor for time in found] == [None, "2024-05-15"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.sampled_from(["2024-02-29", "1999-12-31", None]))
def test_times_lie_within_the_text_apart_from_each_other_with_values_of_the_standard(words, published):
    report, segmentation, tags = plain(" ".join(words), published=published)
    found = times_of(report, segmentation, tags)
    end = 0
    for time in found:
        assert end <= time.spans[0].start < time.spans[-1].end <= len(report.text)
        end = time.spans[-1].end
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert time.value is None or re.fullmatch(r"[A-Z0-9_:./-]+", time.value)


@pytest.mark.parametrize(
    "text", [case["text"] for case in tables("grounding/*.toml") if isinstance(case.get("text"), str)]
)
def test_whatever_is_an_expression_holds_one_of_its_words(text):
    for expression in (*DAYS, *CLOCKS):
        for match in expression.pattern.finditer(text):
            assert signs_of(match[0]) & expression.words, match[0]
