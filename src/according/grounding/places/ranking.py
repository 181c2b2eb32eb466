"""
Which of the places of a name is meant.

Every candidate of every name in a report is scored; a score is a sum of a few terms, each below with its
weight. The weights are guesses that were compared by hand on GeoVirus' development part
(`evaluate/places.py`); all of them are in the unit "one power of ten of population, times `SIZE`".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import asin, cos, exp, log10, radians, sin, sqrt

from according.grounding.places.gazetteer import Entry, Gazetteer
from according.grounding.places.passages import Words
from according.grounding.places.toponyms import Toponym
from according.grounding.places.wording import NATIONALITIES, WORDS

SIZE = 0.6
KIND = {
    "country": 1.0, "capital": 1.0, "continent": 2.5, "region": 1.5, "sea": 1.5, "desert": 1.5, "mountain": 1.0,
    "river": 0.5, "lake": 1.5, "historical": 2.0, "province": -0.7, "district": -0.5, "town": 0.0,
    "site": 0.0,
}  # fmt: skip
PREFERRED = 0.8
CONTEXT = 2.0
PROVINCE = 1.0
CONTAINED = 5.0
TOLD = 3.0
NEAR = 1.5
HOLDS = 3.0
LISTED = 1.5
SEATED = 1.0

WRITTEN_IN = 2
"""How many mentions of a country its dateline is worth. A guess: as many as its name in the text."""

UNMISTAKEN = 10
"""
How many times as many people as its namesakes in other countries a dateline's place has, to speak for its own. A guess.
"""

SEAT = 20_000
"""People from which a town is what its province's name means by itself. A guess."""

FAMOUS = 1_000_000
"""People from which any of a town's names counts as its own: "Saigon", "New York" for New York City."""

CLOSE = 150.0
"""Kilometres within which two places of one report speak for each other by a factor e."""

POINTS = frozenset(("town", "capital", "province"))
"""Kinds whose point says where something is."""

LISTS = frozenset(((",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",), (",", "in"), ("and", "in")))
"""What stands between the items of a list."""

LINKING = (
    frozenset((",", "(", "in", "the", "of", "a"))
    | WORDS["before"]
    | WORDS["province"]
    | WORDS["district"]
    | WORDS["town"]
)
"""What may stand between a place and the larger one that holds it: "Tyler, in the northern state of Texas"."""

SEATLESS = frozenset(("county", "counties", "parish"))
"""Divisions that are seldom called after their seat: "Clark County" has no town of Clark."""

FEATURES = {
    "town": frozenset(("town", "capital")),
    "province": frozenset(("province", "region")),
    "district": frozenset(("district", "province", "town")),
    "country": frozenset(("country", "historical")),
}


@dataclass(slots=True)
class Context:
    """What a report says of where it plays: how often each country and province, and points known by now."""

    countries: Counter[str] = field(default_factory=Counter)
    provinces: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    points: list[Entry] = field(default_factory=list)

    def share(self, town: Entry) -> float:
        """Which part of the provinces named of a town's country is its own: a list of states speaks for none."""
        named = sum(count for (country, _), count in self.provinces.items() if country == town.country)
        return self.provinces[town.country, town.province] / named if named else 0.0


