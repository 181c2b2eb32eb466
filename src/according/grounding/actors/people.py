"""
Who held which office when: our own table, and behind it the dictionary's facts, which end about 2011.

A name is looked up whole, by first and last word, or by the surname alone where that is one person's.
What happened after the table's own day (`as_of`) is never claimed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from according.grounding.actors import tables
from according.grounding.actors.dates import Stretch
from according.grounding.actors.folding import fold
from according.world.lookup import word_set

ENDS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "PTY"})
"""Sectors that end with the office: who held one is afterwards of PLOVER's elites, ELI."""

OPEN_END = "2011-02-28"
"""The last month of the lists behind the dictionary; an end left open there was not known to be later."""

SURNAME_FIRST = frozenset({"CHN", "PRK", "KOR", "VNM", "TWN", "KHM", "HKG"})
COMMON = word_set(
    """
    brown may major johnson rice powell bush king scott straw carter cook hunt clark howard baker perry gates
    austin kim lee li wang chen zhang park moon wu yang lin khan singh ahmed ahmad hassan hussein mohamed
    muhammad ali abdullah ibrahim omar hasan salih saleh diallo traore keita ba sow jones smith williams davis
    wilson martin gonzalez rodriguez garcia perez sanchez fernandez lopez hernandez ramirez santos silva nguyen
    tran pham le young long cox fox price banks west day field graham hill stone wood green white black grey
    gray cleverly wallace hammond johnston harper key marcos rose english ford miller thomas allen lewis walker
    hall adams nelson mitchell roberts turner phillips campbell parker evans edwards collins stewart morris
    rogers reed francis leo benedict charles elizabeth abdullah salman philip mohammed felipe tedros ban biko
    truss raab barclay lammy healey fallon tillerson mattis esper cohen rubio karimi karim rahman hamid hamad
    rashid salman sultan khalid aziz nasser said sharif barak shah das thapa oli ram rao
    juma mutua ouedraogo momen mahmud ammar leyva trujillo murillo blum rage swe odongo sarabia herath sabry lysenko
    moni siala yassin yamani asiri karti tuggar mbella holguin koang aguer lwin momani
    """
)
"""Surnames that too many people have, or that are words: alone they name nobody. A guess of ours, by reading."""


SMALL = frozenset(("of", "the", "for", "s", "'s", "to", "a", "an", ",", "un", "eu"))
"""Words that tell no office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One office of one person; `group` is what it answers to ("foreign minister" for a secretary of state)."""

    country: str
    role: str
    group: str
    sectors: tuple[str, ...]
    stretch: Stretch
    status: str = "current"
    source: str = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the tables with the offices held, oldest first."""

    name: str
    held: tuple[Held, ...]

    @property
    def country(self) -> str:
        """The country of the last office."""
        return self.held[-1].country


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What somebody was on a day: `role` None where nothing is known, `status` None where it is not sure."""

    country: str
    sectors: tuple[str, ...]
    role: str | None = None
    status: str | None = None


GROUPS = {
    "foreign minister": (
        "minister of foreign affairs", "foreign affairs minister", "minister for foreign affairs", "foreign secretary",
        "external affairs minister", "minister of external affairs", "secretary of state", "top diplomat",
    ),
    "defence minister": (
        "defense minister", "minister of defence", "minister of defense", "secretary of defense", "defense secretary",
        "defence secretary", "minister of national defence", "minister of national defense",
    ),
    "prime minister": ("premier", "chancellor", "head of government", "taoiseach"),
    "president": ("head of state",),
    "supreme leader": (),
    "monarch": ("king", "queen", "emir", "sultan", "amir", "emperor"),
    "crown prince": (),
    "vice president": (),
    "secretary-general": ("secretary general", "general secretary"),
    "military chief": ("army chief", "chief of the general staff", "chairman of the joint chiefs of staff"),
}  # fmt: skip
"""Offices of which a country has one holder, and what else they are called. Others are only looked up by name."""


