"""
Stage 8: what stands across reports. Which go back to one origin, which tell of the same event, and how their claims
stand to each other.

Each report has a small profile, made once; two reports are compared by their profiles alone, never by what else is in
the ledger, so that the answer does not depend on the order in which reports come.
"""

from __future__ import annotations

from according.matching.clustering import clusters

__all__ = ["clusters"]
