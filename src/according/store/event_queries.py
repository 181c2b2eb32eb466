"""Looking through the events of the current reports."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, or_, select

from according.store import finding, sqlite, tables
from according.store.happenings import STATEMENT
from according.store.kept import EventFilter, KeptEvent
from according.store.queries import by_report, report_is

events_table, parties = tables.events, tables.parties


def events(connection: Connection, wanted: EventFilter) -> Iterator[KeptEvent]:
    """See `Ledger.events`."""
    conditions = (report_is(connection, wanted.report), *_of_event(wanted), *_of_parties(wanted))
    for report, found in by_report(connection, events_table, conditions, wanted.limit):
        by_id = {event.id: event for event in report.record.events}
        yield from (finding.kept_event(report, by_id[name]) for name in found)


def _of_event(wanted: EventFilter) -> tuple[ColumnElement[bool] | None, ...]:
    column = events_table.c
    if wanted.type is not None:
        kind: ColumnElement[bool] | None = column.kind == wanted.type.upper()
    else:
        kind = None if wanted.statements else column.kind != STATEMENT
    return (
        kind,
        None if wanted.mode is None else column.mode == wanted.mode,
        None if wanted.quad is None else column.quad == wanted.quad,
        None if wanted.status is None else column.status == wanted.status,
        None if wanted.place is None else _at(wanted.place),
        None if wanted.since is None else column.ends >= wanted.since,
        None if wanted.until is None else column.begins <= wanted.until,
        None if wanted.words is None else sqlite.event_words_match(wanted.words),
    )


def _at(place: str) -> ColumnElement[bool]:
    named = events_table.c.place_folded.contains(place.casefold(), autoescape=True)
    return or_(named, events_table.c.place_country == place.upper())


def _of_parties(wanted: EventFilter) -> tuple[ColumnElement[bool] | None, ...]:
    return (
        _has_party(wanted.actor, "actor"),
        _has_party(wanted.recipient, "recipient"),
        None if wanted.country is None else _takes_part(parties.c.country == wanted.country.upper()),
    )


def _has_party(words: str | None, role: str) -> ColumnElement[bool] | None:
    if words is None:
        return None
    return _takes_part(parties.c.role == role, parties.c.folded.contains(words.casefold(), autoescape=True))


def _takes_part(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Asked once for all events: asked of each, the index of countries would be gone through again each time."""
    return events_table.c.number.in_(select(parties.c.event).where(*conditions))
