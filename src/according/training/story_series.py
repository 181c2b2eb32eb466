"""
Series of invented reports: wars that bring the like news day after day, put together by rule from phrases of ours.

Corpora of news grouped by event have few events that are alike in all but day, town and toll; a scorer fitted on them
alone makes one story of a whole war. Places are real, all else is made up.
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from according.records import Page

PHRASES = Path(__file__).parent / "examples" / "series.toml"
DAYS = 40
"""Days of each series, an event each."""

LATE, FOLLOWED = 0.2, 0.3
"""Shares of reports that come out a day late, and of events that a report comes back to. Guesses."""

SEED = 20261122

Told = tuple[str, str, dt.date]
"""Title, text and day of publication."""


def series() -> Iterator[tuple[str, Page]]:
    """Each report with the event that it is about, the same on each call."""
    table = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    for number, war in enumerate(table["war"]):
        chance = random.Random(SEED + number)
        first = dt.date(2015 + number, 3, 2)
        for count in range(DAYS):
            event = f"{war['name']}-{count}"
            happened = facts(war, table["targets"], first + dt.timedelta(days=count), chance)
            for place, (title, text, published) in enumerate(reports(table, war, happened, chance)):
                text = f"{title}\n\n{text}\n"
                yield event, Page(data=text, title=title, published=published.isoformat(), path=f"{event}-{place}")


def facts(war: dict[str, Any], targets: list[str], day: dt.date, chance: random.Random) -> dict[str, Any]:
    """What happened on a day of a war, by the names that stand in the phrases."""
    return {
        "town": chance.choice(war["towns"]),
        "target": chance.choice(targets),
        "weapon": chance.choice(war["weapons"]),
        "killed": chance.randint(2, 40),
        "injured": chance.randint(3, 90),
        "witness": f"{chance.choice(war['first'])} {chance.choice(war['last'])}",
        "day": day,
        "weekday": f"{day:%A}",
        "date": f"{day:%B} {day.day}",
        **{name: war[name] for name in ("side", "other", "country", "leader")},
    }


def reports(
    table: dict[str, Any], war: dict[str, Any], happened: dict[str, Any], chance: random.Random
) -> Iterator[Told]:
    """The reports of an event: two to four of the day, and sometimes one that comes back to it."""
    leads = chance.sample(table["leads"], chance.randint(2, 4))
    told = [(chance.choice(table["titles"]), lead, int(chance.random() < LATE)) for lead in leads]
    if chance.random() < FOLLOWED:
        again = chance.choice(table["follow_ups"])
        told.append((again["title"], again["lead"], chance.randint(4, 60)))
    for title, lead, later in told:
        background = chance.sample(war["background"], chance.randint(1, 3))
        title, lead = title.format(**happened), lead.format(**happened)
        text = "\n\n".join([lead.strip(), *background])
        yield title[0].upper() + title[1:], text, happened["day"] + dt.timedelta(days=later)
