"""
What is trained on: the corpora, how often each is seen in an epoch, and the epoch's batches.

A family is documents that are annotated alike, so that a batch of them teaches the same heads:

    polnear    attributions, none within another
    gum        attributions, parts of speech and dependencies, names and heads of mentions
    ewt        parts of speech and dependencies; names where `uner` is taken, which is no family of its own
    crossner   names in politics
    wnut17     names in posts
    own        our attributions: nesting, sources far away
    names      our names: armed groups, units, weapons, vehicles
    events     our events: trigger, type, mode, status, polarity, certainty, parties; several sentences a document
    plv        actor, recipient and type of a sentence, without the word that says it
    uds        how surely what a word names happened (UDS-IH2)

Where `events` is taken, gum and ewt also teach which parts of speech never name an event; plv has from
them the words that never do.

Each corpus has a name by which a recipe leaves it out. `WITHOUT_LICENCE` are those whose makers
state no licence: the open recipe is the one without them. Our own families (`own`, `names`, `events`)
have no development part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from according.tagging.labels import EVENTS
from according.tagging.windows import LONGEST, build, cut, stretches
from according.training.batches import Batch, Example, collate, no_names
from according.training.documents import (
    Act,
    Document,
    Pair,
    Relation,
    add_attributions,
    add_names,
    add_syntax,
    named,
    relate,
    role_rows,
    rows,
)
from according.training.event_documents import FOLDED, add_silence, lines, marked, paired, scored, silent_words
from according.training.event_examples import load as load_marked
from according.training.name_examples import load as load_names

CORPORA = ("polnear", "gum", "ewt", "uner", "crossner", "wnut17", "own", "names", "events", "plv", "uds")
"""Every name that a recipe may leave out: the families, and `uner`."""

WITHOUT_LICENCE = ("polnear", "plv")
"""What the open recipe leaves out."""

SPOTLESS = (
    "breitbart_2016-08-24_report-half-clinton-s-state-meet",
    "breitbart_2016-08-23_mike-pence-calls-for-special-pro",
)
"""Articles of PolNeAR's training part that a test article quotes from (the training pack's README, "Leaks")."""

REPEATS = {
    "polnear": 1,
    "gum": 2,
    "ewt": 1,
    "crossner": 2,
    "wnut17": 1,
    "own": 3,
    "names": 4,
    "events": 2,
    "plv": 4,
    "uds": 1,
}
"""How often an epoch shows a corpus. Guesses: the small and the needed more often."""

SYNTAX = {**REPEATS, "gum": 3, "ewt": 3, "wnut17": 0}
"""
The same for a part of the recipe that shows the treebanks more often. After the first part alone UAS on EWT dev was
0.865 and still rising with each epoch, while attribution had levelled out.
"""

EVENTS_LAST = {
    **REPEATS,
    "polnear": 0.3,
    "gum": 1,
    "ewt": 0.5,
    "crossner": 1,
    "wnut17": 0.3,
    "own": 2,
    "names": 3,
    "events": 6,
    "plv": 5,
    "uds": 2,
}
"""
The same for the last part: events and certainty often, of the others as much as keeps them from being forgotten. A
share of a corpus is drawn anew each epoch.
"""

MIXTURES: dict[str, Mapping[str, float]] = {"all": REPEATS, "syntax": SYNTAX, "events": EVENTS_LAST}
"""The mixtures by the name that `--mixture` takes."""

UNTAUGHT = ("names", "events", "plv", "uds")
"""Families of single sentences, which the vectors learn nothing from: the others hold sentences enough."""

BUDGET = 2048
"""Pieces of a batch, padding included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Which corpora to train on: `data` is the training pack's folder, `leave_out` names of `CORPORA`."""

    data: Path
    leave_out: tuple[str, ...] = ()

    def takes(self, corpus: str) -> bool:
        """Whether the corpus is in."""
        return corpus not in self.leave_out


