"""Stage 4: who says what. Source, cue and content of every statement, nesting, and whom "they" means."""

from __future__ import annotations

from according.attribution.attributing import attribute

__all__ = ["attribute"]
