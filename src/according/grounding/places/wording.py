"""The words of `words.toml`, read once, and the nationalities of `countries.csv`."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files

from according.grounding.places.spelling import key


def _sets() -> dict[str, frozenset[str]]:
    text = files("according.grounding.places").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def _nationalities() -> dict[str, str]:
    """
    The country that a nationality belongs to, by the nationality's key.

    >>> NATIONALITIES["syrians"]
    'SYR'
    """
    text = files("according.grounding.places").joinpath("countries.csv").read_text(encoding="utf-8")
    return {
        key(word): row["code"]
        for row in csv.DictReader(text.splitlines())
        for word in row["demonyms"].split("|")
        if word
    }


WORDS = _sets()
NATIONALITIES = _nationalities()


def is_nationality(name: str) -> bool:
    """
    Whether a word says where somebody is from, and not where something is.

    >>> is_nationality("Turkish"), is_nationality("Turkey"), is_nationality("Georgian")
    (True, False, True)
    """
    named = key(name)
    return named in NATIONALITIES or named in WORDS["peoples"]