def group_of(role: str) -> str | None:
    """
    The office that a role's words mean, or None.

    >>> group_of("Secretary of State"), group_of("deputy foreign minister")
    ('foreign minister', None)
    """
    plain = " ".join(fold(role).split())
    return next((group for group, names in GROUPS.items() if plain == group or plain in names), None)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """
    A name's word as its transliterations share it.

    >>> skeleton("Sergey") == skeleton("Sergei"), skeleton("Muhammad") == skeleton("Mohamed"), skeleton("Aleksandr")
    (True, True, 'alexander')
    """
    plain = fold(word).replace("'", "")
    if re.fullmatch(r"m[ou]h+am+[ae]d", plain):
        return "mohamed"
    if re.fullmatch(r"ali?[yi]?aks?andr|aleks?andr|alexandr|aliaksandr", plain):
        return "alexander"
    for old, new in (
        ("ks", "x"),
        ("y", "i"),
        ("q", "k"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ph", "f"),
        ("dj", "j"),
    ):
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain)


def key_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name as they are looked up: hyphens, articles and "bin" gone, spelling evened out."""
    pieces = [piece for word in words for piece in re.split(r"[\s\-.]+", word) if piece]
    return tuple(skeleton(piece) for piece in pieces if fold(piece) not in ("al", "el", "bin", "ibn", "ul", "ud", "ad"))


@cache
def _table() -> tuple[str, tuple[Person, ...], dict[str, tuple[str, ...]]]:
    """The table's day, its persons, and the other ways their names are written."""
    read = tables.own("offices.toml")
    held: dict[str, list[Held]] = defaultdict(list)
    for block in read["office"]:
        for name, start, *rest in block["held"]:
            held[name].append(
                Held(
                    country=block["country"],
                    role=block["role"],
                    group=block.get("group") or group_of(block["role"]) or "",
                    sectors=tuple(block["sectors"]),
                    stretch=Stretch(start=start, end=rest[0] if rest else ""),
                    status=rest[1] if len(rest) > 1 else "current",
                )
            )
    persons = (
        Person(name=name, held=tuple(sorted(rows, key=lambda row: row.stretch.start))) for name, rows in held.items()
    )
    return read["as_of"], tuple(persons), {name: tuple(others) for name, others in read["also"].items()}


@cache
def _names() -> dict[tuple[str, ...], tuple[Person, ...]]:
    """Our persons by whole name, first and last word, and last two words."""
    found: dict[tuple[str, ...], dict[str, Person]] = defaultdict(dict)
    _, persons, also = _table()
    for person in persons:
        for name in (person.name, *also.get(person.name, ())):
            words = key_of((name,))
            keys = {words, words[::-1] if len(words) == 2 else words}
            if len(words) > 2:
                keys |= {(words[0], words[-1]), words[-2:]}
                if person.country in SURNAME_FIRST:
                    keys |= {(*words[1:], words[0])}
            for key in keys:
                if len(key) > 1 or key == words:
                    found[key][person.name] = person
    return {key: tuple(several.values()) for key, several in found.items()}


@cache
def _surnames() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    _, persons, also = _table()
    for person in persons:
        for name in (person.name, *also.get(person.name, ())):
            words = key_of((name,))
            found[words[0] if person.country in SURNAME_FIRST else words[-1]][person.name] = person
    return {key: tuple(several.values()) for key, several in found.items()}


@cache
def _dictionary() -> dict[tuple[str, ...], tuple[Person, ...]]:
    held: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for row in tables.phoenix():
        if row["kind"] == "person":
            held[row["names"], row["country"]].append(
                Held(
                    country=row["country"],
                    role="",
                    group="",
                    sectors=tuple(row["sectors"].split()),
                    stretch=Stretch(start=row["from"], end=row["to"]),
                    source="phoenix",
                )
            )
    found: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for (names, _), rows in held.items():
        person = Person(name=names.split("|")[0].title(), held=tuple(sorted(rows, key=lambda row: row.stretch.start)))
        for key in {key_of((name,)) for name in names.split("|")}:
            if len(key) > 1:
                found[key].append(person)
    return {key: tuple(several) for key, several in found.items()}


def named(words: tuple[str, ...], country: str | None = None) -> Person | None:
    """
    Who bears this name, given in at least two words; None where nobody or several do.

    >>> named(("Sergey", "Lavrov")).name
    'Sergei Lavrov'
    """
    key = key_of(words)
    for index in (_names(), _dictionary()):
        for candidate in (key, (key[0], key[-1]) if len(key) > 2 and index is _names() else key):
            found = [
                person
                for person in index.get(candidate, ())
                if country in (None, *(row.country for row in person.held))
            ]
            if len(found) == 1 and len(candidate) > 1:
                return found[0]
    return None


