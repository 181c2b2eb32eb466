"""What the commands that look across reports share: matching first what is still waiting, and reasons in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from according.cli.console import errors, tell

if TYPE_CHECKING:
    from according.records import ClaimAt, Step
    from according.store import Ledger
    from according.store.kept import Matched

FEW = 20
"""Reports that are matched so quickly that no bar is worth showing."""

MATCH_AGAIN = "Run `according match` to go on."


def brought_up_to_date(ledger: Ledger) -> None:
    """Match what was added since the last time, with a bar where that takes long, and tell what cannot be matched."""
    if waiting := ledger.waiting():
        told(matched(ledger, waiting))


def matched(ledger: Ledger, waiting: int, *, again: bool = False) -> Matched:
    """The ledger matched, with a bar on standard error if somebody looks on and there is something to wait for."""
    with _progress(waiting) as advance:
        return ledger.match(again=again, advance=advance)


def told(found: Matched) -> None:
    """Say which reports could not be matched."""
    for fault in found.faults:
        tell(f"{fault.report}: could not be matched ({fault.found}). It stands alone; its claims are kept.")


@contextmanager
def _progress(waiting: int) -> Iterator[Callable[[int, int], None]]:
    shown = errors()
    if waiting < FEW or not shown.is_terminal:
        yield lambda _done, _all: None
        return
    with Progress(
        TextColumn("matching {task.completed}/{task.total}"),
        BarColumn(),
        TimeRemainingColumn(),
        console=shown,
        transient=True,
        redirect_stdout=False,
    ) as bar:
        task = bar.add_task("", total=waiting)
        yield lambda done, everything: bar.update(task, completed=done, total=everything)


def steps_data(steps: tuple[Step, ...]) -> list[dict[str, object]]:
    """Reasons as they stand in JSON; spans as [start, end]."""
    return [asdict(step) | {"spans": [[span.start, span.end] for span in step.spans]} for step in steps]


def claim_data(at: ClaimAt) -> dict[str, object]:
    """Where a claim stands."""
    return {"report": at.report, "claim": at.claim}


def summed(parts: list[tuple[int, str, str]]) -> str:
    """
    Counts with their nouns, one and many.

    >>> summed([(1, "story", "stories"), (1200, "report", "reports")])
    '1 story, 1,200 reports'
    """
    return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in parts)
