"""Two mentions compared alone, and what is kept of them for that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.errors import BadRecord
from according.matching.happenings import Profile, between, keys, sameness
from according.matching.happenings.linkage import linked
from according.matching.happenings.sketches import Setting, Sketch, packed, unpacked
from matching.happenings.sketched import raid, sketch, town


def likely(one: Sketch, other: Sketch) -> float:
    return sameness(one, other)[0]


def test_the_same_act_on_the_same_place_is_likelier_one_event_than_another_act() -> None:
    other = sketch("elected", "b", actors="council", recipients="mayor", others="Oslo", names="Oslo")
    assert likely(raid("a"), raid("b")) > 0.5 > likely(raid("a"), other)


def test_the_order_of_the_two_does_not_matter() -> None:
    one, other = raid("a"), sketch("assault", "b", others="Bunia", names="Bunia")
    assert sameness(one, other) == sameness(other, one)


def test_two_days_of_their_own_keep_two_strikes_on_one_town_apart() -> None:
    one = raid("a", day="2031-03-01", moments="friday")
    assert likely(one, raid("b", day="2031-03-09", moments="sunday")) < 0.5 * likely(one, raid("b", day="2031-03-01"))


def test_one_day_apart_counts_for_less_than_two() -> None:
    one = raid("a", day="2031-03-01")
    assert likely(one, raid("b", day="2031-03-02")) > likely(one, raid("b", day="2031-03-03"))


def test_two_towns_far_from_each_other_push_apart_and_say_so() -> None:
    one, near, far = raid("a", spot=town(1, 1.5)), raid("b", spot=town(2, 1.6)), raid("b", spot=town(3, 9.5))
    assert likely(one, near) > likely(one, far)
    assert any(step.rule == "happenings.places" for step in sameness(one, far)[1])


def test_news_of_two_months_is_less_likely_one_event_than_news_of_one_day() -> None:
    one = raid("a", published="2031-03-01")
    assert likely(one, raid("b", published="2031-03-02")) > likely(one, raid("b", published="2031-05-02"))


def test_two_speakers_make_two_sayings() -> None:
    one = sketch("said", "a", actors="mayor Leka", others="Kukes", names="Kukes")
    other = sketch("said", "b", actors="engineer Hoxha", others="Kukes", names="Kukes")
    rules = [step.rule for step in sameness(one, other)[1]]
    assert "happenings.speakers" in rules
    assert "happenings.speakers" not in [step.rule for step in sameness(one, one)[1]]


def test_history_may_be_retold_at_any_time() -> None:
    one = raid("a", published="2031-03-01")
    assert likely(one, raid("b", published="2035-03-01", is_current=False)) == likely(one, raid("b"))


@pytest.mark.parametrize("published", ["soon", "", "2031"])
def test_a_date_that_is_none_says_nothing(published: str) -> None:
    assert likely(raid("a", published=published), raid("b", published="2031-05-02")) == likely(raid("a"), raid("b"))


def test_all_events_of_two_reports_are_compared_as_each_two_are() -> None:
    ones = [raid("a", id="v1", day="2031-03-01"), sketch("elected", "a", actors="council", id="v2")]
    others = [raid("b", id="v1", day="2031-03-07"), sketch("vote", "b", actors="council", id="v2"), raid("b", id="v3")]
    found = between(ones, others)
    assert found.shape == (2, 3)
    for row, one in enumerate(ones):
        for column, other in enumerate(others):
            assert likely(one, other) == pytest.approx(1 / (1 + np.exp(-found[row, column])), abs=1e-2)


def test_reasons_name_what_both_share() -> None:
    said = {step.rule: step.value for step in sameness(raid("a"), raid("b"))[1]}
    assert "bunia" in (said["happenings.parties"] or "")
    assert "happenings.apart" in said


def test_two_mentions_of_one_event_share_a_key_by_word_and_party() -> None:
    assert set(keys(raid("a"))) & set(keys(sketch("attack", "b", others="Bunia")))
    assert not set(keys(raid("a"))) & set(keys(sketch("attack", "b", others="Goma")))


WORDS = st.lists(st.sampled_from(["attack", "bridge", "town", "mayor", "river", "shoot", "fire"]), max_size=40)


@given(WORDS, WORDS)
def test_a_mention_has_a_few_dozen_keys_at_most(trigger: list[str], names: list[str]) -> None:
    found = keys(sketch(" ".join(trigger) or "x", "a", names=" ".join(names), type="ASSAULT"))
    assert len(found) <= 36
    assert list(found) == sorted(set(found))


@given(st.lists(st.integers(-500, 500), min_size=64, max_size=64), st.none() | st.text(max_size=5), WORDS)
def test_a_profile_comes_back_as_it_was_kept(numbers: list[int], day: str | None, names: list[str]) -> None:
    setting = Setting(report="a", published=day, names=frozenset(names), words=frozenset(names))
    vector = packed(np.array(numbers, np.float32))
    kept = replace(raid("a", day=day, spot=town(4, -3.25)), setting=setting, vector=vector)
    profile = Profile(setting=setting, sketches=(kept, replace(kept, id="v2", vector=None)))
    assert Profile.from_bytes(profile.to_bytes()) == profile
    assert packed(unpacked(vector)) == vector


@pytest.mark.parametrize("data", [b"", b"nonsense", b"x\x9c\x8b\x8e\x05\x00\x01\x15\x00\xb9"])
def test_bytes_that_hold_no_profile_are_an_error(data: bytes) -> None:
    with pytest.raises(BadRecord):
        Profile.from_bytes(data)


@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=6, max_size=6), min_size=6, max_size=6), st.floats(0, 1))
def test_groups_partition_the_items_and_the_threshold_splits(rows: list[list[float]], threshold: float) -> None:
    table = np.array(rows, np.float32)
    table = (table + table.T) / 2
    found = linked(table, threshold)
    assert len(found) == 6
    assert list(dict.fromkeys(found)) == list(range(len(set(found))))
    assert linked(table, 1.5) == [0, 1, 2, 3, 4, 5]
    assert linked(table, -1) == [0] * 6
