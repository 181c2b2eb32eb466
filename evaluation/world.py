"""The yardsticks of grounding: entities, places, times, quantities in annotated reports, and actors as phrases."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from evaluation import scripts
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

ENTITY_SETS = ("re3d_dev", "gum_news")
MAIN_KINDS = ("person", "organisation", "place")

COUNTS = re.compile(
    r"""
    ^\s+ (?P<kind> [a-z]+ ) \s+ (?P<asked> \d+ ) \ asked\ for \s+    # person 155 asked for
    (?P<predicted> \d+ ) \ predicted                                # 160 predicted
    \s+ \d+ \ exact \s+ (?P<overlap> \d+ ) \ overlap
    """,
    re.VERBOSE | re.MULTILINE,
)


def entities(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Mentions of persons, organisations and places together, and of all kinds that each set marks."""
    out = []
    for name in ENTITY_SETS:
        printed = _scored(folder, "entities", f"entities/{name}", subject)
        counts = {match["kind"]: match for match in COUNTS.finditer(printed)}
        asked, predicted, overlap = (
            sum(int(counts[kind][part]) for kind in MAIN_KINDS if kind in counts)
            for part in ("asked", "predicted", "overlap")
        )
        out.append(
            Figure(name=f"entities.{name}.main_overlap_f1", value=2 * overlap / max(1, asked + predicted), items=asked)
        )
        out += [
            Figure(name=f"entities.{name}.{figure.removeprefix('entities_')}", value=value)
            for figure, (value, _) in scripts.figures(printed).items()
        ]
    return out


def times(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Time expressions of MEANTIME and their values."""
    return _figures("times", _scored(folder, "times", "times/meantime", subject))


def quantities(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Numeric expressions of MEANTIME and their values."""
    return _figures("quantities", _scored(folder, "quantities", "quantities/meantime", subject))


def actors(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Country and sector of phrases that name actors."""
    printed = scripts.run(
        folder / "evaluate/actors.py", folder / "data/events/ngec_actor_dev.jsonl", package=subject.package
    )
    return _figures("actors", printed)


def _scored(folder: Path, script: str, data: str, subject: Subject) -> str:
    """What the yardstick prints on the records of an annotated folder, each text read with its own date."""
    gold = folder / "data" / data
    rows = [json.loads(line) for line in (gold / "gold.jsonl").read_text(encoding="utf-8").split("\n") if line]
    with tempfile.TemporaryDirectory() as work:
        dates = {gold / "text" / f"{row['name']}.txt": row.get("published") for row in rows}
        records = subject.read(dates, Path(work))
        return scripts.run(folder / f"evaluate/{script}.py", gold, records)


def _figures(name: str, printed: str) -> list[Figure]:
    return [
        Figure(name=f"{name}.{figure.removeprefix(name + '_')}", value=value, items=items)
        for figure, (value, items) in scripts.figures(printed).items()
        if not figure.startswith("baseline_")
    ]
