"""
Matching, kept up with what is in the ledger: a queue of reports, gone through in batches, each one transaction.

    report's reading -> profile -> neighbours in its keys' lists -> pairs -> stories, origins

Whatever is interrupted between two batches goes on with the next; what was done stays. The result is that of the
reports that are there, in whatever order and in however many runs they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from according.records import Record
from according.store import finding, groups, judgements, neighbours, pairs, rows, tables
from according.store.kept import Fault, Matched
from according.store.match_tables import friends, listed, matched_by, members, profiles, related, unmatched
from according.store.match_tables import pairs as pairs_table
from according.store.matcher import Matcher
from according.store.neighbours import NUMBERS, Place, hashed, moment, rank

BATCH = 100
"""Reports of one transaction: about a second, during which nobody else can write. A guess."""

Writing = Callable[[], AbstractContextManager[Connection]]
Advance = Callable[[int, int], None]
"""Told (how many are done, how many there were) after each batch."""


def wait_for(connection: Connection, ids: Iterable[str]) -> None:
    """Put reports, by their ids, into the queue."""
    for report in dict.fromkeys(ids):
        known = connection.execute(select(unmatched.c.error).where(unmatched.c.id == report)).first()
        if known is None:
            connection.execute(insert(unmatched).values(id=report))
        elif known.error is not None:
            connection.execute(update(unmatched).where(unmatched.c.id == report).values(error=None))


def waiting(connection: Connection) -> int:
    """How many reports are in the queue."""
    count = select(func.count()).select_from(unmatched).where(unmatched.c.error.is_(None))
    return int(connection.execute(count).scalar_one())


def is_of(connection: Connection, version: str) -> bool:
    """Whether all that was decided, if anything was, was decided by these scorers."""
    found = connection.execute(select(matched_by.c.version)).scalars().all()
    return not found or list(found) == [version]


def everything(connection: Connection) -> int:
    """How many reports there are to match at all."""
    return int(connection.execute(select(func.count(func.distinct(tables.reports.c.id)))).scalar_one())


def follow(connection: Connection, matcher: Matcher, judgement: judgements.Judgement) -> None:
    """Group again what a person's decision touches."""
    number = judgements.numbers(connection, (judgement.a, judgement.b))
    touched = {one for some in number.values() for one in some}
    story, origin = (touched if judgement.kind == kind else set() for kind in judgements.KINDS)
    groups.regroup(
        connection, pairs.Shelf(matcher), pairs.Changed(story=story, origin=origin), judgements.decided(connection)
    )


def start_over(connection: Connection) -> None:
    """Throw away all that was worked out, and put all reports into the queue. What persons decided stays."""
    for table in (matched_by, unmatched, listed, pairs_table, friends, members, profiles, related):
        connection.execute(delete(table))
    reports, readings = tables.reports, tables.readings
    by_date = (
        select(reports.c.id)
        .join(readings, readings.c.report == reports.c.number)
        .group_by(reports.c.id)
        .order_by(func.min(readings.c.published), func.min(reports.c.number))  # neighbours soon after each other
    )
    connection.execute(insert(unmatched).from_select(["id"], by_date))


def match(writing: Writing, matcher: Matcher, again: bool, advance: Advance | None) -> Matched:
    """See `Ledger.match`."""
    with writing() as connection:
        if again or not is_of(connection, matcher.version):
            start_over(connection)
        if connection.execute(select(matched_by.c.version)).first() is None:
            connection.execute(insert(matched_by).values(version=matcher.version))
        total = waiting(connection)
    shelf, done = pairs.Shelf(matcher), 0
    while True:
        with writing() as connection:
            if not is_of(connection, matcher.version):  # another release has started over meanwhile
                break
            some = select(unmatched.c.id).where(unmatched.c.error.is_(None)).order_by(unmatched.c.number).limit(BATCH)
            ids = list(connection.execute(some).scalars())
            if not ids:
                break
            Batch(connection, shelf).match(ids)
        done += len(ids)
        if advance is not None:
            advance(done, max(total, done))
    with writing() as connection:
        return Matched(reports=done, left=waiting(connection), faults=faults(connection))


