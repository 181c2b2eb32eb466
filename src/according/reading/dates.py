"""
Dates that a page states about itself: "Published July 2 2016", "2016-07-02T10:00Z", "Sat, 02 Jul 2016 10:00:00 GMT".

Only full dates count, with day, month and year; a date that can be read in two ways is none.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from according.world.months import MONTHS

MONTH = "(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)"

FULL_DATE = re.compile(
    rf"""
    {WEEKDAY}?
    (?:
        (?P<month_first> {MONTH} ) \s* (?P<day_second> \d{{1,2}} ) (?: st|nd|rd|th )? \s* ,? \s+
            (?P<year_a> \d{{4}} )                                                               # July 2, 2016
      | (?P<day_first> \d{{1,2}} ) (?: st|nd|rd|th )? [\s-]+ (?P<month_second> {MONTH} ) [\s,-]+
            (?P<year_b> \d{{4}} )                                                         # 2 July 2016, 2-Jul-2016
      | (?P<year_c> \d{{4}} ) [-/.] (?P<month_number> \d{{1,2}} ) [-/.] (?P<day_third> \d{{1,2}} )  # 2016-07-02
      | (?P<one> \d{{1,2}} ) (?P<mark> [./-] ) (?P<two> \d{{1,2}} ) (?P=mark)
            (?P<year_d> \d{{4}} )                                                               # 25.07.2016
    ) (?! \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)

EARLIEST, LATEST = 1600, 2200
"""Years of publication that are believed: newspapers begin in 1605; the other end only stops slips of the keys."""


def full_date(text: str) -> str | None:
    """
    The ISO 8601 date at the beginning of `text`, or None.

    >>> full_date("Sun 10 Jul 2016, 14:02")
    '2016-07-10'
    >>> full_date("June 31, 2016")

    The third of July or the seventh of March? Nobody says, so neither do we:

    >>> full_date("03/07/2016")
    >>> full_date("25/07/2016")
    '2016-07-25'
    """
    found = FULL_DATE.match(text)
    return None if found is None else date_of(found)


def date_of(found: re.Match[str]) -> str | None:
    """The ISO 8601 date of a match of `FULL_DATE`; None for a day that is not in the calendar or stands for two."""
    part = found.groupdict()
    if part["month_first"]:
        numbers = part["year_a"], MONTHS[part["month_first"].lower().rstrip(".")], part["day_second"]
    elif part["month_second"]:
        numbers = part["year_b"], MONTHS[part["month_second"].lower().rstrip(".")], part["day_first"]
    elif part["year_c"]:
        numbers = part["year_c"], int(part["month_number"]), part["day_third"]
    else:
        one, two = int(part["one"]), int(part["two"])
        if one <= 12 and two <= 12 and one != two and part["mark"] != ".":
            return None
        day, month = (two, one) if two > 12 else (one, two)
        numbers = part["year_d"], month, str(day)
    return calendar_date(int(numbers[0]), numbers[1], int(numbers[2]))


def calendar_date(year: int, month: int, day: int) -> str | None:
    """The date in ISO 8601, or None when the calendar has no such day."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest_year(month: int, day: int, published: str) -> str | None:
    """
    The date of that month and day nearest to the publication.

    >>> nearest_year(12, 31, "2016-01-02")
    '2015-12-31'
    """
    anchor = date.fromisoformat(published[:10])
    found = [calendar_date(year, month, day) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    days = [date.fromisoformat(value) for value in found if value]
    return min(days, key=lambda value: abs((value - anchor).days)).isoformat() if days else None


MAIL_DATE = re.compile(
    r"""
    (?: [A-Za-z]{3,9} ,? \s+ )? \d{1,2} \s+ [A-Za-z]{3,9} ,? \s+ \d{4} ,? \s+
    \d{1,2} : \d{2} (?: : \d{2} )? \s* (?: [+-]\d{4} | [A-Z]{1,5} )?      # Sat, 02 Jul 2016 10:00:00 GMT
    """,
    re.VERBOSE,
)
"""RFC 5322, as feeds write it, with a comma that people put in."""


def iso(value: str) -> str | None:
    """
    An ISO 8601 date or date and time of what a page's metadata states, or None.

    A time is kept with its offset where one is stated; a midnight without offset, which is how
    pages write a bare date, is taken for one.

    >>> iso("2016-07-02T10:00:00Z"), iso("Sat, 02 Jul 2016 10:00:00 GMT"), iso("20160702T100000+0300")
    ('2016-07-02T10:00:00+00:00', '2016-07-02T10:00:00+00:00', '2016-07-02T10:00:00+03:00')
    >>> iso("2016-07-02T00:00:00"), iso("July 2, 2016"), iso("yesterday"), iso("2016-07")
    ('2016-07-02', '2016-07-02', None, None)
    """
    text = value.strip()
    exact = iso_exactly(text)
    if exact is not None:
        return exact
    if not MAIL_DATE.fullmatch(text):  # else Python reads dates into words that hold none
        return full_date(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return full_date(text)
    return moment.isoformat() if EARLIEST <= moment.year <= LATEST else None


def iso_exactly(value: str) -> str | None:
    """
    The value when it is a date or a date and time in ISO 8601, put into one form; else None.

    >>> iso_exactly("2015-09-09"), iso_exactly("2015-W37-3"), iso_exactly("9 September 2015")
    ('2015-09-09', '2015-09-09', None)
    """
    text = value.strip()
    if not re.match(r"\d{4}-?[\dW]", text):
        return None
    try:
        if len(text) <= 10 and "T" not in text.upper().replace("W", ""):
            moment: date = date.fromisoformat(text)
            return moment.isoformat() if EARLIEST <= moment.year <= LATEST else None
        stamp = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$|Z$)", "", text))
    except ValueError:
        return None
    if not EARLIEST <= stamp.year <= LATEST:
        return None
    if stamp.tzinfo is None and not (stamp.hour or stamp.minute or stamp.second):
        return stamp.date().isoformat()
    return stamp.replace(microsecond=0).isoformat()
