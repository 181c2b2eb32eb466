"""
Parquet: one table of claims, events, sources or reports, the same columns as in CSV, with their types.

Lists are lists, unknown is null, words are UTF-8 and not guarded. Compressed with Zstandard. It needs pyarrow:
pip install 'according[export]'.

Lost: the report's text, all spans but those of a claim's content and an event's trigger, and why each field is as it
is.
"""

from __future__ import annotations

from importlib import import_module
from itertools import islice
from typing import Any

from according.errors import InstallationError
from according.export.tables import Column, Table
from according.export.writing import BinaryOut

ROWS = 10_000
"""Rows of a row group: a few megabytes in memory. A guess; readers skip and read in parallel by groups."""


def write(table: Table, out: BinaryOut) -> int:
    """
    Write a table; returns how many rows.

    Raises:
        InstallationError: pyarrow is not installed.
    """
    arrow, parquet = _arrow()
    schema = arrow.schema([(column.name, _type(arrow, column)) for column in table.columns])
    rows = iter(table.rows)
    count = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(rows, ROWS)):
            columns = zip(*batch, strict=True)
            arrays = [arrow.array(list(values), type=field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            count += len(batch)
    return count


def _arrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise InstallationError(
            "according export --format parquet",
            f"found no pyarrow ({error}), expected it to write Parquet",
            "pip install 'according[export]', or take --format csv.",
        ) from error


def _type(arrow: Any, column: Column) -> Any:
    kinds = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "real": arrow.float64(),
        "truth": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
    }
    return kinds[column.kind]
