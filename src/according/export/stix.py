"""
STIX 2.1 (OASIS Standard, 2021): one bundle of reports, notes, identities and locations.

A claim is a note: `content` the report's words, `abstract` the chain with the stance ("Bay Daily > the ministry
(denied)"), `object_refs` who vouches, whom it comes through and the places in its events. A report is a report, with
all its notes; sources and outlets are identities, those without a name of the class "unknown" and of one report only;
places are locations, with coordinates only where the report means a place that small. What STIX has no property for
stands in a property extension, whose definition is in the bundle: stance, polarity, certainty, status, the chain,
anonymity, events with PLOVER's types, spans. Ids are made from our names, so that the same report makes the same
objects; `created` is when it was read. An undated report's `published`, which STIX demands, is when it was read too,
and the extension says `undated`.

Lost: reasons, figures and times of events, sectors as STIX names them; a note is STIX's only place for what somebody
says, so tools that do not know the extension show a denied content as a note like any other, with the stance in
`abstract`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from according.export.countries import country, country_name
from according.export.naming import Source, claim_iri, report_iri, sources, web_address
from according.export.points import point
from according.export.stix_claims import EXTENSION, EXTENSION_TEXT, about_claim, about_report
from according.export.telling import told_as
from according.export.writing import Json, TextOut, by_report, without_none, write_list
from according.records import Place
from according.store import KeptClaim, KeptReport

NAMESPACE = uuid5(NAMESPACE_URL, "urn:according:stix")
BEGAN = "2026-11-22T00:00:00.000Z"
"""When the extension was defined, and our identity made: they must not change from bundle to bundle."""

CLASSES = {"person": "individual", "organisation": "organization", None: "unknown"}


def write(claims: Iterable[KeptClaim], out: TextOut) -> int:
    """Write a bundle; returns how many objects."""
    known: dict[str, None] = {}
    objects = _objects(claims, known)
    return write_list(out, {"type": "bundle"}, "objects", objects, lambda: {"id": _bundle_id(known)})


def _bundle_id(ids: Iterable[str]) -> str:
    """The same objects are the same bundle."""
    return f"bundle--{uuid5(NAMESPACE, ' '.join(ids))}"


def _objects(claims: Iterable[KeptClaim], known: dict[str, None]) -> Iterator[Json]:
    """Every object once, those that others refer to first; their ids are gathered in `known`."""
    for each in _all(claims):
        if str(each["id"]) not in known:
            known[str(each["id"])] = None
            yield each


def _all(claims: Iterable[KeptClaim]) -> Iterator[Json]:
    us = _id("identity", "According")
    yield _object("identity", "According", BEGAN) | {"name": "According", "identity_class": "system"}
    yield _object("extension-definition", EXTENSION, BEGAN, us) | {
        "name": "Claims of According",
        "description": "Who says what, on whose word and how surely: what a note's words mean.",
        "schema": EXTENSION_TEXT,
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    for report, found in by_report(claims):
        read = _moment(report.read_at) or BEGAN
        notes: list[str] = []
        refs: list[str] = []
        for claim in found:
            parts = [*_identities(claim, read, us), *_locations(claim, us)]
            yield from parts
            note = _note(claim, read, us, [str(part["id"]) for part in parts])
            yield note
            notes.append(str(note["id"]))
            refs += [str(part["id"]) for part in parts]
        yield _report(report, read, us, [*notes, *dict.fromkeys(refs)])


def _note(claim: KeptClaim, read: str, us: str, refs: list[str]) -> Json:
    return _object("note", claim_iri(claim), read, us) | {
        "abstract": told_as(claim),
        "content": claim.content or claim.name,
        "object_refs": list(dict.fromkeys(refs)) or [us],
        "confidence": round(100 * claim.claim.confidence),
        "extensions": {_id("extension-definition", EXTENSION): about_claim(claim)},
    }


def _report(kept: KeptReport, read: str, us: str, refs: list[str]) -> Json:
    report = kept.record.report
    published = _moment(report.published) if report.published else None
    address = web_address(report.url)
    return _object("report", report_iri(kept), read, us) | {
        "name": report.title or kept.key,
        "published": published or read,
        "object_refs": list(dict.fromkeys(refs)),
        **without_none(
            lang=report.language,
            external_references=[{"source_name": report.publisher or "web", "url": address}] if address else None,
        ),
        "extensions": {_id("extension-definition", EXTENSION): about_report(kept, undated=published is None)},
    }


def _identities(claim: KeptClaim, read: str, us: str) -> Iterator[Json]:
    for source in sources(claim):
        made = BEGAN if source.is_named else read
        yield _object("identity", source.iri, made, us) | {
            "name": source.name,
            "identity_class": _class(source),
        }


def _class(source: Source) -> str:
    if source.is_named:
        return CLASSES[source.kind]
    return "group" if source.link.identification == "collective" else "unknown"


def _locations(claim: KeptClaim, us: str) -> Iterator[Json]:
    for event in claim.events:
        place = event.event.place
        if place is not None and (made := _location(place, us)):
            yield made


def _location(place: Place, us: str) -> Json | None:
    """None where neither a country nor a point is known, without one of which STIX has no location."""
    known = country(place.country)
    found = point(place)
    if known is None or known.alpha_2 is None:
        if found is None:
            return None
        code = None
    else:
        code = known.alpha_2
    name = place.name or country_name(place.country)
    key = f"{place.geonames_id} {name} {place.country} {place.precision}"
    longitude, latitude = found or (None, None)
    return _object("location", key, BEGAN, us) | without_none(
        name=name,
        country=code,
        administrative_area=name if place.precision == "province" else None,
        city=name if place.precision in ("town", "exact") else None,
        latitude=latitude,
        longitude=longitude,
    )


def _object(kind: str, name: str, created: str, by: str | None = None) -> Json:
    made: Json = {"type": kind, "spec_version": "2.1", "id": _id(kind, name), "created": created, "modified": created}
    return made | ({"created_by_ref": by} if by else {})


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid5(NAMESPACE, f'{kind} {name}')}"


def _moment(value: str) -> str | None:
    """A day, or a day and time, as STIX writes moments: UTC, milliseconds; a time without a zone is taken for UTC."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return f"{found:%Y-%m-%dT%H:%M:%S}.{found.microsecond // 1000:03d}Z"
