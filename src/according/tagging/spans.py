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
    greedy: NDArray[np.int64] = scores.argmax(1)
    wrong = np.flatnonzero(table[np.concatenate(([0], greedy[:-1])), greedy])
    if not len(wrong):
        return greedy  # each word's own best label makes a sequence that costs nothing: none is better
    held = np.flatnonzero(settled(scores, table))
    found, last = greedy.copy(), 0
    for word in wrong.tolist():
        if word < last:
            continue
        before = int(held.searchsorted(word))
        first = int(held[before - 1]) + 1 if before else 0
        last = int(held[before]) if before < len(held) else len(scores)
        found[first:last] = viterbi(scores[first:last], table)
    return found


def settled(scores: NDArray[np.float32], table: NDArray[np.float32]) -> NDArray[np.bool_]:
    """
    The words that the likeliest sequence surely leaves outside, whatever stands around them, ``(words,)``.

    What a stretch would gain by its next word's continuing it, instead of opening one, is less than what the word
    itself would lose. Between two of them a sequence can be sought by itself.
    """
    found: NDArray[np.bool_] = np.ones(len(scores), np.bool_)
    following = np.concatenate((scores[1:], np.zeros((1, scores.shape[1]), np.float32)))
    for inside in np.flatnonzero(table[0]).tolist():
        (opens,) = (row for row in np.flatnonzero(table[:, inside] == 0).tolist() if row != inside)
        loses = scores[:, 0] - np.maximum(scores[:, opens], scores[:, inside])
        found &= loses > np.maximum(following[:, inside] - following[:, opens], 0)
    return found


def viterbi(scores: NDArray[np.float32], table: NDArray[np.float32]) -> NDArray[np.int64]:
    """The likeliest sequence, as `best_labels`, of words that are gone through one by one."""
    count, width = scores.shape
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
