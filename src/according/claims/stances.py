"""
The stance of a claim: the speech act that its cue expresses (DESIGN section 3).

Words decide, from `stances.toml`; "said" and what is not listed is an assertion. Then the content
may weaken an assertion: "said ... may" is possible, "stated that if" conditional, "must" a demand.
Only its main clause can: what stands inside a further clause is not the speaker's own stance.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.records import Span

NEGATION = re.compile(
    r"\b(?: not | never | n[o’']t | neither | nor | without | cannot )\b|n[’']t\b", re.VERBOSE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A stance, the words that say so, and the name of the rule."""

    stance: str
    words: Span | None
    rule: str


@cache
def words_of_stances() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """``(stance, pattern, kind)`` in the order in which they are tried: phrases, verbs, nouns."""
    table = tomllib.loads((files("according.claims") / "stances.toml").read_text(encoding="utf-8"))
    made = []
    for kind in ("phrases", "verbs", "nouns"):
        for stance, entries in table[kind].items():
            if not entries:
                continue
            if kind == "verbs":
                forms = [form for verb in entries for form in inflected(verb, table["irregular"])]
            elif kind == "nouns":
                forms = [form for noun in entries for form in (noun, noun + "s")]
            else:
                forms = entries
            longest_first = sorted({re.escape(form) for form in forms}, key=len, reverse=True)
            made.append((stance, re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE), kind))
    return tuple(made)


def inflected(verb: str, irregular: dict[str, list[str]]) -> list[str]:
    """
    A verb's forms, regular and listed.

    >>> inflected("deny", {})
    ['deny', 'denies', 'denied', 'denying']
    >>> inflected("call for", {})
    ['call for', 'calls for', 'called for', 'calling for']
    """
    base, *rest = verb.split(" ", 1)
    tail = " " + rest[0] if rest else ""
    if base.endswith("y") and base[-2] not in "aeiou":
        forms = [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    elif base.endswith("e"):
        forms = [base, base + "s", base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"]
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        forms = [base, base + "es", base + "ed", base + "ing"]
    else:
        forms = [base, base + "s", base + "ed", base + "ing"]
    return [form + tail for form in [*forms, *irregular.get(base, [])]]


def stance_of_cue(text: str, cue: Span, content_start: int | None) -> Said:
    """
    The stance that a cue's words express.

    `content_start` is where the content begins when it follows the cue at once: "claimed" with
    "responsibility" as its content's first word is one expression.

    >>> words = "The army did not rule out a strike"
    >>> stance_of_cue(words, Span(start=9, end=25), 26).stance
    'possible'
    >>> stance_of_cue("He said it", Span(start=3, end=7), 8).stance
    'asserted'
    """
    end = cue.end
    if content_start is not None and 0 <= content_start - cue.end <= 2:
        end = min(len(text), content_start + 24)
    for stance, pattern, kind in words_of_stances():
        reach = end if stance in ("claimed-responsibility", "neither-confirmed-nor-denied", "possible") else cue.end
        found = pattern.search(text, cue.start, reach)
        if found is None or found.start() >= cue.end:
            continue
        words = Span(start=found.start(), end=found.end())
        negated = kind != "nouns" and NEGATION.search(text, cue.start, found.start())
        if negated and stance == "denied" and kind == "phrases":
            return Said(stance="possible", words=cue, rule="what is not ruled out")
        if negated and stance == "denied":
            return Said(stance="neither-confirmed-nor-denied", words=cue, rule="a negated denial")
        if negated and kind == "verbs":
            continue
        return Said(stance=stance, words=words, rule=f"the cue's {kind[:-1]} in stances.toml")
    return Said(stance="asserted", words=None, rule="no word of stances.toml in the cue")
