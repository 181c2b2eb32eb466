"""The file beneath the ledger: other people's, older, newer, locked, full, damaged."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from according.errors import NoStore, NotAStore, StoreError, StoreFull, StoreLocked, StoreTooNew
from according.store import ClaimFilter, EventFilter, Ledger, migrations, sqlite, tables
from store.example_records import depot_record, plain_record
from store.raid_record import raid_record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "according.db"


def sha(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def filled(path):
    with Ledger.open(path, create=True) as ledger:
        ledger.add(depot_record())


def test_only_writing_makes_a_file(path):
    with pytest.raises(NoStore, match="according read"):
        Ledger.open(path)
    assert not path.exists()


def test_an_empty_file_is_no_ledger_until_something_is_read(path):
    path.touch()
    with pytest.raises(NoStore):
        Ledger.open(path)
    filled(path)
    Ledger.open(path).close()


def test_the_log_is_written_ahead_and_keys_are_held(path):
    filled(path)
    with Ledger.open(path) as ledger, ledger._looking() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("data", [b"%PDF-1.7 and so on", b"SQLite format 3\0" + b"\xff" * 500, b"x"])
def test_a_file_of_something_else_is_left_alone(path, data):
    path.write_bytes(data)
    with pytest.raises(NotAStore, match="nothing was changed"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == data


def test_a_database_of_something_else_is_left_alone(path):
    run(path, "CREATE TABLE recipes (name)")
    before = sha(path)
    with pytest.raises(NotAStore, match="tables of something else \\(recipes\\)"):
        Ledger.open(path, create=True)
    assert sha(path) == before


def test_a_database_of_a_later_release_is_left_alone(path):
    filled(path)
    run(path, "INSERT INTO according_schema VALUES (99, '2031.1.0', '2031-01-01')")
    before = sha(path)
    with pytest.raises(StoreTooNew, match=r"schema 99, written by According 2031.1.0.*\n.*pip install --upgrade"):
        Ledger.open(path, create=True)
    assert sha(path) == before


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(StoreError, match="is a directory"):
        Ledger.open(tmp_path, create=True)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="mkdir -p"):
        Ledger.open(tmp_path / "no" / "according.db", create=True)


def test_a_file_that_may_not_be_opened_is_told(path, monkeypatch):
    filled(path)

    def forbidden(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # root, who often runs tests, is forbidden nothing
    with pytest.raises(StoreError, match="permission denied"):
        Ledger.open(path)


def test_a_file_that_may_not_be_written_is_told(path):
    filled(path)
    run(path, "PRAGMA journal_mode = DELETE")
    with Ledger.open(path) as ledger:
        with ledger._looking() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="may be written"):
            ledger.add(plain_record("The bridge is open."))


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def hold():
    """Start processes that lock a database, and end them."""
    started = []

    def start(path):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        assert process.stdout.readline() == "held\n"

    yield start
    for process in started:
        process.communicate()


def test_a_database_locked_by_another_process_is_told_after_a_wait(path, hold):
    filled(path)
    hold(path)
    with Ledger.open(path, wait_s=0.2) as ledger:
        with pytest.raises(StoreLocked, match=r"locked by another process for 0.2 seconds(.|\n)*run the same command"):
            ledger.add(plain_record("The bridge is open."))
        assert len(list(ledger.claims())) == 4  # looking is never locked out


def test_two_ledgers_take_turns(path):
    with Ledger.open(path, create=True) as first, Ledger.open(path, create=True) as second:
        first.add(plain_record("The bridge is open.", path="a.txt"))
        second.add(plain_record("The road is open.", path="b.txt"))
        assert len(list(first.claims())) == 2


def test_a_full_disk_is_told_and_what_was_kept_stays(path, monkeypatch):
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, f"max_page_count = {pages + 2}"))
    with Ledger.open(path) as ledger:
        with pytest.raises(StoreFull, match=r"no room(.|\n)*goes on where it stopped"):
            ledger.add(plain_record("A very long report. " * 5000))
        assert len(list(ledger.claims())) == 4
        assert not ledger.verify().faults


def test_a_damaged_file_is_told(path):
    with Ledger.open(path, create=True) as ledger:
        for number in range(30):
            ledger.add(plain_record(f"Report {number}. " * 200, path=f"{number}.txt"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :: 97] = b"\xee" * len(data[len(data) // 2 :: 97])
    path.write_bytes(data)
    found = []
    try:
        with Ledger.open(path) as ledger:
            found = [fault.found for fault in ledger.verify().faults]
    except StoreError as error:
        found = [str(error)]
    assert found


# --- schemas ------------------------------------------------------------------------------


def schema_1(path, monkeypatch):
    """A ledger as schema 1 left it, with one record."""
    schema_2(path)
    run(path, "DROP TABLE inputs", "DROP TABLE claim_words", "DELETE FROM according_schema WHERE version > 1")


def schema_2(path, *records):
    """A ledger as schema 2 left it, with the records, or with one."""
    with Ledger.open(path, create=True) as ledger:
        for record in records or [depot_record()]:
            ledger.add(record)
    gone = [f"DROP TABLE {table}" for table in ("claim_events", "parties", "events", "event_words", *OF_SCHEMA_4)]
    run(path, *gone, "DELETE FROM according_schema WHERE version > 2")


OF_SCHEMA_4 = (
    "unmatched", "matched_by", "profiles", "listed", "pairs", "friends", "members", "related", "judgements", "grades",
)  # fmt: skip


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT max(version) FROM according_schema").fetchone()[0]


def test_the_migrated_tables_are_the_declared_ones(path):
    filled(path)
    found = inspect(create_engine("sqlite://", creator=lambda: sqlite3.connect(path)))
    for name, table in tables.metadata.tables.items():
        columns = {
            (column["name"], str(column["type"]), column["nullable"] and not column["primary_key"])
            for column in found.get_columns(name)
        }
        assert columns == {(column.name, str(column.type), bool(column.nullable)) for column in table.columns}, name
        indexed = {tuple(index["column_names"]) for index in found.get_indexes(name)}
        assert indexed == {tuple(index.columns.keys()) for index in table.indexes}, name
        keys = {(tuple(key["constrained_columns"]), key["referred_table"]) for key in found.get_foreign_keys(name)}
        assert keys == {
            ((key.parent.name,), key.column.table.name) for column in table.columns for key in column.foreign_keys
        }, name


def test_schema_1_is_migrated_and_its_claims_can_be_searched(path, monkeypatch):
    schema_1(path, monkeypatch)
    with Ledger.open(path) as ledger:
        (claim,) = ledger.claims(ClaimFilter(words="reuters burning"))
        assert claim.content == "A fuel depot burned for two days"
        assert ledger.add(depot_record(), fingerprint="f").outcome == "unchanged"
        assert not ledger.verify().faults
    assert version(path) == migrations.newest()


def test_schema_2_is_migrated_and_the_events_of_all_its_readings_can_be_found(path):
    schema_2(path, raid_record(), depot_record(), raid_record(made_by="according 2"))
    with Ledger.open(path) as ledger:
        assert [event.kind for event in ledger.events(EventFilter(actor="gunmen"))] == ["ASSAULT", "ASSAULT"]
        assert [claim.claim.id for claim in ledger.claims(ClaimFilter(event="AID"))] == ["c3"]
        assert ledger.add(raid_record(made_by="according 2")).outcome == "unchanged"
        assert not ledger.verify().faults
        with ledger._looking() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 12
    assert version(path) == migrations.newest()


def test_a_record_that_cannot_be_read_does_not_stop_a_migration_and_is_told_by_verify(path):
    schema_2(path, raid_record(), depot_record())
    run(path, "UPDATE readings SET record = 'gone' WHERE number = 1")
    with Ledger.open(path) as ledger:
        assert len(list(ledger.claims(ClaimFilter(report="depot.txt")))) == 4
        assert [fault.place for fault in ledger.verify().faults] == ["record"]


def test_a_migration_that_fails_changes_nothing(path, monkeypatch):
    schema_1(path, monkeypatch)

    def half(connection):
        migrations.index_words_and_inputs(connection)
        connection.exec_driver_sql("CREATE TABLE texts (id)")

    monkeypatch.setattr(migrations, "MIGRATIONS", (migrations.make_tables, half))
    with pytest.raises(StoreError):
        Ledger.open(path)
    with closing(sqlite3.connect(path)) as connection:
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "inputs" not in found
    assert version(path) == 1
    monkeypatch.undo()
    with Ledger.open(path) as ledger:
        assert len(list(ledger.claims())) == 4


def test_a_database_that_was_begun_and_never_finished_is_made_again(path):
    run(path)
    filled(path)
    assert version(path) == migrations.newest()
