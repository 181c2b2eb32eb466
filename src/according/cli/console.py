"""Where output goes: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDTH = 120
"""Columns of a table in a file or a pipe, where no terminal has a width; COLUMNS sets another."""

CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"} | {0x09: " "}
"""Control characters, which a report could use to write over the terminal: each becomes one visible character."""


def output() -> Console:
    """Standard output; colours only on a terminal and without NO_COLOR."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in console._environ:  # noqa: SLF001 - Rich has no other way to ask
        console.width = WIDTH
    return console


def errors() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False)


def tell(message: str) -> None:
    """A message on standard error, as it stands: neither wrapped nor coloured, so that it can be searched for."""
    print(printable(message), file=sys.stderr, flush=True)


def printable(words: str) -> str:
    r"""
    The words without control characters, and as long as before.

    >>> printable("a\x1b[2Jb")
    'a\ufffd[2Jb'
    """
    return words.translate(CONTROL)


def print_json(data: Mapping[str, object]) -> None:
    """One JSON object on one line of standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json.dumps(data, ensure_ascii=False).encode() + b"\n")  # UTF-8 whatever the locale says
    sys.stdout.buffer.flush()


def counted(count: int, what: str) -> str:
    """
    A count with its noun.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def table(*columns: str) -> Table:
    """An empty table in the house's form, "#" before the names of columns of numbers. `cells` makes its rows."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        is_number = column.startswith("#")
        made.add_column(column.removeprefix("#"), overflow="fold", justify="right" if is_number else "left")
    return made


def cells(*words: str | Text | None) -> tuple[Text, ...]:
    """A row's cells: nothing in them is markup, and None is empty."""
    return tuple(word if isinstance(word, Text) else Text(printable(word or "")) for word in words)
