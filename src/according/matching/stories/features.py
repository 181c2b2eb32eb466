"""
What two outlines have in common, and what speaks against one event, each between 0 and 1.

    lead      telling words of title and lead, the square root of the cosine
    whole     telling words of the whole reports, likewise
    title     telling words of the titles, likewise
    subject   rare words of one's title in the other's title and lead
    names     rare words of persons' names that both have
    apart     both name towns, and the nearest two lie far apart
    elsewhere both leads name towns, and none of them is the same or near
    gap       time between the two publications, as a logarithm, at most a year
    day       a day that both date something to
    other_day both leads give days, and the nearest two differ
    other_new both leads tell of what happened in the days before, and not on the same day
    age       ages that both have
    other_age both give ages, none of them the same
    address   streets that both have
    toll      a number of killed, injured, ... that both have
    other_toll both leads give numbers of the killed, the injured, ..., which differ
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from according.matching.stories.outline import Outline, Spot
from according.matching.stories.words import cosine, rarity

NAMES = (
    "lead", "whole", "title", "subject", "names", "apart", "elsewhere", "gap", "day", "other_day", "other_new", "age",
    "other_age", "address", "toll", "other_toll",
)  # fmt: skip
"""The features in the order of their values."""

UNKNOWN_GAP = 5
"""Days between two reports one of which has no date: the median of pairs that blocking brings together. A guess."""

LONGEST_GAP = 400
"""Days; more says no more, so that a wrong date (2099) does not outweigh what the text plainly shows."""

SAME_PLACE_KM, FAR_KM = 30.0, 1000.0
"""Towns nearer than the first may be one place; beyond the second, farther says no more. Guesses."""

NEW = 2
"""Days between an event and the report that tells of it as new; 6 measures the same. A guess."""

COMPARED = 6
"""Towns of each report that are compared, for time."""

EARTH_KM = 12742.0
"""The diameter."""


def features(a: Outline, b: Outline) -> tuple[float, ...]:
    """
    The values in the order of `NAMES`; the same for ``features(b, a)``.

    >>> one = Outline(report="r1", names=("kovac",), ages=(17,), published=737944)
    >>> dict(zip(NAMES, features(one, one)))["age"], dict(zip(NAMES, features(one, one)))["gap"]
    (0.5, 0.0)
    """
    lead = dict(b.lead)
    ages, other_ages = set(a.ages), set(b.ages)
    return (
        math.sqrt(cosine(a.lead, lead)),
        math.sqrt(cosine(a.whole, dict(b.whole))),
        math.sqrt(cosine(a.title, dict(b.title))),
        subject(a, b, lead),
        min(sum(map(rarity, set(a.names).intersection(b.names))) / 20, 1.0),
        apart(a.places, b.places),
        elsewhere(a.places, b.places),
        gap(a.published, b.published),
        float(not set(a.days).isdisjoint(b.days)),
        other_day(a.lead_days, b.lead_days),
        other_new(a, b),
        min(len(ages & other_ages) / 2, 1.0),
        float(bool(ages and other_ages) and ages.isdisjoint(other_ages)),
        min(len(set(a.addresses).intersection(b.addresses)) / 2, 1.0),
        float(not set(a.tolls).isdisjoint(b.tolls)),
        other_toll(a.lead_tolls, b.lead_tolls),
    )


def subject(a: Outline, b: Outline, lead: dict[str, int]) -> float:
    """How rare the four rarest words are that one has in its title and the other in title or lead."""
    own = dict(a.lead)
    found = [rarity(word) for word, _ in a.title if word in lead] + [rarity(word) for word, _ in b.title if word in own]
    return min(sum(sorted(found, reverse=True)[:4]) / 30, 1.0)


def gap(a: int | None, b: int | None) -> float:
    """
    The time between two days.

    >>> gap(737944, 737944), round(gap(737944, 738309), 2), round(gap(737944, None), 2)
    (0.0, 0.98, 0.3)
    """
    apart_days = UNKNOWN_GAP if a is None or b is None else min(abs(a - b), LONGEST_GAP)
    return math.log1p(apart_days) / math.log1p(LONGEST_GAP)


def other_day(a: Sequence[int], b: Sequence[int]) -> float:
    """
    How far the nearest of two reports' days are from each other; a day of difference says nothing, for clocks differ.

    >>> other_day([737944], [737945]), other_day([737944], [737947]), other_day([737944], [])
    (0.0, 0.4, 0.0)
    """
    if not a or not b:
        return 0.0
    nearest = min(abs(one - other) for one in a for other in b)
    return max(0.0, min((nearest - 1) / 5, 1.0))


def other_new(a: Outline, b: Outline) -> float:
    """Whether both leads tell of days near publication, each of other ones; a day of difference is none."""
    here, there = new_days(a), new_days(b)
    if not here or not there:
        return 0.0
    nearest = min(abs(one - other) for one in here for other in there)
    return max(0.0, min((nearest - 1) / 2, 1.0))


def new_days(outline: Outline) -> list[int]:
    """The days of the lead that lie at most two days before publication, or the next."""
    if outline.published is None:
        return []
    return [day for day in outline.lead_days if -1 <= outline.published - day <= NEW]


def other_toll(a: Sequence[tuple[str, int]], b: Sequence[tuple[str, int]]) -> float:
    """
    How many of two measures both leads count without a number in common.

    >>> other_toll([("killed", 3), ("injured", 9)], [("killed", 5), ("injured", 40)]), other_toll([("killed", 3)], [])
    (1.0, 0.0)
    >>> other_toll([("killed", 3), ("injured", 9)], [("killed", 3), ("injured", 40)])
    0.5
    """
    both = {measure for measure, _ in a} & {measure for measure, _ in b}
    agreed = {measure for measure, _ in set(a).intersection(b)}
    return min(len(both - agreed) / 2, 1.0)


def elsewhere(a: Sequence[Spot], b: Sequence[Spot]) -> float:
    """1 where both leads name towns and no two of them are within `SAME_PLACE_KM` of each other."""
    here, there = ([spot for spot in spots if spot.is_fine and spot.in_lead] for spots in (a, b))
    if not here or not there or not {spot.name for spot in here}.isdisjoint(spot.name for spot in there):
        return 0.0
    return float(apart(here, there) > 0)


def apart(a: Sequence[Spot], b: Sequence[Spot]) -> float:
    """How far the nearest towns of two reports are from each other; 0 where they share one, or one has none."""
    small, others = [spot for spot in a if spot.is_fine], [spot for spot in b if spot.is_fine]
    if not {spot.name for spot in small}.isdisjoint(spot.name for spot in others):
        return 0.0
    here = [spot for spot in small if spot.latitude is not None][:COMPARED]
    there = [spot for spot in others if spot.latitude is not None][:COMPARED]
    if not here or not there:
        return 0.0
    nearest = min(distance_km(one, other) for one in here for other in there)
    return max(0.0, min(math.log(max(nearest, 1.0) / SAME_PLACE_KM) / math.log(FAR_KM / SAME_PLACE_KM), 1.0))


def distance_km(a: Spot, b: Spot) -> float:
    """
    Along the surface, by the haversine formula; both have coordinates.

    >>> paris, lille = (Spot(name="", latitude=north, longitude=east) for north, east in [(48.86, 2.35), (50.63, 3.06)])
    >>> round(distance_km(paris, lille))
    203
    """
    south, west, north, east = (
        math.radians(degrees or 0.0) for degrees in (a.latitude, a.longitude, b.latitude, b.longitude)
    )
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
