"""
Groups out of pairwise decisions: greedy additive edge contraction (Keuper et al. 2015, section 4), which solves
correlation clustering (Bansal, Blum & Chawla 2004) well enough in time about linear in the pairs.

Each pair that was compared pulls (log-odds above 0) or pushes (below 0). Two groups are joined while what pulls between
them outweighs what pushes, the strongest first. So one bridge does not join two large groups whose other
pairs push, as single link would; and pairs that nobody compared say nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def clusters(
    items: Iterable[str], log_odds: Mapping[Pair, float], same: Iterable[Pair] = (), different: Iterable[Pair] = ()
) -> tuple[tuple[str, ...], ...]:
    """
    The groups of `items`, each sorted, the groups by their first item.

    The order of the arguments does not matter: ties go by name. `same` and `different` are a person's decisions and
    hold whatever the log-odds say; where both speak of one pair, also by way of others, `different` holds.
    Pairs of what is not among the items are left out.

    >>> clusters("abcd", {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): -3.0})
    (('a', 'b'), ('c',), ('d',))
    >>> clusters("abc", {("a", "b"): 2.0}, same=[("b", "c")], different=[("a", "c")])
    (('a',), ('b', 'c'))
    """
    groups = _Groups(items, different)
    for a, b in sorted((min(pair), max(pair)) for pair in same if groups.knows(pair)):
        groups.join(groups.of(a), groups.of(b))
    for (a, b), weight in sorted(((min(pair), max(pair)), weight) for pair, weight in log_odds.items()):
        if groups.knows((a, b)):
            groups.pull(groups.of(a), groups.of(b), weight)
    heap = [(-weight, a, b) for a in groups.members for b, weight in groups.pulls[a].items() if a < b and weight > 0]
    heapq.heapify(heap)
    while heap:
        weight, a, b = heapq.heappop(heap)
        if groups.pulls.get(a, {}).get(b) != -weight:
            continue  # one of the two was joined to another since
        kept = groups.join(a, b)
        if kept is None:
            continue
        for other, pull in groups.pulls[kept].items():
            if pull > 0:
                heapq.heappush(heap, (-pull, min(kept, other), max(kept, other)))
    return tuple(sorted(tuple(sorted(members)) for members in groups.members.values()))


class _Groups:
    """Disjoint groups, each named by its first item; what pulls between two; and which may not be joined."""

    def __init__(self, items: Iterable[str], different: Iterable[Pair]) -> None:
        self.members: dict[str, list[str]] = {item: [item] for item in sorted(set(items))}
        self.name = {item: item for item in self.members}
        self.pulls: dict[str, dict[str, float]] = {item: {} for item in self.members}
        self.apart: dict[str, set[str]] = {}
        for a, b in different:
            if not self.knows((a, b)):
                continue
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def knows(self, pair: Pair) -> bool:
        return pair[0] in self.name and pair[1] in self.name

    def of(self, item: str) -> str:
        return self.name[item]

    def pull(self, a: str, b: str, weight: float) -> None:
        if a != b:
            for one, other in ((a, b), (b, a)):
                self.pulls[one][other] = self.pulls[one].get(other, 0.0) + weight

    def join(self, a: str, b: str) -> str | None:
        """The name of the joined group; None where a person keeps some of the two apart."""
        if a == b:
            return a
        if self._kept_apart(a, b):
            return None
        kept, gone = sorted((a, b))
        for item in self.members[gone]:
            self.name[item] = kept
        self.members[kept] += self.members.pop(gone)
        for other, weight in sorted(self.pulls.pop(gone).items()):
            del self.pulls[other][gone]
            self.pull(kept, other, weight)
        return kept

    def _kept_apart(self, a: str, b: str) -> bool:
        few, many = sorted((self.members[a], self.members[b]), key=len)
        return any(self.name[other] == self.name[many[0]] for item in few for other in self.apart.get(item, ()))
