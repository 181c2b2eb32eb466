"""
A report as the encoder sees it: windows of word pieces that overlap.

A window is whole sentences, at most `LONGEST` pieces, with [SEP] after each paragraph: what is
said and who says it may stand a paragraph apart. Each sentence is *owned* by the window that
shows most of what stands around it, and its scores are taken from there. Words are cut into
pieces one by one, so that a piece never belongs to two words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

LONGEST = 256
"""Pieces of a window, [CLS] and [SEP] among them. Training used the same."""

CONTEXT = 72
"""
Pieces of the window before that are seen again: about three sentences. A guess; PolNeAR has 10
of 18,360 sources in another paragraph than their cue, so the attribution figure cannot measure it.
"""

CLS, SEP, PADDING = 101, 102, 0
"""Piece numbers in the vocabulary of BERT (uncased), which MiniLM shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    A report's words as the encoder needs them, numbered through the report.

    `texts`: each word's letters. `sentences`: its sentence's number, rising. `paragraphs`: its
    paragraph's number, rising. `quoted`: whether it stands between quotation marks.
    """

    texts: tuple[str, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """
    Words `first` to ``first + len(starts)`` of a report, as pieces.

    `pieces`, `features`: (pieces) numbers. `starts`: (words) the position of each word's first
    piece. `sentences`: (words) sentence numbers.
    """

    first: int
    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    starts: NDArray[np.int64]
    sentences: NDArray[np.int64]

    @property
    def last(self) -> int:
        """The number of the word after the window's last."""
        return self.first + len(self.starts)


def feature(word: str, quoted: bool, opens: bool) -> int:
    """
    The row of the feature table for a word: its case, whether it is quoted, whether it opens a sentence.

    The encoder's vocabulary is lower case; capitals, without which names are not found, come in here.

    >>> [feature(word, False, False) for word in ("troops", "Moscow", "NATO", "al-Assad", "12", ".")]
    [0, 1, 2, 3, 4, 5]
    >>> feature("Moscow", True, True)
    19
    """
    return shape(word) + 6 * quoted + 12 * opens


def shape(word: str) -> int:
    """0 lower case, 1 capitalised, 2 upper case, 3 mixed, 4 with a digit, 5 without letter or digit."""
    if word.islower():
        return 4 if any(letter.isdigit() for letter in word) else 0
    if any(letter.isdigit() for letter in word):
        return 4
    if not any(letter.isalpha() for letter in word):
        return 5
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    if word.isupper():
        return 2
    return 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A report's words in pieces: `numbers[word]` are the piece numbers, `features[word]` the feature row."""

    numbers: tuple[tuple[int, ...], ...]
    features: tuple[int, ...]


LONGEST_WORD = 24
"""Pieces kept of one word. Longer ones are addresses and noise; their tail says nothing."""


def cut(words: Words, tokenizer: Tokenizer) -> Pieces:
    """Every word in pieces. A word of no known letter is one [UNK]."""
    numbers = tuple(cut_word(text, tokenizer) for text in words.texts)
    opens = (i == 0 or words.sentences[i] != words.sentences[i - 1] for i in range(len(words.texts)))
    return Pieces(
        numbers=numbers,
        features=tuple(feature(*of_word) for of_word in zip(words.texts, words.quoted, opens, strict=True)),
    )


@lru_cache(maxsize=16384)  # nine words of ten came up in reports before
def cut_word(text: str, tokenizer: Tokenizer) -> tuple[int, ...]:
    """One word's piece numbers."""
    return tuple(tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST_WORD]) or (
        tokenizer.token_to_id("[UNK]") or 0,
    )


def build(words: Words, pieces: Pieces, first: int, last: int) -> Window:
    """The window of the words `first` to `last` (exclusive)."""
    numbers, features, starts = [CLS], [0], []
    for i in range(first, last):
        if i > first and words.paragraphs[i] != words.paragraphs[i - 1]:
            numbers.append(SEP)
            features.append(0)
        starts.append(len(numbers))
        numbers += pieces.numbers[i]
        features += [pieces.features[i]] * len(pieces.numbers[i])
    return Window(
        first=first,
        pieces=np.array([*numbers, SEP], np.int64),
        features=np.array([*features, 0], np.int64),
        starts=np.array(starts, np.int64),
        sentences=np.array(words.sentences[first:last], np.int64),
    )


def stretches(words: Words, pieces: Pieces, room: int = LONGEST - 2) -> list[tuple[int, int, int]]:
    """
    The parts that are never cut: ``(first word, last + 1, pieces)`` of each sentence.

    A sentence that fills more than `room` is cut between words.
    """
    found: list[tuple[int, int, int]] = []
    start = size = 0
    for i in range(len(words.texts) + 1):
        ends = i == len(words.texts) or (i > start and words.sentences[i] != words.sentences[i - 1])
        more = 0 if i == len(words.texts) else len(pieces.numbers[i]) + 1
        if i > start and (ends or size + more > room):
            found.append((start, i, size))
            start, size = i, 0
        if i < len(words.texts):
            new_paragraph = i > 0 and words.paragraphs[i] != words.paragraphs[i - 1]
            size += len(pieces.numbers[i]) + new_paragraph
    return found


def windows(words: Words, tokenizer: Tokenizer) -> tuple[list[Window], list[tuple[int, int]]]:
    """
    All windows of a report, and for each the words that it owns.

    Returns:
        windows: in the order of the text; together they show every word.
        owned: ``(first, last + 1)`` of each window's own words; they do not overlap.
    """
    if not words.texts:
        return [], []
    pieces = cut(words, tokenizer)
    parts = stretches(words, pieces)
    shown: list[tuple[int, int]] = []  # numbers of parts, first and last + 1
    first = 0
    while first < len(parts):
        last, size = first, 0
        while last < len(parts) and (last == first or size + parts[last][2] <= LONGEST - 2):
            size += parts[last][2]
            last += 1
        shown.append((first, last))
        if last == len(parts):
            break
        first, back = last, 0
        while first - 1 > shown[-1][0] and back + parts[first - 1][2] <= CONTEXT:
            first -= 1
            back += parts[first][2]
    made = [build(words, pieces, parts[a][0], parts[b - 1][1]) for a, b in shown]
    return made, owned(shown, parts)


def owned(shown: Sequence[tuple[int, int]], parts: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The words of each window's own: the parts seen twice are shared out half and half."""
    borders = [0]
    for (_, last), (following, _) in zip(shown, shown[1:], strict=False):
        borders.append(parts[min((following + last) // 2, len(parts) - 1)][0])
    borders.append(parts[-1][1])
    return list(zip(borders, borders[1:], strict=False))
