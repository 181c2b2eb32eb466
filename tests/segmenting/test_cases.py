"""Golden cases of segmenting: tests/cases/segmenting/*.toml."""

from __future__ import annotations

import pytest

from according.records import Block, Report, Span
from according.segmenting import segment, words_of
from golden_cases import cases


@pytest.mark.parametrize("case", cases("segmenting/words.toml"))
def test_text_is_cut_into_words(case):
    text = case["text"]
    assert [text[word.start : word.end] for word in words_of(text, 0, len(text))] == case["words"].split("|")


@pytest.mark.parametrize("case", cases("segmenting/sentences.toml"))
def test_a_paragraph_is_cut_into_sentences(case):
    text = case["text"].replace("|", "")
    whole = Block(kind=case.get("kind", "paragraph"), span=Span(start=0, end=len(text)))
    found = segment(Report(id="", text=text, blocks=(whole,))).sentences
    assert [text[one.span.start : one.span.end] for one in found] == [part.strip() for part in case["text"].split("|")]


@pytest.mark.parametrize("case", cases("segmenting/quotations.toml"))
def test_quotation_marks_are_paired(case):
    text, expected = case["text"], case["quotations"]
    found = segment(Report(id="", text=text)).quotations
    assert [text[one.inner.start : one.inner.end] for one in found] == expected
    assert [one.group for one in found] == case.get("groups", list(range(len(expected))))
    assert [one.closed for one in found] == case.get("closed", [True] * len(expected))
    assert [one.depth for one in found] == case.get("depths", [0] * len(expected))


@pytest.mark.parametrize("case", cases("segmenting/paragraphs.toml"))
def test_plain_text_is_parted_by_its_layout(case):
    text = case["text"]
    found = segment(Report(id="", text=text)).paragraphs
    shown = [[one.kind, " ".join(text[one.span.start : one.span.end].splitlines())] for one in found]
    assert shown == case["paragraphs"]