def faults(connection: Connection) -> tuple[Fault, ...]:
    """The reports that could not be matched, and why."""
    found = connection.execute(select(unmatched).where(unmatched.c.error.is_not(None)).order_by(unmatched.c.id))
    return tuple(Fault(report=row.id[:8], place="matching", found=row.error) for row in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a report's profile is made of: the one reading that stands for its text at all addresses."""

    reading: int
    published: int
    record: Record


@dataclass(slots=True)
class Batch:
    """Some reports that are matched in one transaction."""

    connection: Connection
    shelf: pairs.Shelf
    change: Counter[NUMBERS] = field(default_factory=Counter)
    changed: pairs.Changed = field(default_factory=pairs.Changed)
    new: list[int] = field(default_factory=list)

    def match(self, ids: list[str]) -> None:
        """Bring these reports up to date, and take them from the queue."""
        newest_before = self._newest()
        for report in ids:
            try:
                self._renew(report)
            except Unmatchable as error:
                gone = update(unmatched).where(unmatched.c.id == report)
                self.connection.execute(gone.values(error=f"{type(error.__cause__).__name__}: {error.__cause__}"))
        self.finish(newest_before)
        done = delete(unmatched).where(unmatched.c.id.in_(ids), unmatched.c.error.is_(None))
        self.connection.execute(done)

    def finish(self, newest_before: int) -> None:
        """Compare what became neighbours, and group what that touches."""
        found = pairs.apply(self.connection, self.change, self.shelf, newest_before)
        found.story |= self.changed.story | set(self.new)
        found.origin |= self.changed.origin | set(self.new)
        groups.enter(self.connection, self.new)
        groups.regroup(self.connection, self.shelf, found, judgements.decided(self.connection))

    def enter(self, report: str, reading: int, published: int, profile: Any) -> None:
        """Put a report's profile into the lists."""
        made = self.connection.execute(
            insert(profiles).values(
                id=report, published=published, rank=rank(report), reading=reading, profile=profile.to_bytes()
            )
        )
        assert made.inserted_primary_key is not None
        place = Place(number=made.inserted_primary_key[0], published=published, rank=rank(report))
        self.shelf.put(place, profile)
        self.change.update(neighbours.enter(self.connection, self._keys(profile), place))
        self.new.append(place.number)

    def _renew(self, report: str) -> None:
        source = self._source(report)
        row = self.connection.execute(select(profiles).where(profiles.c.id == report)).first()
        if row is not None and source is not None and row.reading == source.reading:
            return
        made = None if source is None else self._profile(source.record)
        if row is not None:
            place = Place(number=row.number, published=row.published, rank=row.rank)
            self._leave(place, self.shelf.matcher.load(row.profile))
        if source is not None:
            self.enter(report, source.reading, source.published, made)

    def _leave(self, place: Place, profile: Any) -> None:
        self.change.update(neighbours.leave(self.connection, self._keys(profile), place))
        left = groups.leave(self.connection, place.number)
        self.changed.story |= left.story
        self.changed.origin |= left.origin
        self.connection.execute(delete(profiles).where(profiles.c.number == place.number))
        self.shelf.drop(place.number)

    def _profile(self, record: Record) -> Any:
        try:
            made = self.shelf.matcher.profile(record)
            self._keys(made)
        except Exception as error:
            raise Unmatchable from error
        return made

    def _keys(self, profile: Any) -> neighbours.Keys:
        return hashed(self.shelf.matcher.keys(profile))

    def _newest(self) -> int:
        return int(self.connection.execute(select(func.max(profiles.c.number))).scalar() or 0)

    def _source(self, report: str) -> Source | None:
        """The report's first address by date, and its newest reading; None where newer versions replaced all."""
        found = current_readings(self.connection, report)
        if not found:
            return None
        try:
            record = rows.with_text(found[0].record, found[0].text)
        except Exception as error:
            raise Unmatchable from error
        return Source(reading=found[0].number, published=moment(record.report), record=record)


class Unmatchable(Exception):
    """No profile could be made of a report; the reason is its cause. The others go on."""


def current_readings(connection: Connection, report: str) -> list[Any]:
    """The newest reading of each current report that has this id, in an order that does not depend on theirs."""
    reports, readings = tables.reports, tables.readings
    found = connection.execute(
        select(readings, reports.c.key, reports.c.url, reports.c.path, tables.texts.c.text)
        .join(reports, reports.c.number == readings.c.report)
        .join(tables.texts, tables.texts.c.id == reports.c.id)
        .where(reports.c.id == report, finding.is_newest_reading(), finding.is_newest_version())
    ).all()

    def order(row: Any) -> tuple[object, ...]:
        return (row.published is None, row.published or "", row.publisher or "", row.url or "", row.path or "")

    return sorted(found, key=lambda row: (*order(row), row.digest))