def collect(recipe: Recipe, part: str) -> dict[str, list[Document]]:
    """The recipe's documents of `part` ("train" or "dev"), by family: those of one family are annotated alike."""
    data, found = recipe.data, dict[str, list[Document]]()
    if recipe.takes("polnear"):
        polnear: dict[str, Document] = {}
        kept = (row for row in rows(data / f"attribution/polnear_{part}.jsonl.gz") if row["id"] not in SPOTLESS)
        add_attributions(kept, polnear, nesting=False)
        found["polnear"] = list(polnear.values())
    if recipe.takes("gum"):
        gum: dict[str, Document] = {}
        add_syntax(data / f"syntax/gum_{part}.jsonl.gz", gum)
        add_names(data / f"entities/gum_{part}.jsonl.gz", gum)
        add_attributions(rows(data / f"attribution/gum_{part}.jsonl.gz"), gum, nesting=True)
        found["gum"] = list(gum.values())
    if recipe.takes("ewt"):
        ewt: dict[str, Document] = {}
        add_syntax(data / f"syntax/ewt_{part}.jsonl.gz", ewt)
        if recipe.takes("uner"):
            add_names(data / f"entities/uner_ewt_{part}.jsonl.gz", ewt)
        found["ewt"] = list(ewt.values())
    for family, name in (("crossner", "crossner_politics"), ("wnut17", "wnut17")):
        if recipe.takes(family):
            texts: dict[str, Document] = {}
            add_names(data / f"entities/{name}_{part}.jsonl.gz", texts)
            found[family] = list(texts.values())
    if recipe.takes("own") and part == "train":
        from according.training.own_examples import load as load_own

        own: dict[str, Document] = {}
        add_attributions(iter({**row, "corpus": "own"} for row in load_own()), own, nesting=True)
        found["own"] = list(own.values())
    return found | collect_events(recipe, part, found)


