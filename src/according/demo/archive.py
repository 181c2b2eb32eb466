"""
An archive of any size, invented by rule: what `according bench --match` measures with.

So many reports a day, of stories of all sizes: most have one report, some thirty, over one to four days. Of a story's
reports some are copies of a wire's, some rewrites, some of their own; one report in twelve is of a war that never
ends. The words are drawn as often as news has them. Nothing in them means anything.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate

from according.records import (
    Claim,
    Entity,
    Event,
    Participant,
    Place,
    Quantity,
    Record,
    Report,
    Sentence,
    SourceLink,
    Span,
    Time,
)

A_DAY = 100
"""Reports a day: a small newsroom's feeds."""

FIRST_DAY = date(2021, 1, 4)
WAR = 1 / 12
WIRE, REWRITE = 0.3, 0.3
"""Shares of a story's later reports that copy its first one, or take half of it."""

OUTLETS = 60
TOWNS = {
    "Izmir": ("TUR", 38.4, 27.1),
    "Mersin": ("TUR", 36.8, 34.6),
    "Gulu": ("UGA", 2.8, 32.3),
    "Beira": ("MOZ", -19.8, 34.8),
    "Nampula": ("MOZ", -15.1, 39.3),
    "Rosario": ("ARG", -32.9, -60.6),
    "Salta": ("ARG", -24.8, -65.4),
    "Sylhet": ("BGD", 24.9, 91.9),
    "Khulna": ("BGD", 22.8, 89.6),
    "Tampere": ("FIN", 61.5, 23.8),
    "Oulu": ("FIN", 65.0, 25.5),
    "Bergen": ("NOR", 60.4, 5.3),
    "Kumasi": ("GHA", 6.7, -1.6),
    "Tamale": ("GHA", 9.4, -0.8),
    "Cebu": ("PHL", 10.3, 123.9),
    "Davao": ("PHL", 7.1, 125.6),
    "Leeds": ("GBR", 53.8, -1.5),
    "Tulsa": ("USA", 36.2, -96.0),
    "Boise": ("USA", 43.6, -116.2),
    "Lyon": ("FRA", 45.8, 4.8),
}
FRONT = {
    "Kharkiv": ("UKR", 50.0, 36.2),
    "Sumy": ("UKR", 50.9, 34.8),
    "Izyum": ("UKR", 49.2, 37.3),
    "Kupiansk": ("UKR", 49.7, 37.6),
    "Lyman": ("UKR", 49.0, 37.8),
    "Nikopol": ("UKR", 47.6, 34.4),
}
"""Real towns; what happens in them here does not."""

ACTS = ("ASSAULT", "PROTEST", "AID", "AGREE", "ACCUSE", "COERCE", "CONSULT", "THREATEN")
SYLLABLES = re.findall("..", "karomitesavodelibraosjupehanoektimadosebawuzogafiye")


