"""
How many documents of the training pack have each word: `matching/stories/rarity.json`.

    python -m according.training.story_words DATA [--out FILE]
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import according.matching.stories
from according.matching.stories.words import counted

SHIPPED = Path(according.matching.stories.__file__).parent / "rarity.json"
"""The table that comes with the package."""

FILES = ("attribution/polnear", "attribution/gum", "entities/uner_ewt", "matching/ecbplus")
"""Documents of the pack; their `_train` and `_dev` parts."""

SHORTEST = 500
"""Characters of a text that counts: a sentence or two would make every word look rare."""


def texts(data: Path) -> Iterator[str]:
    """Each text once; ECB+ has a dozen reports of one event, which count as one text."""
    seen: set[str] = set()
    events: dict[str, list[str]] = defaultdict(list)
    for path in (data / f"{name}_{part}.jsonl.gz" for name in FILES for part in ("train", "dev")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if "subtopic" in row:
                    events[row["subtopic"]].append(row["text"])
                elif len(row["text"]) >= SHORTEST and row["text"] not in seen:
                    seen.add(row["text"])
                    yield row["text"]
    yield from map("\n".join, events.values())


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the training pack")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    arguments.out.write_text(counted(texts(arguments.data)), encoding="utf-8")


if __name__ == "__main__":
    main()
