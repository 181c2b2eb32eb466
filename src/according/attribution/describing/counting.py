"""
How many a source is: a whole number where one is stated, else the words ("several"), else None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.attribution.describing.lexicon import Term
from according.attribution.describing.part import Part
from according.attribution.describing.phrase import Phrase
from according.attribution.describing.small_words import INDEFINITE
from according.world.numbers import TENS, UNITS

NUMBERS = UNITS | TENS | {"both": 2, "a dozen": 12, "half a dozen": 6, "a pair of": 2}

VAGUE = re.compile(
    r"""
    ^ (?: at\ least\ | more\ than\ )?
    (?P<words>
        a\ (?:large\ |small\ |growing\ )? number\ of      # a number of officials
      | a\ (?:small\ )? (?:handful|couple|few|majority|series|string)\ of   # a handful of witnesses
      | (?:dozens|scores|hundreds|thousands|tens\ of\ thousands)\ of       # dozens of residents
      | several | some | many | most | multiple | various | numerous | countless | dozens | a\ few | few
      | a\ couple
    ) \b
    """,
    re.VERBOSE,
)


def count_of(shape: Phrase) -> tuple[int | str, tuple[Term, ...]] | None:
    """The number and the words that state it; a name and an institution have none unless it is stated."""
    part = shape.core
    if len(shape.conjuncts) > 1:
        return None
    words = (*part.quantity, *_front(part))
    low = " ".join(word.low for word in words)
    if part.quantity and any(
        w.text == "%" or w.low in ("percent", "cent", "quarters", "thirds", "third", "half", "majority") for w in words
    ):
        return None
    if vague := VAGUE.match(low):
        told = vague["words"]
        return told, words[: len(told.split())]
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            number = number_of(words[i : i + size])
            if number is not None and _may_count(part, i):
                return number, words[i : i + size]
    return _one(part, words)


def _front(part: Part) -> tuple[Term, ...]:
    """The words before the head that may state a number, up to the first that belongs to the head."""
    front = []
    for word in part.before or (part.words[:1] if part.head is None and not part.name else ()):
        if word.low == "-" or word.of("title"):
            break
        front.append(word)
    return tuple(front)


def number_of(words: Sequence[Term]) -> int | None:
    """The whole number that these words write, None where they write none."""
    low = " ".join(word.low for word in words)
    if low in NUMBERS:
        return NUMBERS[low]
    if len(words) == 1 and re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,6}", words[0].text):
        return int(words[0].text.replace(",", ""))
    return None


def _may_count(part: Part, at: int) -> bool:
    """Whether the number there counts the head: "three officials" does, the 34 of "a 34-year-old" does not."""
    words = part.quantity or part.words
    following = words[at + 1].text if at + 1 < len(words) else ""
    return following != "-" and not (part.entry and part.entry.kind == "document" and part.determiner in INDEFINITE)


def _one(part: Part, words: tuple[Term, ...]) -> tuple[int | str, tuple[Term, ...]] | None:
    """1 for "an official" and "the official"; nobody is counted in "officials", a name or an office held by one."""
    entry = part.entry
    if part.quantity and words and words[0].low in ("a", "an", "the"):
        return None
    if part.head is not None and part.head.low == "another" and not part.before:
        return 1, (part.head,)
    if part.partitive and words and words[0].low in ("another", "each", "either"):
        return 1, words[:1]
    persons = (
        (part.is_person and entry is not None and not entry.plural)
        or (
            entry is None
            and part.head is not None
            and not part.name
            and words
            and words[0].low in INDEFINITE
            and not part.head.low.endswith("s")
        )
        or (entry is not None and entry.kind == "demonym" and part.determiner in INDEFINITE)
    )
    if not persons or part.name or not words or words[0].low not in (*INDEFINITE, "the", "that", "this"):
        return None
    if words[0].low not in INDEFINITE and entry is not None and entry.kind in ("office", "voice"):
        return None
    return 1, words[:1]
