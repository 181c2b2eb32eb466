"""
Does the report say that an event happened? Most formats of event data have no way to say that it did not.

An act that is denied, planned or only feared becomes, in a format without a word for that, an act that happened. So
those formats are given only what somebody in the report vouches for; the others carry how it stands.
"""

from __future__ import annotations

from according.store import KeptClaim, KeptEvent

AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "background": "historical",
             "legal-proceeding": "historical"}  # fmt: skip
"""Our status -> PLOVER's auxiliary mode. What is before a court lies behind it."""

VOUCHING = frozenset(
    {"asserted", "confirmed", "claimed-responsibility", "accused", "alleged", "possible", "probable", "believed"}
)
"""Stances of a source who puts something forward as having happened, however surely."""

NOW, BEFORE = frozenset({"current"}), frozenset({"current", "background", "legal-proceeding"})
"""Statuses of what is told as news, and of that and what lies behind the news."""


def auxiliary_modes(event: KeptEvent) -> tuple[str, ...]:
    """PLOVER's auxiliary modes of an event, in PLOVER's order; none of what is told as happening now."""
    status = AUXILIARY.get(event.event.status)
    negated = ("negation",) if is_negated(event) else ()
    return (*((status,) if status else ()), *negated)


def is_negated(event: KeptEvent) -> bool:
    """Whether the report says that it did not happen, or everybody who tells of it denies it."""
    denied = bool(event.claims) and all(claim.claim.stance == "denied" for claim in event.claims)
    return event.event.polarity == "negative" or denied


def happened(event: KeptEvent, *, history: bool = False) -> bool:
    """
    Whether somebody in the report puts it forward as having happened; with `history`, also if long ago.

    An event that no claim tells of has only its own polarity and status to go by.
    """
    statuses = BEFORE if history else NOW
    if event.event.status not in statuses or is_negated(event):
        return False
    return not event.claims or any(_vouches(claim, statuses) for claim in event.claims)


def _vouches(claim: KeptClaim, statuses: frozenset[str]) -> bool:
    return claim.claim.stance in VOUCHING and claim.claim.status in statuses
