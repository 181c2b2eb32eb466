"""
PROV-O (W3C Recommendation, 2013), Turtle: where each claim comes from, link by link.

A claim is an entity that was derived from its report and attributed to the outlet. Behind it stands one entity for
each further link of the chain ("...:c3:link:1"): what that source is said to have said, attributed to the source, and
derived from what the next one said; the claim was derived from the first of them. So "Bay Daily reported that Reuters
said that officials said" is three derivations. Every link is also a qualified attribution of the claim, with its
position, relation and identification. Reading a report is an activity of the software. What was said is `a:content`,
with `a:stance`, `a:polarity`, `a:certainty` and `a:status` beside it: it is no `prov:value`, for a content that was
denied is nobody's word. Terms beginning with `a:` are ours.

Lost: spans, events, places, times and figures, confidence and reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.naming import BASE, VOCABULARY, Source, claim_iri, report_iri, sources, web_address
from according.export.turtle import Pair, day_or_moment, iri, literal, nested, number, prefixes, statements
from according.export.writing import TextOut, by_report
from according.store import KeptClaim, KeptReport

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "a": VOCABULARY,
}
SOFTWARE = f"{BASE}software"
AGENTS = {"person": "prov:Person", "organisation": "prov:Organization", None: "prov:Agent"}


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write reports, claims and the links behind them; returns how many claims."""
    out.write(prefixes(PREFIXES))
    count = 0
    known: set[str] = set()
    for report, found in by_report(claims):
        for each in _report(report, known):
            out.write(each)
        for claim in found:
            count += 1
            for each in _claim(claim, known):
                out.write(each)
    return count


def _report(kept: KeptReport, known: set[str]) -> Iterator[str]:
    report, name = kept.record.report, report_iri(kept)
    pairs = [("a", "prov:Entity, a:Report")]
    pairs += _words("dcterms:title", report.title) + _words("dcterms:publisher", report.publisher)
    if address := web_address(report.url):
        pairs.append(("dcterms:source", iri(address)))
    if report.published:
        pairs.append(("dcterms:issued", day_or_moment(report.published)))
    yield statements(iri(name), pairs)
    software = f"{SOFTWARE}:{'-'.join(kept.record.made_by.split()) or 'unknown'}"
    if software not in known:
        known.add(software)
        yield statements(iri(software), [("a", "prov:SoftwareAgent"), *_words("rdfs:label", kept.record.made_by)])
    yield statements(
        iri(f"{name}:reading"),
        [
            ("a", "prov:Activity"),
            ("prov:used", iri(name)),
            ("prov:endedAtTime", day_or_moment(kept.read_at)),
            ("prov:wasAssociatedWith", iri(software)),
        ],
    )


def _claim(claim: KeptClaim, known: set[str]) -> Iterator[str]:
    name, chain = claim_iri(claim), sources(claim)
    for source in chain:
        if source.iri not in known:
            known.add(source.iri)
            yield statements(iri(source.iri), [("a", AGENTS[source.kind]), *_words("rdfs:label", source.name)])
    links = [f"{name}:link:{source.position}" for source in chain[1:]]
    origins = [report_iri(claim.report), *links[:1]]
    yield statements(
        iri(name),
        [
            ("a", "prov:Entity, a:Claim"),
            *_told(claim),
            ("a:confidence", number(claim.claim.confidence)),
            ("prov:wasGeneratedBy", iri(f"{report_iri(claim.report)}:reading")),
            ("prov:wasDerivedFrom", ", ".join(iri(each) for each in origins)),
            *((("prov:wasAttributedTo", iri(chain[0].iri)),) if chain else ()),
            *(("prov:qualifiedAttribution", _qualified(source)) for source in chain),
        ],
    )
    for source, link, behind in zip(chain[1:], links, [*links, None][1:], strict=True):
        pairs = [("a", "prov:Entity, a:Statement"), ("prov:wasAttributedTo", iri(source.iri))]
        if behind is None:
            pairs += _told(claim)
        else:
            pairs.append(("prov:wasDerivedFrom", iri(behind)))
        yield statements(iri(link), pairs)


def _told(claim: KeptClaim) -> list[Pair]:
    told = claim.claim
    return [
        *_words("a:content", claim.content),
        *_words("a:stance", told.stance),
        *_words("a:polarity", told.polarity),
        *_words("a:certainty", told.certainty),
        *_words("a:status", told.status),
    ]


def _qualified(source: Source) -> str:
    link = source.link
    grounds = link.anonymity.grounds if link.anonymity else None
    return nested(
        [
            ("a", "prov:Attribution"),
            ("prov:agent", iri(source.iri)),
            ("a:position", number(source.position)),
            *_words("a:identification", link.identification),
            *_words("a:relation", link.relation),
            *_words("a:anonymity", grounds),
        ]
    )


def _words(predicate: str, words: str | None) -> list[Pair]:
    return [(predicate, literal(words))] if words else []
