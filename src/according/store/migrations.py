"""
Schemas of the ledger, one function a step: step N makes schema N of schema N - 1.

A step that has been released never changes; what comes later is another step. Written in the SQL that SQLite and
PostgreSQL share; what they do not share is asked of `sqlite`. What can be worked out from the records that are kept
is filled in after the last step, by this release's code: see `FILLED`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version as version_of

from sqlalchemy import Connection, select, text

from according.errors import BadRecord
from according.store import rows, sqlite, tables, writing

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


EVENT_TABLES = (
    """
    CREATE TABLE events (
        number {key}, reading INTEGER NOT NULL REFERENCES readings (number), id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, type VARCHAR, mode VARCHAR, quad VARCHAR, trigger TEXT NOT NULL,
        polarity VARCHAR NOT NULL, certainty VARCHAR NOT NULL, status VARCHAR NOT NULL, place VARCHAR,
        place_folded VARCHAR NOT NULL, place_country VARCHAR, begins VARCHAR, ends VARCHAR, confidence FLOAT NOT NULL)
    """,
    """
    CREATE TABLE parties (
        number {key}, event INTEGER NOT NULL REFERENCES events (number), role VARCHAR NOT NULL,
        position INTEGER NOT NULL, name VARCHAR NOT NULL, words TEXT NOT NULL, folded VARCHAR NOT NULL,
        entity VARCHAR, country VARCHAR, sectors VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE claim_events (
        claim INTEGER REFERENCES claims (number), event INTEGER REFERENCES events (number),
        PRIMARY KEY (claim, event))
    """,
    *(
        f"CREATE INDEX ix_{table}_{column} ON {table} ({column})"
        for table, columns in {
            "events": ("reading", "kind", "mode", "place_country", "begins", "ends"),
            "parties": ("event", "country"),
            "claim_events": ("event",),
        }.items()
        for column in columns
    ),
)


def make_event_tables(connection: Connection) -> None:
    """Schema 3: events can be looked for, with their parties, and by the claims that tell of them."""
    for statement in EVENT_TABLES:
        connection.exec_driver_sql(statement.format(key=sqlite.KEY_COLUMN))
    sqlite.make_event_index(connection)


def fill_events(connection: Connection) -> None:
    """The tables of events, from the records of all readings; a record that cannot be read is left to `verify`."""
    numbers = connection.execute(select(tables.readings.c.number).order_by(tables.readings.c.number)).scalars().all()
    for number in numbers:
        kept, words = connection.execute(
            select(tables.readings.c.record, tables.texts.c.text)
            .join(tables.reports, tables.reports.c.number == tables.readings.c.report)
            .join(tables.texts, tables.texts.c.id == tables.reports.c.id)
            .where(tables.readings.c.number == number)
        ).one()
        if NO_EVENTS in kept:
            continue
        try:
            record = rows.checked(rows.with_text(kept, words))
        except (ValueError, LookupError, TypeError, BadRecord):
            continue
        claims = connection.execute(
            select(tables.claims.c.id, tables.claims.c.number).where(tables.claims.c.reading == number)
        )
        writing.add_events(connection, record, number, {row.id: row.number for row in claims})


MATCH_TABLES = (
    "CREATE TABLE unmatched (number {key}, id VARCHAR NOT NULL UNIQUE, error TEXT)",
    "CREATE TABLE matched_by (version VARCHAR PRIMARY KEY)",
    """
    CREATE TABLE profiles (
        number {key}, id VARCHAR NOT NULL UNIQUE REFERENCES texts (id), published BIGINT NOT NULL,
        rank BIGINT NOT NULL, reading INTEGER NOT NULL, profile {bytes} NOT NULL)
    """,
    """
    CREATE TABLE listed (
        key BIGINT, published BIGINT, rank BIGINT, profile INTEGER NOT NULL,
        PRIMARY KEY (key, published, rank)) {by_key}
    """,
    """
    CREATE TABLE pairs (
        second INTEGER, first INTEGER, support INTEGER NOT NULL, story FLOAT, origin FLOAT, kinship VARCHAR,
        PRIMARY KEY (second, first)) {by_key}
    """,
    "CREATE INDEX ix_pairs_story ON pairs (first) WHERE story > 0",
    "CREATE INDEX ix_pairs_origin ON pairs (first) WHERE origin IS NOT NULL",
    "CREATE INDEX ix_pairs_support ON pairs (second) WHERE support < 3",
    """
    CREATE TABLE friends (
        second INTEGER, first INTEGER, pull FLOAT NOT NULL, PRIMARY KEY (second, first)) {by_key}
    """,
    """
    CREATE TABLE members (
        profile INTEGER PRIMARY KEY, piece INTEGER NOT NULL, story INTEGER NOT NULL, origin INTEGER NOT NULL)
    """,
    "CREATE TABLE related (newer INTEGER, older INTEGER, relations TEXT NOT NULL, PRIMARY KEY (newer, older))",
    """
    CREATE TABLE judgements (
        number {key}, kind VARCHAR NOT NULL, a VARCHAR NOT NULL, b VARCHAR NOT NULL, verdict VARCHAR NOT NULL,
        judged_by VARCHAR NOT NULL, note TEXT, judged_at VARCHAR NOT NULL)
    """,
    """
    CREATE TABLE grades (
        number {key}, source VARCHAR NOT NULL, folded VARCHAR NOT NULL, grade VARCHAR NOT NULL,
        graded_by VARCHAR NOT NULL, note TEXT, graded_at VARCHAR NOT NULL)
    """,
    *(
        f"CREATE INDEX ix_{table}_{column} ON {table} ({column})"
        for table, columns in {
            "members": ("piece", "story", "origin"),
            "judgements": ("a", "b"),
            "grades": ("folded",),
        }.items()
        for column in columns
    ),
)


def make_match_tables(connection: Connection) -> None:
    """Schema 4: what stands across reports, all of which are still to be matched, and what persons decided of it."""
    for statement in MATCH_TABLES:
        connection.exec_driver_sql(
            statement.format(key=sqlite.KEY_COLUMN, bytes=sqlite.BYTES, by_key=sqlite.KEPT_BY_KEY)
        )
    connection.execute(text("INSERT INTO unmatched (id) SELECT id FROM reports GROUP BY id ORDER BY min(number)"))


NO_EVENTS = ',"events":[],"places"'
"""Stands in the JSON of a record without events, which need not be read; no "places" follow a claim's "events"."""

MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    make_tables,
    index_words_and_inputs,
    make_event_tables,
    make_match_tables,
)

FILLED: dict[int, Callable[[Connection], None]] = {3: fill_events}
"""What fills the tables that a schema added, in a database that has records already."""


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
    for number, fill in FILLED.items():
        if 0 < found < number:
            fill(connection)
