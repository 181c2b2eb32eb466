"""What an outline is made of: the names, places, days, acts and numbers that tell one event from another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TypeVar

from according.matching.stories.words import rarity, words
from according.records import Participant, Place, Record
from according.world.lookup import word_set

Item = TypeVar("Item")

LEAD_WORDS = 100
"""Words after the title that count as the lead: three or four sentences. A guess."""

MOST = 40
"""Names, places, days ... of one kind that are kept, the first in the text: enough for 1,500 words of news. A guess."""

FIRST_YEAR = 1990
"""No news stood on the web before: an earlier date is a clock that was never set (1970) or a mistake."""

AHEAD_DAYS = 366
"""How far a report may look ahead: where all its full dates lie later than this, its date of publication is wrong."""

RARE_NAME = 2.2
"""Rarity below which a word of a name says little: it stands in one report of nine ("John", "Trump"). A guess."""

COUNTED = frozenset({"killed", "injured", "arrested", "missing", "displaced"})
"""Measures whose numbers tell one incident from another."""

ADDRESS = re.compile(
    r"""
    \b (?: [NSEW]\.?\s | (?:North|South|East|West)\s )?      # N., South
    ( (?: [A-Z0-9][\w'’.]*\s ){1,3} )                        # Broad, Martin Luther King, 4th
    (?: Street | St | Avenue | Ave | Road | Rd | Drive | Dr | Boulevard | Blvd | Lane | Ln | Court | Ct
      | Highway | Hwy | Circle | Parkway | Pkwy | Terrace | Square | Crescent ) \b
    """,
    re.VERBOSE,
)
AGE = re.compile(
    r"""
      \b (\d{1,3}) [- ] (?:year|month|day)s? [- ] old        # a 17-year-old boy
    | (?<=\w),\s (\d{1,3}) (?=[,;.]\s)                       # Ana Kovac, 36, of
    """,
    re.VERBOSE,
)
NAME_WORD = re.compile(r"[A-Z][\w'’-]+")  # Kovac, O'Brien, Al-Masri
DAY = re.compile(r"\d{4}-\d\d-\d\d")  # 2021-06-03, and what follows it: T14:30, TNI

COMMON_IN_NAMES = word_set(
    "street avenue road county city hospital police department sheriff court university school lake park north south "
    "east west center medical house state office news"
)
"""Words of places and bodies, which tagging now and then takes for persons. A list of ours."""


def first(found: Iterable[Item]) -> tuple[Item, ...]:
    """
    The first `MOST`, each once, in order.

    >>> first("abca")
    ('a', 'b', 'c')
    """
    return tuple(dict.fromkeys(found))[:MOST]


def lead_end(text: str, begin: int) -> int:
    """
    Where the lead of a text ends whose title ends at `begin`.

    >>> lead_end("Two words", 0)
    9
    """
    end = begin
    for number, word in enumerate(re.finditer(r"\S+", text[begin:]), 1):
        end = begin + word.end()
        if number == LEAD_WORDS:
            break
    return end


def days(record: Record) -> tuple[int | None, list[tuple[int, int]]]:
    """
    The day of publication, and (where, day) for all that the text dates to a day.

    A day of publication that cannot be right is None, and then days counted from it ("on Tuesday") are left out.
    """
    found = [(time, number) for time in record.times if (number := ordinal(time.value)) is not None]
    published = ordinal(record.report.published)
    stated = [number for time, number in found if time.anchor is None]
    if published is not None and (
        dt.date.fromordinal(published).year < FIRST_YEAR or (stated and min(stated) > published + AHEAD_DAYS)
    ):
        published = None
        found = [(time, number) for time, number in found if time.anchor is None]
    return published, [(time.spans[0].start, number) for time, number in found]


def ordinal(value: str | None) -> int | None:
    """
    The day of an ISO 8601 date, date and time, or TIMEX3 value; None where it is no day.

    >>> ordinal("2021-06-03T14:30"), ordinal("2021-06"), ordinal("2021-02-30"), ordinal(None)
    (737944, None, None, None)
    """
    found = DAY.match(value or "")
    try:
        return dt.date.fromisoformat(found[0]).toordinal() if found else None
    except ValueError:
        return None


def _named(record: Record, *kinds: str) -> list[str]:
    return [entity.name for entity in record.entities if entity.kind in kinds]


def persons(record: Record) -> tuple[str, ...]:
    """Whole names of persons, two words or more: "ana kovac"."""
    names = (words(" ".join(NAME_WORD.findall(name))) for name in _named(record, "person"))
    return first(" ".join(name) for name in names if len(name) > 1)


def name_words(record: Record) -> tuple[str, ...]:
    """The words of persons' names that are rare enough to tell something, surnames and first names alike."""
    found = (word for name in _named(record, "person") for word in words(" ".join(NAME_WORD.findall(name))))
    return first(word for word in found if word not in COMMON_IN_NAMES and len(word) > 2 and rarity(word) > RARE_NAME)


def bodies(record: Record) -> tuple[str, ...]:
    """Organisations and named events that have a capital: "port authority"."""
    return first(
        " ".join(words(name)) for name in _named(record, "organisation", "event", "other") if NAME_WORD.search(name)
    )


def places(record: Record) -> tuple[tuple[str, Place], ...]:
    """Each place once, with its words in small letters; what the gazetteer could place before what it could not."""
    found: dict[str, Place] = {}
    for place in record.places:
        name = " ".join(words(record.report.text[place.spans[0].start : place.spans[0].end]))
        if name and (name not in found or (found[name].latitude is None and place.latitude is not None)):
            found[name] = place
    return tuple(found.items())[:MOST]


def acts(record: Record, end: int) -> tuple[str, ...]:
    """What the text before `end` says was done: "ASSAULT firearms"."""
    return first(
        f"{event.type} {event.mode or ''}".strip()
        for event in record.events
        if event.type and event.trigger[0].start < end
    )


def parties(record: Record, end: int) -> tuple[str, ...]:
    """Who did what to whom before `end`, by country: "ASSAULT RUS UKR"; where neither is known, nothing."""
    found = (
        (event.type, _countries(event.actors), _countries(event.recipients))
        for event in record.events
        if event.type and event.trigger[0].start < end
    )
    return first(f"{act} {actor} {recipient}" for act, actor, recipient in found if actor != "-" or recipient != "-")


def _countries(participants: tuple[Participant, ...]) -> str:
    return ",".join(sorted({who.country for who in participants if who.country})) or "-"


def tolls(record: Record, end: int) -> tuple[tuple[str, int], ...]:
    """(measure, number) of those killed, injured, arrested, missing, displaced, before `end`."""
    return first(
        (quantity.measure or "", int(quantity.value))
        for quantity in record.quantities
        if quantity.measure in COUNTED and quantity.value is not None and quantity.spans[0].start < end
    )


def ages(text: str) -> tuple[int, ...]:
    """
    The ages of those whom a text tells of, in whatever unit.

    >>> ages("A 17-year-old boy and Ana Kovac, 36, were hurt.")
    (17, 36)
    """
    return first(int(found[1] or found[2]) for found in AGE.finditer(text))


def addresses(text: str) -> tuple[str, ...]:
    """
    The streets that a text names, without house numbers and "Street".

    >>> addresses("in the 4200 block of North Harlan Avenue near Route 9")
    ('harlan',)
    """
    found = (" ".join(word for word in words(street[1]) if not word.isdigit()) for street in ADDRESS.finditer(text))
    return first(name for name in found if name)
