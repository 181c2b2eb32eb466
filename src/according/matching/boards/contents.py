"""Which claims of a story say the same, by what was decided of them."""

from __future__ import annotations

from collections import defaultdict

from according.matching.boards.evidence import Evidence
from according.records import ClaimAt

SAME = frozenset({"identical", "restates", "quotes"})
"""Relations within one content: they retell it. The others add to it, change it or oppose it."""


def contents(known: Evidence) -> list[tuple[ClaimAt, ...]]:
    """The claims grouped by content, each group by date, the groups by their first."""
    order = sorted(known.claims, key=known.when)
    top = {at: at for at in order}

    def find(at: ClaimAt) -> ClaimAt:
        while top[at] != at:
            top[at] = top[top[at]]
            at = top[at]
        return at

    for relation in known.relations:
        if relation.relation in SAME:
            top[find(relation.newer)] = find(relation.older)
    groups: dict[ClaimAt, list[ClaimAt]] = defaultdict(list)
    for at in order:
        groups[find(at)].append(at)
    return [tuple(group) for group in groups.values()]
