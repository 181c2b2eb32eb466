from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from according.tagging.labels import NAMES
from according.tagging.spans import best_labels, stretches, transitions, viterbi


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_no_stretch_goes_on_in_another_kind(words, seed):
    scores = np.random.default_rng(seed).normal(size=(words, len(NAMES))).astype(np.float32) * 3
    numbers = best_labels(scores, transitions(NAMES))
    before = "O"
    for number in numbers:
        label = NAMES[number]
        if label.startswith("I-"):
            assert before[2:] == label[2:]
        before = label


@given(st.integers(1, 60), st.integers(0, 2**32 - 1), st.floats(0, 6))
def test_what_is_left_out_of_the_search_makes_no_difference(words, seed, outside):
    scores = np.random.default_rng(seed).normal(size=(words, len(NAMES))).astype(np.float32) * 2
    scores[:, 0] += outside
    assert best_labels(scores, transitions(NAMES)).tolist() == viterbi(scores, transitions(NAMES)).tolist()


def test_a_word_that_alone_would_be_nothing_joins_its_neighbours():
    labels = ("O", "B-name", "I-name")
    scores = np.log(np.array([[0.1, 0.8, 0.1], [0.5, 0.05, 0.45], [0.05, 0.05, 0.9]], np.float32))
    assert stretches(best_labels(scores, transitions(labels)), labels) == [("name", 0, 2)]
