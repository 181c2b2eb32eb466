"""
Platforms, weapons and vehicles: by their nouns, by the names that armies give them, by letters and figures.

    "two tanks" · "the frigate HMS Larkfield" · "a T-72" · "barrel bombs" · "four enemy vehicles"

The nouns are those of the package's `equipment.toml`.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from according.mentions.nouns import singular
from according.mentions.parse import Parse

_TABLE = tomllib.loads((files("according.mentions") / "equipment.toml").read_text(encoding="utf-8"))

KINDS = ("platform", "weapon", "vehicle")
PHRASES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind for kind in reversed(KINDS) for phrase in _TABLE[kind]
}
"""Nouns, and phrases of two or three words, each with its kind; a phrase of two lists is of the first."""

HEADS = frozenset(phrase[-1] for phrase in PHRASES)
LONGEST_PHRASE = 3
DOUBTFUL = frozenset(_TABLE["doubtful"])
FIGHTING = frozenset(_TABLE["fighting"])
NAVIES = frozenset(_TABLE["navies"])
SHIPS = NAVIES | frozenset(_TABLE["merchants"])
NAMED: dict[tuple[str, ...], str] = {
    tuple(name.split()): kind for kind, names in _TABLE["named"].items() for name in names
}
FIRST_OF_NAMED = frozenset(name[0] for name in NAMED)
NEEDS_NOUN = frozenset(tuple(name.split()) for name in _TABLE["needs_noun"])

DESIGNATIONS = {
    "platform": re.compile(
        r"""
        (?: Su | MiG | Tu | Il | An | Mi | Ka | Yak | Be ) - \d{1,3} [A-Z]{0,4} s?            # Su-24, MiG-29s, Mi-8
        | (?: F | A | B | C | E | P | J | JF | Q | Y | H | U | V | RQ | MQ | MV | CH | UH | AH | MH | HH | SH
            | KC | RC | EA | AV | AC | MC ) (?: / [A-Z] )? - \d{1,3} [A-Z]{0,2} s?            # F-16s, MQ-9, F/A-18
        | (?: T | BMP | BTR | BRDM | BMD | MT | PT | M1 | ZBD | ZTZ ) - \d{1,3} [A-Z]{0,2} s?  # T-72, BMP-2
        | BMPs? | BTRs? | M1A[12]s? | TB2s? | AWACS
        """,
        re.VERBOSE,
    ),
    "weapon": re.compile(
        r"""
        (?: AK | AKM | AR | RPG | RPK | PK | PKM | SVD | PTRS | DShK | KPV | ZU | ZSU | BM | SPG | FN | MG | MP | HK | G
          | SA | S | R | D | TM | PMN | FIM | AGM | AIM | GBU | CBU | Kh | KN | SM | OTR )
            - \d{1,4} [A-Z]{0,3} s?                                                          # AK-47s, RPG-7, S-300
        | M -? (?: 4 | 14 | 16 | 24 | 40 | 60 | 67 | 72 | 82 | 107 | 203 | 240 | 249 | 777 ) (?: A\d )? s?  # M-16
        | (?: Fateh | Shahab | Shahed | Hwasong | Fajr | Geran | Agni | Qiam | Zelzal | Burkan ) -? \d{1,3} s?
        | RPGs? | IEDs? | VBIEDs? | SVBIEDs? | MANPADS? | ICBMs? | ATGMs? | WMDs? | MLRS | DShKs?
        """,
        re.VERBOSE,
    ),
}
"""Letters and figures that armies call their things by; the letters are those of the makers' series."""

HULL = re.compile(r"(?:[A-Z]{1,4})[ -]?\d{1,4}")
"""The number on a ship's side, in brackets behind its name: "(D 27)", "(FFG-61)"."""


def kind_of(parse: Parse, word: int) -> tuple[str, int] | None:
    """
    The kind of thing that a noun is, and the first word of the phrase that says so; None for anything else.

    A vehicle is a platform behind a word of fighting ("army vehicles"), and none before a noun ("bus station").
    """
    last = singular(parse.words[word])
    if last not in HEADS:
        return None
    for length in range(LONGEST_PHRASE, 0, -1):
        first = word - length + 1
        if first < 0 or parse.tags.sentence_of[first] != parse.tags.sentence_of[word]:
            continue
        kind = PHRASES.get((*parse.lower[first:word], last))
        if kind is None or (length == 1 and (last in DOUBTFUL or parse.words[word][:1].isupper())):
            continue
        if kind == "vehicle" and last == "vehicle" and length == 1 and parse.lower[word - 1] in FIGHTING:
            return "platform", word - 1
        if kind == "vehicle" and parse.tags.deprel[word] == "compound":
            return None
        return kind, first
    return None


