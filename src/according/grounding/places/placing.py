"""The places of one report: found, resolved, and how exactly the words say where."""

from __future__ import annotations

from according.grounding.places.gazetteer import Entry, Gazetteer
from according.grounding.places.passages import Words
from according.grounding.places.ranking import resolve
from according.grounding.places.toponyms import Toponym, toponyms
from according.grounding.places.wording import WORDS
from according.records import Place, Report, Segmentation, Tags

PRECISION = {
    "country": "country", "province": "province", "district": "district", "town": "town", "capital": "town",
    "site": "exact",
}  # fmt: skip
"""The precision of a kind of place; "region" for all others, which have an extent and no bounds."""


def places_of(report: Report, segmentation: Segmentation, tags: Tags, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """
    The places that a report names, in the order of the text, one a mention.

    A toponym that the gazetteer does not hold is there with its spans and nothing else. A place's name
    that stands for its government, and a nationality, is not there.
    """
    if not tags.words:
        return ()
    words = Words(report, segmentation, tags)
    found = toponyms(words, gazetteer)
    return tuple(
        _place(words, toponym, entry) for toponym, entry in zip(found, resolve(words, found, gazetteer), strict=True)
    )


def _place(words: Words, toponym: Toponym, entry: Entry | None) -> Place:
    spans = (words.span(toponym.first, toponym.last),)
    if entry is None:
        return Place(spans=spans)
    return Place(
        spans=spans,
        geonames_id=entry.geonames_id,
        name=entry.name,
        country=entry.country if len(entry.countries) == 1 else None,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=_precision(words, toponym, entry),
    )


def _precision(words: Words, toponym: Toponym, entry: Entry) -> str:
    """How exactly the words say where: a country's and a region's own extent, or a town, or by it."""
    kind = PRECISION.get(entry.kind, "region")
    if kind in ("country", "region"):
        return kind
    if _is_beside(words, toponym) or (kind == "town" and words.lower[toponym.last] in WORDS["site"]):
        return "vicinity"
    return "district" if toponym.kind == "district" else kind


def _is_beside(words: Words, toponym: Toponym) -> bool:
    """Whether the place is only said to be near: "near Aleppo", "10 km north of Aleppo"."""
    at = toponym.first
    if words.before(at) == "the":
        at -= 1
    before = words.before(at)
    return before in WORDS["vicinity"] or (
        before in ("of", "from", "to") and words.before(at, 2) in WORDS["vicinity_of"]
    )
