"""Finding one report or one claim by whatever it may be called."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select

from according.errors import NotInStore
from according.records import Claim
from according.store import rows, tables
from according.store.kept import KeptClaim, KeptReport

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
    of, _, name = reference.rpartition(":")
    if not of:
        raise NotInStore(
            reference, "found no colon, expected a claim like 1f6e02aa:c3", "See which there are with: according claims"
        )
    found = report(connection, of)
    for each in found.record.claims:
        if each.id == name:
            return kept_claim(found, each)
    names = [each.id for each in found.record.claims]
    has = f"only {names[0]} to {names[-1]}" if names else "none at all"
    raise NotInStore(reference, f"found no claim {name!r} in this report, {has}", f"according show {found.key}")


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
    """A claim with its report and its words."""
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
