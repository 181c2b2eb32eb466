"""Small records by hand: reports of a sentence or two with claims given by their words."""

from __future__ import annotations

import hashlib
from typing import Any

from according.records import Claim, ClaimAt, Quantity, Record, Relation, Report, SourceLink, Span, Spans, Step, Story


def spans(text: str, words: str) -> Spans:
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def source(text: str, words: str, **known: Any) -> SourceLink:
    return SourceLink(**{"spans": spans(text, words), "identification": "named", **known})


def claim(text: str, number: int, link: SourceLink | None, words: str, **told: Any) -> Claim:
    """A claim on the word of `link`; of the outlet where it is None."""
    chain = (SourceLink(),) if link is None else (SourceLink(), link)
    attribution = None if link is None else f"a{number}"
    return Claim(
        **{"id": f"c{number}", "chain": chain, "content": spans(text, words), "attribution": attribution, **told}
    )


def record(
    text: str, outlet: str, published: str | None, *claims: Claim, quantities: tuple[Quantity, ...] = ()
) -> Record:
    identity = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=identity, text=text, publisher=outlet, published=published, title=text.partition(".")[0])
    return Record(report=report, claims=claims, quantities=quantities)


def count(text: str, words: str, low: float | None, high: float | None, measure: str = "killed") -> Quantity:
    bound = "exact" if low == high else "at-least"
    return Quantity(spans=spans(text, words), value=low, low=low, high=high, bound=bound, measure=measure)


def at(record: Record, number: int) -> ClaimAt:
    return ClaimAt(report=record.report.id, claim=f"c{number}")


def relation(newer: ClaimAt, older: ClaimAt, what: str, *, hedge_loss: bool = False) -> Relation:
    reasons = (Step(stage="matching", rule="hedge loss", field="hedge_loss", value="drops “possibly”"),)
    return Relation(
        newer=newer, older=older, relation=what, hedge_loss=hedge_loss, reasons=reasons if hedge_loss else ()
    )


def story(*records: Record, claims: tuple[ClaimAt, ...] | None = None) -> Story:
    ids = tuple(record.report.id for record in records)
    every = tuple(ClaimAt(report=one.report.id, claim=told.id) for one in records for told in one.claims)
    return Story(id=ids[0][:8], title=None, reports=ids, claims=every if claims is None else claims)


def by_id(*records: Record) -> dict[str, Record]:
    return {record.report.id: record for record in records}
