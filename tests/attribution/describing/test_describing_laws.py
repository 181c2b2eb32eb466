"""What must hold of source links whatever the words are."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from according.attribution.describing import describe, group_words
from according.attribution.describing.lexicon import lexicon
from according.records import Span, Spans
from according.vocabulary import GROUNDS, IDENTIFICATIONS, RELATIONS, ROLE_STATUSES, SECTORS

LINE = """
the a one of two several former Russian US - U.S. 's , ( ) officials minister ministry and or who told Reuters
citing quoted
as saying in on for Moscow Anna Hale spokeswoman report he they not be named condition anonymity . " “ ” %
"""
WORDS = st.sampled_from(LINE.split()) | st.text(min_size=1, max_size=8)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


def cut(text: str, draw: Any) -> Spans:
    start = draw(st.integers(0, len(text) - 1))
    return (Span(start=start, end=draw(st.integers(start + 1, len(text)))),)


@given(TEXTS, st.data())
def test_links_hold_only_words_of_the_vocabulary_and_spans_of_the_text(text: str, data: Any) -> None:
    source, cue, content = (cut(text, data.draw) for _ in range(3))
    whole = Span(start=0, end=len(text))
    for link in describe(text, source, cue, content, whole, (whole,)):
        assert link.spans
        assert link.identification is None or link.identification in IDENTIFICATIONS
        assert link.relation in RELATIONS
        assert link.role_status is None or link.role_status in ROLE_STATUSES
        assert set(link.sectors) <= set(SECTORS)
        assert link.anonymity is None or link.anonymity.grounds in GROUNDS
        spans = (
            *link.spans,
            *(link.anonymity.spans if link.anonymity else ()),
            *(s for step in link.why for s in step.spans),
        )
        assert all(whole.holds(span) for span in spans)


@given(TEXTS, st.data())
def test_a_group_lies_within_its_source(text: str, data: Any) -> None:
    source = cut(text, data.draw)
    assert all(source[0].holds(span) for span in group_words(text, source) or ())


@given(TEXTS, st.data())
def test_the_same_words_are_described_the_same_way(text: str, data: Any) -> None:
    source, whole = cut(text, data.draw), (Span(start=0, end=len(text)),)
    assert describe(text, source, whole, (), whole[0], ()) == describe(text, source, whole, (), whole[0], ())


def test_every_decided_field_has_its_reason() -> None:
    text = "Two former Greek officials said so on condition of anonymity."
    (link,) = describe(text, (Span(start=0, end=26),), (Span(start=27, end=31),), (), Span(start=0, end=len(text)), ())
    decided = {"identification", "count", "country", "sectors", "role_status", "relation", "anonymity"}
    assert {step.field for step in link.why} == decided
    assert all(step.stage == "attribution" and step.rule.startswith("describing.") for step in link.why)


def test_the_tables_use_only_the_sectors_and_codes_that_there_are() -> None:
    entries = [entry for row in lexicon().values() for _, entry in row]
    assert {sector for entry in entries for sector in entry.sectors} <= set(SECTORS)
    table = tomllib.loads((files("according.world") / "data" / "countries.toml").read_text(encoding="utf-8"))
    assert {entry.country for entry in entries if entry.country} <= set(table)
    assert all(len(code) == 3 and code.isupper() for code in table)


def test_no_name_of_a_country_is_anothers() -> None:
    for row in lexicon().values():
        assert len({entry.country for _, entry in row if entry.kind in ("name", "demonym", "people", "capital")}) <= 1
