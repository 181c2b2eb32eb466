"""Does the database still hold what it says? Every span is read again in its report's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from according.errors import BadRecord
from according.records import Record
from according.store import happenings, rows, sqlite, tables
from according.store.kept import Fault, Verification


def verify(connection: Connection) -> Verification:
    """See `Ledger.verify`."""
    faults = [Fault(report="", place="the file", found=found) for found in sqlite.damage(connection)]
    readings = connection.execute(
        select(
            tables.readings.c.number,
            tables.readings.c.digest,
            tables.readings.c.record,
            tables.reports.c.key,
            tables.reports.c.id,
            tables.texts.c.text,
        )
        .join(tables.reports, tables.reports.c.number == tables.readings.c.report)
        .join(tables.texts, tables.texts.c.id == tables.reports.c.id)
        .order_by(tables.readings.c.number)
    )
    read = spans = 0
    for row in readings:
        read += 1
        kept = connection.execute(select(tables.spans).where(tables.spans.c.reading == row.number)).all()
        spans += len(kept)
        faults += [Fault(report=row.key, place=place, found=found) for place, found in _faults(connection, row, kept)]
    reports = connection.execute(select(func.count()).select_from(tables.reports)).scalar_one()
    return Verification(reports=reports, readings=read, spans=spans, faults=tuple(faults))


def _faults(connection: Connection, row: Row[Any], spans: Sequence[Row[Any]]) -> Iterator[tuple[str, str]]:
    """(place, what was found) for all that does not hold in one reading."""
    text: str = row.text
    if rows.report_id(text) != row.id:
        yield "report/text", "the text is not the one that was read: its SHA-256 is another"
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            yield span.place, f"span {span.start}:{span.end} is not within the text's {len(text)} characters"
        elif text[span.start : span.end] != span.words:
            yield span.place, f"found {_cut(text[span.start : span.end])}, expected {_cut(span.words)}"
    try:
        changed = rows.digest(row.record) != row.digest
        record = rows.with_text(row.record, text)
    except (ValueError, LookupError, TypeError, BadRecord) as error:
        yield "record", f"the record cannot be read: {error}"
        return
    if changed:
        yield "record", "the record is not the one that was written: its SHA-256 is another"
    if {(place, span.start, span.end) for place, span in rows.spans_of(record)} != {
        (span.place, span.start, span.end) for span in spans
    }:
        yield "record", "the record's spans are not the spans that were written with it"
    written = {
        found.id: found.content
        for found in connection.execute(
            select(tables.claims.c.id, tables.claims.c.content).where(tables.claims.c.reading == row.number)
        )
    }
    for claim in record.claims:
        if written.get(claim.id) != rows.words_of(text, claim.content):
            yield f"claims/{claim.id}", "the claim's words are not those of its spans"
    yield from _event_faults(connection, row.number, record)


def _event_faults(connection: Connection, reading: int, record: Record) -> Iterator[tuple[str, str]]:
    """As `_faults`, of the tables of events: the trigger's words, the parties', and which claims tell of it."""
    text = record.report.text
    events, parties, told, claims = tables.events, tables.parties, tables.claim_events, tables.claims
    rows_of = connection.execute(select(events).where(events.c.reading == reading)).all()
    written = {row.id: row for row in rows_of}
    names = {row.number: row.id for row in rows_of}
    taking_part = connection.execute(
        select(parties).join(events, events.c.number == parties.c.event).where(events.c.reading == reading)
    )
    found = {(names[row.event], row.role, row.position): row.words for row in taking_part}
    for event in record.events:
        place = f"events/{event.id}"
        row = written.pop(event.id, None)
        if row is None:
            yield place, "the event is not in the table of events"
            continue
        if (row.kind, row.trigger) != (happenings.kind(event), rows.words_of(text, event.trigger)):
            yield place, "the event's kind or trigger is not the record's"
        for role, position, party in happenings.parties(event):
            if found.pop((event.id, role, position), None) != rows.words_of(text, party.spans):
                yield place, f"the words of {role} {position + 1} are not those of its spans"
    if written or found:
        yield "events", "there are events or parties that the record does not hold"
    links = connection.execute(
        select(claims.c.id, events.c.id)
        .select_from(told)
        .join(claims, claims.c.number == told.c.claim)
        .join(events, events.c.number == told.c.event)
        .where(events.c.reading == reading)
    )
    if {tuple(link) for link in links} != {(claim.id, event) for claim in record.claims for event in claim.events}:
        yield "events", "the claims that tell of events are not the record's"


def _cut(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:37] + "...")
