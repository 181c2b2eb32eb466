"""
What a record lists as mentions: which words, and of which kind.

The kinds are those of re3d: who acts or speaks together is an organisation, be it a body, a
country that acts, or a group of people ("residents", "we"); a single somebody is a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from according.mentions import equipment
from according.mentions.acting import acts
from according.mentions.chains import Link
from according.mentions.features import Chain
from according.mentions.finding import Found
from according.mentions.known import rank_of
from according.mentions.lexicon import NOWHERE
from according.mentions.parse import Parse

WE = frozenset(("we", "us", "our", "ours", "ourselves"))
OWNERS = frozenset(("my", "our", "his", "her", "its", "their"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """
    A mention by its first and last word, with the kind and form that a record gives it, and its `link`.

    `told`: another mention says what this one would, so that a record need not list it.
    """

    first: int
    last: int
    kind: str
    form: str
    link: Link | None = None
    told: bool = False


def mark(parse: Parse, links: tuple[Link, ...], chains: tuple[Chain, ...]) -> tuple[Marked, ...]:
    """
    The mentions of a report, in the order of their first words, a longer one before what it holds.

    Told by another mention are a title before its name, a demonym or a possessor within the phrase of
    a group, a body or a place, and "the city" of "the city of Kano".
    """
    marked = [_of_link(parse, link, chains[link.chain]) for link in links if _is_listed(parse, link.mention)]
    marked.extend(_equipment(parse, links))
    held = _held(marked)
    names = [each for each in marked if each.form == "name"]
    begins = {each.first for each in names if each.kind == "person"}
    places = [each for each in names if each.kind == "place"]
    told = [replace(each, told=_is_told(parse, each, held, begins, places)) for each in marked]
    return tuple(sorted(told, key=lambda each: (each.first, -each.last)))


def _of_link(parse: Parse, link: Link, chain: Chain) -> Marked:
    mention = link.mention
    first = mention.name_first if mention.form == "name" else mention.first
    return Marked(first=first, last=mention.last, kind=kind(parse, mention, chain), form=mention.form, link=link)


def _is_listed(parse: Parse, mention: Found) -> bool:
    """Whether a mention is one of something: "the ground" is no place, a stray "i" nobody."""
    if mention.form == "nominal":
        return not (mention.kind == "place" and mention.key in NOWHERE)
    return parse.words[mention.head] != "i"


def _equipment(parse: Parse, links: tuple[Link, ...]) -> Iterable[Marked]:
    """Platforms, weapons and vehicles that no mention is headed by: "barrel bomb" of "barrel bomb attacks"."""
    heads = {link.mention.head for link in links}
    named = {
        word
        for link in links
        if link.mention.form == "name"
        for word in range(link.mention.name_first, link.mention.last + 1)
    }
    for word in range(len(parse.words)):
        if word in heads or word in named or (thing := equipment.kind_of(parse, word)) is None:
            continue
        yield Marked(first=thing[1], last=word, kind=thing[0], form="nominal")


HOLDING = frozenset(("organisation", "person", "place", "platform", "weapon", "vehicle"))
"""Kinds of phrase whose demonyms and possessors need no line of their own."""


def _held(marked: list[Marked]) -> dict[int, int]:
    """For each word that stands in a longer phrase of somebody or something, how many such phrases there are."""
    held: dict[int, int] = {}
    for each in marked:
        if each.form != "pronoun" and each.kind in HOLDING and each.last > each.first:
            for word in range(each.first, each.last + 1):
                held[word] = held.get(word, 0) + 1
    return held


def _is_told(parse: Parse, each: Marked, held: dict[int, int], begins: set[int], places: list[Marked]) -> bool:
    """Whether another mention says what this one would."""
    if each.form == "pronoun":
        return parse.lower[each.first] in OWNERS and each.first in held
    if each.form == "name":
        return each.kind == "nationality" and each.first == each.last and each.first in held
    if each.kind == "person":
        return each.last + 1 in begins
    if each.kind == "place" and each.link is not None:
        head = each.link.mention.head
        return any(parse.tags.head[place.last] == head or parse.tags.head[place.first] == head for place in places)
    return False


def kind(parse: Parse, mention: Found, chain: Chain) -> str:
    """The kind that a record gives a mention; `chain` is what a pronoun goes back to."""
    if mention.form == "pronoun":
        return _of_pronoun(mention, chain)
    if mention.form == "nominal":
        if (thing := equipment.kind_of(parse, mention.head)) is not None:
            return thing[0]
        if mention.kind == "person" and mention.number == "plural":
            return "organisation"
    if mention.kind == "nationality" and _is_people(parse, mention):
        return "organisation"
    if acts(parse, mention):
        return "organisation"
    return mention.kind


def _is_people(parse: Parse, mention: Found) -> bool:
    """Whether a demonym stands for the nation's people: "the Kenyans", "30 Britons"."""
    modifies = parse.tags.deprel[mention.head] in ("amod", "compound")
    return not modifies and mention.words[-1].endswith("s") and rank_of(mention.words) == "nationals"


def _of_pronoun(mention: Found, chain: Chain) -> str:
    if mention.family == "I":
        return "organisation" if mention.key in WE else "person"
    if mention.gender:
        return "person"
    if mention.family == "they" and chain.kind in ("person", "nationality"):
        return "organisation"
    return chain.kind
