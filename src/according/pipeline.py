"""
The path of one report, first to last. Start reading here.

    Page -> Report -> Segmentation -> Tags -> Attributed -> Grounded -> Event -> Claim -> Record

Each stage is a folder that exports one verb and knows no other stage; they meet here only. Events
come after grounding, for what happened is bound to places, times, figures and parties found there.
Matching looks across reports, so it is not on this path; only the short vectors that it compares events by are
made here.
"""

from __future__ import annotations

from according import attribution, claims, events, grounding, reading, segmenting, tagging
from according.grounding.places import Gazetteer
from according.matching import happenings
from according.records import Page, Record, Report
from according.settings import Settings


def run(
    page: Page, settings: Settings, tagger: tagging.Tagger, made_by: str, gazetteer: Gazetteer | None = None
) -> Record:
    """
    All that one page says.

    Pure: the same page, settings, weights and gazetteer give the same record, and nothing is written.

    Raises:
        ReadingError: the page cannot be read. The caller decides whether to go on.
    """
    return understand(reading.read(page, settings), tagger, made_by, gazetteer)


def understand(report: Report, tagger: tagging.Tagger, made_by: str, gazetteer: Gazetteer | None = None) -> Record:
    """All that a report says that is read already. Without a gazetteer no places are looked for."""
    segmentation = segmenting.segment(report)
    tags = tagging.tag(report, segmentation, tagger)
    attributed = attribution.attribute(report, segmentation, tags, tagger.version)
    sources = tuple(a.source for a in attributed.attributions if a.source)
    grounded = grounding.ground(report, segmentation, tags, sources, gazetteer)
    happened = grounding.identified(events.extract(report, segmentation, tags, attributed, grounded), report)
    happened = happenings.with_vectors(happened, tags)
    return Record(
        report=report,
        sentences=segmentation.sentences,
        entities=grounded.entities,
        mentions=grounded.mentions,
        attributions=attributed.attributions,
        events=happened,
        places=grounded.places,
        times=grounded.times,
        quantities=grounded.quantities,
        claims=claims.assemble(report, segmentation, tags, attributed, grounded, happened),
        made_by=made_by,
    )
