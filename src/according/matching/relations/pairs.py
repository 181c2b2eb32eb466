"""Two statements of two reports, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from according.matching.relations.nations import nations
from according.matching.relations.statements import LEAD, Statement
from according.matching.relations.words import KINDRED, Weights, shared, total

SCOPE = 6.0
"""Weight of the telling words that two claims share when they speak of one event: about one name. A guess."""

SAID = 4.5
"""The same for the words that stand before two counts of main events: one name or place. A guess."""

COUNTED = frozenset({"killed", "wounded", "people"})

PROBABLE = 0.5
"""Probability of the same event below which no count of one report is held against one of the other."""

SURE = 0.5
"""The same, from which their leads, and what names no event of its own, speak of one event. A guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """
    Two statements, the older first. `common` are the words of both; `contained` their share of the shorter one,
    `alike` of both together. `event` is how surely the reports speak of one event, and `leads` whether their leads
    may tell of one day; `days` lie between them, None where not known.
    """

    older: Statement
    newer: Statement
    common: Weights
    contained: float
    alike: float
    event: float
    copies: bool
    days: int | None
    leads: bool

    def orders(self) -> Iterator[tuple[Statement, Statement]]:
        """Older and newer; of one day, or without dates, either way."""
        yield self.older, self.newer
        if not self.days:
            yield self.newer, self.older

    @property
    def is_one_outlet(self) -> bool:
        """Whether one outlet printed both."""
        return self.older.teller.outlet is not None and self.older.teller.outlet == self.newer.teller.outlet

    @property
    def is_other_day(self) -> bool:
        """Whether both tell the day, and not the same."""
        return bool(self.older.days and self.newer.days and not self.older.days & self.newer.days)

    @property
    def is_one_event(self) -> bool:
        """Whether the two speak of one event: by a name or two that they share, or each of its report's main event."""
        if self.is_other_day or self.event < PROBABLE:
            return False
        if _telling(self.common, KINDRED) >= SCOPE:
            return True
        if not self.leads or self.event < SURE:
            return False
        main = all(one.thin or one.start < LEAD for one in (self.older, self.newer))
        return main and _telling(shared(self.older.context, self.newer.context), COUNTED) >= SAID


def _telling(common: Weights, but: Iterable[str]) -> float:
    return sum(w for word, w in common.items() if word not in but and word[0] != "#" and word not in nations())


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """What is known of two reports, whichever statements are compared; see `Pair`."""

    event: float
    copies: bool
    days: int | None
    leads: bool


def pair_of(older: Statement, newer: Statement, known: Between) -> Pair:
    """The pair of two statements, the older first."""
    common = shared(older.weights, newer.weights)
    weight, shorter = total(common), min(older.weight, newer.weight)
    return Pair(
        older=older,
        newer=newer,
        common=common,
        contained=weight / shorter if shorter else 0.0,
        alike=weight / (older.weight + newer.weight - weight) if weight else 0.0,
        event=known.event,
        copies=known.copies,
        days=known.days,
        leads=known.leads,
    )
