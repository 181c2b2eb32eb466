"""
How two mentions stand to each other, as numbers: what they share of words, parties, names, moments, figures and
vectors.

`Compared` gives them for all pairs of some mentions, row by row, so that hundreds of mentions take seconds. `FEATURES`
need the two mentions alone; `LOCAL` beside them what is common among all the mentions that are asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from according.matching.happenings.sketches import Sketch, Words
from according.matching.happenings.words import alike, rarity

Matrix = NDArray[np.float32]

SETS: dict[str, Callable[[Sketch], Words]] = {
    "actors": lambda one: one.actors,
    "recipients": lambda one: one.recipients,
    "others": lambda one: one.others,
    "around": lambda one: one.around,
    "parties": lambda one: one.parties,
    "names": lambda one: one.names,
    "moments": lambda one: one.moments,
    "figures": lambda one: one.figures,
    "near": lambda one: one.near,
    "report_names": lambda one: one.setting.names,
    "report_words": lambda one: one.setting.words,
}
"""Sets of words of which is asked how much two mentions share."""

MEASURES = ("overlap", "jaccard", "both")
"""Shared weight over the smaller set's, over both sets' together, and whether neither is empty."""

CROSSED: dict[str, tuple[Callable[[Sketch], Words], Callable[[Sketch], Words]]] = {
    "actor_is_recipient": (SETS["actors"], SETS["recipients"]),
    "recipient_is_other": (SETS["recipients"], SETS["others"]),
    "trigger_is_near": (lambda one: one.trigger, SETS["near"]),
    "party_is_near": (SETS["parties"], SETS["near"]),
    "trigger_is_party": (lambda one: one.trigger, SETS["parties"]),
}
"""Weight that a set of one mention shares with another set of the other mention, at most `MOST_CROSSED`."""

MOST_CROSSED = 1.5

WORDED = ("same_head", "same_root", "trigger_jaccard", "trigger_overlap", "root_jaccard", "begins_alike")
PLACED = ("rare", "rare_same_head", "same_report", "nearness", "same_sentence", "opening", "words", "words_apart")
JOINT = ("head_names", "head_parties", "root_parties")
FEATURES = (
    *WORDED,
    "cosine",
    "vectors",
    *(f"{name}_{measure}" for name in SETS for measure in MEASURES),
    *CROSSED,
    *PLACED,
    *JOINT,
)
"""Names of the numbers that two mentions alone give, in their order."""

LOCAL_SETS: dict[str, Callable[[Sketch], Words]] = {
    "trigger": lambda one: one.trigger,
    "roots": lambda one: one.roots,
    **{name: SETS[name] for name in ("parties", "actors", "recipients", "others", "names", "near", "figures")},
}
LOCAL = (*(f"local_{name}" for name in LOCAL_SETS), "local_cosine")
"""Names of the numbers that weigh what is shared by how seldom it is among the mentions asked about."""

SAYINGS = frozenset({"say", "tell"})
"""Main words of a mention that is a saying and nothing more."""

OTHER_SPEAKER = -2.0
"""
Log-odds added to two sayings whose speakers have no word in common. Cross-validated on ECB+'s training topics, -2 to -4
give 0.005 CoNLL F1 more than none.
"""


def other_speaker(one: Sketch, other: Sketch) -> bool:
    """Whether the two are sayings of different speakers, as far as the words of both tell."""
    if one.head not in SAYINGS or other.head not in SAYINGS:
        return False
    return bool(one.actors and other.actors) and not one.actors & other.actors


class Shares:
    """Which words each of some mentions has in one set, and how much of them any two share, weighed by rarity."""

    def __init__(self, sets: Sequence[Words], other: Sequence[Words] = ()) -> None:
        number: dict[str, int] = {}
        for words in (*sets, *other):
            for word in sorted(words):
                number.setdefault(word, len(number))
        self.rarity = np.array([rarity(word) for word in number] or [0.0], np.float32)
        self.present = self.table(sets, number)
        self.other = self.table(other, number) if other else self.present
        self.weight = self.present @ self.rarity

    def table(self, sets: Sequence[Words], number: dict[str, int]) -> Matrix:
        """``(mentions, words)``, 1 where the mention has the word."""
        found = np.zeros((len(sets), max(1, len(number))), np.float32)
        for row, words in enumerate(sets):
            found[row, [number[word] for word in words]] = 1
        return found

    def measured(self, rows: slice) -> list[Matrix]:
        """The three of `MEASURES` for some rows."""
        shared = (self.present[rows] * self.rarity) @ self.present.T
        one, other = self.weight[rows, None], self.weight[None]
        least = np.minimum(one, other)
        has = (least > 0).astype(np.float32)
        return [shared / np.maximum(least, TINY) * has, shared / np.maximum(one + other - shared, TINY) * has, has]

    def crossed(self, rows: slice) -> Matrix:
        """What this set of one mention shares with the other set of the other, either way round."""
        there = (self.present[rows] * self.rarity) @ self.other.T
        back = (self.other[rows] * self.rarity) @ self.present.T
        found: Matrix = np.minimum(np.maximum(there, back), MOST_CROSSED)
        return found

    def local(self) -> Matrix:
        """Rows of length 1, each word weighed by its rarity in news and among these mentions."""
        have = self.present.sum(0)
        weight = np.log((len(self.present) + 1) / np.maximum(have, 1)) * self.rarity
        weight[have < 2] *= ALONE
        return unit(self.present * np.sqrt(np.maximum(weight, 0)))


TINY = 1e-6

ALONE = 0.5
"""Weight of a word that one mention alone has, which only tells that it is unlike the others. A guess."""


def unit(rows: Matrix) -> Matrix:
    """Rows of length 1; rows of zeros stay."""
    found: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)
    return found


class Compared:
    """All pairs of some mentions. `local`: whether `LOCAL` follows `FEATURES`."""

    def __init__(self, sketches: Sequence[Sketch], *, local: bool) -> None:
        self.sketches = sketches
        self.sets = [Shares([of(one) for one in sketches]) for of in SETS.values()]
        self.crossed = [
            Shares([of(one) for one in sketches], [other(one) for one in sketches]) for of, other in CROSSED.values()
        ]
        self.trigger = Shares([one.trigger for one in sketches])
        self.roots = Shares([one.roots for one in sketches])
        self.heads = numbered([one.head for one in sketches])
        self.head_roots = numbered([one.head_root for one in sketches])
        self.reports = numbered([one.setting.report for one in sketches])
        self.places = np.array([one.sentence for one in sketches])
        self.opens = np.array([one.opens for one in sketches], np.float32)
        self.lengths = np.array([len(one.trigger) for one in sketches], np.float32)
        self.rare = np.array([rarity(one.head) for one in sketches], np.float32)
        numbers = np.stack([one.numbers() for one in sketches])
        self.vectors = unit(numbers)
        self.known = np.array([one.vector is not None for one in sketches], np.float32)
        self.local: list[Matrix] = []
        if local:
            middle = numbers[self.known > 0].mean(0) if self.known.any() else 0.0
            self.local = [Shares([of(one) for one in sketches]).local() for of in LOCAL_SETS.values()]
            self.local.append(unit((self.vectors - middle) * self.known[:, None]))

    def rows(self, start: int, stop: int) -> Matrix:
        """``(stop - start, mentions, features)``: rows of the table of all pairs."""
        rows = slice(start, stop)
        worded = self.worded(rows)
        sets = [shares.measured(rows) for shares in self.sets]
        by_name = dict(zip(SETS, sets, strict=True))
        same_head, same_root = worded[0], worded[1]
        parts = [
            *worded,
            self.vectors[rows] @ self.vectors.T,
            self.known[rows, None] * self.known[None],
            *(matrix for three in sets for matrix in three),
            *(shares.crossed(rows) for shares in self.crossed),
            *self.placed(rows, same_head),
            same_head * by_name["report_names"][1],
            same_head * by_name["parties"][0],
            same_root * by_name["parties"][0],
            *(table[rows] @ table.T for table in self.local),
        ]
        return np.stack([part.astype(np.float32) for part in parts], axis=-1)

    def worded(self, rows: slice) -> list[Matrix]:
        """The numbers of `WORDED`."""
        trigger, roots = self.trigger.measured(rows), self.roots.measured(rows)
        return [
            equal(self.heads, rows),
            equal(self.head_roots, rows),
            trigger[1],
            trigger[0],
            roots[1],
            self.begins[np.ix_(self.heads[rows], self.heads)],
        ]

    @property
    def begins(self) -> Matrix:
        """How alike every two different heads begin, by their numbers."""
        if not hasattr(self, "_begins"):
            names = list(dict.fromkeys(one.head for one in self.sketches))
            self._begins = np.array([[alike(a, b) for b in names] for a in names], np.float32)
        return self._begins

    def placed(self, rows: slice, same_head: Matrix) -> list[Matrix]:
        """The numbers of `PLACED`."""
        rare = np.minimum(self.rare[rows, None], self.rare[None])
        same_report = equal(self.reports, rows)
        apart = np.abs(self.places[rows, None] - self.places[None])
        return [
            rare,
            rare * same_head,
            same_report,
            same_report / (1 + apart),
            same_report * (apart == 0),
            self.opens[rows, None] + self.opens[None],
            np.minimum(self.lengths[rows, None], self.lengths[None]),
            np.abs(self.lengths[rows, None] - self.lengths[None]),
        ]


def numbered(names: Sequence[str]) -> NDArray[np.int64]:
    """
    Each name's number, by first appearance.

    >>> numbered(["b", "a", "b"]).tolist()
    [0, 1, 0]
    """
    number = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.array([number[name] for name in names], np.int64)


def equal(numbers: NDArray[np.int64], rows: slice) -> Matrix:
    """1 where two have the same number."""
    found: Matrix = (numbers[rows, None] == numbers[None]).astype(np.float32)
    return found
