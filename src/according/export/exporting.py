"""One export: what is wanted, out of the ledger, by its format, into a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, BinaryIO, Generic, TypeVar

from according.export import tables
from according.export.formats import BY_NAME
from according.export.reports import reports
from according.store import ClaimFilter, EventFilter, Ledger

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    What is to be handed out. `format` is a name of `formats.BY_NAME`; `table`, one of `formats.TABLES`, is asked only
    of csv and parquet. `claims` is used where the format is made of claims, `events` where it is made of events.
    """

    format: str
    table: str = "claims"
    claims: ClaimFilter = field(default_factory=ClaimFilter)
    events: EventFilter = field(default_factory=EventFilter)

    @property
    def made_of(self) -> str:
        """claims, events, sources or reports."""
        made_of = BY_NAME[self.format].made_of
        return self.table if made_of == "table" else made_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """How many items (rows, objects, annotations) were written, and from how many claims, events, ... of the ledger."""

    written: int
    looked_at: int


class _Counted(Generic[T]):
    """Items, and how many of them were taken."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = items
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for item in self.items:
            self.count += 1
            yield item


def export(ledger: Ledger, wanted: Wanted, out: BinaryIO) -> Exported:
    """
    Write what is wanted.

    Args:
        ledger: an open ledger.
        wanted: the format, and which claims or events.
        out: a binary file; it is not closed. Text is written in UTF-8, without a byte order mark.

    Raises:
        InstallationError: the format needs a library that is not installed; nothing was written.
    """
    chosen = BY_NAME[wanted.format]
    write = import_module(f"according.export.{chosen.module}").write
    found = _Counted(_items(ledger, wanted))
    given = _table(wanted.table, found) if chosen.made_of == "table" else found
    if chosen.is_binary:
        written = write(given, out)
    else:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=False)
        try:
            written = write(given, text)
        finally:
            text.flush()
            text.detach()
    return Exported(written=written, looked_at=found.count)


def _items(ledger: Ledger, wanted: Wanted) -> Iterable[Any]:
    made_of = wanted.made_of
    if made_of == "claims":
        return ledger.claims(wanted.claims)
    if made_of == "events":
        return ledger.events(wanted.events)
    return ledger.sources() if made_of == "sources" else reports(ledger)


def _table(name: str, items: Iterable[Any]) -> tables.Table:
    made: dict[str, Callable[[Iterable[Any]], tables.Table]] = {
        "claims": tables.claims_table,
        "events": tables.events_table,
        "sources": tables.sources_table,
        "reports": tables.reports_table,
    }
    return made[name](items)
