"""
A phrase cut into words, and the longest runs that our tables know joined to one `Term`.

"Secretary of State" is one term, so that "State" in it is no state; "turkey" is no country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from according.grounding.actors import tables
from according.grounding.actors.folding import fold
from according.grounding.actors.tables import Entry
from according.world.lookup import is_written_so

WORD = re.compile(
    r"""
    (?: [A-Z]\. ){2,}                            # U.S. · U.N.
  | [’'] s \b (?! \w )                           # the 's of Syria's
  | (?<= s ) [’'] (?! \w )                       # the ' of officials'
  | \d+ (?: [.,]\d+ )* (?: st | nd | rd | th )?  # 1,200 · 13th
  | [^\W_]+ (?: [’'] (?! s\b ) [^\W_]+ )*        # N'Djamena · M23 · state
  | [^\s.]                                       # a comma, a hyphen; full stops go
    """,
    re.VERBOSE,
)
PLACES = ("name", "demonym", "people", "capital", "seat", "place")
"""Kinds of entries that tell a country."""

PERSONS = ("office", "voice", "person", "public")
NOUNS = (*PERSONS, "body", "mass", "document", "title")
OWN = ("'s", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, or several that a table knows together; `parts` are the single words, `low` those folded."""

    text: str
    parts: tuple[str, ...]
    low: str
    entries: tuple[Entry, ...] = ()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()

    def of(self, *kinds: str) -> Entry | None:
        """The first entry of one of these kinds, or None."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


def singulars(word: str) -> tuple[str, ...]:
    """
    What a folded word may be the plural of, itself first.

    >>> singulars("ministries"), singulars("gunmen"), singulars("us")
    (('ministries', 'ministry', 'ministrie'), ('gunmen', 'gunman'), ('us',))
    """
    found = [word]
    if word.endswith("men"):
        found.append(word[:-3] + "man")
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith(("ses", "xes", "ches", "shes")):
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        found.append(word[:-1])
    return tuple(found)


@cache
def lexicon() -> dict[tuple[str, ...], tuple[tuple[str, Entry], ...]]:
    """(as written, entry) by the folded words of each entry, our own tables before the dictionary's. Read once."""
    by_key: dict[tuple[str, ...], list[tuple[str, Entry]]] = defaultdict(list)
    for written, entry in tables.entries():
        by_key[tuple(fold(word) for word in WORD.findall(written))].append((written, entry))
    return {key: tuple(found) for key, found in by_key.items() if key}


@cache
def _longest() -> dict[str, int]:
    """How many words the longest entry has that begins with a folded word."""
    longest: dict[str, int] = {}
    for key in lexicon():
        longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return longest


@lru_cache(maxsize=16384)  # a phrase is asked for its country, its office, its bodies ...
def terms(text: str) -> tuple[Term, ...]:
    """
    The words of a phrase, known runs joined.

    >>> [term.text for term in terms("the U.S. Secretary of State, Ana Wold")]
    ['the', 'U.S.', 'Secretary of State', ',', 'Ana', 'Wold']
    """
    cut = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    words = [word for word, _, _ in cut]
    folded = tuple(fold(word) for word in words)
    found: list[Term] = []
    at = 0
    while at < len(cut):
        reach = max(_longest().get(word, 1) for word in singulars(folded[at]))
        size, entries = _match(words[at : at + reach], folded[at : at + reach])
        parts, low = tuple(words[at : at + size]), " ".join(folded[at : at + size])
        found.append(Term(text=text[cut[at][1] : cut[at + size - 1][2]], parts=parts, low=low, entries=entries))
        at += size
    return tuple(found)


def _match(words: list[str], folded: tuple[str, ...]) -> tuple[int, tuple[Entry, ...]]:
    for size in range(len(words), 0, -1):
        entries = tuple(
            entry
            for key, plural in _keys(folded[:size])
            for written, entry in lexicon().get(key, ())
            if _fits(written, entry, words[:size], plural)
        )
        if entries:
            return size, entries
    return 1, ()


def _keys(folded: tuple[str, ...]) -> list[tuple[tuple[str, ...], bool]]:
    """The run itself, and the run with its last word, or the word before "of", in the singular."""
    keys = [(folded, False)]
    keys += [((*folded[:-1], last), True) for last in singulars(folded[-1])[1:]]
    if len(folded) > 2 and folded[1] in ("of", "for"):
        keys += [((first, *folded[1:]), True) for first in singulars(folded[0])[1:]]
    return keys


def _fits(written: str, entry: Entry, words: list[str], plural: bool) -> bool:
    """Whether these words can be that entry: a name keeps its capitals, an adjective or a name has no plural."""
    if plural and (entry.kind not in NOUNS or entry.kind == "title"):
        return False
    if entry.kind in ("modifier", *NOUNS):
        return words[0].isupper() or fold(words[0]) != "un"  # Kim Jong Un
    if entry.source == "phoenix":
        return all(word[0].isupper() or word[0].isdigit() for word in words if len(word) > 3) and (
            len(words) > 1 or words[0].isupper() or len(words[0]) > 4
        )
    return is_written_so(WORD.findall(written), words)
