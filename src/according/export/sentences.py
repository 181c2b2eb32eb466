"""The sentence in which an event is told."""

from __future__ import annotations

from according.records import Sentence
from according.store import KeptEvent
from according.store.rows import words_of


def sentence_number(event: KeptEvent) -> int | None:
    """Which sentence of its report it is, counted from 1; None where the trigger stands in none."""
    found = _sentence(event)
    return found and found[0]


def sentence_words(event: KeptEvent) -> str:
    """The sentence's words, as the report has them; the trigger's where it stands in none."""
    found = _sentence(event)
    spans = (found[1].span,) if found else event.event.trigger
    return words_of(event.report.record.report.text, spans)


def _sentence(event: KeptEvent) -> tuple[int, Sentence] | None:
    if not event.event.trigger:
        return None
    trigger = event.event.trigger[0]
    sentences = event.report.record.sentences
    return next(((n, each) for n, each in enumerate(sentences, 1) if each.span.meets(trigger)), None)
