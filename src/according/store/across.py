"""Stories and origins of the current reports, and the records that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from according.errors import NotInStore
from according.records import Bond, ClaimAt, Origin, Record, Step, Story
from according.store import finding, judgements, pairs, rows, tables
from according.store.match_tables import KIN, members, profiles
from according.store.match_tables import pairs as table
from according.store.matcher import Matcher
from according.store.neighbours import UNDATED
from according.vocabulary import KINSHIPS

Rows = list[Any]
"""Of `_members`, in the order in which a story or an origin lists its reports."""


def stories(connection: Connection, matcher: Matcher) -> Iterator[Story]:
    """Every story, without its events and claims, by its first report's date; see `Ledger.stories`."""
    for found in _grouped(connection, "story"):
        yield _story(connection, matcher, found)


def story(connection: Connection, matcher: Matcher, reference: str) -> Story:
    """See `Ledger.story`."""
    number = profile_of(connection, reference)
    mine = select(members.c.story).where(members.c.profile == number).scalar_subquery()
    found = sorted(connection.execute(_members().where(members.c.story == mine)).all(), key=_by_date)
    return told(connection, matcher, _story(connection, matcher, found))


def told(connection: Connection, matcher: Matcher, bare: Story) -> Story:
    """The story with the mentions of its main event, and the claims that tell of them."""
    known = records(connection, bare.reports)
    events = matcher.happenings([known[report] for report in bare.reports])
    wanted = {(event.report, event.event) for event in events}
    claims = tuple(
        ClaimAt(report=report, claim=claim.id)
        for report in bare.reports
        for claim in known[report].claims
        if any((report, event) in wanted for event in claim.events)
    )
    return Story(
        id=bare.id,
        title=bare.title,
        reports=bare.reports,
        events=events,
        claims=claims,
        origins=bare.origins,
        independent_origins=bare.independent_origins,
    )


def origins(connection: Connection, matcher: Matcher, story: str | None) -> Iterator[Origin]:
    """See `Ledger.origins`."""
    judged = judgements.standing(connection, "origin")
    within = None if story is None else _origins_of(connection, profile_of(connection, story))
    for found in _grouped(connection, "origin", within):
        reasons = _reasons(connection, matcher, found, judged) if len(found) > 1 else ()
        yield Origin(id=found[0].key, reports=tuple(row.id for row in found), reasons=reasons)


