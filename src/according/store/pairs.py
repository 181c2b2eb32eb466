"""
Pairs of reports that are candidates, and what comparing them gave.

All are kept, also those that turned out to be about other matters: what pushes two reports apart counts when stories
are told apart.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from according.store import neighbours
from according.store.match_tables import WEAK, pairs, profiles
from according.store.matcher import Compared, Matcher, Outcome
from according.store.neighbours import NEEDED, NUMBERS, Place

Item = TypeVar("Item")

CACHED = 4000
"""Profiles kept in memory while matching, 100 MB: the reports of some weeks, whom the next ones are compared with."""

AT_ONCE = 500
"""Numbers asked for in one query: SQLite allows 999 in its oldest versions."""


@dataclass(slots=True)
class Shelf:
    """The profiles of a ledger, those used last at hand."""

    matcher: Matcher
    kept: OrderedDict[int, tuple[Place, Any]] = field(default_factory=OrderedDict)

    def put(self, place: Place, profile: Any) -> None:
        """Have a profile at hand."""
        self.kept[place.number] = (place, profile)

    def drop(self, number: int) -> None:
        """Forget a profile that was taken out of the ledger."""
        self.kept.pop(number, None)

    def fetch(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, tuple[Place, Any]]:
        """Those profiles by their numbers, each with its place. At most the oldest used are forgotten meanwhile."""
        wanted = set(numbers)
        found = {}
        for number in wanted & self.kept.keys():
            self.kept.move_to_end(number)
            found[number] = self.kept[number]
        columns = (profiles.c.number, profiles.c.published, profiles.c.rank, profiles.c.profile)
        for some in in_parts(sorted(wanted - found.keys())):
            for row in connection.execute(select(*columns).where(profiles.c.number.in_(some))):
                place = Place(number=row.number, published=row.published, rank=row.rank)
                found[row.number] = self.kept[row.number] = (place, self.matcher.load(row.profile))
        while len(self.kept) > CACHED:
            self.kept.popitem(last=False)
        return found


@dataclass(slots=True)
class Changed:
    """
    Profiles whose groups have to be found again. `pushed`: pairs that push each other apart, which matters only where
    both are among those told apart together.
    """

    story: set[int] = field(default_factory=set)
    origin: set[int] = field(default_factory=set)
    pushed: set[NUMBERS] = field(default_factory=set)

    def note(self, pair: NUMBERS, compared: Outcome) -> None:
        """What was found of the pair has come or gone."""
        if compared.story is not None and compared.story > 0:
            self.story.update(pair)
        elif compared.story:
            self.pushed.add(pair)
        if compared.origin is not None:
            self.origin.update(pair)


def in_parts(found: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """What was given, so many at a time."""
    left = iter(found)
    while part := list(islice(left, size)):
        yield part


def apply(connection: Connection, change: Counter[NUMBERS], shelf: Shelf, newest_before: int) -> Changed:
    """
    Bring the pairs up to date: those that became candidates are compared, those that no longer are are taken out.

    `newest_before` is the greatest number of a profile before the change: pairs of later ones cannot be there yet, and
    all that supports them is in the change.
    """
    wanted = [(pair, by) for pair, by in sorted(change.items()) if by]
    kept = [(pair, by) for pair, by in wanted if pair[1] <= newest_before]
    changed = Changed()
    _support(connection, kept)
    for row in connection.execute(delete(pairs).where(WEAK).returning(pairs)).all():
        changed.note((row.first, row.second), Compared(story=row.story, origin=row.origin, kinship=row.kinship))
    fresh = [(pair, by) for pair, by in wanted if pair[1] > newest_before and by >= NEEDED]
    fresh += _grown(connection, [pair for pair, by in kept if by > 0], shelf)
    for some in in_parts(fresh, AT_ONCE):  # each has two profiles, most of them shared
        rows = []
        at_hand = shelf.fetch(connection, {number for pair, _ in some for number in pair})
        for pair, by in some:
            compared = _compare(shelf.matcher, at_hand[pair[0]], at_hand[pair[1]])
            changed.note(pair, compared)
            rows.append(_row(pair, by, compared))
        connection.execute(insert(pairs), rows)
    return changed


SUPPORT = (
    update(pairs)
    .where(pairs.c.second == bindparam("of_second"), pairs.c.first == bindparam("of_first"))
    .values(support=pairs.c.support + bindparam("more"))
)


def _support(connection: Connection, changes: list[tuple[NUMBERS, int]]) -> None:
    """Pairs that are not there had too little support, and are not given it here."""
    if changes:
        connection.execute(SUPPORT, [{"of_first": a, "of_second": b, "more": by} for (a, b), by in changes])


def _grown(connection: Connection, grown: list[NUMBERS], shelf: Shelf) -> list[tuple[NUMBERS, int]]:
    """Pairs that were no candidates and have come near each other because a report left, with their support."""
    found: list[tuple[NUMBERS, int]] = []
    supported: dict[int, Counter[int]] = {}
    for first, second in grown:
        row = connection.execute(select(pairs.c.first).where(pairs.c.second == second, pairs.c.first == first))
        if row.first() is not None:
            continue
        if first not in supported:
            held = shelf.fetch(connection, [first])
            if first not in held:
                continue
            place, profile = held[first]
            supported[first] = neighbours.support(connection, neighbours.hashed(shelf.matcher.keys(profile)), place)
        if supported[first][second] >= NEEDED:
            found.append(((first, second), supported[first][second]))
    return found


def _compare(matcher: Matcher, one: tuple[Place, Any], other: tuple[Place, Any]) -> Outcome:
    older, newer = in_order(one, other)
    return matcher.compare(older[1], newer[1])


def in_order(one: tuple[Place, Any], other: tuple[Place, Any]) -> tuple[tuple[Place, Any], tuple[Place, Any]]:
    """The one that was published first, first: never the one that was read first."""
    is_older = (one[0].published, one[0].rank) <= (other[0].published, other[0].rank)
    return (one, other) if is_older else (other, one)


def _row(pair: NUMBERS, support: int, compared: Outcome) -> dict[str, object]:
    return {
        "first": pair[0],
        "second": pair[1],
        "support": support,
        "story": compared.story,
        "origin": compared.origin,
        "kinship": compared.kinship,
    }
