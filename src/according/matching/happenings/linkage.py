"""Average linkage: the two groups that are most alike on average are joined, while they are alike enough."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


def linked(alike: Matrix, threshold: float) -> list[int]:
    """
    The number of each item's group, by first appearance.

    Args:
        alike: how alike every two items are, any scale, symmetric, ``(items, items)``; the diagonal does not count.
        threshold: the mean from which two groups are joined.

    >>> table = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]], np.float32)
    >>> linked(table, 0.5), linked(table, 0.95)
    ([0, 0, 1], [0, 1, 2])
    """
    means = alike.astype(np.float64).copy()
    count = len(means)
    np.fill_diagonal(means, -np.inf)
    sizes = np.ones(count)
    group = np.arange(count)
    best = means.argmax(1) if count else np.zeros(0, np.int64)
    value = means[np.arange(count), best]
    while count:
        one = int(value.argmax())
        if value[one] < threshold or np.isneginf(value[one]):
            break
        other = int(best[one])
        one, other = min(one, other), max(one, other)
        joined = (means[one] * sizes[one] + means[other] * sizes[other]) / (sizes[one] + sizes[other])
        joined[one] = joined[other] = -np.inf
        means[one], means[:, one] = joined, joined
        means[other], means[:, other] = -np.inf, -np.inf
        sizes[one] += sizes[other]
        group[group == other] = one
        stale = np.flatnonzero((best == one) | (best == other) | (means[:, one] > value))
        best[stale] = means[stale].argmax(1)
        value[stale] = means[stale, best[stale]]
        value[other] = -np.inf
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(name), len(numbers)) for name in group]