def surnamed(word: str, day: str | None, country: str | None = None, role: str | None = None) -> Person | None:
    """
    Whom a surname alone means: the one who bears it, else the one in office that day; None for a common name.

    `country` and `role`, where the phrase tells them, choose and let a common name pass.
    """
    key = "".join(key_of((word,)))
    found = [person for person in _surnames().get(key, ()) if country in (None, *(row.country for row in person.held))]
    fitting = [person for person in found if role and any(is_that(row, role) for row in person.held)]
    if fold(word) in COMMON and not fitting:
        return None
    found = fitting or found
    if len(found) > 1 and day is not None:
        on_the_day = [person for person in found if any(row.stretch.at(day) == "within" for row in person.held)]
        found = on_the_day if fitting or country or len(on_the_day) == 1 else found
    return found[0] if len(found) == 1 else None


def is_that(row: Held, role: str) -> bool:
    """Whether the words of a role mean this office."""
    group = group_of(role)
    return title_of((role,)) == title_of((row.role,)) or (group is not None and group == row.group)


def title_of(words: Iterable[str]) -> frozenset[str]:
    """The words that tell an office, in whatever order: "CIA director", "director of the CIA"."""
    return frozenset(piece for word in words for piece in fold(word).replace("-", " ").split()) - SMALL


@cache
def _offices() -> dict[str | frozenset[str], tuple[tuple[Person, Held], ...]]:
    """Who held each office, by its group and by the words of its title, in the order of the table."""
    found: dict[str | frozenset[str], list[tuple[Person, Held]]] = defaultdict(list)
    for person in _table()[1]:
        for row in person.held:
            found[row.group].append((person, row))
            found[title_of((row.role,))].append((person, row))
    return {office: tuple(rows) for office, rows in found.items()}


@lru_cache(maxsize=4096)
def holder(country: str | None, office: str | frozenset[str], day: str) -> Person | None:
    """
    Who held a country's office that day; None where it is not surely one.

    `office` is a role that every country has, or the words of one of its own (`title_of`).

    >>> holder("RUS", "foreign minister", "2015-09-09").name
    'Sergei Lavrov'
    >>> holder("IGO", title_of(("NATO", "secretary", "general")), "2015-09-09").name
    'Jens Stoltenberg'
    """
    named = group_of(office) if isinstance(office, str) else office
    if named is None or day > _table()[0]:
        return None
    rows = [(person, row) for person, row in _offices().get(named, ()) if country in (None, row.country)]
    where = [row.stretch.at(day) for _, row in rows]
    found = [person for (person, _), told in zip(rows, where, strict=True) if told == "within"]
    return found[0] if len(found) == 1 and "doubtful" not in where else None


def state(person: Person, day: str | None) -> State:
    """
    What somebody was that day; without a day the sectors as of the table's own, and no office claimed.

    >>> state(named(("Angela", "Merkel")), "2023-01-01")
    State(country='DEU', sectors=('ELI',), role='chancellor', status='former')
    """
    as_of = _table()[0]
    at = day or as_of
    held = tuple(row for row in person.held if row.stretch.at(at) in ("within", "doubtful"))
    if person.held[0].source == "phoenix":
        return _stale(person, held, day)
    ended = tuple(row for row in person.held if row.stretch.at(at) == "after")
    if held:
        sectors = tuple(dict.fromkeys(sector for row in reversed(held) for sector in row.sectors))
        last = held[-1]
        sure = last.stretch.at(at) == "within" and (at <= as_of or bool(last.stretch.end))
        found = State(country=last.country, sectors=sectors, role=last.role, status=last.status if sure else None)
    elif ended:
        last = max(ended, key=lambda row: row.stretch.end)
        sectors = ("ELI",) if last.sectors[0] in ENDS else last.sectors
        found = State(country=last.country, sectors=sectors, role=last.role, status="former")
    else:
        found = State(country=person.country, sectors=())
    return found if day else State(country=found.country, sectors=found.sectors)


def _stale(person: Person, held: tuple[Held, ...], day: str | None) -> State:
    """By the dictionary: in office within closed dates only; later than its lists, most have left (ELI)."""
    closed = [row for row in held if row.stretch.end]
    if day and closed:
        return State(country=closed[-1].country, sectors=closed[-1].sectors)
    if day and held and day <= OPEN_END:
        return State(country=held[-1].country, sectors=held[-1].sectors)
    if day and all(row.stretch.at(day) == "before" for row in person.held):
        return State(country=person.country, sectors=())
    return State(country=person.country, sectors=("ELI",))
