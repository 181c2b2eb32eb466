"""
Stage 9, keep: the ledger of records in a database.

    Record -> [Ledger.add] -> SQLite -> claims, events, sources, reports, with the reading each came from

Nothing is overwritten: another text at the same address is a new version of the report, another release's
findings are a new reading of it, and both keep what came before. `tables` says what is where, `sqlite` is
the only module that knows which database it is.
"""

from __future__ import annotations

from according.store.kept import Added, ClaimFilter, EventFilter, KeptClaim, KeptEvent, KeptReport, Voice
from according.store.ledger import Ledger

__all__ = ["Added", "ClaimFilter", "EventFilter", "KeptClaim", "KeptEvent", "KeptReport", "Ledger", "Voice"]
