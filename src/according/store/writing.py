"""Adding to the ledger: what is new is appended, what is known is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from sqlalchemy import Connection, RowMapping, insert, select

from according.errors import ReadingError
from according.records import Record
from according.store import happenings, matching, rows, sqlite, tables
from according.store.kept import Added

KEY_LENGTH = 8
"""Characters of the id in a report's key: among a million reports about one in a hundred then takes a "-2"."""


def add(connection: Connection, record: Record, fingerprint: str | None, now: str) -> Added:
    """See `Ledger.add`; `connection` is in a transaction."""
    before = _newest_version(connection, record)
    outcome = "reading"
    if before is None or before["id"] != record.report.id:
        number, key = _add_report(connection, record, before, now)
        outcome = "new" if before is None else "version"
    else:
        number, key = before["number"], before["key"]
    kept, digest = rows.without_text(record)
    newest = connection.execute(
        select(tables.readings.c.number, tables.readings.c.digest)
        .where(tables.readings.c.report == number)
        .order_by(tables.readings.c.number.desc())
    ).first()
    if newest is not None and newest.digest == digest:
        outcome, reading = "unchanged", newest.number
    else:
        reading = _add_reading(connection, record, {"report": number, "read_at": now, "digest": digest, "record": kept})
    if fingerprint is not None:
        _add_input(connection, fingerprint, reading)
    if outcome != "unchanged":
        matching.wait_for(connection, [record.report.id, *([] if before is None else [str(before["id"])])])
    return Added(key=key, outcome=outcome)


def reject(connection: Connection, path: str, error: ReadingError, now: str) -> None:
    """See `Ledger.reject`."""
    table = tables.rejections
    row = {"path": _absolute(path), "error": type(error).__name__, "message": str(error)}
    newest = connection.execute(
        select(table.c.error, table.c.message).where(table.c.path == row["path"]).order_by(table.c.number.desc())
    ).first()
    if newest is None or (newest.error, newest.message) != (row["error"], row["message"]):
        connection.execute(insert(table).values(**row, rejected_at=now))


def _absolute(path: str) -> str:
    return str(Path(path).resolve())


def _newest_version(connection: Connection, record: Record) -> RowMapping | None:
    """
    The row of the report that this is, or is a new version of: the same address, or else the same path unless
    both have addresses and they differ. A report with neither is known by its text and its publisher.
    """
    table = tables.reports
    report = record.report
    if report.url is not None:
        found = connection.execute(
            select(table).where(table.c.url == report.url).order_by(table.c.number.desc())
        ).mappings()
        if row := found.first():
            return row
    if report.path is not None:
        condition = table.c.path == _absolute(report.path)
        if report.url is not None:
            condition &= table.c.url.is_(None)
    elif report.url is None:
        same_outlet = tables.readings.c.publisher.is_not_distinct_from(report.publisher)
        of_outlet = select(tables.readings.c.report).where(same_outlet)
        condition = (table.c.id == report.id) & table.c.path.is_(None) & table.c.url.is_(None)
        condition &= table.c.number.in_(of_outlet)
    else:
        return None
    return connection.execute(select(table).where(condition).order_by(table.c.number.desc())).mappings().first()


def _add_report(connection: Connection, record: Record, before: RowMapping | None, now: str) -> tuple[int, str]:
    report = record.report
    if connection.execute(select(tables.texts.c.id).where(tables.texts.c.id == report.id)).first() is None:
        connection.execute(insert(tables.texts).values(id=report.id, text=report.text))
    key = _free_key(connection, report.id[:KEY_LENGTH])
    made = connection.execute(
        insert(tables.reports).values(
            key=key,
            id=report.id,
            path=None if report.path is None else _absolute(report.path),
            url=report.url,
            version=1 if before is None else before["version"] + 1,
            supersedes=None if before is None else before["number"],
            added_at=now,
        )
    )
    return _number(made.inserted_primary_key), key


def _free_key(connection: Connection, start: str) -> str:
    """`start`, or the first of "start-2", "start-3", ... that no report has."""
    key = tables.reports.c.key
    taken = set(connection.execute(select(key).where(key.startswith(start))).scalars())
    return next(key for key in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if key not in taken)


def _add_reading(connection: Connection, record: Record, values: rows.Row) -> int:
    made = connection.execute(
        insert(tables.readings).values(
            made_by=record.made_by,
            title=record.report.title,
            publisher=record.report.publisher,
            published=record.report.published,
            **values,
        )
    )
    reading = _number(made.inserted_primary_key)
    indexed, numbers = [], {}
    for claim in record.claims:
        row = rows.claim_row(record, claim, reading)
        number = _number(connection.execute(insert(tables.claims).values(row)).inserted_primary_key)
        numbers[claim.id] = number
        indexed.append((number, str(row["content"]), " ".join(rows.link_name(record, link) for link in claim.chain)))
        if links := rows.link_rows(record, claim, number):
            connection.execute(insert(tables.links), links)
    sqlite.index_words(connection, indexed)
    add_events(connection, record, reading, numbers)
    if attributions := rows.attribution_rows(record, reading):
        connection.execute(insert(tables.attributions), attributions)
    if spans := rows.span_rows(record, reading):
        connection.execute(insert(tables.spans), spans)
    return reading


def add_events(connection: Connection, record: Record, reading: int, claims: dict[str, int]) -> None:
    """Add the events of a reading, whose claims have these numbers by their ids."""
    numbers, indexed = {}, []
    for event in record.events:
        row = happenings.event_row(record, event, reading)
        number = _number(connection.execute(insert(tables.events).values(row)).inserted_primary_key)
        numbers[event.id] = number
        indexed.append((number, happenings.searched(record, event)))
        if parties := happenings.party_rows(record, event, number):
            connection.execute(insert(tables.parties), parties)
    sqlite.index_event_words(connection, indexed)
    told = [
        {"claim": claims[claim.id], "event": numbers[event]}
        for claim in record.claims
        for event in dict.fromkeys(claim.events)
    ]
    if told:
        connection.execute(insert(tables.claim_events), told)


def _add_input(connection: Connection, fingerprint: str, reading: int) -> None:
    table = tables.inputs
    same = (table.c.fingerprint == fingerprint) & (table.c.reading == reading)
    if connection.execute(select(table.c.reading).where(same)).first() is None:
        connection.execute(insert(table).values(fingerprint=fingerprint, reading=reading))


def _number(key: object) -> int:
    """The number that a new row was given."""
    return int(cast("tuple[int, ...]", key)[0])
