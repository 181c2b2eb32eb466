"""How exactly the day of an event is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from according.store import KeptEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysKnown:
    """First and last day that it may have been, both inclusive, and how many they are."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days there are to choose from."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """
        The day in the middle, the earlier of two.

        >>> DaysKnown(first=date(2024, 5, 13), last=date(2024, 5, 19)).middle
        datetime.date(2024, 5, 16)
        """
        return self.first + timedelta(days=(self.count - 1) // 2)


def days_known(event: KeptEvent) -> DaysKnown | None:
    """The days that the event's time covers, None where it names none."""
    if event.days is None:
        return None
    first, last = event.days
    return DaysKnown(first=date.fromisoformat(first), last=date.fromisoformat(last))
