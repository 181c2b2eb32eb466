"""
Numbers as they are written, in figures and in words: "1,200", "3.5 million", "twenty-three", "a dozen".

Shared by quantities and durations. British "billion" as a million millions is not read: news dropped it in the 1970s.
"""

from __future__ import annotations

import re

from according.world.numbers import TENS, UNITS

SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
"""Letters behind figures. They are scales only behind figures, and most of them only where money is meant."""
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "thirds": 1 / 3, "quarters": 0.25, "fifths": 0.2}

NUMERALS = frozenset({*UNITS, *TENS, *SCALES})
"""Words of which a number in words has one at least."""

_SMALL = "|".join(sorted({**UNITS, **TENS}, key=len, reverse=True))
_SCALE = "|".join(SCALES)

FIGURES = r"(?: \d{1,3} (?: ,\d{3} )+ (?: \.\d+ )? | \d+ (?: \.\d+ )? )"
"""1,200 or 1200 or 3.5: to be used in verbose patterns."""

IN_WORDS = rf"""
    (?:
        (?: half \s+ an? | an? \s+ half | an? (?: \s+ couple (?: \s+ of )? )? | {_SMALL} ) [\s-]+ (?: {_SCALE} )
      | {_SMALL}
    )
    (?: (?: [\s-]+ | \s+ and \s+ ) (?: {_SMALL} | {_SCALE} ) )*
    (?: \s+ and \s+ a \s+ (?: half | quarter ) (?: \s+ (?: million | billion | trillion ) )? )?
"""
"""twenty-three · two hundred and twelve · a dozen · half a million · two and a half: for verbose patterns."""

NUMBER = rf"""
    (?:
        (?<! [\d.,] ) {FIGURES}
        (?: \s+ and \s+ a \s+ half )?
        (?: [\s-]? \s? (?: hundred | thousand | million | billion | trillion | lakh | crore | dozen ) \b )?
      | \b (?: {IN_WORDS} ) \b
    )
"""
"""A number either way, for verbose patterns that ignore case."""

_TOKEN = re.compile(r"[\d.,]*\d|[a-z]+", re.IGNORECASE)


def number(words: str) -> float | None:
    """
    What a number's words come to; None where they are no number.

    >>> number("1,200"), number("twenty-three"), number("two hundred and twelve")
    (1200.0, 23.0, 212.0)
    >>> number("3.5 million"), number("half a million"), number("a dozen"), number("2 dozen")
    (3500000.0, 500000.0, 12.0, 24.0)
    >>> number("two and a half"), number("two and a half million"), number("40k")
    (2.5, 2500000.0, 40000.0)

    Two numbers side by side are not one:

    >>> number("two five"), number("the")
    (None, None)
    """
    total, current = 0.0, None
    tokens = _TOKEN.findall(words.lower())
    for place, token in enumerate(tokens):
        if token in ("and", "of", "a", "an", "couple"):
            if token == "couple":
                current = 2.0
            continue
        if token in FRACTIONS and place:
            current = (current or 0.0) + FRACTIONS[token]
        elif token == "half":
            current = 0.5
        elif token in SCALES or token in SHORT_SCALES:
            scale = SCALES.get(token) or SHORT_SCALES[token]
            if scale <= 100 and token != "million":
                current = (1.0 if current is None else current) * scale
            else:
                total += (1.0 if current is None else current) * scale
                current = None
        else:
            step = _small(token)
            if step is None or not _follows(current, step, token):
                return None
            current = (current or 0.0) + step
    if current is None and total == 0.0:
        return None
    return total + (current or 0.0)


def _small(token: str) -> float | None:
    if token[0].isdigit() or token[0] == ".":
        return float(token.replace(",", ""))
    if token in UNITS:
        return float(UNITS[token])
    return float(TENS[token]) if token in TENS else None


def _follows(current: float | None, step: float, token: str) -> bool:
    """Whether a number below a hundred may follow: "twenty three" and "hundred and three" do, "two five" does not."""
    if current is None:
        return True
    if token[0].isdigit():
        return False
    if current % 100 == 0:
        return True
    return current % 10 == 0 and current % 100 >= 20 and 0 < step < 10
