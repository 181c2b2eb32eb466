"""
How far a source is identified: named · role-only · unnamed · collective · institution · document.

"The minister" is one definite office without a name (role-only); "a minister", like "an official", is
one of many (unnamed); "critics" are nobody in particular (collective), "two critics" are two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.attribution.describing.counting import count_of
from according.attribution.describing.lexicon import PERSONS
from according.attribution.describing.part import Part
from according.attribution.describing.phrase import Phrase
from according.attribution.describing.small_words import INDEFINITE
from according.world.lookup import word_set

PERSON_SUFFIX = re.compile(
    r"""
    (?: ologist | ist | ician | er | or | man | woman | men | women | person | people | ee | eer | ian | ant ) s? $
    """,
    re.VERBOSE,
)
NOT_PERSONS = word_set(
    """
    paper letter order matter number former other another later rather whether either power order offer center
    counter border winter summer cancer weather member-state computer newsletter banner poster folder helicopter
    tanker missile-carrier error horror factor sector tractor reactor motor monitor list twist plant want trier
    """
)
COMPANY = re.compile(r"^(?:[A-Z]{2,}[\w&-]*|[A-Z][a-z]+[A-Z]\w*|\w*\d\w*)$")
"""HRW, EgyptAir, 4chan: written as no person's name is, but for McBride and DeVos."""
INNER_CAPITAL = re.compile(r"^(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O’|O')[A-Z]")
SINGLE = frozenset({"authorities", "security forces", "security services", "forces", "emergency services"})
"""Plurals that speak as one body."""

TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|President|Minister|Judge|Justice)\.? (?:[A-Z][\w.’'-]* )?$")
"""Before a person's name: "Mr. " · "President Ann "."""

FIRM = re.compile(r",? (?:Inc|Corp|Ltd|LLC|plc|shares|employees)\b")
"""After a company's name."""

SPEAKS = re.compile(r"[.,;]| (?:said|says|is|was|has|had|will)\b")
"""After "the" and a body's name."""

ORDINARY = re.compile(r"^(?:unnamed|unidentified|anonymous|masked)$")


def identification_of(text: str, shape: Phrase) -> tuple[str, str] | None:
    """The identification and the name of the rule that found it; None for a pronoun and for what no rule knows."""
    if shape.is_pronoun:
        return None
    if len(shape.conjuncts) > 1:
        return _of_several(text, shape)
    return _of_part(text, shape.core, shape.appositions)


def _of_several(text: str, shape: Phrase) -> tuple[str, str] | None:
    """Names alone are named, persons alone unnamed; bodies, countries and mixtures are collective."""
    kinds = [_of_part(text, part, ()) for part in shape.conjuncts]
    found = {kind[0] for kind in kinds if kind}
    if len(found) == 1 and None not in kinds:
        only = found.pop()
        return ("collective" if only in ("institution", "role-only", "collective") else only), "joined"
    if not found:
        return None
    if found == {"unnamed"} or (found == {"named"} and None in kinds):
        return ("unnamed" if found == {"unnamed"} else "collective"), "joined"
    if found == {"named", "role-only"}:
        return "named", "joined"
    return "collective", "joined"


def _of_part(text: str, part: Part, appositions: tuple[Part, ...]) -> tuple[str, str] | None:
    entry = part.entry
    if entry is None:
        return _of_unknown(text, part, appositions)
    if entry.kind == "document":
        return "document", "document-noun"
    if entry.kind in ("organisation", "seat", "name", "capital"):
        return "institution", "organisation" if entry.kind == "organisation" else "country-or-seat"
    if entry.kind in ("body", "place"):
        return ("collective", "bodies") if _is_many(part) else ("institution", "body-noun")
    if entry.kind == "mass":
        return "collective", "mass-noun"
    if entry.kind == "people":
        return ("unnamed", "counted-nationals") if isinstance(_count(part), int) else ("collective", "nationals")
    if entry.kind == "title":
        return ("named", "title-and-name") if part.name else None
    if entry.kind == "demonym":
        return ("unnamed", "national") if part.determiner in INDEFINITE else ("collective", "nationals")
    if part.name or any(_is_bare_name(other) for other in appositions):
        return "named", "role-and-name"
    return _of_persons(part)


def _is_many(part: Part) -> bool:
    return bool(part.is_plural and part.entry and part.head and part.head.low not in SINGLE)


def _is_bare_name(part: Part) -> bool:
    return bool(part.name) and not any(
        word.entries for word in part.name[:1] if word.of("organisation", "name", "capital")
    )


def _count(part: Part) -> int | str | None:
    counted = count_of(Phrase(words=part.words, conjuncts=(part,)))
    return counted[0] if counted else None


def _of_persons(part: Part) -> tuple[str, str]:
    """A role noun without a name: who is the only holder of an office, who one of many, who nobody in particular."""
    entry = part.entry
    assert entry is not None
    if any(ORDINARY.match(word.low) for word in part.before):
        return "unnamed", "called-unnamed"
    if entry.plural:
        public = entry.kind == "public" and _count(part) in (
            None,
            "some",
            "many",
            "most",
            "few",
            "various",
            "numerous",
            "countless",
        )
        return ("collective", "undefined-public") if public else ("unnamed", "several-persons")
    if entry.kind == "voice":
        return "role-only", "voice-of-a-body"
    definite = part.determiner not in INDEFINITE and not part.partitive
    if entry.kind == "office" and definite:
        return "role-only", "sole-holder"
    return "unnamed", "one-of-many"


def _of_unknown(text: str, part: Part, appositions: tuple[Part, ...]) -> tuple[str, str] | None:
    """No table knows the head: a name by its capitals, a person by the ending, else nothing."""
    if part.name and part.head is None:
        return _of_name(text, part, appositions)
    head = part.head
    if part.words and part.words[0].low == "no":
        return None  # "no one" is no source
    if head is None:
        return ("collective", "quantity-alone") if part.quantity else None
    if head.low in ("one", "another") or head.text.isdigit() or head.low in ("two", "three", "four", "five", "six"):
        return "unnamed", "number-alone"
    if head.low == "old" and "year" in [word.low for word in part.before]:
        return "unnamed", "age-alone"
    if PERSON_SUFFIX.search(head.low) and head.low not in NOT_PERSONS and not head.is_capital:
        return "unnamed", "person-ending"
    return None


def _of_name(text: str, part: Part, appositions: tuple[Part, ...]) -> tuple[str, str] | None:
    name = " ".join(word.text for word in part.name)
    for other in appositions:
        if other.entry and other.entry.kind in ("body", "organisation", "mass"):
            return "institution", "called-a-body"
        if other.entry and other.entry.kind in PERSONS:
            return "named", "called-a-person"
    if any(word.of("title") for word in part.before):
        return "named", "title-and-name"
    if part.before and part.before[-1].low == "the":
        family = len(part.name) == 1 and name.endswith("s") and re.search(rf"\b{re.escape(name[:-1])}\b", text)
        return ("collective", "family") if family else ("institution", "the-and-name")
    places = list(_surroundings(text, name))
    if part.before or any(TITLED.search(before) for before, _ in places):
        return "named", "called-a-person"
    alone = part.name[0].text if len(part.name) == 1 else ""
    if alone and COMPANY.match(alone) and not INNER_CAPITAL.match(alone) and not _is_shouted(text, alone):
        return "institution", "written-like-a-company"
    if any(FIRM.match(after) or (before.endswith("the ") and SPEAKS.match(after)) for before, after in places):
        return "institution", "used-like-a-body"
    return "named", "capitals"


def _is_shouted(text: str, word: str) -> bool:
    """Whether the word is in capitals only because its line is, or as a person's name in a transcript."""
    return re.search(rf"\b{re.escape(word.title())}\b", text) is not None


def _surroundings(text: str, name: str) -> Iterator[tuple[str, str]]:
    """The forty characters before and the twenty after each place where the report has this name."""
    at = text.find(name)
    while at >= 0:
        yield text[max(0, at - 40) : at], text[at + len(name) : at + len(name) + 20]
        at = text.find(name, at + len(name))
