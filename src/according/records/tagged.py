"""Records of stage 3: every head's scores, by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.records.text import Spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: words `first` to `last` (inclusive), its kind (contract, `mentions[].kind`) and probability."""

    first: int
    last: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CueScores:
    """
    What the attribution head says of one possible cue.

    `anchor` is the cue's first word, `probability` that a cue begins there. `labels` holds log
    probabilities for the words `first` .. ``first + len(labels)`` of the report, shape
    ``(words, link labels)``: what each word is to *this* cue (see `according.tagging.labels`).
    """

    anchor: int
    probability: float
    first: int
    labels: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActScores:
    """
    What the events head says of one word that may name an event, all of it probabilities.

    `types`: of `labels.EVENTS` ("none" first), `modes`: of `labels.MODES`, `statuses`: of
    `labels.EVENT_STATUSES`. `actors`, `recipients`: that a word stands in the actor's or the
    recipient's phrase of this event, for the words of its sentence, which begins at `first`.
    """

    word: int
    types: NDArray[np.float32]
    modes: NDArray[np.float32]
    statuses: NDArray[np.float32]
    first: int
    actors: NDArray[np.float32]
    recipients: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairScores:
    """
    What one party does to another, by the events head: probabilities of PLOVER's types, ``(16)``, in the order of
    `labels.EVENTS`; the `word` that says so most clearly; that word's `modes`, of `labels.MODES`; `found`, how likely
    any word names an act of these parties, at most 1.
    """

    types: NDArray[np.float32]
    word: int
    modes: NDArray[np.float32]
    found: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """
    How sure the text is that what each word names happened.

    `scores`: (n), from -3, certainly not, to 3, certainly (UDS-IH2); `negative`: (n) probability that it is
    negated; `certainties`: (n, 4) probabilities of `vocabulary.CERTAINTIES`.
    """

    scores: NDArray[np.float32]
    negative: NDArray[np.float32]
    certainties: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tags:
    """
    Every head's output, by word. Words are numbered through the whole report.

    `words`: (n) spans. `sentence_of`: (n) sentence numbers. `upos`, `deprel`: (n) labels of
    Universal Dependencies. `head`: (n) word numbers, -1 for a root. `nouns`: (n) kinds of the
    mention that each word heads, None where it heads none. `vectors`: ``(sentences, 384)``, of
    length 1; `shares`: (n, 384) what each word adds to its sentence's vector, None where they were not kept.
    `acts`: words that may name an event, in order; `judged` is None where nobody judged.
    """

    words: Spans
    sentence_of: tuple[int, ...]
    upos: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    names: tuple[Name, ...]
    nouns: tuple[str | None, ...]
    cues: tuple[CueScores, ...]
    vectors: NDArray[np.float32]
    shares: NDArray[np.float32] | None = None
    acts: tuple[ActScores, ...] = ()
    judged: Judged | None = None
