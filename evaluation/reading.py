"""Annotated texts read with the installed `according`, as anybody would read them: by its command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import according
from according.tagging import Tagger
from evaluation.corpora import EvaluationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """
    Which `according` is measured: the installed one, or a copy of it with other weights.

    `package`: a folder that holds the copy. `weights`: the folder of its weights. Both None: the installed one.
    """

    package: Path | None = None
    weights: Path | None = None

    def tagger(self) -> Tagger:
        """The encoder with these weights."""
        return Tagger(self.weights)

    def read(self, texts: Mapping[Path, str | None], into: Path) -> Path:
        """
        The records of `texts` (path -> publication date, None when unknown), as JSON Lines in the folder `into`.

        A text that is refused has no record, is told on standard error, and counts as empty later.

        Raises:
            EvaluationError: nothing could be read.
        """
        manifest, records = into / "manifest.jsonl", into / "records.jsonl"
        rows = [
            {"path": str(path.resolve())} | ({"published": published} if published else {})
            for path, published in texts.items()
        ]
        manifest.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        self.run(["read", str(manifest), "--format", "jsonl"], into=records)
        return records

    def run(self, arguments: list[str], into: Path) -> None:
        """What `according ARGUMENTS` prints, written to the file `into`; its complaints go to standard error."""
        environment = {name: value for name, value in os.environ.items() if name != "ACCORDING_DB"}
        if self.package:
            environment["PYTHONPATH"] = str(self.package)
        command = [sys.executable, "-m", "according", *arguments]
        with into.open("wb") as out:
            done = subprocess.run(command, stdout=out, env=environment, check=False)
        if done.returncode and not into.stat().st_size:
            raise EvaluationError(
                f"according {arguments[0]}",
                f"exit status {done.returncode} and nothing printed",
                "see the messages above",
            )


INSTALLED = Subject()


@contextmanager
def with_weights(weights: Path) -> Iterator[Subject]:
    """
    A copy of the package with other weights, gone afterwards.

    A copy, because the command line has no option for weights: a ledger always holds what the package's own read.
    """
    installed = Path(according.__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(installed, Path(folder) / "according", ignore=shutil.ignore_patterns("weights", "__pycache__"))
        shutil.copytree(weights, Path(folder) / "according" / "tagging" / "weights")
        yield Subject(package=Path(folder), weights=weights)
