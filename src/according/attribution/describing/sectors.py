"""
PLOVER's sectors of a source, from its role noun or body and from what stands beside it.

A head with a meaning of its own keeps it ("army doctor" is MED); a head that any body may have takes
the body's ("company president", "rebel commander"); whoever no longer holds an office is ELI.
"""

from __future__ import annotations

from according.attribution.describing.lexicon import PERSONS, Entry, Term, in_compound
from according.attribution.describing.part import Part
from according.attribution.describing.phrase import Phrase
from according.attribution.describing.roles import status_of

HELD = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "PTY"})
"""Sectors that end with the office: a former holder is one of PLOVER's elites (ELI)."""

OVERRIDES = {
    "IGO": {"GOV", "NGO", "BUS", "COP", "EDU"},
    "NGO": {"GOV"},
    "REB": {"MIL", "GOV"},
    "PRM": {"MIL"},
    "CRM": {"MIL"},
    "OPP": {"PTY"},
}
"""What stands beside the head (key) and wins over these sectors of the head: "UN envoy", "rebel general"."""

BODIES = ("organisation", "seat", "body", "mass")
SIDES = (*BODIES, "modifier", "public", "person", "office")
JOINED = ("of", "for", "from", "at", "within", "inside", "with", "in")


def sectors_of(shape: Phrase) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """The sectors, the principal one first, and the words that tell them; both empty where none is told."""
    for parts in (shape.conjuncts, shape.appositions):
        found: dict[str, None] = {}
        words: list[Term] = []
        for part in parts:
            sectors, told = _of_part(part)
            found.update(dict.fromkeys(sectors))
            words += told
        if found:
            return tuple(found), tuple(dict.fromkeys(words))
    return (), ()


def _of_part(part: Part) -> tuple[tuple[str, ...], list[Term]]:
    entry = part.entry
    title = next((e for word in part.before if (e := word.of("title")) and e.sectors), None)
    if entry is None:
        if title is not None:
            return title.sectors, [word for word in part.before if word.of("title")]
        return _beside(part) if part.head else ((), [])
    if entry.kind in ("name", "capital", "people", "demonym", "place"):
        return (), []
    head = [part.head] if part.head else []
    beside, told = _beside(part)
    own = entry.sectors or (("GOV",) if _leads_a_country(part) else ())
    if entry.kind == "office" and beside == ("PTY",) and told[0].of("modifier"):
        beside = ()  # a "Republican president" is a president
    if entry.kind == "document":
        return (beside, told) if beside else (own, head)
    if not own or (entry.weak and beside):
        sectors, told = (beside, told) if beside else (own, head)
    elif beside and own[0] in OVERRIDES.get(beside[0], ()):
        sectors = beside
    else:
        sectors, told = own, head
    if "OPP" in _all_beside(part) and sectors[:1] in (("LEG",), ("PTY",)):
        sectors = (*sectors, "OPP")
    if sectors and status_of(part)[0] == "former" and sectors[0] in HELD and entry.kind in PERSONS:
        return ("ELI",), told
    return sectors, told


def _leads_a_country(part: Part) -> bool:
    """Whether the head is a leader, and a country all that says of what: "the Russian leader"."""
    near = part.modifiers[-1:] or part.possessor[-1:]
    return bool(part.entry and part.entry.word == "leader" and near and near[0].of("demonym", "name"))


def _told(word: Term, kinds: tuple[str, ...] = SIDES) -> Entry | None:
    """The entry that gives a word beside the head its sectors."""
    for kind in kinds:
        entry = word.of(kind)
        if entry is not None and entry.sectors:
            return entry
    return None


def _all_beside(part: Part) -> set[str]:
    return {sector for word in part.before if (entry := _told(word)) for sector in entry.sectors}


def _beside(part: Part) -> tuple[tuple[str, ...], list[Term]]:
    """The sectors of the nearest body before the head, the nearest adjective, the complements, the possessor."""
    joined = (*JOINED, "by") if part.entry is not None and part.entry.kind == "document" else JOINED
    before = tuple(w for i, w in reversed(tuple(enumerate(part.modifiers))) if not in_compound(part.modifiers, i))
    places = [
        (before, BODIES),
        (before, SIDES),
        *((w, SIDES) for p, w in part.complements if p in joined),
        (part.possessor, SIDES),
    ]
    for words, kinds in places:
        for word in words:
            if entry := _told(word, kinds):
                return entry.sectors, [word]
    return (), []
