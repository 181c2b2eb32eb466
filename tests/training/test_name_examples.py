"""Our own examples of names, and how a line of them is read."""

from __future__ import annotations

from collections import Counter

import pytest

from according.errors import TrainingError
from according.tagging.labels import KINDS
from according.training import name_examples

ROWS = name_examples.load()


def test_every_mark_is_of_words_of_the_text():
    for row in ROWS:
        for start, end, kind in [*row["names"], *row["nouns"]]:
            words = row["text"][start:end]
            assert kind in KINDS
            assert words
            assert words == words.strip()


def test_names_have_a_capital_or_digit_and_nouns_are_single_lower_words():
    for row in ROWS:
        assert not [row["text"][start:end] for start, end, _ in row["names"] if row["text"][start:end].islower()]
        assert not [row["text"][start:end] for start, end, _ in row["nouns"] if " " in row["text"][start:end]]


def test_what_no_corpus_marks_is_there():
    counts = Counter(kind for row in ROWS for _, _, kind in [*row["names"], *row["nouns"]])
    assert min(counts[kind] for kind in ("weapon", "vehicle", "organisation", "person")) >= 20


def test_a_run_without_capital_is_a_description_and_its_last_word_counts():
    row = name_examples.read("new-1", "An {weapon anti-tank missile} hit {place Kordon}.")
    assert [row["text"][start:end] for start, end, _ in row["nouns"]] == ["missile"]
    assert [row["text"][start:end] for start, end, _ in row["names"]] == ["Kordon"]


def test_a_line_without_marks_teaches_that_there_is_no_name():
    row = name_examples.read("new-1", "Nobody came.")
    assert (row["names"], row["nouns"]) == ([], [])


def test_an_unknown_kind_is_refused_with_those_that_are_known():
    with pytest.raises(TrainingError, match="organisation"):
        name_examples.read("new-1", "{company Norvik} closed.")


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(TrainingError, match="found no examples"):
        name_examples.load(tmp_path)


def test_comments_and_blank_lines_are_no_examples_and_a_line_keeps_its_number(tmp_path):
    (tmp_path / "new.txt").write_text("# a comment\n\nA {vehicle truck} burned.\n", encoding="utf-8")
    assert [row["id"] for row in name_examples.load(tmp_path)] == ["new-3"]
