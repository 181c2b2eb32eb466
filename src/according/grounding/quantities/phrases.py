"""
A number's phrase: the number, what bounds it, and whether it is money or a share.

    "at least 12"   12 and no upper end        "between 10 and 15"   10 to 15        "dozens"   24 and no upper end
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.grounding.quantities.numerals import NUMBER, NUMERALS, number
from according.world.lookup import DIGITS, word_set

AT_LEAST = r"""
    at \s+ least | more \s+ than | (?: well \s+ | just \s+ )? over | no \s+ (?: fewer | less ) \s+ than
    | not \s+ less \s+ than | upwards? \s+ of | in \s+ excess \s+ of | above | exceeding | a \s+ minimum \s+ of
    | greater \s+ than
"""
AT_MOST = r"""
    up \s+ to | at \s+ most | as \s+ many \s+ as | as \s+ much \s+ as | as \s+ high \s+ as
    | no \s+ more \s+ than | not \s+ more \s+ than | fewer \s+ than | less \s+ than | under | below
    | a \s+ maximum \s+ of
"""
ABOUT_BELOW = r"nearly | almost | close \s+ to | just \s+ under | virtually"
ABOUT = r"""
    about | around | approximately | some | roughly | circa | an? \s+ estimated | estimated
    | an \s+ average \s+ of | more \s+ or \s+ less | in \s+ the \s+ region \s+ of
"""
PLAIN = r"""
    exactly | precisely | all | a \s+ total \s+ of | only | just | a \s+ further | an \s+ additional | another
    | an \s+ extra
"""
HEDGE = rf"""
    (?: (?P<at_least> {AT_LEAST} ) | (?P<at_most> {AT_MOST} ) | (?P<below> {ABOUT_BELOW} )
    | (?P<about> {ABOUT} ) | (?P<plain> {PLAIN} ) ) \s+
