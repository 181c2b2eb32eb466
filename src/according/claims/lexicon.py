"""The word lists of this stage as patterns, each list read and compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
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
    return re.compile(rf"(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """A list as it stands."""
    return frozenset(table(name)[section][key])
