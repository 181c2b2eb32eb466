"""Days, and stretches of days of which a table knows the year or the month only."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"(\d{4}) (?: -(\d{2}) (?: -(\d{2}) )? )? (?: T.* )?", re.VERBOSE)  # 2015-09-09T12:00 · 2015-09 · 2015
WRITTEN = re.compile(r"(\d{1,2}) \s+ ([A-Za-z]{3,9}) \s+ (\d{4})", re.VERBOSE)  # 9 September 2015


@lru_cache(maxsize=1024)
def day_of(date: str | None) -> str | None:
    """
    The date as YYYY-MM-DD, a missing month or day made the middle one; None where it is no date.

    >>> day_of("2015-09-09T12:00:00Z"), day_of("9 September 2015"), day_of("2015"), day_of("today")
    ('2015-09-09', '2015-09-09', '2015-07-01', None)
    """
    text = (date or "").strip()
    if match := ISO.fullmatch(text):
        year, month, day = match.groups()
        parts = (int(year), int(month or 7), int(day or (15 if month else 1)))
    elif (match := WRITTEN.fullmatch(text)) and match[2][:3].lower() in MONTHS:
        parts = (int(match[3]), MONTHS.index(match[2][:3].lower()) + 1, int(match[1]))
    else:
        return None
    try:
        return dt.date(*parts).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """
    From when to when, each YYYY, YYYY-MM or YYYY-MM-DD; `end` is empty where it has not ended.

    A year or month alone leaves a doubt of that length: "2004" to "2011" is sure from the last day
    of 2004 to the first of 2011.
    """

    start: str
    end: str = ""

    def at(self, day: str) -> str:
        """
        Where a day lies: before · doubtful · within · after.

        >>> [
        ...     Stretch(start="2004", end="2011-03").at(day)
        ...     for day in ("2003-05-01", "2004-05-01", "2011-02-28", "2011-04-01")
        ... ]
        ['before', 'doubtful', 'within', 'after']
        """
        if self.start and day < _first(self.start):
            return "before"
        if self.end and day > _last(self.end):
            return "after"
        surely_begun = bool(self.start) and day >= _last(self.start)
        surely_on = not self.end or day <= _first(self.end)
        return "within" if surely_begun and surely_on else "doubtful"


def _first(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _last(date: str) -> str:
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
