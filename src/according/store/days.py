"""The days that a TIMEX3 value covers, so that what happened can be looked for by day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

VALUE = re.compile(
    r"""
    (?P<year> \d{4} )
    (?:
        -W (?P<week> \d\d ) (?P<weekend> -WE )?       # 2024-W20, 2024-W20-WE
      | -  (?P<part> SP | SU | FA | WI | Q[1-4] | H[12] )
      | -  (?P<month> \d\d ) (?: - (?P<day> \d\d ) )? # 2024-05, 2024-05-13
    )?
    (?: T .* )?                                       # a part of the day or a clock's time: the day is enough
    """,
    re.VERBOSE,
)

PARTS = {
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
}  # fmt: skip
"""Part of a year -> its first month and how many it has; seasons are those of meteorologists, of the northern half."""


def days(value: str | None) -> tuple[str, str] | None:
    """
    The first and the last day of a value, both inclusive, in ISO 8601; None where it names no days.

    >>> days("2024-02"), days("2024-05-13TNI"), days("2024-W20-WE")
    (('2024-02-01', '2024-02-29'), ('2024-05-13', '2024-05-13'), ('2024-05-18', '2024-05-19'))
    >>> days("2024-05-13/2024-05-15"), days("199")
    (('2024-05-13', '2024-05-15'), ('1990-01-01', '1999-12-31'))

    What is not known stays unknown: a length, a day of no year, "now".

    >>> days("P2D"), days("XXXX-05-13"), days("PRESENT_REF"), days(None)
    (None, None, None, None)
    """
    if value is None:
        return None
    if "/" in value:
        ends = [days(part) for part in value.split("/")]
        first, last = ends[0], ends[-1]
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if re.fullmatch(r"[12]\d{2}", value):  # TIMEX3 writes a decade as its first three figures
        return f"{value}0-01-01", f"{value}9-12-31"
    found = VALUE.fullmatch(value)
    try:
        covered = _covered(found) if found else None
    except ValueError:  # a thirteenth month, a 31st of June
        return None
    return (covered[0].isoformat(), covered[1].isoformat()) if covered else None


def _covered(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(days=5 if found["weekend"] else 0), monday + timedelta(days=6)
    if found["part"]:
        return _months(year, *PARTS[found["part"]])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    return _months(year, int(found["month"]), 1) if found["month"] else _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    """From the first day of a month to the last day of the `count`-th from there."""
    last = first + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
