"""
W3C Web Annotations (Recommendation, 2017), JSON-LD: one annotation collection with everything on its first page.

For each claim, one annotation of its content, with a body that says in whose name, and tags ("stance: denied"); one
of each source in the chain that stands in the text (`identifying`), and one of the cue (`highlighting`), each linked
to the claim by its id ("urn:according:...:c3", "...:c3:source:1", "...:c3:cue"). Each target selects words of the
report twice: by TextPositionSelector, in code points of the text that `source` names by its SHA-256, and by
TextQuoteSelector with 32 characters on either side; `scope` is the page that the text was read from. Words that are
not contiguous are several targets.

Lost: events, places, times and figures; that several targets are one content; the order in which sources pass a claim
on, but for the numbers in their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.naming import Source, claim_iri, report_iri, sources, web_address
from according.export.writing import Json, TextOut, without_none, write_list
from according.records import Attribution, Span, Spans
from according.store import KeptClaim, KeptReport

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ASIDE = 32
"""Characters of prefix and suffix, as in the example of the Recommendation's section 4.2.4."""


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write an annotation page; returns how many annotations."""
    head = {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "partOf": {"type": "AnnotationCollection", "label": "claims"},
    }
    return write_list(out, head, "items", (each for claim in claims for each in _annotations(claim)))


def _annotations(claim: KeptClaim) -> Iterator[Json]:
    name = claim_iri(claim)
    made = {"created": claim.report.read_at, "generator": {"type": "Software", "name": claim.report.record.made_by}}
    if claim.claim.content:
        body = [_text(" > ".join(claim.sources), "describing")] if claim.sources else []
        yield {
            "id": name, "type": "Annotation", "motivation": "describing", **made,
            "body": [*body, *(_text(tag, "tagging") for tag in _tags(claim))],
            "target": _targets(claim.report, claim.claim.content),
        }  # fmt: skip
    for source in sources(claim):
        if source.link.spans:
            yield {
                "id": f"{name}:source:{source.position}", "type": "Annotation", "motivation": "identifying", **made,
                "body": [{"type": "SpecificResource", "purpose": "linking", "source": name},
                         *(_text(tag, "tagging") for tag in _source_tags(source)), _text(source.name, "identifying")],
                "target": _targets(claim.report, source.link.spans),
            }  # fmt: skip
    attribution = _attribution(claim)
    if attribution and attribution.cue:
        yield {
            "id": f"{name}:cue", "type": "Annotation", "motivation": "highlighting", **made,
            "body": [{"type": "SpecificResource", "purpose": "linking", "source": name}, _text("cue", "tagging")],
            "target": _targets(claim.report, attribution.cue),
        }  # fmt: skip


def _attribution(claim: KeptClaim) -> Attribution | None:
    found = claim.report.record.attributions
    return next((each for each in found if each.id == claim.claim.attribution), None)


def _tags(claim: KeptClaim) -> list[str]:
    told = claim.claim
    return [f"{name}: {getattr(told, name)}" for name in ("stance", "polarity", "certainty", "status")]


def _source_tags(source: Source) -> list[str]:
    link = source.link
    known = (
        ("identification", link.identification),
        ("country", link.country),
        ("sectors", " ".join(link.sectors)),
        ("role", link.role),
        ("relation", link.relation),
        ("anonymity", link.anonymity and link.anonymity.grounds),
    )
    return [f"{name}: {value}" for name, value in known if value]


def _text(words: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": words, "purpose": purpose, "format": "text/plain"}


def _targets(report: KeptReport, spans: Spans) -> list[Json]:
    text = report.record.report.text
    return [
        {
            "type": "SpecificResource",
            "source": report_iri(report),
            **without_none(scope=web_address(report.record.report.url)),
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                _quoted(text, span),
            ],
        }
        for span in spans
    ]


def _quoted(text: str, span: Span) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - ASIDE) : span.start],
        "suffix": text[span.end : span.end + ASIDE],
    }
