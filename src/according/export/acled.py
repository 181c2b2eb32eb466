"""
ACLED's columns (as of its change of March 2023), CSV, one row an event and report. Not coded by ACLED, and not its
data.

The event types are by the rules of export/data/acled.toml; the one that fitted stands in `according_rule`. Only
events that somebody in the report puts forward as having happened, and as news. `event_date` is the day, or the
middle of a week (`time_precision` 2) or month (3); empty where no month is known. `geo_precision` 1 is a town, 2 a
place near one or a district, 3 a province; a country alone has no coordinates. `fatalities` is the report's own
figure, or the lowest it commits to, empty where it gives none: not told is not zero. `inter1`, `inter2` are by
sectors. `source` is the outlet with the agencies credited, `source_scale` "International" where one of these is a
world agency (Reuters, AP, AFP, UPI, Bloomberg), else empty. `notes` is the sentence of the report, word for word;
`according_confidence` how sure the extractor is. Columns from `according_event` on are ours.

Lost: ACLED's region, admin1 (but for provinces), admin2, admin3, tags and names of actors as ACLED writes them; that
two reports tell of the same event (each is a row: never sum over reports); events without a rule, among them arrests,
strikes, boycotts, attacks by nobody told, on nobody told, and crime that no armed group is said to have done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from according.export.acled_rules import DISORDER, Fit, fit
from according.export.comma_separated import write_rows
from according.export.countries import country, country_name
from according.export.days_known import DaysKnown, days_known
from according.export.killed import killed
from according.export.points import point
from according.export.sentences import sentence_words
from according.export.standing import happened
from according.export.tables import Value
from according.export.telling import chains, stands, vouchers
from according.export.writing import TextOut
from according.reading.agencies import WORLD
from according.records import Place, Report
from according.store import KeptEvent

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp", "according_event", "according_rule", "according_stands",
    "according_confidence", "according_vouched_by", "according_chains", "according_days", "according_published",
    "according_inherited", "according_coded_by",
)  # fmt: skip

CODED_BY = "According, by rule; not coded by ACLED"

GEO_PRECISION = {"exact": 1, "town": 1, "vicinity": 2, "district": 2, "province": 3}

INTER = ("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
         "External/Other forces")  # fmt: skip
"""ACLED's kinds of actor, in the order of their former numbers, which the column `interaction` keeps."""

AGENCIES = frozenset(" ".join(name.split()).casefold() for name in WORLD.split(","))


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write the events that a rule fits; returns how many rows."""
    return write_rows(out, COLUMNS, (row for event in events for row in _rows(event)))


def _rows(event: KeptEvent) -> Iterator[tuple[Value, ...]]:
    found = fit(event) if happened(event) else None
    if found is None:
        return
    report = event.report.record.report
    yield (
        event.name, *_day(days_known(event)),
        DISORDER[found.rule.event_type], found.rule.event_type, found.rule.sub_event_type,
        *_actors(found), "Civilian targeting" if found.targets_civilians else "",
        *_where(event, event.event.place),
        *_source(report), sentence_words(event), _fatalities(event), "",
        int(datetime.fromisoformat(event.report.read_at).timestamp()),
        event.name, found.rule.name, stands(event), event.event.confidence, vouchers(event), chains(event),
        "/".join(event.days) if event.days else None, report.published, event.event.inherited, CODED_BY,
    )  # fmt: skip


def _day(known: DaysKnown | None) -> tuple[Value, Value, Value]:
    """event_date, year, time_precision."""
    if known is None:
        return None, None, None
    year = known.first.year if known.first.year == known.last.year else None
    if known.count > 31:
        return None, year, None
    precision = 1 if known.count == 1 else 2 if known.count <= 7 else 3
    return known.middle.isoformat(), known.middle.year, precision


def _actors(found: Fit) -> tuple[Value, ...]:
    """actor1, assoc_actor_1, inter1, the same of actor2, interaction."""
    first, second = found.first, found.second
    kinds = sorted((kind for kind in (first.kind, second.kind) if kind), key=INTER.index)
    if not second.party.name and first.kind:
        interaction = f"{first.kind} only"
    else:
        interaction = "-".join(kinds) if len(kinds) == 2 else ""
    return (
        first.party.name, "; ".join(first.others), first.kind,
        second.party.name, "; ".join(second.others), second.kind, interaction,
    )  # fmt: skip


def _where(event: KeptEvent, place: Place | None) -> tuple[Value, ...]:
    """iso, region, country, admin1, admin2, admin3, location, latitude, longitude, geo_precision."""
    if place is None:
        return (None,) * 10
    longitude, latitude = point(place, of_provinces=True) or (None, None)
    known = country(place.country)
    return (
        known.number if known else None, None, country_name(place.country),
        event.place if place.precision == "province" else None, None, None,
        event.place, latitude, longitude, GEO_PRECISION.get(place.precision or "") if latitude is not None else None,
    )  # fmt: skip


def _source(report: Report) -> tuple[Value, Value]:
    """source, source_scale."""
    outlets = list(dict.fromkeys(name for name in (report.publisher, *report.credits) if name))
    world = any(name.casefold() in AGENCIES for name in outlets)
    return "; ".join(outlets), "International" if world else ""


def _fatalities(event: KeptEvent) -> int | None:
    """The figure of this event alone; a running total over several is nobody's count of one."""
    found = killed(event)
    if found is None or found.is_total:
        return None
    return found.best if found.best is not None else found.low
