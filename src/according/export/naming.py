"""
Names of reports, claims and sources that hold in any file: IRIs of our own.

    urn:according:<SHA-256 of the text>            a report; "-2" behind it where another report has the same text
    urn:according:<SHA-256 of the text>:c3         a claim of it
    urn:according:source:Reuters                   somebody who is named
    urn:according:<SHA-256 of the text>:e4         somebody who is not: never more than one report's

The same text read by anybody has the same name, so that two exports can be laid together.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from according.records import SourceLink
from according.store import KeptClaim, KeptReport
from according.store.rows import HAS_A_NAME, NAMED
from according.store.writing import KEY_LENGTH

BASE = "urn:according:"
VOCABULARY = "urn:according:vocabulary:"
"""Begins the names of our own terms, in formats that have none for what we record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """
    Somebody in a chain. `name` is as it is shown; `kind` is person, organisation, or None where that is not known.

    `position` counts from 0, the outlet. `is_named`: by a name, and so the same in every report.
    """

    iri: str
    name: str
    kind: str | None
    is_named: bool
    position: int
    link: SourceLink


def report_iri(report: KeptReport) -> str:
    """The report's name."""
    return f"{BASE}{report.record.report.id}{report.key[KEY_LENGTH:]}"


def claim_iri(claim: KeptClaim) -> str:
    """The claim's name."""
    return f"{report_iri(claim.report)}:{claim.claim.id}"


def web_address(url: str | None) -> str | None:
    """
    The address as a URI (RFC 3986), if it is one of the web; what may not stand in a URI is percent-encoded.

    >>> web_address("https://bay-daily.example/a b?c=%20"), web_address("bay-daily.example"), web_address(None)
    ('https://bay-daily.example/a%20b?c=%20', None, None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:  # an address that begins like one of IPv6
        return None
    if url is None or parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url, safe=":/?#@!$&'()*+,;=%~")


def sources(claim: KeptClaim) -> tuple[Source, ...]:
    """The claim's chain, the outlet first; of what is attributed to nobody, the outlet alone."""
    return tuple(_source(claim, position, link) for position, link in enumerate(claim.claim.chain))


def innermost(claim: KeptClaim) -> Source | None:
    """Who vouches for the content: the outlet where it speaks itself, None where the report names nobody."""
    if not claim.claim.chain or (claim.claim.attribution is not None and len(claim.claim.chain) == 1):
        return None
    return sources(claim)[-1]


def _source(claim: KeptClaim, position: int, link: SourceLink) -> Source:
    name = claim.sources[position]
    entities = {entity.id: entity for entity in claim.report.record.entities}
    entity = entities.get(link.entity or "")
    if position == 0:
        publisher = claim.report.record.report.publisher
        iri = named_iri(publisher) if publisher else f"{report_iri(claim.report)}:outlet"
        return Source(iri=iri, name=name, kind="organisation", is_named=publisher is not None, position=0, link=link)
    kind = entity.kind if entity and entity.kind in ("person", "organisation") else None
    if kind is None and link.identification == "institution":
        kind = "organisation"
    is_named = link.identification in NAMED and entity is not None and entity.kind in HAS_A_NAME
    return Source(
        iri=named_iri(name) if is_named else _local_iri(claim.report, link),
        name=name, kind=kind, is_named=is_named, position=position, link=link,
    )  # fmt: skip


def named_iri(name: str) -> str:
    """
    The name of whoever has one.

    >>> named_iri("Agence  France-Presse"), named_iri("Le Monde")
    ('urn:according:source:Agence%20France-Presse', 'urn:according:source:Le%20Monde')
    """
    return f"{BASE}source:{quote(' '.join(name.split()), safe='')}"


def _local_iri(report: KeptReport, link: SourceLink) -> str:
    spans = link.part_of or link.resolves_to or link.spans
    local = link.entity or "-".join(f"{span.start}.{span.end}" for span in spans) or "unknown"
    return f"{report_iri(report)}:source:{local}"
