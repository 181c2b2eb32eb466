"""The tables that several stages look words up in, as plain data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

KINDS = {
    "names": "name",
    "demonyms": "demonym",
    "people": "people",
    "capitals": "capital",
    "seats": "seat",
    "places": "place",
}
"""Headings of countries.toml and the kind of word that stands under each."""


@cache
def table(name: str) -> dict[str, Any]:
    """
    One file of `data`, read once; nobody may change what it gives.

    >>> table("countries.toml")["KEN"]["capitals"]
    ['Nairobi']
    """
    return tomllib.loads((files("according.world") / "data" / name).read_text(encoding="utf-8"))
