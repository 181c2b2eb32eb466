from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.contract import from_dict, to_dict
from according.errors import SettingsError
from according.sourcing import RULES, House, check, read_house
from according.sourcing import to_dict as sourcing_to_dict
from golden_cases import cases, tables
from sourcing.written_records import house_of, written

CASES = tables("sourcing/prompts.toml")


@pytest.mark.parametrize("case", cases("sourcing/prompts.toml"))
def test_a_report_raises_these_questions(case):
    found = check(written(case), house_of(case))
    told = sorted(f"{p.rule}: {p.about}" if p.about else p.rule for p in found.prompts if p.rule in case["rules"])
    assert told == sorted(case["prompts"])


@pytest.mark.parametrize("case", [case for case in CASES if "voices" in case], ids=lambda case: case["why"])
def test_a_report_has_these_voices(case):
    assert [voice.name for voice in check(written(case)).voices] == case["voices"]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_that_raises_it_and_one_that_does_not(rule):
    raised = [any(p.startswith(rule) for p in case["prompts"]) for case in CASES if rule in case["rules"]]
    assert True in raised
    assert False in raised


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_record_read_back_from_json_raises_the_same(case):
    record = written(case)
    again = from_dict(json.loads(json.dumps(to_dict(record))))
    assert check(again) == check(record)


@given(st.sets(st.sampled_from(sorted(RULES))))
def test_a_rule_that_is_off_asks_nothing(off):
    for case in CASES:
        found = check(written(case), House(off=tuple(off)))
        assert not {prompt.rule for prompt in found.prompts} & off
        assert set(found.off) == off


def test_json_has_stable_keys():
    record = written(CASES[0])
    data = sourcing_to_dict(check(record), record)
    assert list(data) == ["schema", "report", "counts", "sources", "prompts", "off"]
    assert list(data["prompts"][0]) == ["rule", "question", "about", "claims", "spans", "words"]
    assert json.loads(json.dumps(data)) == data


@pytest.mark.parametrize(
    ("toml", "found"),
    [
        ('[sourcing]\noff = ["hearsay"]', "found 'hearsay'"),
        ("[sourcing]\noff = 3", "expected a list of rules"),
        ("[sourcing]\nconflict_events = 0", "expected a whole number from 1"),
        ("[sourcing]\nconflict_events = true", "expected a whole number from 1"),
        ("[sourcing]\nalike = 2", "expected a number from 0 to 1"),
        ("[sourcing]\nloud = true", "found no such setting"),
        ("[sorcing]\noff = []", "found 'sorcing'"),
        ("sourcing = 3", "expected a table"),
        ("off = [", "found no TOML"),
    ],
)
def test_a_configuration_that_cannot_be_followed_says_where_and_what(toml, found):
    with pytest.raises(SettingsError, match=r"house\.toml") as told:
        read_house(toml, "house.toml")
    assert found in str(told.value)
    assert told.value.advice


def test_a_configuration_leaves_the_rest_as_it_is():
    assert read_house("", "house.toml") == House()
    assert read_house('[sourcing]\nmeasures = ["killed"]', "house.toml") == House(measures=("killed",))
