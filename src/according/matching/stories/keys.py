"""
Under which keys a report is looked for by others of its story.

A ledger keeps the reports of each key by date and compares a report with its nearest neighbours there. Keys that
thousands share (a country and an act) find reports of the same day; keys that few share (a name, two rare words)
find the court report a year after the shooting.
"""

from __future__ import annotations

from itertools import combinations

from according.matching.stories.outline import Outline
from according.matching.stories.words import rarest, rarity

PERSONS, NAMES, WORDS, PAIRED, BODIES, PLACES, ADDRESSES, ACTS, AGES = 8, 8, 8, 5, 4, 4, 2, 3, 2
"""Keys of each kind at most: about forty in all. Guesses; the share of true pairs that are found tells of too few."""

RARE = 4.0
"""Rarity of a word that may be a key by itself: one report of fifty-five."""


def keys(outline: Outline) -> tuple[str, ...]:
    """
    The blocking keys of a report, sorted.

    >>> keys(Outline(report="r1", persons=("ana kovac",), names=("ana", "kovac"), addresses=("harlan",)))
    ('at harlan', 'name ana', 'name kovac', 'person ana kovac')
    """
    telling = sorted(outline.lead, key=lambda term: (-term[1] * rarity(term[0]), term[0]))
    rare = [word for word, _ in telling if rarity(word) >= RARE]
    towns = [spot.name for spot in outline.places if spot.is_fine and spot.in_lead][:PLACES]
    countries = sorted({spot.country for spot in outline.places if spot.country and spot.in_lead})
    acts = [act.split()[0] for act in outline.acts][:ACTS]
    surnames = sorted(outline.names, key=lambda name: -rarity(name))[:NAMES]
    found = {
        *(f"person {name}" for name in outline.persons[:PERSONS]),
        *(f"name {name}" for name in surnames if rarity(name) >= RARE),
        *(f"word {word}" for word in rare[:WORDS]),
        *(f"words {' '.join(sorted(pair))}" for pair in combinations([word for word, _ in telling[:PAIRED]], 2)),
        *(f"body {name}" for name in outline.bodies[:BODIES] if rarest(name) >= RARE),
        *(f"in {town}" for town in towns),
        *(f"in {town} aged {age}" for town in towns[:AGES] for age in outline.ages[:AGES]),
        *(f"at {street}" for street in outline.addresses[:ADDRESSES]),
        *(f"{act} in {country}" for act in acts[:1] for country in countries[:ACTS]),
        *outline.parties[:ACTS],
    }
    return tuple(sorted(found))
