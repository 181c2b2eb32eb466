"""The yardstick scripts, run as they stand; what they print, as numbers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from evaluation.corpora import EvaluationError

FIGURE = re.compile(
    r"""
    ^FIGURE \s+ (?P<name> \w+ ) \s+ (?P<value> [\d.]+ | nan ) (?: / (?P<of> \d+ ) )?   # FIGURE found 18/20
    """,
    re.VERBOSE | re.MULTILINE,
)
ROW = re.compile(
    r"""
    ^(?P<name> [a-z]+ (?: \s [a-z]+ )? ) \s+                                   # attribution overlap
    P \s (?P<precision> [\d.]+ ) \s+ R \s (?P<recall> [\d.]+ ) \s+ F1 \s (?P<f1> [\d.]+ ) \s+
    \( (?P<predicted> \d+ ) \s predicted, \s (?P<gold> \d+ ) \s gold \)        # (2100 predicted, 2319 gold)
    """,
    re.VERBOSE | re.MULTILINE,
)


def run(script: Path, *arguments: str | Path, package: Path | None = None) -> str:
    """
    What a yardstick prints. `package`: a folder with another copy of According, for those that load it themselves.

    Raises:
        EvaluationError: it is not there, or ends with another status than 0.
    """
    if not script.is_file():
        raise EvaluationError(
            str(script), "no such yardstick", "set ACCORDING_SHARED to the folder that holds evaluate/ and data/"
        )
    environment = os.environ | ({"PYTHONPATH": str(package)} if package else {})
    done = subprocess.run(
        [sys.executable, script, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment,
    )
    if done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
    if done.returncode:
        raise EvaluationError(script.name, f"it ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


def figures(printed: str) -> dict[str, tuple[float, int | None]]:
    """
    The figures of the lines "FIGURE name value" or "FIGURE name part/whole": value, whole.

    >>> figures("E1 found\\nFIGURE found 18/20\\nFIGURE coref_precision 0.8125\\n")
    {'found': (18.0, 20), 'coref_precision': (0.8125, None)}
    """
    return {
        match["name"]: (float(match["value"]), int(match["of"]) if match["of"] else None)
        for match in FIGURE.finditer(printed)
    }


def rows(printed: str) -> dict[str, dict[str, float]]:
    """
    The table that the attribution yardstick prints: row -> column -> number.

    >>> rows("words                  P 0.900  R 0.800  F1 0.847   (10 predicted, 12 gold)")["words"]["f1"]
    0.847
    """
    columns = ("precision", "recall", "f1", "predicted", "gold")
    return {match["name"]: {column: float(match[column]) for column in columns} for match in ROW.finditer(printed)}
