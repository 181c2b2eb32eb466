"""What a noun's form alone tells."""

from __future__ import annotations

from functools import lru_cache

from according.mentions import lexicon


@lru_cache(maxsize=16384)  # asked of every word, several times, and most words come again
def singular(word: str) -> str:
    """
    A noun's singular in lower case, by ending alone.

    >>> [singular(word) for word in ("officials", "Ministries", "spokesmen", "boss", "agency", "churches")]
    ['official', 'ministry', 'spokesman', 'boss', 'agency', 'church']
    """
    word = word.lower()
    if word in lexicon.IRREGULAR_PLURALS:
        return lexicon.IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
