"""
Each format of the same three invented reports, as it was when somebody last looked: `tests/export/golden`.

`make golden` writes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from according.export import FORMATS, TABLES

GOLDEN = Path(__file__).resolve().parent / "golden"
WANTED = [
    (each.name, table)
    for each in FORMATS
    if not each.is_binary
    for table in (TABLES if each.made_of == "table" else ("claims",))
]


@pytest.mark.parametrize(("name", "table"), WANTED, ids=lambda word: word)
def test_a_format_is_as_before(exported, name, table, tmp_path, is_rewriting_golden):
    now = exported(name, table).replace(str(Path.cwd()), "/reports")
    golden = GOLDEN / (f"{name}-{table}.txt" if name == "csv" else f"{name}.txt")
    if is_rewriting_golden:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="")
    assert golden.exists(), f"no golden export {golden.name}: make golden"
    assert now.splitlines() == golden.read_bytes().decode("utf-8").splitlines(), "make golden, and read the difference"
