"""Which of the words that may name an act do: sure enough, and each act once."""

from __future__ import annotations

from math import sqrt

from according.events.paths import LIGHT, governor, is_verb
from according.events.syntax import Syntax
from according.records import ActScores

DECIDED = 0.66
"""
How sure an act of a report must be (`sure`). By eye, on the demo's reports: most acts that a reader would name lie
between 0.66 and 0.8, and most that he would not below. No corpus of whole reports with PLOVER's events was at hand.
"""
OF_FLASH = 0.86
"""
The same for a text of up to `FLASH` sentences, where the head, which learnt from single sentences, is surer of
everything. Chosen on development data: PLV's pairs, right type with both parties 0.746; Osorio's sentences with nothing
to code, 0.205 with an event.
"""
FLASH = 3
"""Sentences of a text that is read like a flash. A guess."""
ALONE = 0.6
"""What the certainty of an act counts whose parties are not seen: a passive without agent is told as well. As above."""
NAMING = frozenset(("VERB", "NOUN", "ADJ"))
"""Parts of speech of the words that name acts."""
UNUSUAL = 0.95
"""What is asked of words of other parts of speech, which the tagger may have got wrong. A guess."""


def triggers(syntax: Syntax, acts: tuple[ActScores, ...]) -> list[ActScores]:
    """The acts that are told, in the order of the text: one a trigger, duplicates merged."""
    told = [act for act in acts if sure(act) > least(syntax, act.word)]
    named = {act.word: kind(act) for act in told}
    gone = {word for word in named if _is_twice(syntax, word, named)}
    return [act for act in told if act.word not in gone]


def sure(act: ActScores) -> float:
    """How sure it is that a word names an act: P(not none), and less where nobody seems to do it to anybody."""
    parties = sqrt(float(act.actors.max(initial=0)) * float(act.recipients.max(initial=0)))
    return (1 - float(act.types[0])) * (ALONE + (1 - ALONE) * parties)


def least(syntax: Syntax, word: int) -> float:
    """How sure an act must be to be told, by its word's part of speech and the text's length."""
    if syntax.tags.upos[word] not in NAMING:
        return UNUSUAL
    return OF_FLASH if syntax.tags.sentence_of[-1] < FLASH else DECIDED


def kind(act: ActScores) -> int:
    """The column of an act's likeliest type; "none" is no answer here."""
    return 1 + int(act.types[1:].argmax())


def _is_twice(syntax: Syntax, word: int, named: dict[int, int]) -> bool:
    """
    Whether another trigger names the same act: the noun of a light verb, or the noun that a word is a part of.

    "carried out a strike", "an air raid attack"; PLOVER codes no mobilisation beside the assault of one clause.
    """
    for other, label in named.items():
        if other == word or syntax.tags.sentence_of[other] != syntax.tags.sentence_of[word]:
            continue
        if label == named[word]:
            over = not is_verb(syntax, other) and governor(syntax, other)[0] == word
            if over and syntax.lower[word] in LIGHT:
                return True
            if syntax.tags.head[word] == other and syntax.tags.deprel[word] in ("compound", "amod", "flat", "fixed"):
                return True
        elif named[word] == MOBILIZE and label == ASSAULT and _in_one_clause(syntax, word, other):
            return True
    return False


MOBILIZE, ASSAULT = 14, 16
"""Their columns in `ontology.TYPES`; a test holds it."""


def _in_one_clause(syntax: Syntax, one: int, other: int) -> bool:
    heads = (syntax.tags.head[one], syntax.tags.head[other])
    return heads[0] == other or heads[1] == one
