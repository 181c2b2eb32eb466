"""The figures of a story as they are drawn: how each moved, by whose count, and which counts contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from according.cli.console import cells, counted, printable
from according.cli.wordings import day, grid, name
from according.matching.boards.board import Conflict, Count, Series
from according.matching.boards.evidence import TOLL

CHANGE_STYLES = {"contradicts": "red", "updates": "green", "corrects": "yellow", "withdrawn": "dim"}

MOST_COUNTS = 8
"""Counts of one figure that are shown without `--all`. A guess: a figure then fits a third of a screen."""


def figures(moved: Sequence[Series], everything: bool) -> Iterator[RenderableType]:
    """The tolls, and what was counted more than once; then what was decided to contradict."""
    shown = grid(None, None, 3, 4)
    left = 0
    for series in moved:
        counts = _counts(series, everything)
        left += len(series.counts) - len(counts)
        for number, count in enumerate(counts):
            head = (
                "" if number else " ".join((series.of or series.measure, "(part)" * (series.scope == "part"))).strip()
            )
            shown.add_row(*cells(head, _count(count), count.voice.name, _counted(count)))
    if shown.row_count:
        yield shown
    for series in moved:
        yield from (Text(_conflict(series, conflict), style="red") for conflict in series.conflicts)
    if left:
        yield Text(f"and {counted(left, 'count')} more (--all)", style="dim")


def _counts(series: Series, everything: bool) -> list[Count]:
    """Those that moved or are opposed, then those most told; in the order of the series."""
    if everything:
        return list(series.counts)
    opposed = {id(count) for conflict in series.conflicts for count in (conflict.one, conflict.other)}
    told = [count for count in series.counts if not count.is_beside]
    if series.measure not in TOLL and len(told) < 2:
        return []
    ranked = sorted(told, key=lambda count: (id(count) not in opposed, count.change is None, -count.reports))
    wanted = {id(count) for count in ranked[:MOST_COUNTS]}
    return [count for count in told if id(count) in wanted]


def _count(count: Count) -> Text:
    shown = Text(figure(count))
    if count.change:
        shown.append(f"\n{count.change}", style=CHANGE_STYLES[count.change])
    return shown


def _counted(count: Count) -> Text:
    """When and where a count was first told, and how often."""
    where = Text(printable(f"{day(count.first.published)} {count.first.outlet}"))
    where.append(f" {name(count.first)}", style="dim")
    if count.reports > 1:
        where.append(f", {_spread(count.reports, count.origins)}", style="dim")
    return where


def _spread(reports: int, origins: int) -> str:
    return f"{counted(reports, 'report')} of {counted(origins, 'origin')}"


def figure(count: Count) -> str:
    """A figure by its bounds: "19", "at least 12", "180 to 220"."""
    low, high = _number(count.low), _number(count.high)
    if count.low is not None and count.low == count.high:
        return low
    if count.bound == "about" and count.value is not None:
        return f"about {_number(count.value)}"
    if count.low is not None and count.high is not None:
        return f"{low} to {high}"
    return f"at least {low}" if count.low is not None else f"at most {high}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _conflict(series: Series, conflict: Conflict) -> str:
    one, other = conflict.one, conflict.other
    sides = f"{figure(one)} by {one.voice.name} and {figure(other)} by {other.voice.name}"
    return printable(f"{series.measure}: {sides} contradict each other.")