"""

SIGN = r"""
    (?: (?: US | A | C | NZ | HK | S | USD | CAD | AUD | R )? \$ | (?: GB | UK )? \s? [£#] (?= \s?\d ) | € | ¥
    | ₹ | ₽ | ₪ | ₩ | ₦ | (?: USD | EUR | GBP | JPY | CHF | CNY | RMB | INR | AUD | Rs\.? | Rp
    | GB \s [£#] ) (?= \s? [\d$] ) )
"""
SHORT = r"(?: \s? (?: bn | mn | mln | tn | trn | m | b | k ) \b )"
CURRENCY = r"""(?: (?: (?: US | U\.S\. | Australian | Canadian | Hong \s+ Kong | Singapore | New \s+ Zealand ) \s+ )?
        (?: dollars? | USD \b | cents? )
    | euros? | EUR \b | pounds (?: \s+ sterling )? (?! \s+ of ) | sterling | GBP \b | pence | yen | yuan
        | renminbi | (?: Indian | Pakistani )? \s* rupees? | rupiah
    | roubles? | rubles? | hryvnias? | Swiss \s+ francs? | francs? | (?: Swedish | Norwegian
        | Danish )? \s* krona | kroner | lira | liras | rials? | riyals?
    | dinars? | dirhams? | shekels? | pesos? | reais | rand | naira | cedis? | shillings?
    | won (?= [\s,.] \s? (?: \( | a\b | for | in | , | \. ) ) | baht | ringgit | zloty | forints? | taka
    | afghanis? )"""
PERCENT = r"""
    (?: \s? % | [\s-] per \s? cent \b | [\s-] percent (?: age \s+ points? )? \b | [\s-] percentage \s+ points?
    | \s pct \b | [\s-] basis \s+ points? )
"""
BETWEEN = r"(?: \s* [-–—] \s* | \s+ to \s+ | \s+ or \s+ )"

PHRASE = re.compile(
    rf"""
    (?: (?<! [\w$£€] ) {HEDGE} )?
    (?P<between> (?: between | from ) \s+ (?! [\w\s]* \b from ) )?
    (?P<sign> (?<! \w ) {SIGN} \s? )?
    (?P<low> {NUMBER} (?P<low_short> {SHORT} )? ) (?P<percent_low> {PERCENT} )?
    (?: (?: {BETWEEN} | (?P<and> \s+ and \s+ ) ) (?: {SIGN} \s? )? (?P<high> {NUMBER} (?P<high_short> {SHORT} )? ) )?
    (?P<plus> \s? [+] | - plus \b | \s+ or \s+ more \b )?
    (?P<percent> {PERCENT} )?
    (?P<currency> [\s-] \s? {CURRENCY} (?! \w ) | (?<= \d ) p \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
VAGUE = re.compile(
    rf"""
    (?: \b {HEDGE} )?
    (?: \b (?P<some> (?: (?: tens \s+ of | hundreds \s+ of | dozens \s+ of | many ) \s+ )? (?: tens | dozens
        | scores | hundreds | thousands | millions | billions | trillions ) (?= \s+ of \b | \s+ \w | [.,] ) )
      | \b (?P<few> several | a \s+ few | a \s+ handful \s+ of | a \s+ couple \s+ of
          | a \s+ score \s+ of ) \b (?! \s+ (?: times | more \s+ times ) )
      | (?P<share> (?<! first\s ) (?<! second\s ) (?<! latter\s ) (?<! other\s ) \b (?: half
          | a \s+ (?: third | quarter | fifth | tenth ) | (?: one | two | three | four ) [\s-] (?: thirds?
          | quarters? | fifths ) ) (?= \s+ of \b ) )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

NUMBER_WORDS = DIGITS | NUMERALS
"""Every match of `PHRASE` holds one of these (`according.world.lookup.signs_of`)."""
VAGUE_WORDS = word_set(
    """
    tens dozens scores hundreds thousands millions billions trillions several few handful couple score
    half third quarter fifth tenth thirds quarters fifths
    """
)
"""Every match of `VAGUE` holds one of these."""

ABOUT_SHARE = 0.1
"""
How far "about N" may reach either side, as a share of N. A guess; counts of one event in two reports would measure it.
"""

LOWEST = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
    "billions": 2_000_000_000, "trillions": 2_000_000_000_000,
    "several": 3, "a few": 3, "a handful of": 3, "a couple of": 2, "a score of": 20,
}  # fmt: skip
"""The fewest that the words allow, by the plural; "several" and "a few" by custom, three."""
SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
COUNTS = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4}


RATIO = re.compile(
    rf"""
        \b (?P<part> one | two | three | \d{{1,2}} ) \s+ (?: in
        | out \s+ of ) \s+ (?: every \s+ )? (?P<whole> {NUMBER} ) (?! [\w%] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""one in five · three out of every ten"""
RATIO_WORDS = DIGITS | {"one", "two", "three"}
"""Every match of `RATIO` holds one of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The numbers of a phrase; `unit` is "money", "percent", "share" or None."""

    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None = None


def amount(found: re.Match[str]) -> Amount | None:
    """
    What a match of `PHRASE` bounds; None where its words are no number.

    >>> amount(PHRASE.search("killed at least 12 people"))
    Amount(value=12.0, low=12.0, high=None, bound='at-least', unit=None)
    >>> amount(PHRASE.search("between $2 million and $3 million"))
    Amount(value=None, low=2000000.0, high=3000000.0, bound='about', unit='money')

    "Nearly" does not reach its number from above:

    >>> amount(PHRASE.search("nearly 200"))
    Amount(value=200.0, low=180.0, high=200.0, bound='about', unit=None)
    """
    short = bool(found["sign"] or found["currency"])
    unit = "money" if short else "percent" if found["percent"] or found["percent_low"] else None
    low = number(found["low"])
    if low is None:
        return None
    if found["high"] is not None:
        high = number(found["high"])
        if high is None:
            return None
        if high > 1000 > low and low * 1000 <= high and re.search(r"[a-z]", found["high"]):
            low *= high / (number(re.sub(r"[A-Za-z].*", "", found["high"])) or high)  # "10 to 15 million"
        return Amount(value=None, low=min(low, high), high=max(low, high), bound="about", unit=unit)
    if found["at_least"] or found["plus"]:
        return Amount(value=low, low=low, high=None, bound="at-least", unit=unit)
    if found["at_most"]:
        return Amount(value=low, low=None, high=low, bound="at-most", unit=unit)
    if found["below"] or found["about"]:
        above = low if found["below"] else _round(low * (1 + ABOUT_SHARE))
        return Amount(value=low, low=_round(low * (1 - ABOUT_SHARE)), high=above, bound="about", unit=unit)
    return Amount(value=low, low=low, high=low, bound="exact", unit=unit)


def _round(value: float) -> float:
    return float(round(value)) if abs(value) >= 10 else round(value, 2)


def ratio_amount(found: re.Match[str]) -> Amount | None:
    """
    The share that a match of `RATIO` states; None where the whole is no more than the part.

    >>> ratio_amount(RATIO.search("one in five"))
    Amount(value=0.2, low=0.2, high=0.2, bound='exact', unit='share')
    """
    part, whole = number(found["part"]), number(found["whole"])
    if not part or not whole or part >= whole or whole > 1000:
        return None
    return Amount(value=part / whole, low=part / whole, high=part / whole, bound="exact", unit="share")


def vague_amount(found: re.Match[str]) -> Amount:
    """
    What a match of `VAGUE` bounds.

    >>> vague_amount(VAGUE.search("dozens of people")).low
    24.0
    >>> vague_amount(VAGUE.search("tens of thousands fled")).low
    20000.0
    """
    if found["share"]:
        words = re.split(r"[\s-]+", found["share"].lower())
        value = COUNTS.get(words[0], 1) * SHARES[words[-1].removesuffix("s")]
        if found["at_least"]:
            return Amount(value=value, low=value, high=None, bound="at-least", unit="share")
        if found["at_most"]:
            return Amount(value=value, low=None, high=value, bound="at-most", unit="share")
        return Amount(
            value=value,
            low=value,
            high=value,
            bound="about" if found["about"] or found["below"] else "exact",
            unit="share",
        )
    if found["few"]:
        return Amount(value=None, low=float(LOWEST[" ".join(found["few"].lower().split())]), high=None, bound="about")
    words = [word for word in found["some"].lower().split() if word in LOWEST]
    low = float(LOWEST[words[-1]])
    if len(words) == 2:
        low = LOWEST[words[0]] * low / 2
    return Amount(value=None, low=low, high=None, bound="at-least")
