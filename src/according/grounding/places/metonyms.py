"""
A place's name that stands for its government: "Moscow said", "accused Tehran", "talks with Damascus".

Only countries, capitals and seats of power ("the Kremlin") are taken so: towns rarely act. A team
("Spain beat Italy") is none either.
"""

from __future__ import annotations

from according.grounding.places.gazetteer import Gazetteer
from according.grounding.places.passages import Words
from according.grounding.places.wording import WORDS
from according.mentions.known import rank_of

SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
OBJECTS = frozenset(("obj", "iobj", "nsubj:pass"))


def is_metonym(words: Words, gazetteer: Gazetteer, first: int, last: int, name: str) -> bool:
    """Whether the words `first` to `last`, which name a place, stand for its government."""
    if rank_of(tuple(name.split())) == "seat":
        return words.before(first, 1 + (words.before(first) == "the")) not in WORDS["locative"]
    if not gazetteer.is_empty and not any(
        entry.kind in ("country", "capital", "historical") for entry in gazetteer.entries(name)
    ):
        return False
    word = words.head(first, last)
    if words.before(first) in WORDS["locative"] - {"between", "from", "to"}:
        return False
    relation, head = words.tags.deprel[word], words.tags.head[word]
    while relation == "conj" and head >= 0:
        if words.before(head) in WORDS["locative"] - {"between", "from", "to"}:
            return False
        relation, head = words.tags.deprel[head], words.tags.head[head]
    if head < 0:
        return False
    verb = words.lower[head]
    if relation in SUBJECTS:
        return verb in WORDS["acts"]
    if relation in OBJECTS:
        return verb in WORDS["suffered"]
    if relation == "nmod":
        return verb in WORDS["dealings"] and words.before(first) in ("with", "between", "and", "on")
    return False