def records(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    """See `Ledger.records`."""
    found = {}
    for report in dict.fromkeys(ids):
        if record := _record(connection, report):
            found[report] = record
    return found


def versions(connection: Connection, reference: str) -> tuple[Record, ...]:
    """See `Ledger.versions`."""
    reports, readings = tables.reports, tables.readings
    key = finding.report(connection, reference).key
    number = connection.execute(select(reports.c.number).where(reports.c.key == key)).scalar_one()
    numbers = [number]
    for start, step in ((0, reports.c.supersedes), (-1, reports.c.number)):
        other = reports.c.number if step is reports.c.supersedes else reports.c.supersedes
        while (found := connection.execute(select(step).where(other == numbers[start])).scalar()) is not None:
            numbers.insert(0 if start == 0 else len(numbers), found)
    made = []
    for version in numbers:
        newest = select(readings.c.number).where(readings.c.report == version).order_by(readings.c.number.desc())
        made.append(of_reading(connection, connection.execute(newest).scalars().first() or 0))
    return tuple(made)


def of_reading(connection: Connection, number: int) -> Record:
    """The record of one reading."""
    reports, readings, texts = tables.reports, tables.readings, tables.texts
    found = connection.execute(
        select(readings.c.record, texts.c.text)
        .join(reports, reports.c.number == readings.c.report)
        .join(texts, texts.c.id == reports.c.id)
        .where(readings.c.number == number)
    ).one()
    return rows.with_text(found.record, found.text)


def profile_of(connection: Connection, reference: str) -> int:
    """The number of a report's profile. Raises NotInStore."""
    found = finding.report(connection, reference)
    numbers = judgements.numbers(connection, [found.record.report.id])[found.record.report.id]
    if not numbers:
        raise NotInStore(reference, "found a report that is not matched yet, expected a matched one", "according match")
    return numbers[0]


def _record(connection: Connection, report: str) -> Record | None:
    """The record that stands for a report's text: that of its profile; else its newest."""
    reports, readings = tables.reports, tables.readings
    number = connection.execute(select(profiles.c.reading).where(profiles.c.id == report)).scalar()
    if number is None:
        newest = select(readings.c.number).join(reports, reports.c.number == readings.c.report)
        number = connection.execute(newest.where(reports.c.id == report).order_by(readings.c.number.desc())).scalar()
    return None if number is None else of_reading(connection, number)


def _members() -> Any:
    reports, readings = tables.reports, tables.readings
    return (
        select(
            profiles.c.number,
            profiles.c.id,
            profiles.c.published,
            profiles.c.rank,
            members.c.story,
            members.c.origin,
            reports.c.key,
            readings.c.title,
        )
        .join(members, members.c.profile == profiles.c.number)
        .join(readings, readings.c.number == profiles.c.reading)
        .join(reports, reports.c.number == readings.c.report)
    )


def _by_date(row: Any) -> tuple[bool, int, str]:
    """The undated last."""
    return row.published == UNDATED, row.published, row.id


def _origins_of(connection: Connection, number: int) -> list[int]:
    """The origins that the reports of a profile's story belong to."""
    mine = select(members.c.story).where(members.c.profile == number).scalar_subquery()
    return list(connection.execute(select(members.c.origin).where(members.c.story == mine).distinct()).scalars())


def counts(connection: Connection) -> tuple[int, int]:
    """(origins, stories)."""
    columns = (func.count(func.distinct(members.c.origin)), func.count(func.distinct(members.c.story)))
    row = connection.execute(select(*columns)).one()
    return row[0], row[1]


def _grouped(connection: Connection, kind: str, within: list[int] | None = None) -> list[Rows]:
    """All stories, or all origins, or some of them, each with its reports, by their first."""
    query = _members()
    if within is not None:
        query = query.where(members.c[kind].in_(within))
    found = sorted(connection.execute(query).all(), key=lambda row: getattr(row, kind))
    grouped = [sorted(some, key=_by_date) for _, some in groupby(found, key=lambda row: getattr(row, kind))]
    return sorted(grouped, key=lambda some: _by_date(some[0]))


def _story(connection: Connection, matcher: Matcher, found: Rows) -> Story:
    by_origin: dict[int, list[int]] = {}
    for row in found:
        by_origin.setdefault(row.origin, []).append(row.number)
    held = pairs.Shelf(matcher).fetch(connection, [row.number for row in found])
    return Story(
        id=found[0].key,
        title=next((row.title for row in found if row.title), None),
        reports=tuple(row.id for row in found),
        origins=len(by_origin),
        independent_origins=matcher.independent([[held[n][1] for n in some] for some in by_origin.values()]),
    )


def _reasons(connection: Connection, matcher: Matcher, found: Rows, judged: tuple[Bond, ...]) -> tuple[Step, ...]:
    """For each report but the first: by which pair it belongs to the origin, and the reasons for that pair."""
    by_number, by_id = {row.number: row for row in found}, {row.id: row for row in found}
    held = pairs.Shelf(matcher).fetch(connection, by_number)
    kin = list(_kin(connection, by_number))
    kinship = {(row.first, row.second): row.kinship for row in kin}
    weights = [(row.origin, row.first, row.second) for row in kin]
    weights += [
        (1.0, by_id[bond.a].number, by_id[bond.b].number)
        for bond in judged
        if bond.relation == "same" and bond.a in by_id and bond.b in by_id
    ]

    def strongest(edge: tuple[float, int, int]) -> tuple[object, ...]:
        """Of those that are as strong, a person's word first, then copies, then rewrites, then shared sources."""
        weight, one, other = edge
        kind = kinship.get((one, other))
        rank = KINSHIPS.index(kind) if kind in KINSHIPS else -1
        return (-weight, rank, *sorted((by_number[one].id, by_number[other].id)))

    steps: list[Step] = []
    for weight, one, other in spanning(sorted(weights, key=strongest)):
        older, newer = sorted((by_number[one], by_number[other]), key=_by_date)
        by_person = tuple(bond for bond in judged if {bond.a, bond.b} == {older.id, newer.id})
        bonds = by_person or matcher.bonds(held[older.number][1], held[newer.number][1])
        for bond in bonds:
            if bond.kind == "origin":
                steps.append(_step(bond, f"{newer.key} {older.key}", weight))
                steps += bond.reasons
    return tuple(steps)


def _step(bond: Bond, keys: str, weight: float) -> Step:
    """Which two reports, and by whose decision."""
    rule = f"{bond.decided_by}: {bond.note or bond.relation}" if bond.manual else bond.relation or "origin"
    return Step(stage="matching", rule=rule, field="reports", value=keys, score=round(weight, 3))


def _kin(connection: Connection, numbers: Iterable[int]) -> Iterator[Any]:
    within = set(numbers)
    for some in pairs.in_parts(sorted(within)):
        query = select(table).where(table.c.second.in_(some), KIN)
        yield from (row for row in connection.execute(query) if row.first in within)


def spanning(edges: Iterable[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
    """
    Of edges, the strongest first, those that join what was not joined before (Kruskal 1956).

    >>> list(spanning([(0.9, 1, 2), (0.8, 2, 3), (0.7, 1, 3)]))
    [(0.9, 1, 2), (0.8, 2, 3)]
    """
    head: dict[int, int] = {}

    def top(number: int) -> int:
        while head.setdefault(number, number) != number:
            head[number] = head[head[number]]
            number = head[number]
        return number

    for weight, one, other in edges:
        if top(one) != top(other):
            head[top(one)] = top(other)
            yield weight, one, other
