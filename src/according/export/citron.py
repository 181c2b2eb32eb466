"""
BBC Citron's quotes (github.com/bbc/citron, docs/data_format.md), one report a line: its text, and quotes with
offsets.

A quote has `cue`, `sources`, `contents`, each span with `start`, `end` (code points, half-open) and `text`;
`coreferences` where the source is a pronoun or "the officials", with what it refers back to; `confidence`; and `id`,
our name of the claim. As in Citron, a quote has a source, a cue and a content: what lacks one of them is left out.

Lost: what the outlet says on its own word, what is attributed to nobody, who passed it on (the chain), stance,
polarity, certainty, anonymity, events, and all but the first part of a cue that is not contiguous.
"""

from __future__ import annotations

from collections.abc import Iterable

from according.export.naming import report_iri
from according.export.writing import Json, TextOut, by_report, without_none, write_lines
from according.records import Attribution, Span, Spans
from according.store import KeptClaim, KeptReport


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write reports with quotes; returns how many reports."""
    found = (_report(report, kept) for report, kept in by_report(claims))
    return write_lines(out, (each for each in found if each["quotes"]))


def _report(kept: KeptReport, claims: tuple[KeptClaim, ...]) -> Json:
    attributions = {attribution.id: attribution for attribution in kept.record.attributions}
    quotes = []
    for claim in claims:
        attribution = attributions.get(claim.claim.attribution or "")
        if attribution and attribution.source and attribution.cue and claim.claim.content:
            quotes.append(_quote(kept.record.report.text, attribution, claim))
    report = kept.record.report
    about = without_none(id=report_iri(kept), title=report.title, url=report.url, published=report.published)
    return {
        **about,
        "text": report.text,
        "quotes": quotes,
        "source": {"application": "according", "model": kept.record.made_by},
    }


def _quote(text: str, attribution: Attribution, claim: KeptClaim) -> Json:
    quote: Json = {
        "cue": _span(text, attribution.cue[0]),
        "sources": _spans(text, attribution.source),
        "contents": _spans(text, claim.claim.content),
        "confidence": claim.claim.confidence,
        "id": claim.name,
    }
    if claim.claim.chain and (meant := claim.claim.chain[-1].resolves_to):
        quote["coreferences"] = _spans(text, meant)
    return quote


def _spans(text: str, spans: Spans) -> list[Json]:
    return [_span(text, span) for span in spans]


def _span(text: str, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
