"""
One noun phrase of a source, taken apart.

    a former | Russian foreign ministry | spokeswoman | for X | Anna Orlova
    determiner      modifiers               head      complement   name

Found from word lists and capitals alone. What a parser would see and this does not: a noun that no
table knows in front of an unknown word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.attribution.describing.lexicon import NOUNS, PERSONS, Entry, Term
from according.attribution.describing.small_words import (
    ADVERBS,
    COLLECTIONS,
    DETERMINERS,
    FIRST_NAMES,
    LEADING,
    PARTICLES,
    PREPOSITIONS,
    QUANTIFIERS,
    SURNAMES,
)
from according.world.lookup import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    One noun phrase. `before`: what stands before the head, determiners included. `entry` is the
    head's own, None where no table knows it. `name`: capitalised words that no table knows, at the
    end or all there is. `complements`: (preposition, words after it) in order.
    `quantity`: the words of "several of" that were taken off the front; `partitive` when they were.
    """

    words: tuple[Term, ...]
    before: tuple[Term, ...] = ()
    head: Term | None = None
    entry: Entry | None = None
    name: tuple[Term, ...] = ()
    complements: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    quantity: tuple[Term, ...] = ()
    partitive: bool = False

    @property
    def possessor(self) -> tuple[Term, ...]:
        """The words before the last 's: ("Syria",) in "Syria's new ambassador"."""
        last = max((i for i, word in enumerate(self.before) if word.low in ("'s", "'")), default=-1)
        return self.before[:last] if last > 0 else ()

    @property
    def modifiers(self) -> tuple[Term, ...]:
        """The words between the possessor, or the determiner, and the head."""
        last = max((i for i, word in enumerate(self.before) if word.low in ("'s", "'")), default=-1)
        return self.before[last + 1 :]

    @property
    def determiner(self) -> str | None:
        """The first word when it is one: "the", "a", "another"."""
        first = (self.quantity or self.before or self.words)[:1]
        return first[0].low if first and first[0].low in LEADING else None

    @property
    def is_plural(self) -> bool:
        """Whether the head is a known plural."""
        return bool(self.entry and self.entry.plural)

    @property
    def is_person(self) -> bool:
        """Whether the head is a known noun for persons."""
        return bool(self.entry and self.entry.kind in PERSONS)


def part(words: tuple[Term, ...]) -> Part:
    """The noun phrase taken apart; its head is found from the right."""
    while words and (words[0].low in PREPOSITIONS or words[-1].low in ("'s", "'")):
        words = words[1:] if words[0].low in PREPOSITIONS else words[:-1]
    quantity, rest = _off_quantity(words)
    cut = next(
        (
            i
            for i, word in enumerate(rest)
            if i and word.low in PREPOSITIONS and not (i == 1 and rest[0].low in DETERMINERS)
        ),
        len(rest),
    )
    nucleus, complements = rest[:cut], _complements(rest[cut:])
    trailing = _trailing_name(complements) if complements else ()
    at = _head(nucleus)
    if at is None:
        name = _name_at_end(nucleus)
        head = (
            None
            if name
            else next((w for w in reversed(nucleus) if w.low not in ADVERBS and re.match(r"\w", w.text)), None)
        )
        before = nucleus[: len(nucleus) - len(name)] if name else nucleus[: nucleus.index(head)] if head else ()
        return Part(
            words=words,
            before=before,
            head=head,
            name=name,
            complements=complements,
            quantity=quantity,
            partitive=bool(quantity),
        )
    at = _office_before_rank(nucleus, at)
    after = nucleus[at + 1 :]
    name = (after if after and after[0].is_capital and _is_name(after) else ()) or trailing
    return Part(
        words=words,
        before=nucleus[:at],
        head=nucleus[at],
        entry=_entry(nucleus[at]),
        name=name,
        complements=complements,
        quantity=quantity,
        partitive=bool(quantity),
    )


def _office_before_rank(nucleus: tuple[Term, ...], at: int) -> int:
    """The place of "spokesman" in "army spokesman Colonel Ann Hale": the office heads, the rank goes with the name."""
    rank = nucleus[at].of("person", "title")
    if (
        at + 1 == len(nucleus)
        or at == 0
        or rank is None
        or not (rank.kind == "title" or rank.sectors[:1] in (("MIL",), ("REL",)))
    ):
        return at
    earlier = nucleus[at - 1].of("office", "voice")
    return at - 1 if earlier and not earlier.plural else at


