"""
Words as mentions of events are compared by them: forms of one word alike, and each word with how rare it is.

Two degrees: `base` brings together the forms of a verb or noun, `root` also what is derived ("announce",
"announcement"). Both give keys to compare, not words to show.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from according.errors import InstallationError
from according.world.lookup import without_accents, word_set

ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
"""Endings of inflection, with what takes their place."""

DERIVED = (
    "ization", "isation", "ational", "ations", "ation", "ition", "ment", "ance", "ence", "ities", "ness", "sion",
    "tion", "ity", "ion", "ant", "ent", "ist", "ive", "ure", "ary", "age", "al", "er", "or", "y", "t", "d",
)  # fmt: skip
"""Endings by which a noun is made of a verb, longer ones first."""

SHORTEST_BASE, SHORTEST_ROOT = 3, 4
"""Letters that an ending must leave. Conventions of ours: "bring" keeps its -ing, "nation" its -ion."""

UNSEEN = 3
"""Documents that a word of the table stands in at least; a rarer one counts as never seen. A convention of ours."""

SMALL = word_set(
    "a an the and or but of in on at to for from by with as into over under after before about against between "
    "through during is are was were be been being am have has had having do does did will would can could may might "
    "must shall should not no n't 's it its he she they them his her their him we our us you your i my me this that "
    "these those there here who whom whose which what when where why how if than then so such also just more most "
    "other some any all each one only very up out off down again said say says"
)
"""Words that are no part of what an event is compared by."""


@cache
def _irregular() -> dict[str, str]:
    """Each irregular form and the word that stands for it."""
    path = files(__package__) / "irregular.toml"
    try:
        groups = str(tomllib.loads(path.read_text(encoding="utf-8"))["groups"])
    except (OSError, ValueError, KeyError) as error:
        raise InstallationError(
            str(path), f"the irregular forms cannot be read ({error})", "pip install --force-reinstall according"
        ) from error
    return {word: line.split()[0] for line in groups.splitlines() for word in line.split()}


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """
    The key that all forms of a word share.

    >>> [base(word) for word in ("Announces", "announced", "announcing", "shot", "shooting", "injuries", "gas")]
    ['announc', 'announc', 'announc', 'shoot', 'shoot', 'injury', 'gas']
    """
    word = without_accents(word).strip(".'\"-")
    irregular = _irregular()
    if word in irregular or len(word) <= SHORTEST_BASE:
        return irregular.get(word, word)
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_BASE:
            if ending == "s" and word[-2:] in {"ss", "us", "is"}:
                continue
            word = word.removesuffix(ending) + instead
            doubled = ending in {"ing", "ed"} and len(word) > SHORTEST_BASE and word[-1] == word[-2]
            word = word[:-1] if doubled and word[-1] not in "lsze" else word
            break
    if word in irregular:
        return irregular[word]
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_BASE else word


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """
    The key that a verb shares with the nouns made of it, as far as endings tell.

    >>> root("explode") == root("explosion"), root("nominated") == root("nomination")
    (True, False)
    """
    found = base(word)
    for ending in DERIVED:
        if found.endswith(ending) and len(found) - len(ending) >= SHORTEST_ROOT:
            found = found.removesuffix(ending)
            break
    return found.rstrip("sztcde") if len(found) > SHORTEST_ROOT + 1 else found


def alike(one: str, other: str) -> float:
    """
    Letters that two keys begin with alike, as a share of the longer; 0 below three letters.

    >>> alike("nominat", "nomin"), alike("say", "sit")
    (0.7142857142857143, 0.0)
    """
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count / max(len(one), len(other)) if count >= SHORTEST_BASE else 0.0


DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
PARTS_OF_DAY = word_set("yesterday today tonight tomorrow morning afternoon evening night")
SMALL_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: str(number) for number, word in enumerate(SMALL_NUMBERS.split())}
YEAR = re.compile(r"(?:19|20)\d\d")
FIGURE = re.compile(r"\d[\d,.]*")


def moment(word: str) -> str | None:
    """
    The key of a word that tells when; None for other words. "May" and "March" count with a capital alone.

    >>> [moment(word) for word in ("Tuesday", "Sept.", "2014", "tonight", "may", "bridge")]
    ['tue', 'sep', '2014', 'tonight', None, None]
    """
    low = word.lower().rstrip(".")
    if low in PARTS_OF_DAY or YEAR.fullmatch(low):
        return low
    if low in DAYS or (low in MONTHS and word[:1].isupper()):
        return low[:3]
    return None


def figure(word: str) -> str | None:
    """
    The key of a number that is no year.

    >>> figure("1,200"), figure("seven"), figure("2014"), figure("bridge")
    ('1200', '7', None, None)
    """
    low = word.lower()
    if low in NUMBERS:
        return NUMBERS[low]
    return low.replace(",", "").rstrip(".") if FIGURE.fullmatch(low) and not YEAR.fullmatch(low) else None


def telling(word: str) -> bool:
    """Whether a word is part of what an event is compared by: letters or figures, no small word."""
    return any(letter.isalnum() for letter in word) and word.lower() not in SMALL


@cache
def _rarities() -> dict[str, float]:
    """How rare each word of the table is, from 0 to 1."""
    path = files(__package__) / "rarity.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {word: int(level) / LEVELS for level, row in table["rarity"].items() for word in row.split()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise InstallationError(
            str(path),
            f"the table of rare words cannot be read ({error})",
            "pip install --force-reinstall according",
        ) from error


LEVELS = 50
"""Steps of the table from a word of every document, 0, to one never seen, 1."""


def rarity(key: str) -> float:
    """
    How rare a word is in news at large, by its `base`: 0 in every document, 1 in fewer than `UNSEEN`.

    >>> rarity(base("said")) < rarity(base("police")) < rarity(base("heist")) <= rarity("zyzzyva") == 1.0
    True
    """
    return _rarities().get(key, 1.0)


def counted(texts: Iterable[Iterable[str]]) -> str:
    """The table that documents make, each given by its words: the keys of each step of rarity, as `rarity.json`."""
    having: Counter[str] = Counter()
    documents = 0
    for words in texts:
        having.update({base(word) for word in words if telling(word)})
        documents += 1
    levels: dict[int, list[str]] = {}
    for key in sorted(key for key, count in having.items() if count >= UNSEEN and key.isalpha()):
        share = math.log((documents + 1) / (having[key] + 1)) / math.log((documents + 1) / UNSEEN)
        levels.setdefault(round(LEVELS * min(1.0, share)), []).append(key)
    rows = {str(level): " ".join(levels[level]) for level in sorted(levels)}
    return json.dumps({"documents": documents, "rarity": rows}, ensure_ascii=False, indent=0)
