"""
Corpora as documents of words with annotations, and documents as examples.

A corpus file is gzipped JSON Lines as `shared/data/README.md` describes: one document a line,
spans in code points of its own text. Each reader below is for one kind of annotation; documents of
the same text (EWT's syntax and names; GUM's syntax, mentions and attributions) are one document.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from according.errors import TrainingError
from according.records import Report, Span
from according.segmenting import segment, words_of
from according.tagging.labels import KINDS, LINKS, NAMES, NOUNS, UPOS, deprel_number
from according.tagging.windows import Pieces, Words
from according.training.batches import ROLE_COLUMN, no_names

Row = dict[str, Any]
B_LINK = {role: LINKS.index(f"B-{role}") for role in ("cue", "source", "content")}


@dataclass(slots=True, kw_only=True, eq=False)
class Relation:
    """An annotated attribution: its cue's first word and every word's label, as ``{word: label}``."""

    anchor: int
    labels: dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A marked event: its trigger word, numbers of its labels, and the words of its parties."""

    word: int
    type: int
    mode: int
    status: int
    negative: bool
    certainty: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What one party does to another, without the word that says so."""

    type: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Document:
    """
    One text of a corpus: its words, and what is annotated of them (numbers through the document).

    Filled in by one reader after the other, so not frozen. `versions` holds one list of relations an
    annotator; `anchor_counts` one row an annotator. `types`: what each word names as a trigger, None where
    events are not marked; `scores`: how surely it happened (UDS-IH2), nan where not judged, None where none is.
    """

    id: str
    corpus: str
    text: str
    spans: list[Span]
    words: Words
    upos: NDArray[np.int64]
    heads: NDArray[np.int64]
    deprel: NDArray[np.int64]
    names: NDArray[np.int64]
    nouns: NDArray[np.int64]
    names_open: NDArray[np.bool_] = field(default_factory=no_names)
    versions: list[list[Relation]] = field(default_factory=list)
    anchor_counts: list[NDArray[np.bool_]] = field(default_factory=list)
    types: NDArray[np.int64] | None = None
    acts: list[Act] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    scores: NDArray[np.float32] | None = None
    teacher: NDArray[np.float32] | None = None
    pieces: Pieces | None = None

    def touched(self, start: int, end: int) -> range:
        """Numbers of the words that share a character with ``[start, end)``."""
        first = bisect_right(self.spans, start, key=lambda span: span.end)
        last = bisect_left(self.spans, end, key=lambda span: span.start)
        return range(first, max(first, last))


def rows(path: Path) -> Iterator[Row]:
    """The lines of a corpus file."""
    if not path.is_file():
        raise TrainingError(str(path), "no such file; expected a corpus of the training pack", "give --data FOLDER")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def document(row: Row, sentences: Sequence[Sequence[Span]] | None) -> Document:
    """A document without annotations. `sentences`: the corpus's own words, or None to cut them ourselves."""
    text = row["text"]
    report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text)
    cut_up = segment(report)
    if sentences is None:
        sentences = [sentence.words for sentence in cut_up.sentences]
    spans = [span for sentence in sentences for span in sentence]
    quoted = np.zeros(len(text) + 1, np.bool_)
    for quotation in cut_up.quotations:
        quoted[quotation.inner.start : quotation.inner.end] = True
    paragraphs, paragraph = [], 0
    for before, span in zip([None, *spans], spans, strict=False):
        paragraph += before is not None and "\n" in text[before.end : span.start]
        paragraphs.append(paragraph)
    unknown = np.full(len(spans), -1, np.int64)
    return Document(
        id=row["id"],
        corpus=row["corpus"],
        text=text,
        spans=spans,
        words=Words(
            texts=tuple(text[s.start : s.end] for s in spans),
            sentences=tuple(n for n, sentence in enumerate(sentences) for _ in sentence),
            paragraphs=tuple(paragraphs),
            quoted=tuple(bool(quoted[s.start]) for s in spans),
        ),
        upos=unknown,
        heads=unknown.copy(),
        deprel=unknown.copy(),
        names=unknown.copy(),
        nouns=unknown.copy(),
    )


def add_syntax(path: Path, into: dict[str, Document]) -> None:
    """Documents with parts of speech and dependencies, in the corpus's own words."""
    for row in rows(path):
        sentences = [[Span(start=t[0], end=t[1]) for t in s["tokens"]] for s in row["sentences"]]
        made = document(row, sentences)
        at = 0
        for sentence in row["sentences"]:
            for number, token in enumerate(sentence["tokens"]):
                made.upos[at + number] = UPOS.index(token[3])
                made.heads[at + number] = at + (token[4] - 1 if token[4] else number)
                made.deprel[at + number] = deprel_number(token[5])
            at += len(sentence["tokens"])
        into[made.id] = made


