"""
Which words name a place: what the tagger takes for one, and what the gazetteer and the wording say.

    "in the port city of Lattakia"    Lattakia, whatever the tagger calls it
    "Turkish troops", "Taco Bell"     a nationality, a company: none
    "Moscow said"                     a government: none (`according.grounding.places.metonyms`)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.grounding.places.gazetteer import Entry, Gazetteer
from according.grounding.places.metonyms import is_metonym
from according.grounding.places.passages import Words
from according.grounding.places.spelling import key
from according.grounding.places.wording import WORDS, is_nationality

AREAS = frozenset(
    ("country", "continent", "region", "sea", "desert", "river", "lake", "mountain", "historical", "province")
)
"""Kinds that the gazetteer holds all of that news would name, so that a match needs no town's size."""

KNOWN_SIZE = 15_000
"""
People from which a town's name is taken for one where a preposition of place stands before it and the
tagger saw a person or a body. A guess; GeoVirus would measure it.
"""

SURE_NAME = 0.5
"""A guess: below this probability of the tagger's a place that the gazetteer does not hold is dropped."""

LONGEST = 6
"""Words of the longest name tried against the gazetteer ("Democratic Republic of the Congo" has five)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """
    Words `first` to `last` that name a place; `name` is what to look up.

    `kind`: town · province · district · country · water, where a word beside it tells ("the village of"), else None.
    """

    first: int
    last: int
    name: str
    kind: str | None = None


def toponyms(words: Words, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The words that name places, in the order of the text, apart from each other; metonyms left out."""
    found = _Finding(words, gazetteer)
    return tuple(
        toponym
        for toponym in found.all()
        if not is_metonym(words, gazetteer, toponym.first, toponym.last, toponym.name)
    )


