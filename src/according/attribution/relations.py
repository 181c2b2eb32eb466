"""
The attributions of a report, from the scores of each possible cue.

Each cue has its own row of labels over the words around it, read as the likeliest sequence of
one cue, at most one source and any number of pieces of content. Cues that claim the same words
compete; a cue within another's content must be surer than others, because a wrong one there puts
words in somebody's mouth twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.attribution.sequences import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    NEVER,
    OUT,
    costs,
    likeliest,
)
from according.records import CueScores, Tags

TELLING = frozenset({"NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADV", "NUM", "INTJ", "X"})
"""Parts of speech of which a content must have one: "that" alone says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """
    What a cue must reach, and what a piece costs. Found on PolNeAR's development part; the table
    stands in MODEL_CARD.md.

    `cue`, `nested`: probabilities that a cue must have, alone and within another's content.
    `piece`: log probability that a further piece of content costs. `source`: that a source costs.
    """

    cue: float = 0.42
    nested: float = 0.8
    piece: float = 1.0
    source: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """
    One attribution in word numbers: stretches ``(first, last)``, last inclusive.

    `score` is the probability of the cue times the mean probability of the words' labels.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    score: float

    def words(self) -> set[int]:
        """Every word of the three."""
        parts = [self.cue, *self.content, *([self.source] if self.source else [])]
        return {word for first, last in parts for word in range(first, last + 1)}

    def content_words(self) -> set[int]:
        """Every word of the content."""
        return {word for first, last in self.content for word in range(first, last + 1)}


def relations(tags: Tags, decoding: Decoding = Decoding()) -> list[Relation]:
    """Every attribution of a report, in the order of the cues."""
    likely = [cue for cue in tags.cues if cue.probability >= decoding.cue]
    found: list[tuple[float, Relation]] = []
    for cue, relation in zip(likely, decode(likely, decoding), strict=True):
        if relation is not None and any(tags.upos[word] in TELLING for word in relation.content_words()):
            found.append((cue.probability, relation))
    found.sort(key=lambda one: -one[0])
    return sorted(keep(found, decoding), key=lambda relation: relation.cue)


def keep(found: Sequence[tuple[float, Relation]], decoding: Decoding) -> list[Relation]:
    """The relations that stand beside each other, likeliest first."""
    kept: list[Relation] = []
    cue_words: set[int] = set()
    content_of: list[set[int]] = []
    for probability, relation in found:
        cue, content = range(relation.cue[0], relation.cue[1] + 1), relation.content_words()
        if not cue_words.isdisjoint(cue):
            continue
        inside = any(relation.cue[0] in other for other in content_of)
        holds = not inside and any(other.cue[0] in content for other in kept)
        if (inside or holds) and probability < decoding.nested:
            continue  # where it holds a surer cue, that one stands alone: this would make it nested
        kept.append(relation)
        cue_words.update(cue)
        content_of.append(content)
    return kept


def decode(cues: Sequence[CueScores], decoding: Decoding) -> list[Relation | None]:
    """The likeliest relation of each cue; None for one that has no content."""
    if not cues:
        return []
    scores = [cue.labels.astype(np.float64) for cue in cues]
    for one, cue in zip(scores, cues, strict=True):
        anchor = cue.anchor - cue.first
        one[:anchor, (B_CUE, I_CUE)] = NEVER
        one[anchor, [n for n in range(7) if n != B_CUE]] = NEVER
        one[anchor + 1 :, B_CUE] = NEVER
    changes = costs(decoding.piece, decoding.source)
    labels = likeliest(scores, changes)
    again = [n for n, row in enumerate(labels) if (row == B_SOURCE).sum() > 1]
    for n in again:  # one source a relation: the likeliest stays, the words of the others go elsewhere
        sources = runs(labels[n], B_SOURCE, I_SOURCE)
        first, last = max(sources, key=lambda run: gain(scores[n], run, B_SOURCE, I_SOURCE))
        scores[n][:first, (B_SOURCE, I_SOURCE)] = NEVER
        scores[n][last + 1 :, (B_SOURCE, I_SOURCE)] = NEVER
    if again:
        for n, row in zip(again, likeliest([scores[n] for n in again], changes), strict=True):
            labels[n] = row
    return [relation(*of_cue) for of_cue in zip(cues, scores, labels, strict=True)]


def relation(cue: CueScores, scores: NDArray[np.float64], labels: NDArray[np.int64]) -> Relation | None:
    """One cue's labels, ``(words,)``, as a relation; None without content."""
    content = runs(labels, B_CONTENT, I_CONTENT)
    if not content:
        return None
    sources = runs(labels, B_SOURCE, I_SOURCE)
    own = labels != OUT
    sure = float(np.exp(scores[own, labels[own]]).mean())
    return Relation(
        cue=shift(runs(labels, B_CUE, I_CUE)[0], cue.first),
        source=shift(sources[0], cue.first) if sources else None,
        content=tuple(shift(run, cue.first) for run in content),
        score=cue.probability * sure,
    )


def runs(labels: NDArray[np.int64], opens: int, inside: int) -> list[tuple[int, int]]:
    """Stretches of one kind, ``(first, last)`` inclusive."""
    found: list[tuple[int, int]] = []
    for word in np.flatnonzero((labels == opens) | (labels == inside)).tolist():
        if labels[word] == opens or not found:
            found.append((word, word))
        else:
            found[-1] = (found[-1][0], word)
    return found


def gain(scores: NDArray[np.float64], run: tuple[int, int], opens: int, inside: int) -> float:
    """How much likelier a stretch is with its labels than with none."""
    first, last = run
    with_labels = scores[first, opens] + scores[first + 1 : last + 1, inside].sum()
    return float(with_labels - scores[first : last + 1, OUT].sum())


def shift(run: tuple[int, int], by: int) -> tuple[int, int]:
    """A stretch of a window in the report's word numbers."""
    return run[0] + by, run[1] + by