def _is_name(words: tuple[Term, ...]) -> bool:
    """Whether all of these may stand in one name: capitals, particles, and what follows a hyphen."""
    return all(
        word.is_capital or word.low in PARTICLES or word.text in "-." or (i > 0 and words[i - 1].text == "-")
        for i, word in enumerate(words)
    )


def _name_at_end(words: tuple[Term, ...]) -> tuple[Term, ...]:
    """The longest run of name words that ends the phrase and begins with a capital, articles left out."""
    for i, word in enumerate(words):
        rest = words[i:]
        if word.is_capital and word.low not in LEADING and not word.of("demonym", "title") and _is_name(rest):
            return rest
    return ()


OF_QUANTITY = QUANTIFIERS | word_set("a an the at large small growing than percent per cent quarters thirds third")
"""Words of "at least a third of", beside figures."""


def _off_quantity(words: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The parts of "several of" + "the officials"; nothing and the whole where there is no quantity."""
    for i, word in enumerate(words[:6]):
        if word.low == "of" and i:
            front = words[:i]
            if front[0].low in ("a", "an") and len(front) <= 4 and front[-1].low in COLLECTIONS:
                return words[: i + 1], words[i + 1 :]
            if all(w.low in OF_QUANTITY or w.text[0].isdigit() or w.text in "%-" for w in front):
                return words[: i + 1], words[i + 1 :]
            return (), words
    return (), words


def _complements(words: tuple[Term, ...]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    found: list[tuple[str, tuple[Term, ...]]] = []
    begin = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words[i].low in PREPOSITIONS:
            found.append((words[begin].low, words[begin + 1 : i]))
            begin = i
    return tuple(found)


def _trailing_name(complements: tuple[tuple[str, tuple[Term, ...]], ...]) -> tuple[Term, ...]:
    """The name after a complement's own noun: "Anna Hale" in "the minister of defence Anna Hale"."""
    words = complements[0][1]
    known = max((i for i, word in enumerate(words) if word.entries), default=None)
    if known is None or complements[0][0] != "of" or len(complements) > 1:
        return ()
    tail = words[known + 1 :]
    return tail if len(tail) >= 2 and all(w.is_capital for w in tail) else ()


def _head(nucleus: tuple[Term, ...]) -> int | None:
    """The place of the head noun that a table knows, None where a name or an unknown noun heads."""
    for i in range(len(nucleus) - 1, -1, -1):
        word = nucleus[i]
        if word.low in ADVERBS or word.text in "\"'-":
            continue
        if word.of(*NOUNS, "demonym", "title", "place") and not _is_surname(nucleus, i):
            return i
        if not word.is_capital and word.low not in PARTICLES:
            return None
    return None


def _is_surname(nucleus: tuple[Term, ...], at: int) -> bool:
    """Whether a known word is part of somebody's name: "Nora King", "Paul Jordan", "Mr. King", "Bill Hale"."""
    word, before, after = nucleus[at], nucleus[:at], nucleus[at + 1 :]
    entry = word.of(*NOUNS, "demonym", "place")
    if entry is None or entry.plural or not word.is_capital or " " in word.text:
        return False
    toponym = entry.kind in ("name", "capital", "place")
    if after and after[0].is_capital and not after[0].entries and _is_name(after):
        if toponym:
            return not word.text.replace(".", "").isupper() and not (before and before[-1].low not in DETERMINERS)
        return (word.low in FIRST_NAMES and entry.kind != "office") or entry.kind == "document"
    if before and before[-1].of("title"):
        return True
    if not (before and before[-1].is_capital and not before[-1].entries) or before[0].low in DETERMINERS:
        return False
    if entry.kind == "organisation":
        return not word.text.isupper()
    return word.low in SURNAMES or toponym or entry.kind in ("demonym", "document")


def _entry(head: Term) -> Entry | None:
    """What the head means here: a person, else a body, else a country, else a title or a national."""
    return head.of(*NOUNS, "title", "demonym", "place")
