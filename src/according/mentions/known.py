"""What a name means to everybody: countries, capitals, peoples, bodies; from the tables of `according.world`."""

from __future__ import annotations

from functools import cache, lru_cache

from according.mentions.lexicon import PEOPLES
from according.world.lookup import is_written_so, without_accents
from according.world.tables import table

Known = tuple[tuple[str, ...], str]
"""A name's words as they are written, and what it is."""

RANKS = {
    "names": "country", "capitals": "capital", "places": "place", "seats": "seat",
    "demonyms": "demonym", "people": "nationals",
}  # fmt: skip
"""Headings of countries.toml, and what stands under each."""

LONGEST = 6
"""Words of a known name at most, so that looking up is cheap; longer ones are found by the tagger."""


@cache
def _known() -> dict[tuple[str, ...], list[Known]]:
    """Every known name by its folded words."""
    found: dict[tuple[str, ...], list[Known]] = {}
    for body in table("organisations.toml")["organisations"]:
        for name in body["names"]:
            _add(found, name, "body")
    for country in table("countries.toml").values():
        for heading, rank in RANKS.items():
            for name in country.get(heading, ()):
                _add(found, name, rank)
    return found


def _add(found: dict[tuple[str, ...], list[Known]], name: str, rank: str) -> None:
    words = tuple(name.split())
    found.setdefault(_folded(words), []).append((words, rank))


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(without_accents(word).replace(".", "").replace("'", "") for word in words)


@lru_cache(maxsize=4096)  # a report asks for the same few names again and again
def rank_of(words: tuple[str, ...]) -> str | None:
    """
    What a name is: body · country · capital · place · seat · demonym · nationals · people; None where no table has it.

    >>> rank_of(("Kenya",)), rank_of(("the", "U.N.")), rank_of(("Kenyans",)), rank_of(("Anna", "Berg"))
    ('country', 'body', 'nationals', None)

    "people" is of no one country:

    >>> rank_of(("Kurdish",)), rank_of(("Muslims",))
    ('people', 'people')

    The capitals must be the table's:

    >>> rank_of(("turkey",)), rank_of(("who",))
    (None, None)
    """
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words or len(words) > LONGEST:
        return None
    if len(words) == 1 and words[0][:1].isupper() and words[0].lower().replace("’", "'") in PEOPLES:
        return "people"
    return next((rank for written, rank in _known().get(_folded(words), ()) if _is_so(written, words)), None)


def _is_so(written: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return written[0][:1].isupper() and is_written_so(_plain(written), _plain(words))


def _plain(words: tuple[str, ...]) -> list[str]:
    return [word.replace("’", "").replace("'", "") for word in words]
