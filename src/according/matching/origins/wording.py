"""The words of a report in order, without standing notes, and which of them stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from according.matching.origins.standing import is_standing
from according.matching.origins.words import folded, numbered, rarity
from according.records import Record

RUN = 5
"""Words in a run that is no accident, as in METER (Clough et al. 2002) and in plagiarism detection since."""

LEAD = 150
"""Words from the beginning that say what a report is about: title and four or five paragraphs. 100 and
200 do no better."""

MOST_WORDS = 4000
"""A longer report is compared by its first 4,000 words: 8 KB. The longest newspaper features have about so many."""

MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number far from any pattern (2**64 divided by the golden ratio, Knuth 1998, section 6.4)."""

QUOTED = re.compile(r"[“\"«](?P<inner>[^“”\"«»\n]{12,1500})[”\"»]")
"""Words between marks of one paragraph. Single marks are left: they are apostrophes more often than not."""

METADATA = frozenset({"credit", "byline", "dateline", "date"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """
    `numbers`: of the folded words, in order, shape ``(words)``. `quoted`: (first, last + 1) of quotations, in words.

    Made from these: `runs`, a number for each run of five words, in order; `sorted_runs`, each once; `lead_weights`,
    how much each word of `lead_vocabulary` (numbers of the first words, sorted, each once) tells of what the report is
    about: a vector of length 1.
    """

    numbers: NDArray[np.uint16]
    quoted: tuple[tuple[int, int], ...] = ()
    runs: NDArray[np.uint64] = field(init=False, repr=False)
    sorted_runs: NDArray[np.uint64] = field(init=False, repr=False)
    lead_vocabulary: NDArray[np.uint16] = field(init=False, repr=False)
    lead_weights: NDArray[np.float32] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        runs = runs_of(self.numbers, RUN)
        vocabulary, weights = _weighed(self.numbers[:LEAD])
        object.__setattr__(self, "runs", runs)
        object.__setattr__(self, "sorted_runs", np.unique(runs))
        object.__setattr__(self, "lead_vocabulary", vocabulary)
        object.__setattr__(self, "lead_weights", weights)

    @property
    def marks(self) -> NDArray[np.bool_]:
        """Which words stand in quotation marks."""
        marks = np.zeros(len(self.numbers), bool)
        for first, last in self.quoted:
            marks[first:last] = True
        return marks


def runs_of(numbers: NDArray[np.uint16], size: int) -> NDArray[np.uint64]:
    """
    A number for each run of `size` words, in order; none where there are fewer words.

    >>> len(runs_of(np.arange(7, dtype=np.uint16), 5)), len(runs_of(np.arange(4, dtype=np.uint16), 5))
    (3, 0)
    """
    length = max(len(numbers) - size + 1, 0)
    runs = np.zeros(length, np.uint64)
    for place in range(size):
        runs = runs * MIXER + numbers[place : place + length].astype(np.uint64) + np.uint64(1)
    return runs


def _weighed(numbers: NDArray[np.uint16]) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
    """Each word once, and its weight: rarity times a logarithm of how often it stands here; of length 1 together."""
    vocabulary, counts = np.unique(numbers, return_counts=True)
    weights = ((1 + np.log(counts)) * rarity()[vocabulary]).astype(np.float32)
    return vocabulary, weights / max(float(np.sqrt((weights**2).sum())), 1e-6)


def wording(record: Record) -> tuple[Wording, tuple[str, ...]]:
    """A report's wording, and the words of each of its quotations as they stand, in order."""
    numbers: list[NDArray[np.uint16]] = []
    quoted: list[tuple[int, int]] = []
    quotations: list[str] = []
    at = 0
    for piece, is_quoted in _pieces(record):
        new = numbered(folded(piece))
        if is_quoted and len(new) >= RUN:
            quoted.append((at, at + len(new)))
            quotations.append(piece)
        numbers.append(new)
        at += len(new)
        if at >= MOST_WORDS:
            break
    joined = np.concatenate(numbers)[:MOST_WORDS] if numbers else np.zeros(0, np.uint16)
    return Wording(numbers=joined, quoted=tuple((a, min(b, len(joined))) for a, b in quoted)), tuple(quotations)


def _pieces(record: Record) -> Iterator[tuple[str, bool]]:
    """The text in pieces, without standing notes and metadata, each with whether it stands in quotation marks."""
    text, title = record.report.text, record.report.title or ""
    if title and title not in text[: len(title) + 200]:
        yield title, False
    left_out = [(b.span.start, b.span.end) for b in record.report.blocks if b.kind in METADATA]
    left_out += [(s.span.start, s.span.end) for s in record.sentences if is_standing(text[s.span.start : s.span.end])]
    quotes = [match.span("inner") for match in QUOTED.finditer(text)]
    at = 0
    for start, end in sorted(left_out):
        if start > at:
            yield from _cut(text, at, start, quotes)
        at = max(at, end)
    yield from _cut(text, at, len(text), quotes)


def _cut(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """``text[start:end]`` cut at the quotations within it."""
    at = start
    for first, last in quotes:
        first, last = max(first, at), min(last, end)
        if first < last:
            yield text[at:first], False
            yield text[first:last], True
            at = last
    yield text[at:end], False