def invented(count: int, seed: int = 1) -> Iterator[Record]:
    """
    So many reports, in the order of their days; the same for the same seed.

    >>> [one, *others] = invented(300)
    >>> one.report.published, len({record.report.id for record in others})
    ('2021-01-04', 299)
    """
    rng = random.Random(seed)  # noqa: S311 - an archive that anybody can make again, not a secret
    running: list[Story] = []
    made = 0
    for number in range(-(-count // A_DAY)):
        day = FIRST_DAY + timedelta(days=number)
        running = [story for story in running if story.left]
        for _ in range(min(A_DAY, count - made)):
            telling = [story for story in running if rng.random() < 0.5 / len(running)] if running else []
            if not telling:
                telling = [_story(rng, day)]
                running += telling
            yield _report(rng, telling[0], day, made)
            made += 1


@dataclass(slots=True)
class Story:
    """What a story's reports have in common, and how many of them are still to come."""

    left: int
    town: str
    land: tuple[str, float, float]
    act: str
    words: list[str]
    people: list[str]
    body: str
    dead: int
    day: date
    told: list[str] = field(default_factory=list)


def _story(rng: random.Random, day: date) -> Story:
    is_war = rng.random() < WAR
    town, land = rng.choice(sorted((FRONT if is_war else TOWNS).items()))
    size = min(int(rng.paretovariate(1.1)), 30)
    rare = rng.sample(_vocabulary()[0][2000:], 12)
    war = ["shelling", "drone", "brigade", "ceasefire", "front", "artillery"]
    return Story(
        left=size,
        town=town,
        land=land,
        act="ASSAULT" if is_war else rng.choice(ACTS),
        words=rare + (war if is_war else []),
        people=[f"{_name(rng)} {_name(rng)}" for _ in range(3)],
        body=f"{_name(rng)} {rng.choice(['Ministry', 'Council', 'Union', 'Company'])}",
        dead=rng.randint(1, 40),
        day=day,
    )


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(3, 4))).title()


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words of news, the commonest first, and the sums of how often each comes."""
    table = json.loads(files("according.matching.stories").joinpath("rarity.json").read_text(encoding="utf-8"))
    levels = {int(level): row.split() for level, row in table["rarity"].items()}
    words = [(word, math.exp(-level / 10)) for level in sorted(levels) for word in levels[level]]
    return [word for word, _ in words], list(accumulate(share for _, share in words))


def _sentence(rng: random.Random, story: Story) -> str:
    words, sums = _vocabulary()
    drawn = rng.choices(words, cum_weights=sums, k=rng.randint(12, 22))
    for _ in range(4):
        drawn[rng.randrange(len(drawn))] = rng.choice(story.words)
    return " ".join(drawn).capitalize() + "."


def _report(rng: random.Random, story: Story, day: date, number: int) -> Record:
    story.left -= 1
    kind = rng.random() if story.told else 1.0
    sentences = [_sentence(rng, story) for _ in range(rng.randint(8, 14))]
    if kind < WIRE:
        sentences = story.told + sentences[:1]
    elif kind < WIRE + REWRITE:
        sentences = [old if rng.random() < 0.5 else new for old, new in zip(story.told, sentences, strict=False)]
    story.told = story.told or sentences
    first, other, third = story.people
    opening = f"{story.town} saw {story.dead} killed on {story.day:%B %d}, {first} of the {story.body} said."
    second = f"{other} denied what {third} had said of {story.words[0]} and {story.words[1]}."
    title = " ".join([story.town, *rng.sample(story.words, 5)]).capitalize()
    return _record("\n".join([title, "", opening, second, *sentences, f"Report {number}."]), title, story, day, number)


def _record(text: str, title: str, story: Story, day: date, number: int) -> Record:
    """As it would have been read: the opening's place, day, toll, event and speakers are found."""

    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words, len(title))
        return (Span(start=start, end=start + len(words)),)

    outlet = f"Outlet {number * 7 % OUTLETS}"
    entities = [Entity(id=f"e{n}", name=name, kind="person") for n, name in enumerate(story.people)]
    entities.append(Entity(id="e9", name=story.body, kind="organisation", country=story.land[0]))
    country, latitude, longitude = story.land
    place = Place(
        spans=spans(story.town),
        name=story.town,
        country=country,
        latitude=latitude,
        longitude=longitude,
        precision="town",
    )
    time = Time(spans=spans(f"{story.day:%B %d}"), type="DATE", value=story.day.isoformat())
    party = Participant(spans=spans(story.body), entity="e9", country=country, sectors=("GOV",))
    event = Event(
        id="v1", trigger=spans("killed"), type=story.act, recipients=(party,), place=place, time=time, quantities=(0,)
    )
    dead = float(story.dead)
    toll = Quantity(spans=spans(str(story.dead)), value=dead, low=dead, high=dead, bound="exact", measure="killed")
    claims = tuple(
        Claim(
            id=f"c{n}",
            chain=(SourceLink(), SourceLink(spans=spans(name), entity=f"e{n}", identification="named")),
            content=spans("denied what" if n else f"{story.town} saw"),
            stance="denied" if n else "asserted",
            events=() if n else ("v1",),
            attribution=f"a{n}",
        )
        for n, name in enumerate(story.people)
    )
    report = Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        publisher=outlet,
        published=day.isoformat(),
        url=f"https://{outlet.lower().replace(' ', '')}.example/{number}",
    )
    return Record(
        report=report,
        sentences=_cut(text),
        entities=tuple(entities),
        events=(event,),
        places=(place,),
        times=(time,),
        quantities=(toll,),
        claims=claims,
        made_by="invented",
    )


def _cut(text: str) -> tuple[Sentence, ...]:
    """One sentence a line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Sentence(span=Span(start=at, end=at + len(line)), words=(), paragraph=0))
        at += len(line) + 1
    return tuple(found)
