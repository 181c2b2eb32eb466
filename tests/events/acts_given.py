"""Acts as the events head would name them, made from a case's words; and reports read up to the events stage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from according import Report, attribution, grounding, segmenting, tagging
from according.events import extract
from according.records import ActScores, Event, Grounded, Place, Span, Tags
from according.tagging.labels import EVENT_STATUSES, EVENTS, MODES

UNKNOWN = 0.5
"""What a head that knows nothing of the parties answers."""


def events_of(tagger: tagging.Tagger, case: dict) -> tuple[Report, Grounded, tuple[Event, ...]]:
    """The events of a case's text; the acts are the case's own, unless it says `model = true`."""
    report = Report(id="test", text=case["text"], published=case.get("published", "2024-05-15") or None)
    segmentation = segmenting.segment(report)
    tags = tagging.tag(report, segmentation, tagger)
    attributed = attribution.attribute(report, segmentation, tags, "test")
    sources = tuple(a.source for a in attributed.attributions if a.source)
    grounded = grounding.ground(report, segmentation, tags, sources)
    grounded = replace(grounded, places=tuple(place(report.text, name) for name in case.get("places", ())))
    if not case.get("model"):
        tags = replace(tags, acts=tuple(act(report, tags, words) for words in case["acts"]), judged=None)
    return report, grounded, extract(report, segmentation, tags, attributed, grounded)


def place(text: str, name: str) -> Place:
    """A place by its name, "Homs" or "Syria/country"."""
    words, _, precision = name.partition("/")
    start = text.index(words)
    return Place(spans=(Span(start=start, end=start + len(words)),), name=words, precision=precision or "town")


def act(report: Report, tags: Tags, words: str) -> ActScores:
    """What the head says of "word TYPE/mode": sure of the type, and of nothing else."""
    form, label = words.split()
    form, _, number = form.partition("#")
    found = [word for word, span in enumerate(tags.words) if report.text[span.start : span.end] == form]
    word = found[int(number or 1) - 1]
    sentence = [other for other, number in enumerate(tags.sentence_of) if number == tags.sentence_of[word]]
    parties = np.full(len(sentence), UNKNOWN, np.float32)
    parties[word - sentence[0]] = 1  # nobody asks whether the trigger is its own party; so the act itself is sure
    return ActScores(
        word=word,
        types=one_hot(EVENTS, label.split("/")[0]),
        modes=one_hot(MODES, label if label in MODES else "none"),
        statuses=np.full(len(EVENT_STATUSES), 1 / len(EVENT_STATUSES), np.float32),
        first=sentence[0],
        actors=parties,
        recipients=parties,
    )


def one_hot(labels: tuple[str, ...], label: str) -> np.ndarray:
    return np.array([float(other == label) for other in labels], np.float32)
