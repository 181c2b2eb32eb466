"""
Words, as Universal Dependencies cuts English: one compiled pattern, one pass.

Punctuation and clitics stand apart, hyphenated compounds are cut at their hyphens (prefixes are not), abbreviations
keep their full stop. Every character that is not a space belongs to one word.
"""

from __future__ import annotations

import re

from according.records import Span, Spans
from according.segmenting.abbreviations import (
    CLASHING,
    DAYS,
    ENDING,
    INSIDE,
    MONTHS,
    NUMBERED,
    PLACES,
    STARTERS,
    TITLES,
)

SPACE = r"\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u061c"
"""What parts words: white space, no-break spaces, and the marks of no width (joiners, direction marks)."""

LETTER = (
    r"A-Za-z\u00aa\u00ad\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u060b\u060d-\u061a\u0620-\u065f\u066e-\u06d3"
    r"\u06d5-\u167f\u1681-\u1fff\u2071\u207f\u2090-\u209c\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff\uf900-\ufdff\ufe20-\ufe2f"
    r"\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff"
)
"""
Letters with their marks and the soft hyphen, as ranges of a character class: Python's own class knows no combining
marks ("é" typed as two), and the ranges let a few signs of other scripts in, which no English report holds.
"""

PREFIXES = (
    "ante|anti|arch|bi|bio|co|counter|cross|de|dis|e|electro|ex|extra|hyper|infra|inter|intra|macro|mega|meta|micro|mid|"
    "mini|mis|mono|multi|neo|non|over|pan|para|poly|post|pre|pro|proto|pseudo|psycho|re|semi|socio|sub|super|supra|"
    "tele|trans|tri|ultra|un|under|uni"
)
"""Prefixes that stay with their word: "anti-government", "mid-March", "re-election"."""


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


ENDINGS_OF_NAMES = (
    r"com|org|net|gov|edu|info|int|mil|co\.[a-z]{2}|ru|ua|ir|il|de|fr|eu|cn|uk|tv|io|pdf|docx?|xlsx?|html?|jpg|png"
)
"""What the names of sites and files end in: the commonest, and those of countries much in the news."""
TAILS = r"(?: [sSdDmM] | re | RE | ve | VE | ll | LL ) \b"
CLITIC = rf"['’´] {TAILS}"
APOSTROPHES = rf"(?: ['’] (?! {TAILS} ) [{LETTER}]++ )*+"
QUOTED_NAME = rf"""["“'‘(]? (?! (?: {_any(STARTERS)} ) \b ) [A-Z]"""
"""After an initial: 'George W. Lund', 'Robert C. "Bob" Lund', and not 'Plan B. The ...'."""

