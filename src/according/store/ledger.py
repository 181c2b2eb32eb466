"""
The ledger: one database of reports, what was read from them, and who said it.

    with Ledger.open("according.db", create=True) as ledger:
        ledger.add(record)
        ledger.claims(ClaimFilter(source="Reuters", named=False))
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from according.errors import NoStore, ReadingError, StoreTooNew
from according.records import Record
from according.store import event_queries, finding, migrations, queries, rows, sqlite, verifying, writing
from according.store.kept import Added, ClaimFilter, EventFilter, KeptClaim, KeptEvent, KeptReport, Verification, Voice
from according.store.tables import schema

WAIT_S = 10.0
"""Seconds to wait for another process. A guess: one report is written in milliseconds, a whole migration in seconds."""


class Ledger:
    """
    A database of According. Make one with `Ledger.open`; it may be shared by threads.

    Raises (every method): StoreLocked, StoreFull, StoreError; what was not committed is undone.
    """

    def __init__(self, path: Path, engine: Engine, wait_s: float) -> None:
        self.path = path
        self._engine = engine
        self._wait_s = wait_s

    @classmethod
    def open(cls, path: str | PathLike[str], *, create: bool = False, wait_s: float = WAIT_S) -> Self:
        """
        The ledger at `path`, brought to the newest schema.

        Args:
            path: the file of the database.
            create: make the file if it is not there; otherwise that is NoStore.
            wait_s: seconds to wait for another process before StoreLocked.

        Raises:
            NotAStore: the file is something else. Nothing was changed.
            StoreTooNew: a later release wrote it. Nothing was changed.
        """
        file = Path(path)
        sqlite.check_file(file, create)
        ledger = cls(file, sqlite.open_engine(file, wait_s), wait_s)
        try:
            ledger._bring_up_to_date(create)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def close(self) -> None:
        """Give the file back; an open ledger keeps it open."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- writing ---

    def add(self, record: Record, *, fingerprint: str | None = None) -> Added:
        """
        Keep a record, in one transaction; what is there already is left as it is.

        Args:
            record: what was read from one report.
            fingerprint: whatever names the input exactly (bytes, options, release); `known` asks for it.

        Raises:
            BadRecord: the report's id is not its text's, or a span lies outside the text.
        """
        rows.checked(record)
        with self._writing() as connection:
            return writing.add(connection, record, fingerprint, _now())

    def reject(self, path: str, error: ReadingError) -> None:
        """Note that a report could not be read; the same error of the same path is noted once."""
        with self._writing() as connection:
            writing.reject(connection, path, error, _now())

    # --- looking ---

    def known(self, fingerprint: str) -> KeptReport | None:
        """The report of an input that was read before, None if there is none or another reading came after it."""
        with self._looking() as connection:
            return finding.known(connection, fingerprint)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[KeptClaim]:
        """
        Claims of the current readings of the current reports, in the order they were read and of the text.

        One report is in memory at a time.
        """
        with self._looking() as connection:
            yield from queries.claims(connection, wanted or ClaimFilter())

    def events(self, wanted: EventFilter | None = None) -> Iterator[KeptEvent]:
        """What happened, by the current readings of the current reports; in the same order as `claims`."""
        with self._looking() as connection:
            yield from event_queries.events(connection, wanted or EventFilter())

    def sources(self) -> tuple[Voice, ...]:
        """Who speaks in the current reports, most claims first; the outlets themselves are left out."""
        with self._looking() as connection:
            return queries.sources(connection)

    def report(self, reference: str) -> KeptReport:
        """
        The report that `reference` names: its key, the beginning of its id, its path or its address.

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.report(connection, reference)

    def claim(self, reference: str) -> KeptClaim:
        """
        The claim that `reference` names: a report's reference, a colon, and the claim's id ("1f6e02aa:c3").

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.claim(connection, reference)

    def event(self, reference: str) -> KeptEvent:
        """
        The event that `reference` names: a report's reference, a colon, and the event's id ("1f6e02aa:v3").

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.event(connection, reference)

    def verify(self) -> Verification:
        """Every span of every reading, also of superseded ones, read again in its report's text."""
        with self._looking() as connection:
            return verifying.verify(connection)

    # --- the file ---

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with sqlite.told(self.path, self._wait_s), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with sqlite.told(self.path, self._wait_s), self._engine.connect() as connection:
            yield connection

    def _bring_up_to_date(self, create: bool) -> None:
        with self._looking() as connection:
            found = self._schema(connection)
        if found == 0 and not create:
            raise NoStore(
                str(self.path), "found an empty file, expected a database of According", "Fill it with: according read"
            )
        if found < migrations.newest():
            with sqlite.told(self.path, self._wait_s):
                sqlite.use_write_ahead_log(self._engine)
            with self._writing() as connection:  # another process may have been faster
                migrations.migrate(connection, self._schema(connection), _now())

    def _schema(self, connection: Connection) -> int:
        """The database's schema, 0 for a new file."""
        names = sqlite.table_names(connection)
        if not names:
            return 0
        if schema.name not in names:
            raise sqlite.not_a_store(self.path, f"tables of something else ({', '.join(sorted(names)[:3])})")
        found, written_by = connection.execute(
            select(schema.c.version, schema.c.written_by).order_by(schema.c.version.desc())
        ).first() or (0, "")
        if found > migrations.newest():
            raise StoreTooNew(
                str(self.path),
                f"found schema {found}, written by According {written_by}, expected schema"
                f" {migrations.newest()} or older; nothing was changed",
                "pip install --upgrade according",
            )
        return int(found)


def _now() -> str:
    """The time of reading, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
