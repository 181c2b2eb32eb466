"""
The stance of a claim: the speech act that its cue expresses (DESIGN section 3).

Words decide, from `stances.toml`; "said" and what is not listed is an assertion. What the content makes
of an assertion ("said ... may") is told by `certainty`. A negated cue asserts nothing: "did not say that"
neither confirms nor denies, "does not believe that" believes that it is not so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from according.claims.lexicon import Listed, runs_of, table
from according.records import Span
from according.world.lookup import letter_runs

NEGATION = re.compile(
    r"""
    \b(?: not (?! \s+ (?: only | just | merely ) \b ) | never | no\ longer | neither | nor | without | cannot
        | refus(?:e|es|ed|ing)\ to | declin(?:e|es|ed|ing)\ to )\b     # "refused to say"
    | n[’']t\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
DOUBT = re.compile(r"\bdoubt(?:s|ed|ing)?\b", re.IGNORECASE)
RAISING = frozenset(("believed", "predicted", "planned", "hoped"))
"""Stances whose negation is one of the content: "does not expect a truce" expects that there is none (Horn 1978)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    A stance, the words that say so, and the name of the rule.

    `turned`: why the content's polarity is turned round, None where it stands. `passive`: nobody is named
    who says so ("is alleged to").
    """

    stance: str
    words: Span | None
    rule: str
    turned: str | None = None
    passive: bool = False


@cache
def words_of_stances() -> tuple[tuple[str, Listed, str], ...]:
    """``(stance, its words, kind)`` in the order in which they are tried: phrases, verbs, nouns."""
    stances = table("stances")
    made = []
    for kind in ("phrases", "verbs", "nouns"):
        for stance, entries in stances[kind].items():
            if entries:
                made.append((stance, any_of(forms(kind, entries)), kind))
    return tuple(made)


def forms(kind: str, entries: list[str]) -> list[str]:
    """All forms of a list: verbs inflected, nouns with their plural, phrases as they stand."""
    if kind == "verbs":
        return [form for verb in entries for form in inflected(verb, table("stances")["irregular"])]
    return [form for noun in entries for form in (noun, noun + "s")] if kind == "nouns" else entries


def any_of(found: list[str]) -> Listed:
    """What finds any of them as whole words, the longest first."""
    longest_first = sorted({re.escape(form) for form in found}, key=len, reverse=True)
    spelled = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
    return Listed(pattern=spelled, runs=runs_of(found))


@cache
def harm() -> Listed:
    """Words of what only a threat announces."""
    lists = table("stances")["harm"]
    return any_of([form for kind in ("verbs", "nouns") for form in forms(kind, lists[kind])])


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


def stance_of_cue(text: str, cue: Span, content_start: int | None = None, content: str = "") -> Said:
    """
    The stance that a cue's words express.

    `content_start` is where the content begins when it follows the cue at once: "claimed" with
    "responsibility" as its content's first word is one expression. `content` are its words: a vow of
    harm is a threat.

    >>> words = "The army did not rule out a strike"
    >>> stance_of_cue(words, Span(start=9, end=25), 26).stance
    'possible'
    >>> stance_of_cue("He said it", Span(start=3, end=7), 8).stance
    'asserted'
    """
    said = _listed(text, cue, content_start)
    if said.stance == "vowed":
        threat = bool(harm().pattern.search(content))
        return replace(said, stance="threatened" if threat else "planned")
    if said.stance == "believed" and DOUBT.search(text, cue.start, cue.end):
        return replace(said, turned=None if said.turned else "a doubt")
    return said


def _listed(text: str, cue: Span, content_start: int | None) -> Said:
    end = cue.end
    if content_start is not None and 0 <= content_start - cue.end <= 2:
        end = min(len(text), content_start + 24)
    runs = letter_runs(text[cue.start : end])
    for stance, wanted, kind in words_of_stances():
        if not wanted.may_stand(runs):
            continue
        reach = end if kind == "phrases" else cue.end
        found = wanted.pattern.search(text, cue.start, reach)
        if found is None or found.start() >= cue.end:
            continue
        words = Span(start=found.start(), end=found.end())
        rule = f"the cue's {kind[:-1]} in stances.toml"
        negated = kind != "nouns" and NEGATION.search(text, cue.start, found.start())
        if not negated:
            return Said(stance=stance, words=words, rule=rule, passive=kind == "phrases")
        return _negated(stance, kind, Said(stance=stance, words=cue, rule=rule), words)
    if NEGATION.search(text, cue.start, cue.end):
        return Said(stance="neither-confirmed-nor-denied", words=cue, rule="a cue negated")
    return Said(stance="asserted", words=None, rule="no word of stances.toml in the cue")


def _negated(stance: str, kind: str, said: Said, verb: Span) -> Said:
    """What a negated word of a stance is."""
    if stance == "denied" and kind == "phrases":
        return replace(said, stance="possible", rule="what is not ruled out")
    if stance == "possible" and kind == "phrases":
        return said
    if stance == "denied":
        return replace(said, stance="neither-confirmed-nor-denied", rule="a negated denial")
    if stance in RAISING:
        return replace(said, words=verb, turned=f"{stance}, negated")
    return replace(said, stance="neither-confirmed-nor-denied", rule="a cue negated")
