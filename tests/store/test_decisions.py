"""What persons decide of reports and of sources."""

from __future__ import annotations

import pytest

from according.errors import NotInStore, SettingsError
from store.tiny_ledger import opened, reports, tiny


@pytest.fixture
def ledger(tmp_path):
    with opened(tmp_path / "according.db") as made:
        yield made


def test_a_person_keeps_apart_what_the_scorer_joins_and_may_take_it_back(ledger):
    for one in range(3):
        ledger.add(tiny(at=one, day=1, number=one))
    assert reports(ledger) == {frozenset({0, 1, 2})}
    (bond,) = ledger.judge("0.txt", "1.txt", "different", by="Ana", note="two ships")
    assert (bond.decided_by, bond.manual, bond.note, bond.probability) == ("Ana", True, "two ships", 0.0)
    assert reports(ledger) == {frozenset({0}), frozenset({1, 2})}
    ledger.match(again=True)
    assert reports(ledger) == {frozenset({0}), frozenset({1, 2})}
    assert ledger.judge("1.txt", "0.txt", "withdrawn", by="Ben") == ()
    assert reports(ledger) == {frozenset({0, 1, 2})}


def test_a_person_joins_what_was_never_compared(ledger):
    ledger.add(tiny(at=0, keys="a", day=1, number=0))
    ledger.add(tiny(at=50, keys="b", day=20, number=1))
    assert reports(ledger) == {frozenset({0}), frozenset({1})}
    ledger.judge("0.txt", "1.txt", "same", by="Ana")
    assert reports(ledger) == {frozenset({0, 1})}
    assert ledger.judge("0.txt", "1.txt", "same", by="Ana", kind="origin")
    (origin,) = ledger.origins()
    assert origin.reasons[0].rule == "Ana: same"


def test_the_last_word_of_a_person_counts_and_of_two_persons_the_one_who_keeps_apart(ledger):
    for one in range(2):
        ledger.add(tiny(at=9 * one, day=1, number=one))
    ledger.judge("0.txt", "1.txt", "different", by="Ana")
    ledger.judge("0.txt", "1.txt", "same", by="Ana")
    assert reports(ledger) == {frozenset({0, 1})}
    ledger.judge("0.txt", "1.txt", "different", by="Ben")
    assert reports(ledger) == {frozenset({0}), frozenset({1})}
    assert [bond.decided_by for bond in ledger.judgements("story")] == ["Ana", "Ben"]


def test_a_decision_follows_a_report_to_its_next_version(ledger):
    ledger.add(tiny(at=0, day=1, number=0))
    ledger.add(tiny(at=20, day=1, number=1))
    ledger.judge("0.txt", "1.txt", "same", by="Ana")
    ledger.add(tiny(at=30, day=2, number=1, keys="other"))
    assert reports(ledger) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("given_names", "error", "told"),
    [
        (("0.txt", "gone.txt", "same"), NotInStore, "gone.txt: found no such report"),
        (("0.txt", "0.txt", "same"), SettingsError, "the same report, expected two"),
        (("0.txt", "1.txt", "alike"), SettingsError, "expected one of same, different, withdrawn"),
        (("0.txt", "1.txt", "withdrawn"), NotInStore, "no judgement of these two"),
    ],
)
def test_what_cannot_be_decided_is_told(ledger, given_names, error, told):
    for one in range(2):
        ledger.add(tiny(at=one, day=1, number=one))
    with pytest.raises(error, match=told):
        ledger.judge(*given_names, by="Ana")
    with pytest.raises(SettingsError, match="found nobody"):
        ledger.judge("0.txt", "1.txt", "same", by=" ")


def test_only_sources_of_the_ledger_are_graded_and_the_last_grade_is_first(ledger):
    ledger.add(tiny(at=0, number=0, publisher="Bay Daily"))
    assert ledger.grade("bay daily", "B2", by="Ana").source == "Bay Daily"
    ledger.grade("Bay Daily", "C3", by="Ben", note="twice corrected")
    assert [grade.grade for grade in ledger.grades("BAY DAILY")] == ["C3", "B2"]
    with pytest.raises(SettingsError, match="a letter from A to F"):
        ledger.grade("Bay Daily", "G7", by="Ana")
    with pytest.raises(NotInStore, match="found nobody of this name"):
        ledger.grade("Moon Times", "B2", by="Ana")
