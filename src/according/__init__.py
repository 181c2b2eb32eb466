"""
According: who says what happened, how surely, and on whose word.

    import according
    reader = according.Reader()
    record = reader.read("report.txt", published="2015-09-09")
    record.to_dict()

Imports are made when a name is first used, so that the command line answers at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from according.reader import Reader
    from according.records import Page, Record, Report
    from according.settings import Settings

__all__ = ["Page", "Reader", "Record", "Report", "Settings"]

WHERE = {"Reader": "reader", "Page": "records", "Record": "records", "Report": "records", "Settings": "settings"}


def __getattr__(name: str) -> object:
    """A public name, imported when first used (PEP 562)."""
    if name not in WHERE:
        raise AttributeError(f"module 'according' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"according.{WHERE[name]}"), name)
