"""
Stage 3: every head's scores for every word, from one pass of one small encoder.

`tag` is the stage; `Tagger.parse` parses words that are given. Axes of all arrays are named
*windows*, *pieces*, *words*, *cues*, *labels*, in this order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from according.records import CueScores, Name, PairScores, Report, Segmentation, Span, Tags
from according.tagging.acts import acts, judged, pair
from according.tagging.encoder import Encoder, WindowScores
from according.tagging.labels import DEPREL, DIMENSIONS, LINKS, NAMES, NOUNS, UPOS
from according.tagging.spans import best_labels, log_softmax, stretches, transitions
from according.tagging.trees import tree
from according.tagging.windows import Words, windows

__all__ = ["LINKS", "Tagger", "tag"]

Scores = dict[str, NDArray[np.float32]]


class Tagger:
    """The encoder with its decoders; see `according.tagging.encoder.Encoder` for the arguments and errors."""

    def __init__(self, folder: Path | None = None, threads: int = 0) -> None:
        self.encoder = Encoder(folder, threads)

    @property
    def version(self) -> str:
        """The weights' version, for a claim's `why`."""
        return self.encoder.version

    def scored(self, words: Words) -> tuple[list[WindowScores], list[tuple[int, int]]]:
        """The windows' scores, and the words that each window owns (`according.tagging.windows`)."""
        if not words.texts:
            return [], []
        made, owned = windows(words, self.encoder.tokenizer)
        return self.encoder.score(made), owned

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, int, str]]]:
        """
        ``(upos, head, deprel)`` of each word of each sentence; heads count from 1, 0 is the root.

        For words that are cut already; a report goes through `tag`.
        """
        numbers = tuple(number for number, sentence in enumerate(sentences) for _ in sentence)
        words = Words(
            texts=tuple(word for sentence in sentences for word in sentence),
            sentences=numbers,
            paragraphs=(0,) * len(numbers),
            quoted=(False,) * len(numbers),
        )
        upos, head, deprel = syntax(numbers, *self.scored(words))
        first, found = 0, []
        for sentence in sentences:
            part = range(first, first + len(sentence))
            found.append([(upos[w], head[w] - first + 1 if head[w] >= 0 else 0, deprel[w]) for w in part])
            first += len(sentence)
        return found

    def pair(
        self, report: Report, segmentation: Segmentation, actor: Span | None, recipient: Span | None
    ) -> PairScores | None:
        """
        What `actor` does to `recipient`, given as spans of the report's text; either may be None.

        Where the text is longer than one window, the window that owns the actor's words answers (or the
        recipient's, without an actor). None for a text without words.
        """
        words, spans = words_of(report, segmentation)
        scored, owned = self.scored(words)
        if not scored:
            return None
        parties = [[n for n, span in enumerate(spans) if party and span.meets(party)] for party in (actor, recipient)]
        asked = next((party[0] for party in parties if party), 0)
        one = next(one for one, (first, last) in zip(scored, owned, strict=True) if first <= asked < last)
        within = [
            [n - one.window.first for n in party if 0 <= n - one.window.first < len(one.window.starts)]
            for party in parties
        ]
        return pair(one.scores, one.window.first, *within)


def tag(report: Report, segmentation: Segmentation, tagger: Tagger) -> Tags:
    """Every head's output for the report's words. A report without words gives empty tags."""
    words, spans = words_of(report, segmentation)
    scored, owned = tagger.scored(words)
    upos, head, deprel = syntax(words.sentences, scored, owned)
    return Tags(
        words=spans,
        sentence_of=words.sentences,
        upos=upos,
        head=head,
        deprel=deprel,
        names=tuple(name for name in names(scored, owned)),
        nouns=tuple(
            None if number == 0 else NOUNS[number]
            for one, (first, last) in zip(scored, owned, strict=True)
            for number in own(one, first, last, "nouns").argmax(-1).tolist()
        ),
        cues=cues(scored, owned),
        vectors=vectors(words.sentences, len(segmentation.sentences), scored, owned),
        shares=np.concatenate(
            [
                np.zeros((0, DIMENSIONS), np.float32),
                *(own(o, *part, "vectors") for o, part in zip(scored, owned, strict=True)),
            ]
        ),
        acts=acts(words.sentences, scored, owned) if "acts" in tagger.encoder.outputs else (),
        judged=judged(len(spans), scored, owned) if "acts" in tagger.encoder.outputs else None,
    )


