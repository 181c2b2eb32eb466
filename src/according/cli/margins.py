"""A report's text, marked, with its claims in the margin and its events below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from according.cli.console import printable
from according.cli.event_rows import line
from according.cli.tables import chain, standing
from according.records import Span
from according.store import KeptClaim, KeptEvent, KeptReport

STYLES = {
    "source": "bold blue", "cue": "yellow", "content": "green",
    "trigger": "bold red", "place": "magenta", "time": "cyan", "figure": "underline",
}  # fmt: skip
BRACKETS = {
    "source": ("{", "}"), "cue": ("<", ">"), "content": ("[", "]"),
    "trigger": ("*", "*"), "place": ("@", "@"), "time": ("^", "^"), "figure": ("#", "#"),
}  # fmt: skip
LAYERS = ("content", "source", "place", "time", "figure", "cue", "trigger")
"""In which order colours are laid on: what comes later stays visible within what comes before."""

NARROWEST = 90
"""Columns below which the chains stand under a paragraph, not beside it. A guess: half of 90 is a newspaper column."""

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

Mark = tuple[Span, str, str]
"""(where, what of `BRACKETS`, the id of the claim or event, or "")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is shown of a report beside its text."""

    claims: Sequence[KeptClaim]
    events: Sequence[KeptEvent]


def page(report: KeptReport, found: Findings, *, coloured: bool, width: int) -> Iterator[RenderableType]:
    """The report's head, then each paragraph with the chains of the claims that begin in it, then the events."""
    yield _head(report)
    yield from _paragraphs(report, found, coloured=coloured, width=width)
    if found.events:
        yield Text("Events", style="bold")
        yield from (line(event) for event in found.events)


def _paragraphs(report: KeptReport, found: Findings, *, coloured: bool, width: int) -> Iterator[RenderableType]:
    text = report.record.report.text
    claims = found.claims
    marks = sorted({**_marks(report), **_marks_of_events(report, found.events)}, key=lambda m: (m[0].start, -m[0].end))
    grid = Table.grid(padding=(0, 3, 1, 0))
    grid.add_column(ratio=3)
    grid.add_column(ratio=2)
    grid.expand = True
    for paragraph in PARAGRAPH.finditer(text):
        inside = Span(start=paragraph.start(), end=paragraph.end())
        shown = (_coloured if coloured else _bracketed)(text, inside, marks)
        beside = _chains(claim for claim in claims if claim.claim.content and _begins(claim, inside))
        if width < NARROWEST:
            yield shown
            if beside.plain:
                yield Text("\n".join(f"    {line}" for line in beside.plain.splitlines()))
            yield Text()
        else:
            grid.add_row(shown, beside)
    if grid.row_count:
        yield grid


def _begins(claim: KeptClaim, inside: Span) -> bool:
    return inside.start <= claim.claim.content[0].start < inside.end


def _head(report: KeptReport) -> Text:
    known = report.record.report
    lines = [f"{report.key}  {known.title or known.path or known.url or ''}"]
    if origin := " · ".join(part for part in (known.publisher, known.byline, known.published, known.url) if part):
        lines.append(origin)
    lines.append(f"version {report.version}, read {report.read_at} by {report.record.made_by or 'an unnamed release'}")
    if report.superseded_by:
        lines.append(f"superseded by {report.superseded_by}")
    first, *others = (printable(line) for line in lines)
    return Text.assemble((first, "bold"), *((f"\n{line}", "dim") for line in others), "\n")


def _chains(claims: Iterable[KeptClaim]) -> Text:
    return Text("\n").join(
        Text.assemble((f"{claim.claim.id} ", "green"), chain(claim), " · ", standing(claim)) for claim in claims
    )


def _marks(report: KeptReport) -> dict[Mark, None]:
    """Sources, cues and contents, each once; a content's mark names the claim."""
    record = report.record
    marks: dict[Mark, None] = {}
    for attribution in record.attributions:
        marks.update(((span, "source", ""), None) for span in attribution.source)
        marks.update(((span, "cue", ""), None) for span in attribution.cue)
    attributed = {claim.attribution for claim in record.claims}
    for claim in record.claims:
        if claim.attribution is not None:  # what the outlet says itself is all the rest, and stays plain
            marks.update(((span, "content", claim.id), None) for span in claim.content)
    for attribution in record.attributions:
        if attribution.id not in attributed:
            marks.update(((span, "content", attribution.id), None) for span in attribution.content)
    return marks


def _marks_of_events(report: KeptReport, events: Sequence[KeptEvent]) -> dict[Mark, None]:
    """Triggers, but for those that are marked as cues; and places, times and figures."""
    record = report.record
    cues = {span for attribution in record.attributions for span in attribution.cue}
    marks: dict[Mark, None] = {}
    for event in events:
        spans = [span for span in event.event.trigger if not any(cue.holds(span) for cue in cues)]
        marks.update(((span, "trigger", event.event.id), None) for span in spans)
    for kind, found in (("place", record.places), ("time", record.times), ("figure", record.quantities)):
        marks.update(((span, kind, ""), None) for each in found for span in each.spans)
    return marks


def _coloured(text: str, inside: Span, marks: list[Mark]) -> Text:
    shown = Text(printable(text[inside.start : inside.end]))
    for kind in LAYERS:
        for span, marked, _ in marks:
            if marked == kind and span.meets(inside):
                shown.stylize(STYLES[kind], max(span.start, inside.start) - inside.start, span.end - inside.start)
    return shown


def _bracketed(text: str, inside: Span, marks: list[Mark]) -> Text:
    """The paragraph with brackets; where marks cross, each still opens and closes at its place."""
    opens: dict[int, str] = {}
    closes: dict[int, str] = {}
    for span, kind, name in marks:
        if span.meets(inside):
            left, right = BRACKETS[kind]
            start, end = max(span.start, inside.start), min(span.end, inside.end)
            opens[start] = opens.get(start, "") + (f"{name} {left}" if name else left)
            closes[end] = right + closes.get(end, "")
    places = sorted({inside.start, inside.end, *opens, *closes})
    parts = []
    for place, following in zip(places, [*places[1:], inside.end], strict=True):
        parts += [closes.get(place, ""), opens.get(place, ""), printable(text[place:following])]
    return Text("".join(parts))
