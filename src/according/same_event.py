"""
Which mentions are of the same event, for words that are given and for events of records.

Here tagging meets matching: each text is read by the encoder once, whatever the number of its mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according import tagging
from according.errors import SettingsError
from according.matching import happenings
from according.reader import plain, span_in
from according.records import Record
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
    report, segmentation = plain(text)
    return happenings.Marked(replace(report, published=date), tagging.tag(report, segmentation, tagger))
