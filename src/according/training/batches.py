"""A batch of windows as tensors, with every annotation that any head learns from; -1 or False where there is none."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from according.tagging.labels import NAMES, ROLES
from according.tagging.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """
    One window of a corpus with its annotation, in the window's own word numbers.

    `upos`, `heads` (own number for a root), `deprel`, `names`, `nouns`: (words), -1 where not
    annotated. `names_open`: (name labels) which labels an "O" may hide. `anchor_counts`: (words)
    where the presence and the absence of a cue was annotated. `roles`: (words, 3); `role_counts`:
    (words). `cues`: first words of cues; `links`: one (words) row of labels each. `teacher`:
    ``(sentences, 384)``, `teacher_rows`: (words) row of each word's sentence, -1 without. `types`, `scores`:
    (words), -1 and nan where not annotated. `acts`: (acts, 6) trigger word, type, mode, status, negative, certainty;
    `pairs`: (pairs) types; `act_parties`, `pair_parties`: (acts or pairs, 2, words), actor first.
    """

    corpus: str
    window: Window
    upos: NDArray[np.int64]
    heads: NDArray[np.int64]
    deprel: NDArray[np.int64]
    names: NDArray[np.int64]
    nouns: NDArray[np.int64]
    names_open: NDArray[np.bool_]
    anchor_counts: NDArray[np.bool_]
    roles: NDArray[np.bool_]
    role_counts: NDArray[np.bool_]
    cues: NDArray[np.int64]
    links: NDArray[np.int64]
    teacher: NDArray[np.float32]
    teacher_rows: NDArray[np.int64]
    types: NDArray[np.int64]
    scores: NDArray[np.float32]
    acts: NDArray[np.int64]
    act_parties: NDArray[np.int64]
    pairs: NDArray[np.int64]
    pair_parties: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """
    Windows side by side. `sentences` is -1 at padding; `starts` 0. `cue_window` and `cue_word`
    place each gold cue; `links` are its labels, ``(cues, words)``, -100 at padding. `act_window`, `act_word`
    place each marked event, whose other fields follow; `act_actors`, `act_recipients` ``(acts, words)`` are -1 at
    padding; `pair_actors`, `pair_recipients` ``(pairs, words)`` are False there.
    """

    pieces: Tensor
    features: Tensor
    starts: Tensor
    sentences: Tensor
    upos: Tensor
    heads: Tensor
    deprel: Tensor
    names: Tensor
    nouns: Tensor
    names_open: Tensor
    anchors: Tensor
    anchor_counts: Tensor
    roles: Tensor
    role_counts: Tensor
    cue_window: Tensor
    cue_word: Tensor
    links: Tensor
    teacher: Tensor | None
    teacher_rows: Tensor
    types: Tensor
    scores: Tensor
    act_window: Tensor
    act_word: Tensor
    act_modes: Tensor
    act_statuses: Tensor
    act_negative: Tensor
    act_certainty: Tensor
    act_actors: Tensor
    act_recipients: Tensor
    pair_window: Tensor
    pair_type: Tensor
    pair_actors: Tensor
    pair_recipients: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same batch on another device."""
        moved = {f.name: getattr(self, f.name) for f in fields(self)}
        return replace(self, **{name: value.to(device) for name, value in moved.items() if value is not None})


def collate(examples: list[Example]) -> Batch:
    """One batch of `examples`, padded to the longest."""

    def padded(rows: list[NDArray[np.generic]], value: float) -> Tensor:
        longest = max(len(row) for row in rows)
        tail = rows[0].shape[1:]
        full = np.full((len(rows), longest, *tail), value, rows[0].dtype)
        for number, row in enumerate(rows):
            full[number, : len(row)] = row
        return torch.from_numpy(full)

    def of_words(name: str, value: float = -1) -> Tensor:
        return padded([getattr(example, name) for example in examples], value)

    anchors: list[NDArray[np.generic]] = [np.zeros(len(e.window.starts), np.int64) for e in examples]
    for row, example in zip(anchors, examples, strict=True):
        row[example.cues] = 1
    links = [row for example in examples for row in example.links]
    words = max(len(e.window.starts) for e in examples)
    filled = np.full((len(links), words), -100, np.int64)
    for number, row in enumerate(links):
        filled[number, : len(row)] = row
    offsets = np.cumsum([0, *(len(e.teacher) for e in examples)])
    rows: list[NDArray[np.generic]] = [
        np.where(e.teacher_rows >= 0, e.teacher_rows + o, -1) for e, o in zip(examples, offsets, strict=False)
    ]
    return Batch(
        pieces=padded([e.window.pieces for e in examples], 0),
        features=padded([e.window.features for e in examples], 0),
        starts=padded([e.window.starts for e in examples], 0),
        sentences=padded([e.window.sentences for e in examples], -1),
        upos=of_words("upos"),
        heads=of_words("heads"),
        deprel=of_words("deprel"),
        names=of_words("names"),
        nouns=of_words("nouns"),
        names_open=torch.from_numpy(np.stack([e.names_open for e in examples])),
        anchors=padded(anchors, 0),
        anchor_counts=of_words("anchor_counts", False),
        roles=of_words("roles", False),
        role_counts=of_words("role_counts", False),
        cue_window=torch.tensor([n for n, e in enumerate(examples) for _ in e.cues], dtype=torch.long),
        cue_word=torch.tensor([int(c) for e in examples for c in e.cues], dtype=torch.long),
        links=torch.from_numpy(filled),
        teacher=torch.from_numpy(np.concatenate([e.teacher for e in examples])) if offsets[-1] else None,
        teacher_rows=padded(rows, -1),
        types=of_words("types"),
        scores=of_words("scores", float("nan")),
        **of_events(examples, words),
    )


def of_events(examples: list[Example], words: int) -> dict[str, Tensor]:
    """The batch's fields of marked events and of pairs; `words` is the longest window's number."""

    def parties(name: str, value: int) -> NDArray[np.int64]:
        rows = [row for example in examples for row in getattr(example, name)]
        full = np.full((len(rows), 2, words), value, np.int64)
        for number, row in enumerate(rows):
            full[number, :, : row.shape[-1]] = row
        return full

    acts = torch.from_numpy(np.concatenate([e.acts for e in examples]).reshape(-1, 6))
    of_acts, of_pairs = torch.from_numpy(parties("act_parties", -1)), torch.from_numpy(parties("pair_parties", 0)) > 0
    return {
        "act_window": torch.tensor([n for n, e in enumerate(examples) for _ in e.acts], dtype=torch.long),
        "act_word": acts[:, 0],
        "act_modes": acts[:, 2],
        "act_statuses": acts[:, 3],
        "act_negative": acts[:, 4],
        "act_certainty": acts[:, 5],
        "act_actors": of_acts[:, 0],
        "act_recipients": of_acts[:, 1],
        "pair_window": torch.tensor([n for n, e in enumerate(examples) for _ in e.pairs], dtype=torch.long),
        "pair_type": torch.from_numpy(np.concatenate([e.pairs for e in examples])),
        "pair_actors": of_pairs[:, 0],
        "pair_recipients": of_pairs[:, 1],
    }


def no_names() -> NDArray[np.bool_]:
    """Name labels that "O" may hide where every kind is annotated: "O" alone."""
    row = np.zeros(len(NAMES), np.bool_)
    row[0] = True
    return row


ROLE_COLUMN = {role: number for number, role in enumerate(ROLES)}