def collect_events(recipe: Recipe, part: str, given: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """
    The families that teach events and certainty; their files lie beside the training pack's folder.

    The documents `given` that have syntax learn which of their words name no event.
    """
    beside, found = recipe.data.parent, dict[str, list[Document]]()
    if recipe.takes("names") and part == "train":
        found["names"] = [named(row) for row in load_names()]
    if recipe.takes("events") and part == "train":
        found["events"] = marked(load_marked())
        for family in ("gum", "ewt"):
            add_silence(given.get(family, []))
    if recipe.takes("plv"):
        syntax = [document for family in ("gum", "ewt") for document in given.get(family, [])]
        found["plv"] = paired(lines(beside / f"events/plv_{part}.jsonl"), silent_words(syntax))
    if recipe.takes("uds"):
        found["uds"] = scored(lines(beside / f"certainty/uds_{part}.jsonl"))
    return found


def epoch(
    families: dict[str, list[Document]], tokenizer: Tokenizer, random: np.random.Generator, repeats: Mapping[str, float]
) -> list[list[Example]]:
    """One epoch's batches: every document in windows that begin elsewhere each time, of one family each, shuffled."""
    batches: list[list[Example]] = []
    for family, documents in families.items():
        made: list[Example] = []
        often = repeats.get(family, 1)
        for document in [d for d in documents for _ in range(int(often) + (random.random() < often % 1))]:
            made += examples(document, tokenizer, random)
        made.sort(key=lambda e: len(e.window.pieces) + random.uniform(0, 24))
        batches += fill(made)
    random.shuffle(batches)  # type: ignore[arg-type]
    return batches


def fill(made: Iterable[Example]) -> list[list[Example]]:
    """Examples in batches of at most `BUDGET` pieces, counting padding."""
    batches: list[list[Example]] = []
    current: list[Example] = []
    longest = 0
    for example in made:
        longest = max(longest, len(example.window.pieces))
        if current and longest * (len(current) + 1) > BUDGET:
            batches.append(current)
            current, longest = [], len(example.window.pieces)
        current.append(example)
    return [*batches, current] if current else batches


def examples(document: Document, tokenizer: Tokenizer, random: np.random.Generator) -> list[Example]:
    """A document in windows that do not overlap; the first is of random length, so that borders move."""
    if not document.spans:
        return []
    if document.pieces is None:
        document.pieces = cut(document.words, tokenizer)
    version = int(random.integers(len(document.versions))) if document.versions else -1
    parts = stretches(document.words, document.pieces)
    room = int(random.integers(LONGEST // 3, LONGEST - 1))
    made, first, size = [], 0, 0
    for number, (start, end, pieces) in enumerate(parts):
        if size and size + pieces > room:
            made.append(example(document, version, parts[first][0], start))
            first, size, room = number, 0, LONGEST - 2
        size += pieces
        if number == len(parts) - 1:
            made.append(example(document, version, parts[first][0], end))
    return made


def example(document: Document, version: int, first: int, last: int) -> Example:
    """The words `first` to `last` (exclusive) of a document with their annotation."""
    assert document.pieces is not None
    part = slice(first, last)
    window = build(document.words, document.pieces, first, last)
    heads = document.heads[part]
    inside = (heads >= first) & (heads < last)
    count = last - first
    relations = [r for r in document.versions[version] if first <= r.anchor < last] if version >= 0 else []
    known = version >= 0
    teacher, teacher_rows = taught(document, window.sentences, first, last)
    return Example(
        corpus=document.corpus,
        window=window,
        upos=document.upos[part],
        heads=np.where(inside, heads - first, -1),
        deprel=document.deprel[part],
        names=document.names[part],
        nouns=document.nouns[part],
        names_open=document.names_open,
        anchor_counts=document.anchor_counts[version][part] if known else np.zeros(count, np.bool_),
        roles=role_rows(document, version)[part] if known else np.zeros((count, 3), np.bool_),
        role_counts=np.full(count, known),
        cues=np.array([relation.anchor - first for relation in relations], np.int64),
        links=link_rows(relations, first, last),
        teacher=teacher,
        teacher_rows=teacher_rows,
        types=document.types[part] if document.types is not None else np.full(count, -1),
        scores=document.scores[part] if document.scores is not None else np.full(count, np.nan, np.float32),
        **events_of(document, first, last),
    )


def events_of(document: Document, first: int, last: int) -> dict[str, NDArray[np.int64]]:
    """The marked events and the pairs of the words `first` to `last` (exclusive); pairs only of a whole document."""

    def masks(each: Sequence[Act | Pair]) -> NDArray[np.int64]:
        made = np.zeros((len(each), 2, last - first), np.int64)
        for row, one in zip(made, each, strict=True):
            for side, words in zip(row, (one.actors, one.recipients), strict=True):
                side[[word - first for word in words if first <= word < last]] = 1
        return made

    acts = [act for act in document.acts if first <= act.word < last]
    pairs = [*document.pairs, *both_known(document.acts)] if last - first == len(document.spans) else []
    rows = [[a.word - first, a.type, a.mode, a.status, int(a.negative), a.certainty] for a in acts]
    return {
        "acts": np.array(rows, np.int64).reshape(-1, 6),
        "act_parties": masks(acts),
        "pairs": np.array([pair.type for pair in pairs], np.int64),
        "pair_parties": masks(pairs),
    }


def both_known(acts: Iterable[Act]) -> Iterator[Pair]:
    """Marked events of a PLOVER type as pairs, where actor and recipient are marked."""
    for act in acts:
        if act.actors and act.recipients and act.type < EVENTS.index("DISASTER"):
            kind = EVENTS.index(FOLDED.get(EVENTS[act.type], EVENTS[act.type]))
            yield Pair(type=kind, actors=act.actors, recipients=act.recipients)


def link_rows(relations: list[Relation], first: int, last: int) -> NDArray[np.int64]:
    """``(relations, words)``: every word's label to each relation's cue, of the words `first` to `last` (exclusive)."""
    labels = np.zeros((len(relations), last - first), np.int64)
    for row, relation in zip(labels, relations, strict=True):
        for word, label in relation.labels.items():
            if first <= word < last:
                row[word - first] = label
    return labels


def taught(
    document: Document, sentences: NDArray[np.int64], first: int, last: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The original model's vectors of the sentences that stand whole in the words `first` to `last`."""
    row_of = np.full(last - first, -1, np.int64)
    if document.teacher is None:
        return np.zeros((0, 384), np.float32), row_of
    kept: list[NDArray[np.float32]] = []
    every = document.words.sentences
    for number in sorted(set(sentences.tolist())):
        words = np.flatnonzero(sentences == number)
        whole = (words[0] > 0 or first == 0 or every[first - 1] != number) and (
            words[-1] < last - first - 1 or last == len(every) or every[last] != number
        )
        if whole:
            row_of[words] = len(kept)
            kept.append(document.teacher[number].astype(np.float32))
    return np.array(kept, np.float32).reshape(len(kept), 384), row_of


__all__ = ["CORPORA", "WITHOUT_LICENCE", "Batch", "Recipe", "collate", "collect", "epoch", "no_names", "relate"]
