"""Feasts, fixed and movable: "Christmas", "Ramadan", "Eid al-Fitr", "Easter Monday", "Passover"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from according.grounding.times.expressions import Expression
from according.grounding.times.setting import Reading, Setting
from according.world.lookup import LETTERS

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new year's": (1, 1), "new year's day": (1, 1), "new year's eve": (12, 31),
    "may day": (5, 1), "halloween": (10, 31), "valentine's day": (2, 14), "bastille day": (7, 14),
    "epiphany": (1, 6), "nowruz": (3, 21), "newroz": (3, 21), "armistice day": (11, 11),
}  # fmt: skip
"""(month, day). Nowruz falls on the 20th or 21st of March, as the equinox does; the 21st is kept."""
EASTER = {
    "good friday": -2, "holy saturday": -1, "easter": 0, "easter sunday": 0, "easter monday": 1, "palm sunday": -7,
    "ash wednesday": -46, "pentecost": 49,
}  # fmt: skip
"""Days from the Western Easter."""


@cache
def movable() -> dict[str, tuple[tuple[date, date], ...]]:
    """First and last day of each feast of the data file, by every name it has."""
    table = tomllib.loads((files(__package__) / "feasts.toml").read_text(encoding="utf-8"))["feast"]
    found = {}
    for feast in table:
        days = tuple((day, day + timedelta(days=max(feast["days"], 1) - 1)) for day in feast["first_days"])
        found.update(dict.fromkeys(feast["names"], days))
    ends = [first for first, _ in found["eid al-fitr"]]
    for name in ("ramadan", "ramzan", "ramadhan"):
        found[name] = tuple(
            (first, ends[at] - timedelta(days=1))
            for first, _ in found[name]
            if (at := bisect_right(ends, first)) < len(ends)
        )
    both = sorted({*found["eid al-fitr"], *found["eid al-adha"]})
    found["eid"] = tuple(both)
    return found


def easter(year: int) -> date:
    """
    The Western Easter Sunday (the anonymous Gregorian computus).

    >>> easter(2015), easter(2024)
    (datetime.date(2015, 4, 5), datetime.date(2024, 3, 31))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


NAMES = sorted({*FIXED, *EASTER, *movable()}, key=len, reverse=True)
FEAST_PATTERN = re.compile(
    rf"""
    (?<! \w ) (?P<name> {"|".join(re.escape(name).replace("'", "['’]") for name in NAMES)} )
    (?! \w | \s+ (?: Island | eve\b | day\b ) )
    (?: ,? \s+ (?: (?: in | of ) \s+ )? (?P<year> (?: 19 | 20 )\d\d | last \s+ year | this \s+ year
        | next \s+ year ) \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_feast(found: re.Match[str], setting: Setting) -> Reading | None:
    """The feast that the tense and the day of the report point to; several days are an interval."""
    if not found["name"][0].isupper():
        return None
    name = found["name"].lower().replace("’", "'")
    written = (found["year"] or "").lower()
    if setting.day is None and not written.isdigit():
        return Reading(type="DATE", value=None)
    day = setting.day or date(int(written), 7, 1)
    year = int(written) if written.isdigit() else None
    if written and year is None:
        year = day.year + {"last": -1, "next": 1}.get(written[:4], 0)
    known = _days(name, day)
    if year is not None:
        known = [each for each in _days(name, date(year, 7, 1)) if each[0].year == year]
    if not known:
        return Reading(type="DATE", value=None)
    tense = setting.tense(found.start())
    if year is None and tense in ("past", "future"):
        ahead = tense == "future"
        known = [each for each in known if (each[1] >= day if ahead else each[0] <= day)] or known
    first, last = min(known, key=lambda each: abs((each[0] - day).days))
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Reading(type="DATE", value=value, counted=year is None)


def _days(name: str, day: date) -> list[tuple[date, date]]:
    """First and last days of a feast in the years about `day`."""
    years = range(day.year - 1, day.year + 2)
    if name in FIXED:
        return [(date(year, *FIXED[name]),) * 2 for year in years]
    if name in EASTER:
        return [(easter(year) + timedelta(days=EASTER[name]),) * 2 for year in years]
    return [each for each in movable()[name] if each[0].year in years]


PATTERNS = (
    Expression(pattern=FEAST_PATTERN, read=read_feast, words=frozenset(LETTERS.findall(name)[0] for name in NAMES)),
)
