"""
Ten invented reports of three invented stories, to see the whole path at work.

The places are real; the events, the persons and the outlets are not, and every report says so in
its last line (`MARK`). They hold what makes real reports hard:

- *corentyne*: shots at fishing boats on a border river; six reports, two origins. A wire report, an outlet that prints
  it cut, one that retells it and drops a "possibly", one that changes its words and drops its credit line as well, a
  rival with sources of its own on the other bank and another body's count, and the agency's second count.
- *beira*: a fire at a fuel store. "At least 12" dead, two days later 19, whose count, and a correction.
- *moroto*: two engineers abducted. Three unnamed officials, one of the three, another government's denial; then a
  release, a march and what the police did, help that is sent and help that is only promised, and an older attack.

Plain text, two pages of HTML with the clutter of a site around them, and one ninjs item.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

MARK = "Invented sample report: nothing in it happened."
"""Stands in every report, so that none can be taken for news."""

FORMATS = {".txt", ".html", ".json"}
"""What a report's file may end in."""


def reports() -> list[Path]:
    """
    The ten reports' files, in the order of story and publication.

    >>> [path.name for path in reports()][:2]
    ['beira-1-first-count.txt', 'beira-2-second-count.json']
    """
    folder = Path(str(files(__name__)))
    return sorted(path for path in folder.iterdir() if path.suffix in FORMATS)


def stories() -> dict[str, list[Path]]:
    """
    The reports by story: what stands before the first hyphen of a file's name.

    >>> sorted(stories())
    ['beira', 'corentyne', 'moroto']
    """
    grouped: dict[str, list[Path]] = {}
    for path in reports():
        grouped.setdefault(path.name.partition("-")[0], []).append(path)
    return grouped
