"""The word lists of this stage as patterns, each list read and compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One data file of this stage, by its name without ".toml"."""
    return tomllib.loads(files("according.claims").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, section: str, key: str) -> re.Pattern[str]:
    """
    A pattern that finds any entry of a list as whole words, the longest first; "n't" begins within a word.

    >>> pattern("certainty", "words", "unlikely").search("It is very unlikely.")[0]
    'very unlikely'
    """
    entries = sorted(table(name)[section][key], key=len, reverse=True)
    spelled = [
        (r"(?<!\w)" if entry[0].isalpha() and entry[:2] not in ("n'", "n’") else "")
        + r"\s+".join(re.escape(word) for word in entry.split())
        for entry in entries
    ]
    made = re.compile(rf"(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
    OPENINGS[made] = frozenset(
        LETTERS.findall(entry.lower())[-1] if entry[:2] in ("n'", "n’") else LETTERS.findall(entry.lower())[0]
        for entry in entries
    )
    return made


OPENINGS: dict[re.Pattern[str], frozenset[str]] = {}
"""The letters that each pattern's entries begin with, in lower case; of "n't" those behind the mark."""


def may_match(wanted: re.Pattern[str], passage: str) -> bool:
    """
    Whether a passage holds the beginning of any entry: asked first, since most hold none and searching costs more.

    >>> may_match(pattern("certainty", "words", "unlikely"), "It rained."), may_match(re.compile("rain"), "")
    (False, True)
    """
    openings = OPENINGS.get(wanted)
    return openings is None or not openings.isdisjoint(_words_of(passage))


@lru_cache(maxsize=64)
def _words_of(passage: str) -> frozenset[str]:
    """The runs of letters of a passage, in lower case."""
    return frozenset(LETTERS.findall(passage.lower()))


LETTERS = re.compile(r"[^\W\d_]+")


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """A list as it stands."""
    return frozenset(table(name)[section][key])
