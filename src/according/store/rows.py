"""A record as rows of the ledger's tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from according.errors import BadRecord
from according.records import Claim, Record, Sentence, SourceLink, Span, Spans

Row = dict[str, object]

NAMED = frozenset({"named", "institution", "document"})
"""Identifications that let a reader ask the source: a name, a body, a paper. The others are unnamed."""

OUTLET = "the outlet"
"""How the narrator is shown where the report does not tell who published it."""

UNSOURCED = "nobody named"
"""How the innermost source is shown of what is attributed to nobody: "it is believed that ..."."""

HAS_A_NAME = frozenset({"person", "organisation", "platform", "other"})
"""Kinds of entity by whose name a source may be shown. "The Turkish ministry" holds a place, and is not Turkey."""

GAP = " ... "
"""Between the parts of words that are not contiguous."""


def words_of(text: str, spans: Spans) -> str:
    """
    The words of the spans, white space as single blanks.

    >>> words_of("It burned,\\n she said, for days.", (Span(start=0, end=9), Span(start=22, end=30)))
    'It burned ... for days'
    """
    return GAP.join(" ".join(text[span.start : span.end].split()) for span in spans)


def link_name(record: Record, link: SourceLink) -> str:
    """
    How a link is shown: its entity's fullest name, whom "they" means, its own words, or the outlet.

    Who is not named is never shown by a name, whatever names stand in the description ("a Reuters driver").
    Commas around the words are left off, and curly apostrophes made straight, so that the same words are one voice.
    """
    text = record.report.text
    for entity in record.entities:
        if entity.id == link.entity and link.identification in NAMED and entity.kind in HAS_A_NAME:
            return entity.name
    words = words_of(text, link.resolves_to or link.spans).strip(" ,;:").replace("’", "'")
    return words or record.report.publisher or OUTLET


def voice(record: Record, link: SourceLink) -> str:
    """Whom a link is counted as: "one of the officials" is never another voice than the officials."""
    return words_of(record.report.text, link.part_of) or link_name(record, link)


def chain_names(record: Record, claim: Claim) -> tuple[str, ...]:
    """A claim's sources as they are shown, the outlet first; the last one vouches for the content."""
    names = tuple(link_name(record, link) for link in claim.chain)
    return (*names, UNSOURCED) if is_unsourced(claim) else names


def is_unsourced(claim: Claim) -> bool:
    """Whether the outlet lays the content at somebody's door, and does not say whose."""
    return claim.attribution is not None and len(claim.chain) <= 1


def without_text(record: Record) -> tuple[str, str]:
    """(the record's JSON without the text, its digest)."""
    data = record.to_dict()
    report = data["report"]
    assert isinstance(report, dict)
    report["text"] = None
    kept = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return kept, digest(kept)


def digest(kept: str) -> str:
    """SHA-256 of a kept record, its path left out: "./a.txt" and "a.txt" are the same file."""
    data = json.loads(kept)
    data["report"]["path"] = None
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def with_text(kept: str, text: str) -> Record:
    """The record again."""
    data = json.loads(kept)
    data["report"]["text"] = text
    return Record.from_dict(data)


def report_id(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def checked(record: Record) -> Record:
    """The record, if its id is its text's, every span lies within the text, and what it refers to is there."""
    where = record.report.path or record.report.url or "record"
    if record.report.id != report_id(record.report.text):
        raise BadRecord(where, f"found id {record.report.id}, expected the SHA-256 of its text")
    length = len(record.report.text)
    for place, span in spans_of(record):
        if span.end > length:
            raise BadRecord(
                where, f"found span {span.start}:{span.end} in {place}, expected it within {length} characters"
            )
    known = {event.id for event in record.events}
    for claim in record.claims:
        if unknown := [event for event in claim.events if event not in known]:
            raise BadRecord(where, f"found event {unknown[0]!r} in claims/{claim.id}, expected one of the record's")
    for event in record.events:
        if not all(0 <= number < len(record.quantities) for number in event.quantities):
            count = len(record.quantities)
            raise BadRecord(where, f"found {event.quantities} in events/{event.id}/quantities, expected below {count}")
    return record


def spans_of(value: object, place: str = "") -> Iterator[tuple[str, Span]]:
    """
    Every span that the contract writes, with its place in the record.

    >>> from according.records import Claim, Report
    >>> claim = Claim(id="c1", chain=(), content=(Span(start=0, end=6),))
    >>> [place for place, _ in spans_of(Record(report=Report(id="", text="Ankara"), claims=(claim,)))]
    ['claims/c1/content/0']
    """
    if isinstance(value, Span):
        yield place.strip("/"), value
    elif isinstance(value, Sentence):
        yield from spans_of(value.span, place)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from spans_of(item, f"{place}/{getattr(item, 'id', index)}")
    elif is_dataclass(value):
        for field in fields(value):
            if not (isinstance(value, SourceLink) and field.name == "why"):
                yield from spans_of(getattr(value, field.name), f"{place}/{field.name}")


def claim_row(record: Record, claim: Claim, reading: int) -> Row:
    """The row of `claims`."""
    return {
        "reading": reading,
        "id": claim.id,
        "content": words_of(record.report.text, claim.content),
        "stance": claim.stance,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "status": claim.status,
        "attribution": claim.attribution,
        "said_on": claim.said_on,
        "confidence": claim.confidence,
    }


def link_rows(record: Record, claim: Claim, number: int) -> list[Row]:
    """The rows of `links` for a claim's chain."""
    rows: list[Row] = []
    for position, link in enumerate(claim.chain):
        name = link_name(record, link)
        rows.append(
            {
                "claim": number,
                "position": position,
                "innermost": position == len(claim.chain) - 1 and not is_unsourced(claim),
                "name": name,
                "voice": voice(record, link),
                "folded": f"{name} {words_of(record.report.text, link.spans)}".casefold(),
                "entity": link.entity,
                "identification": link.identification,
                "count": None if link.count is None else str(link.count),
                "country": link.country,
                "sectors": " ".join(link.sectors),
                "role": link.role,
                "role_status": link.role_status,
                "relation": link.relation,
                "grounds": link.anonymity and link.anonymity.grounds,
            }
        )
    return rows


def attribution_rows(record: Record, reading: int) -> list[Row]:
    """The rows of `attributions`."""
    text = record.report.text
    return [
        {
            "reading": reading,
            "id": attribution.id,
            "kind": attribution.kind,
            "source": words_of(text, attribution.source),
            "cue": words_of(text, attribution.cue),
            "content": words_of(text, attribution.content),
            "parent": attribution.parent,
            "confidence": attribution.confidence,
        }
        for attribution in record.attributions
    ]


def span_rows(record: Record, reading: int) -> list[Row]:
    """The rows of `spans`."""
    text = record.report.text
    return [
        {
            "reading": reading,
            "place": place,
            "start": span.start,
            "end": span.end,
            "words": text[span.start : span.end],
        }
        for place, span in spans_of(record)
    ]