def designated(parse: Parse) -> list[tuple[int, int, str]]:
    """
    First word, last word and kind of every name or designation of a platform, weapon or ship, in order.

    A ship's name is the capitalised words behind the letters of its navy, and the number in brackets
    behind that is another name of it. Where the name comes up again by itself, it is hers too.
    """
    found: list[tuple[int, int, str]] = []
    own: dict[str, str] = {}
    word = 0
    while word < len(parse.words):
        if made := _at(parse, word, own):
            found.extend(made)
            word = max(last for _, last, _ in made)
        word += 1
    return found


def _at(parse: Parse, word: int, own: dict[str, str]) -> list[tuple[int, int, str]]:
    """What is named at one word; `own` holds the single names of ships told so far."""
    text = parse.words[word]
    if not (text[:1].isupper() or text[:1] in "\"'"):
        return []
    if text in SHIPS and (ship := _ship(parse, word, own)):
        return ship
    if text in own and parse.lower[word - 1] not in ("de", "of", "captain", "mr", "mr.", "capt."):
        return [(word, word, own[text])]
    for kind, pattern in DESIGNATIONS.items():
        last = _joined(parse, word)
        if pattern.fullmatch("".join(parse.words[word : last + 1])):
            return [(word, last, kind)]
    if text in FIRST_OF_NAMED:
        return _named(parse, word)
    return []


def _joined(parse: Parse, word: int) -> int:
    """The last word of letters and figures that are written together: "T-72" may be three words."""
    last, spans = word, parse.tags.words
    while last + 1 < len(parse.words) and last - word < MOST_JOINED and spans[last].end == spans[last + 1].start:
        following = parse.words[last + 1]
        if not (following in ("-", "/") or following[:1].isdigit() or parse.words[last] in ("-", "/")):
            break
        last += 1
    return last


MOST_JOINED = 3
"""Words that a designation is cut into at most: "F / A - 18" would be five and is cut into fewer."""


def _ship(parse: Parse, word: int, own: dict[str, str]) -> list[tuple[int, int, str]]:
    """A ship by its letters and name, and her number in brackets."""
    last, sentence = word, parse.tags.sentence_of[word]
    while last + 1 < len(parse.words) and parse.tags.sentence_of[last + 1] == sentence and last - word < MOST_OF_SHIP:
        following = parse.words[last + 1]
        small = following in ("de", "of", "the", "la", "du", "al", "-") and parse.words[last + 2 : last + 3]
        if not following[:1].isupper() and not (small and parse.words[last + 2][:1].isupper()):
            break
        last += 1
    if last == word:
        return []
    kind = "platform" if parse.words[word] in NAVIES else "vehicle"
    if last == word + 1 and len(parse.words[last]) > 3:
        own[parse.words[last]] = kind
    found = [(word, last, kind)]
    if parse.words[last + 1 : last + 2] == ("(",) and ")" in parse.words[last + 2 : last + 6]:
        end = parse.words.index(")", last + 2)
        inside = parse.text[parse.tags.words[last + 2].start : parse.tags.words[end].start]
        if HULL.fullmatch(inside.strip()):
            found.append((last + 2, end - 1, kind))
    return found


MOST_OF_SHIP = 4
"""Words of a ship's name at most; ours: "Charles de Gaulle" has three."""


def _named(parse: Parse, word: int) -> list[tuple[int, int, str]]:
    for length in (2, 1):
        name = parse.words[word : word + length]
        if len(name) < length or (kind := NAMED.get(name)) is None:
            continue
        last = word + length - 1
        following = parse.words[last + 1] if last + 1 < len(parse.words) else ""
        if following.isdigit() and len(following) < 3:
            return [(word, last + 1, kind)]
        noun = any(singular(near) in HEADS for near in (*parse.words[max(0, word - 1) : word], following))
        if name in NEEDS_NOUN and not noun:
            return []
        return [(word, last, kind)]
    return []
