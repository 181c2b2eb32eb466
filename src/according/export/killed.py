"""How many an event killed: lowest, best and highest figure, as far as its report commits itself."""

from __future__ import annotations

from dataclasses import dataclass

from according.records import Quantity
from according.store import KeptEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """Whole numbers; None where the report gives none. `civilians`: the figure is said to be of civilians."""

    low: int | None
    best: int | None
    high: int | None
    civilians: bool
    is_total: bool


def killed(event: KeptEvent) -> Killed | None:
    """
    The event's own figure of killed; None where it has none.

    Where there are several ("43, two of them children"), the one with the largest lower end: a part is never added to
    its whole, so two groups told apart ("two women and two soldiers") are counted short rather than twice. `is_total`:
    the report says that it is a running total; of such a figure and of one event's the rows must not be summed.
    """
    record = event.report.record
    found = [record.quantities[number] for number in event.event.quantities]
    deaths = [quantity for quantity in found if quantity.measure == "killed" and _least(quantity) is not None]
    if not deaths:
        return None
    largest = max(deaths, key=lambda quantity: _least(quantity) or 0.0)
    return Killed(
        low=_whole(largest.low),
        best=_whole(_best(largest)),
        high=_whole(largest.high),
        civilians="civilian" in (largest.of or "").casefold(),
        is_total=largest.cumulative is True,
    )


def _best(quantity: Quantity) -> float | None:
    """The figure that is given, or the lower end where only that is ("dozens"); "up to 20" gives none."""
    if quantity.bound == "at-most":
        return None
    return quantity.low if quantity.value is None else quantity.value


def _least(quantity: Quantity) -> float | None:
    for number in (quantity.low, quantity.value, quantity.high):
        if number is not None:
            return number
    return None


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
