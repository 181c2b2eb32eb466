r"""
CSV (RFC 4180): one table of claims, events, sources or reports, with a line of column names.

UTF-8 without a byte order mark, lines end in LF, fields are quoted where they must be. Unknown is an empty cell, yes
and no are `true` and `false`, a list is its items with " | " between them.

A cell of words that a spreadsheet would take for a formula (it begins with = + - @, their full-width forms, a tab or
a line break) gets an apostrophe before it, and so does one that begins with apostrophes before such a character:
taking one away again gives the words exactly (`unguarded`). Numbers are left alone. Parquet needs none of this.

Lost: the report's text, all spans but those of a claim's content and an event's trigger, why each field is as it is,
and the difference between a list of one item that holds " | " and a list of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from according.export.tables import Table, Value
from according.export.writing import TextOut

BETWEEN = " | "
"""Between the items of a list in one cell."""

QUOTED = re.compile(r'[",\r\n]')
"""What a cell holds that must be quoted (RFC 4180, section 2)."""

FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
"""How a cell begins that a spreadsheet may run (OWASP, "CSV Injection"), or one that was guarded against that."""


def write(table: Table, out: TextOut) -> int:
    """Write a table; returns how many rows."""
    return write_rows(out, [column.name for column in table.columns], table.rows)


def write_rows(out: TextOut, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write rows below their names; returns how many."""
    out.write(",".join(map(quoted, names)) + "\n")
    count = 0
    for row in rows:
        out.write(",".join(quoted(cell(value)) for value in row) + "\n")
        count += 1
    return count


def write_tabbed(out: TextOut, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """
    Write rows with tabs between the cells and nothing quoted, as ICEWS and GDELT are; returns how many.

    White space within a cell becomes a blank, for those formats have no way to tell it from their own.
    """
    out.write("\t".join(names) + "\n")
    count = 0
    for row in rows:
        out.write("\t".join(" ".join(cell(value).split()) for value in row) + "\n")
        count += 1
    return count


def quoted(words: str) -> str:
    r"""
    A cell, in quotation marks where it must be.

    The library's writer leaves a lone carriage return as it is where lines end in LF, and its own reader then breaks.

    >>> print(quoted('two, "3" '), quoted("plain"))
    "two, ""3"" " plain
    """
    return '"' + words.replace('"', '""') + '"' if QUOTED.search(words) else words


def cell(value: Value) -> str:
    r"""
    A value as it stands in a cell.

    >>> [cell(value) for value in (None, True, 12, -1.5, ("Reuters", "a minister"))]
    ['', 'true', '12', '-1.5', 'Reuters | a minister']

    Words are guarded, numbers are not.

    >>> cell("=HYPERLINK(1)"), cell("-1.5"), cell("'Tis over"), cell("'=1")
    ("'=HYPERLINK(1)", "'-1.5", "'Tis over", "''=1")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    words = value if isinstance(value, str) else BETWEEN.join(value)
    return "'" + words if FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """
    What a cell of words says, its guard taken away.

    >>> unguarded("'=HYPERLINK(1)"), unguarded("'Tis over"), unguarded("''=1")
    ('=HYPERLINK(1)', "'Tis over", "'=1")
    """
    return words[1:] if words.startswith("'") and FORMULA.match(words) else words
