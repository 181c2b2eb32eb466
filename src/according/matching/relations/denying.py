"""
Which claims a denial meets.

A denial says what it denies in full ("denied using gas"), or names the matter only ("the allegations were baseless",
"denies involvement"); then the sentences before it tell the matter. It meets a claim of another body that lays the
matter at the denier's door: the claim names the denier, its country or its side, or charges the person who denies.
"""

from __future__ import annotations

from according.matching.relations.marks import EMPTY
from according.matching.relations.statements import Statement
from according.matching.relations.tellers import same
from according.matching.relations.words import Weights, shared, total

ENOUGH = 2.2
"""Weight of the shared words of the matter from which a denial meets a claim: one word that is not in every report."""

MUCH, SHARE = 4.0, 0.5
"""Weight and share of the denied words from which a denial told in full meets a claim that names no party."""

LIKELY = 0.4
"""Probability of the same event from which generic words tell the matter. A guess."""

GENERIC = frozenset(
    {"killed", "people", "fighter", "attack", "government", "forc", "town", "wounded", "held", "area", "raid"}
)
"""Words that are in every report of violence."""

STATE = frozenset({"GOV", "MIL", "JRN"})

CHARGED = 2.0
"""The same for a plea against a charge in the same case."""


def meets(denial: Statement, claim: Statement, event: float) -> Weights | None:
    """
    The words of the matter that `claim` shares with the `denial`; None where the denial does not meet it.

    `event` is how probable it is that the two reports tell of one event: where it is likely, words that are in all
    reports of violence ("attack") tell enough.
    """
    if denial.denier is None or "accusing" not in claim.marks or _is_one_side(denial, claim):
        return None
    if _is_plea(denial, claim):
        common = shared(denial.matter, claim.framed)
        return common if total(common) >= CHARGED else None
    if _is_against(denial, claim):
        said = claim.framed | claim.context if claim.thin else claim.framed
        common = _without(shared(denial.matter, said), denial.teller.names)
        telling = _without(common, GENERIC) if event < LIKELY else common
        return common if total(telling) >= ENOUGH else None
    common = shared(denial.framed, claim.weights)
    return common if total(common) >= max(MUCH, SHARE * total(_without(denial.framed, EMPTY))) else None


def _without(weights: Weights, words: frozenset[str]) -> Weights:
    return {word: weight for word, weight in weights.items() if word not in words}


def _is_one_side(denial: Statement, claim: Statement) -> bool:
    """Whether the claim comes from the denier itself, or from the state that denies and its media."""
    a, b = denial.teller, claim.teller
    if a.narrator or b.narrator:
        return False
    return same(a, b) is True or (bool(a.country) and a.country == b.country and bool(b.calling & STATE))


def _is_plea(denial: Statement, claim: Statement) -> bool:
    """Whether a person denies and the claim is a charge: neither a country nor an office speaks."""
    assert denial.denier is not None
    return (
        "charge" in claim.marks
        and not denial.teller.calling
        and not denial.denier.nations
        and not denial.denier.governs
    )


def _is_against(denial: Statement, claim: Statement) -> bool:
    """Whether the claim speaks against the denier: by name, or by a party of its country or side."""
    if denial.denier is None or denial.teller.names & claim.weights.keys():
        return denial.denier is not None
    if "party" not in claim.marks:
        return False
    if denial.denier.nations and claim.nations:
        return bool(denial.denier.nations & claim.nations)
    return "government" in claim.weights and denial.denier.governs
