"""Which countries a wording names, by name, adjective or capital: parties of an accusation, not places of an event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from according.matching.origins.words import folded
from according.matching.relations.words import stem
from according.world.tables import table


@cache
def nations() -> dict[str, str]:
    """Stem of a single word to ISO 3166 alpha-3 code: "norway", "norwegian", "oslo"."""
    found: dict[str, str] = {}
    for code, row in table("countries.toml").items():
        for heading in ("names", "demonyms", "people", "capitals", "seats"):
            for name in row.get(heading, ()):
                words = folded(name)
                if len(words) == 1:
                    found.setdefault(stem(words[0]), code)
    return found


def named(stems: Iterable[str]) -> frozenset[str]:
    """The countries whose names or adjectives are among the stems of a wording."""
    known = nations()
    return frozenset(known[found] for found in stems if found in known)


def countries(text: str) -> frozenset[str]:
    """
    The countries named in `text`.

    >>> sorted(countries("Norways envoy in Quito called the Russian account false"))
    ['ECU', 'NOR', 'RUS']
    """
    return named(map(stem, folded(text)))
