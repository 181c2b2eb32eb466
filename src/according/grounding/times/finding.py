"""Every time expression of a report: the patterns' matches, the longest first in the order of the text."""

from __future__ import annotations

import re
from datetime import date

from according.grounding.times import absolute, clocks, durations, feasts, relative
from according.grounding.times.expressions import Expression, Read
from according.grounding.times.setting import Reading, Setting
from according.records import Report, Segmentation, Sentence, Span, Tags, Time
from according.world.lookup import signs_of

DAYS: tuple[Expression, ...] = (*absolute.PATTERNS, *relative.PATTERNS, *durations.PATTERNS, *feasts.PATTERNS)
CLOCKS: tuple[Expression, ...] = (*clocks.PATTERNS, *relative.LATE_PATTERNS)

NO_TIMES = re.compile(
    r"""
      \b (?: 9/11 | 7/7 | 24/7 | 11/9 | 26/11 ) \b                                              # 9/11, the attack
    | \b (?: Sunday | Saturday | Friday ) \s+ (?: Times | Telegraph | Mirror | Mail | Express | Post
        | People | Star | Herald
          | Tribune | World | Business | Night \s+ (?: Live | Football | Lights ) | Prayers? )     # the Sunday Times
    | \b (?: Black | Bloody | Super | Cyber | Fat | Maundy ) \s+ (?: Mon | Tues | Wednes | Thurs | Fri
        | Satur | Sun ) day \b
    | \b (?: Financial | New \s York | Los \s Angeles | Washington | Seattle | Irish | Japan | The ) \s+ Times \b
    | \b (?: Baghdad | Kabul ) \s+ Today \b | \b (?: USA | Russia | India | Gulf ) \s+ Today \b   # USA Today
    | \b Today \s+ (?: show | programme | program ) \b
    | \b (?: September | Sept\.? | October | May | March | June | July | April | January | February | August | November
          | December ) \s+ (?: Movement | Front | Brigade | Group | Alliance | Revolution | Party | Coalition ) \b
    | \b (?: first | second | third ) \s+ (?: half | quarter ) \s+ (?= of \s+ the \s+ (?: match | game ) )
    """,
    re.VERBOSE,
)
"""Names that hold a word of time. A list of ours; newspapers, sales and groups named after a month."""


def times_of(report: Report, segmentation: Segmentation, tags: Tags) -> tuple[Time, ...]:
    """
    The report's time expressions in the order of the text, with TIMEX3 types and values (ISO 24617-1).

    Counted from the dateline's day, else the day of publication; `anchor` is that day where it was used.
    What cannot be counted, since the report has no day or names none before "that day", has the value None.
    """
    day = _day_of(report)
    latest = max((each for each in (day, _day(report.published)) if each), default=None)
    starts = [word.start for word in tags.words]
    titles = {number for number, each in enumerate(segmentation.paragraphs) if each.kind in ("title", "heading")}
    found: list[Time] = []
    named = None
    for sentence in segmentation.sentences:
        setting = Setting(
            report=report, tags=tags, day=day, latest=latest, sentence=sentence.span, starts=starts,
            is_title=sentence.paragraph in titles, named=named,
        )  # fmt: skip
        found += _of_sentence(setting, sentence)
        named = setting.named
    return tuple(found)


FARTHEST = 7
"""Days that a dateline may lie before the publication and still be what "Monday" is counted from. A guess."""


def _day_of(report: Report) -> date | None:
    """What "today" means: the dateline's day, where it is near the publication, else the day of publication."""
    published = _day(report.published)
    written = _day(report.dateline.date) if report.dateline else None
    if published and written and 0 <= (published - written).days <= FARTHEST:
        return written
    return published or written


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _of_sentence(setting: Setting, sentence: Sentence) -> list[Time]:
    """One sentence's times. Clocks come last, since they need its days."""
    text, span = setting.report.text, sentence.span
    signs = signs_of(text[span.start : span.end])
    matches = [each for kinds in (DAYS, CLOCKS) for each in _matches(kinds, signs, text, span)]
    if not matches:
        return []
    blocked = [Span(start=each.start(), end=each.end()) for each in NO_TIMES.finditer(text, span.start, span.end)]
    found: list[Time] = []
    for where, match, read in matches:
        if any(where.meets(other) for other in (*blocked, *(time.spans[0] for time in found))):
            continue
        reading = read(match, setting)
        if reading is not None:
            found.append(_time(reading, where, setting))
    return sorted(found, key=lambda time: time.spans)


def _matches(
    expressions: tuple[Expression, ...], signs: frozenset[str], text: str, span: Span
) -> list[tuple[Span, re.Match[str], Read]]:
    """All matches in a sentence, whose `signs_of` are given: those that begin first and are longest first."""
    matches = [
        (_where(match), match, each.read)
        for each in expressions
        if not each.words.isdisjoint(signs)
        for match in each.pattern.finditer(text, span.start, span.end)
    ]
    return sorted(matches, key=lambda each: (each[0].start, -each[0].end))


def _where(match: re.Match[str]) -> Span:
    """The words that are the expression: the group "span" where a pattern has one, without spaces at the ends."""
    group = "span" if "span" in match.re.groupindex else 0
    start, end = match.span(group)
    words = match.string[start:end]
    return Span(
        start=start + len(words) - len(words.lstrip()), end=end - (len(words) - len(words.rstrip(" \n\t\u00a0")))
    )


def _time(reading: Reading, where: Span, setting: Setting) -> Time:
    """The record; what it names is kept for "that day" and for clocks."""
    value = reading.value
    is_clock = reading.type == "TIME" and reading.counted and value is not None and ":" in value
    if value and value[0].isdigit() and reading.type in ("DATE", "TIME") and not is_clock:
        plain = re.match(r"\d{4}(?:-\d\d){0,2}(?=T|$)", value)
        setting.named = plain[0] if plain else None
        if plain and len(plain[0]) == 10:
            setting.days.append((where.start, plain[0]))
    anchor = setting.day.isoformat() if reading.counted and setting.day else None
    return Time(spans=(where,), type=reading.type, value=value, anchor=anchor if value else None)
