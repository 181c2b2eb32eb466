"""How fast the whole path is beside the encoder alone, and how much memory it takes: `according bench`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from evaluation.corpora import EvaluationError
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

TOLD = {
    "speed.words_per_second": re.compile(r"whole path\W+([\d,.]+)\W+words a second"),
    "speed.encoder_words_per_second": re.compile(r"encoder alone\W+([\d,.]+)\W+words a second"),
    "speed.path_over_encoder": re.compile(r"whole path / encoder\W+([\d,.]+)\W+times"),
    "speed.memory_mb": re.compile(r"peak memory\W+([\d,.]+)\W+MB"),
}
"""Figure -> its line of what `according bench` prints: "whole path  5,120  words a second"."""


TEXTS = 12
"""Enough for a steady rate (12 articles are about 8,000 words), few enough for a slow machine. A guess."""


def speed(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Speed and memory of one process over PolNeAR's first development articles, by name."""
    texts = sorted((folder / "data/attribution/dev/text").glob("*.txt"))[:TEXTS]
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "bench.txt"
        subject.run(["bench", *map(str, texts)], into=out)
        return figures(out.read_text(encoding="utf-8"))


def figures(printed: str) -> list[Figure]:
    """
    The figures of what `according bench` prints.

    Raises:
        EvaluationError: one of them is not there.
    """
    found = {name: line.search(printed) for name, line in TOLD.items()}
    if missing := [name for name, match in found.items() if match is None]:
        raise EvaluationError(
            "according bench", f"no {', '.join(missing)} in what it printed", "see evaluation/speed.py"
        )
    return [Figure(name=name, value=float(match[1].replace(",", ""))) for name, match in found.items() if match]
