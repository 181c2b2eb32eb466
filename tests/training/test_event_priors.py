"""Counting what stands at each path, on parses that are given."""

from __future__ import annotations

import csv

import pytest

from according.events.referents import Referents
from according.events.syntax import Syntax
from according.records import Grounded
from according.training import event_priors
from according.training.event_priors import FEWEST, FOLDS, SHIPPED, count, fold, table
from marked_text import marked

SENTENCE = "the rebels/person:nsubj>shelled shelled/VERB:root the port/place:obj>shelled it/PRON:obl>shelled"


def example(actors, recipients):
    """The sentence with its parties, as words of it."""
    report, _, tags = marked([SENTENCE])

    def spans(words):
        return [[report.text.index(word), report.text.index(word) + len(word)] for word in words]

    event = {
        "trigger": spans(["shelled"])[0],
        "type": "ASSAULT",
        "actors": spans(actors),
        "recipients": spans(recipients),
    }
    return {"id": "new", "text": report.text, "events": [event]}, Referents(Syntax(report, tags), Grounded())


def test_a_phrase_counts_at_its_path_its_pattern_and_its_type():
    counts = count([example(["the rebels"], ["the port"])] * 3)
    assert counts["verb", "subj", "agent", "*"] == [3, 3, 0]
    assert counts["verb", "subj", "agent", "ASSAULT"] == [3, 3, 0]
    assert counts["verb", "subj", "any", "*"] == [3, 3, 0]
    assert counts["verb", "obj", "agent", "*"] == [3, 0, 3]


def test_an_unmarked_party_counts_against_the_path():
    assert count([example([], ["the port"])])["verb", "subj", "agent", "*"] == [1, 0, 0]


def test_a_pronoun_that_takes_no_part_is_not_counted():
    assert not [key for key in count([example(["the rebels"], [])]) if key[1].startswith("prep")]
    assert [key for key in count([example(["the rebels"], ["it"])]) if key[1].startswith("prep")]


def test_the_table_is_sorted_leaves_out_what_is_rare_and_says_what_it_holds():
    counts = {("verb", "obj", "any", "*"): [4, 1, 2], ("noun", "out", "any", "*"): [3, 0, 0]}
    written = table(counts | {("noun", "out", "thing", "*"): [FEWEST - 1, 0, 0]}, leave_out=2)
    assert written == (
        f"# Counted in training/examples/events by path, without fold 2 of {FOLDS}; see priors.py.\n"
        "trigger,path,phrase,type,phrases,actors,recipients\n"
        "noun,out,any,*,3,0,0\n"
        "verb,obj,any,*,4,1,2\n"
    )


def test_every_example_is_in_one_fold_and_no_fold_is_empty():
    folds = [fold(row["text"]) for row in event_priors.event_examples.load()]
    assert {number: folds.count(number) > len(folds) / FOLDS * 0.8 for number in range(FOLDS)} == dict.fromkeys(
        range(FOLDS), True
    )


def test_the_shipped_counts_are_of_all_examples_and_in_order():
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    rows = [tuple(row[:4]) for row in csv.reader(lines[2:])]
    assert lines[0] == table({}).splitlines()[0]
    assert rows == sorted(set(rows))


def test_a_fold_is_not_left_out_of_the_shipped_counts(monkeypatch, capsys):
    pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")
    from according.training import __main__

    monkeypatch.setattr("sys.argv", ["training", "priors", "--leave-out-fold", "0"])
    with pytest.raises(SystemExit):
        __main__.main()
    assert "needs --out" in capsys.readouterr().err
