"""`/report/KEY`: a report as it was read, with the chain of each claim beside its line. `/why/CLAIM`: the reasons."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from according.records import Claim, Record, SourceLink, Span, Step
from according.sourcing import Sourcing, check
from according.store import KeptClaim, KeptEvent, KeptReport, finding, rows
from according.store.happenings import STATEMENT
from according.web import report_marks
from according.web.marking import Mark, direction, drawn
from according.web.site import answer, site_of

LINE = re.compile(r"[^\n]*\S[^\n]*")
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")

WRAPPED = 100
"""Characters up to which every line of a block is one that an editor broke, not a paragraph of its own. A guess."""

EVENT = re.compile(r"v\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One source of a chain as it is drawn. `naming` is named · role-only · unnamed · outlet · nobody."""

    name: str
    voice: str
    naming: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim beside its line."""

    claim: KeptClaim
    chain: tuple[Link, ...]
    standing: tuple[str, ...]
    acts: tuple[tuple[str, str], ...]

    @property
    def is_own(self) -> bool:
        """Whether the outlet speaks itself."""
        return self.claim.claim.attribution is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph: its words with their marks, how they run, and the claims that begin in it."""

    words: Markup
    direction: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that is shown of a report."""

    report: KeptReport
    stretches: tuple[Stretch, ...]
    apart: tuple[Card, ...]
    events: tuple[KeptEvent, ...]
    sourcing: Sourcing


def report(request: Request) -> Response:
    """The reading view of one report."""
    kept = site_of(request).ledger.report(request.path_params["key"])
    found = view(kept)
    return answer(request, "report.html", {"view": found, "layers": report_marks.LAYERS, "notes": report_marks})


def why(request: Request) -> Response:
    """Why a claim or an event is as it is: its sources or parties, and what decided each field."""
    name = request.path_params["name"]
    ledger = site_of(request).ledger
    if EVENT.fullmatch(name.rpartition(":")[2]):
        event = ledger.event(name)
        return answer(request, "why.html", {"found": event, "claim": None, "steps": _reasons(event.event.why, event)})
    claim = ledger.claim(name)
    steps = list(claim.claim.why)
    for attribution in claim.report.record.attributions:
        if attribution.id == claim.claim.attribution:
            steps += attribution.why
    return answer(request, "why.html", {"found": claim, "claim": card(claim), "steps": _reasons(steps, claim)})


def view(kept: KeptReport) -> View:
    """What is shown of a report; pure."""
    record = kept.record
    text = record.report.text
    events = tuple(finding.kept_event(kept, event) for event in record.events)
    told = {event.event.id: event for event in events}
    places = report_marks.first_places(record.claims)
    claims = [_kept(kept, claim, told) for claim in record.claims]
    cards = [card(each) for each in sorted(claims, key=lambda each: places.get(each.claim.id, 0))]
    found = report_marks.marks(record, [event for event in events if event.kind != STATEMENT])
    spans = tuple(paragraphs(text))
    stretches = [
        Stretch(
            words=drawn(text, meeting, span),
            direction=direction(text[span.start : span.end]),
            cards=tuple(inside),
        )
        for span, meeting, inside in zip(spans, _by_span(spans, found), _beside(spans, cards), strict=True)
    ]
    return View(
        report=kept,
        stretches=tuple(stretches),
        apart=tuple(card for card in cards if not card.claim.claim.content),
        events=tuple(event for event in events if event.kind != STATEMENT),
        sourcing=check(record),
    )


def paragraphs(text: str) -> Iterator[Span]:
    r"""
    Where a text's paragraphs stand, a block that an editor broke into lines being one.

    >>> text = "Title\n\nA fire\nburned.\n\nNobody was hurt, said " + "a very " * 12 + "sleepy man.\nThe end.\n"
    >>> [text[span.start : span.end][:12] for span in paragraphs(text)]
    ['Title', 'A fire\nburne', 'Nobody was h', 'The end.']
    """
    start = 0
    for gap in [*(match.start() for match in EMPTY_LINE.finditer(text)), len(text)]:
        lines = list(LINE.finditer(text, start, gap))
        if lines and all(len(line.group()) <= WRAPPED for line in lines):
            yield Span(start=lines[0].start(), end=lines[-1].end())
        else:
            yield from (Span(start=line.start(), end=line.end()) for line in lines)
        start = gap


def _kept(kept: KeptReport, claim: Claim, told: Mapping[str, KeptEvent]) -> KeptClaim:
    """A claim of the report, with those of its events that are at hand."""
    return KeptClaim(
        name=f"{kept.key}:{claim.id}",
        claim=claim,
        sources=rows.chain_names(kept.record, claim),
        content=rows.words_of(kept.record.report.text, claim.content),
        report=kept,
        events=tuple(told[name] for name in dict.fromkeys(claim.events) if name in told),
    )


def _by_span(spans: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For each paragraph the marks that meet it."""
    starts = [span.start for span in spans]
    found: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        for number in range(first, bisect_left(starts, mark.span.end)):
            if mark.span.meets(spans[number]):
                found[number].append(mark)
    return found


