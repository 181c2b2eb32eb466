"""On which sources two reports rest alike."""

from __future__ import annotations

from dataclasses import dataclass

from according.matching.origins.voices import Voice, rarity_of

TELLING = 4.0
"""Rarity of common words from which they name somebody: a word that stands in one report of fifty. Not tuned."""

OFFICE_WORD = 2.0
"""The same where country and sector agree too: "defence" of "the defence ministry in Oslo"."""

SAME_OFFICE = 0.6
SAME_POLICE = 0.5
SAME_GOVERNMENT = 0.2
"""
How far two voices are one that are not named alike: a body of one country and sector with a word in common; police that
tell of one matter; voices of one country and sector. Guesses, as shares of a voice named alike; development pairs are
too few to tell 0.4 from 0.6.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What two reports rest on alike: how much of both, 0 to 1, and the `pairs` of voices, the weightiest first."""

    share: float = 0.0
    pairs: tuple[tuple[Voice, Voice], ...] = ()


def resting(one: tuple[Voice, ...], other: tuple[Voice, ...]) -> Rest:
    """The voices that two reports have in common, each taken once, the weightiest first."""
    likely = [
        (likeness(a, b) * (a.weight * b.weight) ** 0.5, i, j) for i, a in enumerate(one) for j, b in enumerate(other)
    ]
    share = 0.0
    mine: set[int] = set()
    theirs: set[int] = set()
    pairs: list[tuple[Voice, Voice]] = []
    for weight, i, j in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        if weight <= 0:
            break
        if i in mine or j in theirs:
            continue
        mine.add(i)
        theirs.add(j)
        share += weight
        pairs.append((one[i], other[j]))
    return Rest(share=min(share, 1.0), pairs=tuple(pairs))


def likeness(one: Voice, other: Voice) -> float:
    """
    How far two reports' voices are one, 0 to 1; police of one matter are one department until names tell otherwise.

    >>> marina = Voice(name="Harbour Observatory", words=("harbour", "observatory"), weight=0.3, sector="NGO")
    >>> head = Voice(name="Ana Lopes", words=("ana", "harbour", "lopes", "observatory"), weight=0.1, sector="NGO")
    >>> likeness(marina, head)
    1.0
    >>> likeness(marina, Voice(name="Jan Vik", words=("jan", "vik"), weight=0.3))
    0.0
    """
    common = tuple(word for word in one.words if word in other.words)
    rarity = rarity_of(common)
    best = 0.0
    if rarity >= TELLING:
        best = min(rarity / min(rarity_of(one.words), rarity_of(other.words)), 1.0)
    is_one_country = one.country == other.country
    if one.country and is_one_country and one.sector and one.sector == other.sector:
        best = max(best, SAME_OFFICE if rarity >= OFFICE_WORD else SAME_GOVERNMENT)
    are_two = one.is_person and other.is_person and not common
    if one.sector == other.sector == "COP" and not are_two and (is_one_country or not one.country or not other.country):
        best = max(best, SAME_POLICE)
    return best
