"""
Under which keys a report's kin are found: two reports are compared only where they share one.

Copies share bands of a MinHash; rewrites, which have few runs of words in common, share some of their smallest runs and
quotations; reports that share no text share the telling words of their beginnings.
"""

from __future__ import annotations

import functools
import itertools

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from according.matching.origins.lineages import Lineage
from according.matching.origins.wording import MIXER, runs_of

BANDS = 8
ROWS = 3
"""Two reports with half of their runs in common share a band with a probability of 0.66, with four fifths 0.998."""

SEED = 20161
"""Any number; with another, all keys change and profiles must be keyed anew."""

LONG_RUN = 8
SMALLEST = 8
"""
Runs of eight words with the smallest numbers: what two texts share of them estimates what they share of all (bottom-k
sketch, Cohen & Kaplan 2007). Eight find nine of ten pairs with a quarter of their text in common.
"""

SMALLEST_QUOTED = 4
WORDS = 8
PAIRED = 5
"""
Telling words of the beginning that are keys by themselves, and those that are keys two by two: in a war of ten thousand
reports a city's name finds the day's other reports and no more, the city with "bakery" finds the right ones.
"""


@functools.cache
def _empty() -> MinHash:
    return MinHash(num_perm=BANDS * ROWS, seed=SEED, hashfunc=int)


def keys(lineage: Lineage) -> tuple[str, ...]:
    """The keys of a report, sorted, each once: about three dozen, fewer for a short text."""
    wording = lineage.wording
    found = set(_bands(wording.sorted_runs))
    long_runs = runs_of(wording.numbers, LONG_RUN) * MIXER
    found.update(f"r{number:x}" for number in np.unique(long_runs)[:SMALLEST])
    quoted = [long_runs[first : max(last - LONG_RUN + 1, first)] for first, last in wording.quoted]
    if quoted:
        found.update(f"r{number:x}" for number in np.unique(np.concatenate(quoted))[:SMALLEST_QUOTED])
    order = np.lexsort((wording.lead_vocabulary, -wording.lead_weights))
    words = [int(number) for number in wording.lead_vocabulary[order][:WORDS]]
    found.update(f"w{number:x}" for number in words)
    found.update(f"p{a:x}-{b:x}" for a, b in itertools.combinations(sorted(words[:PAIRED]), 2))
    return tuple(sorted(found))


def _bands(runs: NDArray[np.uint64]) -> list[str]:
    """A key for each band of the MinHash of a report's runs; none where it has no run."""
    if not len(runs):
        return []
    sketch = _empty().copy()
    sketch.update_batch((runs >> np.uint64(32)).tolist())
    rows = sketch.hashvalues.reshape(BANDS, ROWS).astype(np.uint64)
    mixed = (rows[:, 0] * MIXER + rows[:, 1]) * MIXER + rows[:, 2]
    return [f"m{band}{number:x}" for band, number in enumerate(mixed)]
