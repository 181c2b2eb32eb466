"""PLOVER's types as data: quads, modes and scores, from ontology.toml."""

from __future__ import annotations

from according.events.lexicon import table

NEWS = {"DISASTER": "disaster", "ELECTION": "election", "LEGAL": "legal"}
"""What the head names beside PLOVER's types, and the mode that such an event gets."""
TYPES = (
    "none",
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "DISASTER", "ELECTION", "LEGAL",
)  # fmt: skip
"""As in `tagging.labels.EVENTS`, which a stage may not import; a test holds that they agree."""


def quad(kind: str | None) -> str | None:
    """
    The quad of a type in PLOVER's words.

    >>> quad("ASSAULT"), quad("DISASTER"), quad(None)
    ('material conflict', None, None)
    """
    found = table("ontology")["types"].get(kind or "")
    return str(table("ontology")["quads"][str(found["quad"])]) if isinstance(found, dict) else None


def score(kind: str, mode: str | None = None) -> float:
    """
    How far an act is from conflict, on Goldstein's scale from -10 to 10.

    >>> score("RETREAT", "disarm"), score("ASSAULT")
    (10.0, -9.0)
    """
    found = table("ontology")["types"][kind]
    if not isinstance(found, dict):
        raise TypeError(f"{kind} is no table in ontology.toml")
    modes = found.get("modes", {})
    return float(modes[mode]["score"] if mode in modes else found["score"])


def modes(kind: str) -> tuple[str, ...]:
    """
    The modes of a type, in PLOVER's order.

    >>> modes("REQUEST")
    ('assist', 'change', 'yield', 'meet')
    """
    found = table("ontology")["types"].get(kind, {})
    return tuple(found.get("modes", ())) if isinstance(found, dict) else ()


MODES = ("none", *(f"{kind}/{mode}" for kind in TYPES for mode in modes(kind)))
"""In the order of `tagging.labels.MODES`; a test holds that they agree."""
