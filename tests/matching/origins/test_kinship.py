from __future__ import annotations

import pytest

from according.matching.origins import keys, kinship
from matching.origins.lineages import CASES, lineage_of


def cases() -> list:
    return [
        pytest.param(
            case, id=case["why"], marks=[pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
        )
        for case in CASES["case"]
    ]


def told(found) -> str:
    return "\n".join(step.value for step in found.reasons)


@pytest.mark.parametrize("case", cases())
def test_two_reports_are_kin_of_this_kind(case):
    found = kinship(lineage_of(case["a"]), lineage_of(case["b"]))
    assert found.kind == case["kind"]
    for words in case.get("reasons", ()):
        assert words in told(found)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["why"])
def test_kin_share_a_key(case):
    if case["kind"] != "none":
        assert set(keys(lineage_of(case["a"]))) & set(keys(lineage_of(case["b"])))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["why"])
def test_the_order_of_the_two_makes_no_difference(case):
    a, b = lineage_of(case["a"]), lineage_of(case["b"])
    assert kinship(a, b) == kinship(b, a)


def test_what_is_no_kin_has_no_reasons():
    assert kinship(lineage_of("ferry"), lineage_of("war_market")).reasons == ()


def test_every_reason_has_words_for_a_reader():
    for case in CASES["case"]:
        for step in kinship(lineage_of(case["a"]), lineage_of(case["b"])).reasons:
            assert step.stage == "matching"
            assert step.value
            assert step.value == step.value.strip()
