"""
The path of one report, first to last. Start reading here.

    Page -> Report -> Segmentation -> Tags -> Attributed -> Grounded -> Claim -> Record

Each stage is a folder that exports one verb and knows no other stage; they meet here only.
Matching looks across reports, so it is not on this path.
"""

from __future__ import annotations

from according import attribution, claims, grounding, reading, segmenting, tagging
from according.records import Page, Record, Report
from according.settings import Settings


def run(page: Page, settings: Settings, tagger: tagging.Tagger, made_by: str) -> Record:
    """
    All that one page says.

    Pure: the same page, settings and weights give the same record, and nothing is written.

    Raises:
        ReadingError: the page cannot be read. The caller decides whether to go on.
    """
    return understand(reading.read(page, settings), tagger, made_by)


def understand(report: Report, tagger: tagging.Tagger, made_by: str) -> Record:
    """All that a report says that is read already."""
    segmentation = segmenting.segment(report)
    tags = tagging.tag(report, segmentation, tagger)
    attributed = attribution.attribute(report, segmentation, tags, tagger.version)
    sources = tuple(a.source for a in attributed.attributions if a.source)
    grounded = grounding.ground(report, segmentation, tags, sources)
    return Record(
        report=report,
        sentences=segmentation.sentences,
        entities=grounded.entities,
        mentions=grounded.mentions,
        attributions=attributed.attributions,
        events=(),  # stage 5 is not built yet: no event is better than a guessed one
        places=grounded.places,
        times=grounded.times,
        quantities=grounded.quantities,
        claims=claims.assemble(report, segmentation, tags, attributed, grounded),
        made_by=made_by,
    )
