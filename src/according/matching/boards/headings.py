"""What the parts of a board are called, wherever it is shown."""

from __future__ import annotations

STANDS = {
    "asserted": "asserted",
    "denied": "denied",
    "hedged": "hedged",
    "declined": "neither confirmed nor denied",
    "other": "wanted, planned or foretold",
}
"""A stand (`Saying`), and its heading."""

MOMENTS = {
    "said": "first said",
    "figure": "count",
    "denied": "denied",
    "contradicted": "contradicts",
    "corrected": "corrects",
    "hedge-lost": "hedge lost",
}
"""A kind of moment, and what stands beside its day."""

TURNS = frozenset({"figure", "denied", "contradicted", "corrected"})
"""Kinds of moment that are always shown; what was first said only where it matters, and hedges have a section."""
