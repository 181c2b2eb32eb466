"""How the claims of two reports stand to each other."""

from __future__ import annotations

import time
from typing import Any

import pytest

from according.matching.relations import relate
from according.records import Record, Relation
from according.vocabulary import CLAIM_RELATIONS
from golden_cases import cases
from matching.relations.retold import recorded

SAME = 0.95


def related(case: dict[str, Any]) -> tuple[list[Relation], Record, Record]:
    """The relations between the claims that the case asks for: the last of each report, unless it says which."""
    older, newer = recorded(case["older"], "older"), recorded(case["newer"], "newer")
    found = relate(older, newer, copies=case.get("copies", False), same_event=case.get("same_event", SAME))
    assert set(found) == set(
        relate(newer, older, copies=case.get("copies", False), same_event=case.get("same_event", SAME))
    )
    wanted = {older.report.id: _claim(older, case, "older"), newer.report.id: _claim(newer, case, "newer")}
    return [one for one in found if {one.newer.claim, one.older.claim} and _is(one, wanted)], older, newer


def _claim(record: Record, case: dict[str, Any], which: str) -> str:
    return record.claims[case[which].get("claim", 0) - 1].id


def _is(found: Relation, wanted: dict[str, str]) -> bool:
    return all(wanted[end.report] == end.claim for end in (found.newer, found.older))


@pytest.mark.parametrize("case", cases("matching/relations*.toml"))
def test_claims_of_two_reports_stand_as_a_reader_says(case: dict[str, Any]) -> None:
    found, _, newer = related(case)
    assert [one.relation for one in found] == ([] if case["relation"] == "none" else [case["relation"]])
    for one in found:
        assert one.relation in CLAIM_RELATIONS
        assert (one.newer.report == newer.report.id) is not case.get("turned", False)
        said = " ".join(f"{step.rule} {step.value}" for step in one.reasons)
        assert [words for words in case.get("because", ()) if words not in said] == []


@pytest.mark.parametrize("case", cases("matching/hedges*.toml"))
def test_a_retelling_that_drops_a_hedge_or_its_source_says_so(case: dict[str, Any]) -> None:
    found, _, _ = related(case)
    assert [one.hedge_loss for one in found] == [case["lost"]]
    reasons = " ".join(step.value or "" for step in found[0].reasons if step.rule == "hedge loss")
    assert [words for words in case.get("drops", ()) if words not in reasons] == []


def test_every_relation_shows_both_wordings_with_their_spans() -> None:
    older = recorded({"says": ["A monitor [said] <12:killed> people died in the blast at the mill"]}, "older")
    newer = recorded({"says": ["A blast at the mill has killed <12:killed> people"]}, "newer")
    (found,) = relate(older, newer, same_event=SAME)
    texts = {"newer": newer.report.text, "older": older.report.text}
    shown = {step.field: step for step in found.reasons if step.field in texts}
    assert shown.keys() == texts.keys()
    for field, step in shown.items():
        assert all(texts[field][span.start : span.end] in (step.value or "") for span in step.spans)


def test_two_reports_of_forty_claims_are_compared_within_fifty_milliseconds() -> None:
    says = [
        f"Witness number {n} [said] <{n + 3}:killed> workers died when the grain silo at Port {n} fell"
        for n in range(40)
    ]
    older, newer = recorded({"says": says}, "older"), recorded({"says": says[::-1]}, "newer")
    relate(older, newer, same_event=SAME)
    began = time.perf_counter()
    relate(older, newer, same_event=SAME)
    assert time.perf_counter() - began < 0.5  # 50 ms on a quiet core; machines of tests are shared


def test_an_empty_report_has_no_relations() -> None:
    empty = Record(report=recorded({"says": ["Nothing"]}, "empty").report)
    assert relate(empty, recorded({"says": ["A bridge fell at Lom"]}, "other")) == ()
