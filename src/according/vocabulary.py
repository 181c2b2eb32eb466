"""
The words that a record's fields may hold, in one place.

They are the contract's (DESIGN sections 3 and 4) and are written to JSON as they stand here.
"""

from __future__ import annotations

BLOCKS = ("title", "heading", "paragraph", "caption", "credit", "byline", "dateline", "list-item", "date", "note")
BODY = frozenset({"heading", "title", "paragraph", "list-item", "caption"})
"""Kinds of paragraph whose sentences carry statements; the others are metadata standing in the text."""

KINDS = ("direct", "indirect", "mixed")
IDENTIFICATIONS = ("named", "role-only", "unnamed", "collective", "institution", "document")
RELATIONS = ("said", "told", "cited", "reported", "showed", "posted")
GROUNDS = (
    "condition-of-anonymity",
    "not-authorised",
    "sensitivity",
    "safety",
    "private-deliberations",
    "briefing-rules",
    "ahead-of-announcement",
    "ongoing-investigation",
    "none-given",
)
ROLE_STATUSES = ("current", "former", "acting", "designate")
SECTORS = (
    "GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "PTY", "SPY", "PRM", "UAF", "JRN", "MED", "CVL", "NGO",
    "IGO", "BUS", "MNC", "LAB", "AGR", "EDU", "REF", "CRM", "REL", "SOC", "ELI", "PRE", "UNK",
)  # fmt: skip
STANCES = (
    "asserted", "confirmed", "denied", "neither-confirmed-nor-denied", "claimed-responsibility", "accused",
    "alleged", "possible", "probable", "conditional", "feared", "hoped", "believed", "planned", "threatened",
    "ordered", "demanded", "asked", "warned", "predicted",
)  # fmt: skip
POLARITIES = ("positive", "negative")
CERTAINTIES = ("certain", "probable", "possible", "underspecified")
STATUSES = ("current", "background", "legal-proceeding", "planned", "hypothetical", "figurative")
NEWS_EVENTS = (
    "statement", "denial", "responsibility-claimed", "responsibility-denied", "disaster", "election", "legal",
)  # fmt: skip
"""Modes of events that have no PLOVER type."""
MENTIONS = ("person", "organisation", "place", "nationality", "platform", "weapon", "vehicle", "event", "other")
FORMS = ("name", "nominal", "pronoun")

# Across reports (DESIGN section 3).
CLAIM_RELATIONS = (
    "identical", "restates", "refines", "supports", "updates", "contradicts", "denies", "corrects", "quotes",
)  # fmt: skip
KINSHIPS = ("copy", "same-agency", "same-family", "same-source")
