"""
The actors and recipients of an act: phrases that syntax proposes, weighed with what the model says of their words.

    log odds = SYNTAX x log odds of the path (`priors`) + HEAD x log odds of the words' mean probability

A model that knows nothing answers 0.5 everywhere and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from according.events.lexicon import words_of
from according.events.paths import NOUNS, RELATIVE, is_verb, loose, paths
from according.events.priors import prior
from according.events.syntax import Syntax
from according.records import ActScores

SYNTAX = 1.0
"""Weight of a path's log odds. One: the counts are taken at their word."""
HEAD = 0.5
"""Weight of the model's log odds. Chosen with `SURE`."""
LIKELY = 0.5
"""Probability from which a phrase takes part."""
RESORT = 0.25
"""Probability from which the likeliest phrase takes part where none is likely. Chosen on held-out marked examples."""
SURE = 0.9
"""
Probability from which the model alone is enough. Of the values tried on the development parts of PLV and CASE, 0.6 with
a `HEAD` of 1 finds both parties of 0.859 of PLV's pairs, with 2.7 recipients an event; these find 0.83 with 1.7.
"""
FLOOR = 0.02
"""Probabilities are held this far from 0 and 1, so that neither side can forbid what the other is sure of. A guess."""

AGENTS = frozenset(("person", "organisation", "place", "nationality"))
"""Kinds of mention that can act."""
MANY = frozenset(("two", "three", "four", "five", "both", "rival"))
RECIPROCAL = words_of("reciprocal") | words_of("reciprocal-nouns")
NO_AGENT = frozenset(("it", "this", "that", "these", "those", "there", "what", "which"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    A phrase that may take part: its head, its words, its path, and the probabilities of either part.

    `said` is where the words stand that syntax connects with the act; `head` is what they mean, where
    they are a pronoun with its noun in the same sentence.
    """

    head: int
    said: int
    words: range
    path: str
    actor: float
    recipient: float
    rule: str = "syntax"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Who takes part in one act, in the order of the text."""

    actors: tuple[Candidate, ...]
    recipients: tuple[Candidate, ...]


Antecedents = dict[int, int]
"""A pronoun's word -> the head of the phrase of its sentence that it means."""


def parts(syntax: Syntax, act: ActScores, kind: str, antecedents: Antecedents) -> Parts:
    """The actors and recipients of one act. `kind` is its type (`labels.EVENTS`)."""
    found = [weighed(act, one) for one in candidates(syntax, act.word, kind, antecedents)]
    actors = _chosen(found, "actor")
    recipients = _chosen([one for one in found if not _is_rather(one, actors)], "recipient")
    return reciprocal(syntax, act.word, kind, Parts(actors=actors, recipients=recipients))


def _is_rather(one: Candidate, actors: tuple[Candidate, ...]) -> bool:
    """Whether a phrase is one of the actors, and likelier so than it is a recipient."""
    return one.recipient < max(one.actor, SURE) and any(one.head == other.head for other in actors)


def candidates(syntax: Syntax, trigger: int, kind: str, antecedents: Antecedents) -> Iterator[Candidate]:
    """Every phrase of the trigger's sentence, with what its path alone makes of it."""
    found = paths(syntax, trigger)
    words = syntax.sentence(trigger)
    for word in words:
        if word != trigger and word not in found and is_phrase(syntax, word):
            found[word] = loose(syntax, trigger, word)
    trigger_kind = "verb" if is_verb(syntax, trigger) else "noun"
    for said, path in found.items():
        head = meant(syntax, said, antecedents)
        if head == trigger or syntax.lower[head] in RELATIVE:
            continue
        actor, recipient = prior(trigger_kind, path, "agent" if is_agent(syntax, head) else "thing", kind)
        yield Candidate(head=head, said=said, words=syntax.phrase(head), path=path, actor=actor, recipient=recipient)


def is_phrase(syntax: Syntax, word: int) -> bool:
    """Whether a word heads a phrase of its own, and is not only a part of a name or compound."""
    upos, relation = syntax.tags.upos[word], syntax.tags.deprel[word]
    if upos == "ADJ":
        return syntax.name_of.get(word) == "nationality"
    if upos not in NOUNS or (upos == "NUM" and relation == "nummod"):
        return False
    return relation not in ("compound", "flat", "fixed", "nmod:desc") or word in syntax.name_of


def is_agent(syntax: Syntax, head: int) -> bool:
    """Whether a phrase is somebody who can act: a person, body, place or people."""
    if syntax.tags.upos[head] == "PRON":
        return syntax.lower[head] not in NO_AGENT
    return syntax.name_of.get(head, syntax.tags.nouns[head]) in AGENTS


def meant(syntax: Syntax, word: int, antecedents: Antecedents) -> int:
    """The head of the phrase that a word means: a relative pronoun's noun, a pronoun's phrase, else itself."""
    if syntax.lower[word] in RELATIVE and syntax.tags.upos[word] == "PRON":
        for above in (word, *syntax.above(word)):
            if syntax.tags.deprel[above] in ("acl:relcl", "advcl:relcl") and syntax.tags.head[above] >= 0:
                return syntax.tags.head[above]
        return word
    return antecedents.get(word, word)


def weighed(act: ActScores, one: Candidate) -> Candidate:
    """A candidate with the model's answer added to its path's."""
    actor, recipient = (_said(act, scores, one) for scores in (act.actors, act.recipients))
    rule = f"path {one.path}"
    together = []
    for by_path, by_model in ((one.actor, actor), (one.recipient, recipient)):
        odds = SYNTAX * log_odds(by_path) + HEAD * log_odds(by_model)
        together.append(max(1 / (1 + 2.718281828**-odds), by_model if by_model > SURE else 0.0))
    if actor > SURE or recipient > SURE:
        rule = f"events head, path {one.path}"
    return replace(one, actor=together[0], recipient=together[1], rule=rule)


def _said(act: ActScores, scores: NDArray[np.float32], one: Candidate) -> float:
    """What the model says of a phrase: of its words on the mean, or of its head, whichever is more."""
    first, last = one.words[0] - act.first, one.words[-1] + 1 - act.first
    part = scores[max(first, 0) : last]
    if not len(part):
        return 0.5
    head = min(max(one.head - act.first - max(first, 0), 0), len(part) - 1)
    return max(float(np.add.reduce(part) / len(part)), float(part[head]))


def log_odds(probability: float) -> float:
    """
    The log odds of a probability, held within `FLOOR`.

    >>> log_odds(0.5)
    0.0
    """
    held = min(max(probability, FLOOR), 1 - FLOOR)
    return log(held / (1 - held))


def _chosen(found: list[Candidate], part: str) -> tuple[Candidate, ...]:
    """
    The candidates that take the part, in the order of the text, none within a likelier one.

    Where none is likely, the likeliest if it is not unlikely (`RESORT`), with those it is joined to.
    """
    ranked = sorted(found, key=lambda one: (-getattr(one, part), one.words[0]))
    least = min(LIKELY, getattr(ranked[0], part)) if ranked else LIKELY
    if least < RESORT:
        return ()
    best: list[Candidate] = []
    for one in ranked:
        if getattr(one, part) < least:
            break
        if not any(one.words[0] <= other.words[-1] and other.words[0] <= one.words[-1] for other in best):
            best.append(one)
    return tuple(sorted(best, key=lambda one: one.words[0]))


MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
"""Types in which several actors without a recipient act with each other."""


def reciprocal(syntax: Syntax, trigger: int, kind: str, found: Parts) -> Parts:
    """
    Acts that parties do to each other: every party stands on both sides.

    "Norway and Chad signed", "talks between Norway and Chad", "the two sides met"; not where the other
    side is named apart ("Norway signed a treaty with Chad").
    """
    if found.recipients:
        return found
    if kind in MUTUAL and len(found.actors) > 1:
        return Parts(actors=found.actors, recipients=found.actors)
    if syntax.lower[trigger] not in RECIPROCAL:
        return found
    between = [one for one in found.actors if one.path.endswith("prep:between")]
    if len(found.actors) > 1 or between or any(_is_many(syntax, one.head) for one in found.actors):
        return Parts(actors=found.actors, recipients=found.actors)
    return found


def _is_many(syntax: Syntax, head: int) -> bool:
    """Whether one phrase holds the parties: "the two sides", "both governments", "the rivals"."""
    return any(
        syntax.lower[child] in ("two", "three", "four", "five", "both", "rival") for child in syntax.children[head]
    )
