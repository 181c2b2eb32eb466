"""
The country that a source belongs to, as its words tell it.

A country counts when it says whose the source is ("Russian officials", "Syria's ambassador to the UN"),
not when it is what the source knows, opposes or was sent to ("a Syria analyst", "Kremlin critics",
"the envoy to Libya"). Where the words name two countries there is no one country to give.
"""

from __future__ import annotations

import re

from according.attribution.describing.lexicon import COUNTRY_KINDS, Entry, Term, in_compound, terms
from according.attribution.describing.part import Part
from according.attribution.describing.phrase import Phrase
from according.records import Span
from according.world.lookup import word_set

EXPERTS = word_set(
    """
    expert analyst specialist correspondent watcher scholar critic envoy hawk researcher historian hand adviser
    advisor opponent director editor rapporteur coordinator
    """
)
"""Who may have a country's bare name before them as the thing they deal with: "a Yemen expert", "the Libya envoy"."""

RELATED = word_set(
    """
    ally enemy rival critic opponent neighbour neighbor partner supporter foe adversary backer creditor
    detractor victim loyalist sympathiser sympathizer counterpart ex-ally defender patron friend
    """
)
"""Who stands in a relation to a country and so is not of it: "Israel's allies", "Putin's critics"."""

ABROAD = word_set(
    """
    diplomat ambassador envoy correspondent journalist reporter analyst observer monitor source spokesman
    spokeswoman spokesperson representative peacekeeper tourist adviser advisor expert mission troops forces
    negotiator troop refugee migrant worker photographer cameraman
    """
)
"""Who is often in a country without being of it: "diplomats in Damascus", "aid workers in Yemen"."""

HEADS_FOR = ("voice", "office")
INSIDE = frozenset({"from", "within", "inside"})


def country_of(text: str, shape: Phrase) -> tuple[str, tuple[Term, ...]] | None:
    """
    The alpha-3 code and the words that tell it, None where none or several do.

    Args:
        text: the whole report, in which a leader's country may stand ("Y's government" after "X's president, Y").
    """
    for parts in (shape.conjuncts, shape.appositions):
        found = [one for part in parts for one in _of_part(text, part)]
        codes = {entry.country for entry, _ in found if entry.country}
        if len(codes) == 1:
            return next(iter(codes)), (next(word for entry, word in found if entry.country),)
        if found:
            return None
    return None


def _of_part(text: str, part: Part) -> list[tuple[Entry, Term]]:
    """The countries, or the bodies of no country, at the first place of the part that has one."""
    nucleus = (*part.before, *((part.head,) if part.head else ()))
    if not part.head and part.name:
        nucleus = () if _is_a_persons(part.name) else (*part.before, *part.name)
    for level in (_demonyms(nucleus, part), _organisations(nucleus)):
        if level:
            return level
    if (
        part.possessor
        and part.head
        and (leader := leader_country(text, part.possessor[-1]))
        and singular(part) not in RELATED
    ):
        return [(Entry(kind="name", word=leader, country=leader), part.possessor[-1])]
    if singular(part) in RELATED | {"expert", "analyst", "specialist"}:
        return []
    for preposition, words in part.complements:
        if _tells(preposition, words, part) and (level := _demonyms(words, None) or _organisations(words)):
            return level
    return [(entry, word) for word in nucleus if (entry := _based(nucleus, word))]


def _is_a_persons(name: tuple[Term, ...]) -> bool:
    return len(name) > 1 or not name[0].entries


def singular(part: Part) -> str:
    """The head's singular, without what stands before it in a compound: "analyst" of "political analysts"."""
    if part.entry:
        return part.entry.word.casefold().rpartition(" ")[2]
    return part.head.low if part.head else ""


def _entry_of(word: Term) -> Entry | None:
    return word.of(*COUNTRY_KINDS)


def _demonyms(words: tuple[Term, ...], part: Part | None) -> list[tuple[Entry, Term]]:
    """The countries among these words that say whose the head is."""
    found = []
    for i, word in enumerate(words):
        entry = _entry_of(word)
        if entry is None or _in_compound(words, i):
            continue
        if part is not None and part.head is not word and _is_object(words, i, entry, part):
            continue
        if i + 1 < len(words) and word.low not in ("us", "uk", "eu") and _is_first_name(words, i, entry):
            continue
        found.append((entry, word))
    return found


