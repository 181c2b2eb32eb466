"""
Marks paired within one paragraph.

Double marks first, then single ones; a mark left alone is then tried with one of the other size, for
"We won,' he said is a slip of the typist.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from according.segmenting.marks import DOUBLE, SINGLE, Mark, marks_of

FINISHED = frozenset(".,?!…—")
"""What stands before the mark that closes a statement."""


VERBS = r"(?: said | says | told | added | wrote | asked | stated | claimed | insisted | warned | explained )"
"""The commonest verbs of speech: enough to see where a narrator takes over, no list of cues."""
TURN = re.compile(
    rf"""
    \s* (?: (?: he | she | they | it | I | the\ \w+ (?:\ \w+)? | [A-Z][\w.'’-]+ (?: \s [A-Z][\w.'’-]+ ){{0,3}} )
             \s {VERBS} \b                                   # the minister said
       | {VERBS} \s+ \w )                                   # said Deniz Kaya
    """,
    re.VERBOSE,
)
"""The narrator's turn after a quotation."""

MOST_MARKS = 1000
"""A paragraph with more is a table or noise, and its marks are left alone; trying all pairs would take minutes."""


@dataclass(slots=True, kw_only=True)
class Paired:
    """
    One paragraph's marks: `pairs`, and those without a fellow, which may open or close.

    `pairs` may nest but never cross.
    """

    pairs: list[tuple[Mark, Mark]] = field(default_factory=list)
    opening: list[Mark] = field(default_factory=list)
    closing: list[Mark] = field(default_factory=list)


def paired(text: str, start: int, end: int) -> Paired:
    """
    The marks of the paragraph ``text[start:end]``, paired.

    >>> text = '"We won,\\' he said. "They \\'lost\\'."'
    >>> [text[one.start : two.end] for one, two in paired(text, 0, len(text)).pairs]
    ['"We won,\\'', '"They \\'lost\\'."', "'lost'"]
    """
    found = Paired()
    marks = marks_of(text, start, end)
    if 0 < len(marks) <= MOST_MARKS:
        _pair_doubles(text, [mark for mark in marks if mark.size == DOUBLE], found)
        _pair_singles(text, [mark for mark in marks if mark.size == SINGLE], found)
        _pair_across(text, found)
        found.pairs.sort(key=lambda pair: pair[0].start)
    return found


def _pair_doubles(text: str, marks: Sequence[Mark], found: Paired) -> None:
    waiting: list[Mark] = []
    for number, mark in enumerate(marks):
        following = marks[number + 1 :]
        if not waiting:
            if mark.opens or _opens_with_space_astray(text, mark, following):
                waiting.append(mark)
            else:
                found.closing.append(mark)
        elif mark.closes or _closes_with_space_astray(text, mark):
            if not _is_inches(text, mark, following):
                found.pairs.append((waiting.pop(), mark))
        else:
            if not _nests(following, len(waiting) + 1):
                found.opening.extend(waiting)
                waiting.clear()
            waiting.append(mark)
    found.opening.extend(waiting)


def _opens_with_space_astray(text: str, mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether a mark that leans left opens all the same: 'he said" We won".'"""
    return (
        not mark.curved
        and bool(following)
        and not following[0].opens
        and mark.start > 0
        and text[mark.start - 1].isalpha()
    )


def _closes_with_space_astray(text: str, mark: Mark) -> bool:
    """Whether a mark that leans right closes all the same: '"We won, "he said.'"""
    before = text[max(0, mark.start - 3) : mark.start].rstrip()[-1:]
    return not mark.curved and before in FINISHED and TURN.match(text, mark.end) is not None


def _is_inches(text: str, mark: Mark, following: Sequence[Mark]) -> bool:
    """Whether a mark after a number measures, while a later one closes: 'a 15" screen," she said'."""
    return not mark.curved and text[mark.start - 1].isdigit() and bool(following) and not following[0].opens


def _nests(following: Sequence[Mark], depth: int) -> bool:
    """Whether the marks to come close `depth` quotations, so that an opening mark inside one is no slip."""
    for mark in following:
        depth += -1 if mark.closes else 1
        if depth == 0:
            return True
    return False


def _pair_singles(text: str, marks: Sequence[Mark], found: Paired) -> None:
    doubles = tuple(found.pairs)
    scopes = [_scope(mark, doubles) for mark in marks]
    used: set[int] = set()
    for number, mark in enumerate(marks):
        if number in used:
            continue
        close = _closing_single(text, marks, number, scopes) if mark.opens else None
        if close is not None:
            found.pairs.append((mark, marks[close]))
            used.update(other for other in range(number, close + 1) if scopes[other] == scopes[number])
        elif mark.closes:
            found.closing.append(mark)
        else:
            found.opening.append(mark)


def _scope(mark: Mark, doubles: Sequence[tuple[Mark, Mark]]) -> int:
    """Which double quotation a single mark stands in, the innermost; -1 for none."""
    inside = [number for number, (one, two) in enumerate(doubles) if one.start < mark.start < two.start]
    return min(inside, key=lambda number: doubles[number][1].start - doubles[number][0].start, default=-1)


def _closing_single(text: str, marks: Sequence[Mark], number: int, scopes: Sequence[int]) -> int | None:
    """The number of the mark that closes the single quotation that mark `number` opens; at need an apostrophe."""
    doubtful = None
    for other in range(number + 1, len(marks)):
        mark = marks[other]
        if scopes[other] != scopes[number]:
            continue
        if not mark.closes:
            break
        if not _may_be_apostrophe(text, mark):
            return other
        doubtful = other if doubtful is None else doubtful
    return doubtful


def _may_be_apostrophe(text: str, mark: Mark) -> bool:
    """Whether a closing single mark may be that of "the boys' house" or "nothin' else"."""
    before, after = text[max(0, mark.start - 2) : mark.start].lower(), text[mark.end : mark.end + 2]
    return (before.endswith("s") or before == "in") and after[:1].isspace() and after[1:].isalnum()


def _pair_across(text: str, found: Paired) -> None:
    """Pair an opening mark left alone with the next lone closing mark of the other size that ends a statement."""
    for one in list(found.opening):
        for two in found.closing:
            if two.start < one.end or two.size == one.size or text[two.start - 1] not in FINISHED:
                continue
            if not any(_crosses(one, two, pair) for pair in found.pairs):
                found.pairs.append((one, two))
                found.opening.remove(one)
                found.closing.remove(two)
            break


def _crosses(one: Mark, two: Mark, pair: tuple[Mark, Mark]) -> bool:
    """Whether the quotation from `one` to `two` would cut into `pair`."""
    return (one.start < pair[0].start < two.start) != (one.start < pair[1].start < two.start)
