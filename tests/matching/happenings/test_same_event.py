"""`Reader.same_event_spans` and `Reader.same_event`, with the shipped weights."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from according import Reader, Report
from according.errors import SettingsError
from according.records import Record
from golden_cases import cases

Mention = tuple[str, list[list[int]], str | None]


@cache
def reader() -> Reader:
    return Reader()


def mention(texts: dict[str, str], said: str) -> Mention:
    """The mention that a case names: "a: shot", or "a: shot, 2" for the second place of the word."""
    name, _, words = said.partition(": ")
    word, _, place = words.partition(", ")
    at = -1
    for _ in range(int(place or 1)):
        at = texts[name].index(word, at + 1)
    assert place or texts[name].count(word) == 1, f"{said!r} stands in several places: add which"
    return texts[name], [[at, at + len(word)]], None


def groups(numbers: list[int]) -> set[frozenset[int]]:
    return {frozenset(n for n, number in enumerate(numbers) if number == one) for one in numbers}


@pytest.mark.parametrize("case", cases("matching/happenings.toml"))
def test_mentions_of_one_event_are_found(case: dict[str, Any]) -> None:
    asked = [mention(case["texts"], said) for group in case["events"] for said in group]
    expected = [number for number, group in enumerate(case["events"]) for _ in group]
    assert groups(reader().same_event_spans(asked)) == groups(expected)


STORM = "A storm tore the roof off a school in Nadi on Monday. Three teachers were hurt, the headmistress said."
AGAIN = "Three teachers were injured when the roof was torn off a Nadi school in a storm, the ministry said on Tuesday."


def storm() -> list[Mention]:
    texts = {"a": STORM, "b": AGAIN}
    return [mention(texts, said) for said in ("a: tore", "b: torn", "a: hurt", "b: injured", "a: said", "b: said")]


def test_the_order_of_mentions_does_not_change_the_groups() -> None:
    asked = storm()
    found = groups(reader().same_event_spans(asked))
    order = list(range(len(asked)))
    random.Random(4).shuffle(order)
    shuffled = reader().same_event_spans([asked[at] for at in order])
    assert {frozenset(order[at] for at in group) for group in groups(shuffled)} == found


def test_numbers_count_from_0_by_first_appearance() -> None:
    numbers = reader().same_event_spans(storm())
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))


def test_no_mentions_give_no_numbers() -> None:
    assert reader().same_event_spans([]) == []
    assert reader().same_event([]) == []


@pytest.mark.parametrize("spans", [[[5, 5]], [[0, 10_000]], [], [[1, 2]]], ids=["empty", "outside", "none", "a space"])
def test_spans_without_words_are_an_error_that_names_the_mention(spans: list[list[int]]) -> None:
    with pytest.raises(SettingsError, match=r"mentions\[0\]"):
        reader().same_event_spans([(STORM, spans, None)])


def record(text: str, published: str | None = None) -> Record:
    return reader().read(Report(id=text[:20], text=text, published=published))


def the(record: Record, word: str) -> tuple[Record, str]:
    """The record's event whose trigger holds a word."""
    text = record.report.text
    return record, next(e.id for e in record.events if any(word in text[s.start : s.end] for s in e.trigger))


RAID = (
    "Gunmen attacked a police post in Mocimboa on Wednesday and killed five officers, the governor of Cabo Delgado "
    "said. "
    "Troops later arrested two men in Mocimboa."
)
RETOLD = (
    "Five officers were killed on Wednesday when gunmen attacked the police post of Mocimboa in Cabo Delgado, "
    "a witness said."
)
OTHER = "Gunmen attacked a bank in Cali on Wednesday and killed a cashier, the mayor of Cali said."


def test_events_of_records_are_grouped_without_their_texts_being_read_again() -> None:
    one, two, three = record(RAID, "2031-05-08"), record(RETOLD, "2031-05-08"), record(OTHER, "2031-05-08")
    asked = [the(one, "attacked"), the(two, "attacked"), the(three, "attacked")]
    first, second, third = reader().same_event(asked)
    assert first == second != third


def test_records_without_vectors_are_still_compared() -> None:
    bare = [
        replace(read, events=tuple(replace(event, vector=None) for event in read.events))
        for read in (record(RAID), record(RETOLD), record(OTHER))
    ]
    first, second, third = reader().same_event([the(one, "attacked") for one in bare])
    assert first == second != third


def test_an_event_that_a_record_has_not_is_an_error() -> None:
    with pytest.raises(SettingsError, match="v999"):
        reader().same_event([(record(RAID), "v999")])
