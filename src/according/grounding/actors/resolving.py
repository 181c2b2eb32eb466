"""
From a phrase and a date to an `Actor`.

A name that the table knows tells country, office and sectors of that day; what the phrase itself says goes before it.
Words that name nobody and nothing known give None rather than a guess.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from according.grounding.actors import people
from according.grounding.actors.dates import day_of
from according.grounding.actors.people import ENDS, Person
from according.grounding.actors.phrases import Shape, is_person, shapes
from according.grounding.actors.sides import beside, country_of, organisation_of
from according.grounding.actors.words import NOUNS, PERSONS, PLACES, Term, terms
from according.records import Actor
from according.world.lookup import word_set

STATUSES = {
    "former": word_set(
        """
    former ex then-former erstwhile onetime retired ousted deposed late disgraced exiled
    """
    ),
    "acting": frozenset(["acting", "interim", "caretaker", "transitional", "provisional"]),
    "designate": frozenset(("incoming", "elect", "designate", "next")),
}
OVERRIDES = {
    "REB": {"MIL", "GOV", "UAF", "PTY", "PRM", "COP", "JUD"},
    "PRM": {"MIL", "UAF", "REB"},
    "CRM": {"MIL", "UAF"},
    "JRN": {"BUS"},
}
"""What stands beside the head (key) and wins over these sectors of the head: "rebel general", "militia fighters"."""

NEUTRAL = word_set("current sitting new veteran longtime embattled powerful hardline then")
"""Words before an office that leave it that office; "deputy", "shadow" or any other word does not."""

RANKS = frozenset(("deputy", "vice", "assistant", "shadow", "junior", "first"))
"""Words that belong to an office also where its country stands between: "deputy Russian foreign minister"."""

FAMILY = word_set(
    """
    son daughter wife husband brother sister mother father nephew niece widow family cousin
    """
)
OTHERS = frozenset(["critic", "opponent", "enemy", "rival", "foe", "ally", "supporter", "victim"])
"""Who is somebody's and yet not of the same country or sector: "the Kremlin's critics"."""

NO_STATE = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC"))
"""PLOVER's codes that are no state: who speaks for one may be in the table with a country."""

HONORIFICS = frozenset(("sheikh", "ayatollah", "mullah", "imam", "dr", "professor"))
"""Titles that tell no office of somebody whom the table knows."""

SITES = frozenset(("in", "near", "on", "at"))
"""Before a place these say where something unknown is, not whose it is."""

INHABITED = 5
"""Letters from which a single place of the dictionary may be a town rather than a name. A guess."""


@lru_cache(maxsize=8192)
def resolve(phrase: str, date: str | None = None) -> Actor | None:
    """
    Whom the phrase means on that date, or None where it names nobody known.

    Args:
        phrase: a noun phrase as a report has it: "former Kenyan President Uhuru Kenyatta", "gunmen".
        date: ISO 8601; None, or what is no date, claims no office held: `role` and `role_status` are the words'.

    >>> resolve("Russian foreign minister", "2015-09-09")
    Actor(name='Sergei Lavrov', country='RUS', sectors=('GOV',), role='foreign minister', role_status='current')
    >>> resolve("protesters in Cairo").sectors
    ('CVL', 'OPP')
    >>> resolve("a bowl of soup") is None
    True
    """
    day = day_of(date)
    words = terms(phrase)
    parts = shapes(words)
    found = [actor for shape in parts if (actor := _of_shape(shape, day))]
    if not found:
        return None
    first, *rest = found
    if first.name is None and first.role and not any(word.low in ("and", "or", "&") for word in words):
        unknown = next((shape for shape in parts if shape.head is None and len(shape.name) > 1), None)
        beside_it = next((other.name for other in rest if other.name), None)  # what an apposition calls them
        first = replace(first, name=beside_it or (_text(unknown.name) if unknown else None))
    for other in rest:
        first = _joined(first, other)
    return first


@lru_cache(maxsize=8192)
def resolve_named(name: str, description: str | None, date: str | None = None) -> Actor | None:
    """
    Who bears a name, of whom a report says this much: what the words say, then what the table knows.

    Without a description nobody but persons of the table.

    >>> resolve_named("Sergei Lavrov", None, "2015-09-09").role
    'foreign minister'
    >>> resolve_named("Igor Wold", "Russian foreign minister", "2015-09-09")
    Actor(name='Igor Wold', country='RUS', sectors=('GOV',), role='foreign minister', role_status=None)
    """
    day = day_of(date)
    if description is None:
        shape = Shape(words=(), name=terms(name))
        known = _person(shape, None, day)
        return _known(shape, known, None, day) if known else None
    found = shapes(terms(description))
    return _of_shape(replace(found[0], name=terms(name)), day) if found else None


