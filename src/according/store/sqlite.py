"""
What only SQLite does: files, pragmas, transactions, its full-text index, and the meaning of its errors.

Another database needs a module with the same names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, event, text, true
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from according.errors import NoStore, NotAStore, StoreError, StoreFull, StoreLocked

HEADER = b"SQLite format 3\0"
"""The first 16 bytes of every SQLite database (SQLite, "Database File Format", section 1.3)."""

PRAGMAS = ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536", "wal_autocheckpoint = 8000")
"""
For each connection. Under write-ahead logging NORMAL keeps a database whole through a crash; only a power cut may
lose the last reports, and the next run reads them again. Blocking keys lie all over the file: 64 MB of it are kept in
memory, and 32 MB are written to the log before it is worked in, so that a page is not written for each key on it.
"""

KEY_COLUMN = "INTEGER PRIMARY KEY AUTOINCREMENT"
"""How a table numbers its rows, in `migrations`; numbers are never used twice."""

BYTES = "BLOB"
"""The type of a column of bytes, in `migrations`."""

KEPT_BY_KEY = "WITHOUT ROWID"
"""Ends a table whose rows lie in the order of its key, in `migrations`: half the size, and like beside like."""

INDEX_WORDS = """
CREATE VIRTUAL TABLE claim_words
USING fts5(content, source, content='', tokenize='porter unicode61 remove_diacritics 2')
"""
"""The index alone (content=''): `claims` and `links` hold the words. porter: "shelled" finds "shelling"."""

INDEX_EVENTS = """
CREATE VIRTUAL TABLE event_words
USING fts5(content, content='', tokenize='porter unicode61 remove_diacritics 2')
"""
"""As for claims: `events` and `parties` hold the words, and the text the sentence."""


def check_file(path: Path, create: bool) -> None:
    """Raise unless `path` is a SQLite database, or nothing yet and `create` is set."""
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except FileNotFoundError:
        if not create:
            raise NoStore(
                str(path),
                "found no such file, expected a database of According",
                "Make one with: according read REPORT.txt, or name another with --db FILE.",
            ) from None
        if not path.parent.is_dir():
            raise StoreError(
                str(path), "found no such folder, expected one to put the database in", f"mkdir -p {path.parent}"
            ) from None
        return
    except OSError as error:
        raise StoreError(
            str(path), f"{_reason(error)}, expected a database that may be opened", "Name another with --db FILE."
        ) from error
    if start and start != HEADER:
        raise not_a_store(path, "a file that is no SQLite database")


def not_a_store(path: Path, found: str) -> NotAStore:
    """The error for a file that is something else."""
    return NotAStore(
        str(path),
        f"found {found}, expected a database of According; nothing was changed",
        "Name another with --db FILE.",
    )


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def open_engine(path: Path, wait_s: float) -> Engine:
    """
    An engine for the file; nothing is opened yet.

    A connection with the execution option ``writes=True`` takes the write lock when its transaction begins, so
    that two writers queue, up to `wait_s` seconds, rather than fail half way.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)  # by its address it looks like memory

    # sqlite3's own handling begins no transaction before CREATE TABLE; so isolation_level is None, and we begin.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def table_names(connection: Connection) -> set[str]:
    """Names of all tables in the database."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in rows}


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers and one writer work at the same time; kept in the file. Stands outside any transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def damage(connection: Connection) -> tuple[str, ...]:
    """What SQLite's own check finds wrong with the file, nothing if it is sound."""
    found = tuple(str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"))
    return () if found == ("ok",) else found


def make_word_index(connection: Connection) -> None:
    """The full-text index of claims, empty."""
    connection.exec_driver_sql(INDEX_WORDS)


def index_words(connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Add (claim's number, words of its content, words of its sources) to the index."""
    for row in rows:
        connection.exec_driver_sql("INSERT INTO claim_words (rowid, content, source) VALUES (?, ?, ?)", row)


def make_event_index(connection: Connection) -> None:
    """The full-text index of events, empty."""
    connection.exec_driver_sql(INDEX_EVENTS)


def index_event_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Add (event's number, its words) to the index."""
    for row in rows:
        connection.exec_driver_sql("INSERT INTO event_words (rowid, content) VALUES (?, ?)", row)


AROUND = """
SELECT * FROM (
    SELECT profile, published, 0 AS later FROM listed WHERE key = :key AND (published, rank) < (:published, :rank)
    ORDER BY published DESC, rank DESC LIMIT :reach)
UNION ALL
SELECT * FROM (
    SELECT profile, published, 1 AS later FROM listed WHERE key = :key AND (published, rank) > (:published, :rank)
    ORDER BY published, rank LIMIT :reach)
"""


Side = list[tuple[int, int]]


def around(connection: Connection, key: int, place: tuple[int, int], reach: int) -> tuple[Side, Side]:
    """
    Those before `place` in a key's list, and those after it: (profile, published), nearest first, at most `reach` each.

    Asked of the driver itself, past SQLAlchemy: a report has dozens of keys, and this is most of what matching does.
    """
    found = (
        _driver(connection)
        .execute(AROUND, {"key": key, "published": place[0], "rank": place[1], "reach": reach})
        .fetchall()
    )
    sides: tuple[Side, Side] = ([], [])
    for profile, published, later in found:
        sides[later].append((profile, published))
    return sides


def list_under(connection: Connection, rows: list[tuple[int, int, int, int]]) -> None:
    """Add (key, published, rank, profile) to the lists."""
    _driver(connection).executemany("INSERT INTO listed (key, published, rank, profile) VALUES (?, ?, ?, ?)", rows)


def unlist(connection: Connection, rows: list[tuple[int, int, int]]) -> None:
    """Take what stands at (key, published, rank) out of the lists."""
    _driver(connection).executemany("DELETE FROM listed WHERE key = ? AND published = ? AND rank = ?", rows)


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def words_match(words: str) -> ColumnElement[bool]:
    """Condition on `claims`: each of the words stands in the content or the sources."""
    return _matching("claims.number IN (SELECT rowid FROM claim_words WHERE claim_words MATCH :query)", words)


def event_words_match(words: str) -> ColumnElement[bool]:
    """Condition on `events`: each of the words stands in its sentence, its parties or its place."""
    return _matching("events.number IN (SELECT rowid FROM event_words WHERE event_words MATCH :query)", words)


def _matching(clause: str, words: str) -> ColumnElement[bool]:
    """Every word is quoted, so that none is taken for an operator of the index's query language."""
    if not words.strip():
        return true()
    query = " AND ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    return text(clause).bindparams(query=query)  # type: ignore[return-value]


@contextmanager
def told(path: Path, wait_s: float) -> Iterator[None]:
    """Turn SQLite's errors into ours, each saying what to do."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _translated(error.orig, path, wait_s) from error
    except sqlite3.Error as error:
        raise _translated(error, path, wait_s) from error


def _translated(error: sqlite3.Error, path: Path, wait_s: float) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(
            str(path),
            f"locked by another process for {wait_s:g} seconds; nothing was changed",
            "Wait until it has finished and run the same command again.",
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreFull(
            str(path),
            "no room on the disk for this report; the reports before it are kept",
            "Make room and run the same command again: it goes on where it stopped.",
        )
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_store(path, "a file that is no SQLite database")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            str(path),
            f"{error}; expected a database that may be written, in a folder that may be written too",
            "Change its permissions or name another with --db FILE.",
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return StoreError(
            str(path), f"damaged: {error}", "Go back to a copy, or read the reports again into another file."
        )
    return StoreError(str(path), f"the database cannot be used: {error}", "Check the disk, then run it again.")
