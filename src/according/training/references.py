"""
The weights of `according.mentions`, from GUM's syntax, mentions, chains and attributions.

    python -m according.training.references DATA weights.json

DATA is the training pack's folder. A log-linear model over the candidates of each pronoun and
description: the summed probability of the right chains is made large, by Adam, with an L2 penalty.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from according.mentions import Chain, Found, Parse, find, link
from according.records import Name, Report, Segmentation, Sentence, Span, Spans, Tags
from according.segmenting import segment

COPIES = 2
"""Spoilt copies of each document beside the gold one, so that the weights hold on a tagger's output."""

PENALTY = 1.0
STEPS = 400
RATE = 0.1
SOURCES = 3.0
"""How much a source counts against another mention. Guesses all four; five-fold cross-validation moved little."""

RAREST = 3
"""A feature seen less often gets no weight."""

GUESSES = ("nsubj", "obj", "obl", "nmod", "compound", "amod", "appos", "conj", "advcl", "ccomp", "parataxis", "dep")
OPEN = ("NOUN", "PROPN", "ADJ", "VERB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A document marked by hand: its `tags`, the chain of each mention's head word, the sources' words."""

    report: Report
    segmentation: Segmentation
    tags: Tags
    chain_of: dict[int, str]
    sources: tuple[Spans, ...]


Decision = tuple[Found, list[list[str]], list[int]]
"""A mention, the features of each candidate and at last of "none of them", and which of these are right."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def documents(data: Path) -> Iterator[Marked]:
    """GUM's documents of both splits: the cross-validation, not a held-out part, tells how good the weights are."""
    for split in ("train", "dev"):
        syntax, coref, attributions = (
            {row["id"]: row for row in rows(data / kind / f"gum_{split}.jsonl.gz")}
            for kind in ("syntax", "coref", "attribution")
        )
        for name, row in syntax.items():
            said = attributions.get(name, {"attributions": []})["attributions"]
            sources = sorted(spans(a["source"]) for a in said if a["source"])
            yield marked(row, coref[name]["mentions"], tuple(sources))


def spans(pairs: list[list[int]]) -> Spans:
    """The corpus's pairs as spans."""
    return tuple(Span(start=start, end=end) for start, end in pairs)


def marked(row: dict[str, Any], mentions: list[dict[str, Any]], sources: tuple[Spans, ...]) -> Marked:
    """One document from its gold syntax and mentions."""
    report = Report(id=row["id"], text=row["text"])
    own = segment(report)
    words: list[Span] = []
    sentences, sentence_of, upos, head, deprel = [], [], [], [], []
    for number, sentence in enumerate(row["sentences"]):
        first = len(words)
        for start, end, _, label, governor, relation in sentence["tokens"]:
            words.append(Span(start=start, end=end))
            sentence_of.append(number)
            upos.append(label)
            head.append(first + governor - 1 if governor else -1)
            deprel.append(relation)
        paragraph = max((n for n, p in enumerate(own.paragraphs) if p.span.start <= sentence["start"]), default=0)
        span = Span(start=sentence["start"], end=sentence["end"])
        sentences.append(Sentence(span=span, words=tuple(words[first:]), paragraph=paragraph))
    tags = Tags(
        words=tuple(words), sentence_of=tuple(sentence_of), upos=tuple(upos), head=tuple(head), deprel=tuple(deprel),
        names=(), nouns=(None,) * len(words), cues=(), vectors=np.zeros((len(sentences), 384), np.float32),
    )  # fmt: skip
    tags, chain_of = with_mentions(report.text, tags, mentions)
    segmentation = Segmentation(paragraphs=own.paragraphs, sentences=tuple(sentences), quotations=own.quotations)
    return Marked(report=report, segmentation=segmentation, tags=tags, chain_of=chain_of, sources=sources)


def with_mentions(text: str, tags: Tags, mentions: list[dict[str, Any]]) -> tuple[Tags, dict[int, str]]:
    """The tags with names and nouns, and the chain that each head word's mention is in."""
    nouns, chain_of, names = list(tags.nouns), dict[int, str](), list[Name]()
    for mention in mentions:
        inside = touched(tags.words, mention["spans"])
        if not inside:
            continue
        heads = touched(tags.words, mention["head"])
        tops = [word for word in inside if tags.head[word] not in inside]
        top = next((word for word in tops if word in heads), (tops or inside)[0])
        nouns[top] = nouns[top] or mention["kind"]
        chain_of.setdefault(top, mention["chain"])
        if mention["form"] == "name" and (name := name_of(text, tags, inside, top, mention["kind"])) is not None:
            names.append(name)
    apart: list[Name] = []
    for name in sorted(names, key=lambda name: (name.first, -name.last)):
        if not apart or name.first > apart[-1].last:
            apart.append(name)
    return replace(tags, nouns=tuple(nouns), names=tuple(apart)), chain_of


def touched(words: Spans, pairs: list[list[int]]) -> list[int]:
    """The numbers of the words that meet one of the spans."""
    starts = [word.start for word in words]
    found = {
        at
        for start, end in pairs
        for at in range(max(0, bisect_right(starts, start) - 1), bisect_right(starts, end - 1))
        if words[at].end > start
    }
    return sorted(found)


def name_of(text: str, tags: Tags, inside: list[int], top: int, kind: str) -> Name | None:
    """A short mention without its article whole, of a longer one the proper nouns around its head."""
    kept = inside[1:] if tags.upos[inside[0]] == "DET" and len(inside) > 1 else inside
    broken = any(tags.upos[word] in ("VERB", "PUNCT", "AUX", "CCONJ") and tags.deprel[word] != "flat" for word in kept)
    if len(kept) > 6 or kept[-1] - kept[0] != len(kept) - 1 or broken:
        first = last = top
        while first - 1 in inside and tags.upos[first - 1] == "PROPN" and tags.head[first - 1] in inside:
            first -= 1
        while last + 1 in inside and (tags.upos[last + 1] == "PROPN" or tags.deprel[last + 1] == "flat"):
            last += 1
        kept = list(range(first, last + 1))
    if text[tags.words[kept[-1]].start : tags.words[kept[-1]].end] in ("'s", "’s", "'"):
        kept = kept[:-1]
    proper = any(tags.upos[word] == "PROPN" for word in kept)
    return Name(first=kept[0], last=kept[-1], kind=kind, score=1.0) if kept and proper else None


def spoilt(tags: Tags, seed: str) -> Tags:
    """A copy with mistakes of about a tagger's rates: heads, relations, parts of speech, kinds, names."""
    chance = random.Random(seed)
    head, deprel, upos, nouns = list(tags.head), list(tags.deprel), list(tags.upos), list(tags.nouns)
    bounds: dict[int, tuple[int, int]] = {}
    for word, sentence in enumerate(tags.sentence_of):
        bounds[sentence] = (bounds.get(sentence, (word, word))[0], word)
    for word in range(len(tags.words)):
        first, last = bounds[tags.sentence_of[word]]
        if chance.random() < (0.06 if upos[word] in ("DET", "ADP", "AUX", "PUNCT") else 0.15) and head[word] >= 0:
            other = min(last, max(first, head[word] + chance.choice((-4, -3, -2, -1, 1, 2, 3, 4))))
            head[word] = head[word] if other == word else other
        if chance.random() < 0.08 and head[word] >= 0:
            deprel[word] = chance.choice(GUESSES)
        if chance.random() < 0.04 and upos[word] in OPEN:
            upos[word] = chance.choice(OPEN)
        if nouns[word] is not None and (lot := chance.random()) < 0.28:
            nouns[word] = None if lot < 0.2 else chance.choice(("person", "organisation", "place", "other", "event"))
    names = []
    for name in tags.names:
        lot = chance.random()
        if lot >= 0.22:
            names.append(name)
        elif lot >= 0.12:
            names.append(replace(name, kind=chance.choice(("person", "organisation", "place", "other"))))
    return replace(
        tags, head=without_cycles(head, tags.head), deprel=tuple(deprel), upos=tuple(upos), nouns=tuple(nouns),
        names=tuple(names),
    )  # fmt: skip


def without_cycles(head: list[int], gold: tuple[int, ...]) -> tuple[int, ...]:
    """The heads, a word's own gold one wherever following them would come back to it."""
    for word in range(len(head)):
        seen, at = set[int](), word
        while at >= 0 and at not in seen:
            seen.add(at)
            at = head[at]
        if at >= 0:
            head[word] = gold[word]
    return tuple(head)


def decisions(document: Marked, tags: Tags) -> list[Decision]:
    """Every choice of a document, the right one taken before going on."""
    made: list[Decision] = []

    def decide(mention: Found, candidates: list[Chain], active: list[list[str]]) -> tuple[int | None, float]:
        wanted = document.chain_of.get(mention.head)
        right = [
            number
            for number, chain in enumerate(candidates)
            if wanted is not None and any(document.chain_of.get(other.head) == wanted for other in chain.mentions)
        ]
        made.append((mention, active, right or [len(candidates)]))
        return (right[0] if right else None), 1.0

    parse = Parse(document.report, document.segmentation, tags)
    link(parse, find(parse, document.sources), decide)
    return made


def train(made: list[Decision]) -> dict[str, float]:
    """The weight of each feature seen often enough."""
    counts = Counter(name for _, active, _ in made for row in active for name in row)
    column = {name: at for at, name in enumerate(sorted(name for name, n in counts.items() if n >= RAREST))}
    lines = [[column[name] for name in row if name in column] for _, active, _ in made for row in active]
    row_of = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    column_of = np.concatenate([np.array(line, int) for line in lines])
    choice_of = np.repeat(np.arange(len(made)), [len(active) for _, active, _ in made])
    right = np.array([at in answer for _, active, answer in made for at in range(len(active))])
    counted = np.array([SOURCES if mention.speaks else 1.0 for mention, _, _ in made])
    weights, mean, square = (np.zeros(len(column)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = np.bincount(row_of, weights[column_of], len(lines))
        highest = np.full(len(made), -np.inf)
        np.maximum.at(highest, choice_of, score)
        share = np.exp(score - highest[choice_of])
        of_right = share * right
        model = share / np.bincount(choice_of, share)[choice_of]
        wanted = of_right / np.bincount(choice_of, of_right)[choice_of]
        pull = (model - wanted) * counted[choice_of]
        slope = np.bincount(column_of, pull[row_of], len(column)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[at]), 2) for name, at in column.items() if abs(weights[at]) >= 0.005}


def main(data: str, target: str) -> None:
    """Train on the pack in the folder `data` and write the weights to `target`."""
    made: list[Decision] = []
    for document in documents(Path(data)):
        copies = [spoilt(document.tags, f"{document.report.id}{copy}") for copy in range(COPIES)]
        made += [decision for tags in (document.tags, *copies) for decision in decisions(document, tags)]
    weights = train(made)
    Path(target).write_text(json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{target}: {len(weights)} weights from {len(made)} decisions")


if __name__ == "__main__":
    main(*sys.argv[1:])
