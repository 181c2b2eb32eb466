"""Corpora of events as documents: our own marked examples, pairs without triggers (PLV), and scores (UDS-IH2)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from according.errors import TrainingError
from according.tagging.labels import EVENT_STATUSES, EVENTS, MODES
from according.training.documents import Act, Document, Pair, Row, document
from according.vocabulary import CERTAINTIES

FOLDED = {"YIELD": "RETREAT", "CONCEDE": "RETREAT"}
"""PLV writes YIELD for PLOVER's CONCEDE and RETREAT; a pair of either type counts for both (`heads.events.fold`)."""


def lines(path: Path) -> Iterator[Row]:
    """The rows of a plain JSON Lines corpus."""
    if not path.is_file():
        raise TrainingError(str(path), "no such file; expected a corpus of events or certainty", "give --data FOLDER")
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def marked(rows: Iterable[Row]) -> list[Document]:
    """Documents of our own examples: every event of the sentence is marked."""
    made = []
    for row in rows:
        one = document(row, None)
        one.types = np.zeros(len(one.spans), np.int64)
        one.acts = []
        for event in row["events"]:
            act = act_of(one, event)
            one.acts.append(act)
            one.types[act.word] = act.type
        made.append(one)
    return made


def act_of(made: Document, event: dict[str, Any]) -> Act:
    """One marked event in words; its trigger is the first word it touches."""

    def words(spans: list[list[int]]) -> tuple[int, ...]:
        return tuple(word for start, end in spans for word in made.touched(start, end))

    return Act(
        word=made.touched(*event["trigger"])[0],
        type=EVENTS.index(event["type"]),
        mode=MODES.index(event["mode"]),
        status=EVENT_STATUSES.index(event["status"]),
        negative=event["negative"],
        certainty=CERTAINTIES.index(event["certainty"]),
        actors=words(event["actors"]),
        recipients=words(event["recipients"]),
    )


def paired(rows: Iterable[Row]) -> list[Document]:
    """Documents of sentences with an actor, a recipient and a type, and no trigger."""
    made = []
    for row in rows:
        one = document({"corpus": "plv", **row}, None)
        parties = [tuple(one.touched(*row[part])) if row[part] else () for part in ("actor", "recipient")]
        kind = FOLDED.get(row["type"], row["type"])
        one.pairs = [Pair(type=EVENTS.index(kind), actors=parties[0], recipients=parties[1])]
        made.append(one)
    return made


def scored(rows: Iterable[Row]) -> list[Document]:
    """Documents of sentences in which some words have a score; rows of the same text are one document."""
    made = []
    for _, same in groupby(rows, key=lambda row: row["text"]):
        each = list(same)
        one = document({"corpus": "uds", **each[0]}, None)
        one.scores = np.full(len(one.spans), np.nan, np.float32)
        for row in each:
            for word in list(one.touched(*row["span"]))[:1]:
                one.scores[word] = row["score"]
        made.append(one)
    return made
