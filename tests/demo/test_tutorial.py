"""What the tutorial and the README say to type, typed."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from according.cli import main

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
    if line.startswith("according ")
]


def typed(line: str) -> list[str]:
    """The words of a line, its patterns of files put out as a shell does."""
    words = [sorted(map(str, Path().glob(word))) or [word] if "*" in word else [word] for word in shlex.split(line)]
    return [word for some in words for word in some]


def test_every_line_of_the_tutorial_runs_and_shows_something(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("ACCORDING_DB", str(tmp_path / "tutorial.db"))
    assert len(LINES) > 15
    for line in LINES:
        monkeypatch.setattr(sys, "argv", typed(line))
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = ended.code or 0
        shown = capsys.readouterr()
        assert status == 0, f"{line}: {shown.err}"
        assert shown.out.strip() or shown.err.strip(), line


def test_the_readmes_lines_of_python_run(tmp_path, monkeypatch):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    report = ROOT / "src" / "according" / "demo" / "corentyne-1-wire.txt"
    (tmp_path / "report.txt").write_bytes(report.read_bytes())
    found: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), found)
    assert found["record"].claims
