"""What a format's reader hands over before the report is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One candidate for a field of the report: `value` for `field`, and `where` it stood ("json-ld", "byline", ...)."""

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of the page with its `kind` (`vocabulary.BLOCKS`) and its `text`, white space already evened out."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A stretch of the report's text that stands by itself: a block, or a line of plain text.

    `kind` is None where only the layout can tell.
    """

    start: int
    end: int
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """
    What one format gave: the `pieces` of the article in reading order, and all `findings`, the best first.

    For each field the first finding stands; the others are kept where they disagree about the date.
    """

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()


def evened(text: str) -> str:
    """
    The text with runs of white space made one space; no-break spaces within it are kept, zero-width ones are not.

    >>> evened("  Three\\n   people\\t")
    'Three people'
    """
    return re.sub(r"[^\S\xa0]+", " ", text.replace("\u200b", "")).strip()
