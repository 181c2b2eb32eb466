"""
Stories out of compared pairs, by `according.matching.clustering`.

Blocking leaves out pairs, and a pair that no key brought together is a little less likely to be one story. So friends
of friends, pairs that both were found like a third, are compared here as well, with `UNBLOCKED` against them; else one
report that is like two stories would join them unopposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from according.matching.clustering import Pair, clusters
from according.matching.stories.likeness import Likeness, likeness
from according.matching.stories.outline import Outline

LENIENCE = 1.2
"""
Log-odds that a pair of one group may lack. Two reports of one story, a year apart, may look unlike; that a group is
pulled together on the whole is enough. Measured: between 0.8 and 1.8 both development sets move by 0.01.
"""

UNBLOCKED = 1.5
"""
Log-odds against a pair that no key brought together. Measured: where one key in common is enough to be compared, 0 is
worse by 0.02 and 1 to 3 are alike; where more is asked, 0 to 1.5 are best.
"""

FRIENDS = 12
"""Reports most like a report, pairs of which are compared: bounds the work where thousands tell one story."""


def stories(
    outlines: Mapping[str, Outline],
    likenesses: Mapping[Pair, Likeness],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """
    The stories: groups of reports' ids, each sorted, the groups by their first. A report without another is one alone.

    Args:
        outlines: all reports to be grouped, by id.
        likenesses: the pairs that blocking brought together; the order of a pair's two ids does not matter.
        same, different: a person's decisions, which hold whatever the reports look like.

    >>> alone = {"r1": Outline(report="r1"), "r2": Outline(report="r2")}
    >>> stories(alone, {}), stories(alone, {}, same=[("r2", "r1")])
    ((('r1',), ('r2',)), (('r1', 'r2'),))
    """
    pulls = {_ordered(pair): found.log_odds + LENIENCE for pair, found in likenesses.items()}
    for pair in sorted(between_friends(pulls) - pulls.keys()):
        if pair[0] in outlines and pair[1] in outlines:
            found = likeness(outlines[pair[0]], outlines[pair[1]])
            pulls[pair] = found.log_odds + LENIENCE - UNBLOCKED
    return clusters(outlines, pulls, same, different)


def _ordered(pair: Pair) -> Pair:
    return min(pair), max(pair)


def between_friends(pulls: Mapping[Pair, float]) -> set[Pair]:
    """Pairs of reports that are both among the likest of a third."""
    friends: dict[str, list[tuple[float, str]]] = {}
    for (a, b), pull in pulls.items():
        if pull > 0:
            friends.setdefault(a, []).append((-pull, b))
            friends.setdefault(b, []).append((-pull, a))
    return {
        _ordered(pair)
        for found in friends.values()
        for pair in combinations([friend for _, friend in sorted(found)[:FRIENDS]], 2)
    }
