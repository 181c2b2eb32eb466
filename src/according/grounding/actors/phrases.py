"""
The shape of an actor's words: owner, nucleus with its head and name, complements, what is only added.

    Putin's | former Russian foreign ministry spokeswoman Ana Wold | in Cairo | , who ...
     owner                 before           head            name     complement   left out
"""

from __future__ import annotations

from dataclasses import dataclass

from according.grounding.actors.words import NOUNS, OWN, PERSONS, PLACES, Term
from according.world.lookup import word_set

ARTICLES = word_set(
    """
    a an the this that these those his her its their our your my
    """
)
PREPOSITIONS = word_set(
    """
    of in from for at to by with on against near across inside within over among between into under around
    throughout outside about after before during without
    """
)
CLAUSE = word_set(
    """
    who which whose where when while that whom named called accused suspected believed
    """
)
PARTICLES = word_set(
    """
    al el bin ibn de da del van von der la dos
    """
)
GROUPS = word_set(
    """
    group groups team crowd number dozens hundreds thousands scores several some many most few all both each one
    two three four five six seven eight nine ten members member couple pair handful series lot majority family
    families half part bunch mob majority tens millions convoy delegation wave leaders
    """
)
"""Before "of" these say how many or which part: "a group of tourists" are tourists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One noun phrase. `head` is None for a bare name and where no table knows the noun (`unknown_head`)."""

    words: tuple[Term, ...]
    owner: tuple[Term, ...] = ()
    before: tuple[Term, ...] = ()
    head: Term | None = None
    after: tuple[Term, ...] = ()
    name: tuple[Term, ...] = ()
    complements: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    unknown_head: bool = False
    indefinite: bool = False

    @property
    def is_one(self) -> bool:
        """Whether the head is in the singular."""
        entry = self.head.of(*NOUNS) if self.head else None
        return bool(
            entry
            and self.head
            and not (self.head.low != entry.word.casefold() and self.head.low.endswith(("s", "men")))
        )


def shapes(words: tuple[Term, ...]) -> tuple[Shape, ...]:
    """
    The phrase's noun phrases: what "and" joins first, then what commas add.
    """
    found = []
    for piece in _at(words, frozenset({",", ";", "(", ")", "–", "—"})):
        if clause := next((i for i, word in enumerate(piece) if i and word.low in CLAUSE and not word.entries), 0):
            piece = piece[:clause]
        if piece and (piece[0].low not in CLAUSE or piece[0].entries):
            found += [_shape(part) for part in _conjuncts(piece) if part]
    return tuple(found)


def _at(words: tuple[Term, ...], breaks: frozenset[str]) -> list[tuple[Term, ...]]:
    pieces: list[list[Term]] = [[]]
    for word in words:
        if word.text in breaks:
            pieces.append([])
        elif word.text not in '"“”‘':
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces if piece]


def _conjuncts(words: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    """Cut at "and" where a whole noun phrase stands on either side; "Russian and Syrian officials" is one."""
    runs, begin = [], 0
    for i, word in enumerate(words):
        if word.low in ("and", "or", "&") and i and i + 1 < len(words):
            left, right = words[i - 1], words[i + 1]
            whole = left.of(*NOUNS, "organisation", "name", "people", "capital") and not left.of("demonym")
            whole = whole and (not left.of("modifier") or i + 2 == len(words) or words[i + 2].low in PREPOSITIONS)
            proper = left.is_capital and not left.entries and right.is_capital
            if (whole and not right.of("modifier")) or right.low in ARTICLES or (proper and not right.entries):
                runs.append(words[begin:i])
                begin = i + 1
    runs.append(words[begin:])
    return runs


def _shape(words: tuple[Term, ...]) -> Shape:
    indefinite = bool(words) and words[0].low in ("a", "an")
    while words and words[0].low in ARTICLES:
        words = words[1:]
    cut = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS and not word.entries), len(words))
    nucleus, complements = words[:cut], _complements(words[cut:])
    if complements and complements[0][0] == "of" and _is_part(nucleus):
        inner = _shape(words[cut + 1 :])
        return inner if inner.words else Shape(words=words)
    own = next((i for i in range(len(nucleus) - 1, -1, -1) if nucleus[i].low in OWN), -1)
    owner, rest = (nucleus[:own], nucleus[own + 1 :]) if own > 0 else ((), nucleus)
    name_at = _name_begins(rest)
    head_at = next((i for i in range(name_at - 1, -1, -1) if rest[i].of(*NOUNS, "organisation", "seat")), -1)
    unknown = any(not word.entries and word.text.isalpha() for word in rest[head_at + 1 : name_at])
    return Shape(
        words=words,
        owner=owner,
        before=rest[:head_at] if head_at >= 0 else rest[:name_at],
        head=rest[head_at] if head_at >= 0 else None,
        after=rest[head_at + 1 : name_at] if head_at >= 0 else (),
        name=rest[name_at:],
        complements=complements,
        unknown_head=unknown,
        indefinite=indefinite,
    )


def _is_part(nucleus: tuple[Term, ...]) -> bool:
    """Whether the words before "of" only count or group: "several", "a team", "a group"."""
    heads = [word for word in nucleus if word.low in GROUPS or word.text[0].isdigit()]
    return bool(heads) and nucleus[-1] is heads[-1] and not any(word.of(*PLACES, "organisation") for word in nucleus)


def _complements(words: tuple[Term, ...]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    found: list[tuple[str, tuple[Term, ...]]] = []
    for i, word in enumerate(words):
        if word.low in PREPOSITIONS and not word.entries:
            end = next(
                (j for j in range(i + 1, len(words)) if words[j].low in PREPOSITIONS and not words[j].entries), None
            )
            inside = tuple(one for one in words[i + 1 : end] if one.low not in ARTICLES)
            if inside:
                found.append((word.low, inside))
    return tuple(found)


def _name_begins(words: tuple[Term, ...]) -> int:
    """Where a person's or thing's own name begins: the capitalised words at the end that no table of nouns knows."""
    begin = len(words)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word.of(*NOUNS, "organisation", "demonym", "people", "seat", "modifier") and not _is_inside(words, i):
            break
        if word.is_capital:
            begin = i
        elif word.text != "-" and word.low not in PARTICLES and not (i and words[i - 1].text == "-"):
            break
    while begin < len(words) and (words[begin].text == "-" or not words[begin].text[0].isalpha()):
        begin += 1
    rest = words[begin:]
    if all(word.of(*PLACES) or not word.text[0].isalpha() for word in rest) or _opens_a_sentence(words, begin):
        return len(words)
    place = rest[0].of("name", "capital", "place")
    if place and place.source == "own" and len(rest) > 2 and begin == 0:
        begin += 1
    return begin


def _is_inside(words: tuple[Term, ...], i: int) -> bool:
    """Whether a known word at the start is a given name, before a capitalised unknown one: "Christian Wold"."""
    follows = i + 1 < len(words) and words[i + 1].is_capital and not words[i + 1].entries
    return follows and i == 0 and words[i].is_capital and words[i].low in GIVEN


GIVEN = frozenset(("christian", "dean"))
"""Known words that are far more often given names where a name follows."""


def _opens_a_sentence(words: tuple[Term, ...], begin: int) -> bool:
    """Whether the one capitalised word at the start only opens the phrase: "Ambulances", "Armed men"."""
    return begin == 0 and len(words) > 1 and not words[-1].is_capital


def is_person(shape: Shape) -> bool:
    """Whether the head is somebody rather than a body."""
    return bool(shape.head and shape.head.of(*PERSONS, "title"))
