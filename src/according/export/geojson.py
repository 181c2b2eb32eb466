"""
GeoJSON (RFC 7946): a feature for each event, with a point where the report means a place that small.

A feature has a point where `precision` is exact, vicinity, town or district. Of a province, region or country the
geometry is null, as RFC 7946 allows for what is not located: a pin in the middle of a country is a place nobody
named. The point that stands for such an area is `label_point`, for labels. Only events that somebody puts forward as
having happened, be it long ago (`status`). Events without a place are left out.

Lost: events without a place or that did not happen, spans and reasons; a place's area, which is only told by
`precision`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.naming import web_address
from according.export.points import point
from according.export.standing import happened
from according.export.writing import Json, TextOut, write_list
from according.store import KeptEvent


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write a feature collection; returns how many features."""
    return write_list(out, {"type": "FeatureCollection"}, "features", _features(events))


def _features(events: Iterable[KeptEvent]) -> Iterator[Json]:
    for event in events:
        if event.event.place is not None and happened(event, history=True):
            found = point(event.event.place)
            geometry = {"type": "Point", "coordinates": list(found)} if found else None
            yield {"type": "Feature", "id": event.name, "geometry": geometry, "properties": _properties(event)}


def _properties(kept: KeptEvent) -> Json:
    event, place, report = kept.event, kept.event.place, kept.report.record.report
    assert place is not None
    area = None if point(place) or place.latitude is None else [place.longitude, place.latitude]
    return {
        "kind": kept.kind,
        "mode": event.mode,
        "quad": event.quad,
        "actors": list(kept.actors),
        "recipients": list(kept.recipients),
        "place": kept.place,
        "country": place.country,
        "precision": place.precision,
        "geonames_id": place.geonames_id,
        "label_point": area,
        "place_is_inherited": "place" in event.inherited,
        "time": event.time and event.time.value,
        "first_day": kept.days and kept.days[0],
        "last_day": kept.days and kept.days[1],
        "figures": list(kept.figures),
        "certainty": event.certainty,
        "status": event.status,
        "told_by": [
            {"claim": claim.name, "chain": list(claim.sources), "stance": claim.claim.stance} for claim in kept.claims
        ],
        "published": report.published,
        "publisher": report.publisher,
        "title": report.title,
        "url": web_address(report.url),
        "confidence": event.confidence,
    }
