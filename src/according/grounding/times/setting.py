"""What a time expression is read against: the day of the report, the tense around it, and the days named before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from according.grounding.times.tense import tense_at
from according.records import Report, Span, Tags

BESIDE = 25
"""Characters from a clock's time to a day behind it that is still its own: "8 a.m. (0500 GMT) on Friday". A guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An expression's type and value; `counted` tells that the value was counted from the day of the report."""

    type: str
    value: str | None
    counted: bool = False


@dataclass(slots=True, kw_only=True)
class Setting:
    """
    One sentence of a report, for those who read its time expressions.

    `day` is the day that "today" means, None when nobody knows; `latest` the last day that the report can tell of,
    later where it was published after its dateline. `named` is the last day, month or year that the
    report named before. `days` are the days named in this sentence, with where they stand.
    """

    report: Report
    tags: Tags
    day: date | None
    latest: date | None
    sentence: Span
    starts: list[int]
    is_title: bool = False
    named: str | None = None
    days: list[tuple[int, str]] = field(default_factory=list)

    def before(self, start: int) -> str:
        """The sentence's text ahead of `start`, in lower case."""
        return self.report.text[self.sentence.start : start].lower()

    def behind(self, end: int) -> str:
        """The sentence's text behind `end`."""
        return self.report.text[end : self.sentence.end]

    def last_word(self, start: int) -> str:
        """
        The word just ahead of `start`, in lower case, "" at the sentence's beginning. Signs count as words.
        """
        found = re.search(r"([^\W_]+|[^\w\s])\s*$", self.before(start))
        return found[1] if found else ""

    def word(self, offset: int) -> int:
        """The number of the word that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def upos(self, offset: int) -> str:
        """The part of speech of the word at `offset`."""
        return self.tags.upos[self.word(offset)]

    def tense(self, offset: int) -> str | None:
        """The tense of the clause that holds `offset`: "past" · "future" · None."""
        return tense_at(self.report.text, self.tags, self.word(offset), is_title=self.is_title)

    def nearest_day(self, offset: int) -> str | None:
        """The day that the sentence names last ahead of `offset`, or right behind it, else the day of the report."""
        ahead = [each for each in self.days if each[0] <= offset]
        behind = [each for each in self.days if offset < each[0] <= offset + BESIDE]
        if behind or ahead:
            return min(behind)[1] if behind else max(ahead)[1]
        return self.day.isoformat() if self.day else None
