"""
A report's words, folded so that two printings of one text agree, and numbered so that they take two bytes each.

Copies differ in what software and desks do to a text: apostrophes, commas and accents are lost, capitals change,
"defense" becomes "defence". Word order is kept: shared runs of words are what tells a copy.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

NUMBERS = 1 << 16
"""How many numbers words may have. Runs of five words are told apart by 80 bits, single words now and then are not."""

STEPS = 3
"""Levels of the table of rarity for one natural logarithm; more would not be seen in a sum over hundreds of words."""

WORD = re.compile(r"[^\W_]+")
APOSTROPHE = re.compile(r"['’‘ʼ](?=\w)")  # Syria's, al-Qa'eda: some printings lose it, so all do
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")  # 1,300
INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")  # U.N., u.s.
SPELLING = re.compile(r"\b(defen)s(e)|(\w{3,})is(e[ds]?|ing|ation)\b", re.IGNORECASE)
"""British spelling and American: defense and defence, organise and organize."""


def folded(text: str) -> list[str]:
    """
    The words of `text` as they compare: small letters, no accents, no marks, one spelling.

    >>> folded("The U.S. Defense Secretary's 1,300 troops organised at Deir-ez-Zor")
    ['the', 'us', 'defence', 'secretarys', '1300', 'troops', 'organized', 'at', 'deir', 'ez', 'zor']
    """
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", APOSTROPHE.sub("", text)).encode("ascii", "ignore").decode()
    text = THOUSANDS.sub("", APOSTROPHE.sub("", text))
    text = INITIALS.sub(lambda initials: initials[0].replace(".", "") + " ", text)
    return WORD.findall(SPELLING.sub(_one_spelling, text))


def _one_spelling(word: re.Match[str]) -> str:
    return f"{word[1]}c{word[2]}" if word[1] else f"{word[3]}iz{word[4]}"


def numbered(words: Iterable[str]) -> NDArray[np.uint16]:
    """The number of each word, in order: two bytes of its CRC-32, the same on every machine."""
    return np.fromiter((zlib.crc32(word.encode()) & (NUMBERS - 1) for word in words), np.uint16)


@functools.cache
def rarity() -> NDArray[np.float32]:
    """
    How rare the words of each number are: the natural logarithm of reports per report that has one. Shape (65536).

    Counted once over the training texts and shipped, so that a word weighs the same whatever else a ledger holds.

    >>> bool(rarity()[numbered(["the"])][0] < rarity()[numbered(["said"])][0] < rarity()[numbered(["bakery"])][0])
    True
    """
    table = json.loads(files(__package__).joinpath("rarity.json").read_text(encoding="ascii"))
    levels = np.frombuffer(table["levels"].encode(), np.uint8).astype(np.float32) - ord("A")
    return (levels / STEPS).astype(np.float32)


def counted(texts: Iterable[str]) -> str:
    """
    The table of rarity that `texts` make, a letter for each of the 65,536 numbers, "A" for a word in every text.

    `rarity.json` holds the one counted over the documents of the training pack (PolNeAR, GUM, ECB+, EWT).
    """
    having = np.zeros(NUMBERS)
    documents = 0
    for text in texts:
        having[np.unique(numbered(folded(text)))] += 1
        documents += 1
    levels = np.rint(STEPS * np.log((documents + 1) / (having + 0.5))).clip(0).astype(np.uint8)
    return bytes((levels + ord("A")).tolist()).decode()
