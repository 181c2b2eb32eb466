"""How the words of a text are matched with what a table has: without accents, but with their capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence


def word_set(words: str) -> frozenset[str]:
    """
    The words between the spaces.

    >>> sorted(word_set("of for in"))
    ['for', 'in', 'of']
    """
    return frozenset(words.split())


def without_accents(text: str) -> str:
    """
    The text in small letters, no accents, apostrophes straight.

    >>> without_accents("Élysée"), without_accents("d’Ivoire"), without_accents("Großbritannien")
    ('elysee', "d'ivoire", 'grossbritannien')
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def is_written_so(wanted: Sequence[str], have: Sequence[str]) -> bool:
    """
    Whether words have the capitals that the table's own writing has: "turkey" is no country, "who" no WHO.

    >>> is_written_so(["Turkey"], ["turkey"]), is_written_so(["WHO"], ["Who"]), is_written_so(["U.N."], ["UN"])
    (False, False, True)
    """
    for want, has in zip(wanted, have, strict=True):
        letters = want.replace(".", "")
        if letters.isupper() and len(letters) > 1 and has.replace(".", "") != letters:
            return False
        if want[:1].isupper() and not has[:1].isupper():
            return False
    return True


LETTERS = re.compile(r"[^\W\d_]+")


def letter_runs(passage: str) -> frozenset[str]:
    """
    The runs of letters of a passage, in lower case: asked before a search for words, most of which find nothing.

    >>> sorted(letter_runs("Berg's 12 T-72s"))
    ['berg', 's', 't']
    """
    return frozenset(LETTERS.findall(passage.lower()))


DIGIT = "0"
"""Stands for any digit among the signs of a passage."""

DIGITS = frozenset({DIGIT})
"""What a passage that is to hold figures must have."""

ANY_DIGIT = re.compile(r"\d")


def signs_of(passage: str) -> frozenset[str]:
    """
    The passage's `letter_runs`, and `DIGIT` where it has figures.

    >>> sorted(signs_of("By 8 o'clock on Monday"))
    ['0', 'by', 'clock', 'monday', 'o', 'on']
    """
    runs = letter_runs(passage)
    return runs | DIGITS if ANY_DIGIT.search(passage) else runs
