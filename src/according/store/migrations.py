"""
Schemas of the ledger, one function a step: step N makes schema N of schema N - 1.

A step that has been released never changes; what comes later is another step. Written in the SQL that SQLite and
PostgreSQL share; what they do not share is asked of `sqlite`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version as version_of

from sqlalchemy import Connection, text

from according.store import sqlite

TABLES = (
    "CREATE TABLE texts (id VARCHAR PRIMARY KEY, text TEXT NOT NULL)",
    """
    CREATE TABLE reports (
        number {key}, key VARCHAR NOT NULL UNIQUE, id VARCHAR NOT NULL REFERENCES texts (id), path VARCHAR,
        url VARCHAR, version INTEGER NOT NULL, supersedes INTEGER UNIQUE REFERENCES reports (number),
        added_at VARCHAR NOT NULL)
    """,
    "CREATE INDEX ix_reports_id ON reports (id)",
    "CREATE INDEX ix_reports_path ON reports (path)",
    "CREATE INDEX ix_reports_url ON reports (url)",
    """
    CREATE TABLE readings (
        number {key}, report INTEGER NOT NULL REFERENCES reports (number), made_by VARCHAR NOT NULL,
        read_at VARCHAR NOT NULL, title VARCHAR, publisher VARCHAR, published VARCHAR, digest VARCHAR NOT NULL,
        record TEXT NOT NULL)
    """,
    "CREATE INDEX ix_readings_report ON readings (report)",
    """
    CREATE TABLE claims (
        number {key}, reading INTEGER NOT NULL REFERENCES readings (number), id VARCHAR NOT NULL,
        content TEXT NOT NULL, stance VARCHAR NOT NULL, polarity VARCHAR NOT NULL, certainty VARCHAR NOT NULL,
        status VARCHAR NOT NULL, attribution VARCHAR, said_on VARCHAR, confidence FLOAT NOT NULL)
    """,
    "CREATE INDEX ix_claims_reading ON claims (reading)",
    """
    CREATE TABLE links (
        number {key}, claim INTEGER NOT NULL REFERENCES claims (number), position INTEGER NOT NULL,
        innermost BOOLEAN NOT NULL, name VARCHAR NOT NULL, voice VARCHAR NOT NULL, folded VARCHAR NOT NULL,
        entity VARCHAR, identification VARCHAR, count VARCHAR, country VARCHAR, sectors VARCHAR NOT NULL,
        role VARCHAR, role_status VARCHAR, relation VARCHAR, grounds VARCHAR)
    """,
    "CREATE INDEX ix_links_claim ON links (claim)",
    """
    CREATE TABLE attributions (
        number {key}, reading INTEGER NOT NULL REFERENCES readings (number), id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, parent VARCHAR,
        confidence FLOAT NOT NULL)
    """,
    "CREATE INDEX ix_attributions_reading ON attributions (reading)",
    """
    CREATE TABLE spans (
        number {key}, reading INTEGER NOT NULL REFERENCES readings (number), place VARCHAR NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL)
    """,
    "CREATE INDEX ix_spans_reading ON spans (reading)",
    """
    CREATE TABLE rejections (
        number {key}, path VARCHAR NOT NULL, error VARCHAR NOT NULL, message TEXT NOT NULL,
        rejected_at VARCHAR NOT NULL)
    """,
    "CREATE INDEX ix_rejections_path ON rejections (path)",
)

SCHEMA_TABLE = (
    "CREATE TABLE according_schema (version INTEGER PRIMARY KEY, written_by VARCHAR NOT NULL,"
    " written_at VARCHAR NOT NULL)"
)


def make_tables(connection: Connection) -> None:
    """Schema 1: reports, readings and what stands in them."""
    for statement in (SCHEMA_TABLE, *TABLES):
        connection.exec_driver_sql(statement.format(key=sqlite.KEY_COLUMN))


def index_words_and_inputs(connection: Connection) -> None:
    """Schema 2: claims can be searched by their words, and a file that was read is known by its bytes."""
    connection.exec_driver_sql(
        "CREATE TABLE inputs (fingerprint VARCHAR, reading INTEGER REFERENCES readings (number),"
        " PRIMARY KEY (fingerprint, reading))"
    )
    sqlite.make_word_index(connection)
    sources: dict[int, list[str]] = {}
    for number, name in connection.execute(text("SELECT claim, name FROM links ORDER BY claim, position")):
        sources.setdefault(number, []).append(name)
    claims = connection.execute(text("SELECT number, content FROM claims ORDER BY number")).all()
    sqlite.index_words(connection, [(number, words, " ".join(sources.get(number, []))) for number, words in claims])


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (make_tables, index_words_and_inputs)


def newest() -> int:
    """The schema that this release writes."""
    return len(MIGRATIONS)


def migrate(connection: Connection, found: int, written_at: str) -> None:
    """Bring the database from schema `found` to the newest, in the transaction that `connection` is in."""
    for number, step in enumerate(MIGRATIONS[found:], found + 1):
        step(connection)
        connection.execute(
            text("INSERT INTO according_schema (version, written_by, written_at) VALUES (:version, :by, :at)"),
            {"version": number, "by": version_of("according"), "at": written_at},
        )
