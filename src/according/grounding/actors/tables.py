"""
The tables behind the lexicon: countries, bodies, role nouns, and the dictionary's facts. Each file is read once.

Countries, organisations and role nouns stand in `according.world`, for attribution describes sources by them too; what
actors need besides (armed groups by date, ship classes, faiths) stands in this folder's `data`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from according.grounding.actors.dates import Stretch
from according.grounding.actors.folding import fold
from according.world.lookup import word_set
from according.world.tables import KINDS, table

UNITED_NATIONS = word_set(
    """
    un unicef unhcr unrwa ocha unesco undp unifil monusco minusma unamid unmiss unodc unep unfpa wfp fao who iom iaea
    """
)
UNITED = (
    "United Nations",
    "UN ",
    "U.N.",
    "World Food",
    "World Health",
    "Food and Agriculture",
    "International Court of",
)
EUROPEAN = ("EU", "E.U.", "European", "Eurostat", "Eurogroup", "Europol", "Frontex", "EUFOR", "ECB")
NO_UNION = ("European Court of Human Rights",)
NO_COUNTRY = {"IGO": "IGO", "NGO": "NGO", "MNC": "MNC", "BUS": "MNC"}
"""PLOVER's codes for bodies of no one country, by their sector in the table of organisations."""

SEATS = {
    "Pentagon": ("MIL", "GOV"),
    "Capitol Hill": ("LEG",),
    "Westminster": ("LEG",),
    "Holyrood": ("LEG",),
    "Stormont": ("LEG",),
}
"""Seats that stand for something other than the government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    What a table says of a word: its `kind` (as in the tables), country and sectors.

    `weak`: the sectors stand only where nothing beside the word tells others. `dated`: sectors within a
    stretch of days, which go before `sectors` there.
    """

    kind: str
    word: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    weak: bool = False
    role: str = ""
    source: str = "own"
    dated: tuple[tuple[Stretch, tuple[str, ...]], ...] = ()

    def sectors_at(self, day: str | None) -> tuple[str, ...]:
        """The sectors on that day; without a day the table's plain ones."""
        for stretch, sectors in self.dated:
            if day is not None and stretch.at(day) == "within":
                return sectors
        return self.sectors


def own(name: str) -> dict[str, Any]:
    """A table of this folder."""
    return tomllib.loads((files("according.grounding.actors") / "data" / name).read_text(encoding="utf-8"))


@cache
def phoenix() -> tuple[dict[str, str], ...]:
    """The dictionary's facts as `training.actor_dictionary` writes them."""
    path = files("according.grounding.actors") / "data" / "phoenix.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def entries() -> Iterator[tuple[str, Entry]]:
    """(as written, entry) of every table; where two know the same words the earlier one counts."""
    mine = own("words.toml")
    yield from _organisations(own("organisations.toml")["organisations"])
    yield from _words(mine["words"])
    yield from _organisations(table("organisations.toml")["organisations"])
    yield from _countries(table("countries.toml"))
    yield from _countries(mine["countries"])
    words = table("sectors.toml")
    yield from _words(words["words"])
    for word, row in words["titles"].items():
        yield word, Entry(kind="title", word=word, role=row["role"], sectors=tuple(row["sectors"]))
    yield from _dictionary()


def _countries(rows: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Entry]]:
    for code, row in rows.items():
        for heading, words in row.items():
            for word in words:
                sectors = SEATS.get(word, ("GOV",)) if heading == "seats" else ()
                yield word, Entry(kind=KINDS[heading], word=word, country=code, sectors=sectors)


def _words(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        for word in row["words"]:
            sectors = _plover(tuple(row["sectors"]))
            yield word, Entry(kind=row["kind"], word=word, sectors=sectors, weak=row.get("weak", False))


def _organisations(rows: list[dict[str, Any]]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        dated = tuple(
            (Stretch(start=stretch["from"], end=stretch.get("to", "")), tuple(stretch["sectors"]))
            for stretch in row.get("dated", ())
        )
        sectors = tuple(row["sectors"])
        for name in row["names"]:
            country = row.get("country") or _code(name, sectors)
            entry = Entry(kind="organisation", word=row["names"][0], country=country, sectors=_plover(sectors))
            yield name, replace(entry, word=name, dated=dated)


def _plover(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """PLOVER's own sectors first: SOC for non-governmental bodies, BUS for multinationals."""
    first = {"NGO": "SOC", "MNC": "BUS"}.get(sectors[0]) if sectors else None
    return (first, *sectors) if first else sectors


def _code(name: str, sectors: tuple[str, ...]) -> str | None:
    """PLOVER's code for a body of no one country: UNO, EUR, IGO, NGO, MNC."""
    if "IGO" in sectors:
        if name.casefold() in UNITED_NATIONS or name.startswith(UNITED):
            return "UNO"
        if name.startswith(EUROPEAN) and not name.startswith(NO_UNION):
            return "EUR"
    return next((NO_COUNTRY[sector] for sector in sectors if sector in NO_COUNTRY), None)


def _dictionary() -> Iterator[tuple[str, Entry]]:
    """The dictionary's places and bodies, but for persons whom it takes for bodies and our own table knows."""
    persons = {fold(name) for block in own("offices.toml")["office"] for name, *_ in block["held"]}
    for row in phoenix():
        if row["kind"] == "person":
            continue
        kind = "place" if row["kind"] == "place" else "organisation"
        sectors = tuple(row["sectors"].split())
        for name in row["names"].split("|"):
            if fold(name) not in persons:
                country = row["country"] or None
                yield name, Entry(kind=kind, word=name, country=country, sectors=sectors, source="phoenix")
