"""How sure a text is that what given words name happened: by the words over them, else by the certainty head."""

from __future__ import annotations

from collections.abc import Sequence

from according.events.factuality import read
from according.events.syntax import Syntax
from according.records import Judgement, Report, Tags
from according.vocabulary import CERTAINTIES

NEGATED = 0.8
"""Probability from which a word that no negation stands over counts as negated all the same."""

WEAKENED = 0.9
"""Probability from which the head alone makes an event less than certain."""

UNJUDGED = Judgement(polarity="positive", certainty="underspecified", score=0.0)
"""For white space."""


def judge(report: Report, tags: Tags, asked: Sequence[Sequence[int]]) -> list[Judgement]:
    """
    A judgement of each of `asked`, word numbers that name one event each; of several words the one that heads them.

    `score` is the certainty head's, on UDS-IH2's scale: it takes both together, so that what is planned or
    asked for lies below 0 as well as what is denied. `polarity` and `certainty` are FactBank's.
    """
    if tags.judged is None:
        return [UNJUDGED for _ in asked]
    syntax = Syntax(report, tags)
    return [judged(syntax, head_of(tags, words)) if words else UNJUDGED for words in asked]


def judged(syntax: Syntax, word: int) -> Judgement:
    """The judgement of one word."""
    judged = syntax.tags.judged
    assert judged is not None
    found = read(syntax, word, "")
    negative = found.negations % 2 == 1 or (not found.negations and float(judged.negative[word]) > NEGATED)
    certainty = found.certainty
    if certainty is None:
        best = int(judged.certainties[word].argmax())
        certainty = CERTAINTIES[best] if float(judged.certainties[word][best]) > WEAKENED else "certain"
    return Judgement(
        polarity="negative" if negative else "positive",
        certainty=certainty,
        score=round(float(judged.scores[word]), 4),
    )


def head_of(tags: Tags, words: Sequence[int]) -> int:
    """The first of `words` whose head is not among them."""
    inside = set(words)
    return next((word for word in words if tags.head[word] not in inside), words[0])
