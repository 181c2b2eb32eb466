"""The calendar's words: months, days of the week, units, parts of the day; and pieces of patterns made of them."""

from __future__ import annotations

from according.world.months import MONTHS

WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
UNITS = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"),
    "night": ("", 1, "D"), "week": ("", 1, "W"), "fortnight": ("", 2, "W"), "weekend": ("", 1, "WE"),
    "month": ("", 1, "M"), "quarter": ("", 1, "Q"), "year": ("", 1, "Y"), "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
}  # fmt: skip
"""Unit -> (mark of a time of day, how many, letter) of an ISO 8601 duration: a decade is P10Y."""

PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midday": "MI", "lunchtime": "MI",
    "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "night": "NI",
}  # fmt: skip
"""Part of the day -> TIMEX3's code."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {
    name: number
    for number, names in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th"), start=1)
    for name in names.split()
}


def _cased(words: list[str]) -> str:
    """Alternatives written with a capital, or in capitals."""
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in sorted(words, key=len, reverse=True))


_WHOLE = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
MONTH = rf"""
    (?: (?: {_cased(_WHOLE)} ) \b
      | (?: {_cased([name for name in MONTHS if name not in _WHOLE])} ) \b \.?
    )
"""
WEEKDAY = rf"(?: (?: {_cased(list(WEEKDAYS))} ) \b )"
SHORT_WEEKDAY = rf"(?: {WEEKDAY} | (?: Mon | Tue | Tues | Wed | Thu | Thur | Thurs | Fri | Sat | Sun ) \b \.? )"
PART = rf"(?i: {'|'.join(PARTS)} )"
UNIT = r"(?i: second | minute | hour | day | night | week | fortnight | weekend | month | quarter | year | decade )"
UNITS_PLURAL = (
    r"""
        (?i: seconds | secs | minutes | mins | hours | hrs | days | nights | weeks | fortnights | weekends
        | months | quarters
    """
    r" | years | decades | centuries )"
)
SEASON = rf"(?i: {'|'.join(SEASONS)} )"
EDGE = r"""
    (?i: (?: the \s+ )? (?: very \s+ )?
        (?: (?: early | late | mid | later | earlier ) (?: \s+ in | \s+ on )? [\s-]+ (?: on \s+ | in \s+ )?
          | (?: beginning | start | end | middle | close | turn | course ) \s+ of \s+
        )
    )
"""
"""early (June), mid-(2014), the end of (last year): TIMEX3 keeps these in `mod`; the value is the whole's."""


def unit_of(word: str) -> str:
    """
    The unit in the singular.

    >>> unit_of("Years"), unit_of("centuries"), unit_of("hrs"), unit_of("day")
    ('year', 'century', 'hour', 'day')
    """
    word = word.lower()
    short = {"hrs": "hour", "hr": "hour", "mins": "minute", "min": "minute", "secs": "second", "centuries": "century"}
    return short.get(word) or word.removesuffix("s")
