"""Stage 6, grounding: what a report's words stand for. For now the entities of the report itself."""

from __future__ import annotations

from according.grounding.entities import ground

__all__ = ["ground"]
