"""
NIF 2.0 (NLP Interchange Format), Turtle: each report's text as a context, and the words found in it as phrases of it.

Phrases are named by RFC 5147 fragments (`#char=12,40`), begin and end in code points. Sources, cues and contents are
phrases; so are resolved places, with `itsrdf:taIdentRef` to GeoNames. A claim is a node that points to its phrases by
`a:content`, `a:source` (the innermost), `a:passedOnBy` (those between it and the outlet) and `a:cue`, with
`a:stance`, `a:polarity`, `a:certainty` and `a:status`; terms beginning with `a:` are ours, for NIF has none for
attribution.

Lost: the order of those between, anonymity, events, times and figures, reasons; that several phrases are one content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.naming import VOCABULARY, claim_iri, report_iri, web_address
from according.export.turtle import Pair, iri, literal, number, prefixes, statements
from according.export.writing import TextOut, by_report
from according.records import Place, Span, Spans
from according.store import KeptClaim, KeptReport

PREFIXES = {
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "a": VOCABULARY,
}
GEONAMES = "https://sws.geonames.org/"


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write contexts, phrases and claims; returns how many claims."""
    out.write(prefixes(PREFIXES))
    count = 0
    for report, found in by_report(claims):
        count += len(found)
        for each in _report(report, found):
            out.write(each)
    return count


def _report(kept: KeptReport, claims: tuple[KeptClaim, ...]) -> Iterator[str]:
    report, base = kept.record.report, report_iri(kept)
    length = len(report.text)
    address = web_address(report.url)
    yield statements(
        iri(f"{base}#char=0,{length}"),
        [
            ("a", "nif:Context, nif:OffsetBasedString"),
            ("nif:isString", literal(report.text)),
            ("nif:beginIndex", _index(0)),
            ("nif:endIndex", _index(length)),
            *((("nif:sourceUrl", iri(address)),) if address else ()),
        ],
    )
    told = [_claim(claim) for claim in claims]
    places = {place.spans[0]: place for place in kept.record.places if place.spans and place.geonames_id is not None}
    phrases = {span for _, spans in told for span in spans} | set(places)
    for span in sorted(phrases):
        yield statements(_phrase(kept, span), _said_of(kept, span, places.get(span)))
    for written, _ in told:
        yield written


def _said_of(kept: KeptReport, span: Span, place: Place | None) -> list[Pair]:
    text = kept.record.report.text
    pairs = [
        ("a", "nif:Phrase, nif:OffsetBasedString"),
        ("nif:referenceContext", iri(f"{report_iri(kept)}#char=0,{len(text)}")),
        ("nif:anchorOf", literal(text[span.start : span.end])),
        ("nif:beginIndex", _index(span.start)),
        ("nif:endIndex", _index(span.end)),
    ]
    if place is not None:
        pairs.append(("itsrdf:taIdentRef", iri(f"{GEONAMES}{place.geonames_id}/")))
    return pairs


def _claim(claim: KeptClaim) -> tuple[str, tuple[Span, ...]]:
    """(what is said of the claim, the spans it points to)."""
    told, kept = claim.claim, claim.report
    cues = [each.cue for each in kept.record.attributions if each.id == told.attribution]
    between = [link.spans for link in told.chain[1:-1]]
    parts: tuple[tuple[str, list[Spans]], ...] = (
        ("a:content", [told.content]),
        ("a:source", [told.chain[-1].spans] if len(told.chain) > 1 else []),
        ("a:passedOnBy", between),
        ("a:cue", cues),
    )
    pairs: list[Pair] = [("a", "a:Claim")]
    for predicate, groups in parts:
        pairs += [(predicate, _phrase(kept, span)) for spans in groups for span in spans]
    pairs += [(f"a:{name}", literal(getattr(told, name))) for name in ("stance", "polarity", "certainty", "status")]
    pairs.append(("a:confidence", number(told.confidence)))
    spans = tuple(span for _, groups in parts for spans in groups for span in spans)
    return statements(iri(claim_iri(claim)), pairs), spans


def _phrase(kept: KeptReport, span: Span) -> str:
    return iri(f"{report_iri(kept)}#char={span.start},{span.end}")


def _index(position: int) -> str:
    return literal(str(position), "xsd:nonNegativeInteger")
