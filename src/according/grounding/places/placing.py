"""The places of one report: found, resolved, and how exactly the words say where."""

from __future__ import annotations

from collections.abc import Container

from according.grounding.places.gazetteer import Entry, Gazetteer
from according.grounding.places.passages import Words
from according.grounding.places.ranking import resolve
from according.grounding.places.toponyms import Toponym, toponyms
from according.grounding.places.wording import WORDS
from according.records import Place, Report, Segmentation, Spans, Tags

PRECISION = {
    "country": "country", "province": "province", "district": "district", "town": "town", "capital": "town",
    "site": "exact",
}  # fmt: skip
"""The precision of a kind of place; "region" for all others, which have an extent and no bounds."""


def places_of(
    report: Report,
    segmentation: Segmentation,
    tags: Tags,
    gazetteer: Gazetteer,
    acting: Container[Spans] = (),
) -> tuple[Place, ...]:
    """
    The places that a report names, in the order of the text, one a mention.

    A toponym that the gazetteer does not hold is there with its spans and nothing else. A place's name
    that stands for its government, and a nationality, is not there; nor is a name of a place that is `acting`
    elsewhere in the record, as an organisation.
    """
    if not tags.words:
        return ()
    words = Words(report, segmentation, tags)
    named = {name.first for name in tags.names if name.kind == "place"}
    found = tuple(
        toponym
        for toponym in toponyms(words, gazetteer)
        if toponym.first not in named or (words.span(toponym.first, toponym.last),) not in acting
    )
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
    if before == "and":
        return _is_second_end(words, at)
    return before in WORDS["vicinity"] or (
        before in ("of", "from", "to") and words.before(at, 2) in WORDS["vicinity_of"]
    )


FARTHEST = 8
"""Words from "between" to the "and" of its second end: "between the southern town of X and Y". A guess."""


def _is_second_end(words: Words, at: int) -> bool:
    """Whether "between X and" stands before a word, with no verb in it."""
    for back in range(2, FARTHEST + 1):
        word = words.before(at, back)
        if word == "between":
            return True
        if not word or words.tags.upos[at - back] in ("VERB", "AUX") or word in (",", ";", "and"):
            return False
    return False
