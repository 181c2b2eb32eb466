"""The file beneath a ledger: opened, brought to the newest schema, locked for one writer at a time, closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from according.errors import NoStore, StoreTooNew
from according.store import migrations, sqlite
from according.store.matcher import Matcher, default
from according.store.tables import schema

WAIT_S = 10.0
"""Seconds to wait for another process. A guess: one report is written in milliseconds, a whole migration in seconds."""


class Opened:
    """An open database of According; `Ledger` says what can be done with it."""

    def __init__(self, path: Path, engine: Engine, wait_s: float, matcher: Matcher | None = None) -> None:
        self.path = path
        self._engine = engine
        self._wait_s = wait_s
        self._given = matcher

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        create: bool = False,
        wait_s: float = WAIT_S,
        matcher: Matcher | None = None,
    ) -> Self:
        """
        The ledger at `path`, brought to the newest schema.

        Args:
            path: the file of the database.
            create: make the file if it is not there; otherwise that is NoStore.
            wait_s: seconds to wait for another process before StoreLocked.
            matcher: what compares reports, if it is not this release's own `according.matching`.

        Raises:
            NotAStore: the file is something else. Nothing was changed.
            StoreTooNew: a later release wrote it. Nothing was changed.
        """
        file = Path(path)
        sqlite.check_file(file, create)
        ledger = cls(file, sqlite.open_engine(file, wait_s), wait_s, matcher)
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

    @property
    def _matcher(self) -> Matcher:
        if self._given is None:
            self._given = default()
        return self._given

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
                migrations.migrate(connection, self._schema(connection), now())

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


def now() -> str:
    """The time of reading, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
