"""What kind of side a party is, by its sectors: armed and of which kind, or civilian, or not told."""

from __future__ import annotations

from according.export.pairs import Party, parties
from according.store import KeptEvent

STATE, REBELS, MILITIA, CIVILIANS, OUTSIDE = (
    "State forces", "Rebel group", "Political militia", "Civilians", "External/Other forces",
)  # fmt: skip
"""ACLED's words for its kinds of actor (columns inter1, inter2)."""

ARMED = {
    "MIL": STATE, "COP": STATE, "SPY": STATE, "GOV": STATE, "REB": REBELS, "IMG": REBELS, "PRM": MILITIA,
    "UAF": MILITIA,
}  # fmt: skip
"""Sector -> ACLED's kind. Armed men whom nobody knows are a political militia, as in ACLED's codebook."""

OFFICE = "GOV"
"""A government strikes with its forces; struck itself, it is an official, whom ACLED counts as a civilian."""

UNARMED = frozenset(
    {
        "CVL", "JRN", "MED", "EDU", "REF", "AGR", "LAB", "REL", "SOC", "NGO", "BUS", "MNC", "PTY", "OPP", "ELI", "LEG",
        "JUD", "PRE",
    }
)  # fmt: skip
"""Sectors of people who bear no arms. CRM is neither: what gangs do is politics to ACLED in some countries only."""

BODIES = frozenset({"UNO", "EUR", "IGO"})
"""Countries' places taken by bodies of several states, whose forces are from outside anywhere."""


def kind(party: Party, *, acts: bool, country: str | None = None) -> str | None:
    """
    ACLED's kind of a party; None where its sectors tell nothing.

    `acts`: it is the actor. `country`: where it happened; forces of another country are from outside.

    >>> army = Party(name="the army", country="RWA", sectors=("MIL",))
    >>> kind(army, acts=True, country="RWA"), kind(army, acts=True, country="COD")
    ('State forces', 'External/Other forces')
    >>> minister = Party(name="a minister", sectors=("GOV",))
    >>> kind(minister, acts=True), kind(minister, acts=False), kind(Party(name="a van"), acts=True)
    ('State forces', 'Civilians', None)
    """
    for sector in party.sectors:
        if sector == OFFICE and not acts:
            return CIVILIANS
        if sector in ARMED:
            foreign = party.country in BODIES or (country and party.country and party.country != country)
            return OUTSIDE if ARMED[sector] == STATE and foreign else ARMED[sector]
        if sector in UNARMED:
            return CIVILIANS
    return None


def is_armed(found: str | None) -> bool:
    """Whether a kind bears arms."""
    return found is not None and found != CIVILIANS


def opposed(a: tuple[Party, str | None], b: tuple[Party, str | None]) -> bool:
    """
    Whether two armed sides can be each other's enemies: not the forces of one state, and not one party twice.

    >>> troops = Party(name="troops", sectors=("MIL",)), Party(name="government forces", sectors=("MIL",))
    >>> opposed((troops[0], STATE), (troops[1], STATE)), opposed((troops[0], STATE), (troops[1], REBELS))
    (False, True)
    """
    (one, one_kind), (other, other_kind) = a, b
    if one.name.casefold() == other.name.casefold():
        return False
    states = {STATE, OUTSIDE}
    if one_kind in states and other_kind in states:
        return bool(one.country and other.country and one.country != other.country)
    return True


def sides(event: KeptEvent) -> tuple[list[Party], list[Party]]:
    """
    (actors, recipients). Of two armed actors and nobody acted upon, who fight each other, the second is the recipient.
    """
    actors, recipients = parties(event)
    if not recipients and len(actors) > 1 and all(is_armed(kind(actor, acts=True)) for actor in actors):
        return actors[:1], actors[1:]
    return actors, recipients
