"""The mode of an act: what the words near its trigger say, and the events head."""

from __future__ import annotations

import re
from functools import cache
from math import exp, log

from according.events.lexicon import table
from according.events.ontology import MODES
from according.events.syntax import Syntax
from according.records import ActScores, Step

SAID = 5.0
"""Log odds that a telling word beside the trigger adds to its mode. Chosen on CASE 2021's development part."""
REACH = 60.0
"""Characters at which a word tells e times less. A guess: half a line."""
HELD = 0.02
"""What the head's probabilities are raised by, so that a word can outweigh a head that knows nothing. A guess."""


@cache
def patterns(kind: str) -> dict[str, re.Pattern[str]]:
    """For each mode of a type the words that tell it, as one pattern over lower-case text."""
    found = {}
    for mode, listed in table("modes").get(kind, {}).items():
        terms = (re.escape(term).replace(r"\*", r"\w*").replace("_", r"[\s-]+") for term in str(listed).split())
        found[mode] = re.compile(rf"\b(?:{'|'.join(sorted(terms, key=len, reverse=True))})\b")
    return found


def mode_of(syntax: Syntax, act: ActScores, kind: str) -> tuple[str | None, Step | None]:
    """
    The likeliest mode of an act of type `kind`, with the reason where words tell it; None where none is likely.

    What the words add falls off with their distance from the trigger; the sentence is looked at.
    """
    own = {number: name.split("/")[1] for number, name in enumerate(MODES) if name.startswith(kind + "/")}
    if not own:
        return None, None
    said = told(syntax, act.word, kind)
    scores = {
        mode: log(float(act.modes[number]) + HELD) + (said[mode][0] if mode in said else 0.0)
        for number, mode in own.items()
    }
    best = max(scores, key=lambda mode: scores[mode])
    if scores[best] <= log(float(act.modes[0]) + HELD):
        return None, None
    if best not in said:
        return best, None
    start, end = said[best][1]
    spans = tuple(span for span in syntax.tags.words if start < span.end and span.start < end)
    return best, Step(stage="events", rule="a word that tells the mode", field="mode", value=best, spans=spans)


def told(syntax: Syntax, trigger: int, kind: str) -> dict[str, tuple[float, tuple[int, int]]]:
    """For each mode that words of the trigger's sentence tell: what the nearest adds, and where it stands."""
    words = syntax.sentence(trigger)
    first = syntax.tags.words[words[0]].start
    text = syntax.text[first : syntax.tags.words[words[-1]].end].lower()
    middle = syntax.tags.words[trigger].start - first
    found = {}
    for mode, pattern in patterns(kind).items():
        nearest = min(pattern.finditer(text), key=lambda match: abs(match.start() - middle), default=None)
        if nearest is not None:
            adds = SAID * exp(-abs(nearest.start() - middle) / REACH)
            found[mode] = (adds, (first + nearest.start(), first + nearest.end()))
    return found
