"""Words that may name an event, with their labels and parties; what a pair of parties does; how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from according.records import ActScores, Judged, PairScores
from according.tagging.encoder import WindowScores
from according.tagging.labels import EVENTS, HAPPENED
from according.tagging.spans import log_softmax
from according.vocabulary import CERTAINTIES

CANDIDATE = 0.05
"""A word is kept as one that may name an event from this probability on; what is one is decided in `events/`."""

PLOVER = slice(1, EVENTS.index("DISASTER"))
"""The labels of `EVENTS` that are PLOVER's types."""

Scores = dict[str, NDArray[np.float32]]


def acts(sentences: Sequence[int], scored: list[WindowScores], owned: list[tuple[int, int]]) -> tuple[ActScores, ...]:
    """Every word that may name an event, in order. `sentences`: each word's sentence number."""
    found = []
    for one, (first, last) in zip(scored, owned, strict=True):
        offset = one.window.first
        part = slice(first - offset, last - offset)
        types = np.exp(log_softmax(one.scores["acts"][part]))
        rows = np.flatnonzero(1 - types[:, 0] > CANDIDATE)
        modes, statuses = (np.exp(log_softmax(one.scores[name][part][rows])) for name in ("modes", "act_statuses"))
        for number, row in enumerate(rows.tolist()):
            word = first + row
            start, end = sentence_around(sentences, word)
            near = slice(max(start - offset, 0), end - offset)
            at = word - offset
            found.append(
                ActScores(
                    word=word,
                    types=types[row],
                    modes=modes[number],
                    statuses=statuses[number],
                    first=offset + near.start,
                    actors=probability(one.scores["actors"][at, near]),
                    recipients=probability(one.scores["recipients"][at, near]),
                )
            )
    return tuple(found)


def judged(count: int, scored: list[WindowScores], owned: list[tuple[int, int]]) -> Judged:
    """How sure the text is of what each of its `count` words names."""
    rows = [
        one.scores["happened"][first - one.window.first : last - one.window.first]
        for one, (first, last) in zip(scored, owned, strict=True)
    ]
    count_of_steps = len(HAPPENED)
    every = np.concatenate(rows) if rows else np.zeros((count, count_of_steps + 1 + len(CERTAINTIES)), np.float32)
    return Judged(
        scores=middle(np.exp(log_softmax(every[:, :count_of_steps]))),
        negative=probability(every[:, count_of_steps]),
        certainties=np.exp(log_softmax(every[:, count_of_steps + 1 :])),
    )


def middle(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """
    Half way between mean and median of distributions over `HAPPENED`, ``(words, 17)`` -> ``(words)``.

    The mean alone correlates best, the median alone is nearest; half way was best of both on UDS-IH2's dev part.
    """
    steps = np.array(HAPPENED, np.float32)
    below = np.cumsum(shares, axis=1)
    at = np.minimum((below < 0.5).sum(1), len(HAPPENED) - 1)
    rows = np.arange(len(shares))
    here = shares[rows, at]
    into = (0.5 - (below[rows, at] - here)) / np.maximum(here, 1e-6) - 0.5
    median = steps[at] + into * (steps[1] - steps[0])
    found: NDArray[np.float32] = np.clip((shares @ steps + median) / 2, steps[0], steps[-1])
    return found


def pair(scores: Scores, first: int, actor: Sequence[int], recipient: Sequence[int]) -> PairScores:
    """
    What the words `actor` do to the words `recipient`; either may be empty.

    A sum over all words that might name it, each with the parties it would have, and what the parties
    themselves add (`according.training.heads.events`). `first` is the window's first word, in whose numbers
    the answer is given; the parties are numbered through the window.
    """
    named = log_softmax(scores["acts"])[:, PLOVER]
    count = named.shape[1]
    added = np.zeros(count, np.float32)
    for name, words, columns in (
        ("actors", actor, slice(0, count)),
        ("recipients", recipient, slice(count, 2 * count)),
    ):
        if len(words):
            named = named - np.logaddexp(0, -scores[name][:, list(words)]).mean(1)[:, None]
            added = added + scores["parties"][list(words), columns].mean(0)
    types = log_softmax((np.logaddexp.reduce(named, axis=0) + added)[None])[0]
    word = int(named[:, int(types.argmax())].argmax())
    return PairScores(
        types=np.exp(types),
        word=first + word,
        modes=np.exp(log_softmax(scores["modes"][word][None])[0]),
        found=min(1.0, float(np.exp(named).sum())),
    )


def sentence_around(sentences: Sequence[int], word: int) -> tuple[int, int]:
    """The first word of the word's sentence, and the word after its last."""
    start, end = word, word + 1
    while start > 0 and sentences[start - 1] == sentences[word]:
        start -= 1
    while end < len(sentences) and sentences[end] == sentences[word]:
        end += 1
    return start, end


def probability(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """The logistic function."""
    found: NDArray[np.float32] = np.reciprocal(1 + np.exp(-odds))
    return found
