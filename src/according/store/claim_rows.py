"""Claims as a table shows them, from the tables alone: no record is read, so that a thousand take no time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from according.store import pairs, tables
from according.store.happenings import STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One source of a chain. `voice` is whom it is counted as; `grounds` why it is not named, where that is told."""

    name: str
    voice: str
    identification: str | None
    country: str | None
    grounds: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event that a claim tells of. `kind` as in `KeptEvent`; `place` and `day` None where there is none."""

    id: str
    kind: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """
    A claim with its report. `key` names the report, `id` the claim within it. `chain` begins with the outlet;
    `is_unsourced` where what is said is laid at nobody's door.
    """

    key: str
    id: str
    content: str
    stance: str
    polarity: str
    certainty: str
    status: str
    confidence: float
    published: str | None
    publisher: str | None
    title: str | None
    chain: tuple[LinkRow, ...]
    events: tuple[EventRow, ...]
    is_unsourced: bool

    @property
    def name(self) -> str:
        """As commands take it: "1f6e02aa:c3"."""
        return f"{self.key}:{self.id}"


def claim_rows(connection: Connection, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
    """The claims of these numbers, in their order."""
    made: dict[int, ClaimRow] = {}
    for some in pairs.in_parts(list(numbers)):
        chains, events = _chains(connection, some), _events(connection, some)
        for row in connection.execute(_claims().where(tables.claims.c.number.in_(some))):
            made[row.number] = _claim(row, chains.get(row.number, []), events.get(row.number, []))
    return tuple(made[number] for number in numbers if number in made)


def _claims() -> Any:
    claims, readings, reports = tables.claims, tables.readings, tables.reports
    return (
        select(claims, reports.c.key, readings.c.published, readings.c.publisher, readings.c.title)
        .join(readings, readings.c.number == claims.c.reading)
        .join(reports, reports.c.number == readings.c.report)
    )


def _claim(row: Row[Any], chain: list[Row[Any]], events: list[EventRow]) -> ClaimRow:
    return ClaimRow(
        key=row.key,
        id=row.id,
        content=row.content,
        stance=row.stance,
        polarity=row.polarity,
        certainty=row.certainty,
        status=row.status,
        confidence=row.confidence,
        published=row.published,
        publisher=row.publisher,
        title=row.title,
        chain=tuple(
            LinkRow(
                name=link.name,
                voice=link.voice,
                identification=link.identification,
                country=link.country,
                grounds=link.grounds,
            )
            for link in chain
        ),
        events=tuple(events),
        is_unsourced=not any(link.innermost for link in chain),
    )


def _chains(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    links = tables.links
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    column = links.c
    shown = (column.claim, column.innermost, column.name, column.voice, column.identification, column.country)
    query = select(*shown, column.grounds).where(column.claim.in_(numbers)).order_by(column.claim, column.position)
    for row in connection.execute(query):
        found[row.claim].append(row)
    return found


def _events(connection: Connection, numbers: Sequence[int]) -> dict[int, list[EventRow]]:
    told, events, parties = tables.claim_events, tables.events, tables.parties
    column = events.c
    shown = (column.number, column.id, column.kind, column.type, column.mode, column.place, column.begins)
    happened = connection.execute(
        select(told.c.claim, *shown)
        .join(events, events.c.number == told.c.event)
        .where(told.c.claim.in_(numbers), events.c.kind != STATEMENT)
        .order_by(told.c.claim, events.c.number)
    ).all()
    named: dict[tuple[int, str], list[str]] = defaultdict(list)
    for some in pairs.in_parts(sorted({row.number for row in happened})):
        query = select(parties.c.event, parties.c.role, parties.c.name).where(parties.c.event.in_(some))
        query = query.order_by(parties.c.event, parties.c.position)
        for party in connection.execute(query):
            named[party.event, party.role].append(party.name)
    found: dict[int, list[EventRow]] = defaultdict(list)
    for row in happened:
        found[row.claim].append(
            EventRow(
                id=row.id,
                kind=row.kind,
                mode=row.mode if row.type else None,
                actors=tuple(named[row.number, "actor"]),
                recipients=tuple(named[row.number, "recipient"]),
                place=row.place,
                day=row.begins,
            )
        )
    return found
