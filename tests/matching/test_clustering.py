"""Groups out of pairwise decisions."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from according.matching.clustering import clusters

ITEMS = "abcdefgh"
pairs = st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)).filter(lambda pair: pair[0] < pair[1])
weights = st.dictionaries(pairs, st.integers(-9, 9).map(float))


@given(weights, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(log_odds: dict[tuple[str, str], float], random: object) -> None:
    items = list(log_odds.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert clusters(ITEMS, dict(items)) == clusters(reversed(ITEMS), log_odds)


@given(weights)
def test_every_item_stands_in_one_group(log_odds: dict[tuple[str, str], float]) -> None:
    assert sorted(item for group in clusters(ITEMS, log_odds) for item in group) == list(ITEMS)


@given(weights, st.lists(pairs, max_size=4))
def test_what_a_person_keeps_apart_is_never_together(
    log_odds: dict[tuple[str, str], float], different: list[tuple[str, str]]
) -> None:
    found = clusters(ITEMS, log_odds, same=log_odds, different=different)
    assert not [pair for pair in different for group in found if set(pair) <= set(group)]


@given(weights, pairs)
def test_what_a_person_joins_is_together(log_odds: dict[tuple[str, str], float], pair: tuple[str, str]) -> None:
    assert any(set(pair) <= set(group) for group in clusters(ITEMS, log_odds, same=[pair]))


def test_one_bridge_does_not_join_groups_whose_other_pairs_push() -> None:
    inside = {("a", "b"): 3.0, ("a", "c"): 3.0, ("b", "c"): 3.0, ("x", "y"): 3.0, ("x", "z"): 3.0, ("y", "z"): 3.0}
    bridge = {("c", "x"): 2.0, ("a", "x"): -1.0, ("b", "y"): -2.0}
    assert clusters("abcxyz", inside | bridge) == (("a", "b", "c"), ("x", "y", "z"))


def test_pairs_that_nobody_compared_say_nothing() -> None:
    chain = {(f"{n:03}", f"{n + 1:03}"): 1.0 for n in range(9)}
    assert len(clusters([f"{n:03}" for n in range(10)], chain)) == 1


def test_a_thousand_copies_are_grouped_within_seconds() -> None:
    items = [f"{n:04}" for n in range(1000)]
    log_odds = {(a, b): 4.0 for n, a in enumerate(items) for b in items[n + 1 : n + 40]}
    began = time.perf_counter()
    assert clusters(items, log_odds) == (tuple(items),)
    assert time.perf_counter() - began < 20
