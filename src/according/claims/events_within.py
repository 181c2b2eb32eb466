"""
Which events a claim names: those whose trigger stands in its content, each in the innermost claim alone, and its cue's.

"Reuters reported that officials said that eleven had died": the deaths are the officials' claim, that they
said so is Reuters'. What a nested source tells is never put into the outer source's mouth: it passes it on.
Background that the outlet supplies within reported speech is the outlet's.

An act of speech is also its own source's: "Kenya denied it" is an event, and the claim that "denied" attributes
to Kenya names it, whoever else tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from according.claims.narrator import within
from according.records import Attribution, Event, Tags
from according.vocabulary import NEWS_EVENTS

SPOKEN = frozenset(NEWS_EVENTS[:4])
"""Statements, denials, responsibility: what sources do by speaking, and seldom what a claim is about."""


def trigger_word(event: Event, tags: Tags) -> int:
    """The number of an event's first word, -1 for none."""
    words = within(tags, event.trigger[0])
    return words[0] if words else -1


def innermost(attributions: Sequence[Attribution], tags: Tags, events: Sequence[Event]) -> dict[str, set[str]]:
    """For each attribution (by id), the ids of the events in its content that no attribution within it tells."""
    parents = {a.id: a.parent for a in attributions}
    contents = {a.id: {w for span in a.content for w in within(tags, span)} for a in attributions}
    found: dict[str, set[str]] = {a.id: set() for a in attributions}
    for event in events:
        word = trigger_word(event, tags)
        holding = [name for name, words in contents.items() if word in words]
        outer = {parents[name] for name in holding}
        for name in holding:
            if name not in outer:
                found[name].add(event.id)
    return found


def spoken(attributions: Sequence[Attribution], tags: Tags, events: Sequence[Event]) -> dict[str, set[str]]:
    """For each attribution (by id), the ids of the acts of speech whose trigger is its cue or overlaps it."""
    saying: dict[int, list[str]] = {}
    for a in attributions:
        for word in (word for span in a.cue for word in within(tags, span)):
            saying.setdefault(word, []).append(a.id)
    found: dict[str, set[str]] = {a.id: set() for a in attributions}
    for event in events:
        if is_spoken(event):
            for word in (word for span in event.trigger for word in within(tags, span)):
                for name in saying.get(word, ()):
                    found[name].add(event.id)
    return found


def is_spoken(event: Event) -> bool:
    """Whether an event is something said and nothing else: a statement, a denial, responsibility claimed or denied."""
    return event.type is None and event.mode in SPOKEN


def main_event(events: Sequence[Event], roots: Sequence[int], tags: Tags) -> Event | None:
    """The event that a claim is about: the one nearest to its main verb, acts of speech last."""

    def depth(event: Event) -> tuple[bool, int, int]:
        at, steps = trigger_word(event, tags), 0
        while at >= 0 and at not in roots and steps < len(roots) + 40:
            at, steps = tags.head[at], steps + 1
        return is_spoken(event), steps if at >= 0 else 99, trigger_word(event, tags)

    return min(events, key=depth, default=None)
