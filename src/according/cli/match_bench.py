"""`according bench --match`: what matching one more report costs, in an archive that grows."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from according.cli.console import cells, errors, output, table, tell

if TYPE_CHECKING:
    from rich.text import Text

    from according.store.measuring import Size

STEPS = (1, 2, 5)
"""Times every power of ten: where a row is shown."""

FIRST = 1000
"""Reports of the first row. What comes before is too few to say how the cost grows."""

SLACK = 1.15
"""How far the cost may lie above the logarithm: on a quiet machine, two runs differ by up to a tenth."""

COLUMNS = (
    "#reports", "#ms a report", "#95 in 100 below", "#pairs a report", "#stories", "#largest", "#MB memory", "#MB disk",
)  # fmt: skip

Row = tuple[int, float, float]


def measure(count: int) -> bool:
    """
    Match so many invented reports, a day's at a time; show time, memory and size; whether the time grows like log N.

    Times are of the processor at its quiet pace, see `_timed`; profiles are made within them, records are not.
    """
    from according.cli.bench import peak_megabytes
    from according.demo.archive import A_DAY, invented
    from according.store.matcher import default
    from according.store.measuring import Archive

    shown = table(*COLUMNS)
    rows: list[Row] = []
    times: list[float] = []
    with TemporaryDirectory() as folder, errors().status("matching") as status:
        file = Path(folder) / "bench.db"
        archive, records, done = Archive(file, default()), invented(count), 0
        while day := list(islice(records, A_DAY)):
            times.append(_timed(lambda: archive.add(day)) / len(day))
            done += len(day)
            status.update(f"matching {done:,} of {count:,}")
            if _is_shown(done, count):
                median, most = _spread(times[-max(len(times) // 5, 5) :])
                rows.append((done, median, most))
                tell(f"{done:,} reports: {median:.1f} ms for one more.")
                shown.add_row(*_cells(rows[-1], archive.size(), peak_megabytes(), file.stat().st_size / 1e6))
        archive.close()
    output().print(shown)
    return _judged(rows)


def _timed(work: Callable[[], None]) -> float:
    """
    Milliseconds of the processor that the work takes, at the pace of a quiet machine.

    Other programs make a processor slow as well as busy, up to twice: so a fixed piece of work is timed before and
    after, and the work's time counts as many times less as that took longer than it ever did before.
    """
    before, began = _pace(), process_time()
    work()
    took, after = process_time() - began, _pace()
    _PACES.append((before + after) / 2)
    return 1000 * took * min(_PACES) / _PACES[-1]


_PACES: list[float] = []


def _pace() -> float:
    """Seconds of the processor that a fixed piece of work takes: the shortest of three times."""
    times = []
    for _ in range(3):
        began = process_time()
        made = {f"{number} {number * number % 997}": number for number in range(4000)}
        sorted(zlib.compress(" ".join(made).encode()))
        times.append(process_time() - began)
    return min(times)


def _is_shown(done: int, count: int) -> bool:
    power = 10 ** int(math.log10(done))
    return done == count or (done >= min(FIRST, count) and done % power == 0 and done // power in STEPS)


def _spread(times: list[float]) -> tuple[float, float]:
    """(median, 95th percentile)."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]


def _cells(row: Row, size: Size, memory: float, disk: float) -> tuple[Text, ...]:
    done, median, most = row
    each = size.pairs / done
    counts = (f"{each:.1f}", f"{size.stories:,}", f"{size.largest:,}", f"{memory:,.0f}", f"{disk:,.0f}")
    return cells(f"{done:,}", f"{median:.1f}", f"{most:.1f}", *counts)


def _judged(rows: list[Row]) -> bool:
    """Tell whether the median grew no faster than the logarithm of the reports, from the first row to the last."""
    (first, before, _), (last, after, _) = rows[0], rows[-1]
    if first == last:
        return True
    grew, may = after / before, math.log(last) / math.log(first)
    holds = grew <= may * SLACK
    told = "no faster than" if holds else "faster than"
    tell(
        f"From {first:,} to {last:,} reports the time grew {grew:.2f} times, {told} log N, which grew {may:.2f} times."
    )
    return holds
