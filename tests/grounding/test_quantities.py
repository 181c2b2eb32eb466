"""Which words are quantities, how they bound a number and what they count: golden cases and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.grounding.quantities import quantities_of
from according.grounding.quantities.numerals import number
from according.grounding.quantities.phrases import NUMBER_WORDS, PHRASE, RATIO, RATIO_WORDS, VAGUE, VAGUE_WORDS
from according.grounding.times import times_of
from according.world.lookup import signs_of
from golden_cases import cases, tables
from plain_text import plain

WORDS = [
    "at",
    "least",
    "more",
    "than",
    "between",
    "and",
    "12",
    "15",
    "3.5",
    "1,200",
    "million",
    "two",
    "dozen",
    "hundreds",
    "of",
    "$",
    "%",
    "people",
    "were",
    "killed",
    "-",
    "to",
    "the",
    "a",
    "another",
    ",",
    ".",
    "half",
    "one",
    "in",
    "five",
    "Flight",
    "787",
    "787s",
    "soldiers",
    "toll",
    "rose",
    "since",
    "2011",
    "€4bn",
    "60km",
    "5th",
    "+",
    "or",
    "some",
    "up",
]


def quantities(text: str) -> list[tuple[str, object]]:
    report, segmentation, tags = plain(text)
    found = quantities_of(report, segmentation, tags, times_of(report, segmentation, tags))
    return [(text[each.spans[0].start : each.spans[0].end], each) for each in found]


@pytest.mark.parametrize("case", cases("grounding/quantities.toml"))
def test_quantities_are_found_with_their_bounds_and_what_they_count(case):
    found = quantities(case["text"])
    assert [words for words, _ in found] == [wanted["words"] for wanted in case["quantities"]]
    for (_, quantity), wanted in zip(found, case["quantities"], strict=True):
        fields = {name: None if value == "none" else value for name, value in wanted.items() if name != "words"}
        assert {name: getattr(quantity, name) for name in fields} == fields


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_quantities_lie_within_the_text_apart_from_each_other_and_from_times(words):
    report, segmentation, tags = plain(" ".join(words))
    times = times_of(report, segmentation, tags)
    end = 0
    for quantity in quantities_of(report, segmentation, tags, times):
        span = quantity.spans[0]
        assert end <= span.start < span.end <= len(report.text)
        end = span.end
        assert not any(span.meets(other) for time in times for other in time.spans)
        assert quantity.bound in ("exact", "at-least", "at-most", "about")
        assert (quantity.value, quantity.low, quantity.high) != (None, None, None)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_figures_are_read_with_and_without_their_commas(whole):
    assert number(str(whole)) == whole
    assert number(f"{whole:,}") == whole


@pytest.mark.parametrize("text", [case["text"] for case in tables("grounding/quantities.toml")])
def test_whatever_is_an_amount_holds_one_of_its_words(text):
    for pattern, words in ((PHRASE, NUMBER_WORDS), (VAGUE, VAGUE_WORDS), (RATIO, RATIO_WORDS)):
        for match in pattern.finditer(text):
            assert signs_of(match[0]) & words, match[0]
