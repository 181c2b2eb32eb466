"""
The names of a report, each of the kind that the whole report and common knowledge give it.

The tagger sees a name anew at each place and may think it a person here and a place there. A report
means one thing by it nearly always.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from according.mentions import equipment
from according.mentions.known import rank_of
from according.mentions.lexicon import CALENDAR, TITLES
from according.mentions.parse import Parse
from according.records import Name

KIND_OF_RANK = {
    "body": "organisation", "country": "place", "capital": "place", "place": "place",
    "demonym": "nationality", "nationals": "nationality", "people": "nationality",
}  # fmt: skip
"""The kind of mention that each rank of a known name makes; a seat may be a building or who sits in it."""

SURE_OF_NAME = 1.0
"""The probability given to a name that a table or a pattern finds."""


def settled(parse: Parse) -> list[Name]:
    """
    The names of a report in the order of the text, none of which overlap.

    Names and designations of equipment are added, likewise untagged words that the tagger took for
    a name elsewhere in the report. A known name has the kind that the tables give it, a surname that
    of the person, any other the kind that most of its mentions were given.
    """
    found = equipment.designated(parse)
    taken = {word for first, last, _ in found for word in range(first, last + 1)}
    names = [Name(first=first, last=last, kind=kind, score=SURE_OF_NAME) for first, last, kind in found]
    tagged = [trimmed for name in parse.tags.names if (trimmed := _trimmed(parse, name, taken)) is not None]
    taken.update(word for name in tagged for word in range(name.first, name.last + 1))
    kinds = _kinds(parse, tagged)
    names.extend(_again(parse, kinds, taken))
    names.extend(
        Name(first=name.first, last=name.last, kind=_kind(parse, name, kinds), score=name.score) for name in tagged
    )
    return sorted(names, key=lambda name: name.first)


def _trimmed(parse: Parse, name: Name, taken: set[int]) -> Name | None:
    """A tagged name without the words of equipment; None where nothing is left, or nothing that names."""
    first, last = name.first, name.last
    if any(word in taken for word in range(first, last + 1)):
        while first <= last and first in taken:
            first += 1
        while first <= last and last in taken:
            last -= 1
        if first > last or any(word in taken for word in range(first, last + 1)):
            return None
    if first == last and (parse.lower[first] in STRAY or not any(letter.isalnum() for letter in parse.words[first])):
        return None
    titles = name.kind == "person" and all(word in TITLES for word in parse.lower[first : last + 1])
    if titles and last + 1 < len(parse.words) and parse.words[last + 1][:1].isupper():
        return None  # "Gen." of "Gen. Anna Berg", which the tagger found apart
    return Name(first=first, last=last, kind=name.kind, score=name.score)


STRAY = frozenset(("the", "a", "an", "of", "and", "'s", "he", "she", "it", "his", "her", "their", "i"))
"""Words that the tagger now and then takes for a name when they stand alone."""

UNTELLING = TITLES | CALENDAR | STRAY
"""Words that name nobody when they stand alone."""


def _kind(parse: Parse, name: Name, kinds: dict[tuple[str, ...], str]) -> str:
    """A name's kind where it stands: a country that the tagger took for who acts stays that."""
    words = _words(parse, name)
    if name.kind == "organisation" and rank_of(words) == "country":
        return "organisation"
    return kinds.get(words, name.kind)


def _words(parse: Parse, name: Name) -> tuple[str, ...]:
    return parse.words[name.first : name.last + 1]


def _kinds(parse: Parse, names: list[Name]) -> dict[tuple[str, ...], str]:
    """The kind of each name of the report by its words."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for name in names:
        words = _words(parse, name)
        votes[words][name.kind] += 1
        if name.kind == "person" and len(words) > 1:
            surnames.add(words[-1])
    rulers = {parse.words[name.last] for name in names if _rules(parse, name)}
    kinds: dict[tuple[str, ...], str] = {}
    for words, counted in votes.items():
        rank = rank_of(words)
        if len(words) == 1 and (words[0] in surnames or (rank is None and words[0] in rulers)):
            kinds[words] = "person"
        elif rank in KIND_OF_RANK and not (KIND_OF_RANK[rank] == "nationality" and set(counted) == {"person"}):
            kinds[words] = KIND_OF_RANK[rank]
        else:
            kinds[words] = max(counted, key=lambda kind: (counted[kind], -ORDER.index(kind)))
    return kinds


def _rules(parse: Parse, name: Name) -> bool:
    """Whether a name is that of the person who heads a regime: "the Berg regime", "Berg's dictatorship"."""
    behind = name.last + 1 + (parse.lower[name.last + 1 : name.last + 2] == ("'s",))
    return parse.lower[behind : behind + 1] in (("regime",), ("dictatorship",))


ORDER = (
    "organisation", "place", "person", "nationality", "event", "platform", "vehicle", "weapon", "other",
)  # fmt: skip
"""Which kind wins where a name was given two as often. A guess; those of the most names first."""


def _again(parse: Parse, kinds: dict[tuple[str, ...], str], taken: set[int]) -> list[Name]:
    """Untagged words that are the same as a name's of the report, or a name that everybody knows."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(kinds, key=len, reverse=True):
        if len(words) > 1 or _is_telling(words[0]):
            by_first[words[0]].append(words)
    found = []
    for word, text in enumerate(parse.words):
        if word in taken or not text[:1].isupper():
            continue
        match = next((words for words in by_first[text] if parse.words[word : word + len(words)] == words), None)
        kind = kinds[match] if match is not None else _known_kind(text)
        last = word + len(match or (text,)) - 1
        alone = word == last and parse.tags.upos[word] not in ("PROPN", "NOUN", "ADJ", "X")
        if kind is None or alone or any(part in taken for part in range(word, last + 1)):
            continue
        taken.update(range(word, last + 1))
        found.append(Name(first=word, last=last, kind=kind, score=SURE_OF_NAME))
    return found


def _known_kind(text: str) -> str | None:
    """The kind of a body, a country or a people that everybody knows by one word."""
    rank = rank_of((text,)) if _is_telling(text) else None
    return KIND_OF_RANK[rank] if rank in ("body", "country", "nationals", "people") else None


def _is_telling(word: str) -> bool:
    """Whether a single word is enough to know a name again."""
    return len(word) > 2 and word[:1].isupper() and word.lower() not in UNTELLING
