"""Times of the clock: "8 a.m.", "18:00 UTC", "noon". The day is one that the sentence names, else the report's."""

from __future__ import annotations

import re

from according.grounding.times.expressions import Expression
from according.grounding.times.setting import Reading, Setting
from according.world.lookup import DIGITS

ZONE = r"(?P<zone> GMT | UTC | Z\b | [A-Z]{1,3}[SD]T\b | local \s+ time | CET | Zulu )"
CLOCK_PATTERN = re.compile(
    rf"""
    (?<! [\w:.,$£€/-] )
    (?:
        # 4:15 p.m.
        (?P<hour> \d{{1,2}} ) (?: [:.] (?P<minute> [0-5]\d ) (?: :[0-5]\d )? )? \s? (?P<half> (?i: [ap]\.m\.?
            | [ap]m\b ) ) (?: \s+ \(? {ZONE} )?
      | (?P<hour_only> \d{{1,2}} ) : (?P<minute_only> [0-5]\d ) (?: :[0-5]\d )? (?: \s* (?: h\b | hrs?\b | hours\b ) )?
            (?: \s* \(? (?P<zone_only> GMT | UTC | [A-Z]{{1,3}}[SD]T\b | local \s+ time | CET ) )?  # 18:00 UTC
      | (?P<military> [012]\d[0-5]\d ) \s? (?P<zone_military> GMT | UTC | hrs\b | hours\b | local \s+ time )  # 1530 GMT
      | (?P<clock> (?i: \d{{1,2}} | one | two | three | four | five | six | seven | eight | nine | ten
          | eleven | twelve ) )
            \s+ o['’]clock
      | (?P<name> (?i: noon | midnight | midday ) ) \b
    ) (?! \d )
    """,
    re.VERBOSE,
)
HOURS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
NAMES = {"noon": "T12:00", "midday": "TMI", "midnight": "T24:00"}
SCORES = re.compile(
    r"""
        (?: record | won | score | scored | victory | beat | win | ratio | lost | verse | odds
        | in ) \s* (?: of \s* )? $
    """,
    re.VERBOSE,
)


def read_clock(found: re.Match[str], setting: Setting) -> Reading | None:
    """8 a.m. · 18:00 UTC · 1530 GMT · eight o'clock · midnight."""
    hour, minute, zone = 0, "00", ""
    if found["name"]:
        clock = NAMES[found["name"].lower()]
    else:
        if found["hour"]:
            hour, minute, zone = int(found["hour"]), found["minute"] or "00", found["zone"] or ""
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
        elif found["hour_only"]:
            hour, minute, zone = int(found["hour_only"]), found["minute_only"], found["zone_only"] or ""
            if not zone and SCORES.search(setting.before(found.start())):
                return None
        elif found["military"]:
            hour, minute, zone = int(found["military"][:2]), found["military"][2:], found["zone_military"]
        else:
            written = found["clock"].lower()
            hour = int(written) if written.isdigit() else HOURS[written]
        if hour > 24:
            return None
        clock = f"T{hour:02d}:{minute}" + ("Z" if zone in ("GMT", "UTC", "Z", "Zulu") else "")
    day = setting.nearest_day(found.start())
    return Reading(type="TIME", value=f"{day}{clock}" if day else None, counted=not setting.days)


PATTERNS = (Expression(pattern=CLOCK_PATTERN, read=read_clock, words=DIGITS | {"o", "noon", "midnight", "midday"}),)
