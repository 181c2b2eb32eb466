"""
A text with its marks as nested HTML.

Marks may nest, overlap and cross. HTML elements cannot cross, so a mark that is crossed is cut there into parts, as
browsers repair crossed formatting; `begins` and `ends` tell the first and the last part. An interval sweep: the marks'
ends are visited in the order of the text, with a stack of what is open.

The text is never changed: its characters come back in order, escaped, and nothing else is shown between the tags.
"""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from according.records import Span

UNSHOWN = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
"""Control characters, which HTML cannot hold: each is shown as one character, so that offsets still hold."""

LANED = ("content", "own")
"""Kinds that are underlined over whole clauses, so that those of one line need lanes to be told apart."""

MOST_LANES = 4
"""Lines below a word, beyond which further ones fall together. A guess: quotations nest to three."""

RIGHT_TO_LEFT = ("R", "AL")
"""Bidirectional classes of letters that are written from the right (Unicode Standard Annex 9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    One stretch of text to be marked.

    `kind` and `classes` become classes; `of` names the claims or events that it belongs to ("c3 c4"); `note` is what
    is told of it to who looks at it. `anchor` is its id in the page, on its first part.
    """

    span: Span
    kind: str
    of: str = ""
    note: str = ""
    anchor: str = ""
    classes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """An element that is open: where its tag stands in the output, where it began, whether the mark began there."""

    mark: Mark
    lane: int | None
    place: int
    start: int
    begins: bool


def drawn(text: str, marks: Iterable[Mark], within: Span | None = None) -> Markup:
    """
    A text, or the stretch of it that lies `within`, as HTML with its marks.

    >>> text = "It burned, she said."
    >>> whole = Mark(span=Span(start=0, end=9), kind="content", of="c1")
    >>> print(drawn(text, [whole, Mark(span=Span(start=3, end=15), kind="cue")], Span(start=0, end=12)))
    <span class="m content begins ends lane-0" data-of="c1">It <span class="m cue begins">burned</span></span><span
    class="m cue">, s</span>

    The second mark crosses the end of the first and is cut there; what lies outside `within` is not shown.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    shown = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
    lane_of = dict(zip(map(id, shown), lanes(shown), strict=True))
    shown.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    sweep = _Sweep(text=text, end=end, direction=direction(text[start:end]))
    places = {start, end}
    for mark in shown:
        places.update((max(mark.span.start, start), min(mark.span.end, end)))
    coming = iter(shown)
    following = next(coming, None)
    ordered = sorted(places)
    for place, until in zip(ordered, [*ordered[1:], end], strict=True):
        fresh = []
        while following is not None and max(following.span.start, start) == place:
            fresh.append((following, lane_of[id(following)]))
            following = next(coming, None)
        sweep.move(place, fresh)
        sweep.write(place, until)
    return Markup("".join(sweep.out))  # noqa: S704 - made of `safe` words and our own tags


class _Sweep:
    """The output so far, and the elements that are open at this place of the text."""

    def __init__(self, *, text: str, end: int, direction: str) -> None:
        self.out: list[str] = []
        self._text = text
        self._end = end
        self._direction = direction
        self._open: list[_Open] = []

    def move(self, place: int, fresh: Sequence[tuple[Mark, int | None]]) -> None:
        """Close what ends here and what stands in it, open that again, and open what begins here."""
        ended = [number for number, each in enumerate(self._open) if min(each.mark.span.end, self._end) <= place]
        again: list[tuple[Mark, int | None]] = []
        if ended:
            for each in reversed(self._open[ended[0] :]):
                self._close(each, place)
                if min(each.mark.span.end, self._end) > place:
                    again.append((each.mark, each.lane))
            del self._open[ended[0] :]
        begun = {id(mark) for mark, _ in fresh}
        for mark, lane in sorted((*again, *fresh), key=lambda each: -each[0].span.end):
            self._open.append(
                _Open(
                    mark=mark,
                    lane=lane,
                    place=len(self.out),
                    start=place,
                    begins=id(mark) in begun and mark.span.start == place,
                )
            )
            self.out.append("")  # its tag, when it is known how far it goes

    def write(self, start: int, end: int) -> None:
        """The text up to the next place."""
        self.out.append(safe(self._text[start:end]))

    def _close(self, each: _Open, place: int) -> None:
        ends = each.mark.span.end == place
        self.out[each.place] = self._tag(each, ends, self._text[each.start : place])
        self.out.append("</span>")

    def _tag(self, each: _Open, ends: bool, words: str) -> str:
        mark = each.mark
        classes = ["m", mark.kind, *mark.classes]
        classes += ["begins"] * each.begins + ["ends"] * ends
        classes += [] if each.lane is None else [f"lane-{each.lane}"]
        known = {
            "class": " ".join(classes),
            "id": mark.anchor if each.begins else "",
            "data-of": mark.of,
            "data-note": mark.note,
        }
        if each.begins and ends and mark.kind in LANED and direction(words) != self._direction:
            known["dir"] = direction(words)
        return "<span" + "".join(f' {key}="{safe(value)}"' for key, value in known.items() if value) + ">"


def lanes(marks: Sequence[Mark]) -> list[int | None]:
    """
    For each mark the line below the text that it is drawn on, None for kinds without one.

    No two that meet share a line while there are lines; the shorter, which stands within, is nearer to the text.

    >>> spans = (0, 20), (5, 10), (12, 30)
    >>> lanes([Mark(span=Span(start=a, end=b), kind="content") for a, b in spans])
    [1, 0, 0]
    """
    given: list[int | None] = [None] * len(marks)
    taken: list[list[tuple[int, int]]] = [[] for _ in range(MOST_LANES)]
    laned = [number for number, mark in enumerate(marks) if mark.kind in LANED]
    for number in sorted(laned, key=lambda n: (marks[n].span.end - marks[n].span.start, marks[n].span.start)):
        span = marks[number].span
        given[number] = next((lane for lane in range(MOST_LANES) if _is_free(taken[lane], span)), MOST_LANES - 1)
        line = taken[given[number] or 0]
        line.insert(bisect_left(line, (span.start, span.end)), (span.start, span.end))
    return given


def _is_free(line: list[tuple[int, int]], span: Span) -> bool:
    place = bisect_left(line, (span.start, span.end))
    before_ends = line[place - 1][1] if place else 0
    next_starts = line[place][0] if place < len(line) else span.end
    return before_ends <= span.start and span.end <= next_starts


def safe(words: str) -> str:
    r"""
    Words as HTML: escaped, control characters made visible, carriage returns kept as such.

    >>> print(safe('<b>"\x07"\r'))
    &lt;b&gt;&quot;�&quot;&#13;
    """
    return html.escape(words.translate(UNSHOWN)).replace("\r", "&#13;")


def direction(words: str) -> str:
    """
    How words run by most of their letters: "rtl", or "ltr", which is also that of words without letters.

    >>> direction("he said"), direction("قال he"), direction("12")
    ('ltr', 'rtl', 'ltr')
    """
    if words.isascii():
        return "ltr"
    classes = [unicodedata.bidirectional(letter) for letter in words]
    right = sum(classes.count(each) for each in RIGHT_TO_LEFT)
    return "rtl" if right > classes.count("L") else "ltr"
