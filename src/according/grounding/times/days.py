"""Days counted on and back, and their ISO 8601 and TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Years that a report may mean. Four figures outside are no year; news names few years before the first millennium."""


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none: February 30."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_on(day: date, months: int) -> str:
    """
    The month that lies so many months after `day`'s.

    >>> months_on(date(2015, 1, 31), -1), months_on(date(2015, 12, 1), 1)
    ('2014-12', '2016-01')
    """
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def week(day: date) -> str:
    """
    The ISO week of a day.

    >>> week(date(2016, 1, 3))
    '2015-W53'
    """
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def quarter(day: date, on: int = 0) -> str:
    """
    The quarter that lies `on` quarters after `day`'s.

    >>> quarter(date(2007, 1, 18), -1)
    '2006-Q4'
    """
    count = day.year * 4 + (day.month - 1) // 3 + on
    return f"{count // 4:04d}-Q{count % 4 + 1}"


def units_on(day: date, number: float, unit: str) -> str | None:
    """
    What lies `number` units after `day`: a day, week, month or year, as the unit tells; None past the calendar.

    >>> (
    ...     units_on(date(2015, 9, 9), -2, "day"),
    ...     units_on(date(2015, 9, 9), -3, "month"),
    ...     units_on(date(2015, 9, 9), -1, "decade"),
    ... )
    ('2015-09-07', '2015-06', '2005')
    """
    whole = round(number)
    try:
        if unit in ("second", "minute", "hour"):
            return (
                (day + timedelta(days=int(number / 24))).isoformat() if unit == "hour" and abs(number) >= 24 else None
            )
        if unit in ("day", "night"):
            return (day + timedelta(days=whole)).isoformat()
        if unit in ("week", "fortnight"):
            return week(day + timedelta(weeks=whole * (2 if unit == "fortnight" else 1)))
        if unit == "weekend":
            return f"{week(day + timedelta(weeks=whole))}-WE"
        if unit == "month":
            return months_on(day, whole)
        if unit == "quarter":
            return quarter(day, whole)
    except OverflowError:
        return None
    year = day.year + whole * {"decade": 10, "century": 100}.get(unit, 1)
    return f"{year:04d}" if FIRST_YEAR <= year <= LAST_YEAR else None


def weekday_near(day: date, weekday: int, tense: str | None) -> date:
    """
    The last such day of the week on or before `day`, or with "future" the next one on or after it.

    >>> weekday_near(date(2015, 9, 9), 1, "past"), weekday_near(date(2015, 9, 9), 1, "future")
    (datetime.date(2015, 9, 8), datetime.date(2015, 9, 15))
    """
    if tense == "future":
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def year_near(day: date, month: int, number: int | None, tense: str | None) -> int | None:
    """
    The year of a month, or of a day of a month, that is named without one; None for a day that is in no calendar.

    >>> year_near(date(2010, 1, 25), 12, 11, "past"), year_near(date(2010, 1, 25), 12, None, "future")
    (2009, 2010)

    Without a tense the nearest is meant:

    >>> year_near(date(2010, 1, 25), 12, 11, None), year_near(date(2010, 1, 25), 3, None, None)
    (2009, 2010)
    """
    options = []
    for year in range(day.year - 4, day.year + 5):  # four, for the 29th of February
        first = day_or_none(year, month, number or 1)
        if first is not None:
            distance = (first - day).days if number else (year - day.year) * 365 + (month - day.month) * 30
            options.append((distance, year))
    if tense == "past":
        options = [each for each in options if each[0] <= 0] or options
    elif tense == "future":
        options = [each for each in options if each[0] >= 0] or options
    return min(options, key=lambda each: (abs(each[0]), each[0]))[1] if options else None
