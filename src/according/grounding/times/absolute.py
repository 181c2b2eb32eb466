"""Dates of the calendar, whole or in part: "September 2, 2015", "11 December", "mid-June", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from according.grounding.times.calendar_words import (
    EDGE,
    MONTH,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    SHORT_WEEKDAY,
)
from according.grounding.times.days import FIRST_YEAR, day_or_none, year_near
from according.grounding.times.expressions import Expression
from according.grounding.times.setting import Reading, Setting
from according.world.lookup import DIGITS
from according.world.months import MONTHS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


YEAR = r"(?: 1\d{3} | 20\d\d )"
DAY = r"""
    (?: (?: 0?[1-9] | [12]\d | 3[01] ) (?: st | nd | rd | th )? (?! [\d%] | [.,:]\d | \s (?: million | billion
    | percent | per ) ) )
"""
OF_PART = (
    rf"(?i: (?: the \s+ )? (?: (?: early | small | late ) \s+ )? (?P<part_of> hours | {PART} ) \s+ (?: of | on ) \s+ )"
)
TO = r"\s* (?: - | – | — | to | until | through | and ) \s*"

DAY_PATTERN = re.compile(
    rf"""
    (?<! [\w/] ) (?: {OF_PART} )?
    (?: {SHORT_WEEKDAY} ,? \s+ (?: the \s+ )? )?                                 # Monday, ... ; Thursday the ...
    (?:
        (?P<month> {MONTH} ) (?: \s+ | (?<= \. ) ) (?: the \s+ )? (?P<day> {DAY} )
            (?: {TO} (?P<last> {DAY} ) (?! \s+ {MONTH} ) )?
            (?: ,? \s+ (?: (?: in | of ) \s+ )? (?P<year> {YEAR} ) (?! \d | ,\d{{3}} ) )?  # September 2(-4)(, 2015)
      | (?: the \s+ )? (?P<day_first> {DAY} ) (?: {TO} (?P<last_first> {DAY} ) )? (?: \s+ | - ) (?: of \s+ )?
            # 2(-4) Sept (2015)
            (?P<month_second> {MONTH} ) (?: ,? [\s-]+ (?P<year_second> {YEAR} ) (?! \d | ,\d{{3}} ) )?
      | (?P<iso> {YEAR} - [01]\d - [0-3]\d )                                              # 2015-09-02
    )
    (?: \s+ (?P<part> {PART} ) \b )? (?! \w )
    """,
    re.VERBOSE,
)
FIGURES_PATTERN = re.compile(
    r"""
        (?<! [\w/.-] ) (?P<one> \d{1,2} ) (?P<mark> [/.-] ) (?P<two> \d{1,2} ) (?P=mark) (?P<year> \d{4}
        | \d\d ) (?! [\w/] | [.-]\d )
    """,
    re.VERBOSE,
)
MONTH_PATTERN = re.compile(
    rf"""
    (?<! \w ) (?P<edge> {EDGE} )?
    (?: (?P<lead> (?i: last | next | this | this \s+ past | this \s+ coming ) ) \s+ )?
    (?P<month> {MONTH} ) (?! \w )
    (?: (?: ,? \s+ (?: of \s+ )? | - ) (?P<year> {YEAR} | (?i: (?: last | this | next ) \s+ year ) ) (?! \d
        | ,\d{{3}} ) )?
    """,
    re.VERBOSE,
)
YEAR_PATTERN = re.compile(
    rf"""
    (?<! [\w$£€¥#.,/'’-] ) (?P<edge> {EDGE} )?
    (?: (?P<fiscal> (?i: fiscal (?: \s+ year )? | financial \s+ year | FY ) ) \s* )?
    (?P<year> {YEAR} ) (?: (?: \s* [-–/] \s* ) (?P<to> \d\d ) (?! [\d-] ) )?
    (?! \d | [.,:/] \d | [-–] [A-Za-z\d]{{1,3}} \b | % | s \b | ['’] s \s+ \d )
    """,
    re.VERBOSE,
)
YEARS_PATTERN = re.compile(
    rf"(?<! [\w$£€-] ) (?P<from> {YEAR} ) \s? [-–] \s? (?P<till> {YEAR} ) (?! [\w-] )", re.VERBOSE
)
SHORT_YEAR_PATTERN = re.compile(
    r"(?i: \b (?: in | since | of | until | by ) \s+ ) (?P<span> ['’‘] (?P<year> \d\d ) ) (?! \w )", re.VERBOSE
)
DECADE_PATTERN = re.compile(
    rf"""
    (?<! [\w$£€] ) (?P<edge> {EDGE} )? (?: the \s+ )? (?P<edge_inner> {EDGE} )?
    (?: (?P<decade> (?: 1[5-9] | 20 )\d ) 0 ['’]? s                      # the 1990s
      | ['’‘] (?P<short> \d ) 0 s                                         # the '90s
      | (?P<word> (?: twenties | thirties | forties | fifties | sixties | seventies | eighties | nineties ) )
    ) \b
    """,
    re.VERBOSE,
)
DECADES = {
    word: place
    for place, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], start=2
    )
}
CENTURY_PATTERN = re.compile(
    rf"\b (?P<edge> {EDGE} )? (?P<number> \d\d? ) (?: st | nd | rd | th ) [\s-] centur(?: y | ies ) \b",
    re.VERBOSE | re.IGNORECASE,
)
PIECE_PATTERN = re.compile(
    rf"""
    \b (?: (?: the | this \s+ year ['’]s ) \s+ )?
    (?: (?P<ordinal> first | second | third | fourth | 1st | 2nd | 3rd | 4th ) [\s-]+ (?P<unit> quarter | half )
      | Q (?P<figure> [1-4] ) (?! \d ) | H (?P<half> [12] ) (?! \d ) | (?P<season> {SEASON} ) )
    (?: ,? \s+ (?: of \s+ | in \s+ )? (?: the \s+ )? (?P<fiscal> (?: fiscal | financial ) (?: \s+ year )? \s* )?
        (?P<year> {YEAR} | (?: this | last | next ) \s+ year | (?: the \s+ )? year ) (?! \d | ,\d{{3}} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

NAMED_DAYS = re.compile(
    r"\s* (?: attack | bombing | massacre | movement | coup | uprising | revolution | terror )", re.VERBOSE
)
"""Behind a day without a year: the name of an event, whose year the report need not say."""
NUMBERED = re.compile(
    r"""(?: resolutions? | resolutions \s+ \d+ \s+ and | flight | route | highway | room
        | page | article | section | boeing | airbus | windows | office
        | class | model | no | nos | number | unit | chapter | channel | law | decree | order | some | about | around
        | nearly | almost | approximately | roughly | least | than | over | to | another | additional | street
        | avenue | psalm | only | just | exactly | asteroid | version | bus | line | battalion | brigade | regiment
        | division ) \s* (?: no\.? )? \s* $""",
    re.VERBOSE,
)
"""Ahead of four figures that are no year: Resolution 1973, some 2000 people. A list of ours."""
COUNTED = re.compile(
    r"""\s* -? \s* (?: people | troops | soldiers | men | women | children | dead | deaths | killed | wounded | tonnes
        | tons | km | kilomet
        | miles | met(?:er|re)s | feet | dollars | euros | pounds | yen | yuan | rubles | roubles | points
            | percent | per \s cent
        | acres | hectares | barrels | workers | employees | jobs | years | months | days | hours | GMT | UTC | kg
        | mph )""",
    re.VERBOSE,
)


def year_words(words: str, setting: Setting) -> tuple[int | None, bool]:
    """The year that "2014", "last year" or "the year" mean, and whether it was counted from the day of the report."""
    words = words.lower()
    if words.isdigit():
        return int(words), False
    if setting.day is None:
        return None, True
    return setting.day.year + (-1 if words.startswith("last") else 1 if words.startswith("next") else 0), True


def read_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """September 2, 2015 · Wed. 2 Sept · June 3-5 · the night of 14 March."""
    part = found["part"] or found["part_of"]
    if found["iso"]:
        day, end, counted = day_or_none(*(int(piece) for piece in found["iso"].split("-"))), None, False
    else:
        month = MONTHS[(found["month"] or found["month_second"]).lower().rstrip(".")]
        number, last = (
            int(re.sub(r"\D", "", piece)) if piece else None
            for piece in (found["day"] or found["day_first"], found["last"] or found["last_first"])
        )  # fmt: skip
        year_written = found["year"] or found["year_second"]
        if year_written is None and NAMED_DAYS.match(setting.behind(found.end())):
            return Reading(type="DATE", value=f"XXXX-{month:02d}-{number:02d}")
        counted = year_written is None
        if counted and setting.day is None:
            return Reading(type="DATE", value=None)
        tense = setting.tense(found.start()) if counted else None
        year = int(year_written) if year_written else year_near(setting.day or date.min, month, number, tense) or 0
        day = day_or_none(year, month, number or 0) if year else None
        end = day_or_none(year, month, last) if year and last else None
    if day is None or (end is not None and end <= day):
        return None
    value = day.isoformat()
    if part:
        return Reading(type="TIME", value=f"{value}T{PARTS.get(part.lower(), 'NI')}", counted=counted)
    return Reading(type="DATE", value=f"{value}/{end.isoformat()}" if end else value, counted=counted)


def read_figures(found: re.Match[str], setting: Setting) -> Reading | None:
    """25/07/2016; where day and month may change places, the reading nearer to the day of the report."""
    year = int(found["year"])
    if len(found["year"]) == 2:
        if found["mark"] != "/":
            return None
        year += 2000 if setting.day is None or year <= setting.day.year % 100 + 1 else 1900
    if not 1800 <= year <= 2100:
        return None
    one, two = int(found["one"]), int(found["two"])
    days = {day_or_none(year, two, one), day_or_none(year, one, two)} - {None}
    if found["mark"] == ".":
        days = {day_or_none(year, two, one)} - {None}
    known = sorted(day for day in days if day is not None)
    if len(known) == 1:
        return Reading(type="DATE", value=known[0].isoformat())
    if not known:
        return None
    if setting.day is None:
        return Reading(type="DATE", value=None)
    today = setting.day
    return Reading(type="DATE", value=min(known, key=lambda day: abs((day - today).days)).isoformat(), counted=True)


AHEAD_OF_MONTHS = _words(
    "in since until till by from to of during before after through between last next this early late mid "
    "- – for and or on around about"
)


def read_month(found: re.Match[str], setting: Setting) -> Reading | None:
    """In February · mid-June · early November 2005 · last December. "May" and "March" only where a month is meant."""
    name = found["month"].rstrip(".")
    month, year, tense = MONTHS[name.lower()], found["year"], None
    bare = not (year or found["lead"] or found["edge"])
    ahead = setting.last_word(found.start())
    if bare and name.lower() in ("may", "march", "mar", "dec", "sep", "jan", "jun", "apr", "august"):
        if ahead not in AHEAD_OF_MONTHS or (ahead == "to" and setting.upos(found.start("month")) in ("VERB", "AUX")):
            return None
        if setting.upos(found.start("month")) in ("AUX", "VERB"):
            return None
    named = name.isupper() or re.match(r"\s+ (?! I\b ) [A-Z][a-z]+ (?! \w )", setting.behind(found.end()), re.VERBOSE)
    if bare and named and ahead not in AHEAD_OF_MONTHS:
        return None  # "April Jones", and headings in capitals
    if year and year.isdigit():
        return Reading(type="DATE", value=f"{year}-{month:02d}")
    if setting.day is None:
        return Reading(type="DATE", value=None)
    day, lead = setting.day, (found["lead"] or "").lower()
    if year:
        number, _ = year_words(year, setting)
    elif lead == "last" or "past" in lead:
        number = day.year - (month >= day.month)
    elif lead == "next":
        number = day.year + (month <= day.month)
    else:
        tense = setting.tense(found.start("month"))
        number = year_near(
            day, month, None, "future" if ahead in ("until", "by") and tense is None else tense or "past"
        )
    return Reading(type="DATE", value=f"{number:04d}-{month:02d}", counted=True)


def read_year(found: re.Match[str], setting: Setting) -> Reading | None:
    """2011 · early 2014 · fiscal 2015 · 2013-14. Four figures that count something are no year."""
    number = int(found["year"])
    if found["fiscal"]:
        return Reading(type="DATE", value=f"FY{number}")
    if found["to"]:
        end = number // 100 * 100 + int(found["to"])
        return Reading(type="DATE", value=f"{number}/{end}") if end == number + 1 else None
    ahead, behind = setting.before(found.start("year")), setting.behind(found.end())
    temporal = re.search(
        r"""
            \b(?: in | since | until | till | by | from | during | before | after | of | to | between | and
            | late | early ) \s* $
        """,
        ahead,
        re.VERBOSE,
    )
    if COUNTED.match(behind) or (
        NUMBERED.search(ahead) and not re.search(r"\b (?: from | between ) \s .* \b to \s* $", ahead, re.VERBOSE)
    ):
        return None
    if not found["edge"]:
        if number < 1800 and not re.search(r"\b(?: in | since | until | from | of | year ) \s* $", ahead, re.VERBOSE):
            return None
        if number < FIRST_YEAR or (number > 2060 and not temporal):
            return None
        plural = re.match(r"\s+[a-z]+s\b", behind)
        if (
            number % 50 == 0
            and plural
            and not re.search(r"\b(?: the | in | since | its | his | their )\s*$", ahead, re.VERBOSE)
        ):
            return None
    return Reading(type="DATE", value=str(number))


def read_years(found: re.Match[str], _: Setting) -> Reading | None:
    """1977-1979: from one year to the other."""
    return Reading(type="DATE", value=f"{found['from']}/{found['till']}") if found["from"] < found["till"] else None


def read_short_year(found: re.Match[str], setting: Setting) -> Reading | None:
    """In '98: the latest such year up to the report's."""
    if setting.day is None:
        return Reading(type="DATE", value=None)
    number = setting.day.year // 100 * 100 + int(found["year"])
    return Reading(type="DATE", value=str(number if number <= setting.day.year + 5 else number - 100), counted=True)


def read_decade(found: re.Match[str], setting: Setting) -> Reading | None:
    """The 1990s · the '90s · the mid-nineties: TIMEX3 writes a decade as its first three figures."""
    if found["decade"]:
        return Reading(type="DATE", value=found["decade"])
    if found["word"] and re.search(
        r"\b(?: his | her | their | my | our | your ) \s+ (?: \w+ [\s-]+ )? $",
        setting.before(found.start()),
        re.VERBOSE,
    ):
        return None  # "in her thirties" is an age
    place = int(found["short"]) if found["short"] else DECADES[found["word"].lower()]
    return Reading(type="DATE", value=f"19{place}")


def read_century(found: re.Match[str], _: Setting) -> Reading | None:
    """The 19th century: TIMEX3 writes 18."""
    number = int(found["number"])
    return Reading(type="DATE", value=f"{number - 1:02d}") if 1 <= number <= 22 else None


def read_piece(found: re.Match[str], setting: Setting) -> Reading | None:
    """The third quarter of 2014 · Q3 · the first half of last year · summer 2013 · the fourth quarter."""
    if found["season"]:
        if not found["year"] or (found["season"][0].isupper() and found["season"].lower() in ("spring", "fall")):
            return None if not found["year"] else _piece(SEASONS[found["season"].lower()], found, setting)
        return _piece(SEASONS[found["season"].lower()], found, setting)
    if found["figure"]:
        return _piece(f"Q{found['figure']}", found, setting)
    if found["half"] or (found["unit"] or "").lower() == "half":
        number = int(found["half"]) if found["half"] else ORDINALS[found["ordinal"].lower()]
        return _piece(f"H{number}", found, setting) if number <= 2 and found["year"] else None
    return _piece(f"Q{ORDINALS[found['ordinal'].lower()]}", found, setting)


def _piece(code: str, found: re.Match[str], setting: Setting) -> Reading:
    if found["year"]:
        year, counted = year_words(found["year"].lower().removeprefix("the "), setting)
        fiscal = "FY" if found["fiscal"] else ""
        return Reading(type="DATE", value=f"{fiscal}{year:04d}-{code}" if year else None, counted=counted)
    if setting.day is None:
        return Reading(type="DATE", value=None)
    year = setting.day.year
    if code[0] == "Q":  # a quarter without a year is the latest of that number that is over or runs
        now, tense = (setting.day.month - 1) // 3 + 1, setting.tense(found.start())
        year += (int(code[1]) < now) if tense == "future" else -(int(code[1]) > now)
    return Reading(type="DATE", value=f"{year:04d}-{code}", counted=True)


PATTERNS = (
    Expression(pattern=DAY_PATTERN, read=read_day, words=DIGITS),
    Expression(pattern=FIGURES_PATTERN, read=read_figures, words=DIGITS),
    Expression(pattern=MONTH_PATTERN, read=read_month, words=frozenset(MONTHS)),
    Expression(pattern=YEAR_PATTERN, read=read_year, words=DIGITS),
    Expression(pattern=YEARS_PATTERN, read=read_years, words=DIGITS),
    Expression(pattern=SHORT_YEAR_PATTERN, read=read_short_year, words=DIGITS),
    Expression(pattern=DECADE_PATTERN, read=read_decade, words=frozenset({"s", *DECADES})),
    Expression(pattern=CENTURY_PATTERN, read=read_century, words=frozenset({"century", "centuries"})),
    Expression(pattern=PIECE_PATTERN, read=read_piece, words=frozenset({"quarter", "half", "q", "h", *SEASONS})),
)
