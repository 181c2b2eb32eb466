"""How the claims of two reports stand to each other: worked out when somebody asks, then kept by pair of readings."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from according.records import ClaimAt, Relation, Span, Step
from according.store import across, pairs
from according.store.match_tables import KIN, NEAR, members, profiles, related
from according.store.match_tables import pairs as table
from according.store.matcher import Matcher
from according.store.neighbours import NUMBERS, Place

ALL_PAIRS = 40
"""Reports of a story up to which all pairs of them are related; in a larger one those that are candidates. A guess."""

HELD = 200
"""Accounts of reports kept in memory meanwhile. A guess: tens of MB."""

Held = tuple[Place, Any]


def worth_relating(connection: Connection, story: int | None) -> list[NUMBERS]:
    """
    Pairs of reports whose claims may have to do with each other, of one story (by a profile in it) or of all.

    Those of one story, those of one origin, and those that pull each other into one story at all.
    """
    of_story: dict[int, int] = {}
    query = select(members.c.profile, members.c.story)
    if story is not None:
        mine = select(members.c.story).where(members.c.profile == story).scalar_subquery()
        query = query.where(members.c.story == mine)
    for row in connection.execute(query):
        of_story[row.profile] = row.story
    by_story: dict[int, list[int]] = {}
    for number, name in of_story.items():
        by_story.setdefault(name, []).append(number)
    found = {pair for some in by_story.values() if len(some) <= ALL_PAIRS for pair in combinations(sorted(some), 2)}
    for some in pairs.in_parts(sorted(of_story)):
        for condition in (
            table.c.second.in_(some) & or_(NEAR, KIN),
            table.c.first.in_(some) & NEAR,
            table.c.first.in_(some) & KIN,
        ):
            near = connection.execute(select(table.c.first, table.c.second).where(condition))
            found |= {(row.first, row.second) for row in near}
        for row in connection.execute(select(table.c.first, table.c.second).where(table.c.second.in_(some))):
            if of_story.get(row.first) == of_story[row.second]:
                found.add((row.first, row.second))
    return sorted(found)


@dataclass(slots=True)
class Relating:
    """Relations of pairs of reports, those that are kept and those that have to be worked out first."""

    connection: Connection
    matcher: Matcher
    accounts: OrderedDict[int, Any] = field(default_factory=OrderedDict)
    fresh: list[dict[str, object]] = field(default_factory=list)
    """Rows of `related` that are to be kept."""

    def relations(self, wanted: Iterable[NUMBERS]) -> Iterator[Relation]:
        """Of each pair in turn; a pair of a report that is gone has none."""
        shelf = pairs.Shelf(self.matcher)
        for some in pairs.in_parts(wanted):
            numbers = {number for pair in some for number in pair}
            held, readings = shelf.fetch(self.connection, numbers), self._readings(numbers)
            for one, other in some:
                if one in held and other in held:
                    older, newer = pairs.in_order(held[one], held[other])
                    yield from self._of((older, newer), (readings[older[0].number], readings[newer[0].number]))

    def _of(self, two: tuple[Held, Held], readings: tuple[int, int]) -> tuple[Relation, ...]:
        older, newer = readings
        query = select(related.c.relations).where(related.c.newer == newer, related.c.older == older)
        kept = self.connection.execute(query).scalar()
        if kept is not None:
            return tuple(_read(data) for data in json.loads(kept))
        compared = self.matcher.compare(two[0][1], two[1][1])
        found = self.matcher.relate(self._account(older), self._account(newer), compared)
        data = json.dumps([asdict(relation) for relation in found], ensure_ascii=False, separators=(",", ":"))
        self.fresh.append({"newer": newer, "older": older, "relations": data})
        return found

    def _account(self, reading: int) -> Any:
        if reading in self.accounts:
            self.accounts.move_to_end(reading)
        else:
            self.accounts[reading] = self.matcher.account(across.of_reading(self.connection, reading))
            if len(self.accounts) > HELD:
                self.accounts.popitem(last=False)
        return self.accounts[reading]

    def _readings(self, numbers: Iterable[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for some in pairs.in_parts(sorted(numbers)):
            query = select(profiles.c.number, profiles.c.reading).where(profiles.c.number.in_(some))
            found.update((row.number, row.reading) for row in self.connection.execute(query))
        return found


def keep(connection: Connection, fresh: list[dict[str, object]]) -> None:
    """Keep what was worked out, unless another process was faster."""
    for row in fresh:
        same = select(related.c.newer).where(related.c.newer == row["newer"], related.c.older == row["older"])
        if connection.execute(same).first() is None:
            connection.execute(insert(related), row)


def _read(data: dict[str, Any]) -> Relation:
    return Relation(
        **data
        | {
            "newer": ClaimAt(**data["newer"]),
            "older": ClaimAt(**data["older"]),
            "reasons": tuple(
                Step(**step | {"spans": tuple(Span(**span) for span in step["spans"])}) for step in data["reasons"]
            ),
        }
    )