PATTERN = rf"""
    # the ordinary word, nine of ten: "minister"
    (?! (?: [Cc]an(?=not\b) | [Gg](?:onna|otta|imme)\b | [Ww]anna\b | [Ll]emme\b ) )
    [{LETTER}]++ (?= [\ \n,] )

    # addresses and names of the net: https://example.org/a?b=1  www.example.org  list.pdf  @ministry  #ceasefire
  | (?: https?:// | ftp:// | www\. ) [^{SPACE}<>"“”«»]* [^{SPACE}<>"“”«».,;:!?)\]'’…]
  | [\w.+%-]{{1,64}}+ @ [\w-]+ (?: \. [\w-]+ )+
  | (?<! [\w.] ) [A-Za-z0-9][\w-]{{0,63}}+ (?: \.[\w-]{{1,63}}+ ){{0,6}}? \. (?: {ENDINGS_OF_NAMES} ) \b
    (?: / [^{SPACE}<>"“”«»]* [^{SPACE}<>"“”«».,;:!?)\]'’…] | / )?
  | (?<! \w ) @ \w++
  | (?<! \w ) \# \w++

    # numbers: 1990's  10:30  14.05  9/11  3/6/2020  555-010-0199  2020-06-03  1,200  3.5  21st  1990s  4x4  .5  '90s
  | (?: 1[5-9] | 20 )? \d0 ['’] s \b
  | \d{{1,2}} (?: [:.] \d\d ){{1,2}} (?! [\w:] | \.\d )
  | \d{{1,4}} (?: / \d{{1,4}} ){{1,2}} (?! [\d/] )
  | (?: \+?\d{{1,3}} - )? \d{{3}} - \d{{3}} - \d{{4}} (?! \d )
  | \d{{4}} - \d\d - \d\d (?! \d )
  | \d++ (?: , \d{{3}} (?! \d ) )*+ (?: \. \d++ )*+
    (?: (?= (?: am | pm | k?m | cm | mm | k?g | mph | [kK] | bn | mn | tn | percent ) (?! [{LETTER}\d] ) )   # 5|pm
      | [{LETTER}\d]*+ )
  | (?<! \w ) \. \d++
  | ['’‘] \d0s \b

    # abbreviations with their full stop: U.S.  a.m.  U.N  Ph.D.  Lt.  Sept.  Sun. 3  No. 5  George W. Lund
    # and N. 4th St.  (b. 1960)
  | (?: [{LETTER}] \. ){{2,}} (?: [{LETTER}] (?! [{LETTER}\d] ) )? | [A-Z] \. [A-Z] (?! [{LETTER}\d.] )
  | (?: Ph | M | B | D | LL ) \. (?: D | Sc | Phil | A | B | Ed ) \.
  | (?: {_any(TITLES - CLASHING)} ) \. (?! [a-z] )
  | (?: {_any((MONTHS | DAYS | INSIDE | PLACES | ENDING) - CLASHING)} ) \. (?! [a-z] )
  | (?: {_any(CLASHING - NUMBERED)} ) \. (?= [,;:)] | [{SPACE}]+ [-–—a-z\d(] )
  | (?<= ,\  ) (?: {_any(PLACES)} ) \.
  | (?: {_any(NUMBERED)} ) \. (?= [{SPACE}]* \d )
  | (?<! [{LETTER}'’] ) (?: (?! I ) | (?<! [a-z]\ ) )
    [A-Z] \. (?= [A-Z][{LETTER}] | [{SPACE}]+ {QUOTED_NAME} )
  | (?<! [{LETTER}'’] ) [NSEW] \. (?= [{SPACE}]+ \d )
  | (?<= \( ) [bcdm] \. (?= [{SPACE}] )

    # words and their clitics: can|not  do|n't  Assad|'s  'em  US$|5  AT&T  mid-March  O'Brien
  | [Cc]an (?= not \b ) | [Gg]on (?= na \b ) | [Gg]ot (?= ta \b ) | [Ww]an (?= na \b )
  | [Gg]im (?= me \b ) | [Ll]em (?= me \b )
  | [{LETTER}]+? (?= [nN]['’´`][tT] \b )
  | [nN] ['’´`] [tT] \b
  | {CLITIC}
  | (?<! \w ) ['’‘] (?: em | n | til | tis | twas | cause ) \b ['’]?
  | (?: US | A | C | NZ | HK | S ) \$
  | [A-Z]+ (?: & [A-Z]+ )+ (?! [{LETTER}] )
  | (?<! - ) (?i: {PREFIXES} ) - (?: (?: [A-Z]\. ){{2,}} | [{LETTER}\d]++ {APOSTROPHES} )
  | [{LETTER}][{LETTER}\d]*+ {APOSTROPHES}

    # signs; what is left stands alone
  | (?<= \s ) [:;]-?[()DP] (?! \w )
  | \.{{2,}}+ | …++ | -{{2,}}+ | —++ | [!?]{{2,}}+ | \*++ | =++ | _++ | ~++ | '' | `` | ‘‘ | ’’
  | [^{SPACE}]
"""
WORD = re.compile(PATTERN, re.VERBOSE)


def words_of(text: str, start: int, end: int) -> Spans:
    """
    The words of ``text[start:end]``, as spans of `text`.

    >>> text = "They can't say if 1,200 Iran-backed men's pay is $5."
    >>> [text[word.start : word.end] for word in words_of(text, 0, 16)]
    ['They', 'ca', "n't", 'say', 'i']
    >>> [text[word.start : word.end] for word in words_of(text, 18, len(text))]
    ['1,200', 'Iran', '-', 'backed', 'men', "'s", 'pay', 'is', '$', '5', '.']
    """
    return tuple(Span(start=match.start(), end=match.end()) for match in WORD.finditer(text, start, end))
