"""Label scores read as stretches of words: the best sequence in which no I- follows what it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e6


@cache
def transitions(labels: tuple[str, ...]) -> NDArray[np.float32]:
    """
    ``(before, after)``: 0 where a label may follow another, a large negative number where not.

    >>> transitions(("O", "B-cue", "I-cue")).tolist()[0]
    [0.0, 0.0, -1000000.0]
    """
    table = np.zeros((len(labels), len(labels)), np.float32)
    for column, after in enumerate(labels):
        if after.startswith("I-"):
            for row, before in enumerate(labels):
                if before[2:] != after[2:]:
                    table[row, column] = FORBIDDEN
    return table


def best_labels(scores: NDArray[np.float32], table: NDArray[np.float32]) -> NDArray[np.int64]:
    """
    The label numbers of the likeliest sequence (Viterbi), shape ``(words,)``.

    Args:
        scores: log probabilities, ``(words, labels)``.
        table: what a change from one label to the next costs, ``(before, after)``.
    """
    count, width = scores.shape
    greedy: NDArray[np.int64] = scores.argmax(1)
    if table[0, greedy[0]] == 0 and not table[greedy[:-1], greedy[1:]].any():
        return greedy  # each word's own best label makes a sequence that costs nothing: none is better
    back = np.zeros((count, width), np.int64)
    best = scores[0] + table[0]  # the text before counts as O
    for word in range(1, count):
        through = best[:, None] + table
        back[word] = through.argmax(0)
        best = through[back[word], np.arange(width)] + scores[word]
    found = np.zeros(count, np.int64)
    found[-1] = best.argmax()
    for word in range(count - 1, 0, -1):
        found[word - 1] = back[word, found[word]]
    return found


def stretches(numbers: Sequence[int] | NDArray[np.int64], labels: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """
    ``(kind, first, last)`` of each stretch, last inclusive, in order.

    >>> stretches([1, 2, 0, 1], ("O", "B-cue", "I-cue"))
    [('cue', 0, 1), ('cue', 3, 3)]
    """
    found: list[tuple[str, int, int]] = []
    for word, number in enumerate(numbers):
        label = labels[number]
        if label.startswith("B-"):
            found.append((label[2:], word, word))
        elif label.startswith("I-") and found and found[-1][2] == word - 1 and found[-1][0] == label[2:]:
            found[-1] = (label[2:], found[-1][1], word)
    return found


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    normal: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return normal
