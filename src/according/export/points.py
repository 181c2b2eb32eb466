"""Where an event may be put on a map: never a point for what the report only says the country or province of."""

from __future__ import annotations

from according.records import Place

POINTS = frozenset({"exact", "vicinity", "town", "district"})
"""Precisions whose coordinates are a place that the report means. Those of a larger area only stand for it."""


def point(place: Place | None, *, of_provinces: bool = False) -> tuple[float, float] | None:
    """
    (longitude, latitude) in degrees of WGS 84; None where a point would say more than the report.

    `of_provinces`: also the point that stands for a province, for formats that have a code for such.

    >>> near = Place(spans=(), name="Lodwar", latitude=3.1, longitude=35.6, precision="vicinity")
    >>> point(near), point(Place(spans=(), name="Kenya", latitude=1.0, longitude=38.0, precision="country"))
    ((35.6, 3.1), None)
    """
    if place is None or place.latitude is None or place.longitude is None:
        return None
    allowed = POINTS | {"province"} if of_provinces else POINTS
    return (place.longitude, place.latitude) if place.precision in allowed else None
