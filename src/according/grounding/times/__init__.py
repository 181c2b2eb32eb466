"""Stage 6, times: the TIMEX3 expressions of a report, counted from its day."""

from __future__ import annotations

from according.grounding.times.finding import times_of

__all__ = ["times_of"]