def _beside(spans: Sequence[Span], cards: Iterable[Card]) -> list[list[Card]]:
    """For each paragraph the claims that begin in it."""
    starts = [span.start for span in spans]
    found: list[list[Card]] = [[] for _ in spans]
    for each in cards:
        content = each.claim.claim.content
        if content and spans:
            found[max(0, bisect_right(starts, content[0].start) - 1)].append(each)
    return found


def card(claim: KeptClaim) -> Card:
    """A claim as it stands in the margin."""
    told, record = claim.claim, claim.report.record
    links = [Link(name=claim.sources[0], voice="", naming="outlet", told="the outlet")] if told.chain else []
    links += [_link(record, link) for link in told.chain[1:]]
    if rows.is_unsourced(told):
        links.append(Link(name=rows.UNSOURCED, voice="", naming="nobody", told="not told who"))
    acts = ((event.event.id, report_marks.act(event)) for event in claim.events if event.kind != STATEMENT)
    return Card(claim=claim, chain=tuple(links), standing=standing(claim), acts=tuple(dict(acts).items()))


def _link(record: Record, link: SourceLink) -> Link:
    naming = report_marks.naming(link.identification)
    return Link(
        name=rows.link_name(record, link), voice=rows.voice(record, link), naming=naming, told=_told_of(link, naming)
    )


def _told_of(link: SourceLink, naming: str) -> str:
    """What the report tells of a source, in one line."""
    who = {"unnamed": "not named", "role-only": "by office", "named": ""}[naming]
    if link.identification in ("collective", "document", "institution"):
        who = ", ".join(part for part in (who, link.identification) if part)
    grounds = link.anonymity.grounds.replace("-", " ") if link.anonymity else ""
    why = {"": "", "none given": "no grounds given"}.get(grounds, f"grounds: {grounds}")
    role = " ".join(part for part in (link.role_status, link.role) if part and part != "current")
    count = "" if link.count is None else f"count: {link.count}"
    known = (who, why, role, link.country, " ".join(link.sectors), count)
    return " · ".join(part for part in known if part)


def standing(claim: KeptClaim) -> tuple[str, ...]:
    """How the source stands to the content: its stance first, then what is not plain about it."""
    told = claim.claim
    parts = [told.stance]
    parts += ["negative"] * (told.polarity == "negative")
    parts += [told.certainty] * (told.certainty not in ("certain", told.stance))
    parts += [told.status] * (told.status != "current")
    return tuple(parts)


def _reasons(steps: Iterable[Step], found: KeptClaim | KeptEvent) -> list[tuple[Step, str]]:
    """Each reason once, with the words that it rests on."""
    text = found.report.record.report.text
    return [(step, rows.words_of(text, step.spans)) for step in dict.fromkeys(steps)]