def _text(words: tuple[Term, ...]) -> str:
    """The words of a name, as a report writes them but for the spaces around hyphens."""
    return " ".join(word.text for word in words).replace(" - ", "-")


def _joined(first: Actor, other: Actor) -> Actor:
    """Two actors that "and" or an apposition joins: sectors together, one country only where they agree."""
    agree = first.country if None in (first.country, other.country) or first.country == other.country else None
    return replace(
        first,
        country=agree or (other.country if first.country is None else None),
        sectors=tuple(dict.fromkeys((*first.sectors, *other.sectors))),
        role=first.role or other.role,
        role_status=first.role_status or other.role_status,
    )


def _of_shape(shape: Shape, day: str | None) -> Actor | None:
    country = country_of(shape, day)
    person = _person(shape, country, day)
    if person is not None:
        return _known(shape, person, country, day)
    if shape.head is None:
        return _bare(shape, country, day)
    sectors = _sectors(shape, country, day)
    role, status = _role(shape), _status(shape)
    name = _text(shape.name) if shape.name and is_person(shape) else None
    if role and not name and status is None and day and (held := _holder(shape, country, day)):
        return replace(held, role=role, sectors=sectors or held.sectors)
    if organisation := organisation_of(shape):
        name = organisation.text
    if not (country or sectors):
        return None
    return Actor(name=name, country=country, sectors=sectors, role=role, role_status=status)


def _head(shape: Shape) -> str:
    return shape.head.text if shape.head else ""


def _holder(shape: Shape, country: str | None, day: str) -> Actor | None:
    """Who held the office that the words name, where one surely did: "the CIA director"."""
    if not shape.is_one or shape.indefinite or shape.head is None:
        return None
    inside = (*shape.owner, *shape.before, shape.head, *(word for _, words in shape.complements for word in words))
    bare = [word.text for word in inside if not word.of(*PLACES) and word.low not in NEUTRAL]
    title = people.title_of(word.text for word in inside)
    if country is None and not any(word.of("organisation", "seat") for word in inside):
        return None  # "the secretary of state": whose?
    person = people.holder(country, title, day)
    if person is None and country is not None:
        person = people.holder(country, people.title_of(bare), day)
    if person is None and country is not None and people.title_of(bare) == people.title_of((shape.head.text,)):
        person = people.holder(country, shape.head.text, day)
    if person is None:
        return None
    state = people.state(person, day)
    return Actor(name=person.name, country=country or state.country, sectors=state.sectors, role_status=state.status)


def _person(shape: Shape, country: str | None, day: str | None) -> Person | None:
    """Whom the name means: the whole of it, else a surname alone or behind an office."""
    if shape.head is not None and not is_person(shape) and shape.name:
        return None
    words = tuple(part for word in shape.name for part in word.parts if part[0].isalpha())
    if not words:
        return None
    for begin in range(len(words) - 1):
        if person := people.named(words[begin:], country):
            return person
        if country in NO_STATE and (person := people.named(words[begin:])):
            return person
    if len(words) == 1 or (shape.head is None and words[0].lower() in ("al", "el")):
        told = country if shape.head is not None else None
        return people.surnamed(words[-1], day, told, shape.head.text if shape.head else None)
    return None


def _known(shape: Shape, person: Person, country: str | None, day: str | None) -> Actor:
    """Somebody of the table; the words' own office and "former" go before what the table says."""
    state = people.state(person, day)
    role, status, sectors = _role(shape), _status(shape), state.sectors
    if role and role.lower() in HONORIFICS:
        role = None
    if role is None:
        role, status = (state.role, status or state.status) if day else (None, status)
    elif status is None and day is not None:
        status = _status_by_table(person, (role, _head(shape)), state.status, day)
    if not sectors and shape.head is not None:
        sectors = _sectors(shape, country, day)
    if status == "former" and day is None and sectors and sectors[0] in ENDS and _status(shape):
        sectors = ("ELI",)
    told = country if country in {row.country for row in person.held} else state.country
    return Actor(name=person.name, country=told, sectors=sectors, role=role, role_status=status)


def _status_by_table(person: Person, roles: tuple[str, ...], status: str | None, day: str) -> str | None:
    """What the table says of the office that the words name, None where it is another one."""
    rows = [row for row in person.held if any(people.is_that(row, role) for role in roles)]
    where = {row.stretch.at(day): row.status for row in rows}
    if "within" in where:
        return where["within"] if status is not None else None
    return "former" if where and set(where) == {"after"} else None


