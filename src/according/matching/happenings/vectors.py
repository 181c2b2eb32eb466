"""
The short vector of a mention: what the encoder makes of its words, turned to the 64 directions in which mentions
differ most.

It is written for each event of a record, so that events of reports that nobody has at hand can be compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from according.matching.happenings.fitted import arrays
from according.matching.happenings.sketches import packed
from according.records import Event, Tags


def vector_of(tags: Tags, words: Sequence[int]) -> str | None:
    """
    The vector of the mention in these words, as `sketches.packed` writes it.

    None where the tags have no shares or no words are given.
    """
    if tags.shares is None or not words:
        return None
    mean = tags.shares[list(words)].mean(0)
    mean = mean / max(float(np.linalg.norm(mean)), 1e-9)
    fitted = arrays()
    return packed((mean - fitted["middle"]) @ fitted["directions"])


def with_vectors(events: tuple[Event, ...], tags: Tags) -> tuple[Event, ...]:
    """The events, each with the vector of its trigger."""
    starts, ends = [word.start for word in tags.words], [word.end for word in tags.words]
    found = []
    for event in events:
        parts = (range(bisect_right(ends, span.start), bisect_left(starts, span.end)) for span in event.trigger)
        found.append(replace(event, vector=vector_of(tags, [word for part in parts for word in part])))
    return tuple(found)
