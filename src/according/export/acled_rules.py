"""Which of ACLED's event types an event is, by the rules of acled.toml, and who stands on which side."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from according.export.armed import CIVILIANS, is_armed, kind, opposed, sides
from according.export.pairs import Party
from according.store import KeptEvent

DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
"""ACLED's disorder types; of riots only violent demonstrations are coded here."""

NOBODY = Party()

CROWDS = {"Protests": "Protesters", "Riots": "Rioters"}
"""What ACLED calls actor1 of such an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of acled.toml, where its fields are explained."""

    name: str
    type: str
    modes: tuple[str, ...]
    event_type: str
    sub_event_type: str
    actor: str = "any"
    recipient: str = "any"
    swapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side: its first party, ACLED's kind of it, and the names of the others; no party where nobody is told."""

    party: Party = NOBODY
    kind: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The rule that fits an event, and ACLED's two sides."""

    rule: Rule
    first: Side
    second: Side

    @property
    def targets_civilians(self) -> bool:
        """Whether civilians are the main or only target."""
        return self.rule.event_type == "Violence against civilians" or (
            self.rule.event_type == "Explosions/Remote violence" and self.second.kind == CIVILIANS
        )


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order they are tried."""
    written = tomllib.loads((files("according.export") / "data" / "acled.toml").read_text(encoding="utf-8"))
    return tuple(Rule(**(rule | {"modes": tuple(rule["modes"])})) for rule in written["rule"])


def fit(event: KeptEvent) -> Fit | None:
    """The first rule that fits, None where none does."""
    actors, recipients = sides(event)
    for rule in rules():
        if rule.type == event.event.type and (event.event.mode or "") in rule.modes:
            country = event.event.place.country if event.event.place else None
            first = _side(rule.actor, actors, True, country)
            second = _side(rule.recipient, recipients, False, country)
            if first and second and _may_meet(first, second):
                return _fit(rule, first, second)
    return None


def _may_meet(first: Side, second: Side) -> bool:
    """Whether armed sides are not the same one."""
    both_armed = is_armed(first.kind or None) and is_armed(second.kind or None)
    return not both_armed or opposed((first.party, first.kind), (second.party, second.kind))


def _fit(rule: Rule, first: Side, second: Side) -> Fit:
    if rule.swapped:
        first, second = second, first
    if crowd := CROWDS.get(rule.event_type):
        first = replace(first, kind=crowd)
    return Fit(rule=rule, first=first, second=second)


def _side(wanted: str, parties: list[Party], acts: bool, country: str | None) -> Side | None:
    """The side with the first party that fits in front; None where none does."""
    kinds = [kind(party, acts=acts, country=country) for party in parties]
    fitting = [n for n, found in enumerate(kinds) if _fits(wanted, found)]
    if not parties:
        return Side() if wanted in ("any", "unless-civilian", "civilian-or-absent") else None
    if not fitting:
        return None
    first = fitting[0]
    others = tuple(party.name for n, party in enumerate(parties) if n != first)
    return Side(party=parties[first], kind=kinds[first] or "", others=others)


def _fits(wanted: str, found: str | None) -> bool:
    if wanted == "armed":
        return is_armed(found)
    if wanted.startswith("civilian"):
        return found == CIVILIANS
    return wanted == "any" or found != CIVILIANS
