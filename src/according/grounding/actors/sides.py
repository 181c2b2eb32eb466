"""What stands beside an actor's head: whose country it is, which body it belongs to."""

from __future__ import annotations

from according.grounding.actors import people
from according.grounding.actors.phrases import Shape
from according.grounding.actors.tables import Entry
from according.grounding.actors.words import PERSONS, PLACES, Term
from according.world.lookup import word_set

ABROAD = word_set(
    """
    diplomat ambassador envoy correspondent journalist reporter analyst observer monitor peacekeeper tourist
    adviser expert mission troop force negotiator migrant worker photographer embassy consul refugee
    """
)
"""Who is often in a country without being of it: "diplomats in Damascus"."""

TAILS = word_set(
    """
    led backed aligned supported funded trained speaking born controlled occupied held sponsored friendly made
    linked allied oriented dominated brokered focused financed owned registered bound leaning mediated imposed
    run ruled
    """
)
"""After a hyphen these say what somebody else does with the thing: "Saudi-led", "UN-backed"."""

REGIONS = word_set(
    "north south east west northern southern eastern western central greater upper lower downtown new old"
)
"""Capitalised words before a place that are of its name: "Eastern Ukraine", not "Jack London"."""

AGAINST = frozenset(("anti", "pro", "non", "ex", "neo"))
BODIES = ("organisation", "seat", "body", "mass")
SIDES = (*BODIES, "modifier", "public", "person", "office")
JOINED = ("of", "for", "from", "at", "within", "inside", "with", "in", "across", "throughout", "on", "near")


def in_compound(words: tuple[Term, ...], i: int) -> bool:
    """Whether the word stands in a hyphened compound that takes its meaning away: "pro-Russian", "UN-backed"."""
    before, after = words[max(i - 2, 0) : i], words[i + 1 : i + 3]
    if len(before) == 2 and before[1].text == "-" and before[0].low in AGAINST:
        return True
    return len(after) == 2 and after[0].text == "-" and (after[1].low in TAILS or after[1].low == "class")


def country_of(shape: Shape, day: str | None) -> str | None:
    """The one country that the words tell; None where they tell none or several."""
    head = shape.head.low.removesuffix("s") if shape.head else ""
    mine = (*shape.before, *((shape.head,) if shape.head else ()), *shape.after)
    if shape.head is None and not shape.before:
        mine = shape.name
    elif not shape.head or not shape.head.of(*PERSONS):
        mine = (*mine, *shape.name)
    for words in (shape.owner, mine):
        codes = _codes(words)
        if codes:
            return codes[0] if len(set(codes)) == 1 else None
        if words is shape.owner and words and (person := _owner(words, day)):
            return people.state(person, day).country
    for how, words in shape.complements:
        if how in JOINED and not (how in ("in", "near", "on") and head in ABROAD) and (codes := _codes(words)):
            return codes[0] if len(set(codes)) == 1 else None
    return None


def _owner(words: tuple[Term, ...], day: str | None) -> people.Person | None:
    parts = tuple(part for word in words if word.is_capital for part in word.parts)
    if not parts:
        return None
    return people.named(parts) if len(parts) > 1 else people.surnamed(parts[0], day)


def _codes(words: tuple[Term, ...]) -> list[str]:
    """Countries by name or adjective before those of bodies: "the Iraqi Red Crescent" is Iraqi."""
    places = [
        entry.country
        for i, word in enumerate(words)
        if (entry := word.of(*PLACES))
        and entry.country
        and not in_compound(words, i)
        and not _is_a_name(words, i, entry)
    ]
    bodies = [
        entry.country
        for i, word in enumerate(words)
        if (entry := word.of("organisation")) and entry.country and not in_compound(words, i)
    ]
    strong = [code for code in bodies if code in ("UNO", "EUR")]
    return strong or places or bodies


def _is_a_name(words: tuple[Term, ...], i: int, entry: Entry) -> bool:
    """Whether a place's name is rather a person's, beside an unknown capitalised word at the end: "Jordan Hale"."""
    if entry.kind not in ("name", "capital", "place") or words[i].text.isupper():
        return False
    after = words[i + 1 : i + 2]
    before = words[i - 1 : i] if i else ()
    beside_it = [word for word in (*after, *before) if word.is_capital and not word.entries and word.low not in REGIONS]
    return bool(beside_it) and (entry.source == "phoenix" or len(words) == 2)


def organisation_of(shape: Shape) -> Term | None:
    """The body that the phrase names, where it is the head."""
    return shape.head if shape.head and shape.head.of("organisation", "seat") else None


def beside(shape: Shape, day: str | None) -> tuple[str, ...]:
    """The sectors of the nearest body before the head, of the nearest adjective, of complements, of the owner."""
    before = tuple(word for i, word in reversed(tuple(enumerate(shape.before))) if not in_compound(shape.before, i))
    places = [(before, BODIES), (before, SIDES)]
    places += [(words, SIDES) for how, words in shape.complements if how in JOINED[:8]]
    places += [(tuple(reversed(shape.owner)), SIDES), (shape.name, ("organisation", "modifier"))]
    for words, kinds in places:
        for word in words:
            for kind in kinds:
                entry = word.of(kind)
                if entry is not None and entry.sectors_at(day):
                    return entry.sectors_at(day)
    if shape.owner and (person := _owner(shape.owner, day)):
        return people.state(person, day).sectors
    return ()
