"""The yardstick of places: whether they are found, and whether they are put where they are."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from evaluation import scripts
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

GOLD = "data/places/geovirus"
"""Toponyms in Wikinews of epidemics, put on the map by hand (Gritta et al. 2018); every use of a name counts."""

SHOWN = (
    "overlap_f1", "exact_f1", "accuracy161", "accuracy161_or_country", "country_accuracy", "end_to_end_f1",
)  # fmt: skip
"""The figures shown, of those that the script prints."""


def places(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Toponyms found, of those found the share within 161 km, and both in one figure."""
    gold = folder / GOLD
    rows = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {gold / "text" / f"{row['name']}.txt": row["published"] for row in rows}
    with tempfile.TemporaryDirectory() as work:
        records = subject.read(texts, Path(work))
        measured = scripts.figures(scripts.run(folder / "evaluate/places.py", gold, records))
    asked = sum(len(row["gold"]) for row in rows)
    found = int(measured["places_found"][0])
    return [
        Figure(
            name=f"places.{name}", value=measured[f"places_{name}"][0], items=asked if name.endswith("_f1") else found
        )
        for name in SHOWN
    ]
