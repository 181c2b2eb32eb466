"""Finding one report, claim or event by whatever it may be called."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select

from according.errors import NotInStore
from according.records import Claim, Event
from according.store import happenings, rows, tables
from according.store.days import days
from according.store.kept import KeptClaim, KeptEvent, KeptReport

SHORTEST_PREFIX = 4
"""Characters of an id that may stand for it."""

HEXADECIMAL = re.compile(r"[0-9a-f]+")


def is_newest_reading() -> ColumnElement[bool]:
    """Condition on `readings`: no later reading of the same report."""
    later = tables.readings.alias("later_reading")
    newest = select(func.max(later.c.number)).where(later.c.report == tables.readings.c.report).scalar_subquery()
    return tables.readings.c.number == newest


def is_newest_version() -> ColumnElement[bool]:
    """Condition on `reports`: no later version."""
    later = tables.reports.alias("later_version")
    return ~exists().where(later.c.supersedes == tables.reports.c.number)


def known(connection: Connection, fingerprint: str) -> KeptReport | None:
    """See `Ledger.known`."""
    found = connection.execute(
        _reports()
        .join(tables.inputs, tables.inputs.c.reading == tables.readings.c.number)
        .where(tables.inputs.c.fingerprint == fingerprint, is_newest_version())
    ).first()
    return None if found is None else kept(found)


def report(connection: Connection, reference: str) -> KeptReport:
    """See `Ledger.report`."""
    key = tables.reports.c.key
    for condition in _meanings(reference):
        found = connection.execute(_reports().where(condition).order_by(key)).all()
        current = [row for row in found if row.superseded_by is None] or found
        if len(current) > 1:
            listed = ", ".join(f"{row.key} ({row.url or row.path or row.title or 'no path'})" for row in current[:5])
            raise NotInStore(reference, f"found {len(current)} reports: {listed}; expected one", "Give one of these.")
        if current:
            return kept(current[0])
    raise NotInStore(
        reference,
        "found no such report, expected a key like 1f6e02aa, the beginning of an id, a path or an address",
        "See which there are with: according claims",
    )


def claim(connection: Connection, reference: str) -> KeptClaim:
    """See `Ledger.claim`."""
    of, name = _within(reference, "a claim like 1f6e02aa:c3", "according claims")
    found = report(connection, of)
    for each in found.record.claims:
        if each.id == name:
            return kept_claim(found, each)
    raise _not_there(reference, found, "claim", [each.id for each in found.record.claims])


def event(connection: Connection, reference: str) -> KeptEvent:
    """See `Ledger.event`."""
    of, name = _within(reference, "an event like 1f6e02aa:v3", "according events")
    found = report(connection, of)
    for each in found.record.events:
        if each.id == name:
            return kept_event(found, each)
    raise _not_there(reference, found, "event", [each.id for each in found.record.events])


def _within(reference: str, expected: str, command: str) -> tuple[str, str]:
    """(the report's reference, the id within it)."""
    of, _, name = reference.rpartition(":")
    if not of:
        raise NotInStore(reference, f"found no colon, expected {expected}", f"See which there are with: {command}")
    return of, name


def _not_there(reference: str, found: KeptReport, what: str, names: list[str]) -> NotInStore:
    name = reference.rpartition(":")[2]
    has = f"only {names[0]} to {names[-1]}" if names else "none at all"
    return NotInStore(reference, f"found no {what} {name!r} in this report, {has}", f"according show {found.key}")


def kept(row: Row[tuple[object, ...]]) -> KeptReport:
    """The report of a row of `_reports`."""
    return KeptReport(
        key=row.key,
        version=row.version,
        superseded_by=row.superseded_by,
        read_at=row.read_at,
        record=rows.with_text(row.record, row.text),
    )


def kept_claim(report: KeptReport, claim: Claim) -> KeptClaim:
    """A claim with its report, its words, and the events that it tells of."""
    wanted = set(claim.events)
    told = tuple(_event_alone(report, event) for event in report.record.events if event.id in wanted)
    return replace(_claim_alone(report, claim), events=told)


def kept_event(report: KeptReport, event: Event) -> KeptEvent:
    """An event with its report, as it is shown, and the claims that tell of it."""
    told_by = tuple(_claim_alone(report, claim) for claim in report.record.claims if event.id in claim.events)
    return replace(_event_alone(report, event), claims=told_by)


def _event_alone(report: KeptReport, event: Event) -> KeptEvent:
    record = report.record
    return KeptEvent(
        name=f"{report.key}:{event.id}",
        kind=happenings.kind(event),
        event=event,
        trigger=rows.words_of(record.report.text, event.trigger),
        actors=tuple(happenings.party_name(record, party) for party in event.actors),
        recipients=tuple(happenings.party_name(record, party) for party in event.recipients),
        place=happenings.place_name(record, event),
        time=happenings.time_shown(record, event),
        days=days(event.time.value) if event.time else None,
        figures=happenings.figures(record, event),
        claims=(),
        report=report,
    )


def _claim_alone(report: KeptReport, claim: Claim) -> KeptClaim:
    return KeptClaim(
        name=f"{report.key}:{claim.id}",
        claim=claim,
        sources=rows.chain_names(report.record, claim),
        content=rows.words_of(report.record.report.text, claim.content),
        report=report,
    )


def by_reading(connection: Connection, number: int) -> KeptReport:
    """The report whose newest reading has this number."""
    return kept(connection.execute(_reports().where(tables.readings.c.number == number)).one())


def _reports() -> Select[tuple[object, ...]]:
    later = tables.reports.alias("later")
    return (
        select(
            tables.reports,
            tables.readings.c.number.label("reading"),
            tables.readings.c.read_at,
            tables.readings.c.title,
            tables.readings.c.record,
            tables.texts.c.text,
            later.c.key.label("superseded_by"),
        )
        .select_from(tables.reports)
        .join(tables.texts, tables.texts.c.id == tables.reports.c.id)
        .join(tables.readings, tables.readings.c.report == tables.reports.c.number)
        .outerjoin(later, later.c.supersedes == tables.reports.c.number)
        .where(is_newest_reading())
    )


def _meanings(reference: str) -> list[ColumnElement[bool]]:
    """What a reference may mean, likeliest first."""
    table = tables.reports
    meanings = [table.c.key == reference]
    folded = reference.lower()
    if len(folded) >= SHORTEST_PREFIX and HEXADECIMAL.fullmatch(folded):
        meanings.append(table.c.id.startswith(folded))
    meanings += [table.c.path == str(Path(reference).resolve()), table.c.url == reference, table.c.path == reference]
    return meanings
