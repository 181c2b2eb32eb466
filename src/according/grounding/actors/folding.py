"""The key by which a word is looked up."""

from __future__ import annotations

from functools import lru_cache

from according.world.lookup import without_accents


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """
    The key of a word: small letters, no accents, no full stops.

    >>> fold("Élysée"), fold("U.S."), fold("d’Ivoire"), fold("Großbritannien")
    ('elysee', 'us', "d'ivoire", 'grossbritannien')
    """
    return without_accents(text.replace("ø", "o").replace("ł", "l").replace("ı", "i")).replace(".", "")
