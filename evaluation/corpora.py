"""Where the corpora stand, and whether they are still the same. None of them is part of this repository."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from according.errors import AccordingError

ROOT = Path(__file__).resolve().parent.parent

CORPORA = {
    "attribution": "data/attribution/dev",
    "seed": "seed",
    "coref": "data/coref",
    "syntax": "data/train/syntax/ewt_dev.jsonl.gz",
    "events": "data/events",
    "certainty": "data/certainty",
    "actors": "data/events/ngec_actor_dev.jsonl",
    "entities": "data/entities",
    "places": "data/places",
    "times": "data/times",
    "quantities": "data/quantities",
    "origins": "data/origins",
    "stories": "data/stories",
    "relations": "data/relations",
}
"""Yardstick -> the part of the folder that it is measured on."""


class EvaluationError(AccordingError):
    """A measurement cannot be made."""


def folder() -> Path:
    """The folder that holds `data/` and `evaluate/`: ACCORDING_SHARED, or `../shared` beside the repository."""
    return ROOT / os.environ.get("ACCORDING_SHARED", "../shared")


def fingerprint(path: Path) -> str:
    """SHA-256 over the names and contents of a file, or of a folder's files: a figure belongs to one fingerprint."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    total = hashlib.sha256()
    for file in files:
        total.update(file.relative_to(path.parent).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
