"""
Our own examples of events: invented sentences with marks, read into rows.

A file of ``training/examples/events`` holds one example a line; a line that begins with ``#`` is a
comment. Braces mark spans, and may nest::

    {a1 The army} {e1:ASSAULT/heavy-weapons shelled} {r1 a market} and did not {e2:RETREAT:not withdraw}.

``eN`` is the trigger of event N, one word: its PLOVER type (or DISASTER, ELECTION, LEGAL), after ``/``
its mode, after ``:`` a status (planned, hypothetical, background, legal-proceeding; else current),
``not`` where it is negated, and a certainty (probable, possible, unsure; else certain). ``aN`` and ``rN``
are its actor and its recipient, whole noun phrases; ``{a1,r2 ...}`` plays both parts. A line without marks
teaches that there is nothing to code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from according.errors import TrainingError
from according.tagging.labels import EVENT_STATUSES, EVENTS, MODES
from according.training.example_lines import example_lines
from according.vocabulary import CERTAINTIES

FOLDER = Path(__file__).parent / "examples" / "events"
"""The examples that come with the package."""

MARK = re.compile(
    r"""
    \{ (?P<tag> [aer]\d [^ {}]* ) [ ]   # {a1 ... or {e1:ASSAULT/beat:not ...
  | (?P<close> \} )
  | (?P<stray> \{ )
    """,
    re.VERBOSE,
)

PARTIES = {"a": "actors", "r": "recipients"}


def load(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """
    All examples of the `folder`'s ``*.txt`` files: ``{"id", "text", "events": [...]}``.

    Raises:
        TrainingError: no example is there, or a line's marks cannot be read; names file and line.
    """
    return [read(identifier, line) for identifier, line in example_lines(folder)]


def read(identifier: str, line: str) -> dict[str, Any]:
    """
    One line with its marks taken out.

    >>> row = read("new-1", "{a1 Rebels} {e1:RETREAT/release:planned freed} {r1 two men}.")
    >>> row["text"], row["events"][0]["trigger"], row["events"][0]["actors"], row["events"][0]["status"]
    ('Rebels freed two men.', [7, 12], [[0, 6]], 'planned')

    Raises:
        TrainingError: a brace is stray, a tag unknown, or a party belongs to no event.
    """
    text, marked = unmark(identifier, line)
    events: dict[str, dict[str, Any]] = {}
    for tag, start, end in marked:
        if tag.startswith("e"):
            number, *said = tag[1:].split(":")
            events[number] = {"trigger": [start, end], "actors": [], "recipients": [], **attributes(identifier, said)}
    for tag, start, end in marked:
        for part in tag.split(",") if not tag.startswith("e") else ():
            if part[1:] not in events or part[0] not in PARTIES:
                raise TrainingError(identifier, f"found {part!r}, a party of no event", "mark {eN:TYPE word} as well")
            events[part[1:]][PARTIES[part[0]]].append([start, end])
    return {"id": identifier, "corpus": "events", "text": text, "events": list(events.values())}


def unmark(identifier: str, line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The bare text, and ``(tag, start, end)`` of each mark in it."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    marked: list[tuple[str, int, int]] = []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark["stray"] or (mark["close"] and not opened):
            raise TrainingError(identifier, f"a stray brace in {line[:60]!r}", "write {tag words}")
        if mark["tag"]:
            opened.append((mark["tag"], len(text)))
        else:
            tag, start = opened.pop()
            marked.append((tag, start, len(text)))
    if opened:
        raise TrainingError(identifier, f"{opened[0][0]} is not closed in {line[:60]!r}", "write {tag words}")
    return text + line[at:], marked


def attributes(identifier: str, said: list[str]) -> dict[str, Any]:
    """What a trigger's tag says."""
    kind, _, mode = said[0].partition("/") if said else ("", "", "")
    status = [word for word in said[1:] if word in EVENT_STATUSES]
    certainty = [
        "underspecified" if word == "unsure" else word for word in said[1:] if word in (*CERTAINTIES, "unsure")
    ]
    unknown = [word for word in said[1:] if word not in (*EVENT_STATUSES, *CERTAINTIES, "unsure", "not")]
    if kind not in EVENTS[1:] or (mode and f"{kind}/{mode}" not in MODES) or unknown:
        raise TrainingError(
            identifier, f"found {':'.join(said)!r}, expected TYPE/mode:attributes", "see event_examples.py"
        )
    return {
        "type": kind,
        "mode": f"{kind}/{mode}" if mode else "none",
        "status": status[0] if status else "current",
        "negative": "not" in said[1:],
        "certainty": certainty[0] if certainty else "certain",
    }
