"""What one given party does to another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from according.events.ontology import MODES, TYPES, quad
from according.records import ActScores, EventCode, PairScores, Tags

FURTHER_ARC = 0.9
"""What each arc between a trigger and a party takes from the trigger's weight. A guess."""
ELSEWHERE = 0.02
"""That a party stands in another sentence than its trigger. A guess."""
PLOVER = TYPES[1 : TYPES.index("DISASTER")]


def code(tags: Tags, actor: Sequence[int], recipient: Sequence[int]) -> EventCode:
    """
    The type that the acts between two parties make likeliest; all None where no word names an act.

    `actor` and `recipient` are word numbers, either may be empty. For each type the sum over acts of
    P(type) x P(the actor's words are its actor) x P(the recipient's words are its recipient).
    """
    if not tags.acts:
        return EventCode(type=None, mode=None, quad=None, confidence=0.0)
    weights = np.array([_weight(tags, act, actor, recipient) for act in tags.acts])
    types = np.stack([act.types[1 : len(PLOVER) + 1] for act in tags.acts]) * weights[:, None]
    total = types.sum(0)
    best = int(total.argmax())
    nearest = tags.acts[int(types[:, best].argmax())]
    return answer(total / max(float(total.sum()), 1e-9), nearest.modes)


def coded(scores: PairScores) -> EventCode:
    """The answer of the model that looks at both parties at once."""
    return answer(scores.types, scores.modes)


def answer(types: NDArray[np.float32], modes: NDArray[np.float32]) -> EventCode:
    """The likeliest type of PLOVER's, and the likeliest of its modes or none."""
    best = int(types.argmax())
    kind = PLOVER[best]
    own = [number for number, name in enumerate(MODES) if number == 0 or name.startswith(kind + "/")]
    mode = max(own, key=lambda number: float(modes[number]))
    return EventCode(
        type=kind,
        mode=MODES[mode].split("/")[1] if mode else None,
        quad=quad(kind),
        confidence=round(float(types[best]), 4),
    )


def _weight(tags: Tags, act: ActScores, actor: Sequence[int], recipient: Sequence[int]) -> float:
    """How likely the two are the parties of one act."""
    weight = 1.0
    for words, scores in ((actor, act.actors), (recipient, act.recipients)):
        if not words:
            continue
        inside = [word - act.first for word in words if 0 <= word - act.first < len(scores)]
        if not inside:
            weight *= ELSEWHERE
            continue
        weight *= float(scores[inside].mean()) * FURTHER_ARC ** min(arcs(tags, act.word, word) for word in words)
    return weight


def arcs(tags: Tags, one: int, other: int) -> int:
    """How many arcs of the dependency tree lie between two words of a sentence."""
    over = {}
    at, steps = one, 0
    while at >= 0 and at not in over:
        over[at] = steps
        at, steps = tags.head[at], steps + 1
    at, steps = other, 0
    while at >= 0 and at not in over and steps < len(tags.head):
        at, steps = tags.head[at], steps + 1
    return steps + over.get(at, len(over))
