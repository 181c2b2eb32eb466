"""
What the entities of a report are at its date: country, PLOVER sectors, the office and whether it is held.

    "Russian Foreign Minister Sergei Lavrov said ... Moscow denied ..."   2015-09-09
    Sergei Lavrov: RUS, GOV, Foreign Minister, current    Moscow: RUS, GOV

The words that the report has beside a name go before the table of offices. A body or an office without a
country ("a foreign ministry spokeswoman") has that of the only one of its kind in the report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from according.grounding.actors import resolve, resolve_named
from according.grounding.actors.bodies import (
    bodies,
    has_known_head,
    holds_an_office,
    is_in_tables,
    is_office,
    is_one_of_many,
    role_in,
    stands_for_a_state,
)
from according.grounding.descriptions import beside
from according.mentions import Found, Parse
from according.records import Actor, Report
from according.world.lookup import word_set

KINDS = frozenset(("person", "organisation", "place", "nationality"))
"""Kinds of entities that have a country or a sector; a ship's or a poll's would be its owner's."""

NO_STATE = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC"))
"""PLOVER's codes for bodies of no one country: an entity has none then, and its sectors say what it is."""

NOBODY = Actor()

ACTS = word_set(
    """
    accuses accused deploys deployed sends sent expels expelled recalls recalled summons summoned signs signed
    bans banned backs backed supports supported condemns condemned vows vowed threatens threatened imposes imposed
    lifts lifted rejects rejected recognises recognised recognizes recognized agrees agreed refuses refused
    orders ordered withdraws withdrew annexes annexed invades invaded arms armed funds funded vetoes vetoed
    ratifies ratified extradites extradited mediates mediated negotiates negotiated demands demanded wants wanted
    """
)
"""What governments do and towns do not: a capital that is the subject of one stands for its government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """
    One entity as its mentions tell it.

    `named`: first and last word of the name alone in each mention that names it; `described`: the
    appositions and predicates of a named one, all descriptions of another.
    """

    name: str
    kind: str
    named: tuple[tuple[int, int], ...]
    mentions: tuple[Found, ...]
    described: tuple[Found, ...]


@dataclass(slots=True)
class Bodies:
    """In which countries a report has which bodies and offices."""

    of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    countries: set[str] = field(default_factory=set)

    def add(self, words: str, country: str | None) -> None:
        """Take in a phrase whose country is told."""
        if country is not None and country not in NO_STATE:
            for key in bodies(words):
                self.of[key].add(country)
                self.countries.add(country)

    def country(self, words: str) -> str | None:
        """
        The country of the only body of this kind in the report; None where there are several, or none.

        A word that every country has many of ("the police") counts where all of the report's bodies are of one country.
        """
        for key in sorted(bodies(words), key=lambda key: -len(key)):
            found = self.of.get(key, set())
            if len(found) == 1 and (len(self.countries) == 1 or not is_one_of_many(key)):
                return next(iter(found))
        return None


class Positions:
    """The entities of one report, each resolved at `day`, with what the others tell."""

    def __init__(self, parse: Parse, report: Report) -> None:
        self.parse, self.day = parse, report.published
        self.dateline = report.dateline.spans if report.dateline else ()
        self.bodies = Bodies()
        self.phrases: dict[tuple[tuple[tuple[int, int], ...], tuple[int, ...]], tuple[str, ...]] = {}

    def of(self, entities: dict[int, Known], loose: Iterable[Found]) -> dict[int, Actor]:
        """
        What each entity is, by its number.

        `loose`: descriptions that are no entity's, which may tell a body's country all the same.
        """
        found = {number: self._of(entity) for number, entity in entities.items()}
        for number, entity in entities.items():
            for words in self._phrases(entity):
                self.bodies.add(words, self._told(words))
            if role := found[number].role:
                self.bodies.add(role, found[number].country)
        for mention in loose:
            if any(word[:1].isupper() for word in mention.words):
                self.bodies.add(self._words(mention), self._told(self._words(mention)))
        for number, entity in entities.items():
            found[number] = self._placed(entity, found[number], entities, found)
        return found

    def holder(self, mention: Found, entities: dict[int, Known], found: dict[int, Actor]) -> int | None:
        """
        The number of the named person whom an office means: the only one of the report who has it, of that country.

        "The president" is nobody's where two presidents are named, or one and the country of another.
        """
        if mention.article != "definite" or mention.number != "singular" or mention.kind != "person":
            return None
        words = self._words(mention)
        offices, told = bodies(words), self._told(words)
        if not offices or not is_office(words):
            return None
        having = [
            number
            for number, entity in entities.items()
            if entity.kind == "person" and entity.named and offices <= bodies(found[number].role or "")
        ]
        if told is not None:
            having = [number for number in having if found[number].country == told]
        countries = {code for key in offices for code in self.bodies.of.get(key, ())}
        return having[0] if len(having) == 1 and (told is not None or len(countries) < 2) else None

    def alone(self, mention: Found) -> Actor | None:
        """
        What a description that comes up once is, where only the rest of the report tells its country; else None.

        To be asked after `of`, which finds out what the report tells.
        """
        words = self._words(mention)
        actor = self._answer(words)
        if actor is None or actor.country or not actor.sectors or mention.kind not in ("person", "organisation"):
            return None
        country = self.bodies.country(words)
        return replace(actor, country=country) if country else None

    def _words(self, mention: Found) -> str:
        last, after = mention.last, mention.head + 1
        if mention.form == "nominal" and after <= last and self.parse.tags.upos[after] not in ("ADP", "PART", "PUNCT"):
            last = mention.head  # "sources | familiar with the army's plans"
        return " ".join(self.parse.words[mention.first : last + 1])

    def belongs(self, mention: Found, entity: Known) -> bool:
        """Whether a description may mean somebody: its office and country are not others than are told of the name."""
        words = self._words(mention)
        if mention.owner is not None and any(mention.owner == other.head for other in entity.mentions):
            return False  # "Kenya's foreign ministry" is not Kenya
        if entity.kind != "person" or not entity.named or not is_office(words):
            return True
        actor, said = self._of(entity), resolve(words, self.day) or NOBODY
        offices = {key for each in (actor.role, *self._phrases(entity)) if each for key in bodies(each)}
        mine = bodies(words)
        full = {key for key in mine if not any(other.endswith(f" {key}") for other in mine)}
        other = bool(offices and full) and not offices & full
        return not other and not _clash(said.country, actor.country)

    def _told(self, words: str) -> str | None:
        actor = resolve(words, self.day)
        return actor.country if actor else None

    def _phrases(self, entity: Known) -> tuple[str, ...]:
        """The words by which the report describes an entity, names left out."""
        key = (entity.named, tuple(mention.head for mention in entity.described))
        if key not in self.phrases:
            self.phrases[key] = tuple(self._described(entity))
        return self.phrases[key]

    def _described(self, entity: Known) -> Iterator[str]:
        if entity.kind == "person":
            for first, last in entity.named:
                for each in beside(self.parse, first, last):
                    words = " ".join(self.parse.words[each.first : each.last + 1])
                    if is_office(words):
                        yield words
        else:
            for first, last in entity.named:
                mention = next(m for m in entity.mentions if m.last == last)
                if mention.first < first:
                    yield self._words(mention)
        for mention in entity.described:
            if entity.kind != "person" or not entity.named or is_office(self._words(mention)):
                yield self._words(mention)

    def _ahead(self, entity: Known) -> frozenset[str]:
        """The titles right ahead of a name: they tell a namesake from the one whom the table knows."""
        return frozenset(
            " ".join(self.parse.words[each.first : each.last + 1])
            for first, last in entity.named
            for each in beside(self.parse, first, last)
            if each.place == "ahead"
        )

    def _of(self, entity: Known) -> Actor:
        if entity.kind not in KINDS:
            return NOBODY
        if entity.kind == "person" and entity.named:
            return self._person(entity)
        answers = [self._answer(entity.name)] if entity.named else []
        answers += [self._answer(words) for words in self._phrases(entity)]
        found = _joined([answer for answer in answers if answer])
        if entity.kind in ("place", "nationality"):
            acts = entity.kind == "place" and stands_for_a_state(entity.name) and self._acts(entity)
            return Actor(country=found.country, sectors=("GOV",) if acts else ())
        if entity.kind != "person" or any(mention.number != "singular" for mention in entity.described):
            return replace(found, role=None, role_status=None)
        return found

    def _answer(self, words: str) -> Actor | None:
        """Whom a phrase means; of a body called by an unknown noun ("Harbour Tank Stores") no sectors."""
        actor = resolve(words, self.day)
        return actor if actor is None or has_known_head(words) else replace(actor, sectors=())

    def _person(self, entity: Known) -> Actor:
        """What the words beside the name say, then what the table knows of the name."""
        known = resolve_named(entity.name, None, self.day) or NOBODY
        answers = []
        ahead = self._ahead(entity)
        for words in self._phrases(entity):
            answer = resolve_named(entity.name, words, self.day)
            if answer and (words in ahead or not _clash(answer.country, known.country)):
                answers.append(replace(answer, role=role_in(words, answer.role)))
        said = _joined(answers)
        if known is NOBODY and not answers and is_in_tables(entity.name):
            known = resolve(entity.name, self.day) or NOBODY  # "the Kremlin", taken for somebody
        role = max((a for a in answers if a.role), key=_weight, default=known)
        return Actor(
            country=said.country or known.country or (self._after(entity) if answers else None),
            sectors=said.sectors or known.sectors,
            role=role.role,
            role_status=role.role_status or _status_of_head(role, known),
        )

    def _after(self, entity: Known) -> str | None:
        """The country named right behind somebody's name: "President Anna Berg of Kenya"."""
        words = self.parse.words
        states = (
            words[last + 2]
            for _, last in entity.named
            if last + 2 < len(words) and self.parse.lower[last + 1] == "of" and words[last + 2][0].isupper()
        )
        return next((self._told(name) for name in states if stands_for_a_state(name)), None)

    def _acts(self, entity: Known) -> bool:
        """Whether a place's name stands for its government somewhere: it speaks, or does what governments do."""
        tags = self.parse.tags
        return any(
            m.form != "nominal"
            and not any(span.holds(tags.words[m.head]) for span in self.dateline)
            and (m.speaks or (tags.deprel[m.head] == "nsubj" and m.role == "subject" and self._verb(m.head) in ACTS))
            for m in entity.mentions
        )

    def _verb(self, word: int) -> str:
        return self.parse.lower[self.parse.tags.head[word]]

    def _placed(self, entity: Known, actor: Actor, entities: dict[int, Known], found: dict[int, Actor]) -> Actor:
        """The country of an office's or a body's owner ("its foreign minister"), or of the only one in the report."""
        if actor.country is not None or entity.kind not in ("person", "organisation"):
            return actor
        owners = {m.owner for m in entity.mentions if m.owner is not None and m.form == "nominal"}
        told = {
            found[number].country
            for number, other in entities.items()
            if other is not entity and owners and any(m.head in owners for m in other.mentions)
        }
        country = next(iter(told)) if len(told) == 1 else None
        phrases = [entity.name, *self._phrases(entity)] if entity.kind == "organisation" else self._phrases(entity)
        country = country or next((c for words in phrases if (c := self.bodies.country(words))), None)
        return replace(actor, country=country) if country and actor.sectors else actor


