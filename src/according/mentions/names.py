"""
Which names of one report name the same.

A report gives a person's full name once and the surname afterwards, a body's name in full and then
its initials or its first words. We join what those habits explain, and no more: two names that
merely look alike ("Georgia", "Georgian") stay apart.
"""

from __future__ import annotations

from functools import lru_cache

from according.mentions import lexicon


@lru_cache(maxsize=4096)  # a report names the same over and over
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """
    The words of a name without its articles, titles and a company's ending, in lower case.

    >>> core(("Prime", "Minister", "Anna", "Berg"))
    ('anna', 'berg')
    >>> core(("Nordwind", "Air", "Inc."))
    ('nordwind', 'air')

    What consists of titles alone is kept:

    >>> core(("the", "General"))
    ('general',)
    """
    kept = [word.lower() for word in words if word.lower() not in ("the", "'s", "’s", '"', "“", "”", ",")]
    while len(kept) > 1 and (kept[0] in lexicon.TITLES or kept[0] in ("-", "/")):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in lexicon.COMPANY_ENDINGS:
        kept.pop()
    return tuple(kept)


@lru_cache(maxsize=4096)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """
    The acronyms that a name of several words may be shortened to, in lower case: with and without its small words.

    >>> sorted(initials(("the", "World", "Food", "Programme")))
    ['wfp']
    >>> sorted(initials(("Ministry", "of", "Defence")))
    ['md', 'mod']
    """
    words = words[1:] if words and words[0].lower() == "the" else words
    if len(words) < 2:
        return frozenset()
    long = [word for word in words if word.lower() not in lexicon.JOINERS]
    every = [word for word in words if word[0].isalpha()]
    return frozenset("".join(word[0].lower() for word in kept) for kept in (long, every) if len(kept) > 1)


def same(left: tuple[str, ...], right: tuple[str, ...], kind: str) -> bool:
    """
    Whether two names mean the same thing of the `kind` (contract, `mentions[].kind`).

    >>> same(("Maria", "Santos"), ("Ms.", "Santos"), "person")
    True
    >>> same(("Maria", "Santos"), ("Pedro", "Santos"), "person")
    False
    >>> same(("World", "Food", "Programme"), ("WFP",), "organisation")
    True
    >>> same(("Bank", "of", "Ghana"), ("Bank", "of", "Japan"), "organisation")
    False

    A firm may be called by its first word, a ministry without its country:

    >>> same(("Nordwind", "Airlines"), ("Nordwind",), "organisation")
    True
    >>> same(("Kenyan", "Health", "Ministry"), ("Health", "Ministry"), "organisation")
    True
    """
    one, two = core(left), core(right)
    if not one or not two:
        return False
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if kind == "person":
        return _same_person(short, long)
    if len(short) == 1 and short[0].replace(".", "") in initials(left if one == long else right):
        return any(word.isupper() or word[-1:] == "s" for word in (left if one == short else right))
    if len(short) == len(long) or kind == "nationality":
        return False
    begins = (
        long[: len(short)] == short
        and short[0] not in lexicon.GENERIC_BEGINNINGS
        and (kind != "place" or long[len(short)] == ",")
    )
    ends = len(short) > 1 and long[-len(short) :] == short and kind == "organisation"
    return begins or ends


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a person's shorter name fits the longer: its last word is the surname, the others do not clash."""
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(long) < 4) or short[0] in long[1:-1]
    if short[-1] != long[-1]:
        return long[: len(short)] == short
    return all(word in long or any(_abbreviates(word, other) for other in long[:-1]) for word in short[:-1])


def _abbreviates(word: str, other: str) -> bool:
    """Whether one of the two is the other's initial ("J." of "John")."""
    short, long = sorted((word.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)
