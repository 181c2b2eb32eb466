"""What STIX has no property for, as a property extension: a claim's standing, chain and events, a report's text."""

from __future__ import annotations

from according.export.naming import report_iri, sources
from according.export.writing import Json, without_none
from according.records import Spans
from according.store import KeptClaim, KeptReport

EXTENSION = "claims"

EXTENSION_TEXT = (
    "In a note: claim (its name), stance (asserted, confirmed, denied, neither-confirmed-nor-denied, "
    "claimed-responsibility, accused, alleged, possible, probable, conditional, feared, hoped, believed, planned, "
    "threatened, ordered, demanded, asked, warned, predicted), polarity (positive, negative), certainty (certain, "
    "probable, possible, underspecified) and status (current, background, legal-proceeding, planned, hypothetical, "
    "figurative) are those of the innermost source towards the note's content; chain lists the sources from the outlet "
    "inwards, each with name, identification and what is known of it; spans are half-open ranges of code points of "
    "the text whose name is text; events have type, mode and quad of PLOVER, actors, recipients, polarity and status. "
    "In a report: text names the report's text by its SHA-256, undated tells that published is not its date."
)


def about_claim(claim: KeptClaim) -> Json:
    """The extension of a note."""
    told = claim.claim
    known: Json = {
        "extension_type": "property-extension",
        "claim": claim.name,
        "text": report_iri(claim.report),
        "spans": _spans(told.content),
        "stance": told.stance,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "status": told.status,
        "chain": [
            without_none(
                name=source.name,
                identification=source.link.identification,
                count=source.link.count,
                country=source.link.country,
                sectors=list(source.link.sectors),
                role=source.link.role,
                role_status=source.link.role_status,
                relation=source.link.relation,
                anonymity=source.link.anonymity and source.link.anonymity.grounds,
            )
            for source in sources(claim)
        ],
    }
    events = [
        without_none(
            name=event.name,
            kind=event.kind,
            mode=event.event.mode,
            quad=event.event.quad,
            actors=list(event.actors),
            recipients=list(event.recipients),
            polarity=event.event.polarity,
            status=event.event.status,
        )
        for event in claim.events
    ]
    return without_none(**known, events=events)


def about_report(kept: KeptReport, *, undated: bool) -> Json:
    """The extension of a report."""
    return {"extension_type": "property-extension", "text": report_iri(kept), "undated": undated}


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
