"""
The words of a report that tell what it is about, each with how rare it is in news at large.

`rarity.json` was counted once over the documents of the training pack (`according.training.story_words`) and is
shipped: a word weighs the same whatever else a ledger holds.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from according.errors import InstallationError
from according.world.lookup import without_accents

Weights = tuple[tuple[str, int], ...]
"""Words in alphabetical order with their weights in thousandths; the squares of all weights sum to one."""

WORD = re.compile(
    r"""
    [^\W_]+ (?: ['] [^\W_]+ )?      # strike, 12, O'Brien, mayor's
    """,
    re.VERBOSE,
)
TENTHS = 10
"""Levels of the table for one natural logarithm; more would not be seen in a sum over a hundred words."""

FEWEST = 3
"""Documents that a word of the table stands in; what is rarer counts as a word never seen. A convention of ours."""

COMMON = 1.0
"""Rarity below which a word says nothing of the story: it stands in more than a third of all reports. A guess."""

HALF = 1.5
"""Occurrences after which a word has two fifths of its full weight, so that repeating it says ever less. BM25's k1."""


def words(text: str) -> list[str]:
    """
    The words as they compare: small letters, no accents, no 's, no plural s.

    >>> words("The mayor's drones hit Kovač's buses, 14 dead")
    ['the', 'mayor', 'drone', 'hit', 'kovac', 'buse', '14', 'dead']
    """
    return [stem(found) for found in WORD.findall(without_accents(text))]


def stem(word: str) -> str:
    """
    A word of small letters without 's and plural s.

    >>> stem("mayor's"), stem("o'brien"), stem("drones"), stem("congress"), stem("gas")
    ('mayor', 'obrien', 'drone', 'congress', 'gas')
    """
    word = word.removesuffix("'s").replace("'", "")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _table() -> tuple[float, dict[str, float]]:
    """The rarity of a word that is not in the table, and of each that is."""
    path = files(__package__) / "rarity.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        unseen = math.log((table["documents"] + 1) / FEWEST)
        return unseen, {word: int(level) / TENTHS for level, row in table["rarity"].items() for word in row.split()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise InstallationError(
            str(path),
            f"the table of rare words cannot be read ({error})",
            "reinstall the package: pip install --force-reinstall according",
        ) from error


def rarity(word: str) -> float:
    """
    How rare a word is, as `words` gives it: the natural logarithm of documents per document that has it.

    >>> rarity("the") < rarity("police") < rarity("gorilla") <= rarity("zyzzyva")
    True
    """
    unseen, known = _table()
    return known.get(word, unseen)


def rarest(name: str) -> float:
    """The rarity of a name's rarest word; 0 where it has none."""
    return max(map(rarity, words(name)), default=0.0)


def weighed(parts: Iterable[tuple[str, float]], most: int) -> Weights:
    """
    The `most` telling words of texts, each text with how much one occurrence in it counts.

    >>> weighed([("Ferry sinks off Bodrum", 2), ("A ferry with 40 aboard sank.", 1)], 3)
    (('bodrum', 621), ('ferry', 642), ('sink', 450))
    """
    counted: dict[str, float] = {}
    for text, counts in parts:
        for word in words(text):
            counted[word] = counted.get(word, 0.0) + counts
    weights = {
        word: count / (count + HALF) * rare
        for word, count in counted.items()
        if (rare := rarity(word)) >= COMMON and len(word) > 1
    }
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:most]
    length = math.sqrt(sum(weights[word] ** 2 for word in kept)) or 1.0
    return tuple((word, round(1000 * weights[word] / length)) for word in sorted(kept))


def cosine(one: Weights, other: dict[str, int]) -> float:
    """
    How alike two texts are in their telling words, 0 to 1.

    >>> ferry = weighed([("Ferry sinks off Bodrum", 1)], 9)
    >>> round(cosine(ferry, dict(ferry)), 2), cosine(ferry, {})
    (1.0, 0.0)
    """
    return sum(weight * other[word] for word, weight in one if word in other) / 1e6


def counted(texts: Iterable[str]) -> str:
    """
    The table that `texts` make, as `rarity.json` holds it: the words of each level of rarity.

    >>> json.loads(counted(["a b", "a b", "a c", "a"]))
    {'documents': 4, 'rarity': {'0': 'a'}}
    """
    having: Counter[str] = Counter()
    documents = 0
    for text in texts:
        having.update({word for word in words(text) if not word.isdigit()})
        documents += 1
    levels: dict[int, list[str]] = {}
    for word in sorted(word for word, count in having.items() if count >= FEWEST):
        levels.setdefault(round(TENTHS * math.log((documents + 1) / (having[word] + 1))), []).append(word)
    rows = {str(level): " ".join(levels[level]) for level in sorted(levels)}
    return json.dumps({"documents": documents, "rarity": rows}, ensure_ascii=False, indent=0)
