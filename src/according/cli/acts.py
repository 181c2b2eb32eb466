"""An event in words: who -> what -> to whom, and where and when."""

from __future__ import annotations

from rich.text import Text

from according.cli.console import printable
from according.store import KeptEvent

ARROW = " -> "
"""Stands between who acts, the act, and to whom."""

NOBODY = "?"
"""Who acts, where the report does not say, and to whom, where the act has somebody who acts or none."""

INHERITED = "~"
"""Stands behind what an event takes from elsewhere in the report than its own clause."""


def label(event: KeptEvent) -> str:
    """Type and mode: "ASSAULT/drone"; what PLOVER leaves out by its own name: "DENIAL"."""
    mode = event.event.mode
    return f"{event.kind}/{mode}" if event.event.type and mode else event.kind


def act(event: KeptEvent) -> Text:
    """Who, what, to whom: "Kenya -> ASSAULT/drone -> Turkana herders"."""
    actors = marked(event, " and ".join(event.actors), "actors")
    recipients = marked(event, " and ".join(event.recipients), "recipients")
    shown = Text(printable(actors or NOBODY) + ARROW)
    shown.append(label(event), style="bold")
    return shown.append(printable(ARROW + recipients) if recipients else "")


def short(event: KeptEvent) -> str:
    """As it stands below a claim: "ASSAULT/drone Kenya -> Turkana herders"."""
    actors, recipients = " and ".join(event.actors), " and ".join(event.recipients)
    parties = (actors or NOBODY) + ARROW + recipients if recipients else actors
    return " ".join(part for part in (label(event), parties) if part)


def where(event: KeptEvent) -> str:
    """The place with its country, and the day: "Rupa UGA, 2024-11-06"; "" where neither is known."""
    place = event.event.place
    parts = [
        marked(event, " ".join(part for part in (event.place, place and place.country) if part), "place"),
        marked(event, event.time or "", "time"),
    ]
    return ", ".join(part for part in parts if part)


def marked(event: KeptEvent, shown: str, field: str) -> str:
    """The words, with the mark behind them where the field is inherited."""
    return shown + INHERITED if shown and field in event.event.inherited else shown
