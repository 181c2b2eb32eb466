"""Our own examples of events and of names load, and hold what the heads are to learn from them."""

from __future__ import annotations

from collections import Counter

import pytest

from according.errors import TrainingError
from according.tagging.labels import EVENTS, MODES
from according.training import event_examples, name_examples

EVENT_ROWS = event_examples.load()
NAME_ROWS = name_examples.load()


def test_there_are_at_least_two_hundred_events_of_each_plover_type():
    counts = Counter(event["type"] for row in EVENT_ROWS for event in row["events"])
    assert min(counts[name] for name in EVENTS[1:17]) >= 200


def test_there_are_at_least_twenty_events_of_each_mode():
    counts = Counter(event["mode"] for row in EVENT_ROWS for event in row["events"])
    assert {name: counts[name] for name in MODES[1:] if counts[name] < 20} == {}


def test_at_least_four_hundred_sentences_hold_nothing_to_code():
    assert sum(not row["events"] for row in EVENT_ROWS) >= 400


@pytest.mark.parametrize("rows", [EVENT_ROWS, NAME_ROWS], ids=["events", "names"])
def test_no_text_is_there_twice(rows):
    texts = [row["text"] for row in rows]
    assert len(set(texts)) == len(texts)


def test_marks_lie_on_whole_words():
    for row in EVENT_ROWS:
        for event in row["events"]:
            for start, end in [event["trigger"], *event["actors"], *event["recipients"]]:
                words = row["text"][start:end]
                assert words == words.strip()
                assert words
            assert not any(character.isspace() for character in row["text"][slice(*event["trigger"])])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{a1 The army} left.", "a party of no event"),
        ("{e1:FLEE fled}", "expected TYPE/mode"),
        ("{e1:ASSAULT/visit hit}", "expected TYPE/mode"),
        ("The {army left.", "stray brace"),
        ("{a1 The army left.", "is not closed"),
        ("The army} left.", "stray brace"),
    ],
)
def test_a_line_of_events_that_cannot_be_read_is_refused(line, message):
    with pytest.raises(TrainingError, match=message):
        event_examples.read("new-1", line)


@pytest.mark.parametrize("line", ["{thing A} left.", "{place Kordon left."])
def test_a_line_of_names_that_cannot_be_read_is_refused(line):
    with pytest.raises(TrainingError):
        name_examples.read("new-1", line)
