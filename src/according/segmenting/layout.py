"""
Paragraphs: the report's blocks, or by the layout of plain text.

Blank lines and line breaks part paragraphs, except where the lines were wrapped to a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.records import Block, Paragraph, Report, Span
from according.segmenting.kinds import ITEM, kinds_of
from according.segmenting.words import SPACE

BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
INK = re.compile(rf"[^{SPACE}] (?: .* [^{SPACE}] )?", re.VERBOSE | re.DOTALL)
FINAL = re.compile(r"""[.?!…:]["'”’»)\]]* $""", re.VERBOSE)

NARROWEST, WIDEST = 40, 100
"""
Widths, in characters, between which text counts as wrapped. Typewriters, e-mail and agency wires wrap at 60 to 80;
the margin on either side is a guess, which a collection of wrapped reports would measure.
"""
TORN = 3
"""Text is wrapped when one line break in so many falls in mid-sentence; in running text it is two of three."""
OUTLIERS = 20
"""One line in so many may be too long, an address or a table, in wrapped text."""


def paragraphs_of(report: Report) -> list[Paragraph]:
    """
    The report's paragraphs in order: its blocks where it has any, else by layout.

    >>> text = "Ferry aground\\n\\nA ferry ran aground off Bodrum\\nin the night."
    >>> [(one.kind, text[one.span.start : one.span.end]) for one in paragraphs_of(Report(id="", text=text))]
    [('title', 'Ferry aground'), ('paragraph', 'A ferry ran aground off Bodrum\\nin the night.')]
    """
    if report.blocks:
        trimmed = [(block, _trimmed(report.text, block.span)) for block in _apart(report.blocks, len(report.text))]
        return [Paragraph(span=span, kind=block.kind) for block, span in trimmed if span]
    spans = list(_joined(report.text))
    kinds = kinds_of([report.text[span.start : span.end] for span in spans])
    return [Paragraph(span=span, kind=kind) for span, kind in zip(spans, kinds, strict=True)]


def _apart(blocks: Sequence[Block], end: int) -> list[Block]:
    """Blocks in the order of the text, without those that overlap an earlier one or lie outside."""
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda block: block.span):
        if block.span.end <= end and (not kept or kept[-1].span.end <= block.span.start):
            kept.append(block)
    return kept


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without the space around its words; None when nothing else is there."""
    ink = INK.search(text, span.start, span.end)
    return Span(start=ink.start(), end=ink.end()) if ink else None


def _lines(text: str) -> Iterator[Span | None]:
    """Each line without the space around it; None for a blank one."""
    start = 0
    for match in BREAK.finditer(text):
        yield _trimmed(text, Span(start=start, end=match.start())) if start < match.start() else None
        start = match.end()
    yield _trimmed(text, Span(start=start, end=len(text))) if start < len(text) else None


def _joined(text: str) -> Iterator[Span]:
    """Paragraphs as spans: lines, joined where they were wrapped."""
    lines = list(_lines(text))
    width = _width(text, lines)
    first: Span | None = None
    last: Span | None = None
    for line in lines:
        if first and last:
            if line and _goes_on(text, last, line, width):
                last = line
                continue
            yield Span(start=first.start, end=last.end)
        first = last = line
    if first and last:
        yield Span(start=first.start, end=last.end)


def _width(text: str, lines: Sequence[Span | None]) -> int | None:
    """The width that the text was wrapped to; None when it was not."""
    pairs = [(one, two) for one, two in zip(lines, lines[1:], strict=False) if one and two]
    lengths = [line.end - line.start for line in lines if line]
    fitting = [length for length in lengths if length <= WIDEST]
    longest = max(fitting, default=0)
    if not pairs or longest < NARROWEST or (len(lengths) - len(fitting)) * OUTLIERS > len(lengths):
        return None
    torn = sum(_is_torn(text, one, two) for one, two in pairs)
    return longest if torn * TORN >= len(pairs) else None


def _is_torn(text: str, before: Span, line: Span) -> bool:
    """Whether the break between two lines falls in mid-sentence."""
    return text[line.start].islower() and not FINAL.search(text, before.start, before.end)


def _goes_on(text: str, before: Span, line: Span, width: int | None) -> bool:
    """Whether `line` carries on the paragraph whose last line is `before`: the sentence does, or the line was full."""
    if ITEM.match(text, line.start, line.end):
        return False
    if _is_torn(text, before, line):
        return True
    if width is None or (_is_indented(text, line) and not _is_indented(text, before)):
        return False
    first_word = text[line.start : line.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(first_word) > width


def _is_indented(text: str, line: Span) -> bool:
    """Whether space stands before the line, as before the first of a paragraph."""
    return line.start > 0 and text[line.start - 1] in " \t\u00a0"
