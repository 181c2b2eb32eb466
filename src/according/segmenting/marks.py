"""
Quotation marks, one by one: which characters are marks, and whether each may open or close.

A mark's shape says one thing and its neighbours another; typists and converters get the shape wrong more often than
the space, so the neighbours decide and the shape breaks ties. Apostrophes and inch signs are sorted out here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.segmenting.words import LETTER, SPACE

DOUBLE, SINGLE = 2, 1

MARK = re.compile(
    r"""
      (?P<double> '' (?! '(?!\w) ) | `` | ‘‘ | ’’ | ‚‚ | ,,(?=\w) | ["“”„‟«»＂〝〞] )   # in "'no'''" one, then two
    | (?P<single> ['’‘‚‛‹›`´] )
    """,
    re.VERBOSE,
)
OPENING = frozenset({"“", "„", "‟", "«", "``", "‘‘", "‚‚", ",,", "〝", "‘", "‚", "‛", "‹", "`"})
CLOSING = frozenset({"”", "»", "’’", "〞", "’", "›", "´"})

BEFORE_OPENING = frozenset("([{<—–-/=…:“„‟«‘‚‹`\"'")
AFTER_CLOSING = frozenset(".,;:?!)]}>—–-/…\"'”’»›")
STOPS, BRACKETS = frozenset(".,;:?!)"), frozenset("([{“„«‘‚‹`")
"""Signs beside which a space may have slipped in: "« word »." and ( " word")."""
ELLIPSES = frozenset(["..", "?!", "!!"])

WORDLIKE = re.compile(rf"[{LETTER}\d]")
BLANK = re.compile(rf"[{SPACE}]")
APOSTROPHE = re.compile(
    r"""
    # 'em, rock 'n' roll, the '90s
    ['’‘] (?: em | n | til | tis | twas | cause | bout | round | cos | cuz | course | kay | \d\ds? ) \b
    # a clitic set apart: Assad 's
  | ['’] (?: s | re | ve | ll | d | m | t ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
MEASURE = re.compile(
    r"""
    ['’´] \s? \d{1,2} \s? (?: ["”″] | '' ) | ['’´] [ -] (?: tall | high | long | wide | deep )   # 6'2", 6' tall
    """,
    re.VERBOSE,
)
INCHES = re.compile(r"\d['’´]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    One quotation mark at ``start:end``, of `size` DOUBLE or SINGLE.

    `opens` and `closes`: whether it may do so; at least one holds. `curved` when its shape alone tells which.
    """

    start: int
    end: int
    size: int
    opens: bool
    closes: bool
    curved: bool


def marks_of(text: str, start: int, end: int) -> list[Mark]:
    """
    The quotation marks of ``text[start:end]``, without apostrophes and signs of measure.

    The plural's apostrophe is kept, for it may close a quotation; whether one is open is seen later:

    >>> text = "The boys' father said, ''It's 6'2\\" tall.''"
    >>> [(text[mark.start : mark.end], mark.opens, mark.closes) for mark in marks_of(text, 0, len(text))]
    [("'", False, True), ("''", True, False), ("''", False, True)]
    """
    found: list[Mark] = []
    for match in MARK.finditer(text, start, end):
        first, last = match.span()
        if not (_is_apostrophe(text, first, start, end) if match["single"] else _is_inches(text, first, last, start)):
            found.append(_mark(text, first, last, start, end))
    return found


def _is_inches(text: str, first: int, last: int, start: int) -> bool:
    """Whether a double mark stands for inches, after feet: 6'2"."""
    return text[first:last] in ('"', "''", "”") and INCHES.search(text[max(start, first - 6) : first]) is not None


def _is_apostrophe(text: str, first: int, start: int, end: int) -> bool:
    """Whether a single mark is an apostrophe, or feet."""
    if text[first] in "‹›":
        return False
    before = text[first - 1] if first > start else " "
    after = text[first + 1] if first + 1 < end else " "
    if WORDLIKE.match(before):
        if WORDLIKE.match(after):
            return True
        if before.isdigit() and MEASURE.match(text, first, end):
            return True
        return text[max(start, first - 2) : first].lower() in ("'n", "’n")
    if text[first] == "'" and BLANK.match(before) and BLANK.match(after):
        return True
    return APOSTROPHE.match(text, first, end) is not None


def _mark(text: str, first: int, last: int, start: int, end: int) -> Mark:
    """The mark at ``first:last``, weighed by its neighbours, then by its shape."""
    opens, closes = _leaning(text[first - 1] if first > start else " ", text[last : min(last + 2, end)] or " ")
    if first == start or last == end:
        opens, closes = first == start, last == end
    shape = text[first:last]
    curved = shape in OPENING or shape in CLOSING
    if opens == closes:
        opens, closes = shape not in CLOSING, shape not in OPENING
    size = SINGLE if last - first == 1 and shape in "'’‘‚‛‹›`´" else DOUBLE
    return Mark(start=first, end=last, size=size, opens=opens, closes=closes, curved=curved)


def _leaning(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between `before` and `after` may open, and whether it may close; alike where they do not tell."""
    blank_before, blank_after = bool(BLANK.match(before)), bool(BLANK.match(after[:1]))
    if blank_before and blank_after:
        return True, True
    if blank_before:
        return True, after[0] in STOPS and after not in ELLIPSES
    if blank_after:
        return before in BRACKETS, True
    opens = before in BEFORE_OPENING and after[0] not in AFTER_CLOSING
    closes = after[0] in AFTER_CLOSING and before not in BEFORE_OPENING
    return opens, closes
