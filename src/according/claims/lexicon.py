"""The word lists of this stage as patterns, each list read and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from according.world.lookup import LETTERS


@cache
def table(name: str) -> dict[str, Any]:
    """One data file of this stage, by its name without ".toml"."""
    return tomllib.loads(files("according.claims").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listed:
    """
    A list's entries as one `pattern`; and by the longest run of letters of each, all its runs.

    Whoever writes an entry writes these runs whole. Most passages hold none of them, and asking that first costs
    less than searching.
    """

    pattern: re.Pattern[str]
    runs: dict[str, tuple[frozenset[str], ...]]

    def may_stand(self, runs: frozenset[str]) -> bool:
        """
        Whether an entry may stand in a passage, which is given by its `letter_runs`.

        >>> listed("certainty", "words", "unlikely").may_stand(frozenset({"it", "rained"}))
        False
        """
        return any(entry <= runs for longest in self.runs.keys() & runs for entry in self.runs[longest])


@cache
def listed(name: str, section: str, key: str) -> Listed:
    """
    What finds any entry of a list as whole words, the longest first; "n't" begins within a word.

    >>> listed("certainty", "words", "unlikely").pattern.search("It is very unlikely.")[0]
    'very unlikely'
    """
    entries = sorted(table(name)[section][key], key=len, reverse=True)
    spelled = [
        (r"(?<!\w)" if entry[0].isalpha() and entry[:2] not in ("n'", "n’") else "")
        + r"\s+".join(re.escape(word) for word in entry.split())
        for entry in entries
    ]
    return Listed(pattern=re.compile(rf"(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE), runs=runs_of(entries))


def runs_of(entries: Iterable[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """
    The runs of letters of each entry, in lower case, by the longest; of "n't", which begins within a word, one alone.

    >>> {longest: [sorted(entry) for entry in found] for longest, found in runs_of(["in the wake of", "n't"]).items()}
    {'wake': [['in', 'of', 'the', 'wake']], 't': [['t']]}
    """
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for entry in entries:
        whole = LETTERS.findall(entry.lower())[entry[:2] in ("n'", "n’") :]
        longest = max(whole, key=len)
        found[longest] = (*found.get(longest, ()), frozenset(whole))
    return found


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """A list as it stands."""
    return frozenset(table(name)[section][key])
