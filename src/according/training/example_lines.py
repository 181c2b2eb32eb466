"""Files of our own examples that hold one marked sentence a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from according.errors import TrainingError


def example_lines(folder: Path) -> Iterator[tuple[str, str]]:
    """
    ``(identifier, line)`` of every example of the folder's ``*.txt`` files: ``("assault-12", "{a1 Rebels} ...")``.

    Blank lines and those that begin with "#" are none; the identifier's number is the line's.

    Raises:
        TrainingError: no example is there.
    """
    empty = True
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                empty = False
                yield f"{path.stem}-{number}", line
    if empty:
        raise TrainingError(str(folder), "found no examples, expected *.txt", "Give a folder of training/examples.")
