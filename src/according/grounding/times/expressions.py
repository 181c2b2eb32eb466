"""A kind of time expression: its pattern, who reads it, and the words without which it is not worth looking for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from according.grounding.times.calendar_words import UNITS
from according.grounding.times.setting import Reading, Setting

Read = Callable[[re.Match[str], Setting], Reading | None]

UNIT_WORDS = frozenset({*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "hrs", "mins", "secs"})
"""Every word for a unit, in the singular and the plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """
    One kind of expression. Each match of `pattern` holds one of `words` (`according.world.lookup.signs_of`).

    Most sentences hold none, and asking that first costs less than searching.
    """

    pattern: re.Pattern[str]
    read: Read
    words: frozenset[str]
