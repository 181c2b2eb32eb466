"""Options that several commands share, and how examples stand in their help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from typing import Annotated

import typer

LEDGER = Path("according.db")
"""The ledger's file where neither `--db` nor ACCORDING_DB names one (contract, DESIGN section 4)."""


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"


Database = Annotated[
    Path, typer.Option("--db", envvar="ACCORDING_DB", metavar="FILE", help="The ledger.", show_default=True)
]
Output = Annotated[Format, typer.Option("--format", help="A table to look at, or one JSON object a line.")]


def examples(*lines: str) -> str:
    r"""
    The end of a command's help, each example on a line of its own.

    >>> examples("according verify")
    '[bold]Examples[/bold]\n[cyan]  according verify[/cyan]'
    """
    return "\n".join(("[bold]Examples[/bold]", *(f"[cyan]  {line}[/cyan]" for line in lines)))


def prose(command: Callable[..., None]) -> str:
    """A command's docstring as help: each paragraph on one line, for the terminal to break, and no markup in it."""
    paragraphs = cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("[", "\\[")


def iso_day(value: str | None) -> str | None:
    """A day in ISO 8601 as it was given; wrong usage if it is none."""
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"found {value!r}, expected a day like 2024-05-17") from None
    return value


def iso_moment(value: str | None) -> str | None:
    """A day, or a day and time, in ISO 8601 as it was given; wrong usage if it is neither."""
    if value is not None:
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(
                f"found {value!r}, expected a day like 2024-05-17 or a moment like 2024-05-17T09:30+03:00"
            ) from None
    return value


def alpha_3(value: str | None) -> str | None:
    """A country's three letters as they were given; wrong usage if they are not three."""
    if value is not None and not (len(value) == 3 and value.isalpha()):
        raise typer.BadParameter(f"found {value!r}, expected three letters of ISO 3166, like RUS")
    return value


def event_kind(value: str | None) -> str | None:
    """A type of PLOVER's, or what PLOVER leaves out, in capitals; wrong usage if it is none."""
    if value is None:
        return None
    from according.events.ontology import NEWS, TYPES
    from according.vocabulary import NEWS_EVENTS

    kinds = [kind for kind in TYPES if kind != "none" and kind not in NEWS] + [mode.upper() for mode in NEWS_EVENTS]
    if value.upper() not in kinds:
        raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(kinds)}")
    return value.upper()
