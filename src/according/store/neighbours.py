"""
Which reports are compared: the sorted-neighbourhood method (Hernandez & Stolfo 1995), kept up to date.

For each blocking key the ledger has a list of the reports that hold it, by date and id. Standing at most `REACH` apart
in a key's list, or `FAR_REACH` where more than `FAR` lies between their dates, supports a pair by what the key counts,
and from `NEEDED` on the two are candidates. So a key that
thousands of reports hold costs no more than one that thirty hold; and which pairs are candidates depends on what is in
the lists, never on how it came there: a report that steps between two others takes from them what it would have taken
had it been there before.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from according.records import Report
from according.store import sqlite

REACH = 10
"""
How far apart two reports may stand in a key's list. A guess: twenty neighbours a key. `evaluation` on the stories
and origins would measure it: the share of true pairs that are candidates at 5, 10 and 20.
"""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No news stood on the web before: an earlier date, mostly of 1970, is a clock that was never set."""

FAR, FAR_REACH = 30 * 24 * 3600, 3
"""
Seconds after which fewer neighbours are near: else every key's list would fill with reports of other years, and each
new report would cost more for as long as the archive grows. Measured on two corpora grouped by story (B-cubed F1, pairs
compared a report): 0.959 with 3.1 and 0.972 with 3.7; without this 0.959 with 3.3 and 0.976 with 5.0.
"""

NEEDED = 3
"""
Support from which a pair is compared: one key that few reports hold, or two or three that many do. Measured on two
corpora grouped by story (B-cubed F1, pairs compared a report): 0.948 with 3 and 0.971 with 5; where any key is enough
0.955 with 9 and 0.963 with 40; where any two keys are, 0.955 with 4 and 0.968 with 9, and more the larger the archive.
"""

UNDATED = -(2**62)
"""Stands for the date of a report without one: before all others, where no later report steps in between."""

NUMBERS = tuple[int, int]
"""Two profiles by their numbers, the smaller first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    Where a profile stands in every list that it is in.

    `published`: seconds since 1970, UTC, or `UNDATED`. `rank`: the beginning of the report's id as a number, which
    decides between reports of one moment.
    """

    number: int
    published: int
    rank: int


def moment(report: Report) -> int:
    """
    When a report was published, in seconds since 1970 UTC; the date of its dateline where nothing else tells.

    A day without a time is its noon, a time without a zone UTC. What is no date, or cannot be right, is none.

    >>> moment(Report(id="", text="", published="2001-09-09"))
    1000036800
    >>> moment(Report(id="", text="", published="2001-09-09T04:46:40+03:00"))
    1000000000
    >>> {moment(Report(id="", text="", published=date)) for date in ("yesterday", "1970-01-01")} == {UNDATED}
    True
    """
    dated = report.published or (report.dateline.date if report.dateline else None)
    try:
        found = datetime.fromisoformat(dated or "")
        if len(dated or "") <= len("2024-05-17"):
            found = found.replace(hour=12)
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        return int(found.timestamp()) if found >= EARLIEST else UNDATED
    except (ValueError, OverflowError):
        return UNDATED


def rank(report_id: str) -> int:
    """
    The first 60 bits of a report's id, which is hexadecimal: sorts as the ids do.

    >>> rank("0" * 14 + "ff") < rank("1" + "0" * 15)
    True
    """
    return int(report_id[:15], 16)


Keys = dict[int, int]
"""Hashed keys, and what being neighbours under each counts."""


def hashed(keys: Iterable[tuple[str, int]]) -> Keys:
    """
    Keys, each with what it counts, as signed numbers of 64 bits, in their order.

    Two of ten million keys fall together about once in 400,000 ledgers.
    """
    found = {}
    for key, counts in keys:
        data = f"{counts} {key}".encode("utf-8", "surrogatepass")
        found[int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)] = counts
    return dict(sorted(found.items()))


def enter(connection: Connection, keys: Keys, place: Place) -> Counter[NUMBERS]:
    """
    Put a profile into its lists.

    Returns:
        For each pair, by how much it is now more, or less, supported: the newcomer and its neighbours are, and those
        that it pushes out of each other's reach no longer.
    """
    change: Counter[NUMBERS] = Counter()
    for key, counts in keys.items():
        _count(change, place, sqlite.around(connection, key, (place.published, place.rank), REACH), counts)
    sqlite.list_under(connection, [(key, place.published, place.rank, place.number) for key in keys])
    return change


def leave(connection: Connection, keys: Keys, place: Place) -> Counter[NUMBERS]:
    """The inverse of `enter`."""
    change: Counter[NUMBERS] = Counter()
    sqlite.unlist(connection, [(key, place.published, place.rank) for key in keys])
    for key, counts in keys.items():
        _count(change, place, sqlite.around(connection, key, (place.published, place.rank), REACH), -counts)
    return change


def support(connection: Connection, keys: Keys, place: Place) -> Counter[int]:
    """By how much a profile that is in its lists is supported with each of its neighbours."""
    found: Counter[int] = Counter()
    for key, counts in keys.items():
        for side in sqlite.around(connection, key, (place.published, place.rank), REACH):
            found.update(dict.fromkeys(_near(side, place.published), counts))
    return found


def _count(change: Counter[NUMBERS], place: Place, sides: tuple[sqlite.Side, sqlite.Side], counts: int) -> None:
    """`sides` are those before and those after, nearest first."""
    before, after = sides
    for side in sides:
        for other in _near(side, place.published):
            change[_pair(place.number, other)] += counts
    for reach, is_far in ((REACH, False), (FAR_REACH, True)):
        for steps, (left, published) in enumerate(before[:reach], 1):
            beyond = reach - steps  # left, `steps` before, and this one, reach + 1 - steps after, are now one too far
            if beyond < len(after) and (after[beyond][1] - published > FAR) == is_far:
                change[_pair(left, after[beyond][0])] -= counts


def _near(side: sqlite.Side, published: int) -> list[int]:
    """Those of one side that are within reach."""
    return [
        number for steps, (number, other) in enumerate(side, 1) if steps <= FAR_REACH or abs(other - published) <= FAR
    ]


def _pair(one: int, other: int) -> NUMBERS:
    return (one, other) if one < other else (other, one)
