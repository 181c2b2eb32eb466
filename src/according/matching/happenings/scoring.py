"""
Three small scorers, each with one hidden layer at most, learnt by `according.training.happenings`.

"documents": whether two reports tell of the same happenings. "apart": whether two mentions are of one event, from
the two alone. "together": the same, with what is common among all mentions that are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from according.matching.happenings.fitted import Arrays, arrays
from according.matching.happenings.sketches import Sketch

Matrix = NDArray[np.float32]


FARTHEST = 4.0
"""
Spreads from the mean beyond which a number does not count as more: what a scorer has never seen must not carry it
away. A convention of ours; training used the same.
"""

WITHOUT_VECTORS = ".bare"
"""What the name of a scorer ends in that was learnt for mentions without vectors."""


def fitting(sketches: Sequence[Sketch]) -> tuple[Sequence[Sketch], str]:
    """
    The mentions as the scorers want them, and what their scorers' names end in.

    Where one mention has no vector none keeps its own: a scorer was shown calls of one kind or the other.
    """
    if all(one.vector is not None for one in sketches):
        return sketches, ""
    return [replace(one, vector=None) for one in sketches], WITHOUT_VECTORS


def log_odds(scorer: str, features: Matrix, fitted: Arrays | None = None) -> Matrix:
    """The log-odds that a scorer gives, for features ``(..., features)``; `fitted` stands for the package's arrays."""
    fitted = arrays() if fitted is None else fitted
    given = np.clip((features - fitted[f"{scorer}.mean"]) / fitted[f"{scorer}.scale"], -FARTHEST, FARTHEST)
    if f"{scorer}.weights1" in fitted:
        given = np.maximum(given @ fitted[f"{scorer}.weights1"] + fitted[f"{scorer}.bias1"], 0)
    found: Matrix = given @ fitted[f"{scorer}.weights2"] + fitted[f"{scorer}.bias2"][0]
    return found


def probability(odds: Matrix) -> Matrix:
    """The logistic function."""
    found: Matrix = np.reciprocal(1 + np.exp(-np.clip(odds, -30, 30)))
    return found
