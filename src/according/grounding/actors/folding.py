"""The key by which a word is looked up, and sets of words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """
    The key of a word: small letters, no accents, no full stops.

    >>> fold("Élysée"), fold("U.S."), fold("d’Ivoire"), fold("Großbritannien")
    ('elysee', 'us', "d'ivoire", 'grossbritannien')
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().replace(".", "")


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())
