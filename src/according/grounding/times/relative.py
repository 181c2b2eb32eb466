"""Times counted from the day of the report or from a day named before: "on Wednesday", "last month", "that day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from according.grounding.quantities.numerals import NUMBER, number
from according.grounding.times.calendar_words import (
    EDGE,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    UNITS_PLURAL,
    WEEKDAY,
    WEEKDAYS,
    unit_of,
)
from according.grounding.times.days import quarter, units_on, week, weekday_near
from according.grounding.times.expressions import UNIT_WORDS, Expression
from according.grounding.times.setting import Reading, Setting
from according.world.lookup import word_set

OF_PART = (
    rf"(?i: (?: the \s+ )? (?: (?: early | small | late ) \s+ )? (?P<part_of> hours | {PART} ) \s+ (?: of | on ) \s+ )"
)

NEAR_PATTERN = re.compile(
    rf"""
    \b (?: {OF_PART} | (?P<early> (?i: early | late | earlier | later ) ) \s+ (?: on \s+ )? )?
    (?: (?P<today> (?i: today | tonight | yesterday | tomorrow | the \s+ day \s+ before \s+ yesterday
                      | the \s+ day \s+ after \s+ tomorrow ) )
        (?: \s+ (?P<part> {PART} ) )?
      | (?i: (?P<lead> this | last ) ) \s+ (?P<lead_part> {PART} ) ) \b
    """,
    re.VERBOSE,
)
WEEKDAY_PATTERN = re.compile(
    rf"""
    (?<! \w ) (?: {OF_PART} | (?P<early> (?i: early | late | mid ) ) [\s-]+ (?: on \s+ )? )?
    (?: (?P<lead> (?i: last | next | this \s+ past | this \s+ coming | this | past | coming | the \s+ following
                     | the \s+ previous ) ) \s+ )?
    (?P<weekday> {WEEKDAY} )
    (?: \s+ (?P<week> (?i: last \s+ week | next \s+ week | week ) ) )?
    (?: ,? \s+ (?P<part> {PART} ) \b )?
    (?! \w )
    """,
    re.VERBOSE,
)
UNIT_PATTERN = re.compile(
    rf"""
    \b (?P<edge> {EDGE} | (?i: the \s+ same \s+ (?: period | time ) \s+ (?: of | in ) \s+ ) )?
    (?: (?P<the> (?i: the | its | their ) ) \s+ )?
    (?P<lead> (?i: last | past | next | this | coming | following | previous | current | same | that | same ) ) \s+
    (?P<same> (?i: same \s+ ) )? (?: (?P<kind> (?i: calendar | fiscal | financial | school ) ) \s+ )?
    (?P<unit> {UNIT} | {SEASON} ) \b (?! -\w )
    """,
    re.VERBOSE,
)
EDGE_UNIT_PATTERN = re.compile(
    r"""
        \b (?: the \s+ (?: very \s+ )? )? (?: (?: beginning | start | end | middle | rest
        | remainder ) \s+ of \s+ the | (?P<own> year ['’]s \s+ end | year - end ) | (?: later
        | earlier ) \s+ in \s+ the )
    """
    r" (?: (?<= end ) | \s+ (?P<unit> week | month | year | weekend | decade ) ) \b (?! \s+ [12]\d\d\d )",
    re.VERBOSE | re.IGNORECASE,
)
WEEKEND_PATTERN = re.compile(
    r"\b (?: over | at | during | on ) \s+ (?P<span> the \s+ weekend ) \b", re.VERBOSE | re.IGNORECASE
)
AGO_PATTERN = re.compile(
    rf"""
    \b (?: (?P<number> {NUMBER} | an? | several | a \s+ few | many
        | some ) [\s-]+ )? (?P<unit> {UNITS_PLURAL} | {UNIT} )
    \s+ (?P<way> ago | earlier | later | hence | from \s+ now ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
COMING_PATTERN = re.compile(
    rf"""
        \b in \s+ (?P<span> (?P<number> {NUMBER} | a ) \s+ (?P<unit> {UNITS_PLURAL}
        | {UNIT} ) (?P<time> ['’] s? \s+ time )? ) \b
    """
    r" (?! \s* (?: of | - ) )",
    re.VERBOSE | re.IGNORECASE,
)
OR_TWO_PATTERN = re.compile(
    rf"""
    \b (?: the \s+ )? (?P<lead> past | last | next | coming )
    \s+ (?: (?P<one> {UNIT} ) \s+ or \s+ two | (?P<low> {NUMBER} ) (?: \s+ or \s+ | \s+ to \s+
        | \s* [-–] \s* ) (?P<high> {NUMBER} ) \s+ (?P<unit> {UNITS_PLURAL} ) ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
NARRATIVE_PATTERN = re.compile(
    r"""
        \b (?P<lead> that \s+ same | that | the \s+ same | the \s+ following | the \s+ next
        | the \s+ previous ) \s+ (?P<unit> day | night | morning | evening | afternoon | week | month
        | year ) \b (?! \s* - )
    """,
    re.VERBOSE | re.IGNORECASE,
)
VAGUE_PATTERN = re.compile(
    r"""
    \b (?: (?P<now> currently | now(?!\ that\b) | nowadays | at \s+ present | at \s+ the \s+ moment
        | these \s+ days | right \s+ now )
      | (?P<past> (?: more \s+ | most \s+ )? recently | (?: in \s+ )? (?: the \s+ )? recent \s+ (?: days
          | weeks | months | years | times | decades ) | long \s+ ago
            | in \s+ the \s+ past (?! \s+ [\w-]+ ) )
      | (?P<future> in \s+ the \s+ (?: near \s+ | immediate \s+ | foreseeable \s+ )? future
          | (?: in \s+ )? the \s+ (?: coming | next \s+ few ) \s+ (?: days | weeks | months | years ) )
    ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
OVERNIGHT_PATTERN = re.compile(
    r"\b overnight \b (?! [\s-]+ (?: curfew | train | stay | bus | success | guest | accommodation ) )",
    re.VERBOSE | re.IGNORECASE,
)


def read_near(found: re.Match[str], setting: Setting) -> Reading | None:
    """Today · yesterday evening · this morning · last night · the night of ... tomorrow."""
    part = found["lead_part"] or found["part"] or found["part_of"]
    word = " ".join((found["today"] or "").lower().split())
    shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    if (found["lead"] or "").lower() == "last":
        shift = -1
    if word == "tonight":
        part = "night"
    if setting.day is None:
        return Reading(type="TIME" if part else "DATE", value=None)
    value = (setting.day + timedelta(days=shift)).isoformat()
    if part:
        return Reading(type="TIME", value=f"{value}T{PARTS.get(part.lower(), 'MO')}", counted=True)
    return Reading(type="DATE", value=value, counted=True)


def read_weekday(found: re.Match[str], setting: Setting) -> Reading | None:
    """Wednesday · last Tuesday · next Friday · Tuesday night · the early hours of Sunday."""
    part = found["part"] or found["part_of"]
    kind = "TIME" if part else "DATE"
    lead = " ".join((found["lead"] or "").lower().split())
    if setting.day is None or lead.startswith("the"):
        return Reading(type=kind, value=None)
    today, weekday = setting.day, WEEKDAYS[found["weekday"].lower()]
    relative = " ".join((found["week"] or "").lower().split())
    if relative in ("last week", "next week"):
        monday = today - timedelta(days=today.weekday()) + timedelta(days=-7 if relative[0] == "l" else 7)
        day = monday + timedelta(days=weekday)
    elif lead in ("last", "past", "this past"):
        day = weekday_near(today - timedelta(days=1), weekday, "past")
    elif lead in ("next", "coming", "this coming"):
        day = weekday_near(today + timedelta(days=1), weekday, "future")
    else:
        tense = setting.tense(found.start("weekday")) or "past"
        day = weekday_near(today if tense == "future" else setting.latest or today, weekday, tense)
    value = day.isoformat()
    return Reading(type=kind, value=f"{value}T{PARTS.get(part.lower(), 'MO')}" if part else value, counted=True)


def read_unit(found: re.Match[str], setting: Setting) -> Reading | None:
    """Last week · this year · next month · the past decade · the last quarter · last summer · later this month."""
    unit, lead = found["unit"].lower(), found["lead"].lower()
    if lead in ("same", "that", "following", "previous", "current") or found["same"]:
        return None if not found["edge"] and lead != "current" else _of_unit(unit, 0, setting)
    if unit in ("second", "minute", "hour") or (unit == "day" and lead != "past"):
        return None
    articled = bool(found["the"]) and not found["edge"]
    if lead in ("past", "last") and articled and unit not in ("quarter", "night", "weekend") and unit not in SEASONS:
        length = {"decade": "P10Y", "century": "P100Y"}.get(unit, f"P1{unit[0].upper()}")
        return Reading(type="DURATION", value=length, counted=True)
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(lead, 0)
    if found["kind"] and unit in ("year", "quarter") and found["kind"].lower() in ("fiscal", "financial"):
        year = setting.day.year + shift if setting.day else None
        return Reading(type="DATE", value=f"FY{year}" if year and unit == "year" else None, counted=True)
    return _of_unit(unit, shift, setting)


def _of_unit(unit: str, shift: int, setting: Setting) -> Reading | None:
    """The week, month, quarter, season or year that lies `shift` of them from the report's."""
    if setting.day is None:
        return Reading(type="DATE", value=None)
    today = setting.day
    if unit in SEASONS:
        year = today.year + shift
        if shift == -1 and today.month > {"SP": 5, "SU": 8, "FA": 11, "WI": 12}[SEASONS[unit]]:
            year = today.year
        return Reading(type="DATE", value=f"{year:04d}-{SEASONS[unit]}", counted=True)
    if unit == "night":
        return Reading(type="TIME", value=f"{(today + timedelta(days=shift)).isoformat()}TNI", counted=True)
    if unit == "decade":
        return Reading(type="DATE", value=str(today.year // 10 + shift), counted=True)
    value = f"{week(today + timedelta(weeks=shift))}-WE" if unit == "weekend" else units_on(today, shift, unit)
    return Reading(type="DATE", value=quarter(today, shift) if unit == "quarter" else value, counted=True)


def read_edge_unit(found: re.Match[str], setting: Setting) -> Reading | None:
    """The end of the year · the beginning of the month · year's end: the report's own."""
    return _of_unit((found["unit"] or "year").lower(), 0, setting)


def read_weekend(found: re.Match[str], setting: Setting) -> Reading | None:
    """Over the weekend: on a Monday to Friday, with a verb in the past, the one before."""
    if setting.day is None:
        return Reading(type="DATE", value=None)
    gone = setting.tense(found.start()) == "past" and setting.day.weekday() < 5
    return _of_unit("weekend", -1 if gone else 0, setting)


def read_ago(found: re.Match[str], setting: Setting) -> Reading | None:
    """Two years ago · a decade ago · three days later. "Later" counts from the last day that the report names."""
    way, unit = found["way"].lower(), unit_of(found["unit"])
    words = (found["number"] or "").lower()
    count = 1.0 if words in ("a", "an") else number(words)
    narrative = way in ("earlier", "later")
    if count is None or setting.day is None:
        vague = "PAST_REF" if way == "ago" and not words else None
        return Reading(type="DATE", value=vague)
    day = setting.day
    if narrative:
        named = setting.named
        if named is None or len(named) != 10 or unit in ("hour", "minute", "second"):
            return Reading(type="DATE", value=None)
        day = date.fromisoformat(named)
    if unit in ("minute", "second", "hour") and not (unit == "hour" and count >= 24):
        return Reading(type="TIME", value=None)
    sign = -1 if way in ("ago", "earlier") else 1
    return Reading(type="DATE", value=units_on(day, sign * count, unit), counted=not narrative)


LOOKS_AHEAD = re.compile(
    r"\b (?: will | wo | 'll | ’ll | would | shall | expected | due | set | scheduled | planned | plans )\b", re.VERBOSE
)


def read_coming(found: re.Match[str], setting: Setting) -> Reading | None:
    """In two weeks, where the clause looks ahead; else it is how long something took."""
    unit, count = unit_of(found["unit"]), 1.0 if found["number"].lower() == "a" else number(found["number"])
    before = setting.before(found.start())
    ahead = found["time"] or (LOOKS_AHEAD.search(before) and not re.search(r"\b(?:time|first|\w+est|most)\s*$", before))
    if not ahead or count is None or setting.day is None or unit in ("second", "minute", "hour"):
        return None
    return Reading(type="DATE", value=units_on(setting.day, count, unit), counted=True)


def read_or_two(found: re.Match[str], setting: Setting) -> Reading | None:
    """The past day or two · the next two or three weeks: from the farther end to the day of the report."""
    if setting.day is None:
        return Reading(type="DATE", value=None)
    unit = unit_of(found["one"] or found["unit"])
    count = 2.0 if found["one"] else number(found["high"])
    days = {"day": 1, "week": 7, "night": 1, "fortnight": 14}.get(unit)
    if count is None or count > 1000:
        return None
    sign = -1 if found["lead"].lower() in ("past", "last") else 1
    if days:
        other = (setting.day + timedelta(days=sign * round(count) * days)).isoformat()
        now = setting.day.isoformat()
    elif unit in ("month", "year"):
        other = units_on(setting.day, sign * count, unit) or ""
        now = setting.day.isoformat()[: len(other)]
    else:
        return None
    return Reading(type="DATE", value="/".join(sorted((other, now))), counted=True)


def read_narrative(found: re.Match[str], setting: Setting) -> Reading | None:
    """That day · the following week · the previous year: counted from what the report named last, else not known."""
    lead, unit, named = " ".join(found["lead"].lower().split()), found["unit"].lower(), setting.named
    part = PARTS.get(unit)
    kind = "TIME" if part else "DATE"
    shift = {"the following": 1, "the next": 1, "the previous": -1}.get(lead, 0)
    if named is None or (len(named) < 10 and not (unit == "year" or (unit == "month" and len(named) == 7))):
        return Reading(type=kind, value=None)
    if len(named) < 10:
        named = f"{named}-01-01"[:10]
    day = date.fromisoformat(named)
    if part:
        return Reading(type=kind, value=f"{(day + timedelta(days=shift)).isoformat()}T{part}")
    return Reading(type=kind, value=units_on(day, shift, unit))


def read_vague(found: re.Match[str], _: Setting) -> Reading | None:
    """Now · recently · in the coming weeks: TIMEX3's references without a day."""
    return Reading(type="DATE", value="PRESENT_REF" if found["now"] else "PAST_REF" if found["past"] else "FUTURE_REF")


def read_overnight(found: re.Match[str], setting: Setting) -> Reading | None:
    """Overnight: the night before the day of the report, or that of the day named beside it."""
    if setting.days and abs(setting.days[-1][0] - found.start()) < 30:
        day = min(setting.days, key=lambda each: abs(each[0] - found.start()))[1]
        return Reading(type="TIME", value=f"{day}TNI")
    if setting.day is None:
        return Reading(type="TIME", value=None)
    shift = 0 if setting.tense(found.start()) == "future" else -1
    return Reading(type="TIME", value=f"{(setting.day + timedelta(days=shift)).isoformat()}TNI", counted=True)


VAGUE_WORDS = word_set("currently now nowadays present moment days recently recent ago past future coming next")

PATTERNS = (
    Expression(pattern=NEAR_PATTERN, read=read_near, words=word_set("today tonight yesterday tomorrow") | PARTS.keys()),
    Expression(pattern=WEEKDAY_PATTERN, read=read_weekday, words=frozenset(WEEKDAYS)),
    Expression(pattern=OR_TWO_PATTERN, read=read_or_two, words=UNIT_WORDS),
    Expression(pattern=UNIT_PATTERN, read=read_unit, words=UNIT_WORDS | SEASONS.keys()),
    Expression(pattern=EDGE_UNIT_PATTERN, read=read_edge_unit, words=UNIT_WORDS | {"end"}),
    Expression(pattern=WEEKEND_PATTERN, read=read_weekend, words=frozenset({"weekend"})),
    Expression(pattern=AGO_PATTERN, read=read_ago, words=word_set("ago earlier later hence now")),
    Expression(pattern=COMING_PATTERN, read=read_coming, words=UNIT_WORDS),
    Expression(pattern=NARRATIVE_PATTERN, read=read_narrative, words=UNIT_WORDS | PARTS.keys()),
    Expression(
        pattern=VAGUE_PATTERN,
        read=read_vague,
        words=VAGUE_WORDS,
    ),
)
LATE_PATTERNS = (Expression(pattern=OVERNIGHT_PATTERN, read=read_overnight, words=frozenset({"overnight"})),)
"""Read after the sentence's days are known."""
