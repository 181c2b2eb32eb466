"""Stage 5: what happened: who did what to whom, where, when and how surely."""

from __future__ import annotations

from according.events.coding import code, coded
from according.events.extracting import extract
from according.events.judgements import judge

__all__ = ["code", "coded", "extract", "judge"]
