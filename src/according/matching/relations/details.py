"""
Details in which two reports of one event differ: a person's age or address, the number of attackers, the cause, the
spot, who lives.

Each is looked for only about the same person or thing, named in both wordings; a detail that one report lacks is no
difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.world.lookup import word_set

NAME = r"(?-i:[A-Z][\w'’-]+ (?: \s+ [A-Z][\w.'’-]*){0,3} \s+ [A-Z][\w'’-]+)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


AGE_AFTER = _words(
    rf"""
    (?P<name> {NAME} ) (?: ,\s* (?: aged? \s+ )? | \s+ \( )   # Jon Salt, 34,
    (?P<age> \d{{1,3}} ) (?= \s*[,).;] | \s+ of \b | \s* $ )
    """
)
AGE_BEFORE = _words(
    rf"""
        (?P<age> \d{{1,3}} ) [ -] year [ -] old \s+ (?: [a-z]+ \s+ ){{0,3}}? (?P<name> {NAME} )
    """  # 34-year-old driver Jon Salt
)
ADDRESS = _words(
    rf"""
    (?P<name> {NAME} ) (?: ,\s* \d+ \s*,? )? \s+ of \s+ (?: the \s+ \d+ \s+ block \s+ of \s+ )?
    (?P<place> (?: \d+ \s+ )? (?-i: [A-Z][\w'’-]+ ) (?: \s+ (?-i: [A-Z][\w'’-]+ ) )* \s+
      (?: Drive | Street | Avenue | Road | Lane | Court | Way | Boulevard | Place | Circle | Dr | St | Ave | Rd
        | Ln | Ct | Blvd ) \b )
    """
)
ATTACKERS = _words(
    r"""
    \b (?P<count> one | two | three | four | five | six | seven | eight | \d{1,2} | a \s+ (?: lone | single ) ) \s+
    (?: (?! or\b | and\b | of\b | to\b ) [\w-]+ \s+ ){0,2}?
    (?: bombers? | gunm[ae]n | attackers? | assailants? | shooters? | fighters (?= \s+ (?: armed
      | had \s+ (?: targeted | attacked ) ) ) ) \b
    """
)
SAFE = _words(
    r"""
    \b (?P<who> \w+ (?: \s+ and \s+ \w+ )? ) \s+ (?: was | were | is | are ) \s+ (?: both \s+ )?
    (?: safe | unharmed | unhurt | alive | not \s+ (?: hurt | injured | harmed ) ) \b
    """
)
DEAD = _words(
    r"""
        \b (?P<who> \w+ ) \s+ (?: was | were | is | are ) \s+ (?: among \s+ the \s+ (?: dead | killed ) | killed
          | dead ) \b
    """
)

CAUSES = {
    "a technical fault": (
        ("technical", "mechanical", "engine", "malfunction"),
        _words(
            r"\b (?: technical | mechanical | engine ) \s+ (?: faults? | failures? | problems? | malfunctions? ) \b"
        ),
    ),
    "shot down": (
        ("down",),
        _words(r"\b (?: (?: shot | shoot | shooting | brought ) \s+ (?: \w+ \s+ ){0,3} down | downed ) \b"),
    ),
    "a gas explosion": (("gas",), _words(r"\b gas \s+ (?: leak | pipe | explosion ) \b")),
    "a bomb": (
        ("bomb", "explosive"),
        _words(r"\b (?: (?: car | second | truck ) \s+ bomb | explosives? [ -]? (?: packed | laden | rigged ) ) \b"),
    ),
    "an accident": (("accident", "mistake"), _words(r"\b (?: accident | accidental (?:ly)? | by \s+ mistake ) \b")),
    "intent": (
        ("deliberate", "intention", "purpose", "arson", "sabotage"),
        _words(r"\b (?: deliberate (?:ly)? | intentional (?:ly)? | on \s+ purpose | arson | sabotage ) \b"),
    ),
    "a suicide": (
        ("suicide", "own life", "self-inflicted"),
        _words(r"\b (?: committed \s+ suicide | took \s+ (?:his|her) \s+ own \s+ life | self-inflicted ) \b"),
    ),
    "a murder": (("murder", "homicide"), _words(r"\b (?: murder (?:ed)? | homicide ) \b")),
}
"""Causes, each with pieces of words of which it has one: asked before its pattern is."""

EXCLUSIVE = (
    ("a technical fault", "shot down"),
    ("an accident", "intent"),
    ("a gas explosion", "a bomb"),
    ("a suicide", "a murder"),
)
"""Causes of which one rules out the other."""

SPOTS = _words(
    r"""
    \b (?: found | discovered | lying | located | body \s+ was ) \b (?: \s+ [\w-]+ ){0,6}? \s+
    (?: in | on | inside ) \s+ (?: an? | the ) \s+ (?: \w+ \s+ )?
    (?P<spot> driveway | roadside | yard | backyard | parking \s+ lot | alley (?:way)? | park | field | ditch
      | river | vehicle | car
            | apartment | house | home | basement | garage | street | sidewalk | woods | hallway | stairwell | bathroom
            | kitchen | bedroom | garden | roof ) \b
    """
)
WITHIN = (
    word_set("yard backyard garden house home driveway garage basement bedroom kitchen bathroom"),
    frozenset({"street", "roadside", "sidewalk", "ditch"}),
    frozenset({"vehicle", "car", "parking lot", "street", "driveway", "garage", "roadside"}) - {"driveway"},
    frozenset({"vehicle", "car", "driveway", "garage"}),
    word_set("apartment house home hallway stairwell bathroom kitchen bedroom basement roof"),
    frozenset({"park", "field", "woods"}),
)
"""Spots of which one may be within the other."""

NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
NOBODY = frozenset({"and", "he", "she", "they", "people", "who", "it", "all", "both", "others"})


NONE_SAID: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The details of one wording: pairs of what it is about and what is said."""

    ages: tuple[tuple[str, str], ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    attackers: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    safe: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A detail that two wordings give differently: what it is about, and what each says."""

    about: str
    older: str
    newer: str


NONE = Details()


def details(text: str) -> Details:
    """
    The details of a wording.

    >>> details("Jon Salt, 34, was found in a driveway").ages
    (('Jon Salt', '34'),)
    """
    low = text.lower()
    found = Details(
        ages=tuple({_short(m["name"]): m["age"] for p in (AGE_AFTER, AGE_BEFORE) for m in p.finditer(text)}.items()),
        addresses=tuple({_short(m["name"]): _plain(m["place"]) for m in ADDRESS.finditer(text)}.items()),
        attackers=frozenset(_number(m["count"].lower()) for m in ATTACKERS.finditer(text)),
        causes=frozenset(
            name
            for name, (hints, pattern) in CAUSES.items()
            if any(hint in low for hint in hints) and pattern.search(text)
        ),
        spots=frozenset(_plain(m["spot"].lower()) for m in SPOTS.finditer(text)),
        safe=frozenset(word for m in SAFE.finditer(text) for word in m["who"].lower().split()) - NOBODY,
        dead=frozenset(m["who"].lower() for m in DEAD.finditer(text)) - NOBODY
        if "dead" in low or "killed" in low
        else NONE_SAID,
    )
    return NONE if found == NONE else found


def _plain(words: str) -> str:
    return " ".join(words.split())


def _short(name: str) -> str:
    """First and last name: "Jon R. Salt" is "Jon Salt"."""
    parts = name.split()
    return f"{parts[0]} {parts[-1]}"


def _number(word: str) -> str:
    return "1" if word.startswith("a ") else NUMBERS.get(word, word)


def differences(older: Details, newer: Details) -> Iterator[Difference]:
    """
    The details that two wordings give differently.

    >>> [d.about for d in differences(details("Jon Salt, 34, of Hill Road"), details("Jon Salt, 43, of Hill Road"))]
    ['the age of Jon Salt']
    """
    if older is NONE or newer is NONE:
        return
    for what, a, b in (("age", older.ages, newer.ages), ("address", older.addresses, newer.addresses)):
        for name, said in a:
            other = dict(b).get(name, said)
            if said.lower() != other.lower():
                yield Difference(about=f"the {what} of {name}", older=said, newer=other)
    if len(older.attackers) == len(newer.attackers) == 1 and older.attackers != newer.attackers:
        yield Difference(about="the number of attackers", older=min(older.attackers), newer=min(newer.attackers))
    yield from _of_causes(older.causes, newer.causes)
    for noun in sorted(older.dead & newer.safe - newer.dead):
        yield Difference(about=f"whether the {noun} lives", older="dead", newer="safe")
    for noun in sorted(older.safe & newer.dead - older.dead):
        yield Difference(about=f"whether the {noun} lives", older="safe", newer="dead")
    spots = older.spots | newer.spots
    if len(older.spots) == len(newer.spots) == 1 and len(spots) == 2 and not any(spots <= inside for inside in WITHIN):
        yield Difference(about="the spot", older=min(older.spots), newer=min(newer.spots))


def _of_causes(older: frozenset[str], newer: frozenset[str]) -> Iterator[Difference]:
    for pair in EXCLUSIVE:
        for first, second in (pair, pair[::-1]):
            if first in older and second in newer and second not in older and first not in newer:
                yield Difference(about="the cause", older=first, newer=second)
