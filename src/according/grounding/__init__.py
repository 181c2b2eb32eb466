"""Stage 6, grounding: what a report's words stand for: entities, times, quantities, and actors at a date."""

from __future__ import annotations

from according.grounding.actors import resolve as resolve_actor
from according.grounding.grounding import ground
from according.grounding.parties import identified

__all__ = ["ground", "identified", "resolve_actor"]
