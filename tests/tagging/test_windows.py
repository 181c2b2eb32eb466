from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from according.tagging.encoder import VOCABULARY, word_tokenizer
from according.tagging.windows import CLS, LONGEST, SEP, Words, cut, feature, windows

WORDS = ("ceasefire", "al-Hasakeh", "U.S.", "12,500", "’", "中", "\u00a0", "antidisestablishmentarianism", "x" * 300)
SENTENCES = st.lists(st.tuples(st.integers(1, 90), st.integers(0, len(WORDS))), max_size=25)
LONG_SENTENCES = st.lists(st.tuples(st.integers(1, 900), st.integers(0, len(WORDS))), max_size=4)


def spelt(lengths: list[tuple[int, int]]) -> list[list[str]]:
    """Sentences of so many words, beginning somewhere in `WORDS`."""
    return [[WORDS[(first + n) % len(WORDS)] for n in range(length)] for length, first in lengths]


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return word_tokenizer(Path(str(files("according.tagging") / "weights" / VOCABULARY)))


def words_in(sentences: list[list[str]], a_paragraph: int = 3) -> Words:
    numbers = tuple(n for n, sentence in enumerate(sentences) for _ in sentence)
    return Words(
        texts=tuple(word for sentence in sentences for word in sentence),
        sentences=numbers,
        paragraphs=tuple(n // a_paragraph for n in numbers),
        quoted=(False,) * len(numbers),
    )


@given(lengths=SENTENCES)
def test_every_word_is_owned_by_one_window_that_shows_it(lengths, tokenizer):
    words = words_in(spelt(lengths))
    made, owned = windows(words, tokenizer)
    assert [w for first, last in owned for w in range(first, last)] == list(range(len(words.texts)))
    for window, (first, last) in zip(made, owned, strict=True):
        assert window.first <= first <= last <= window.last


@given(lengths=LONG_SENTENCES)
def test_no_window_is_longer_than_the_encoder_was_trained_on(lengths, tokenizer):
    for window in windows(words_in(spelt(lengths)), tokenizer)[0]:
        assert len(window.pieces) <= LONGEST
        assert window.pieces[0] == CLS
        assert window.pieces[-1] == SEP


def test_a_report_longer_than_a_window_is_seen_in_windows_that_overlap(tokenizer):
    made, _ = windows(words_in([["word"] * 20 + ["."]] * 60), tokenizer)
    assert len(made) > 4
    for before, after in zip(made, made[1:], strict=False):
        assert before.first < after.first < before.last


def test_a_break_between_paragraphs_is_shown_and_belongs_to_no_word(tokenizer):
    words = words_in([["First", "."], ["Second", "."]], a_paragraph=1)
    (window,), _ = windows(words, tokenizer)
    assert list(window.pieces).count(SEP) == 2
    assert SEP not in [int(window.pieces[start]) for start in window.starts]


def test_a_word_of_unknown_letters_is_still_one_piece(tokenizer):
    pieces = cut(words_in([["\u00a0", "中", "\ufffd"]]), tokenizer)
    assert all(pieces.numbers)


@pytest.mark.parametrize(
    ("word", "other"), [("turkey", "Turkey"), ("who", "WHO"), ("iPhone", "iphone"), ("F-16", "Four"), ("”", "said")]
)
def test_words_of_other_shape_have_other_features(word, other):
    assert feature(word, False, False) != feature(other, False, False)
