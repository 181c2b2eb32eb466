"""
Writing places and their names into the gazetteer's file.

Names are first put aside as they come and then written in the order of the table's key, which is
several times quicker than writing each where it belongs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

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
CREATE TABLE source (name TEXT NOT NULL, date TEXT, places INTEGER NOT NULL);
"""

SET_ASIDE = """
CREATE TEMP TABLE new_name (key TEXT, place INTEGER, preferred INTEGER);
CREATE TEMP TABLE new_spelling (loose TEXT, place INTEGER, key TEXT);
"""

PUT_IN = """
INSERT OR REPLACE INTO name SELECT key, place, max(preferred) FROM new_name GROUP BY key, place ORDER BY key, place;
INSERT OR IGNORE INTO spelling SELECT DISTINCT loose, place, key FROM new_spelling ORDER BY loose, place, key;
DROP TABLE new_name;
DROP TABLE new_spelling;
"""

BATCH = 20_000
"""Places written at a time. Any size does."""

ROMANISED = frozenset((
    "AFG", "ARE", "ARM", "AZE", "BGD", "BGR", "BHR", "BLR", "CHN", "DJI", "DZA", "EGY", "ERI", "ESH", "ETH",
    "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KWT", "LBN", "LBY", "MAR", "MDV", "MKD",
    "MMR", "MNE", "MNG", "MRT", "NPL", "OMN", "PAK", "PRK", "PSE", "QAT", "RUS", "SAU", "SDN", "SOM", "SRB",
    "SSD", "SYR", "TCD", "TJK", "TKM", "TUN", "UKR", "UZB", "XKX", "YEM",
))  # fmt: skip
"""Countries whose names reach us in several romanisations."""

Named = tuple[tuple[Any, ...], Iterable[str], Iterable[str]]
"""A row of `place`, the place's own names, and all others it goes by."""


def add_places(connection: sqlite3.Connection, rows: Iterable[Named]) -> int:
    """Write places with their names; returns how many. The latest of one id wins. Nothing is committed."""
    left, count = iter(rows), 0
    for statement in SET_ASIDE.strip().splitlines():
        connection.execute(statement)
    while batch := list(islice(left, BATCH)):
        connection.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)", (row for row, *_ in batch))
        spellings: list[tuple[str, int, str]] = []
        connection.executemany("INSERT INTO new_name VALUES (?, ?, ?)", _names(batch, spellings))
        connection.executemany("INSERT INTO new_spelling VALUES (?, ?, ?)", spellings)
        count += len(batch)
    for statement in PUT_IN.strip().splitlines():
        connection.execute(statement)
    return count


def _names(batch: list[Named], spellings: list[tuple[str, int, str]]) -> Iterator[tuple[str, int, int]]:
    """
    The keys that places are found by, 1 behind a place's own name; what romanisation leaves of them into `spellings`.

    Names in the Latin alphabet only; codes such as "ALP" and links are left out.
    """
    for row, own, others in batch:
        place, is_romanised = row[0], row[3] in ROMANISED
        preferred = {key(name) for name in own}
        keys = preferred | {key(name) for name in others if _is_name(name)}
        if is_romanised:
            keys |= {bare(each) for each in preferred}
        for each in keys:
            if each:
                yield each, place, int(each in preferred)
                if is_romanised and (skeleton := loose(each)):
                    spellings.append((skeleton, place, each))


def _is_name(name: str) -> bool:
    """
    Whether an alternate name may stand in an English report.

    >>> [_is_name(name) for name in ("Halab", "Ḩalab", "حلب", "ALP", "al tartr", "Aleppo (city)")]
    [True, True, False, False, True, True]
    """
    if len(name) <= 2 or (len(name) < 5 and name.isupper()):
        return False
    return name.isascii() or all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2100 for c in name)
