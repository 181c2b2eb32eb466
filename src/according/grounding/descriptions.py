"""
What a report says beside a person's name about who that is.

    "Russian Foreign Minister Igor Petrov"          ahead of the name
    "a spokeswoman for the army, Vera Orlova, ..."  before a comma
    "Igor Petrov, the foreign minister, ..."        behind one
    "Igor Petrov is the foreign minister"           as a predicate (the search for mentions tells)

Words and parts of speech decide, since these stretches are regular and a parse of them often is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.mentions import Found, Parse
from according.mentions.lexicon import PERSONS, TITLES

INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM"))
"""Parts of speech within a description."""

STATUSES = frozenset(("acting", "former", "then", "interim", "outgoing", "incoming", "exiled", "ousted", "deposed"))
"""Words of descriptions that a tagger may take for verbs or adverbs."""

HYPHENS = frozenset(("-", "‑"))
OWNING = frozenset(("'s", "'", "his", "her", "its", "their"))
JOINTS = frozenset(("of", "for", "to", "in", "at"))
"""Prepositions within a description: "the ambassador to Chad"."""

ENDS = frozenset((",", ".", ";", ":", ")", "”", '"', "—", "–"))
LONGEST = 14
"""Words that a description may have. A guess: longer ones are mostly two phrases that ran into each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The words `first` to `last`; `place`: ahead · before · behind, seen from the name."""

    first: int
    last: int
    place: str


def beside(parse: Parse, first: int, last: int) -> Iterator[Description]:
    """The stretches beside the name `first` to `last` that may say who bears it; whoever knows offices tells if so."""
    begin = _back(parse, first)
    if begin < first:
        yield Description(first=begin, last=first - 1, place="ahead")
    after = parse.lower[last + 1] if last + 1 < len(parse.words) else "."
    if after == "," and begin and parse.lower[begin - 1] == ",":
        before = _back(parse, begin - 1)
        if before < begin - 1:
            yield Description(first=before, last=begin - 2, place="before")
    if after == ",":
        end = _forth(parse, last + 2)
        if end is not None:
            yield Description(first=last + 2, last=end, place="behind")


def name_begins(parse: Parse, mention: Found) -> int:
    """
    The first word of the name itself, behind article, title and office.

    "Minister of Education Anna Berg" is "Anna Berg": behind an office with "of" or "for" the last two
    words count, or one where there are but two; before "von der" the word ahead of it too.
    """
    first, last = mention.name_first, mention.last
    titled = False
    while first < last and (parse.lower[first] == "the" or (mention.kind == "person" and parse.lower[first] in TITLES)):
        titled = titled or parse.lower[first] != "the"
        first += 1
    if titled and parse.lower[first] in ("of", "for") and last - first > 1:
        name = max(last - 1, first + 2)
        while name - 2 > first + 1 and parse.words[name - 1].islower():
            name -= 1 if parse.words[name - 2].islower() else 2
        first = name
    while first < last and parse.lower[first] in TITLES and mention.kind == "person":
        first += 1
    return first


def _back(parse: Parse, end: int) -> int:
    """Where the noun phrase begins that ends right before the word `end`; `end` where there is none."""
    first, told = end, False
    while first and end - first < LONGEST and parse.tags.sentence_of[first - 1] == parse.tags.sentence_of[end]:
        word, lower = first - 1, parse.lower[first - 1]
        opens = parse.tags.upos[first] == "DET" or lower in ("his", "her", "its", "their")
        if lower in JOINTS:
            if told or first == end:
                break
        elif opens and first < end and lower not in OWNING:
            break  # what stands before an article is another phrase
        elif parse.tags.upos[word] not in INSIDE and lower not in OWNING | HYPHENS | STATUSES:
            break
        told = told or lower in PERSONS or lower in TITLES
        first = word
    while first < end and (parse.lower[first] in JOINTS | HYPHENS or parse.lower[first] in ("'s", "'")):
        first += 1
    return first


def _forth(parse: Parse, start: int) -> int | None:
    """The last word of the noun phrase that begins with `start`, None where no mark ends it or a list goes on."""
    end = start
    while end < len(parse.words) and end - start < LONGEST and parse.lower[end] not in ENDS:
        if parse.tags.upos[end] not in INSIDE and parse.lower[end] not in OWNING | JOINTS | HYPHENS:
            return None
        end += 1
    closed = end < len(parse.words) and parse.lower[end] in ENDS
    listed = parse.lower[end + 1 : end + 2] in (("and",), ("or",))
    return end - 1 if closed and end > start and not listed else None
