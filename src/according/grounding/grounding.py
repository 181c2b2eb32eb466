"""Stage 6 put together. Places wait for their gazetteer to be handed in: see `according.grounding.places`."""

from __future__ import annotations

from dataclasses import replace

from according.grounding import entities
from according.grounding.quantities import quantities_of
from according.grounding.times import times_of
from according.records import Grounded, Report, Segmentation, Spans, Tags


def ground(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...] = ()) -> Grounded:
    """
    The report's mentions and entities, times and quantities, each in the order of the text.

    `sources`, the words of the attributions' sources, sharpen what pronouns mean.
    """
    found = entities.ground(report, segmentation, tags, sources)
    times = times_of(report, segmentation, tags)
    return replace(found, times=times, quantities=quantities_of(report, segmentation, tags, times))