def resolve(words: Words, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> tuple[Entry | None, ...]:
    """The place of each toponym, or None where the gazetteer has none."""
    candidates = [_candidates(toponym, gazetteer) for toponym in toponyms]
    context = _stated(words, candidates)
    _add_dateline(context, words, gazetteer)
    for number, toponym in enumerate(toponyms):
        if not candidates[number]:
            similar = gazetteer.similar(toponym.name)
            most = max(context.countries.values(), default=0)
            candidates[number] = tuple(
                entry for entry in similar if context.countries[entry.country or ""] * 2 >= most > 0
            )
    return _Choosing(words, toponyms, candidates, context).chosen()


class _Choosing:
    """The scoring of one report's toponyms, twice: the second time with what the first one settled."""

    def __init__(
        self, words: Words, toponyms: tuple[Toponym, ...], candidates: list[tuple[Entry, ...]], context: Context
    ) -> None:
        self.words, self.toponyms, self.candidates, self.context = words, toponyms, candidates, context
        self.holders = [self._holder(number) for number in range(len(toponyms))]
        self.choice: list[Entry | None] = [None] * len(toponyms)

    def chosen(self) -> tuple[Entry | None, ...]:
        """The best candidate of each toponym."""
        for _ in range(2):
            self.choice = [self._best(number) for number in range(len(self.toponyms))]
            self._agree()
            self._learn()
        return tuple(self.choice)

    def _between(self, number: int) -> tuple[str, ...] | None:
        """The words between a toponym and the next, None where the next stands in another sentence."""
        if not 0 <= number < len(self.toponyms) - 1:
            return None
        here, there = self.toponyms[number], self.toponyms[number + 1]
        if not self.words.together(here.last, there.first):
            return None
        return self.words.lower[here.last + 1 : there.first]

    def _holder(self, number: int) -> int | None:
        """
        The toponym that a comma, a bracket or "in" puts this one into: "Tyler, Texas", "Pandi in Bulacan".

        "Kansas, Kentucky" is a list: both may be divisions of one country, or both countries.
        """
        between = self._between(number)
        if not between or between[0] not in (",", "(", "in") or any(word not in LINKING for word in between[1:]):
            return None
        inner, outer = self.candidates[number], self.candidates[number + 1]
        if any(
            one.kind == other.kind and one.id != other.id and (one.country == other.country or one.kind != "province")
            for one in inner
            for other in outer
            if one.kind in ("country", "province", "continent")
        ):
            return None
        return number + 1

    def _best(self, number: int) -> Entry | None:
        found, holder = self.candidates[number], self.holders[number]
        outer = self.candidates[holder] if holder is not None else ()
        if outer and any(entry.kind in ("country", "province") for entry in outer):
            inside = tuple(entry for entry in found if _lies_in(entry, outer))
            if not inside and self._between(number) == (",",) and all(entry.kind == "town" for entry in found):
                return None
        if not found:
            return None
        return max(found, key=lambda entry: (self._score(number, entry), entry.population, -entry.id))

    def _score(self, number: int, entry: Entry) -> float:
        toponym, context = self.toponyms[number], self.context
        score = SIZE * log10(max(entry.population, 200)) + KIND[entry.kind]
        score += PREFERRED * (entry.preferred or entry.population >= FAMOUS)
        most = max(context.countries.values(), default=0)
        if most and entry.countries:
            score += CONTEXT * max(context.countries[country] for country in entry.countries) / most
        if entry.kind == "town":
            score += PROVINCE * context.share(entry)
        holder = self.holders[number]
        if holder is not None and _lies_in(entry, self.candidates[holder]):
            score += CONTAINED
        if (
            number
            and self.holders[number - 1] == number
            and any(_lies_in(inner, (entry,)) for inner in self.candidates[number - 1])
        ):
            score += HOLDS
        if entry.kind == "province" and any(
            _is_seat(town, (entry,)) for town in self.candidates[number] if town.id > 0
        ):
            score -= SEATED
        if toponym.kind in FEATURES:
            score += TOLD * (entry.kind in FEATURES[toponym.kind])
        if entry.kind in POINTS:
            own = {each.id for each in self.candidates[number]}
            near = (exp(-kilometres(entry, point) / CLOSE) for point in context.points if point.id not in own)
            score += NEAR * max(near, default=0.0)
        return score + LISTED * self._is_like_its_list(number, entry)

    def _is_like_its_list(self, number: int, entry: Entry) -> bool:
        """Whether a neighbour in a list was taken for a place of the same kind: "New Jersey, New York and Ohio"."""
        if entry.kind not in ("province", "country"):
            return False
        for other, gap in ((number - 1, self._between(number - 1)), (number + 1, self._between(number))):
            if gap in LISTS:
                neighbour = self.choice[other]
                if neighbour is None or neighbour.kind != entry.kind:
                    continue
                if entry.kind == "country" or neighbour.country == entry.country:
                    return True
        return False

    def _agree(self) -> None:
        """One name means one place in a report, where no word beside it says otherwise."""
        votes: dict[tuple[str, str | None], Counter[int]] = {}
        for number, toponym in enumerate(self.toponyms):
            entry = self.choice[number]
            if entry is not None:
                weight = 1 + 2 * (self.holders[number] is not None)
                votes.setdefault((toponym.name, toponym.kind), Counter())[entry.id] += weight
        for number, toponym in enumerate(self.toponyms):
            counted = votes.get((toponym.name, toponym.kind))
            if counted and len(counted) > 1 and self.choice[number] is not None:
                wanted = counted.most_common(1)[0][0]
                self.choice[number] = next(entry for entry in self.candidates[number] if entry.id == wanted)

    def _learn(self) -> None:
        """Take the places settled by now for context."""
        placed = {entry.id: entry for entry in self.choice if entry is not None}.values()
        context = self.context
        context.points = [entry for entry in placed if entry.kind in ("town", "capital")]
        context.provinces = Counter((entry.country, entry.province) for entry in placed if entry.kind == "province")
        del context.provinces[None, None]
        for entry in (entry for entry in placed if entry.kind in POINTS):
            for country in entry.countries:
                context.countries[country] += 1


def _candidates(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of the name; of the name without its generic word; of another spelling."""
    found = gazetteer.entries(toponym.name)
    words = toponym.name.split()
    generic = (WORDS["province"] | WORDS["district"] | WORDS["town"] | WORDS["country"] | WORDS["site"]) - SEATLESS
    if not found and len(words) > 1 and words[-1].lower() in generic:
        found = gazetteer.entries(" ".join(words[:-1]))
    if not found and len(words) > 2 and words[1].lower() == "of" and words[0].lower() in generic:
        found = gazetteer.entries(" ".join(words[2:]))
    if not found and words[-1].lower() in WORDS["site"]:
        for end in range(len(words) - 1, 0, -1):
            found = found or tuple(entry for entry in gazetteer.entries(" ".join(words[:end])) if entry.preferred)
    if found and all(entry.kind == "province" for entry in found):
        seats = (entry for entry in gazetteer.similar(toponym.name) if _is_seat(entry, found))
        found += tuple(seats)
    return found


def _is_seat(town: Entry, found: tuple[Entry, ...]) -> bool:
    """Whether a town of some size lies in a province of the same name: Hodeidah, of the governorate of Hodeidah."""
    return town.population >= SEAT and any(
        entry.kind == "province" and (entry.country, entry.province) == (town.country, town.province) for entry in found
    )


def _stated(words: Words, candidates: list[tuple[Entry, ...]]) -> Context:
    """What countries and nationalities say, before any name of two readings is settled."""
    context = Context()
    for word, text in enumerate(words.lower):
        if words.is_capital(word) and text in NATIONALITIES:
            context.countries[NATIONALITIES[text]] += 1
    for found in candidates:
        areas = {country for entry in found if entry.kind == "country" for country in entry.countries}
        provinces = {entry.country for entry in found if entry.kind == "province"}
        if len(areas) == 1 and not provinces - areas:
            context.countries[areas.pop()] += 2
        elif len(found) == 1 and found[0].country:
            context.countries[found[0].countries[0]] += 1
    return context


def _add_dateline(context: Context, words: Words, gazetteer: Gazetteer) -> None:
    """Where the report was written: "KALANGALA, Uganda" speaks for Uganda, "KALANGALA" alone for the place it knows."""
    dateline = words.report.dateline
    if dateline is None or not dateline.place:
        return
    *_, last = (part.strip() for part in dateline.place.split(","))
    known = gazetteer.entries(last)
    found = [entry for entry in known if entry.preferred] or known
    elsewhere = (entry.population for entry in found if entry.countries[:1] != found[0].countries[:1])
    if found and found[0].population >= UNMISTAKEN * max(elsewhere, default=0):
        for country in found[0].countries[:1]:
            context.countries[country] += WRITTEN_IN


def _lies_in(entry: Entry, holder: tuple[Entry, ...]) -> bool:
    """Whether a place lies in one that the name behind the comma may mean."""
    for outer in holder:
        if outer.id == entry.id:
            continue
        if outer.kind == "country" and entry.kind != "country" and outer.country in entry.countries:
            return True
        told = outer.kind == "province" and outer.country == entry.country and entry.kind in ("town", "capital")
        if told and (outer.province == entry.province or (outer.province is None and kilometres(outer, entry) < CLOSE)):
            return True
        if outer.kind in ("town", "capital") and entry.kind == "town" and kilometres(outer, entry) < CLOSE / 3:
            return True
        if outer.kind in ("region", "continent") and outer.countries and entry.country in outer.countries:
            return True
    return False


def kilometres(one: Entry, other: Entry) -> float:
    """Great-circle distance on a sphere of 6371 km."""
    p, q, r, s = (radians(x) for x in (one.latitude, one.longitude, other.latitude, other.longitude))
    h = sin((r - p) / 2) ** 2 + cos(p) * cos(r) * sin((s - q) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(h)))
