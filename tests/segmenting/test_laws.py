"""What holds of any text whatever, and of blocks that reading gives."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.records import Block, Report, Span
from according.segmenting import segment, words_of
from according.segmenting.words import SPACE

PIECES = [
    "He", "said", "the boys", "U.S.", "Gen.", "No.", "5", "1,200", "don't", "cannot", "well-known", "Why", "al",
    "\n", "\n\n", "\r\n", "\u2028", " ", " ", " ", "\u00A0", "\u200b", ".", ",", "?", "!", "...", "…",
    '"', '"', "“", "”", "'", "’", "‘", "''", "``", "«", "»", "(", ")", "[", "]", "-", "—", "--",
    "Photo by: ", "By ", "@x", "#", "https://a.b", "é", "e\u0301", "😀", "中",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
INK = re.compile(rf"[^{SPACE}]")


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_character_of_a_sentence_that_is_no_space_is_in_one_word(text):
    for sentence in segment(Report(id="", text=text)).sentences:
        covered = [at for word in sentence.words for at in range(word.start, word.end)]
        ink = [match.start() for match in INK.finditer(text, sentence.span.start, sentence.span.end)]
        assert covered == ink
        assert sentence.span == Span(start=sentence.words[0].start, end=sentence.words[-1].end)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_sentences_lie_in_their_paragraphs_in_order_and_leave_no_word_out(text):
    found = segment(Report(id="", text=text))
    spans = [one.span for one in found.sentences]
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:], strict=False))
    assert all(found.paragraphs[one.paragraph].span.holds(one.span) for one in found.sentences)
    blocks = [one.span for one in found.paragraphs]
    assert all(one.end <= two.start for one, two in zip(blocks, blocks[1:], strict=False))
    words = sum(word.end - word.start for one in found.sentences for word in one.words)
    assert words == len(INK.findall(text))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_quotations_lie_in_a_paragraph_and_nest_but_never_cross(text):
    found = segment(Report(id="", text=text))
    for one in found.quotations:
        assert one.span.holds(one.inner)
        assert any(paragraph.span.holds(one.span) for paragraph in found.paragraphs)
        for two in found.quotations:
            assert not one.span.meets(two.span) or one.span.holds(two.span) or two.span.holds(one.span)
        assert one.depth == int(any(two.span.holds(one.span) for two in found.quotations if two is not one))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 220), st.integers(1, 60), st.sampled_from(["title", "paragraph"]))))
@settings(max_examples=200, deadline=None)
def test_where_reading_gives_blocks_nothing_outside_them_is_cut(text, places):
    blocks = tuple(Block(kind=kind, span=Span(start=at, end=at + length)) for at, length, kind in places)
    found = segment(Report(id="", text=text, blocks=blocks))
    if blocks:
        assert all(any(block.span.holds(one.span) for block in blocks) for one in found.paragraphs)


PIECE = ["a", "a.", "a-", "A.B ", '"', "' ", '" . ', "(", "a@", "1,", "1/", ".", "\n", "’s", "“a”", "A&", "a\n", "' a"]


@pytest.mark.parametrize("piece", PIECE)
def test_time_grows_with_length_and_not_faster(piece):
    text = piece * (60_000 // len(piece))
    before = time.perf_counter()
    segment(Report(id="", text=text))
    assert time.perf_counter() - before < 10  # on a slow and busy machine; growth with the square takes minutes


def test_words_of_a_part_are_spans_of_the_whole():
    text = "A ferry sank. Nobody was hurt."
    assert [text[one.start : one.end] for one in words_of(text, 14, 20)] == ["Nobody"]