COVERED = {
    "UNER_English-EWT": {"person", "organisation", "place", "nationality", "other"},
    "WNUT17": {"person", "organisation", "place", "other"},
}
"""Kinds of name that a corpus annotates, where it is not all of them (the training pack's README, "Kinds")."""


def add_names(path: Path, into: dict[str, Document]) -> None:
    """Names of documents known by their id, or of new ones."""
    for row in rows(path):
        made = into.get(row["id"])
        if made is None or made.text != row["text"]:
            made = into[row["id"]] = document(row, word_cut(row))
        made.names[:] = 0
        for start, end in row.get("unlabelled", []):
            made.names[list(made.touched(start, end))] = -1
        covered = COVERED.get(row["corpus"])
        if covered is not None:
            made.names_open = np.array([label == "O" or label[2:] not in covered for label in NAMES])
        for mention in row["mentions"]:
            if mention.get("form", "name") == "name":
                mark_name(made, mention)
        if row["corpus"] == "GUM":
            add_nouns(made, row["mentions"])


def word_cut(row: Row) -> list[Sequence[Span]]:
    """Our words of a document that gives its sentences only."""
    return [words_of(row["text"], start, end) for start, end in row["sentences"]]


def mark_name(made: Document, mention: Row) -> None:
    """Label the words of one name; of nested names the longer stays."""
    words = [w for start, end in mention["spans"] for w in made.touched(start, end)]
    if words and not any(made.names[w] > 0 for w in words):
        kind = mention["kind"]
        made.names[words] = NAMES.index(f"I-{kind}")
        made.names[words[0]] = NAMES.index(f"B-{kind}")


def named(row: Row) -> Document:
    """A document of our own examples of names: every name is marked, of the nouns only some."""
    made = document(row, None)
    made.names[:] = 0
    for start, end, kind in row["names"]:
        mark_name(made, {"spans": [[start, end]], "kind": kind})
    for start, end, kind in row["nouns"]:
        for word in made.touched(start, end):
            made.nouns[word] = NOUNS.index(kind)
    return made


def add_nouns(made: Document, mentions: list[Row]) -> None:
    """Label the head word of every mention with its kind; the widest mention wins where heads coincide."""
    made.nouns[:] = 0
    for mention in sorted(mentions, key=lambda m: m["spans"][-1][1] - m["spans"][0][0]):
        for start, end in mention.get("head", [])[:1]:
            for word in list(made.touched(start, end))[:1]:
                made.nouns[word] = NOUNS.index(mention["kind"]) if mention["kind"] in KINDS else 0


def add_attributions(source: Iterator[Row], into: dict[str, Document], nesting: bool) -> None:
    """
    Attributions of documents known by their id, or of new ones.

    `nesting` tells whether the corpus marks cues inside another's content; if not, nothing is
    learnt there from the absence of one. Spans left `loose` are neither right nor wrong.
    """
    for row in source:
        made = into.get(row["id"])
        if made is None or made.text != row["text"]:
            made = into[row["id"]] = document(row, None)
        counts = np.ones(len(made.spans), np.bool_)
        relations = []
        for annotated in row["attributions"]:
            relation = relate(made, annotated)
            if relation is None:
                continue
            relations.append(relation)
            if not nesting:
                counts[[w for w, label in relation.labels.items() if label >= B_LINK["content"]]] = False
        for _, spans in row.get("loose", []):
            for start, end in spans:
                counts[list(made.touched(start, end))] = False
        counts[[relation.anchor for relation in relations]] = True
        made.versions.append(relations)
        made.anchor_counts.append(counts)


def relate(made: Document, annotated: Row) -> Relation | None:
    """One relation in words; None when it has no cue."""
    labels: dict[int, int] = {}
    for role in ("content", "source", "cue"):  # where spans share a word, the later role has it
        before = -2
        for start, end in sorted(annotated[role]):
            for word in made.touched(start, end):
                labels[word] = B_LINK[role] + (word == before + 1)
                before = word
    cue = [word for word, label in labels.items() if label == B_LINK["cue"]]
    return Relation(anchor=min(cue), labels=labels) if cue else None


def role_rows(made: Document, version: int) -> NDArray[np.bool_]:
    """``(words, 3)``: which words are in any source, cue, content of one annotator's relations."""
    marked = np.zeros((len(made.spans), len(ROLE_COLUMN)), np.bool_)
    for relation in made.versions[version]:
        for word, label in relation.labels.items():
            marked[word, ROLE_COLUMN[LINKS[label][2:]]] = True
    return marked
