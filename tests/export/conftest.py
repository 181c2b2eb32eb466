"""A ledger of invented reports, and its exports as text."""

from __future__ import annotations

import io
from shutil import copy

import pytest

from according.export import Wanted, export
from according.store import ClaimFilter, EventFilter, Ledger
from export.odd_record import odd_record
from store.example_records import depot_record
from store.raid_record import raid_record

READ_AT = "2024-05-20T08:00:00+00:00"


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """A folder with an empty ledger and one of three reports; made once, for making one takes longer than a test."""
    folder = tmp_path_factory.mktemp("ledgers")
    records = (
        depot_record(url="https://bay-daily.example/depot", title="Depot burns"),
        raid_record(title="Herders killed near Lodwar"),
        odd_record(),
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("according.store.ledger.now", lambda: READ_AT)
        for name, added in (("empty.db", ()), ("three.db", records)):
            with Ledger.open(folder / name, create=True) as ledger:
                for record in added:
                    ledger.add(record)
    return folder


@pytest.fixture
def opened(files, tmp_path, monkeypatch):
    """An empty ledger; whatever is added was read at `READ_AT`."""
    monkeypatch.setattr("according.store.ledger.now", lambda: READ_AT)
    copy(files / "empty.db", tmp_path / "according.db")
    with Ledger.open(tmp_path / "according.db") as ledger:
        yield ledger


@pytest.fixture
def ledger(files, tmp_path, monkeypatch):
    """A depot's fire, a raid, and a report whose words are awkward in every format."""
    monkeypatch.setattr("according.store.ledger.now", lambda: READ_AT)
    copy(files / "three.db", tmp_path / "according.db")
    with Ledger.open(tmp_path / "according.db") as ledger:
        yield ledger


@pytest.fixture
def exported(ledger):
    """The bytes of an export, or its text."""

    def export_so(name, table="claims", *, binary=False, **filters):
        out = io.BytesIO()
        made = Wanted(format=name, table=table)
        kind = {"claims": ClaimFilter, "events": EventFilter}.get(made.made_of)
        asked = {made.made_of: kind(**filters)} if kind else {}
        export(ledger, Wanted(format=name, table=table, **asked), out)
        return out.getvalue() if binary else out.getvalue().decode("utf-8")

    return export_so