def words_of(report: Report, segmentation: Segmentation) -> tuple[Words, tuple[Span, ...]]:
    """The report's words in the form that the encoder needs, and their spans."""
    quoted = np.zeros(len(report.text) + 1, np.bool_)
    for quotation in segmentation.quotations:
        quoted[quotation.inner.start : quotation.inner.end] = True
    spans = tuple(word for sentence in segmentation.sentences for word in sentence.words)
    words = Words(
        texts=tuple(report.text[s.start : s.end] for s in spans),
        sentences=tuple(n for n, sentence in enumerate(segmentation.sentences) for _ in sentence.words),
        paragraphs=tuple(sentence.paragraph for sentence in segmentation.sentences for _ in sentence.words),
        quoted=tuple(bool(quoted[s.start]) for s in spans),
    )
    return words, spans


def own(one: WindowScores, first: int, last: int, name: str) -> NDArray[np.float32]:
    """A window's scores of its own words."""
    return one.scores[name][first - one.window.first : last - one.window.first]


def syntax(
    sentences: tuple[int, ...], scored: list[WindowScores], owned: list[tuple[int, int]]
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """Tags, heads (-1 for a root) and relations of all words."""
    upos: list[str] = []
    head: list[int] = []
    deprel: list[str] = []
    for one, (first, last) in zip(scored, owned, strict=True):
        upos += [UPOS[n] for n in own(one, first, last, "upos").argmax(-1).tolist()]
        labels = own(one, first, last, "deprel")
        start = first
        while start < last:
            end = start
            while end < last and sentences[end] == sentences[start]:
                end += 1
            part = slice(start - one.window.first, end - one.window.first)
            heads = tree(one.scores["arcs"][part, part])
            head += [start + h if h >= 0 else -1 for h in heads.tolist()]
            deprel += relations(labels[start - first : end - first], heads)
            start = end
    return tuple(upos), tuple(head), tuple(deprel)


ROOT = DEPREL.index("root")


def relations(scores: NDArray[np.float32], heads: NDArray[np.int64]) -> list[str]:
    """The relation of each word to its head: "root" where there is none, and nowhere else."""
    scores = scores.copy()
    scores[:, ROOT] = -np.inf
    best = scores.argmax(1).tolist()
    return ["root" if head < 0 else DEPREL[label] for label, head in zip(best, heads.tolist(), strict=True)]


def names(scored: list[WindowScores], owned: list[tuple[int, int]]) -> list[Name]:
    """All proper names, in order; their score is the mean probability of their words' labels."""
    table, found = transitions(NAMES), []
    for one, (first, last) in zip(scored, owned, strict=True):
        scores = log_softmax(own(one, first, last, "names"))
        if not len(scores):
            continue
        labels = best_labels(scores, table)
        for kind, start, end in stretches(labels, NAMES):
            sure = float(np.exp(scores[range(start, end + 1), labels[start : end + 1]]).mean())
            found.append(Name(first=first + start, last=first + end, kind=kind, score=round(sure, 4)))
    return found


def cues(scored: list[WindowScores], owned: list[tuple[int, int]]) -> tuple[CueScores, ...]:
    """Every possible cue, in order, with what each word of its window is to it."""
    found = []
    for one, (first, last) in zip(scored, owned, strict=True):
        scores = one.scores
        links = log_softmax(scores["links"]) if len(scores["links"]) else scores["links"]
        for row, word in enumerate(scores["cue_word"]):
            anchor = one.window.first + int(word)
            if not first <= anchor < last:
                continue
            odds = (float(scores["anchors"][word]) + float(scores["cue_odds"][row])) / 2
            found.append(
                CueScores(
                    anchor=anchor,
                    probability=float(1 / (1 + np.exp(-odds))),
                    first=one.window.first,
                    labels=links[row],
                )
            )
    return tuple(replace(cue) for cue in sorted(found, key=lambda cue: cue.anchor))


def vectors(
    sentences: tuple[int, ...], count: int, scored: list[WindowScores], owned: list[tuple[int, int]]
) -> NDArray[np.float32]:
    """``(sentences, 384)`` of length 1: the mean over each sentence's words."""
    total = np.zeros((count, DIMENSIONS), np.float32)
    for one, (first, last) in zip(scored, owned, strict=True):
        numbers = np.array(sentences[first:last])
        begins = np.flatnonzero(np.diff(numbers, prepend=-1))
        if len(numbers):
            total[numbers[begins]] += np.add.reduceat(own(one, first, last, "vectors"), begins)
    length = np.linalg.norm(total, axis=-1, keepdims=True)
    unit: NDArray[np.float32] = total / np.maximum(length, 1e-9)
    return unit
