"""How long and how often: "18 months", "the four-year war", "for decades", "every week", "annual"."""

from __future__ import annotations

import re

from according.grounding.quantities.numerals import NUMBER, number
from according.grounding.times.calendar_words import PARTS, UNIT, UNITS, UNITS_PLURAL, WEEKDAY, WEEKDAYS, unit_of
from according.grounding.times.expressions import UNIT_WORDS, Expression
from according.grounding.times.setting import Reading, Setting
from according.world.lookup import word_set

HEDGE = r"""
    (?: (?: almost | nearly | about | around | some | over | more \s+ than | less \s+ than | at \s+ least
    | up \s+ to | approximately ) \s+ )?
"""
VAGUE = r"""
    (?: several | a \s+ few | few | many | some | a \s+ couple \s+ of | a \s+ number \s+ of | countless
    | dozens \s+ of | hundreds \s+ of | thousands \s+ of | tens \s+ of )
"""

LENGTH_PATTERN = re.compile(
    rf"""
    \b (?: (?: the \s+ )? (?P<lead> past | last | next | first | final | coming | previous | following | recent ) \s+ )?
    (?: (?P<number> {NUMBER} ) (?: [\s-]+ or [\s-]+ (?P<other> {NUMBER} ) | \s* (?: to
        | [-–] ) \s* (?P<high> {NUMBER} ) )? (?: [\s-]* plus )? | (?P<vague> {VAGUE} ) )
    (?: \s+ | \s* - \s* ) (?: (?: full | more | straight | consecutive | long | short | further | additional
        | whole | solid ) \s+ )?
    (?P<unit> {UNITS_PLURAL} | {UNIT} ) \b
    (?P<half> \s+ and \s+ a \s+ half )?
    (?: \s+ (?P<long> long ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
ONE_PATTERN = re.compile(
    r"""
    \b (?: (?P<article> an? | (?: a | one ) \s+ half | half \s+ an? | per | each | a \s+ full | a \s+ whole
        | an \s+ entire ) \s+ )
    (?P<unit> (?: second | minute | hour | day | week | fortnight | month | quarter | year | decade
        | century ) ) \b (?! \s* - )
    (?P<half> \s+ and \s+ a \s+ half )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
HYPHEN_PATTERN = re.compile(rf"\b (?P<unit> {UNITS_PLURAL} | {UNIT} ) \s* - \s* long \b", re.VERBOSE | re.IGNORECASE)
MANY_PATTERN = re.compile(
    rf"""
    \b (?: (?P<ahead> for | after | within | over | during | through | in | amid | of | took | spent
        | lasted | lasting | despite | following | with ) \s+ )
    (?P<span> (?: the \s+ (?= (?: years | decades | centuries ) \b ) )? (?: (?: many | long | recent | more ) \s+ )?
        (?P<unit> {UNITS_PLURAL} ) ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
DAYS_OF_PATTERN = re.compile(
    r"""
        \b (?P<unit> hours | days | weeks | months | years | decades ) (?= \s+ (?: of | after | before | later
        | into ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONG_PATTERN = re.compile(
    r"""
        \b (?P<span> an? \s+ (?: very \s+ )? (?: long | short | brief | undetermined | indefinite | limited
        | certain ) \s+ (?: period \s+ of \s+ )? (?: time | period | while ) | a \s+ while | some \s+ time ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
EVERY_PATTERN = re.compile(
    rf"""
    \b (?: (?P<lead> every | each ) \s+ (?: (?P<other> other | second | {NUMBER} ) \s+ )?
            (?P<unit> {UNITS_PLURAL} | {UNIT} | morning | afternoon | evening | {WEEKDAY} )
      | (?: once | twice | {NUMBER} \s+ times ) \s+ (?: an? | per | every
          | each ) \s+ (?P<rate> {UNIT} ) ) \b (?! \s* - )
    """,
    re.VERBOSE | re.IGNORECASE,
)
ADVERB_PATTERN = re.compile(
    r"""
        \b (?P<word> daily | nightly | hourly | weekly | biweekly | fortnightly | monthly | quarterly | yearly
        | annually | annual ) \b
    """,
    re.VERBOSE,
)
ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
WEEKDAYS_PATTERN = re.compile(
    r"""
        \b (?: on \s+ )? (?P<span> (?P<weekday> (?: Mon | Tues | Wednes | Thurs | Fri | Satur
        | Sun ) day ) s ) \b (?! ['’] )
    """,
    re.VERBOSE,
)

OLD = re.compile(r"[\s-]* (?: old | of \s+ age | younger | older ) \b", re.VERBOSE | re.IGNORECASE)
PLURAL_AHEAD = re.compile(r"\b (?: those | these | all | both | which | what | no ) \s* $", re.VERBOSE)


def length(count: float | str, unit: str) -> str:
    """
    An ISO 8601 duration; TIMEX3 writes X for a number that is not told.

    >>> length(18, "month"), length(2.5, "year"), length(30, "minute"), length("X", "decade")
    ('P18M', 'P2.5Y', 'PT30M', 'PXY')
    """
    mark, times, letter = UNITS[unit]
    if isinstance(count, str):
        return f"P{mark}{count}{letter}"
    total = count * times
    return f"P{mark}{int(total) if total == int(total) else round(total, 2)}{letter}"


def read_length(found: re.Match[str], setting: Setting) -> Reading | None:
    """18 months · a 12-hour flight · the next four years · several weeks. How old somebody is, is no time."""
    if OLD.match(setting.behind(found.end())) or re.search(
        r"\b aged? \s* $", setting.before(found.start()), re.VERBOSE
    ):
        return None
    words, unit = found["unit"].lower(), unit_of(found["unit"])
    plural = words != unit
    if found["vague"]:
        return Reading(type="DURATION", value=length("X", unit)) if plural else None
    count = number(found["high"] or found["other"] or found["number"])
    hyphen = bool(re.search(r"-\s*\w+$", found[0][: found.start("unit") - found.start() + len(words)]))
    if count is None or (not plural and count != 1 and not hyphen and count == int(count)):
        return None
    if words == "day" and found["number"].lower() == "one" and not found["lead"] and not hyphen:
        measured = re.search(r"\b(?:for|in|within|after|than|least|just|only)\s*$", setting.before(found.start()))
        return Reading(type="DURATION", value="P1D") if measured else None  # "one day they will return"
    if unit == "second" and not plural and not hyphen:
        return None
    if unit == "quarter" and not plural:
        return None
    if found["high"] or found["other"]:
        return Reading(type="DURATION", value=length("X", unit))
    return Reading(
        type="DURATION", value=length(count + (0.5 if found["half"] else 0), unit), counted=bool(found["lead"])
    )


RATED = frozenset(("NUM", "NOUN", "PROPN", "SYM", "ADV"))


def read_one(found: re.Match[str], setting: Setting) -> Reading | None:
    """For a year · half an hour · 15 a year: behind what is counted, it is how often."""
    article, unit = " ".join(found["article"].lower().split()), found["unit"].lower()
    if OLD.match(setting.behind(found.end())):
        return None
    if article in ("per", "each"):
        return Reading(type="SET", value=length(1.0, unit))
    if "half" in article:
        return Reading(type="DURATION", value={"year": "P6M", "day": "PT12H"}.get(unit, length(0.5, unit)))
    if unit in ("second", "quarter"):
        return None
    ahead, behind = setting.last_word(found.start()), setting.behind(found.end())
    if (ahead and ahead[0].isalnum()) or ahead == "%":
        at = found.start() - 1
        while at > setting.sentence.start and not setting.report.text[at].strip():
            at -= 1
        grown = ahead in (
            "for",
            "after",
            "in",
            "within",
            "over",
            "nearly",
            "almost",
            "about",
            "than",
            "least",
            "just",
            "only",
            "like",
        )
        if (
            not grown
            and setting.upos(at) in RATED
            and not re.match(r"\s+(?:after|before|later|earlier|since|of)\b", behind)
        ):
            return Reading(type="SET", value=length(1.0, unit))
        if not grown and ahead in ("was", "is", "been", "such", "as", "be", "quite", "what"):
            return None  # "it has been a day of mourning" names a day, and measures none
    if re.match(r"\s+(?:when|that|where|which|to|for)\b", behind):
        return None
    return Reading(type="DURATION", value=length(1.5 if found["half"] else 1.0, unit))


def read_hyphen(found: re.Match[str], _: Setting) -> Reading | None:
    """Decades-long · year-long."""
    unit = unit_of(found["unit"])
    return Reading(type="DURATION", value=length("X" if found["unit"].lower() != unit else 1.0, unit))


def read_many(found: re.Match[str], setting: Setting) -> Reading | None:
    """For decades · over the years · in recent days."""
    unit = unit_of(found["unit"])
    if found["ahead"].lower() == "of" and not re.search(
        r"\b(?:couple|number|period|matter|tens|hundreds|dozens|thousands)\s*$", setting.before(found.start())
    ):
        return None
    return Reading(type="DURATION", value=length("X", unit))


def read_days_of(found: re.Match[str], setting: Setting) -> Reading | None:
    """Weeks of talks · months before the vote."""
    return (
        None
        if PLURAL_AHEAD.search(setting.before(found.start()))
        else Reading(type="DURATION", value=length("X", unit_of(found["unit"])))
    )


def read_long(_: re.Match[str], __: Setting) -> Reading | None:
    """A long time: TIMEX3's length without a unit."""
    return Reading(type="DURATION", value="PXX")


def read_every(found: re.Match[str], _: Setting) -> Reading | None:
    """Every week · each Friday · every two years · twice a day."""
    unit = (found["unit"] or found["rate"]).lower()
    if unit in WEEKDAYS:
        return Reading(type="SET", value=f"XXXX-WXX-{WEEKDAYS[unit] + 1}")
    if unit in PARTS and unit != "night":
        return Reading(type="SET", value=f"XXXX-XX-XXT{PARTS[unit]}")
    other = (found["other"] or "").lower()
    count = 2.0 if other in ("other", "second") else number(other) if other else 1.0
    return Reading(type="SET", value=length(count or "X", unit_of(unit)))


def read_adverb(found: re.Match[str], _: Setting) -> Reading | None:
    """Daily · annual."""
    return Reading(type="SET", value=ADVERBS[found["word"]])


def read_weekdays(found: re.Match[str], _: Setting) -> Reading | None:
    """On Mondays."""
    return Reading(type="SET", value=f"XXXX-WXX-{WEEKDAYS[found['weekday'].lower()] + 1}")


PATTERNS = (
    Expression(pattern=EVERY_PATTERN, read=read_every, words=word_set("every each once twice times")),
    Expression(pattern=LENGTH_PATTERN, read=read_length, words=UNIT_WORDS),
    Expression(pattern=ONE_PATTERN, read=read_one, words=UNIT_WORDS),
    Expression(pattern=HYPHEN_PATTERN, read=read_hyphen, words=frozenset({"long"})),
    Expression(pattern=MANY_PATTERN, read=read_many, words=UNIT_WORDS),
    Expression(pattern=DAYS_OF_PATTERN, read=read_days_of, words=UNIT_WORDS),
    Expression(pattern=LONG_PATTERN, read=read_long, words=word_set("time period while")),
    Expression(pattern=ADVERB_PATTERN, read=read_adverb, words=frozenset(ADVERBS)),
    Expression(pattern=WEEKDAYS_PATTERN, read=read_weekdays, words=frozenset(f"{day}s" for day in WEEKDAYS)),
)
