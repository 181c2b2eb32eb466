"""Sketches of the events of a record: no parse is at hand, only what the record says of each event, and its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from according.matching.happenings.sketches import Profile, Setting, Sketch, Spot, Words
from according.matching.happenings.words import base, figure, moment, rarity, telling
from according.records import Event, Participant, Record, Span, Spans

WORD = re.compile(
    r"""
    \d [\d.,]* \d | \d          # 1,200
    | [^\W\d_]+ (?: \. [^\W\d_] \. )*   # strike, U.S.
    """,
    re.VERBOSE,
)

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")

OPENING = 2
"""Sentences that open a report, as in `marking`; here the first two that hold an event."""


class Recorded:
    """One record, ready to be asked for the sketches of its events."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text
        self.events = {event.id: event for event in record.events}
        self.named = [span for mention in record.mentions if mention.form == "name" for span in mention.spans]
        numbers = sorted({self.sentence_of(event) for event in record.events})
        self.opening = numbers[min(OPENING, len(numbers)) - 1] if numbers else 0
        self.setting = Setting(
            report=record.report.id,
            published=record.report.published,
            names=self.keys(self.named),
            words=self.keys([sentence.span for sentence in record.sentences]),
        )

    def words(self, spans: Iterable[Span]) -> list[str]:
        """The words of some spans."""
        return [word for span in spans for word in WORD.findall(self.text[span.start : span.end])]

    def keys(self, spans: Iterable[Span]) -> Words:
        """The keys of the telling words of some spans."""
        return frozenset(base(word) for word in self.words(spans) if telling(word))

    def sentence_of(self, event: Event) -> int:
        """The number of the sentence that holds the event's trigger."""
        first = event.trigger[0]
        return next((n for n, one in enumerate(self.record.sentences) if one.span.meets(first)), 0)

    def sketch(self, name: str) -> Sketch:
        """
        The sketch of the event with this id.

        Raises:
            KeyError: the record has no such event.
        """
        event = self.events[name]
        number = self.sentence_of(event)
        spans = (self.record.sentences[number].span,) if self.record.sentences else event.trigger
        trigger = self.keys(event.trigger) or frozenset(map(base, self.words(event.trigger)[:1])) or frozenset({""})
        own = trigger
        place = () if event.place is None else event.place.spans
        counts = [span for at in event.quantities for span in self.record.quantities[at].spans]
        return Sketch(
            setting=self.setting,
            id=name,
            head=max(sorted(trigger), key=rarity),
            trigger=trigger,
            actors=self.party(event.actors) - own,
            recipients=self.party(event.recipients) - own,
            others=self.keys((*place, *counts)) - own,
            names=self.keys(span for span in self.named if any(span.meets(one) for one in spans)) - own,
            moments=self.found(moment, spans),
            figures=self.found(figure, spans),
            near=self.keys(spans) - own,
            sentence=number,
            opens=number <= self.opening,
            type=event.type or (event.mode or "").upper() or None,
            day=day_of(event),
            spot=spot_of(event),
            is_current=event.status == "current",
            vector=event.vector,
        )

    def party(self, parties: tuple[Participant, ...]) -> Words:
        """The words of some parties; whom a pronoun means, by the name of its entity."""
        named = {entity.id: entity.name for entity in self.record.entities}
        spans: Spans = tuple(span for party in parties for span in party.spans)
        meant = [named[party.entity] for party in parties if party.entity in named and not self.keys(party.spans)]
        return self.keys(spans) | frozenset(base(word) for name in meant for word in name.split() if telling(word))

    def found(self, key: Callable[[str], str | None], spans: Iterable[Span]) -> Words:
        """The keys that `key` gives of the words of some spans."""
        return frozenset(found for word in self.words(spans) if (found := key(word)) is not None)


def profile(record: Record) -> Profile:
    """All events of a record but what is only figurative, to be kept and compared with other records'."""
    recorded = Recorded(record)
    events = [event for event in record.events if event.status != "figurative"]
    return Profile(setting=recorded.setting, sketches=tuple(recorded.sketch(event.id) for event in events))


def day_of(event: Event) -> str | None:
    """The one day that the event's own clause gives it; None for months, spans of days and what is inherited."""
    if event.time is None or event.time.value is None or "time" in event.inherited:
        return None
    found = DAY.match(event.time.value)
    return found[1] if found and "/" not in event.time.value else None


def spot_of(event: Event) -> Spot | None:
    """The event's place where the gazetteer knew it and its own clause names it."""
    place = event.place
    if place is None or "place" in event.inherited or None in (place.geonames_id, place.latitude, place.longitude):
        return None
    assert place.geonames_id is not None and place.latitude is not None and place.longitude is not None  # noqa: PT018
    return Spot(
        geonames_id=place.geonames_id,
        precision=place.precision,
        latitude=place.latitude,
        longitude=place.longitude,
    )
