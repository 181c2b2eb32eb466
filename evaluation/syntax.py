"""Parts of speech and dependencies on words that are given: EWT's development documents."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

EWT = "data/train/syntax/ewt_dev.jsonl.gz"

Parsed = tuple[str, int, str]
"""UPOS, head counted from 1 (0 for the root), relation."""


def syntax(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """
    UAS, LAS and UPOS accuracy over all words, as CoNLL 2018 counts them (punctuation counts), and without punctuation.

    `syntax.las` compares relations as they stand, subtypes included; `syntax.las_universal` the part before the colon.
    """
    tagger = subject.tagger()
    counts: Counter[str] = Counter()
    for words, gold in documents(folder / EWT):
        for expected, found in zip(gold, tagger.parse(words), strict=True):
            counts += compare(expected, found)
    rates = {f"syntax.{name}": (name, "words") for name in ("upos", "uas", "las", "las_universal")}
    rates |= {f"syntax.{name}_no_punct": (f"{name}_no_punct", "words_no_punct") for name in ("uas", "las")}
    return [
        Figure(name=figure, value=round(counts[hits] / max(1, counts[of]), 4), items=counts[of])
        for figure, (hits, of) in rates.items()
    ]


def compare(expected: list[Parsed], found: list[Parsed]) -> Counter[str]:
    """
    How many words of one sentence are right, in each way of counting.

    >>> counts = compare([("PRON", 2, "nsubj"), ("VERB", 0, "root")], [("PRON", 2, "obj"), ("VERB", 0, "root")])
    >>> counts["uas"], counts["las"], counts["words"]
    (2, 1, 2)
    """
    counts: Counter[str] = Counter()
    for (upos, head, relation), (found_upos, found_head, found_relation) in zip(expected, found, strict=True):
        is_head = head == found_head
        universal = relation.split(":")[0] == found_relation.split(":")[0]
        counts += Counter(
            words=1,
            upos=upos == found_upos,
            uas=is_head,
            las=is_head and relation == found_relation,
            las_universal=is_head and universal,
        )
        if upos != "PUNCT":
            counts += Counter(
                words_no_punct=1, uas_no_punct=is_head, las_no_punct=is_head and relation == found_relation
            )
    return counts


def documents(path: Path) -> Iterator[tuple[list[list[str]], list[list[Parsed]]]]:
    """Each document's words and annotation, sentence by sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            sentences = [sentence["tokens"] for sentence in document["sentences"]]
            yield (
                [[document["text"][start:end] for start, end, *_ in tokens] for tokens in sentences],
                [[(upos, head, relation) for _, _, _, upos, head, relation in tokens] for tokens in sentences],
            )
