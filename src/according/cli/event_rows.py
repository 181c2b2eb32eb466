"""Events as rows of a table, as one line, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from according.cli.acts import INHERITED, act, marked, where
from according.cli.console import cells, printable, table
from according.cli.tables import chain, of_report
from according.contract import event_to_dict
from according.store import KeptEvent

CAPTION = f"{INHERITED} taken from elsewhere in the report, not from the act's own clause"

NARROWEST = 28
"""Columns of what happened, below which its parties would stand one word a line. A guess by the demo's events."""

STATUS_STYLES = {"negated": "red", "planned": "dim", "hypothetical": "dim", "background": "dim", "figurative": "dim"}


def standing(event: KeptEvent) -> Text:
    """How the event stands in the report: negated, how certain, and what it is if it is nothing current."""
    told = event.event
    parts = ["negated"] if told.polarity == "negative" else []
    if told.certainty != "certain" or not parts:
        parts.append(told.certainty)
    if told.status != "current":
        parts.append(told.status)
    style = next((STATUS_STYLES[part] for part in parts if part in STATUS_STYLES), "")
    return Text(", ".join(parts), style=style)


def told_by(event: KeptEvent) -> Text:
    """On whose word: each claim that tells of the event, with its chain."""
    return Text("\n").join(Text.assemble((f"{claim.claim.id} ", "green"), chain(claim)) for claim in event.claims)


def events_table(events: Iterable[KeptEvent]) -> Table:
    """One row an event; below it, what the mark of inherited fields means, if there is any."""
    shown = table("event", "published", "what happened", "where, when", "figures", "stands", "on whose word")
    shown.columns[0].no_wrap = shown.columns[1].no_wrap = True
    shown.columns[2].min_width = NARROWEST
    for event in events:
        published = (event.report.record.report.published or "")[:10]
        figures = "; ".join(marked(event, words, "quantities") for words in event.figures)
        told = (act(event), where(event), figures, standing(event), told_by(event))
        shown.add_row(*cells(event.name, published, *told))
        if event.event.inherited:
            shown.caption, shown.caption_justify = CAPTION, "left"
    return shown


def line(event: KeptEvent) -> Text:
    """An event on one line: its id, what happened, where and when, figures, and how it stands."""
    parts = [act(event), Text(printable(where(event))), Text(printable("; ".join(event.figures))), standing(event)]
    head = Text(f"{event.event.id} ", style="red")
    return head.append_text(Text(" · ").join(part for part in parts if part.plain))


def event_data(event: KeptEvent) -> dict[str, object]:
    """An event with what makes it understood outside its report; `event` is the contract's object."""
    return {
        "name": event.name,
        **of_report(event.report),
        "kind": event.kind,
        "trigger": event.trigger,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "place": event.place,
        "days": None if event.days is None else list(event.days),
        "figures": list(event.figures),
        "claims": [{"name": claim.name, "sources": list(claim.sources)} for claim in event.claims],
        "event": event_to_dict(event.event),
    }
