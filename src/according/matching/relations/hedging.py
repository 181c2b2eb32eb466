"""
Hedges that a retelling loses: "possibly", "reportedly", or the source on whose word alone the older report has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.matching.relations.marks import DOUBT, HEARSAY, SAYS, SOURCES
from according.matching.relations.statements import Statement

SAYER = re.compile(r"(?:[\w'’-]+\s+){1,5}(?:said|says|told)\b|\baccording\s+to(?:\s+[\w'’-]+){1,5}", re.IGNORECASE)
"""A source that stands in the words where no attribution was found: "a monitor said Sunday"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What was lost: the `hedges` of the older wording that the newer lacks, and the `source` that it leaves out."""

    hedges: tuple[str, ...] = ()
    source: str = ""


def lost(newer: Statement, older: Statement) -> Loss | None:
    """
    What `newer`, which retells `older`, drops of its hedges or its source; None where it keeps both.

    The source is lost where the outlet speaks alone: no attribution meets the sentence, and no word in it names a
    source. "Reportedly" is not lost where a source takes its place; "possibly" is.
    """
    bare = newer.alone and not SAYS.search(newer.sentence) and not SOURCES.search(newer.sentence)
    doubts = _doubts(older) if not DOUBT.search(newer.frame) and newer.claim.certainty == "certain" else ()
    hearsay = tuple(found[0].lower() for found in HEARSAY.finditer(older.frame)) if bare else ()
    source = _source(older) if bare else ""
    hedges = tuple(dict.fromkeys((*doubts, *hearsay)))
    return Loss(hedges=hedges, source=source) if hedges or source else None


def _doubts(older: Statement) -> tuple[str, ...]:
    return tuple(found[0].lower() for found in DOUBT.finditer(older.frame))


def _source(older: Statement) -> str:
    if len(older.claim.chain) > 1:
        return older.teller.words
    said = SAYER.search(older.sentence)
    return said[0] if said else ""
