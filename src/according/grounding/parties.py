"""Country and sectors of those who take part in events, where no entity of the report tells them."""

from __future__ import annotations

from dataclasses import replace

from according.grounding.actors import resolve
from according.grounding.positions import NO_STATE
from according.records import Event, Participant, Report


def identified(events: tuple[Event, ...], report: Report) -> tuple[Event, ...]:
    """
    The events with what their parties' own words tell of them: "Turkish police" is TUR and COP.

    What an entity told already stands. Who is only "they" or "the officials" stays without a country.
    """
    known: dict[str, Participant] = {}
    made = []
    for event in events:
        actors, recipients = (
            tuple(_identified(one, report, known) for one in side) for side in (event.actors, event.recipients)
        )
        made.append(replace(event, actors=actors, recipients=recipients))
    return tuple(made)


def _identified(one: Participant, report: Report, known: dict[str, Participant]) -> Participant:
    if one.country and one.sectors:
        return one
    words = " ".join(" ".join(report.text[span.start : span.end] for span in one.spans).split())
    if words not in known:
        found = resolve(words, report.published[:10] if report.published else None)
        country = found.country if found and found.country not in NO_STATE else None
        known[words] = Participant(spans=one.spans, country=country, sectors=found.sectors if found else ())
    told = known[words]
    return replace(one, country=one.country or told.country, sectors=one.sectors or told.sectors)
