"""
How two counts stand to each other: the same, compatible, a later one, or such that both cannot hold.

A count has a scope: what was counted (killed, injured), of whom, where, when, of which part. Only counts of one scope
can contradict. "Including six when a ferry turned over" is a part of the whole, "another six" the rest, "since April"
another period: all three are compatible with any other count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from according.matching.relations.words import stem
from according.records import Event, Quantity, Record, Span, Spans
from according.world.lookup import word_set

COUNTED = frozenset({"killed", "injured", "missing", "displaced", "arrested", "abducted", "rescued", "casualties"})
"""Measures whose counts are compared; money, percent and distances need a unit's care and are left alone."""

PART = re.compile(
    r"""
    (?: \b including                       # including 6 when a ferry turned over
      | \b among \s+ (?: them | the \s+ dead | those )   # among them 3 nurses
      | \b of \s+ (?: them | whom )
      | \b in \s+ one \s+ day
      | \b (?: most(?:ly)? | at \s+ least \s+ half )
    ) (?: \s+ \w+ ){0,2} \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
PART_AFTER = re.compile(
    r"""
    # six from the north among the dead
    ^ (?: \s+ [\w-]+ ){0,5} \s+ among \s+ (?: the | those ) \b (?! \s+ (?: injured | wounded ) )
    | ^ (?: \s+ [\w-]+ ){0,2} \s+
    (?: (?: was | were ) \s+ among \b (?! \s+ (?: at \s+ least \s+ )? the \s+ injured ) # three cooks were among 20
      | of \s+ (?: them | whom | the \s+ (?: dead | victims | killed | slain | wounded | injured ) ) # 9 of the dead
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
REST = re.compile(r"\b (?: another | other | further | additional ) \s* $", re.VERBOSE | re.IGNORECASE)
REST_INSIDE = re.compile(
    r"\b (?: another | others? | more (?! \s+ than ) | further | additional ) \b", re.VERBOSE | re.IGNORECASE
)
PERIOD = re.compile(
    r"""
    \b (?: since \s+ (?: the \s+ )? (?: start | beginning | outbreak | \w+ day | January | February | March
      | April | May
             | June | July | August | September | October | November | December | \d{4} )
         | (?: war | conflict | uprising | crisis | insurgency | campaign ) \s+ (?: has | have
           | had ) \s+ (?: \w+ \s+ )?
             (?: killed | claimed | left | cost | displaced | forced )
         | (?: has | have ) \s+ since \s+ (?: killed | claimed | left )
         | (?: killed | died | dead | displaced ) \s+ in \s+ (?: \w+ \s+ )? (?: war | conflict | crisis ) \b
         | (?: so \s+ far \s+ )? this \s+ (?: year | month )
         | (?: in | over | during ) \s+ the \s+ (?: past | last ) \s+ (?: \w+ \s+ )? (?: days? | weeks? | months?
           | years? )
         | in \s+ (?: \d+ | two | three | several ) \s+ (?: days | weeks | months | years ) \s+ of
       )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Counts of a period: "since April", "so far this year", "in the past three weeks"."""

TOGETHER = re.compile(
    r"""
    ^ (?: \s+ [\w-]+ ){0,4} \s+ killed \s+
    (?: injured | wounded | (?: and | or ) \s+ (?: injured | wounded ) (?= \s* [.,] | \s+ (?: in | at | by
      | during | when | on ) \b ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Dead and wounded in one number: "90 miners killed or injured in"."""

WINDOW = 70
"""Characters before and after a count in which the words of its scope are looked for: a clause. A guess."""

ROUNDED = 0.1
"""How far apart "nearly 30" and 29 may be to be one number, as a share. A guess."""

FAR = 100.0
"""How many times larger a count of the same thing may be; a war's dead are no toll of one raid. A guess."""

GROUPS = {
    "civilian": frozenset({"civilian"}),
    "child": frozenset({"child", "infant", "baby", "student", "pupil", "schoolchild"}),
    "woman": frozenset({"woman", "women", "mother"}),
    "medic": frozenset({"medic", "doctor", "nurse", "paramedic"}),
    "fighter": frozenset({"fighter", "mercenary", "mercenari", "commander"}),
    "soldier": frozenset({"soldier", "forc", "guard", "officer", "policeman", "policemen", "polic"}),
}
"""Of whom: groups of which one is never another."""

ANYBODY = frozenset(
    map(
        stem,
        word_set("people others dead victims bodies body lives men man residents wounded killed casualties deaths"),
    )
)
"""Whoever is counted as one of these is anybody. Other nouns ("families") are a group of their own."""

PLURAL = re.compile(r"\b[a-z]{3,}[^s\W]s$")
"""A noun in small letters in the plural: "families"; names and pieces of names are no group."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FINE = frozenset({"exact", "vicinity", "town"})

VAGUE = re.compile(r"\b(?:scores|dozens?|tens|several|hundreds|thousands|many|few)\b", re.IGNORECASE)
LOOSE = 2.0
"""By how much a vague count ("scores") must miss another before both cannot hold. A guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """
    A quantity of a report with its scope. `part`: whole · part · rest. `places` are GeoNames ids; `days` ISO dates.
    """

    words: str
    low: float | None
    high: float | None
    measure: str
    bound: str | None
    value: float | None = None
    group: str = ""
    part: str = "whole"
    period: bool = False
    places: frozenset[int] = frozenset()
    days: frozenset[str] = frozenset()
    spans: Spans = ()


def counts(record: Record) -> tuple[Count, ...]:
    """The counts of people of a report, in the order of the text."""
    events: dict[int, list[Event]] = {}
    for event in record.events:
        for number in event.quantities:
            events.setdefault(number, []).append(event)
    found = [
        _count(record, quantity, events.get(number, []))
        for number, quantity in enumerate(record.quantities)
        if quantity.measure in COUNTED and quantity.spans and (quantity.low, quantity.high) != (None, None)
    ]
    return tuple(_as_elsewhere(count, found) for count in found)


def _as_elsewhere(count: Count, found: list[Count]) -> Count:
    """
    The count with the bounds and the group that its report gives the same number elsewhere.

    A headline says "18 bodies" for the "at least 18 bodies" of the text, and "Forty killed" for "forty civilians".
    """
    twins = [other for other in found if other.measure == count.measure and number(other) == number(count)]
    groups = {other.group for other in twins if other.group in GROUPS}
    return replace(
        count,
        low=None if any(other.low is None for other in twins) else min(other.low or 0.0 for other in twins),
        high=None if any(other.high is None for other in twins) else max(other.high or 0.0 for other in twins),
        group=count.group or (min(groups) if len(groups) == 1 else ""),
    )


def _count(record: Record, quantity: Quantity, events: list[Event]) -> Count:
    text = record.report.text
    start, end = quantity.spans[0].start, quantity.spans[-1].end
    before, words, after = text[max(0, start - WINDOW) : start], text[start:end], text[end : end + WINDOW]
    sentence = next((s.span for s in record.sentences if s.span.start <= start < s.span.end), quantity.spans[0])
    times = [event.time for event in events]
    return Count(
        words=words,
        low=quantity.low,
        high=quantity.high,
        measure="casualties" if TOGETHER.search(after) else quantity.measure or "",
        bound=quantity.bound,
        value=quantity.value,
        group=group(quantity.of or _noun(after)),
        part=_part(before, words, after),
        period=bool(PERIOD.search(text[max(sentence.start, start - WINDOW) : min(sentence.end, end + WINDOW)])),
        places=_places(
            record, events, Span(start=max(sentence.start, start - WINDOW), end=min(sentence.end, end + WINDOW))
        ),
        days=frozenset(time.value[:10] for time in times if time and time.value and DAY.match(time.value)),
        spans=quantity.spans,
    )


def _places(record: Record, events: list[Event], around: Span) -> frozenset[int]:
    """Where the count belongs: the place of its event, else the places beside it; towns and what is smaller."""
    told = [event.place for event in events if event.place]
    told = told or [place for place in record.places if any(span.meets(around) for span in place.spans)]
    return frozenset(place.geonames_id for place in told if place.geonames_id and place.precision in FINE)


def _noun(after: str) -> str:
    """The word after the count where it is a noun of `GROUPS`; the quantity itself knows no other."""
    word = " ".join(re.findall(r"[\w-]+", after)[:1])
    return word if group(word) in GROUPS else ""


def group(of: str) -> str:
    """
    Which of `GROUPS` is counted, "" for people of any kind.

    >>> group("rebel fighters"), group("people"), group("school children"), group("families")
    ('fighter', '', 'child', 'families')
    """
    words = re.findall(r"\w+", of.lower())
    stems = {stem(word) for word in words} | {word.rstrip("s") for word in words}
    known = next((name for name, names in GROUPS.items() if stems & names or name in stems), "")
    if known or not words or stems & ANYBODY or not PLURAL.search(of):
        return known
    return str(words[-1])


def _part(before: str, words: str, after: str) -> str:
    if REST.search(before) or REST_INSIDE.search(words) or re.match(r"\s+(?:more|others?)\b", after):
        return "rest"
    return "part" if PART.search(before) or PART_AFTER.search(after) else "whole"


def overlap(a: Count, b: Count) -> bool:
    """
    Whether the bounds of both can hold.

    >>> least, exact = Count(words="", low=12, high=None, measure="killed", bound=""), dict(measure="killed", bound="")
    >>> (
    ...     overlap(least, Count(words="", low=19, high=19, **exact)),
    ...     overlap(least, Count(words="", low=9, high=9, **exact)),
    ... )
    (True, False)
    """
    return not (_below(a.high, b.low) or _below(b.high, a.low))


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low


def is_same_scope(a: Count, b: Count) -> bool:
    """
    Whether nothing tells the scopes of two counts apart: measure, of whom, part and whole, period, place and day.

    The group may be told in one report only when the other counts people of any kind.
    """
    if a.measure != b.measure or a.period != b.period or "part" in (a.part, b.part):
        return False
    if a.part != b.part and a.measure != "injured":
        return False  # "another six" is not "six", but "one dead, three others wounded" counts all the wounded
    if a.group != b.group and a.group and b.group:
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    return not (a.days and b.days and not a.days & b.days)


def conflict(a: Count, b: Count) -> bool:
    """
    Whether the two counts are of one scope and cannot both hold.

    Where only one tells of whom, its count is a part of the other's: it conflicts only by being larger.
    """
    if not is_same_scope(a, b) or overlap(a, b) or is_far(a, b):
        return False
    if VAGUE.search(a.words) or VAGUE.search(b.words):
        x, y = sorted((number(a) or 0.0, number(b) or 0.0))
        if y < LOOSE * x:
            return False
    if a.group == b.group:
        return True
    narrow, wide = (a, b) if a.group else (b, a)
    return narrow.group in GROUPS and _below(wide.high, narrow.low)


def is_far(a: Count, b: Count) -> bool:
    """Whether one is so much larger that the two can be of no one event."""
    x, y = number(a) or 1.0, number(b) or 1.0
    return max(x, y) > FAR * max(1.0, min(x, y))


def agree(a: Count, b: Count) -> bool:
    """
    Whether the two give one number for one measure, whatever the bound: "at least 16" and "16", "nearly 30" and "29".
    """
    if a.measure != b.measure or (a.group and b.group and a.group != b.group):
        return False
    x, y = number(a), number(b)
    if x is None or y is None:
        return False
    return x == y or ("about" in (a.bound, b.bound) and overlap(a, b) and abs(x - y) <= ROUNDED * max(x, y))


def number(count: Count) -> float | None:
    """The number in the words: the value, else the low end, else the high one."""
    return next((end for end in (count.value, count.low, count.high) if end is not None), None)
