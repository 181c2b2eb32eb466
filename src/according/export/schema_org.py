"""
schema.org Claim and Quotation, JSON-LD: a graph of reports (NewsArticle), claims, and quotations.

A claim's `text` is the report's words, its `appearance` the report, its `claimInterpreter` the outlet. `author` is
the source, but only where the source puts the content forward (stance asserted, confirmed, claimed-responsibility):
of what is denied, doubted, feared or demanded the source is no author, and is under `mentions`. `keywords` have
stance, polarity, certainty and status; without them a claim must not be read. A Quotation stands beside a claim whose
content is all within quotation marks: there `spokenByCharacter` is the source, whatever the stance. A source that is
not named is a Thing with a description.

Lost: the chain between outlet and source (its first and last links are kept), offsets, anonymity, events, places,
times and figures, confidence and reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.naming import Source, claim_iri, innermost, report_iri, sources, web_address
from according.export.writing import Json, TextOut, by_report, without_none, write_list
from according.store import KeptClaim, KeptReport

CONTEXT = "https://schema.org"

AUTHORED = frozenset({"asserted", "confirmed", "claimed-responsibility"})
"""Stances whose content is the source's own word."""

TYPES = {"person": "Person", "organisation": "Organization", None: "Thing"}


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write a graph; returns how many reports, claims and quotations."""
    return write_list(out, {"@context": CONTEXT}, "@graph", _nodes(claims))


def _nodes(claims: Iterable[KeptClaim]) -> Iterator[Json]:
    for report, found in by_report(claims):
        yield _article(report)
        for claim in found:
            yield _claim(claim)
            if quotation := _quotation(claim):
                yield quotation


def _article(kept: KeptReport) -> Json:
    report = kept.record.report
    publisher = {"@type": "Organization", "name": report.publisher} if report.publisher else None
    return {
        "@type": "NewsArticle",
        "@id": report_iri(kept),
        **without_none(
            headline=report.title,
            url=web_address(report.url),
            publisher=publisher,
            datePublished=report.published,
            inLanguage=report.language,
            author={"@type": "Person", "name": report.byline} if report.byline else None,
            sourceOrganization=[{"@type": "NewsMediaOrganization", "name": name} for name in report.credits],
        ),
    }


def _claim(claim: KeptClaim) -> Json:
    told, source = claim.claim, innermost(claim)
    chain = sources(claim)
    authored = told.stance in AUTHORED and told.polarity == "positive" and told.status != "hypothetical"
    node: Json = {
        "@type": "Claim",
        "@id": claim_iri(claim),
        "text": claim.content,
        "appearance": {"@id": report_iri(claim.report)},
        "keywords": [f"{name}:{getattr(told, name)}" for name in ("stance", "polarity", "certainty", "status")],
    }
    if source is not None:
        node["author" if authored else "mentions"] = _who(source)
    if chain:
        node["claimInterpreter"] = _who(chain[0])
    return node | without_none(dateCreated=told.said_on)


def _quotation(claim: KeptClaim) -> Json | None:
    """The quotation of a direct attribution; None of words that are not within quotation marks, or are nobody's."""
    attributions = claim.report.record.attributions
    kinds = [each.kind for each in attributions if each.id == claim.claim.attribution]
    source = innermost(claim)
    if kinds != ["direct"] or source is None or not claim.content:
        return None
    return {
        "@type": "Quotation",
        "@id": f"{claim_iri(claim)}:quotation",
        "text": claim.content,
        "spokenByCharacter": _who(source),
        "isPartOf": {"@id": report_iri(claim.report)},
        "about": {"@id": claim_iri(claim)},
    }


def _who(source: Source) -> Json:
    if not source.is_named:
        return {"@type": "Thing", "@id": source.iri, "description": source.name}
    role = source.link.role
    titled = {"jobTitle": role} if role and source.kind == "person" else {}
    return {"@type": TYPES[source.kind], "@id": source.iri, "name": source.name, **titled}
