"""
The claims of the current reports, held ready to be searched, counted and sorted.

    index = Index(ledger)
    found = index.find(Wanted(chosen={"stance": ("denied",)}, words="oil depot"))
    found.total, found.facets["country"], index.rows(found.numbers[:50])

Facets are counted over all claims at each request, which SQL does in seconds at 100,000 of them and whole columns of
small numbers in milliseconds. The columns follow the database: rows are only ever appended to it, so what is new is
added, and what another reading or version superseded is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, func, select

from according.store import finding, sqlite, tables
from according.store.claim_rows import ClaimRow, claim_rows
from according.store.happenings import STATEMENT
from according.store.ledger import Ledger
from according.store.match_tables import judgements
from according.store.queries import IS_SOURCE
from according.store.rows import NAMED, UNSOURCED

FACETS = ("naming", "source", "country", "stance", "certainty", "event", "place", "outlet", "date")
"""What claims are counted by. The names are those of `Wanted.chosen`."""

MULTIPLE = frozenset({"country", "event", "place"})
"""Facets of which a claim may have several values, or none."""

SORTS = ("date", "source", "outlet", "stance", "certainty", "sure", "read")
"""
What claims are sorted by: "read" is the order in which they were read, "sure" the extractor's confidence. A "-" before
the name turns it round; claims without a date, source or outlet come last either way.
"""

NAMINGS = ("named", "role-only", "unnamed", "nobody", "outlet")
"""Whether the innermost source is named, told by its office, not named, not told at all, or the outlet itself."""

MOST_SEARCHES = 64
"""Searches of which it is kept what they found: 100 kB each at 100,000 claims. A guess."""

Numbers = NDArray[np.int64]
Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    Which claims are wanted, in which order. `chosen`: values by facet, any of a facet's; "date" takes a day or its
    beginning ("2024-05"). `words`: each stands in the content or the sources, in any inflection. `since`, `until`:
    days of publication, both inclusive.
    """

    chosen: Chosen = field(default_factory=dict)
    words: str = ""
    since: str = ""
    until: str = ""
    sort: str = "-date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    The numbers of the claims in their order, and of each facet the values with their counts, most first.

    A facet's counts are of the claims that all other facets leave, so that another of its values can be chosen.
    """

    total: int
    numbers: Numbers
    facets: Mapping[str, Sequence[tuple[str, int]]]


@dataclass(slots=True)
class _Column:
    """One facet: its values, and for each entry the claim's row and the value's number."""

    values: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    rows: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    codes: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))

    def add(self, rows: Sequence[int], values: Sequence[str]) -> None:
        """Add entries; "" is kept as a value, and shown as none. Written in another case, a value is the same."""
        code_of = {}
        for value in dict.fromkeys(values):
            code_of[value] = self.known.setdefault(value.casefold(), len(self.values))
            if code_of[value] == len(self.values):
                self.values.append(value)
        self.rows = np.concatenate([self.rows, np.array(rows, np.int64)])
        self.codes = np.concatenate([self.codes, np.array([code_of[value] for value in values], np.int64)])

    def having(self, chosen: Sequence[str], count: int, *, begins: bool = False) -> NDArray[np.bool_]:
        """Which of `count` rows have one of the values, or one that begins so."""
        folded = tuple(value.casefold() for value in chosen)
        if begins:
            codes = [code for key, code in self.known.items() if key and key.startswith(folded)]
        else:
            codes = [self.known[value] for value in folded if value in self.known]
        wanted = np.zeros(len(self.values) + 1, np.bool_)
        wanted[codes] = True
        having = np.zeros(count, np.bool_)
        having[self.rows[wanted[self.codes]]] = True
        return having

    def counts(self, mask: NDArray[np.bool_]) -> list[tuple[str, int]]:
        """How many rows of the mask have each value, most first."""
        counted = np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))
        found = np.flatnonzero(counted)
        order = found[np.argsort(-counted[found], kind="stable")]
        return [(self.values[code], int(counted[code])) for code in order if self.values[code]]

    def ranks(self) -> tuple[Numbers, NDArray[np.bool_]]:
        """(each row's place among the values in the order of the alphabet, where there is none)."""
        place = np.empty(len(self.values), np.int64)
        place[sorted(range(len(self.values)), key=lambda code: self.values[code].casefold())] = np.arange(len(place))
        empty = np.array([not value for value in self.values], np.bool_)
        return place[self.codes], empty[self.codes]


class Index:
    """The current claims of a ledger as columns; it may be shared by threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._newest: tuple[int, ...] = (0,)
        self._columns = {name: _Column() for name in FACETS}
        self._numbers: Numbers = np.zeros(0, np.int64)
        self._readings: Numbers = np.zeros(0, np.int64)
        self._sure: NDArray[np.float64] = np.zeros(0)
        self._current: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._searched: dict[str, NDArray[np.bool_]] = {}

    def find(self, wanted: Wanted) -> Found:
        """The claims that are wanted. Raises: StoreError."""
        with self._ledger._looking() as connection, self._lock:  # noqa: SLF001 - of the same package
            self._follow(connection)
            mask = self._current & self._said(connection, wanted)
        count = len(self._numbers)
        having = {
            name: self._columns[name].having(values, count, begins=name == "date")
            for name, values in wanted.chosen.items()
            if values and name in self._columns
        }
        facets = {}
        for name, column in self._columns.items():
            rest = mask
            for other, condition in having.items():
                rest = rest if other == name else rest & condition
            facets[name] = _months(column.counts(rest), wanted) if name == "date" else column.counts(rest)
        for condition in having.values():
            mask = mask & condition
        rows = np.flatnonzero(mask)
        return Found(total=len(rows), numbers=self._numbers[self._sorted(rows, wanted.sort)], facets=facets)

    def rows(self, numbers: Iterable[int]) -> tuple[ClaimRow, ...]:
        """What is shown of the claims with these numbers, in their order."""
        with self._ledger._looking() as connection:  # noqa: SLF001 - of the same package
            return claim_rows(connection, [int(number) for number in numbers])

    def state(self) -> tuple[int, ...]:
        """What is another one as soon as something was read, or decided by a person."""
        with self._ledger._looking() as connection:  # noqa: SLF001 - of the same package
            return _newest(connection, tables.readings, tables.reports, judgements)

    def _said(self, connection: Connection, wanted: Wanted) -> NDArray[np.bool_]:
        """The rows in which the words stand, of reports that were published on the wanted days."""
        said = np.ones(len(self._numbers), np.bool_)
        if wanted.words.strip():
            said &= self._with_words(connection, wanted.words)
        if wanted.since or wanted.until:
            day = self._columns["date"]
            until = f"{wanted.until or '9999'}\uffff"  # a day and its hours
            wide = np.array([bool(value) and wanted.since <= value <= until for value in day.values], np.bool_)
            said &= wide[day.codes] if len(wide) else False
        return said

    def _with_words(self, connection: Connection, words: str) -> NDArray[np.bool_]:
        """The rows in which the words stand; those of the last searches are kept, for they are paged and narrowed."""
        found = self._searched.get(words)
        if found is None:
            query = select(tables.claims.c.number).where(sqlite.words_match(words))
            found = np.isin(self._numbers, np.fromiter(connection.execute(query).scalars(), np.int64))
            while len(self._searched) >= MOST_SEARCHES:
                del self._searched[next(iter(self._searched))]
            self._searched[words] = found
        return found

    def _sorted(self, rows: Numbers, sort: str) -> Numbers:
        name, turned = sort.removeprefix("-"), sort.startswith("-")
        if name not in SORTS or name == "read":
            return rows[::-1] if turned and name == "read" else rows
        key: NDArray[np.float64] = self._sure
        empty = np.zeros(len(self._numbers), np.bool_)
        if name != "sure":
            places, empty = self._columns[name].ranks()
            key = places.astype(np.float64)
        key, empty = key[rows], empty[rows]
        return rows[np.lexsort((rows, -key if turned else key, empty))]

    def _follow(self, connection: Connection) -> None:
        """Add what was read since the last time."""
        reports, readings = tables.reports, tables.readings
        newest = _newest(connection, readings, reports)
        if newest == self._newest:
            return
        self._add(connection, self._newest[0])
        current = select(readings.c.number).join(reports, reports.c.number == readings.c.report)
        current = current.where(finding.is_newest_reading(), finding.is_newest_version())
        held = np.fromiter(connection.execute(current).scalars(), np.int64)
        self._current = np.isin(self._readings, held)
        self._newest = newest
        self._searched.clear()

    def _add(self, connection: Connection, after: int) -> None:
        claims, links, readings = tables.claims, tables.links, tables.readings
        told = select(
            claims.c.number, claims.c.reading, claims.c.stance, claims.c.certainty, claims.c.confidence,
            readings.c.publisher, func.substr(readings.c.published, 1, 10).label("day"),
        ).join(readings, readings.c.number == claims.c.reading).where(claims.c.reading > after)  # fmt: skip
        found = connection.execute(told.order_by(claims.c.number)).all()
        numbers, of_reading, stance, certainty, sure, outlet, day = zip(*found, strict=True) if found else ((),) * 7
        start = len(self._numbers)
        rows = range(start, start + len(found))
        row_of = dict(zip(numbers, rows, strict=True))
        for name, values in (("stance", stance), ("certainty", certainty), ("outlet", outlet), ("date", day)):
            self._columns[name].add(rows, [value or "" for value in values])
        spoken = connection.execute(
            select(links.c.claim, links.c.voice, links.c.position, links.c.identification)
            .join(claims, claims.c.number == links.c.claim)
            .where(claims.c.reading > after, links.c.innermost)
        )
        speaks = {claim: (voice, _naming(position, kind)) for claim, voice, position, kind in spoken.all()}
        nobody = (UNSOURCED, "nobody")
        self._columns["source"].add(rows, [speaks.get(number, nobody)[0] for number in numbers])
        self._columns["naming"].add(rows, [speaks.get(number, nobody)[1] for number in numbers])
        for name, pairs in _several(connection, after).items():
            self._columns[name].add([row_of[claim] for claim, _ in pairs], [value for _, value in pairs])
        self._numbers = np.concatenate([self._numbers, np.array(numbers, np.int64)])
        self._readings = np.concatenate([self._readings, np.array(of_reading, np.int64)])
        self._sure = np.concatenate([self._sure, np.array(sure, np.float64)])


def _newest(connection: Connection, *of: Table) -> tuple[int, ...]:
    """The greatest number that a row of each table has; numbers are never used twice."""
    greatest = (select(func.coalesce(func.max(table.c.number), 0)) for table in of)
    return tuple(int(connection.execute(query).scalar_one()) for query in greatest)


def _several(connection: Connection, after: int) -> dict[str, list[tuple[int, str]]]:
    """Of the facets with several values: (claim, value), each once."""
    claims, links, told, events = tables.claims, tables.links, tables.claim_events, tables.events
    of_country = (
        select(links.c.claim, links.c.country)
        .join(claims, claims.c.number == links.c.claim)
        .where(claims.c.reading > after, IS_SOURCE, links.c.country.is_not(None))
    )
    of_events = (
        select(told.c.claim, events.c.kind, events.c.place)
        .join(events, events.c.number == told.c.event)
        .where(events.c.reading > after, (events.c.kind != STATEMENT) | events.c.place.is_not(None))
    )
    happened = connection.execute(of_events).all()
    found = {
        "country": ((claim, country) for claim, country in connection.execute(of_country).all()),
        "event": ((claim, kind) for claim, kind, _ in happened if kind and kind != STATEMENT),
        "place": ((claim, place) for claim, _, place in happened if place),
    }
    return {name: list(dict.fromkeys(pairs)) for name, pairs in found.items()}


def _naming(position: int, identification: str | None) -> str:
    """One of `NAMINGS`, of the link that vouches for a claim."""
    if position == 0:
        return "outlet"
    return "named" if identification in NAMED else "role-only" if identification == "role-only" else "unnamed"


def _months(days: list[tuple[str, int]], wanted: Wanted) -> list[tuple[str, int]]:
    """Days as years, months of a chosen year, or days of a chosen month; the newest first."""
    chosen = max(wanted.chosen.get("date", ()), key=len, default="")
    years = {day[:4] for day, _ in days}
    length = 4 if len(years) > 1 and not chosen else 10 if len(chosen) >= 7 else 7
    counted: dict[str, int] = {}
    for day, count in days:
        if length == 4 or day.startswith(chosen[: 4 if length == 7 else 7]):
            counted[day[:length]] = counted.get(day[:length], 0) + count
    return sorted(counted.items(), reverse=True)
