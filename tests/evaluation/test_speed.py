"""What `according bench` prints is understood; a line that is gone is an error, not a zero."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.table import Table

from evaluation.corpora import EvaluationError
from evaluation.speed import figures

ROWS = (
    ("whole path", "5,120", "words a second"),
    ("encoder alone", "6,900", "words a second"),
    ("whole path / encoder", "1.35", "times the encoder's own time"),
    ("peak memory", "512", "MB"),
)


def printed(rows) -> str:
    table = Table()
    for title in ("what", "measured", ""):
        table.add_column(title)
    for row in rows:
        table.add_row(*row)
    out = io.StringIO()
    Console(file=out, width=100).print(table)
    return out.getvalue()


def test_the_figures_are_read_from_the_table():
    found = {figure.name: figure.value for figure in figures(printed(ROWS))}
    assert found["speed.path_over_encoder"] == 1.35
    assert found["speed.words_per_second"] == 5120
    assert found["speed.memory_mb"] == 512


def test_a_line_that_is_gone_is_an_error():
    with pytest.raises(EvaluationError, match="memory_mb"):
        figures(printed(ROWS[:3]))
