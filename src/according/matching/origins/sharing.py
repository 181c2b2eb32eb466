"""How much text two reports have in common: shares, longest runs, and where in each report the common words stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.matching.origins.wording import RUN, Wording

TAIL = 0.5
"""
From here on, as a share of a report's words, background and standing notes are expected. Words that stand so far down
in both reports are no sign of a common text: outlets put one paragraph on a war under all their reports of it. Half the
report; with 0.65 a paragraph on the war joined two markets' bombings, with 0.4 five same-source pairs are lost.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """
    The words that stand in both reports in runs of five and more.

    `words`: how many of the shorter report's; `contained`: their share of it; `telling`: the share
    of the shorter without what stands at the end of both; `longest`: words of the longest run;
    `spoken`: the share of them that stands in quotation marks.
    """

    words: int = 0
    contained: float = 0.0
    telling: float = 0.0
    longest: int = 0
    spoken: float = 0.0


def shared(one: Wording, other: Wording) -> Shared:
    """What two wordings have in common; empty where that is nothing."""
    shorter, longer = sorted((one, other), key=lambda wording: len(wording.numbers))
    if not len(shorter.runs) or not _meet(shorter.sorted_runs, longer.sorted_runs):
        return Shared()
    places = _places(shorter.runs, longer)
    hits = places >= 0
    common = _covered(hits, len(shorter.numbers))
    is_late = (np.arange(len(places)) >= TAIL * len(shorter.numbers)) & (places >= TAIL * len(longer.numbers))
    telling = _covered(hits & ~is_late, len(shorter.numbers))
    return Shared(
        words=int(common.sum()),
        contained=float(common.mean()),
        telling=float(telling.mean()),
        longest=_longest(common),
        spoken=float(shorter.marks[common].mean()),
    )


def _meet(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    """Whether two sorted arrays have a number in common."""
    at = np.searchsorted(other, one)
    return bool((other[np.minimum(at, len(other) - 1)] == one).any())


def _places(runs: NDArray[np.uint64], longer: Wording) -> NDArray[np.int64]:
    """Where each run stands first in the longer wording, -1 where it does not."""
    order = np.argsort(longer.runs, kind="stable")
    ordered = longer.runs[order]
    at = np.minimum(np.searchsorted(ordered, runs), len(ordered) - 1)
    return np.where(ordered[at] == runs, order[at], -1)


def _covered(hits: NDArray[np.bool_], words: int) -> NDArray[np.bool_]:
    """Which words stand in a run that is hit."""
    covered = np.zeros(words, bool)
    for place in range(RUN):
        covered[place : place + len(hits)] |= hits
    return covered


def _longest(covered: NDArray[np.bool_]) -> int:
    """
    The length of the longest stretch of True.

    >>> _longest(np.array([True, False, True, True, True, False]))
    3
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([False], covered, [False])).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))