def _bare(shape: Shape, country: str | None, day: str | None) -> Actor | None:
    """A phrase without a noun that we know: a country, a place and its people, or modifiers alone."""
    mine = (*shape.owner, *shape.before, *shape.name)
    if not any(word.of(*PLACES, "organisation") for word in mine) and {how for how, _ in shape.complements} & SITES:
        country = None  # "an explosion in Kabul"
    if shape.unknown_head or (shape.name and not shape.before):
        known = country if shape.unknown_head or any(word.of(*PLACES) for word in shape.name) else None
        hint = _hint(shape, day) if shape.name else ()
        return Actor(country=known, sectors=hint) if known or hint else None
    entry = next((e for word in shape.before if (e := word.of(*PLACES))), None)
    if entry is None or country is None:
        hint = _hint(shape, day)
        return Actor(country=country, sectors=hint) if country or hint else None
    alone = len(shape.before) == 1
    sectors: tuple[str, ...] = _hint(shape, day)
    if not sectors and alone and entry.kind == "capital":
        sectors = ("GOV",)
    elif not sectors and (entry.kind == "people" or (alone and entry.kind == "place" and entry.source == "own")):
        sectors = ("CVL",)
    elif not sectors and alone and entry.kind == "place":
        sectors = ("CVL",) if len(entry.word) >= INHABITED else ()
    return Actor(name=shape.before[0].text if alone else None, country=country, sectors=sectors)


def _hint(shape: Shape, day: str | None) -> tuple[str, ...]:
    """The sectors of modifiers where no noun has any."""
    return beside(shape, day)


def _sectors(shape: Shape, country: str | None, day: str | None) -> tuple[str, ...]:
    """The head's own sectors, what stands beside it before them where it must; ELI for former holders."""
    head = shape.head
    if head is None:
        return ()
    entry = head.of(*NOUNS, "organisation", "seat")
    if entry is None:
        return ()
    near = beside(shape, day)
    own = entry.sectors_at(day)
    low = head.low.removesuffix("s")
    if low in OTHERS:
        return ()
    if low in FAMILY and near and near[0] in ENDS:
        return ("ELI",)
    if entry.kind in ("organisation", "seat"):
        sectors = own
    elif near[:1] == ("IGO",):
        sectors = ("GOV", "IGO") if entry.kind in ("office", "voice") and own in ((), ("GOV",)) else own or near
    elif not own and entry.kind in ("office", "voice") and not near:
        sectors = ("GOV",) if country and _leads(shape) else ()
    elif not own or (entry.weak and near) or (near and own[0] in OVERRIDES.get(near[0], ())):
        sectors = near or own
    else:
        sectors = own
    if sectors[:1] == ("JRN",) and any(word.low in ("official", "state", "state - run") for word in shape.before):
        sectors = ("GOV", "JRN")
    if sectors[:1] == ("GOV",) and any(word.low == "shadow" for word in shape.before):
        sectors = ("LEG", "OPP")
    if sectors[:1] == ("LEG",) and any(word.low == "opposition" for word in shape.before):
        sectors = (*sectors, "OPP")
    if is_person(shape) and _status(shape) == "former" and sectors and sectors[0] in ENDS:
        return ("ELI",)
    return sectors


def _leads(shape: Shape) -> bool:
    """Whether an office without sectors of its own is a country's: "the Russian leader", "a Kenyan spokesman"."""
    near: tuple[Term, ...] = (*shape.owner[-1:], *shape.before[-1:])
    near += tuple(word for how, words in shape.complements if how in ("of", "for") for word in words)
    return any(word.of("name", "demonym", "capital") for word in near)


def _status(shape: Shape) -> str | None:
    around = (*shape.before, *((shape.head,) if shape.head else ()), *shape.after)
    low = {part.lower() for word in around for part in word.parts}
    return next((status for status, words in STATUSES.items() if low & words), None)


def _role(shape: Shape) -> str | None:
    """The office or calling in the phrase's words, with the body or field before it: "foreign ministry spokeswoman"."""
    entry = shape.head.of(*PERSONS, "title") if shape.head else None
    if shape.head is None or entry is None or not shape.is_one or not (entry.sectors or entry.kind != "person"):
        return None
    if entry.kind == "title":
        return entry.role or None
    before: list[Term] = []
    for word in reversed(shape.before):
        known = word.of("modifier", "body", "organisation", "seat", *PERSONS)
        if known is None or (word.of(*PLACES) and known.kind != "seat"):
            break
        before.insert(0, word)
    rank = [word.text for word in shape.before if word.low in RANKS and word not in before]
    return " ".join((*rank, *(word.text for word in (*before, shape.head))))
