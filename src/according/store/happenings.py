"""A record's events as they are shown, and as rows of the ledger's tables."""

from __future__ import annotations

from collections.abc import Iterator

from according.records import Event, Participant, Record, Spans
from according.store.days import days
from according.store.rows import Row, words_of
from according.vocabulary import NEWS_EVENTS

ROLES = ("actor", "recipient")

STATEMENT = NEWS_EVENTS[0].upper()
"""The kind of what a source does by speaking alone: as many as there are attributions, so not shown unasked."""


def kind(event: Event) -> str:
    """
    The type, or the mode in capitals of what PLOVER leaves out.

    >>> kind(Event(id="v1", trigger=(), type=None, mode="denial")), kind(Event(id="v2", trigger=(), type="AID"))
    ('DENIAL', 'AID')
    """
    return event.type or (event.mode or "").upper()


def parties(event: Event) -> Iterator[tuple[str, int, Participant]]:
    """(role, position within it, who): actors first."""
    for role, found in zip(ROLES, (event.actors, event.recipients), strict=True):
        for position, party in enumerate(found):
            yield role, position, party


def party_name(record: Record, party: Participant) -> str:
    """
    How a party is shown: its words, or whom a pronoun means.

    Whoever is described is shown by the description alone, never by a name that is worked out.
    """
    pronouns = {mention.spans for mention in record.mentions if mention.form == "pronoun"}
    if party.spans in pronouns or not party.spans:
        for entity in record.entities:
            if entity.id == party.entity:
                return entity.name
    return _words(record, party.spans)


def place_name(record: Record, event: Event) -> str | None:
    """The place's name, or its words where it is not resolved."""
    place = event.place
    return None if place is None else place.name or _words(record, place.spans)


def time_shown(record: Record, event: Event) -> str | None:
    """The day, month or other value that the time was resolved to, else its words."""
    time = event.time
    if time is None:
        return None
    return time.value.partition("T")[0] if time.value and days(time.value) else _words(record, time.spans)


def figures(record: Record, event: Event) -> tuple[str, ...]:
    """The event's quantities in the report's words, with what they count: "at least 12 (killed)"."""
    shown = []
    for number in event.quantities:
        quantity = record.quantities[number]
        words = _words(record, quantity.spans)
        counts = quantity.measure if quantity.measure and quantity.measure not in words.casefold() else None
        shown.append(f"{words} ({counts})" if counts else words)
    return tuple(shown)


def event_row(record: Record, event: Event, reading: int) -> Row:
    """The row of `events`."""
    covered = days(event.time.value) if event.time else None
    begins, ends = covered or (None, None)
    place = event.place
    said = "" if place is None else _words(record, place.spans)
    return {
        "reading": reading,
        "id": event.id,
        "kind": kind(event),
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "trigger": words_of(record.report.text, event.trigger),
        "polarity": event.polarity,
        "certainty": event.certainty,
        "status": event.status,
        "place": place_name(record, event),
        "place_folded": f"{place.name or ''} {said}".casefold() if place else "",
        "place_country": place and place.country,
        "begins": begins,
        "ends": ends,
        "confidence": event.confidence,
    }


def party_rows(record: Record, event: Event, number: int) -> list[Row]:
    """The rows of `parties`."""
    names = {entity.id: entity.name for entity in record.entities}
    rows: list[Row] = []
    for role, position, party in parties(event):
        name, words = party_name(record, party), words_of(record.report.text, party.spans)
        rows.append(
            {
                "event": number,
                "role": role,
                "position": position,
                "name": name,
                "words": words,
                "folded": f"{name} {words} {names.get(party.entity or '', '')}".casefold(),
                "entity": party.entity,
                "country": party.country,
                "sectors": " ".join(party.sectors),
            }
        )
    return rows


def searched(record: Record, event: Event) -> str:
    """What a search for words looks through: the event's sentence, its parties and its place."""
    text = record.report.text
    inside = (s.span for s in record.sentences if event.trigger and s.span.meets(event.trigger[0]))
    sentence = [words_of(text, (span,)) for span in inside] or [words_of(text, event.trigger)]
    names = [party_name(record, party) for _, _, party in parties(event)]
    return " ".join([*sentence, *names, place_name(record, event) or ""])


def _words(record: Record, spans: Spans) -> str:
    return words_of(record.report.text, spans).strip(" ,;:").replace("’", "'").removesuffix("'s")
