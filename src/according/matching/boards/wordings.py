"""Claims and reports as a board words them: who passes what on, in the report's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from according.matching.boards.board import NOBODY, Told, Wording
from according.records import Claim, ClaimAt, Record, SourceLink, Spans

NAMED = frozenset({"named", "institution", "document"})
"""Identifications whose links may be shown by their entity's name; never the others, whatever names stand in them."""

HAS_A_NAME = frozenset({"person", "organisation", "platform", "other"})
"""Kinds of entity by whose name a source may be shown. "The Turkish ministry" holds a place, and is not Turkey."""

ADDED = re.compile(
    r"""
    ,\s.* | \s who \s .* | \s (?: speaking | familiar | briefed ) \s .*   # "an official, who ...", "a nurse who asked"
    """,
    re.VERBOSE | re.DOTALL,
)
"""What is added about a source that has no name; its grounds of anonymity are kept apart."""

UNDATED = "9999"
"""Sorts behind every date."""

Records = Mapping[str, Record]


def words_of(record: Record, spans: Spans) -> str:
    """The words of the spans, white space as single blanks."""
    return " ... ".join(" ".join(record.report.text[span.start : span.end].split()) for span in spans)


def outlet(record: Record) -> str:
    """Who published a report: its publisher or its address's host; else the file that it came in."""
    report = record.report
    host = (urlsplit(report.url).hostname or "").removeprefix("www.") if report.url else ""
    return report.publisher or host or PurePath(report.path or "an outlet").name


def link_name(record: Record, link: SourceLink) -> str:
    """How a source is shown: its entity's name, or the words that describe it, without what they add about it."""
    for entity in record.entities:
        if entity.id == link.entity and link.identification in NAMED and entity.kind in HAS_A_NAME:
            return entity.name
    words = words_of(record, link.part_of or link.resolves_to or link.spans).strip(" ,;:").replace("’", "'")
    return ADDED.sub("", words) if link.identification not in NAMED else words


def chain(record: Record, claim: Claim) -> tuple[str, ...]:
    """A claim's sources as they are shown, the outlet first."""
    names = tuple(link_name(record, link) for link in claim.chain[1:])
    if not names and claim.attribution is not None:
        names = (NOBODY,)
    return (outlet(record), *names)


def wording(record: Record, claim: Claim) -> Wording:
    """A claim as its report words it."""
    return Wording(
        at=ClaimAt(report=record.report.id, claim=claim.id),
        published=record.report.published,
        outlet=outlet(record),
        chain=chain(record, claim),
        words=words_of(record, claim.content),
        stance=claim.stance,
        polarity=claim.polarity,
        certainty=claim.certainty,
        hedges=words_of(record, claim.certainty_words) if claim.certainty in ("probable", "possible") else "",
        said_on=claim.said_on,
    )


def told(record: Record) -> Told:
    """A report as a board lists it."""
    report = record.report
    title = report.title or report.path or report.url or ""
    return Told(report=report.id, published=report.published, outlet=outlet(record), title=" ".join(title.split()))


def when(published: str | None, at: ClaimAt) -> tuple[str, ...]:
    """A key that sorts by day, then time, then report and place in it; the undated come last."""
    day = published or UNDATED
    return (day[:10], day, at.report, f"{len(at.claim):03}{at.claim}")
