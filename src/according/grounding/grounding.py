"""Stage 6 put together. The gazetteer, which is a file of the user's, is handed in."""

from __future__ import annotations

from dataclasses import replace

from according.grounding import entities
from according.grounding.places import Gazetteer, places_of
from according.grounding.quantities import quantities_of
from according.grounding.times import times_of
from according.records import Grounded, Report, Segmentation, Spans, Tags


def ground(
    report: Report,
    segmentation: Segmentation,
    tags: Tags,
    sources: tuple[Spans, ...] = (),
    gazetteer: Gazetteer | None = None,
) -> Grounded:
    """
    The report's mentions and entities, places, times and quantities, each in the order of the text.

    `sources`, the words of the attributions' sources, sharpen what pronouns mean. Without a gazetteer no places.
    """
    found = entities.ground(report, segmentation, tags, sources)
    times = times_of(report, segmentation, tags)
    acting = {mention.spans for mention in found.mentions if mention.kind == "organisation"}
    return replace(
        found,
        places=() if gazetteer is None else places_of(report, segmentation, tags, gazetteer, acting),
        times=times,
        quantities=quantities_of(report, segmentation, tags, times),
    )
