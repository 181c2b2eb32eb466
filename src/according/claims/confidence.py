"""
How likely it is that a claim is rightly laid at its source's door: the extractor's scores as probabilities.

A score says which of two attributions is likelier, not how often one like it is right. Two maps, each of
two numbers, linear in the log-odds (Platt 1999, "Probabilistic outputs for support vector machines"),
make it a probability: one for what a source says, one for what the outlet says on its own word.
"""

from __future__ import annotations

from math import exp, log

from according.records import Step

ATTRIBUTED = (0.7118, -0.9026)
"""
Slope and shift for what a source says: `python -m evaluation.calibration`, 2,322 attributions of PolNeAR's development
articles. Expected calibration error 0.150 before, 0.018 after, told on the half that the line was not fitted on.
"""

NARRATED = (0.0, 2.1431)
"""
The same for what the outlet says: 1,180 claims, 0.895 of them right whatever the score, so that the slope is nothing.
"""

LEAST = 0.001
"""Scores are kept this far from 0 and 1, where log-odds have no end. A convention of ours."""


def calibrated(score: float, line: tuple[float, float]) -> float:
    """
    The probability that a score stands for; `line` is slope and shift of its log-odds.

    >>> calibrated(0.5, (1.0, 0.0)), calibrated(0.5, (1.0, 2.0))
    (0.5, 0.8808)
    """
    slope, shift = line
    kept = min(max(score, LEAST), 1 - LEAST)
    return round(1 / (1 + exp(-(slope * log(kept / (1 - kept)) + shift))), 4)


def confidence_step(score: float, value: float, what: str) -> Step:
    """Why a claim has its confidence: the score before the map, and what it is the score of."""
    return Step(
        stage="claims",
        rule=f"confidence: {what}, calibrated on PolNeAR",
        field="confidence",
        value=f"{value:.4f}",
        score=round(score, 4),
    )
