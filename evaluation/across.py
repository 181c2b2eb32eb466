"""The yardsticks of stage 8: origins, stories, mentions of one event, relations of claims and lost hedges."""

from __future__ import annotations

import tempfile
from pathlib import Path

from evaluation import scripts
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

STORY_SETS = ("giveme5w1h", "gva")
KEPT_TOPICS = "2,5,12,18,21,23,34,35"
"""Topics of ECB+ that training does not see: the development part of the training pack."""


def origins(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Pairs of reports put into one origin, and how many independent origins an event has."""
    return _across(folder, "origins.py", "data/origins", "origins", subject)


def stories(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Reports about the same event (B-cubed), and mentions of the same event in ECB+ (CoNLL F1)."""
    out = []
    for name in STORY_SETS:
        out += _across(folder, "stories.py", f"data/stories/{name}", "stories", subject)
    given = (folder / "data/stories/ecbplus", "--call", "--topics", KEPT_TOPICS)
    printed = scripts.run(folder / "evaluate/stories.py", *given, package=subject.package)
    return out + _figures("stories.ecbplus", printed)


def relations(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """How claims of different reports stand to each other, and where a retelling lost a hedge."""
    return _across(folder, "relations.py", "data/relations", "relations", subject)


def _across(folder: Path, script: str, data: str, command: str, subject: Subject) -> list[Figure]:
    """The figures of what `according COMMAND` prints of a new database that holds the reports of `data`."""
    gold = folder / data
    with tempfile.TemporaryDirectory() as work:
        manifest, records, found = (Path(work) / name for name in ("manifest.jsonl", "records.jsonl", "found.jsonl"))
        manifest.write_text(scripts.run(folder / "evaluate/origins.py", gold, "--manifest"), encoding="utf-8")
        database = ["--db", str(Path(work) / "according.db"), "--format", "jsonl"]
        subject.run(["read", str(manifest), *database], into=records)
        subject.run([command, *database], into=found)
        given = (records, found) if command == "relations" else (found,)
        printed = scripts.run(folder / "evaluate" / script, gold, *given)
    return _figures(".".join(dict.fromkeys((command, gold.name))), printed)


def _figures(name: str, printed: str) -> list[Figure]:
    found = scripts.figures(printed)
    return [Figure(name=f"{name}.{figure}", value=value, items=items) for figure, (value, items) in found.items()]
