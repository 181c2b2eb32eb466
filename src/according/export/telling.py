"""Who tells of an event, and how, in one cell."""

from __future__ import annotations

from according.export.naming import innermost
from according.export.standing import VOUCHING
from according.store import KeptClaim, KeptEvent

BETWEEN_SOURCES, BETWEEN_CLAIMS = " > ", " | "


def chains(event: KeptEvent) -> str:
    """
    The chain of each claim that tells of it, with the stance where it is not plain assertion.

    "Bay Daily > Reuters > three officials | Bay Daily > the ministry (denied)"
    """
    return BETWEEN_CLAIMS.join(dict.fromkeys(told_as(claim) for claim in event.claims))


def told_as(claim: KeptClaim) -> str:
    """One claim's chain, with the stance where it is not plain assertion."""
    names, stance = BETWEEN_SOURCES.join(claim.sources), claim.claim.stance
    return names if stance == "asserted" else f"{names} ({stance})"


def vouchers(event: KeptEvent) -> str:
    """The innermost source of each claim that puts the event forward, each once, "; " between them."""
    found = [innermost(claim) for claim in event.claims if claim.claim.stance in VOUCHING]
    return "; ".join(dict.fromkeys(source.name for source in found if source))


def stands(event: KeptEvent) -> str:
    """How surely it is put forward, and whether another denies it: "probable, denied by one"."""
    denied = ["denied by one"] if any(claim.claim.stance == "denied" for claim in event.claims) else []
    return ", ".join([event.event.certainty, *denied])