class _Finding:
    """One report's search."""

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self.taken: dict[int, tuple[int, int]] = {}
        self.names = {
            word: name for name in words.tags.names for word in range(name.first, min(name.last, len(words) - 1) + 1)
        }

    def all(self) -> list[Toponym]:
        self._countries()
        for name in self.words.tags.names:
            if name.kind == "place" and self.words.body[name.first]:
                self._tagged(name.first, name.last, name.score)
        for name in self.words.tags.names:
            if name.kind in ("person", "organisation", "other", "nationality") and self.words.body[name.first]:
                self._mistagged(name.first, name.last, name.kind)
        self._untagged()
        self._repeated()
        ailments = {
            key(self.words.phrase(first, last))
            for first, last in set(self.taken.values())
            if self.words.after(last) in WORDS["ailment"]
        }
        ranges = sorted(set(self.taken.values()))
        return [
            self._toponym(first, last)
            for first, last in ranges
            if key(self.words.phrase(first, last)) not in ailments and not self._is_namesake(first, last)
        ]

    def _is_namesake(self, first: int, last: int) -> bool:
        """Whether something else is called after the place: "China Daily", "Bank of England", "$US"."""
        words = self.words
        behind = last + 1
        while behind < len(words) and words.together(last, behind) and words.is_capital(behind):
            if words.lower[behind] in WORDS["namesake"]:
                return True
            behind += 1
        if words.after(last) == "$" or words.before(first) == "$" or "$" in words.text[last]:
            return True
        start = first - 1 if words.before(first) == "the" else first
        return (
            words.before(start) == "of"
            and words.before(start, 2) in WORDS["namesake_of"]
            and words.is_capital(start - 2)
        )

    def _countries(self) -> None:
        """Names of countries, regions and seas of several words, which the tagger may cut up."""
        words = self.words
        for first in range(len(words) - 1):
            if not words.is_capital(first) or first in self.taken or not words.body[first]:
                continue
            for last in range(min(first + LONGEST, len(words)) - 1, first, -1):
                if not words.is_capital(last) or not words.together(first, last):
                    continue
                tagged = {self.names[word].kind for word in range(first, last + 1) if word in self.names}
                if tagged <= {"place"} and _is_area(self.gazetteer.entries(words.phrase(first, last))):
                    self._take(first, last)
                    break

    def _take(self, first: int, last: int) -> None:
        if not any(word in self.taken for word in range(first, last + 1)):
            for word in range(first, last + 1):
                self.taken[word] = (first, last)

    def _tagged(self, first: int, last: int, score: float) -> None:
        """A name that the tagger calls a place: trimmed, cut at commas, and not a nationality or a company."""
        for start, end in self._pieces(first, last):
            name = self.words.phrase(start, end)
            entries = self.gazetteer.entries(name)
            if is_nationality(name) or _is_never(name, entries):
                continue
            if not any(self.words.is_capital(word) for word in range(start, end + 1)):
                continue
            if not entries and (
                self._is_body(start, end) or score < SURE_NAME or _is_acronym(name) or self._acts(start)
            ):
                continue
            if entries or not self._is_adjective(start, end):
                self._take(*self._longer(start, end))

    def _pieces(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """A name without articles, directions and generic words at its ends, and in pieces where a comma cuts it."""
        if self.gazetteer.entries(self.words.phrase(first, last)) and self.words.lower[first] != "the":
            yield first, last
            return
        start = first
        for word in range(first, last + 2):
            if word == last + 1 or self._cuts(word):
                yield from self._trimmed(start, word - 1)
                start = word + 1

    def _cuts(self, word: int) -> bool:
        """Whether a word parts two names: a comma, "and", "slum" in "Nairobi slum Kibera"."""
        text = self.words.text[word]
        return text in (",", ";", "/", "and", "(", ")") or (text.islower() and text not in WORDS["particles"])

    def _trimmed(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        lower, capital = self.words.lower, self.words.is_capital
        while first <= last and (
            lower[first] == "the"
            or (not capital(first) and lower[first] not in ("al", "el", "ar", "as"))
            or (
                first < last
                and (lower[first] in WORDS["before"] or is_nationality(self.words.text[first]))
                and not self.gazetteer.entries(self.words.phrase(first, last))
            )
        ):
            first += 1
        while first <= last and not capital(last) and not self.words.text[last].isdigit():
            last -= 1
        while first <= last and lower[last] in ("'s", "’s", ".", ","):
            last -= 1
        if first <= last:
            yield first, last

    def _acts(self, word: int) -> bool:
        """Whether an unknown name does what only people and bodies do: "Brightfoods said"."""
        words = self.words
        head = words.tags.head[word]
        told = head >= 0 and words.tags.deprel[word] in ("nsubj", "obj", "iobj") and words.lower[head] in WORDS["acts"]
        return told or words.before(word) in ("told", "tells")

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a name ends in the word of a body, a house or goods, or stands before it, or begins with a number."""
        if self.words.after(last) in WORDS["body"]:
            return True
        return self.words.lower[last] in WORDS["body"] or self.words.text[first][0].isdigit()

    def _is_adjective(self, first: int, last: int) -> bool:
        """A lone word that the parser calls an adjective and the gazetteer does not know: "Sahelian"."""
        return first == last and (self.words.tags.upos[first] == "ADJ" or self.words.lower[first] in WORDS["before"])

    def _longer(self, first: int, last: int) -> tuple[int, int]:
        """The longest name of the gazetteer that takes in the range and a capitalised neighbour, or the range."""
        words, best = self.words, (first, last)
        for start in (first, first - 1, first - 2):
            for end in (last, last + 1, last + 2):
                if start < 0 or end >= len(words) or not words.together(start, end) or end - start <= best[1] - best[0]:
                    continue
                if not (words.is_capital(start) and words.is_capital(end)):
                    continue
                if any(words.text[word] in (",", ".", ";") for word in range(start, end + 1)):
                    continue
                if any(entry.preferred for entry in self.gazetteer.entries(words.phrase(start, end))):
                    best = (start, end)
        return best

    def _mistagged(self, first: int, last: int, kind: str) -> None:
        """A name that the tagger calls something else, where the gazetteer knows it and the words around agree."""
        words = self.words
        while first < last and words.lower[first] == "the":
            first += 1
        name = words.phrase(first, last)
        entries = self.gazetteer.entries(name)
        if is_nationality(name) or _is_never(name, entries):
            return
        if not entries:
            if self._is_introduced(first) and not self._is_body(first, last) and kind != "organisation":
                self._take(first, last)
            return
        doubtful = key(name) in WORDS["doubtful"] and not words.text[first].isupper()
        whole = kind == "organisation" or any(entry.kind in ("country", "continent") for entry in entries)
        if _is_area(entries) and whole and not (doubtful and kind == "person") and kind != "other":
            self._take(first, last)
            return
        if self._is_where(first, last) and (entries[0].population >= KNOWN_SIZE or first != last or kind == "person"):
            self._take(first, last)

    def _is_introduced(self, first: int) -> bool:
        """Whether "the village of" or the like stands before a name."""
        return self.words.before(first) == "of" and self.words.before(first, 2) in WORDS["town"] | WORDS["district"]

    def _is_where(self, first: int, last: int) -> bool:
        """Whether the words around say that a name is a place: "in X", "X, Texas", "A, X and B"."""
        words = self.words
        if words.before(first) in WORDS["locative"] - {"at", "to", "over"} or self._is_introduced(first):
            return True
        if words.after(last) == "," and last + 2 < len(words):
            behind = self.taken.get(last + 2)
            if behind and words.together(last, last + 2):
                return True
        if words.before(first) in (",", "and", "or") and first - 2 in self.taken:
            return True
        return words.after(last) in ("and", "or") and last + 2 in self.taken and words.together(last, last + 2)

    def _untagged(self) -> None:
        """Countries, regions and provinces in words that the tagger gives no name, and towns behind "in"."""
        words = self.words
        word = 0
        while word < len(words):
            if not words.is_capital(word) or word in self.names or word in self.taken or not words.body[word]:
                word += 1
                continue
            for end in range(min(word + LONGEST, len(words)) - 1, word - 1, -1):
                if words.together(word, end) and words.is_capital(end) and self._is_free(word, end):
                    self._take(word, end)
                    word = end
                    break
            word += 1

    def _is_free(self, first: int, last: int) -> bool:
        words = self.words
        if any(word in self.names or word in self.taken for word in range(first, last + 1)):
            return False
        name = words.phrase(first, last)
        if is_nationality(name) or words.tags.upos[last] not in ("PROPN", "NOUN", "X"):
            return False
        entries = self.gazetteer.entries(name)
        if not entries or _is_never(name, entries):
            return False
        if _is_area(entries) and key(name) not in WORDS["doubtful"] and words.tags.upos[last] == "PROPN":
            return True
        if _is_area(entries) and words.text[first].isupper() and key(name) in WORDS["doubtful"]:
            return entries[0].kind == "country"
        return words.tags.upos[last] == "PROPN" and self._is_where(first, last) and entries[0].population >= KNOWN_SIZE

    def _repeated(self) -> None:
        """A name that is a place elsewhere in the report is one also where the tagger saw a body or a person."""
        known = {key(self.words.phrase(first, last)) for first, last in set(self.taken.values())}
        for name in self.words.tags.names:
            mistaken = name.kind in ("person", "organisation") and self.words.body[name.first]
            if mistaken and key(self.words.phrase(name.first, name.last)) in known:
                self._take(name.first, name.last)

    def _toponym(self, first: int, last: int) -> Toponym:
        """The toponym with the kind that the words beside it give."""
        words = self.words
        name = words.phrase(first, last)
        ahead = words.before(first, 2) if words.before(first) == "of" else ""
        for near in (words.lower[last] if last > first else "", words.after(last), ahead):
            for kind in ("province", "district", "town", "country"):
                if near and near in WORDS[kind] and not (kind == "country" and near == words.after(last)):
                    return Toponym(first=first, last=last, name=name, kind=kind)
        return Toponym(first=first, last=last, name=name)


def _is_area(entries: tuple[Entry, ...]) -> bool:
    """Whether the gazetteer has a country, a sea or the like, or a capital, by this very name."""
    return any(entry.preferred and (entry.kind in AREAS or entry.kind == "capital") for entry in entries)


def _is_acronym(name: str) -> bool:
    """
    Whether a name is a short word of capitals.

    >>> _is_acronym("EU"), _is_acronym("U.S."), _is_acronym("HAMA"), _is_acronym("Hama")
    (True, True, True, False)
    """
    return name.isupper() and len(name.replace(".", "")) <= SHORT_FORM


SHORT_FORM = 4
"""Letters of the longest abbreviation that is not taken for a town in capitals. A guess."""


IN_CAPITALS = 100_000
"""People from which four capitals are a town's name in a dateline ("ADEN") and no abbreviation. A guess."""


def _is_never(name: str, entries: tuple[Entry, ...]) -> bool:
    """Whether a name is an everyday word, or an abbreviation by which the gazetteer knows but some small town."""
    if key(name) in WORDS["never"]:
        return True
    if not _is_acronym(name) or any(entry.kind not in ("town", "capital") for entry in entries):
        return False
    return bool(entries) and (len(name) < SHORT_FORM or entries[0].population < IN_CAPITALS)
