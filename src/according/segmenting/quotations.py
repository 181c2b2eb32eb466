"""
Quotations of a report, those that run over paragraphs held together.

News convention: a quotation that goes on opens anew in each paragraph and closes in the last only. A mark without
its fellow makes a quotation only where the end can be worked out; in doubt there is none, for words wrongly put in
a mouth cost more than words missed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.records import Paragraph, Quotation, Span
from according.segmenting.marks import DOUBLE, SINGLE, Mark
from according.segmenting.pairing import FINISHED, TURN, VERBS, Paired, paired

RUNNING = frozenset({"paragraph", "list-item"})
"""Kinds of paragraph that a quotation may run over; others (captions, headings) may stand between."""

NARRATOR = re.compile(rf"[,?!—–-] (?= \s {TURN.pattern} )", re.VERBOSE)
"""Where the narrator takes over inside a quotation that lost its closing mark: "We have won, the minister said."""
SENTENCE_END = re.compile(r"[.?!…] ['’]? \s", re.VERBOSE)
SPEECH = re.compile(rf"\b {VERBS} \b | \b according\ to \b", re.VERBOSE)
LEADS_IN = re.compile(rf"""(?: [,:] | [.?!]["'”’)]* | \b {VERBS} | \b that ) \s* $""", re.VERBOSE)
"""What stands before a quotation of whole sentences, unlike before a word in scare quotes."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """
    A quotation in the making: where the whole and what stands between the marks begin and end.

    `runs_on` when the next paragraph goes on with it; `joins` is where a later one of this paragraph does.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool = True
    runs_on: bool = False
    joins: int = -1
    group: int = -1