def _weight(said: Actor) -> tuple[bool, bool, int]:
    """Which of several to give: an office before a calling ("critic"), one that is not over, the fullest words."""
    role = said.role or ""
    return holds_an_office(role), said.role_status != "former", len(role.split())


LEADING = frozenset(("leader", "chief", "head"))
"""Words for whoever is at the top, whatever the office is called."""


def _status_of_head(said: Actor, known: Actor) -> str | None:
    """Whether a "leader" or "chief" is so at the date: as long as the table has that person in office."""
    head = (said.role or "").split(" of ")[0].rpartition(" ")[2]
    same = known.role_status == "current" and bool(set(said.sectors) & set(known.sectors))
    return "current" if same and head in LEADING else None


def _clash(one: str | None, other: str | None) -> bool:
    """Whether two countries are both told and differ."""
    return one is not None and other is not None and one != other and not {one, other} & NO_STATE


def _joined(answers: list[Actor]) -> Actor:
    """What several descriptions say together: the first's sectors and office, one country if all agree."""
    countries = {answer.country for answer in answers if answer.country}
    role = next((answer for answer in answers if answer.role), NOBODY)
    return Actor(
        country=next(iter(countries)) if len(countries) == 1 else None,
        sectors=next((answer.sectors for answer in answers if answer.sectors), ()),
        role=role.role,
        role_status=role.role_status,
    )
