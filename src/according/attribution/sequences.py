"""
The likeliest labels of a cue's words: Viterbi (1967), over the words alone that may be anything but outside.

Of some 200 words of a window nine in ten are surely outside a cue's relation, and those of all cues of a report
go through together: most of the time of this stage went here before.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

OUT, B_CUE, I_CUE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(7)
"""Columns of `CueScores.labels`; `according.tagging.labels.LINKS` in the same order."""

NEVER = -1e6

KINDS = ((B_CUE, I_CUE), (B_SOURCE, I_SOURCE), (B_CONTENT, I_CONTENT))
"""The labels that open a stretch of one kind and that continue it."""


def costs(piece: float, source: float) -> NDArray[np.float64]:
    """What a change of label costs, ``(before, after)``: `piece` to open a content, `source` to open a source."""
    changes = np.zeros((7, 7))
    for opens, inside in KINDS:
        changes[:, inside] = NEVER
        changes[inside, inside] = changes[opens, inside] = 0
    changes[:, B_CONTENT] -= piece
    changes[:, B_SOURCE] -= source
    return changes


def likeliest(scores: Sequence[NDArray[np.float64]], changes: NDArray[np.float64]) -> list[NDArray[np.int64]]:
    """The likeliest sequence of labels for each cue's scores: ``(words, 7)`` -> ``(words,)``."""
    parts = [inner(one, changes) for one in scores]
    longest = max(last - first for first, last in parts)
    within = np.full((len(scores), longest, 7), NEVER)
    within[:, :, OUT] = 0  # behind the end of a shorter part: outside, at no cost
    for row, one, (first, last) in zip(within, scores, parts, strict=True):
        row[: last - first] = one[first:last]
    labels = []
    for found, one, (first, last) in zip(viterbi(within, changes), scores, parts, strict=True):
        whole = np.zeros(len(one), np.int64)
        whole[first:last] = found[: last - first]
        labels.append(whole)
    return labels


def inner(scores: NDArray[np.float64], changes: NDArray[np.float64]) -> tuple[int, int]:
    """
    The first word and the word after the last between which the likeliest labels may be other than `OUT`.

    A change to `OUT` costs nothing, so a tail of words that are each likeliest outside is outside. So is a
    beginning of such words up to one that nothing behind it can win over: what a stretch would gain by its next
    word's continuing it, instead of opening one, is less than what that word itself would lose.
    """
    calm = scores[:, OUT] > scores[:, 1:].max(1)
    if calm.all():
        return 0, 1
    lead, last = int(calm.argmin()), len(calm) - int(calm[::-1].argmin())
    holds = np.ones(lead, np.bool_)
    for opens, inside in KINDS:
        loses = scores[:lead, OUT] - np.maximum(scores[:lead, opens], scores[:lead, inside])
        gains = scores[1 : lead + 1, inside] - scores[1 : lead + 1, opens] - changes[OUT, opens]
        holds &= loses > np.maximum(gains, 0)
    held = np.flatnonzero(holds)
    return (int(held[-1]) + 1 if len(held) else 0), last


def viterbi(scores: NDArray[np.float64], changes: NDArray[np.float64]) -> NDArray[np.int64]:
    """The likeliest sequences of labels: ``(cues, words, 7)`` -> ``(cues, words)``. Before the first word is `OUT`."""
    cues, count, _ = scores.shape
    every = np.arange(cues)
    totals = np.empty((count, cues, 7))
    totals[0] = scores[:, 0] + changes[OUT]
    for word in range(1, count):
        totals[word] = np.maximum.reduce(totals[word - 1][:, :, None] + changes, axis=1) + scores[:, word]
    back = np.zeros((count, cues, 7), np.int64)
    back[1:] = (totals[:-1, :, :, None] + changes).argmax(2)
    labels = np.zeros((cues, count), np.int64)
    labels[:, -1] = totals[-1].argmax(1)
    for word in range(count - 1, 0, -1):
        labels[:, word - 1] = back[word, every, labels[:, word]]
    return labels
