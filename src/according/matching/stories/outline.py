"""
What a report says of its main event, small enough to be kept for each report of a large ledger.

News says first what it is about: the title and the first paragraphs count more than the rest.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import astuple, dataclass, fields
from typing import Any

from according.errors import BadRecord
from according.matching.stories import finding
from according.matching.stories.words import Weights, weighed
from according.records import Record

TITLE_TERMS, LEAD_TERMS, WHOLE_TERMS = 20, 50, 120
"""Telling words that are kept: all of a title, most of a lead. More did not measure better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the report: its words in small letters, and what the gazetteer knew of it."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    in_lead: bool = False

    @property
    def is_fine(self) -> bool:
        """Whether it is as small as a town; what the gazetteer does not know mostly is."""
        return self.precision not in {"country", "province", "region"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """
    The profile of one report for stories. Days are counted as `datetime.date.toordinal` counts them.

    `published` is None where nothing tells or where the date cannot be right. `title`, `lead` and `whole` are the
    telling words; `names` single words of persons' names (a surname alone counts), `persons` whole names; `bodies`
    organisations and named events; `days` all days that the text dates something to, `lead_days` those of title and
    lead; `acts` what the lead says was done ("ASSAULT firearms"); `parties` the same with the countries of actor and
    recipient; `tolls` (measure, number), `lead_tolls` those of title and lead; `ages` of persons; `addresses` streets
    without their house number.
    """

    report: str
    published: int | None = None
    title: Weights = ()
    lead: Weights = ()
    whole: Weights = ()
    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    places: tuple[Spot, ...] = ()
    days: tuple[int, ...] = ()
    lead_days: tuple[int, ...] = ()
    acts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tolls: tuple[tuple[str, int], ...] = ()
    lead_tolls: tuple[tuple[str, int], ...] = ()
    ages: tuple[int, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def when(self) -> int | None:
        """
        The day by which a ledger sorts: of publication, else the last that the text gives, else None.

        >>> Outline(report="r1", published=737944).when, Outline(report="r1", days=(737900, 737940)).when
        (737944, 737940)
        """
        return self.published if self.published is not None else max(self.days, default=None)

    def to_bytes(self) -> bytes:
        """The outline as compressed JSON; the same outline gives the same bytes."""
        row = {name: getattr(self, name) for name in _FIELDS} | {"places": [astuple(spot) for spot in self.places]}
        return zlib.compress(json.dumps(list(row.values()), ensure_ascii=False, separators=(",", ":")).encode(), 9)

    @staticmethod
    def from_bytes(data: bytes) -> Outline:
        """
        The outline that `to_bytes` wrote.

        Raises:
            BadRecord: the bytes hold none.

        >>> Outline.from_bytes(Outline(report="r1", ages=(17,)).to_bytes()).ages
        (17,)
        """
        try:
            row = dict(zip(_FIELDS, map(_tuples, json.loads(zlib.decompress(data))), strict=True))
            row["places"] = tuple(Spot(**dict(zip(_SPOT, spot, strict=True))) for spot in row["places"])
            return Outline(**row)
        except (zlib.error, ValueError, TypeError) as error:
            raise BadRecord(
                "a story's outline", f"{len(data)} bytes that hold none ({error})", "make it again: according rematch"
            ) from error


_FIELDS = tuple(field.name for field in fields(Outline))
_SPOT = tuple(field.name for field in fields(Spot))


def _tuples(value: Any) -> Any:
    """What JSON gives, with tuples for its lists and for the lists in them: no field goes deeper."""
    if not isinstance(value, list):
        return value
    return tuple(map(tuple, value)) if value and isinstance(value[0], list) else tuple(value)


def outline(record: Record) -> Outline:
    """
    The outline of one report.

    >>> from according.records import Report
    >>> report = Report(id="r1", text="Ferry sinks off Bodrum", title="Ferry sinks off Bodrum", published="2021-06-03")
    >>> [word for word, _ in outline(Record(report=report)).title]
    ['bodrum', 'ferry', 'off', 'sink']
    """
    report = record.report
    title = report.title or ""
    begin = len(title) if title and report.text.startswith(title) else 0
    end = finding.lead_end(report.text, begin)
    lead, body = report.text[begin:end], report.text[begin:]
    published, days = finding.days(record)
    return Outline(
        report=report.id,
        published=published,
        title=weighed([(title, 1)], TITLE_TERMS),
        lead=weighed([(title, 2), (lead, 1)], LEAD_TERMS),
        whole=weighed([(title, 3), (lead, 1), (body, 1)], WHOLE_TERMS),
        names=finding.name_words(record),
        persons=finding.persons(record),
        bodies=finding.bodies(record),
        places=tuple(
            Spot(
                name=name, country=place.country, latitude=place.latitude, longitude=place.longitude,
                precision=place.precision, in_lead=place.spans[0].start < end,
            )
            for name, place in finding.places(record)
        ),
        days=tuple(sorted({day for _, day in days})[: finding.MOST]),
        lead_days=tuple(sorted({day for start, day in days if start < end})),
        acts=finding.acts(record, end),
        parties=finding.parties(record, end),
        tolls=finding.tolls(record, len(report.text)),
        lead_tolls=finding.tolls(record, end),
        ages=finding.ages(report.text),
        addresses=finding.addresses(report.text),
    )  # fmt: skip
