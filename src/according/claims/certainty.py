"""
How sure the source is of its content, and whether it says that it is so or that it isn't (FactBank's
certainty and polarity), from the stance and from the words of the content's main clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.records import Span, Spans, Tags

POSSIBLE = re.compile(
    r"""
    \b(?: may | might | could | can            # "may want to"
      | possibl[ey] | possibility | perhaps | maybe | conceivabl[ey] | potential(?:ly)?
      | unclear\ (?:if|whether) | uncertain\ (?:if|whether) )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PROBABLE = re.compile(
    r"""
    \b(?: probabl[ey] | likely | presumabl[ey] | apparently | seem(?:s|ed)? | appear(?:s|ed)?\ to | appears | appeared
      | (?:is|are|was|were)\ (?:expected|believed|thought) | should\ be | expected )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?: if | unless | provided\ that | in\ case | should\ there | would )\b",
    re.VERBOSE | re.IGNORECASE,
)
DEMAND = re.compile(
    r"\b(?: must | should | ought\ to | has\ to | have\ to | needs?\ to )\b", re.VERBOSE | re.IGNORECASE
)
DENIAL = re.compile(
    r"""
    \b(?: not | never | no | none | nobody | neither | nor | cannot )\b | n[’']t\b
    | \bnothing\b (?! \s+ (?: new | more | less | but | short | unusual | special ) )  # "nothing new" is a judgement
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """Polarity, certainty, the stance that the content changes an assertion into, and the words that say so."""

    polarity: str
    certainty: str
    stance: str | None
    words: Spans
    rule: str


OF_STANCE = {
    "feared": "possible", "possible": "possible", "hoped": "underspecified", "demanded": "underspecified",
    "asked": "underspecified", "ordered": "underspecified", "planned": "probable", "threatened": "possible",
    "predicted": "probable", "alleged": "probable", "conditional": "underspecified",
    "neither-confirmed-nor-denied": "underspecified", "probable": "probable", "warned": "possible",
}  # fmt: skip
"""Certainty where the stance itself tells it. A warning is of what may come, unless the content states it flatly."""


def main_clause(tags: Tags, words: list[int]) -> list[int]:
    """
    The words of the content's main clause: its root, and what hangs on it without a further clause.

    Several sentences in one content give the main clauses of all.
    """
    inside = set(words)
    roots = [w for w in words if tags.head[w] not in inside]
    kept = set()
    for word in words:
        at, steps = word, 0
        while at not in roots and steps < 40:
            if tags.deprel[at] in FURTHER:
                break
            at, steps = tags.head[at], steps + 1
        if at in roots:
            kept.add(word)
    return sorted(kept)


FURTHER = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "xcomp", "parataxis"})
"""Relations of Universal Dependencies that open a clause of its own."""


def sure(text: str, tags: Tags, words: list[int], stance: str) -> Sure:
    """What the content's words and the stance say of it."""
    main = [tags.words[w] for w in main_clause(tags, words)] or [tags.words[w] for w in words]
    polarity, said = "positive", []
    if stance == "denied":
        polarity = "negative"
    elif negation := first(text, main, DENIAL):
        polarity, said = "negative", [negation]
    if stance not in ("asserted", "confirmed", "believed", "warned", "accused", "denied"):
        return Sure(
            polarity=polarity,
            certainty=OF_STANCE.get(stance, "certain"),
            stance=None,
            words=tuple(said),
            rule=f"the stance {stance}",
        )
    rules = (
        (POSSIBLE, "possible", "possible"),
        (PROBABLE, "probable", "probable"),
        (DEMAND, "underspecified", "demanded"),
    )
    for pattern, certainty, weakened in rules:
        if found := first(text, main, pattern):
            changed = weakened if stance == "asserted" else None
            words_said = tuple(sorted([*said, found]))
            return Sure(
                polarity=polarity,
                certainty=certainty,
                stance=changed,
                words=words_said,
                rule=f"a word of the main clause: {weakened}",
            )
    every = [tags.words[w] for w in words]
    if stance == "asserted" and (found := first(text, every, CONDITION)):
        return Sure(
            polarity=polarity,
            certainty="underspecified",
            stance="conditional",
            words=tuple(sorted([*said, found])),
            rule="a condition",
        )
    certainty = OF_STANCE.get(stance, "certain")
    return Sure(polarity=polarity, certainty=certainty, stance=None, words=tuple(said), rule="no word weakens it")


def first(text: str, words: list[Span], pattern: re.Pattern[str]) -> Span | None:
    """The first match of a pattern that begins at one of the words."""
    if not words:
        return None
    starts = {word.start for word in words} | {word.start + text[word.start : word.end].find("n") for word in words}
    for found in pattern.finditer(text, words[0].start, words[-1].end):
        if found.start() in starts:
            return Span(start=found.start(), end=found.end())
    return None
