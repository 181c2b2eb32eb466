"""
Who acts, at that date: a phrase's country, PLOVER sectors and office.

    "Russian foreign minister", 2015-09-09   ->   Sergei Lavrov, RUS, GOV, current

Path: words (cut, known words found) -> phrases (head, owner, complements) -> resolving, which asks
people (who held which office when) and tables (bodies, countries).
"""

from __future__ import annotations

from according.grounding.actors.resolving import resolve, resolve_named

__all__ = ["resolve", "resolve_named"]
