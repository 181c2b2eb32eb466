"""
Outlets and other bodies among a sentence's words: who may pass on what somebody said.
"""

from __future__ import annotations

import re

from according.attribution.describing.lexicon import NOUNS, Entry, Term, terms
from according.attribution.describing.small_words import BREAKS, CLAUSE, DETERMINERS, PREPOSITIONS
from according.records import Span
from according.world.lookup import word_set

MARKS = BREAKS | {".", "?", "!", '"', "“", "”"}
AFTER = word_set("on in as after when while during by")
"""What stands after a cited source rather than in it: "citing officials in a report on Friday"."""

WITHIN = word_set("familiar close based")
DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """
)


def outlet_of(words: tuple[Term, ...]) -> Entry | None:
    """The entry that makes these words an outlet's, None where none does ("reporters" are no outlet)."""
    for word in reversed(words):
        for kind in ("organisation", "body", "mass"):
            entry = word.of(kind)
            if entry is not None and "JRN" in entry.sectors:
                return entry
    return None


def body_of(words: tuple[Term, ...]) -> Entry | None:
    """The entry that makes these words a body's: an outlet, a ministry, an organisation."""
    return outlet_of(words) or next(
        (e for word in reversed(words) if (e := word.of("organisation", "body", "mass", "seat"))), None
    )


def noun_phrase(text: str, start: int, end: int) -> Span | None:
    """
    The noun phrase that begins at `start`: up to a verb, a clause or a mark, prepositions within it kept.

    >>> text = "two officials at the port who saw it"
    >>> found = noun_phrase(text, 0, len(text))
    >>> text[found.start : found.end]
    'two officials at the port'
    """
    words = terms(text, (Span(start=start, end=end),)) if start < end else ()
    last = next((i for i in range(len(words)) if _ends(words, i)), len(words))
    while last and words[last - 1].low in PREPOSITIONS | DETERMINERS | {"and", "or"}:
        last -= 1
    return Span(start=words[0].span.start, end=words[last - 1].span.end) if last else None


def _ends(words: tuple[Term, ...], at: int) -> bool:
    """Whether the noun phrase that these words begin is over before the word there."""
    word, kept = words[at], words[:at]
    if word.text in MARKS or (word.low in CLAUSE | AFTER and word.low not in WITHIN):
        return True
    if word.low in ("and", "or"):
        return not any(other.of(*NOUNS, "demonym") or other.is_capital for other in words[at + 1 : at + 4])
    if not any(other.entries or other.is_capital for other in kept):
        return False
    if word.low in DETERMINERS and kept[-1].low not in PREPOSITIONS | {"and", "or", "all", "both"}:
        return True
    unknown = not word.entries and not word.is_capital
    after_name = kept[-1].of("organisation") is not None and word.low not in PREPOSITIONS and word.text not in "-'’"
    return unknown and ((after_name and word.low != "'s") or re.search(r"(?:ed|ing)$", word.low) is not None)


def outlet_phrase(text: str, start: int, end: int) -> Span | None:
    """The noun phrase at `start` if it is an outlet's; "told reporters in Ankara" and "told parliament" are none."""
    found = noun_phrase(text, start, min(end, start + 90))
    if found is None:
        return None
    words = terms(text, (found,))
    if outlet_of(words) is None or _is_person(words):
        return None
    of = next((i for i, word in enumerate(words) if word.low == "of" and outlet_of(words[:i]) is None), None)
    if of is not None:
        words = words[of + 1 :]  # "Ann Hale of Fox News": the outlet is what passes on
    cut = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS and word.low != "of"), len(words))
    outlet = max((i for i, word in enumerate(words[:cut]) if outlet_of((word,))), default=None)
    if outlet is None:
        return None
    last = outlet
    while last + 1 < cut and words[last + 1].is_capital and words[last + 1].low not in DAYS:
        last += 1
    if (
        last + 1 < cut
        and not words[last + 1].is_capital
        and re.match(r"[a-z]", words[last + 1].low)
        and words[last + 1].low not in ("and", "or")
    ):
        return None  # "a TV interviewer" is a person
    return Span(start=words[0].span.start, end=words[last].span.end)


def _is_person(words: tuple[Term, ...]) -> bool:
    """Whether a person ends the phrase before its first preposition: "state television reporters"."""
    cut = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS), len(words))
    return words[cut - 1].of("person") is not None and not words[cut - 1].is_capital
