"""
PLOVER 2.0 events, one JSON object a line, with auxiliary modes.

One object an event and report, named as POLECAT names its columns, in small letters: event_type, event_mode,
quad_code (1 to 4), intensity (PLOVER's own score of type and mode), contexts, auxiliary_modes (negation · future ·
hypothetical · historical); for each actor and recipient the name, country (ISO 3166 alpha-3 or PLOVER's UNO, EUR,
IGO, NGO, IMG, MNC) and sectors, the primary one first. Beside PLOVER's: `certainty`, `inherited`, and `told_by`, the
chain and stance of every claim that tells of the event. `negation` also stands where everybody who tells of the event
denies it.

Lost: events that PLOVER leaves out (statements, denials, claims of responsibility, disasters, elections, legal
steps), figurative ones, what of the claims is not the event, spans and reasons. Figures stand as words.
"""

from __future__ import annotations

from collections.abc import Iterable

from according.events.ontology import quad, score
from according.export.standing import auxiliary_modes
from according.export.writing import Json, TextOut, write_lines
from according.records import Participant
from according.store import KeptEvent

QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
"""PLOVER's numbers of its quads."""


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write PLOVER's events; returns how many."""
    return write_lines(out, (_event(event) for event in events if _is_plover(event)))


def _is_plover(event: KeptEvent) -> bool:
    return event.event.type is not None and event.event.status != "figurative"


def _event(kept: KeptEvent) -> Json:
    event, report = kept.event, kept.report.record.report
    kind = event.type or ""
    return {
        "event_id": kept.name,
        "event_date": _dates(kept),
        "event_type": kind,
        "event_mode": event.mode,
        "quad_code": QUADS[event.quad or quad(kind) or ""],
        "intensity": score(kind, event.mode),
        "contexts": list(event.contexts),
        "auxiliary_modes": list(auxiliary_modes(kept)),
        "certainty": event.certainty,
        "actors": _parties(kept.actors, event.actors),
        "recipients": _parties(kept.recipients, event.recipients),
        "place": _place(kept),
        "figures": list(kept.figures),
        "inherited": list(event.inherited),
        "told_by": [
            {"claim": claim.name, "chain": list(claim.sources), "stance": claim.claim.stance} for claim in kept.claims
        ],
        "source": report.publisher,
        "publication_date": report.published,
        "headline": report.title,
        "url": report.url,
        "language": report.language,
        "confidence": event.confidence,
        "version": kept.report.record.made_by,
    }


def _dates(kept: KeptEvent) -> Json | None:
    """The TIMEX3 value and the days that it covers; None where the report tells no time."""
    time = kept.event.time
    if time is None:
        return None
    first, last = kept.days or (None, None)
    return {"value": time.value, "first_day": first, "last_day": last}


def _parties(names: tuple[str, ...], parties: tuple[Participant, ...]) -> list[Json]:
    return [
        {"name": name, "country": party.country, "sectors": list(party.sectors)}
        for name, party in zip(names, parties, strict=True)
    ]


def _place(kept: KeptEvent) -> Json | None:
    """None where the report tells no place. Coordinates of a country only stand for it: `precision` says so."""
    place = kept.event.place
    if place is None:
        return None
    return {
        "name": kept.place,
        "country": place.country,
        "geonames_id": place.geonames_id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
    }
