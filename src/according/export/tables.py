"""The ledger's own tables, for CSV and Parquet: claims, events, sources, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from according.export.killed import killed
from according.export.naming import innermost
from according.records import Dateline, Place, SourceLink, Spans
from according.store import KeptClaim, KeptEvent, KeptReport, Voice
from according.store.rows import NAMED, words_of

Value = str | int | float | bool | tuple[str, ...] | None
Row = dict[str, Value]
"""A row by the names of its columns."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`kind`: text · whole · real · truth · texts, the last a list."""

    name: str
    kind: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns, and rows as long as these; rows come as they are asked for."""

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]


def _columns(*names: str) -> tuple[Column, ...]:
    """Columns by "name", or "name:kind" where it is not text."""
    parts = [name.partition(":") for name in names]
    return tuple(Column(name=name, kind=kind or "text") for name, _, kind in parts)


def _table(columns: tuple[Column, ...], items: Iterable[T], row: Callable[[T], Row]) -> Table:
    rows = (row(item) for item in items)
    return Table(columns=columns, rows=(tuple(each[column.name] for column in columns) for each in rows))


REPORTED = ("report", "published", "publisher", "title", "url", "path")
READ = ("read_at", "made_by")


def _reported(kept: KeptReport) -> Row:
    """What makes a claim or an event understood outside its report."""
    report = kept.record.report
    return {
        "report": kept.key,
        "published": report.published,
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "path": report.path,
        "read_at": kept.read_at,
        "made_by": kept.record.made_by,
    }


def _spans(spans: Spans) -> str:
    """Spans as "12:40 55:60", half-open, in code points."""
    return " ".join(f"{span.start}:{span.end}" for span in spans)


# --- claims -------------------------------------------------------------------------------

CLAIM = _columns(
    "claim", *REPORTED, "chain:texts", "source", "source_identification", "source_is_named:truth", "source_count",
    "source_country", "source_sectors:texts", "source_role", "source_role_status", "anonymity_grounds",
    "is_narrator:truth", "content", "content_spans", "stance", "polarity", "certainty", "certainty_words", "status",
    "events:texts", "said_on", "confidence:real", *READ,
)  # fmt: skip


def claims_table(claims: Iterable[KeptClaim]) -> Table:
    """One row a claim."""
    return _table(CLAIM, claims, _claim)


def _claim(kept: KeptClaim) -> Row:
    told, source = kept.claim, innermost(kept)
    link = source.link if source else SourceLink()
    return _reported(kept.report) | {
        "claim": kept.name,
        "chain": kept.sources[: len(told.chain)],
        "source": source.name if source else None,
        "source_identification": link.identification,
        "source_is_named": source is not None and (source.position == 0 or link.identification in NAMED),
        "source_count": None if link.count is None else str(link.count),
        "source_country": link.country,
        "source_sectors": link.sectors,
        "source_role": link.role,
        "source_role_status": link.role_status,
        "anonymity_grounds": link.anonymity.grounds if link.anonymity else None,
        "is_narrator": told.attribution is None,
        "content": kept.content,
        "content_spans": _spans(told.content),
        "stance": told.stance,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "certainty_words": words_of(kept.report.record.report.text, told.certainty_words) or None,
        "status": told.status,
        "events": tuple(event.name for event in kept.events),
        "said_on": told.said_on,
        "confidence": told.confidence,
    }


# --- events -------------------------------------------------------------------------------

EVENT = _columns(
    "event", *REPORTED, "kind", "type", "mode", "quad", "contexts:texts", "trigger", "trigger_spans", "actors:texts",
    "actor_countries:texts", "actor_sectors:texts", "recipients:texts", "recipient_countries:texts",
    "recipient_sectors:texts", "place", "place_country", "geonames_id:whole", "latitude:real", "longitude:real",
    "precision", "time", "first_day", "last_day", "figures:texts", "killed_low:whole", "killed_best:whole",
    "killed_high:whole", "polarity", "certainty", "status", "inherited:texts", "claims:texts", "sources:texts",
    "stances:texts", "confidence:real", *READ,
)  # fmt: skip


def events_table(events: Iterable[KeptEvent]) -> Table:
    """One row an event; lists of countries and sectors are as long as those of the parties, "" where none is known."""
    return _table(EVENT, events, _event)


def _event(kept: KeptEvent) -> Row:
    event = kept.event
    first, last = kept.days or (None, None)
    place = event.place or Place(spans=())
    deaths = killed(kept)
    return _reported(kept.report) | {
        "event": kept.name,
        "kind": kept.kind,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "contexts": event.contexts,
        "trigger": kept.trigger,
        "trigger_spans": _spans(event.trigger),
        "actors": kept.actors,
        "actor_countries": tuple(party.country or "" for party in event.actors),
        "actor_sectors": tuple(" ".join(party.sectors) for party in event.actors),
        "recipients": kept.recipients,
        "recipient_countries": tuple(party.country or "" for party in event.recipients),
        "recipient_sectors": tuple(" ".join(party.sectors) for party in event.recipients),
        "place": kept.place,
        "place_country": place.country,
        "geonames_id": place.geonames_id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "time": event.time.value if event.time else None,
        "first_day": first,
        "last_day": last,
        "figures": kept.figures,
        "killed_low": deaths.low if deaths else None,
        "killed_best": deaths.best if deaths else None,
        "killed_high": deaths.high if deaths else None,
        "polarity": event.polarity,
        "certainty": event.certainty,
        "status": event.status,
        "inherited": event.inherited,
        "claims": tuple(claim.name for claim in kept.claims),
        "sources": tuple(source.name if (source := innermost(claim)) else "" for claim in kept.claims),
        "stances": tuple(claim.claim.stance for claim in kept.claims),
        "confidence": event.confidence,
    }


# --- sources and reports ------------------------------------------------------------------

VOICE = _columns(
    "source", "identification", "is_named:truth", "country", "claims:whole", "passed_on:whole", "reports:whole"
)


def sources_table(voices: Iterable[Voice]) -> Table:
    """One row a source; whoever is not named is one row a description, which may be several people."""
    return _table(VOICE, voices, _voice)


def _voice(voice: Voice) -> Row:
    return {
        "source": voice.name,
        "identification": voice.identification,
        "is_named": voice.named,
        "country": voice.country,
        "claims": voice.claims,
        "passed_on": voice.passed_on,
        "reports": voice.reports,
    }


REPORT = _columns(
    "report", "sha256", "version:whole", "published", "published_from", "publisher", "byline", "credits:texts",
    "dateline_place", "dateline_date", "title", "url", "path", "language", "characters:whole", "claims:whole",
    "events:whole", *READ,
)  # fmt: skip


def reports_table(reports: Iterable[KeptReport]) -> Table:
    """One row a report; not its text."""
    return _table(REPORT, reports, _report)


def _report(kept: KeptReport) -> Row:
    report = kept.record.report
    dateline = report.dateline or Dateline(spans=())
    return _reported(kept) | {
        "sha256": report.id,
        "version": kept.version,
        "published_from": report.published_from,
        "byline": report.byline,
        "credits": report.credits,
        "dateline_place": dateline.place,
        "dateline_date": dateline.date,
        "language": report.language,
        "characters": len(report.text),
        "claims": len(kept.record.claims),
        "events": len(kept.record.events),
    }
