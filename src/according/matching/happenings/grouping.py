"""
Which mentions of some reports are of one event: first which reports go together, then which mentions.

All mentions that are asked about are looked at together, so that what they have in common does not count; the
ledger compares two reports alone (`sameness`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from according.matching.happenings.comparing import FEATURES as ALONE
from according.matching.happenings.comparing import LOCAL, OTHER_SPEAKER, SAYINGS, Compared, Matrix, other_speaker
from according.matching.happenings.documents import Whole, compared, wholes
from according.matching.happenings.linkage import linked
from according.matching.happenings.scoring import fitting, log_odds, probability
from according.matching.happenings.sketches import Sketch

WITH_REPORTS = ("same_story_odds", "same_story", "same_story_head", "same_story_root", "told_often", "told_most")
FEATURES = (*ALONE, *LOCAL, *WITH_REPORTS)
"""Names of the numbers that the scorer "together" is given, in their order."""

SAME_STORY = -0.5
"""
Mean log-odds from which groups of reports go together. Cross-validated on ECB+'s training topics: B-cubed F1 0.96 here
and up to 0.5.
"""

SAME_EVENT = 0.35
"""Mean probability from which groups of mentions are joined: the middle of a cross-validated plateau, 0.25 to 0.45."""

ROWS = 64
"""Mentions compared with all others at a time, so that a thousand mentions fit in memory."""


class Stories:
    """How the reports of some mentions stand to each other: groups, by the log-odds of every two."""

    def __init__(self, sketches: Sequence[Sketch], odds: Matrix) -> None:
        self.reports: list[Whole] = wholes(sketches)
        groups = linked(np.clip(odds, -8, 8), SAME_STORY)
        number = {one.setting.report: at for at, one in enumerate(self.reports)}
        self.at = np.array([number[one.setting.report] for one in sketches], np.int64)
        self.group = np.array(groups, np.int64)[self.at]
        self.probability = probability(np.clip(odds, -8, 8))
        np.fill_diagonal(self.probability, 1)
        self.often = self.told(sketches)

    def told(self, sketches: Sequence[Sketch]) -> Matrix:
        """For each mention, the share of its group's reports that have a mention with its head."""
        having: dict[tuple[int, str], set[int]] = defaultdict(set)
        members: dict[int, set[int]] = defaultdict(set)
        for one, group, report in zip(sketches, self.group.tolist(), self.at.tolist(), strict=True):
            having[group, one.head_root].add(report)
            members[group].add(report)
        return np.array(
            [
                len(having[group, one.head_root]) / len(members[group])
                for one, group in zip(sketches, self.group.tolist(), strict=True)
            ],
            np.float32,
        )

    def features(self, rows: slice, same_head: Matrix, same_root: Matrix) -> Matrix:
        """The numbers of `WITH_REPORTS`."""
        same = (self.group[rows, None] == self.group[None]).astype(np.float32)
        return np.stack(
            [
                self.probability[np.ix_(self.at[rows], self.at)],
                same,
                same * same_head,
                same * same_root,
                np.minimum(self.often[rows, None], self.often[None]),
                np.maximum(self.often[rows, None], self.often[None]),
            ],
            axis=-1,
        ).astype(np.float32)


def features(stories: Stories, start: int, stop: int, pairs: Compared) -> Matrix:
    """``(stop - start, mentions, features)``: `FEATURES` of some rows of the table of all pairs."""
    found = pairs.rows(start, stop)
    extra = stories.features(
        slice(start, stop), found[..., ALONE.index("same_head")], found[..., ALONE.index("same_root")]
    )
    return np.concatenate([found, extra], axis=-1)


def likeness(sketches: Sequence[Sketch]) -> Matrix:
    """The probability that each two mentions are of one event, ``(mentions, mentions)``."""
    sketches, end = fitting(sketches)
    stories = Stories(sketches, log_odds("documents" + end, compared(wholes(sketches))))
    pairs = Compared(sketches, local=True)
    found = np.zeros((len(sketches), len(sketches)), np.float32)
    for start in range(0, len(sketches), ROWS):
        stop = min(start + ROWS, len(sketches))
        found[start:stop] = log_odds("together" + end, features(stories, start, stop, pairs))
    found = ((found + found.T) / 2).astype(np.float32)
    sayings = [number for number, one in enumerate(sketches) if one.head in SAYINGS]
    for one in sayings:
        for other in sayings:
            if other_speaker(sketches[one], sketches[other]):
                found[one, other] += OTHER_SPEAKER
    return probability(found)


def together(sketches: Sequence[Sketch]) -> list[int]:
    """
    The number of each mention's event: two mentions have the same where they are of one event.

    Numbers count from 0 by first appearance. The order in which mentions are given changes the numbers alone.
    """
    return linked(likeness(sketches), SAME_EVENT) if sketches else []