def _is_first_name(words: tuple[Term, ...], i: int, entry: Entry) -> bool:
    """Whether a country's name is somebody's, before an unknown capitalised word at the end: "Jordan Hale"."""
    following = words[i + 1]
    return (
        entry.kind in ("name", "capital", "place")
        and following.is_capital
        and not following.entries
        and i + 2 == len(words)
    )


def _in_compound(words: tuple[Term, ...], i: int) -> bool:
    before = words[i - 2 : i] if i >= 2 else ()
    after = words[i + 1 : i + 3]
    if in_compound(words, i):
        return True
    if len(before) == 2 and before[1].text == "-" and _entry_of(before[0]):
        return False
    if len(after) == 2 and after[0].text == "-":
        return after[1].low == "based" or _entry_of(after[1]) is not None
    latin = words[i - 1].low if i else ""
    return words[i].low == "american" and latin in ("latin", "north", "south", "central")


def _is_object(words: tuple[Term, ...], i: int, entry: Entry, part: Part) -> bool:
    """Whether the country is what the head knows or stands against, not whose it is."""
    head, bare = singular(part), entry.kind in ("name", "capital", "place", "seat")
    owned = i + 1 < len(words) and words[i + 1].low in ("'s", "'")
    if head in RELATED and (owned or bare):
        return True
    is_adjective = words[i].low in ("us", "uk", "uae")
    last = i + 2 == len(words) or i + 1 == len(words)
    return head in EXPERTS and bare and not owned and not is_adjective and last


def _organisations(words: tuple[Term, ...]) -> list[tuple[Entry, Term]]:
    """Bodies with a country, and bodies of many (which have none, and leave no room for one further on)."""
    return [
        (entry, word)
        for i, word in enumerate(words)
        if (entry := word.of("organisation"))
        and not in_compound(words, i)
        and (entry.country or "IGO" in entry.sectors or "NGO" in entry.sectors)
    ]


def _tells(preposition: str, words: tuple[Term, ...], part: Part) -> bool:
    """Whether a complement with this preposition says whose the head is."""
    head = singular(part)
    if preposition == "of":
        return True
    if preposition in INSIDE or preposition == "at":
        return True
    has_body = any(word.of("body", "organisation", "seat") for word in words)
    if preposition == "in":
        local = head == "source" and any(
            word.of("modifier") and word.low not in ("diplomatic", "aid") for word in part.modifiers
        )
        return has_body or head not in ABROAD or local
    if preposition == "by":
        return part.entry is not None and part.entry.kind == "document"
    if preposition == "for":
        voices = part.entry is not None and part.entry.kind in HEADS_FOR
        return voices and head not in EXPERTS and head not in ("representative", "envoy")
    return preposition == "with" and has_body


def _based(words: tuple[Term, ...], word: Term) -> Entry | None:
    """The entry of a place with "-based" after it: where the source sits, for want of anything better."""
    i = words.index(word)
    after = words[i + 1 : i + 3]
    return _entry_of(word) if len(after) == 2 and after[0].text == "-" and after[1].low == "based" else None


OFFICES = r"""
    (?: [Pp]resident | [Pp]rime\ [Mm]inister | [Pp]remier | [Cc]hancellor | [Kk]ing | [Ee]mir | [Ss]upreme\ [Ll]eader
      | [Ll]eader | [Dd]ictator | [Ss]trongman | PM )
"""


def leader_country(text: str, name: Term) -> str | None:
    """
    The country that the report says this person leads: RUS where it has "Russian President Ivan Petrov" for "Petrov".

    >>> report = "Kenyan President Amina Odhiambo spoke. Odhiambo's government denied it."
    >>> leader_country(report, terms(report, (Span(start=39, end=47),))[0])
    'KEN'
    """
    if not name.is_capital or name.entries:
        return None
    pattern = re.compile(
        rf"""
        (?P<country> [A-Z][\w.’']* (?: [\ \u00a0-] [A-Z][\w.’']* )?? ) (?: ['’]s )? \s
        (?: (?:then-|ex-|former\ |long-time\ |embattled\ )? ) {OFFICES} ,? \s
        (?: [A-Z][\w’'-]* \s | al[\s-] ){{0,3}} {re.escape(name.text)} \b
        """,
        re.VERBOSE,
    )
    for match in pattern.finditer(text):
        span = Span(start=match.start("country"), end=match.end("country"))
        for word in reversed(terms(text, (span,))):
            if entry := word.of(*COUNTRY_KINDS):
                return entry.country
    return None
