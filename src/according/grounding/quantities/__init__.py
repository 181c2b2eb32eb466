"""Stage 6, quantities: numbers as a report bounds them, with what they measure and count."""

from __future__ import annotations

from according.grounding.quantities.finding import quantities_of

__all__ = ["quantities_of"]
