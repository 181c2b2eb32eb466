"""Small documents with every annotation that a head learns from, made without tokenizer or corpus."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")

import numpy as np

from according.tagging.labels import DEPREL, DIMENSIONS, NOUNS, UPOS
from according.tagging.windows import Pieces
from according.training import event_examples, name_examples
from according.training.batches import Example
from according.training.documents import Document, add_attributions, named
from according.training.event_documents import act_of
from according.training.mixture import both_known, example

EVENT = "{a1 Rebels} {e1:RETREAT/release freed} {r1 two monks} , the governor said ."
PARTS_OF_SPEECH = ("NOUN", "VERB", "NUM", "NOUN", "PUNCT", "DET", "NOUN", "VERB", "PUNCT")
RELATIONS = ("nsubj", "ccomp", "nummod", "obj", "punct", "det", "nsubj", "root", "punct")
NAMES = "{organisation Rebels} freed two {person monks} , the governor said ."


def bare() -> Document:
    """A document of which nothing is annotated."""
    made = named(name_examples.read("new-1", NAMES))
    made.names[:] = made.nouns[:] = -1
    return made


def full() -> Document:
    """The same with a name, nouns, a tree, an attribution, an event, a pair, a score and a vector."""
    made = named(name_examples.read("new-1", NAMES))
    count = len(made.spans)
    made.nouns[made.nouns < 0] = NOUNS.index("none")
    made.upos[:] = [UPOS.index(name) for name in PARTS_OF_SPEECH]
    made.heads[:] = [1, 7, 3, 1, 7, 6, 7, 7, 7]
    made.deprel[:] = [DEPREL.index(name) for name in RELATIONS]
    said = {"id": made.id, "text": made.text, "source": [[24, 36]], "cue": [[37, 41]], "content": [[0, 21]]}
    add_attributions(iter([{"id": made.id, "text": made.text, "attributions": [said]}]), {made.id: made}, nesting=True)
    made.acts = [act_of(made, event) for event in event_examples.read("new-1", EVENT)["events"]]
    made.pairs = list(both_known(made.acts))
    made.types = np.zeros(count, np.int64)
    for act in made.acts:
        made.types[act.word] = act.type
    made.scores = np.full(count, np.nan, np.float32)
    made.scores[1] = 2.4
    made.teacher = np.ones((1, DIMENSIONS), np.float32)
    return made


def whole(made: Document) -> Example:
    """The document as one window, each word one piece."""
    count = len(made.spans)
    made.pieces = Pieces(numbers=((1000,),) * count, features=(0,) * count)
    return example(made, 0 if made.versions else -1, 0, count)
