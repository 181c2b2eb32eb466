"""
Stories and origins out of the pairs, found again only where something has changed.

An origin is a connected component of the pairs that have one. For stories, what hangs together by log-odds above 0 is
told apart by `Matcher.clusters`; but a war hangs together for years, and a piece of that size would be gone through
for every new report. So where more than `LARGEST` hang together, the bar is raised, step by step, for them alone,
until the pieces are small enough; what then still hangs together is near certain and stays together. Which reports
are in one piece depends on the pairs that there are, never on the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from according.store.match_tables import KIN, NEAR, friends, members, pairs, profiles
from according.store.matcher import Decisions
from according.store.neighbours import NUMBERS, UNDATED
from according.store.pairs import Changed, Shelf, in_order, in_parts

LARGEST = 300
"""
Reports among whom stories are told apart at once, in about a tenth of a second. Measured: in 25,000 invented reports
865 hang together, and going through them for each new day's took half of all time. Few stories have more than 300; of
one that has, what hangs on loosely is taken for stories of its own.
"""

BARS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0)
"""
Pulls that pairs must exceed for their reports to hang together; the last is as good as certain. A guess; the evaluation
of stories would show whether they split what belongs together, if it had stories as large.
"""

Weights = dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What persons decided of one kind, by the numbers of profiles."""

    same: frozenset[NUMBERS] = frozenset()
    different: frozenset[NUMBERS] = frozenset()


