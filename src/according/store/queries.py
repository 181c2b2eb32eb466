"""Looking through the claims of the current reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Table, case, distinct, exists, func, select

from according.store import finding, sqlite, tables
from according.store.kept import ClaimFilter, KeptClaim, KeptReport, Voice
from according.store.rows import NAMED

claims_table, links, readings, reports = tables.claims, tables.links, tables.readings, tables.reports

IS_SOURCE = (links.c.position > 0) | links.c.innermost
"""Every link but the outlet; the outlet too where it speaks itself."""


def claims(connection: Connection, wanted: ClaimFilter) -> Iterator[KeptClaim]:
    """See `Ledger.claims`."""
    for report, found in by_report(connection, claims_table, _conditions(connection, wanted), wanted.limit):
        by_id = {claim.id: claim for claim in report.record.claims}
        yield from (finding.kept_claim(report, by_id[name]) for name in found)


Conditions = Iterable[ColumnElement[bool] | None]
"""What must hold of a row; None asks for nothing."""


def by_report(
    connection: Connection, table: Table, conditions: Conditions, limit: int | None
) -> Iterator[tuple[KeptReport, list[str]]]:
    """Each report with rows of `table`, claims or events, for which the conditions hold, and their ids within it."""
    query = (
        select(table.c.id, table.c.reading)
        .join(readings, readings.c.number == table.c.reading)
        .join(reports, reports.c.number == readings.c.report)
        .where(finding.is_newest_reading(), *(condition for condition in conditions if condition is not None))
        .order_by(reports.c.number, table.c.number)
        .limit(limit)
    )
    for number, rows in groupby(connection.execute(query).all(), key=lambda row: int(row.reading)):
        yield finding.by_reading(connection, number), [row.id for row in rows]


def _conditions(connection: Connection, wanted: ClaimFilter) -> list[ColumnElement[bool] | None]:
    day = func.substr(readings.c.published, 1, 10)  # of a date, or a date and time
    return [
        report_is(connection, wanted.report),
        None if wanted.stance is None else claims_table.c.stance == wanted.stance,
        None if wanted.since is None else day >= wanted.since,
        None if wanted.until is None else day <= wanted.until,
        None if wanted.words is None else sqlite.words_match(wanted.words),
        _has_link(wanted.source and links.c.folded.contains(wanted.source.casefold(), autoescape=True)),
        _has_link(wanted.country and links.c.country == wanted.country.upper()),
        None if wanted.named is None else _innermost_is(wanted.named),
        None if wanted.event is None else _tells_of(wanted.event.upper()),
    ]


def report_is(connection: Connection, reference: str | None) -> ColumnElement[bool]:
    """Condition on `reports`: the one that is named, or any current one."""
    if reference is None:
        return finding.is_newest_version()
    return reports.c.key == finding.report(connection, reference).key


def _tells_of(kind: str) -> ColumnElement[bool]:
    told, events = tables.claim_events, tables.events
    found = select(told.c.claim).join(events, events.c.number == told.c.event).where(events.c.kind == kind)
    return claims_table.c.number.in_(found)  # asked once for all claims, not of each


def _has_link(condition: ColumnElement[bool] | str | None) -> ColumnElement[bool] | None:
    if condition is None or isinstance(condition, str):
        return None
    return exists().where(links.c.claim == claims_table.c.number, IS_SOURCE, condition)


def _innermost_is(named: bool) -> ColumnElement[bool]:
    said = exists().where(
        links.c.claim == claims_table.c.number,
        links.c.innermost,
        links.c.position > 0,
        links.c.identification.in_(sorted(NAMED)),
    )
    outlet = exists().where(links.c.claim == claims_table.c.number, links.c.innermost, links.c.position == 0)
    return said if named else ~said & ~outlet


def sources(connection: Connection) -> tuple[Voice, ...]:
    """See `Ledger.sources`."""
    named = case((links.c.identification.in_(sorted(NAMED)), 1), else_=0)
    count = func.sum(case((links.c.innermost, 1), else_=0))
    query = (
        select(
            func.max(links.c.voice).label("name"),
            func.max(links.c.identification).label("identification"),
            named.label("named"),
            func.max(links.c.country).label("country"),
            count.label("claims"),
            func.sum(case((links.c.innermost, 0), else_=1)).label("passed_on"),
            func.count(distinct(reports.c.number)).label("reports"),
        )
        .join(claims_table, claims_table.c.number == links.c.claim)
        .join(readings, readings.c.number == claims_table.c.reading)
        .join(reports, reports.c.number == readings.c.report)
        .where(
            links.c.position > 0,
            finding.is_newest_reading(),
            finding.is_newest_version(),
        )
        .group_by(func.lower(links.c.voice), named)
        .order_by(count.desc(), func.lower(links.c.voice))
    )
    return tuple(
        Voice(
            name=row.name,
            identification=row.identification,
            named=bool(row.named),
            country=row.country,
            claims=row.claims,
            passed_on=row.passed_on,
            reports=row.reports,
        )
        for row in connection.execute(query)
    )