def quotations_of(text: str, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """
    The report's quotations in the order of the text.

    >>> text = '"We won.\\n\\n"They lost,\\'\\' she said.'
    >>> paragraphs = [
    ...     Paragraph(span=Span(start=0, end=8), kind="paragraph"),
    ...     Paragraph(span=Span(start=10, end=len(text)), kind="paragraph"),
    ... ]
    >>> [(text[one.inner.start : one.inner.end], one.group, one.closed) for one in quotations_of(text, paragraphs)]
    [('We won.', 0, False), ('They lost,', 0, True)]
    """
    marks = [paired(text, paragraph.span.start, paragraph.span.end) for paragraph in paragraphs]
    followers = _followers(paragraphs)
    found: list[Quotation] = []
    groups = 0
    running: _Draft | None = None
    for number, paragraph in enumerate(paragraphs):
        follower = followers[number]
        after = None if follower is None else (paragraphs[follower].span, marks[follower])
        drafts = _closed(marks[number]) + _unclosed(text, paragraph.span, marks[number], after)
        if paragraph.kind in RUNNING and running:
            drafts = _carried(text, paragraph.span, marks[number], drafts, running)
        drafts.sort(key=lambda draft: (draft.start, -draft.end))
        groups = _number(drafts, groups)
        found.extend(_finished(text, drafts))
        if paragraph.kind in RUNNING:
            running = next((draft for draft in drafts if draft.runs_on), None)
    return found


def _followers(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph of running text the number of the next; None for the others."""
    followers: list[int | None] = [None] * len(paragraphs)
    before = None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind in RUNNING:
            if before is not None:
                followers[before] = number
            before = number
    return followers


def _number(drafts: Sequence[_Draft], groups: int) -> int:
    """Number the drafts of one paragraph that have no group yet, from `groups` on; the next free number."""
    joined: dict[int, int] = {}
    for draft in drafts:
        if draft.group < 0:
            draft.group = joined.get(draft.start, groups)
            groups = max(groups, draft.group + 1)
        joined[draft.joins] = draft.group
    return groups


def _closed(marks: Paired) -> list[_Draft]:
    return [_Draft(start=one.start, inner_start=one.end, inner_end=two.start, end=two.end) for one, two in marks.pairs]


def _unclosed(text: str, span: Span, marks: Paired, after: tuple[Span, Paired] | None) -> list[_Draft]:
    """Quotations of one paragraph whose closing mark is missing, as far as their end can be worked out."""
    drafts: list[_Draft] = []
    openings = sorted([one.start for one, _ in marks.pairs] + [mark.start for mark in marks.opening])
    for mark in marks.opening:
        led_in = LEADS_IN.search(text, max(span.start, mark.start - 12), mark.start) is not None
        around = [two for one, two in marks.pairs if one.start < mark.start < two.start]
        outer = min(around, key=lambda two: two.start) if around else None
        if outer and led_in and not SENTENCE_END.search(text, mark.end, outer.start):
            drafts.append(_cut(mark, outer.start))
        if outer or (mark.start != span.start and (mark.size == SINGLE or not led_in)):
            continue
        limit = next((start for start in openings if start > mark.start), span.end)
        draft = _cut(mark, limit)
        narrator = NARRATOR.search(text, mark.end, limit)
        if narrator and mark.size == DOUBLE:
            draft.inner_end = draft.end = narrator.end()
        elif limit < span.end:
            if not SENTENCE_END.search(text, max(mark.end, limit - 4), limit) or SPEECH.search(text, mark.end, limit):
                continue
            draft.joins = limit
        elif after and _goes_on(text, mark, *after):
            draft.runs_on = True
        elif mark.size == SINGLE or SPEECH.search(text, mark.end, limit):
            continue
        drafts.append(draft)
    return drafts


def _cut(mark: Mark, end: int) -> _Draft:
    return _Draft(start=mark.start, inner_start=mark.end, inner_end=end, end=end, closed=False)


def _goes_on(text: str, mark: Mark, span: Span, marks: Paired) -> bool:
    """Whether the quotation opened by `mark` goes on in the next paragraph: that opens anew, or only closes."""
    opening = [one for one, _ in marks.pairs[:1]] + marks.opening
    if any(one.start == span.start and one.size == mark.size for one in opening):
        return True
    return mark.size == DOUBLE and _bare_closing(text, span, marks) is not None


def _bare_closing(text: str, span: Span, marks: Paired) -> Mark | None:
    """The mark that closes a quotation which no mark opened in this paragraph; None if a narrator speaks before it."""
    first = min([one.start for one, _ in marks.pairs] + [mark.start for mark in marks.opening], default=span.end)
    for mark in marks.closing:
        if mark.size == DOUBLE and mark.start < first and text[mark.start - 1] in FINISHED:
            return None if SPEECH.search(text, span.start, mark.start) else mark
    return None


def _carried(text: str, span: Span, marks: Paired, drafts: list[_Draft], running: _Draft) -> list[_Draft]:
    """The paragraph's drafts with the one that carries on `running` in its group."""
    for draft in drafts:
        if draft.start == span.start:
            draft.group = running.group
            return drafts
    mark = _bare_closing(text, span, marks)
    if mark is None:
        return drafts
    first = _Draft(start=span.start, inner_start=span.start, inner_end=mark.start, end=mark.end, group=running.group)
    return [first, *drafts]


def _finished(text: str, drafts: Sequence[_Draft]) -> list[Quotation]:
    """Drafts, sorted, as records: white space trimmed, empty and crossing ones left out, depth by what holds what."""
    found: list[Quotation] = []
    ends: list[int] = []
    for draft in drafts:
        inner = text[draft.inner_start : draft.inner_end]
        bare = inner.strip()
        while ends and ends[-1] <= draft.start:
            ends.pop()
        if not bare or (ends and ends[-1] < draft.end):
            continue
        inner_start = draft.inner_start + len(inner) - len(inner.lstrip())
        end = draft.end if draft.closed else inner_start + len(bare)
        found.append(
            Quotation(
                span=Span(start=draft.start, end=end),
                inner=Span(start=inner_start, end=inner_start + len(bare)),
                group=draft.group,
                closed=draft.closed,
                depth=int(bool(ends)),
            )
        )
        ends.append(end)
    return found