@dataclass(slots=True)
class Groups:
    """The stories, or the origins, as far as they have to be found again."""

    connection: Connection
    shelf: Shelf
    kind: str
    decided: Decided
    bars: tuple[float, ...]
    near: dict[int, Weights] = field(default_factory=dict)
    beside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    too_large: dict[float, set[int]] = field(default_factory=lambda: defaultdict(set))

    weights: dict[int, dict[NUMBERS, float]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[NUMBERS, float] = field(default_factory=dict)
    fresh: list[dict[str, object]] = field(default_factory=list)
    """`known`: what `friends` has of the pairs within the pieces; `fresh`: what is to be added to it."""

    def __post_init__(self) -> None:
        for a, b in self.decided.same:
            self.beside[a].add(b)
            self.beside[b].add(a)

    def found_again(self, touched: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """For each profile of a piece that was touched, its piece."""
        pieces: dict[int, tuple[int, ...]] = {}
        self._look_around(sorted(touched))  # most of what is near them is among them
        for number in sorted(touched):
            if number not in pieces:
                piece = self._piece(number)
                pieces.update(dict.fromkeys(piece, piece))
        return pieces

    def _piece(self, number: int) -> tuple[int, ...]:
        for bar in self.bars[:-1]:
            reached = self._hanging_together(number, bar, LARGEST)
            if reached is not None:
                return reached
        reached = self._hanging_together(number, self.bars[-1], None)
        assert reached is not None
        return reached

    def _hanging_together(self, number: int, bar: float, most: int | None) -> tuple[int, ...] | None:
        """All that can be reached over pairs above the bar, sorted; None where they are more than `most`."""
        reached, last = {number}, [number]
        while last:
            if most is not None and not self.too_large[bar].isdisjoint(last):
                self.too_large[bar] |= reached
                return None
            self._look_around(last)
            following = {other for one in last for other, weight in self.near[one].items() if weight > bar} - reached
            reached |= following
            last = sorted(following)
            if most is not None and len(reached) > most:
                self.too_large[bar] |= reached
                return None
        return tuple(sorted(reached))

    def _look_around(self, numbers: Collection[int]) -> None:
        """Have the neighbours of these profiles at hand."""
        column = pairs.c.story if self.kind == "story" else pairs.c.origin
        above = and_(NEAR, column > 0) if self.kind == "story" else KIN
        new = [number for number in numbers if number not in self.near]
        for number in new:
            self.near[number] = dict.fromkeys(self.beside.get(number, ()), inf)
        for some in in_parts(new):
            for mine, other in ((pairs.c.first, pairs.c.second), (pairs.c.second, pairs.c.first)):
                found = select(mine.label("mine"), other.label("other"), column.label("weight"))
                for row in self.connection.execute(found.where(mine.in_(some), above)):
                    self.near[row.mine].setdefault(row.other, row.weight)

    def told_apart(self, piece: tuple[int, ...], ids: Mapping[int, str]) -> list[list[int]]:
        """The groups of a piece. Ties go by the reports' ids, never by the numbers that they were given."""
        if len(piece) == 1:
            return [list(piece)]
        within = set(piece)
        different = [pair for pair in self.decided.different if within.issuperset(pair)]
        if self.kind == "origin" and not different:
            return [list(piece)]
        names = {ids[number]: number for number in piece}
        pulls = {(ids[a], ids[b]): weight for (a, b), weight in self.weights[piece[0]].items()}
        decisions = Decisions(
            same=tuple((ids[a], ids[b]) for a, b in self.decided.same if a in within and b in within),
            different=tuple((ids[a], ids[b]) for a, b in different),
        )
        if self.kind == "story":
            self._add_friends(pulls, names)
        return [[names[name] for name in group] for group in self.shelf.matcher.clusters(names, pulls, decisions)]

    def _add_friends(self, pulls: dict[tuple[str, str], float], names: Mapping[str, int]) -> None:
        """Pull, or push, also between those that were both found like a third."""
        matcher = self.shelf.matcher
        for a, b in sorted(set(matcher.friends(pulls, len(names)))):
            if (a, b) in pulls or (b, a) in pulls:
                continue
            pair = min(names[a], names[b]), max(names[a], names[b])
            if pair not in self.known:
                held = self.shelf.fetch(self.connection, pair)
                older, newer = in_order(held[pair[0]], held[pair[1]])
                self.known[pair] = matcher.pull(older[1], newer[1])
                self.fresh.append({"first": pair[0], "second": pair[1], "pull": self.known[pair]})
            pulls[a, b] = self.known[pair]

    def weigh(self, pieces: Mapping[int, tuple[int, ...]]) -> None:
        """Have all pairs within the pieces at hand."""
        column = pairs.c.story if self.kind == "story" else pairs.c.origin
        columns = (pairs.c.first, pairs.c.second, column.label("weight"))
        for some in in_parts(sorted(number for number, piece in pieces.items() if len(piece) > 1)):
            query = select(*columns).where(pairs.c.second.in_(some), column.is_not(None))
            for first, second, weight in self.connection.execute(query):
                piece = pieces[second]
                if pieces.get(first) is piece:
                    self.weights[piece[0]][first, second] = weight
            if self.kind == "story":
                kept = select(friends.c.first, friends.c.second, friends.c.pull).where(friends.c.second.in_(some))
                self.known.update(((first, second), pull) for first, second, pull in self.connection.execute(kept))


def regroup(connection: Connection, shelf: Shelf, changed: Changed, decided: Mapping[str, Decided]) -> None:
    """Find the stories and origins again that the change touches, and write down whose changed."""
    for kind, touched in (("story", changed.story | _pushed(connection, changed.pushed)), ("origin", changed.origin)):
        column = members.c.piece if kind == "story" else members.c.origin
        bars = BARS if kind == "story" else (0.0,)
        groups = Groups(connection, shelf, kind, decided[kind], bars)
        alive = _alive(connection, touched)
        pieces = groups.found_again(alive | _with(connection, column, alive))
        _write(connection, kind, groups, pieces)


def enter(connection: Connection, numbers: Iterable[int]) -> None:
    """New profiles, each a story and an origin by itself until `regroup` finds more."""
    rows = [{"profile": number, "piece": number, "story": number, "origin": number} for number in numbers]
    if rows:
        connection.execute(insert(members), rows)


def leave(connection: Connection, number: int) -> Changed:
    """Take a profile out of its groups. What is left of them has to be found again."""
    mine = connection.execute(select(members).where(members.c.profile == number)).one()
    connection.execute(delete(members).where(members.c.profile == number))
    piece = connection.execute(select(members.c.profile).where(members.c.piece == mine.piece)).scalars()
    origin = connection.execute(select(members.c.profile).where(members.c.origin == mine.origin)).scalars()
    return Changed(story=set(piece), origin=set(origin))


def _pushed(connection: Connection, pushed: Iterable[NUMBERS]) -> set[int]:
    """Of pairs that push each other apart, those that are in one piece."""
    asked = list(pushed)
    piece = _values(connection, members.c.piece, {number for pair in asked for number in pair})
    return {a for a, b in asked if a in piece and piece[a] == piece.get(b)}


def _alive(connection: Connection, numbers: Iterable[int]) -> set[int]:
    return set(_values(connection, members.c.piece, numbers))


def _values(connection: Connection, column: object, numbers: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in in_parts(sorted(set(numbers))):
        rows = connection.execute(select(members.c.profile, column).where(members.c.profile.in_(some)))  # type: ignore[call-overload]
        found.update((row[0], row[1]) for row in rows)
    return found


def _with(connection: Connection, column: object, numbers: Collection[int]) -> set[int]:
    """All that are in one piece, or in one origin, with some of these."""
    found: set[int] = set()
    for some in in_parts(sorted(set(_values(connection, column, numbers).values()))):
        found |= set(connection.execute(select(members.c.profile).where(column.in_(some))).scalars())  # type: ignore[attr-defined]
    return found


RENAME = {
    "story": update(members)
    .where(members.c.profile == bindparam("of"))
    .values(piece=bindparam("to_piece"), story=bindparam("to")),
    "origin": update(members).where(members.c.profile == bindparam("of")).values(origin=bindparam("to")),
}


def _write(connection: Connection, kind: str, groups: Groups, pieces: dict[int, tuple[int, ...]]) -> None:
    """Each group goes by its first report: by date, the undated last, and by id."""
    order, ids = {}, {}
    for some in in_parts(sorted(pieces)):
        columns = (profiles.c.number, profiles.c.id, profiles.c.published)
        for row in connection.execute(select(*columns).where(profiles.c.number.in_(some))):
            order[row.number], ids[row.number] = (row.published == UNDATED, row.published, row.id), row.id
    rows = []
    groups.weigh(pieces)
    for piece in dict.fromkeys(pieces.values()):
        for group in groups.told_apart(piece, ids):
            first = min(group, key=order.__getitem__)
            rows += [{"of": number, "to": first, "to_piece": piece[0]} for number in group]
    if groups.fresh:
        connection.execute(insert(friends), groups.fresh)
    before = {kind: _values(connection, members.c[kind], pieces), "piece": _values(connection, members.c.piece, pieces)}
    rows = [
        row
        for row in rows
        if before[kind][row["of"]] != row["to"] or (kind == "story" and before["piece"][row["of"]] != row["to_piece"])
    ]
    if kind == "origin":
        rows = [{"of": row["of"], "to": row["to"]} for row in rows]
    if rows:
        connection.execute(RENAME[kind], rows)
