"""
Which mentions are of the same event, for words that are given and for events of records.

Here tagging meets matching: each text is read by the encoder once, whatever the number of its mentions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from according import segmenting, tagging
from according.errors import SettingsError
from according.matching import happenings
from according.records import Record, Report, Span
from according.tagging import Tagger

Mention = tuple[str, Sequence[Sequence[int]], str | None]
"""A text, the ``[start, end]`` of the mention's words in it, and the text's date (ISO 8601) or None."""


def same_event_spans(mentions: Sequence[Mention], tagger: Tagger) -> list[int]:
    """
    The number of each mention's event, by first appearance: two have the same number where they are of one event.

    Raises:
        SettingsError: spans do not lie in their text, or hold no word.
    """
    texts: dict[tuple[str, str | None], happenings.Marked] = {}
    sketches = []
    for number, (text, spans, date) in enumerate(mentions):
        if (text, date) not in texts:
            texts[text, date] = marked(text, date, tagger)
        given = tuple(sorted(span_in(text, span, f"mentions[{number}]") for span in spans))
        sketch = texts[text, date].sketch(given, str(number)) if given else None
        if sketch is None:
            raise SettingsError(f"mentions[{number}]", "found no word in its spans", "give the spans of its words")
        sketches.append(sketch)
    return happenings.together(sketches)


def same_event(events: Sequence[tuple[Record, str]]) -> list[int]:
    """
    The number of each event's group, by first appearance; events are given as a record and an id in it.

    Raises:
        SettingsError: a record has no event of that id.
    """
    records: dict[int, happenings.Recorded] = {}
    sketches = []
    for number, (record, name) in enumerate(events):
        known = records.setdefault(id(record), happenings.Recorded(record))
        if name not in known.events:
            raise SettingsError(
                f"events[{number}]", f"found no event {name!r} in {record.report.path or record.report.id[:12]}",
                "give an id of record.events",
            )  # fmt: skip
        sketches.append(known.sketch(name))
    return happenings.together(sketches)


def marked(text: str, date: str | None, tagger: Tagger) -> happenings.Marked:
    """A text read by the encoder."""
    report = Report(id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text=text, published=date)
    return happenings.Marked(report, tagging.tag(report, segmenting.segment(report), tagger))


def span_in(text: str, given: Sequence[int], name: str) -> Span:
    """The span. Raises `SettingsError` where it does not lie in the text."""
    start, end = given
    if not 0 <= start < end <= len(text):
        raise SettingsError(
            name, f"found ({start}, {end}) in a text of {len(text)} code points", "give [start, end], half-open"
        )
    return Span(start=start, end=end)
