"""
What the stages hand to each other: frozen records, each standing on spans of one report's text.

    Page -> Report -> Segmentation -> Tags -> Attributed, Event -> Grounded -> Claim -> Record
    Record, Record, ... -> Bond -> Origin, Story -> Relation

Terms: attribution as in PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018); certainty and
polarity as in FactBank (Saurí & Pustejovsky 2009); events, sectors, modes and contexts as in
PLOVER. Absent is None or an empty tuple, never a guess. The words a field may hold stand in
`according.vocabulary`.
"""

from __future__ import annotations

from according.records.across import Bond, ClaimAt, EventAt, Origin, Relation, Story
from according.records.attributed import Anonymity, Attributed, Attribution, SourceLink, Step
from according.records.claimed import Claim, Record
from according.records.grounded import (
    Actor,
    Entity,
    Event,
    EventCode,
    Grounded,
    Judgement,
    Mention,
    Participant,
    Place,
    Quantity,
    Time,
)
from according.records.tagged import ActScores, CueScores, Judged, Name, PairScores, Tags
from according.records.text import (
    Block,
    Dateline,
    Page,
    Paragraph,
    Quotation,
    Report,
    Row,
    Segmentation,
    Sentence,
    Span,
    Spans,
)

__all__ = [
    "ActScores",
    "Actor",
    "Anonymity",
    "Attributed",
    "Attribution",
    "Block",
    "Bond",
    "Claim",
    "ClaimAt",
    "CueScores",
    "Dateline",
    "Entity",
    "Event",
    "EventAt",
    "EventCode",
    "Grounded",
    "Judged",
    "Judgement",
    "Mention",
    "Name",
    "Origin",
    "Page",
    "PairScores",
    "Paragraph",
    "Participant",
    "Place",
    "Quantity",
    "Quotation",
    "Record",
    "Relation",
    "Report",
    "Row",
    "Segmentation",
    "Sentence",
    "SourceLink",
    "Span",
    "Spans",
    "Step",
    "Story",
    "Tags",
    "Time",
]
