from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from according.tagging.trees import rooted, tree, value


def is_tree(heads: np.ndarray) -> bool:
    """One root, and every word below it."""
    if (heads < 0).sum() != 1:
        return False
    for word in range(len(heads)):
        at, steps = word, 0
        while heads[at] >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if heads[at] >= 0:
            return False
    return True


def own_head(heads: np.ndarray) -> np.ndarray:
    return np.where(heads < 0, np.arange(len(heads)), heads)


@given(st.integers(1, 25), st.integers(0, 2**32 - 1))
def test_any_scores_give_a_tree(words, seed):
    assert is_tree(tree(np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)))


@given(st.integers(2, 4), st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_no_tree_with_the_same_root_is_better_than_the_one_found(words, root, seed):
    scores = np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)
    found = value(scores, rooted(scores, root % words))
    every = (np.array(heads) for heads in itertools.product(range(-1, words), repeat=words))
    every = (heads for heads in every if heads[root % words] == -1)
    best = max(
        value(scores, own_head(heads)) for heads in every if is_tree(heads) and not (heads == np.arange(words)).any()
    )
    assert found >= best - 1e-4


def test_a_cycle_is_broken_where_it_costs_least():
    # the second and third word take each other; the first is the root
    scores = np.array([[9, 0, 0], [4, -9, 8], [1, 8, -9]], np.float32)
    assert tree(scores).tolist() == [-1, 0, 1]


def test_two_roots_become_one():
    scores = np.array([[9, 1], [2, 3]], np.float32)
    assert tree(scores).tolist() == [-1, 0]
