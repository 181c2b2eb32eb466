"""
The ways out: what the ledger holds, as the formats of the communities that use such data.

    with Ledger.open("according.db") as ledger, open("events.jsonl", "wb") as out:
        export(ledger, Wanted(format="plover"), out)

Each format is one module with the verb `write`; `formats` lists them. All are made of the ledger's own records, one
report in memory at a time, and nothing is added that the ledger does not hold. What asks the ledger is imported when
it is first used, so that the command line can list the formats at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from according.export.formats import BY_NAME, FORMATS, TABLES, Format

if TYPE_CHECKING:
    from according.export.exporting import Exported, Wanted, export

__all__ = ["BY_NAME", "FORMATS", "TABLES", "Exported", "Format", "Wanted", "export"]


def __getattr__(name: str) -> object:
    """A public name of `exporting`, imported when first used (PEP 562)."""
    if name not in ("Exported", "Wanted", "export"):
        raise AttributeError(f"module 'according.export' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("according.export.exporting"), name)
