"""
The reasons of a relation, in words that a person understands: both wordings, figures with bounds, sources, what is
lost.
"""

from __future__ import annotations

from according.matching.relations.figures import Count
from according.matching.relations.hedging import Loss
from according.matching.relations.statements import Statement
from according.matching.relations.tellers import Teller, same
from according.matching.relations.words import Weights, total
from according.records import Step

MOST_WORDS = 8
VERDICT = {True: "one source", False: "two sources", None: "sources not told apart"}


def step(rule: str, value: str, field: str = "relation") -> Step:
    """One reason of this part."""
    return Step(stage="matching", rule=rule, field=field, value=value)


def words(rule: str, common: Weights) -> Step:
    """The rarest words of both, and what they weigh."""
    rarest = sorted(common, key=lambda word: (-common[word], word))[:MOST_WORDS]
    return Step(stage="matching", rule=rule, field="relation", value=", ".join(rarest), score=round(total(common), 2))


def wordings(newer: Statement, older: Statement) -> tuple[Step, Step]:
    """Both wordings, each with its spans in its own report."""
    return (
        Step(stage="matching", rule="the newer wording", field="newer", value=newer.frame, spans=newer.claim.content),
        Step(stage="matching", rule="the older wording", field="older", value=older.frame, spans=older.claim.content),
    )


def figures(older: Count, newer: Count) -> Step:
    """
    Two counts with their bounds.

    >>> least = Count(words="at least 12", low=12, high=None, measure="killed", bound="at-least")
    >>> figures(least, Count(words="nine", low=9, high=9, measure="killed", bound="exact")).value
    'at least 12 (12 or more) → nine (9) killed'
    """
    return step(
        "counts of one scope", f"{older.words} ({bounds(older)}) → {newer.words} ({bounds(newer)}) {newer.measure}"
    )


def bounds(count: Count) -> str:
    """The bounds of a count in words: "12 or more"."""
    low, high = (f"{end:g}" if end is not None else None for end in (count.low, count.high))
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"{high} or fewer" if low is None else f"{low} to {high}"


def tellers(older: Teller, newer: Teller) -> Step:
    """Both sources, and whether they are told to be one."""
    names = " → ".join(teller.words or teller.outlet or "the outlet" for teller in (older, newer))
    return step(VERDICT[same(older, newer)], names)


def loss(lost: Loss) -> Step:
    """What the newer wording dropped."""
    parts = [f"“{hedge}”" for hedge in lost.hedges]
    if lost.source:
        parts.append(f"the source “{lost.source}”")
    return step("hedge loss", f"the newer wording drops {', '.join(parts)}", field="hedge_loss")
