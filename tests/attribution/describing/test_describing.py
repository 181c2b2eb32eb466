"""Runs tests/cases/attribution/describing*.toml: words in, source links out."""

from __future__ import annotations

from typing import Any

import pytest

from according.attribution.describing import describe, group_words
from according.records import SourceLink, Span, Spans
from golden_cases import cases


def located(text: str, words: str, after: int = 0) -> Spans:
    """The first place of `words`, nothing for no words."""
    if not words:
        return ()
    start = text.index(words, after)
    return (Span(start=start, end=start + len(words)),)


def lines(text: str) -> list[Span]:
    """The text's lines, each one a sentence."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start=at, end=at + len(line.rstrip("\n"))))
        at += len(line)
    return spans


def links_of(case: dict[str, Any]) -> tuple[SourceLink, ...]:
    text = case["text"].strip()
    source = located(text, case["source"])
    cue = located(text, case["cue"], source[0].end if source and case["cue"] in text[source[0].end :] else 0)
    sentences = lines(text)
    sentence = next(span for span in sentences if span.holds(cue[0]))
    nearby = tuple(span for span in sentences if span != sentence)
    return describe(text, source, cue, located(text, case.get("content", "")), sentence, nearby)


def seen(text: str, link: SourceLink, field: str, want: object) -> object:
    """The field as a case writes it: words for spans, "" for nothing."""
    if field == "words":
        return " ".join(text[span.start : span.end] for span in link.spans)
    if field == "sectors":
        return list(link.sectors)
    if field == "anonymity" and link.anonymity is not None and isinstance(want, dict):
        words = " ".join(text[span.start : span.end] for span in link.anonymity.spans)
        return {"words": want["words"] if want["words"] in words else words, "grounds": link.anonymity.grounds}
    value = getattr(link, field)
    return "" if value is None else value


@pytest.mark.parametrize("case", cases("attribution/describing*.toml"))
def test_the_words_of_a_source_become_links(case: dict[str, Any]) -> None:
    links = links_of(case)
    text = case["text"].strip()
    got = [
        {field: seen(text, link, field, value) for field, value in want.items()}
        for link, want in zip(links, case["links"], strict=False)
    ]
    assert got == case["links"]
    assert len(links) == len(case["links"])


@pytest.mark.parametrize("case", cases("attribution/describing*.toml"))
def test_the_group_that_a_source_is_part_of_is_told(case: dict[str, Any]) -> None:
    if case.get("expect") == "fail":
        pytest.skip("a known failure of another kind")
    text = case["text"].strip()
    source = located(text, case["source"])
    group = group_words(text, source) if source else None
    assert (text[group[0].start : group[-1].end] if group else "") == case.get("group", "")
