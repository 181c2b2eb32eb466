"""What is marked in a report's text: who speaks, by what word, what; and what happened, where, when, how many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from according.records import Claim, Place, Quantity, Record, Span, Spans, Time
from according.store import KeptEvent
from according.store.rows import NAMED, link_name
from according.web.marking import Mark

UNNAMED = ("unnamed", "collective")
"""Identifications of sources whom a reader cannot tell."""

LAYERS = (
    ("source", "sources"),
    ("cue", "cues"),
    ("content", "contents"),
    ("own", "the outlet's own claims"),
    ("trigger", "events"),
    ("place", "places"),
    ("time", "times"),
    ("figure", "figures"),
)
"""Kinds of mark that can be switched on and off, with their names."""


def marks(record: Record, events: Iterable[KeptEvent]) -> list[Mark]:
    """All marks of a report, each naming the claims and events that it belongs to."""
    return [*_said(record), *_happened(record, events)]


def naming(identification: str | None) -> str:
    """
    How a source is told: "named", "role-only" or "unnamed".

    >>> naming("institution"), naming("collective"), naming(None)
    ('named', 'unnamed', 'unnamed')
    """
    return "named" if identification in NAMED else identification if identification == "role-only" else "unnamed"


def _said(record: Record) -> Iterator[Mark]:
    """Contents, and the sources and cues of their claims; a source that speaks often is marked once."""
    attributions = {each.id: each for each in record.attributions}
    sources: dict[Span, list[str]] = defaultdict(list)
    kinds: dict[Span, tuple[str, str]] = {}
    cues: dict[Span, list[str]] = defaultdict(list)
    for claim in record.claims:
        for link in claim.chain[1:]:
            for span in link.spans:
                sources[span].append(claim.id)
                kinds[span] = (naming(link.identification), link_name(record, link))
        if claim.attribution in attributions:
            for span in attributions[claim.attribution].cue:
                cues[span].append(claim.id)
        yield from _content(claim)
    claimed = {claim.attribution for claim in record.claims}
    for attribution in record.attributions:
        for span in attribution.source:
            kinds.setdefault(span, ("", ""))
            sources[span] += []
        if attribution.id not in claimed:
            for span in attribution.content:
                yield Mark(span=span, kind="content", note="attributed, but no claim was made of it")
    for span, of in sources.items():
        kind, name = kinds[span]
        note = {"unnamed": "source, not named", "role-only": "source, by office"}.get(kind, "source")
        note = f"{note}: {name}" if name else note
        yield Mark(span=span, kind="source", of=_joined(of), note=note, classes=(kind,) if kind else ())
    for span, of in cues.items():
        yield Mark(span=span, kind="cue", of=_joined(of), note=f"cue of {', '.join(dict.fromkeys(of))}")


def _content(claim: Claim) -> Iterator[Mark]:
    kind = "own" if claim.attribution is None else "content"
    for number, span in enumerate(claim.content):
        anchor = "" if number else f"t-{claim.id}"
        classes = ("denied",) if claim.stance == "denied" else ()
        yield Mark(span=span, kind=kind, of=claim.id, anchor=anchor, classes=classes)


def _happened(record: Record, events: Iterable[KeptEvent]) -> Iterator[Mark]:
    cues = {span for attribution in record.attributions for span in attribution.cue}
    for event in events:
        of = _joined([event.event.id, *(claim.claim.id for claim in event.claims)])
        for number, span in enumerate(event.event.trigger):
            if span not in cues:
                anchor = "" if number else f"t-{event.event.id}"
                note = f"event {event.event.id}: {act(event)}"
                yield Mark(span=span, kind="trigger", of=of, note=note, anchor=anchor)
    yield from _found("place", ((place.spans, place_note(place)) for place in record.places))
    yield from _found("time", ((time.spans, time_note(time)) for time in record.times))
    yield from _found("figure", ((each.spans, figure_note(each)) for each in record.quantities))


def _found(kind: str, found: Iterable[tuple[Spans, str]]) -> Iterator[Mark]:
    notes: dict[Span, str] = {}
    anchors: dict[Span, str] = {}
    for number, (spans, note) in enumerate(found):
        for place, span in enumerate(spans):
            notes.setdefault(span, f"{kind}: {note}")
            if not place:
                anchors.setdefault(span, f"t-{kind}-{number}")
    for span, note in notes.items():
        yield Mark(span=span, kind=kind, note=note, anchor=anchors.get(span, ""))


def act(event: KeptEvent) -> str:
    """Who, what, to whom: "ASSAULT/drone Kenya → Turkana herders"."""
    label = f"{event.kind}/{event.event.mode}" if event.event.type and event.event.mode else event.kind
    actors, recipients = " and ".join(event.actors), " and ".join(event.recipients)
    return " ".join(part for part in (label, parties(actors, recipients)) if part)


def parties(actors: str, recipients: str) -> str:
    """
    Who does it to whom.

    >>> parties("Kenya", "herders"), parties("Kenya", ""), parties("", "herders"), parties("", "")
    ('Kenya → herders', 'Kenya', '? → herders', '')
    """
    return f"{actors or '?'} → {recipients}" if recipients else actors


def place_note(place: Place) -> str:
    """What is known of a place, in one line."""
    if place.name is None:
        return "not resolved"
    known = [", ".join(part for part in (place.name, place.country) if part)]
    if place.latitude is not None and place.longitude is not None:
        known.append(f"{place.latitude:.2f}, {place.longitude:.2f}")
    return " · ".join([*known, *([place.precision] if place.precision else [])])


def time_note(time: Time) -> str:
    """What is known of a time, in one line."""
    known = [time.type.lower(), time.value or "not resolved", f"counted from {time.anchor}" if time.anchor else ""]
    return " · ".join(part for part in known if part)


def figure_note(figure: Quantity) -> str:
    """What is known of a figure, in one line."""
    bound = "" if figure.bound in (None, "exact") else str(figure.bound).replace("-", " ")
    low, high = (None if end is None else f"{end:,.10g}" for end in (figure.low, figure.high))
    if figure.value is not None:
        amount = f"{bound} {figure.value:,.10g}".strip()
    elif low is not None and high is not None:
        amount = f"{low} to {high}"
    else:
        amount = f"at least {low}" if low is not None else f"at most {high}" if high is not None else bound
    known = (amount, figure.measure or "", figure.of or "", "" if figure.cumulative is None else _total(figure))
    return " · ".join(part for part in known if part)


def _total(figure: Quantity) -> str:
    return "so far" if figure.cumulative else "new"


def _joined(of: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(of))


def first_places(claims: Iterable[Claim]) -> Mapping[str, int]:
    """Where each claim's content begins, by the claim's id; those without content are left out."""
    return {claim.id: claim.content[0].start for claim in claims if claim.content}
