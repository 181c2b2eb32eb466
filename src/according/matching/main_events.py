"""Which mentions in the reports of one story are of its main event."""

from __future__ import annotations

from collections.abc import Sequence

from according.matching.happenings import Recorded, between
from according.matching.happenings.sketches import Sketch
from according.records import Event, EventAt, Record
from according.vocabulary import NEWS_EVENTS

SAID = frozenset(NEWS_EVENTS[:4])
"""What sources do by speaking, or about what was said: a story is about what they speak of."""

ASKED = 3
"""Reports, the first by date, in whose openings the main event is looked for. A guess: the first may open elsewhere."""

MOST = 12
"""Mentions of a report that are looked at, the first in the text: what comes later is background. A guess."""

SAME = 0.0
"""Log-odds from which two mentions are of one event."""


def main_events(records: Sequence[Record]) -> tuple[EventAt, ...]:
    """
    The mentions of a story's main event, in the order of the reports, the first published given first.

    It is that of the first three reports' openings which most reports tell of; a tie goes to the first. Reports that
    do not mention it so that it is found have none.
    """
    told = [_sketches(record) for record in records]
    openings = [sketch for some in told[:ASKED] for sketch in some if sketch.opens][: ASKED * ASKED]
    if not openings:
        openings = [some[0] for some in told if some][:1]
    found: list[list[EventAt]] = [[] for _ in openings]
    for some in told:
        for events, same in zip(found, _of(openings, some), strict=True):
            events += same
    best = max(found, key=lambda events: len({at.report for at in events}), default=[])
    return tuple(best)


def _sketches(record: Record) -> list[Sketch]:
    asked = Recorded(record)
    acts = [event for event in record.events if event.status == "current" and _is_act(event)]
    acts.sort(key=lambda event: event.trigger[0].start)
    return [asked.sketch(event.id) for event in acts[:MOST]]


def _is_act(event: Event) -> bool:
    return bool(event.trigger) and (event.type is not None or event.mode not in SAID)


def _of(openings: Sequence[Sketch], told: Sequence[Sketch]) -> list[list[EventAt]]:
    """For each of the openings, the mentions of one report that are of its event; in its own report it is alone."""
    if not told:
        return [[] for _ in openings]
    report = told[0].setting.report
    odds = between(openings, told)
    return [
        [
            EventAt(report=report, event=one.id)
            for number, one in enumerate(told)
            if (one.id == opening.id if opening.setting.report == report else odds[row, number] >= SAME)
        ]
        for row, opening in enumerate(openings)
    ]
