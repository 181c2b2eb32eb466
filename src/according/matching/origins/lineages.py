"""A report's lineage: the small profile by which its text, its agency, its publisher and its sources are compared."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import asdict, dataclass

import numpy as np

from according.errors import BadRecord
from according.matching.origins.publishers import authors, credits_of, family
from according.matching.origins.voices import Voice, voices
from according.matching.origins.wording import Wording, wording
from according.matching.origins.words import folded
from according.records import Record

EARLIEST = dt.date(1990, 1, 1)
"""A page with an earlier date was not published then: 1 January 1970 is a clock that was never set."""

MOST_QUOTATIONS = 24
LONGEST_QUOTATION = 80
"""Quotations whose first characters are kept, for the reasons that a reader is shown; all others compare as text."""

MOST_FIGURES = 8
COUNTED = frozenset({"killed", "injured", "missing", "displaced", "arrested", "detained"})

FORMAT = 1
"""First byte of a profile's bytes; another number is another layout, and the profile is made again from its record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count that a report gives: its `measure` and bounds, None where it commits to no end."""

    measure: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lineage:
    """
    All that is kept of a report in order to find its kin.

    `report` is its id. `day`: days from 1 January of year 1 to its publication, None where not known. `credits`:
    agencies whose text it is or takes from. `family`: the newsroom behind its publisher. `authors`: persons of the
    byline, folded.
    `dateline`: the place that the report is written from, folded.
    `quotations`: how its first quotations begin. `voices`: the sources that its claims rest on. `figures`: its counts.
    """

    report: str
    day: int | None
    wording: Wording
    quotations: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    family: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    voices: tuple[Voice, ...] = ()
    figures: tuple[Figure, ...] = ()

    def to_bytes(self) -> bytes:
        """The lineage as `from_bytes` reads it: about 2 KB for a report of 500 words."""
        rest = {
            "report": self.report,
            "day": self.day,
            "quoted": self.wording.quoted,
            "quotations": self.quotations,
            "credits": self.credits,
            "family": self.family,
            "authors": self.authors,
            "dateline": self.dateline,
            "voices": [[v.name, v.words, v.weight, v.sector, v.country, int(v.is_person)] for v in self.voices],
            "figures": [list(asdict(figure).values()) for figure in self.figures],
        }
        packed = zlib.compress(json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode())
        numbers = self.wording.numbers.astype("<u2").tobytes()
        return bytes([FORMAT]) + len(packed).to_bytes(4, "little") + packed + numbers

    @staticmethod
    def from_bytes(data: bytes) -> Lineage:
        """
        The lineage that `to_bytes` wrote.

        Raises:
            BadRecord: the bytes are none, or of another release.
        """
        try:
            if data[0] != FORMAT:
                raise ValueError(f"layout {data[0]}")
            end = 5 + int.from_bytes(data[1:5], "little")
            rest = json.loads(zlib.decompress(data[5:end]))
            numbers = np.frombuffer(data[end:], "<u2").astype(np.uint16)
            return Lineage(
                report=rest["report"],
                day=rest["day"],
                wording=Wording(numbers=numbers, quoted=tuple((a, b) for a, b in rest["quoted"])),
                quotations=tuple(rest["quotations"]),
                credits=tuple(rest["credits"]),
                family=rest["family"],
                authors=tuple(rest["authors"]),
                dateline=rest["dateline"],
                voices=tuple(
                    Voice(name=n, words=tuple(words), weight=w, sector=sector, country=country, is_person=bool(person))
                    for n, words, w, sector, country, person in rest["voices"]
                ),
                figures=tuple(Figure(measure=m, low=low, high=high) for m, low, high in rest["figures"]),
            )
        except (ValueError, KeyError, IndexError, TypeError, zlib.error) as problem:
            found = f"bytes that are no lineage ({problem}), expected what Lineage.to_bytes wrote"
            raise BadRecord("lineage", found, "Make the profile again from the report's record.") from problem


def lineage(record: Record) -> Lineage:
    """The lineage of a report that was read."""
    words, quotations = wording(record)
    place = record.report.dateline.place if record.report.dateline else None
    return Lineage(
        report=record.report.id,
        day=day_of(record.report.published),
        wording=words,
        quotations=tuple(" ".join(words.split())[:LONGEST_QUOTATION] for words in quotations[:MOST_QUOTATIONS]),
        credits=credits_of(record),
        family=family(record),
        authors=authors(record),
        dateline=" ".join(folded(place)) or None if place else None,
        voices=voices(record),
        figures=figures(record),
    )


def day_of(published: str | None) -> int | None:
    """
    The day of an ISO 8601 date, None where there is none or it cannot be one of publication.

    >>> day_of("2016-07-10T08:00:00Z"), day_of("1970-01-01"), day_of("2016"), day_of(None)
    (736155, None, None, None)
    """
    try:
        date = dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return date.toordinal() if date >= EARLIEST else None


def figures(record: Record) -> tuple[Figure, ...]:
    """The counts of people and money that stand first in a report, each once."""
    found = dict.fromkeys(
        Figure(measure=each.measure, low=each.low, high=each.high)
        for each in sorted(record.quantities, key=lambda each: each.spans[0].start if each.spans else 0)
        if each.measure in COUNTED
    )
    return tuple(found)[:MOST_FIGURES]
