"""Corpora of events as documents: our own marked examples, pairs without triggers (PLV), and scores (UDS-IH2)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from according.errors import TrainingError
from according.tagging.labels import EVENT_STATUSES, EVENTS, MODES, UPOS
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


SEED = 20261122
MOST_TOGETHER = 7
"""Sentences of a document made of single ones: at about 25 pieces each, a window's worth."""


def together(rows: Iterable[Row]) -> Iterator[Row]:
    """
    Rows of one text each as rows of one to `MOST_TOGETHER`, so that sentences are learnt among others, as in a report.

    Which stand together is drawn with a fixed seed, and so is whether a paragraph ends between two. The
    events and spans of a row move with their text.
    """
    random = np.random.default_rng(SEED)
    waiting = list(rows)
    random.shuffle(waiting)  # type: ignore[arg-type]
    while waiting:
        many = int(random.integers(1, MOST_TOGETHER + 1))
        part, waiting = waiting[:many], waiting[many:]
        text, events = "", []
        for row in part:
            text += "" if not text else "\n" if random.random() < 0.5 else " "
            events += [moved(event, len(text)) for event in row["events"]]
            text += row["text"]
        yield {**part[0], "text": text, "events": events}


def moved(event: dict[str, Any], by: int) -> dict[str, Any]:
    """An event whose spans begin `by` code points later."""

    def shifted(spans: list[list[int]]) -> list[list[int]]:
        return [[start + by, end + by] for start, end in spans]

    return event | {
        "trigger": shifted([event["trigger"]])[0],
        "actors": shifted(event["actors"]),
        "recipients": shifted(event["recipients"]),
    }


NAMING = ("VERB", "NOUN", "ADJ")
"""Parts of speech of the words that may name an event; the others never do."""


def add_silence(documents: Iterable[Document]) -> None:
    """Mark the words of documents with syntax that name no event, by their part of speech; of the others nothing."""
    may_name = [UPOS.index(name) for name in NAMING]
    for one in documents:
        one.types = np.where((one.upos < 0) | np.isin(one.upos, may_name), -1, 0)


OFTEN = 20
"""How often a word must stand in the documents with syntax for its parts of speech to be believed. A guess."""


def silent_words(documents: Iterable[Document]) -> frozenset[str]:
    """Words, in lower case, that no document with syntax uses as a part of speech that may name an event."""
    seen, naming = Counter[str](), Counter[str]()
    may_name = frozenset(UPOS.index(name) for name in NAMING)
    for one in documents:
        for word, part in zip(one.words.texts, one.upos.tolist(), strict=True):
            seen[word.lower()] += 1
            naming[word.lower()] += part in may_name
    return frozenset(word for word, count in seen.items() if count >= OFTEN and naming[word] < 0.02 * count)


def marked(rows: Iterable[Row]) -> list[Document]:
    """Documents of our own examples: every event of the sentence is marked."""
    made = []
    for row in together(rows):
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


def paired(rows: Iterable[Row], silent: frozenset[str] = frozenset()) -> list[Document]:
    """Documents of sentences with an actor, a recipient and a type, and no trigger; `silent` words are none."""
    made = []
    for row in rows:
        one = document({"corpus": "plv", **row}, None)
        never = [word.lower() in silent or not word[0].isalpha() for word in one.words.texts]
        one.types = np.where(never, 0, -1)
        parties = [tuple(one.touched(*row[part])) if row[part] else () for part in ("actor", "recipient")]
        kind = FOLDED.get(row["type"], row["type"])
        one.pairs = [Pair(type=EVENTS.index(kind), actors=parties[0], recipients=parties[1])]
        made.append(one)
    return made


def scored(rows: Iterable[Row]) -> list[Document]:
    """
    Documents of sentences in which some words have a score; rows of the same text are one document.

    Every third document is three sentences, as they follow each other in the corpus.
    """
    made: list[Document] = []
    texts = [list(same) for _, same in groupby(rows, key=lambda row: row["text"])]
    while texts:
        many = 3 if len(made) % 3 == 0 else 1
        part, texts = texts[:many], texts[many:]
        one = document({"corpus": "uds", **part[0][0], "text": "\n".join(each[0]["text"] for each in part)}, None)
        one.scores = np.full(len(one.spans), np.nan, np.float32)
        by = 0
        for each in part:
            for row in each:
                start, end = row["span"]
                for word in list(one.touched(start + by, end + by))[:1]:
                    one.scores[word] = row["score"]
            by += len(each[0]["text"]) + 1
        made.append(one)
    return made
