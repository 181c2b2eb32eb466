"""
Whether two mentions of two reports are of one event, from the two alone: for the ledger, where the answer may not
depend on what else is in it.

Polarity and certainty are left out with intent: a denial is of the event that it denies.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from according.matching.happenings.comparing import OTHER_SPEAKER, Compared, Matrix, other_speaker
from according.matching.happenings.scoring import fitting, log_odds
from according.matching.happenings.sketches import Sketch, Spot
from according.matching.happenings.words import rarity
from according.records import Step

OTHER_DAY = -4.0
"""
Log-odds added where both mentions have a day of their own and the days differ by more than one; half of it for one day,
which clocks and time zones make. A guess: ECB+ has no dates to measure it by; the development reports with dates would.
"""

OTHER_PLACE = -3.0
"""Log-odds added where both have a town of their own, farther apart than `NEAR_KM`. A guess, as before."""

NEAR_KM = 60.0
"""Kilometres within which two places may be two names for where one thing happened. A guess."""

LONG_AFTER = 14
"""Days between two reports after which news of the one is no news of the other, unless a day says so. A guess."""

STALE = -2.0
"""Log-odds added there. A guess, as before."""

FINE = frozenset({"exact", "vicinity", "town", "district"})
"""Precisions of places that are small enough to tell two events apart."""


def sameness(one: Sketch, other: Sketch) -> tuple[float, tuple[Step, ...]]:
    """
    The probability that two mentions are of one event, and what spoke for and against it.

    The order of the two does not matter. For all events of two reports `between` is quicker.
    """
    first, second = sorted((one, other), key=_name)
    odds = float(_odds((first, second))[0, 1])
    reasons = [*shared(first, second), Step(stage="matching", rule=SCORER, field="event", score=round(odds, 3))]
    for rule, added, said in told_apart(first, second):
        odds += added
        reasons.append(Step(stage="matching", rule=rule, field="event", value=said, score=added))
    return 1 / (1 + math.exp(-max(odds, -LEAST))), tuple(reasons)


SCORER = "happenings.apart"
"""The rule of a reason that gives the learnt scorer's log-odds."""

LEAST = 30.0
"""Log-odds beyond which a probability is as good as 0."""


def between(ones: Sequence[Sketch], others: Sequence[Sketch]) -> Matrix:
    """
    The log-odds that each of `ones` is of one event with each of `others`, as `sameness` has it; ``(ones, others)``.

    Where a mention of either report has no vector, no vector of the two reports counts.
    """
    every = sorted((*ones, *others), key=_name)
    at = {id(sketch): number for number, sketch in enumerate(every)}
    odds = _odds(every)[np.ix_([at[id(one)] for one in ones], [at[id(other)] for other in others])]
    for row, column in np.argwhere(odds > HOPELESS):
        first, second = sorted((ones[row], others[column]), key=_name)
        odds[row, column] += sum(added for _, added, _ in told_apart(first, second))
    return odds


HOPELESS = -5.0
"""Log-odds below which nothing else is looked at: no pair of these comes back above one in a hundred."""


def _odds(sketches: Sequence[Sketch]) -> Matrix:
    """What the learnt scorer says of all pairs."""
    given, end = fitting(sketches)
    return log_odds("apart" + end, Compared(given, local=False).rows(0, len(given)))


def _name(sketch: Sketch) -> tuple[str, str]:
    return sketch.setting.report, sketch.id


def told_apart(one: Sketch, other: Sketch) -> list[tuple[str, float, str]]:
    """The rules that push the two apart: the rule, what it adds to the log-odds, and the words for it."""
    rules = (speakers(one, other), days(one, other), places(one, other), dates(one, other))
    return [found for found in rules if found[1]]


def shared(one: Sketch, other: Sketch) -> list[Step]:
    """What the two have in common, for a reader: words of the trigger, parties, moments, figures."""
    found = []
    for rule, some, others in (
        ("happenings.trigger", one.roots, other.roots),
        ("happenings.parties", one.parties, other.parties),
        ("happenings.moments", one.moments, other.moments),
        ("happenings.figures", one.figures, other.figures),
    ):
        if some & others:
            found.append(Step(stage="matching", rule=rule, field="event", value=" ".join(sorted(some & others))))
    return found


def speakers(one: Sketch, other: Sketch) -> tuple[str, float, str]:
    """Two speakers push two sayings apart."""
    if not other_speaker(one, other):
        return "happenings.speakers", 0.0, ""
    said = " and ".join(" ".join(sorted(sketch.actors)) for sketch in (one, other))
    return "happenings.speakers", OTHER_SPEAKER, said


def days(one: Sketch, other: Sketch) -> tuple[str, float, str]:
    """Two different days push the mentions apart."""
    apart = _days_between(one.day, other.day)
    if not apart:
        return "happenings.days", 0.0, ""
    return "happenings.days", OTHER_DAY if apart > 1 else OTHER_DAY / 2, f"{one.day} and {other.day}"


def places(one: Sketch, other: Sketch) -> tuple[str, float, str]:
    """Two towns far from each other push the mentions apart."""
    if one.spot is None or other.spot is None or not {one.spot.precision, other.spot.precision} <= FINE:
        return "happenings.places", 0.0, ""
    apart = kilometres(one.spot, other.spot)
    return "happenings.places", OTHER_PLACE if apart > NEAR_KM else 0.0, f"{apart:.0f} km"


def dates(one: Sketch, other: Sketch) -> tuple[str, float, str]:
    """Reports far from each other in time push current, undated events apart."""
    apart = _days_between(one.setting.published, other.setting.published)
    dated = one.day is not None and other.day is not None
    if apart is None or apart <= LONG_AFTER or dated or not (one.is_current and other.is_current):
        return "happenings.dates", 0.0, ""
    return "happenings.dates", STALE, f"{apart} days"


def _days_between(one: str | None, other: str | None) -> int | None:
    """Days between two ISO 8601 dates; None where either is missing or none."""
    try:
        return abs((date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days)
    except ValueError:
        return None


def kilometres(one: Spot, other: Spot) -> float:
    """
    The great-circle distance (haversine, Earth's mean radius 6371 km).

    >>> a, b = (Spot(geonames_id=n, precision="town", latitude=lat, longitude=0.0) for n, lat in ((1, 0.0), (2, 1.0)))
    >>> round(kilometres(a, b))
    111
    """
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(turn / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


TELLING = 0.5
"""Rarity from which a word makes a key: more common ones are in every third report. A guess."""


def keys(sketch: Sketch) -> tuple[str, ...]:
    """
    What the mention may be found by: the root of its main word with each party, place, or day; a few dozen at most.

    Two mentions of one event that share neither word nor party are not found.
    """
    roots = sorted(sketch.roots)
    parties = sorted((word for word in sketch.parties | sketch.names if rarity(word) >= TELLING), key=_rarest)[:MOST]
    found = [f"{root} {party}" for root in roots for party in parties]
    if sketch.type:
        found += [f"{sketch.type} {party}" for party in parties]
        if sketch.spot:
            found.append(f"{sketch.type} @{sketch.spot.geonames_id}")
    return tuple(sorted(dict.fromkeys(found)))[:MOST_KEYS]


MOST, MOST_KEYS = 6, 36
"""Parties that make keys, and keys: a convention of ours, so that no mention costs more than a few dozen look-ups."""


def _rarest(word: str) -> tuple[float, str]:
    return -rarity(word), word
