"""
Our own examples of attribution: written by hand in TOML, read into the corpora's form.

A file of ``training/examples`` holds tables like this one, parts as words, not as offsets::

    [[example]]
    text = "The army denied it, and the navy denied it too."
    relations = [
      { source = "The army", cue = "denied#1", content = "it#1" },
      { source = "the navy", cue = "denied#2", content = "it#2" },
    ]

Words must stand in the text exactly once, as whole words; where they stand more often, ``#2``
means the second time. ``source`` is left out where nobody is named, ``content`` is a list where
it is in pieces. A relation inside another's content is how nesting is taught; ``relations = []``
is a paragraph without any attribution. Conventions as in PolNeAR (Newell et al. 2018): the cue
is one run of words with its auxiliaries, the source the whole noun phrase, the content holds
"that" and the quotation marks but not the full stop of the sentence around it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from according.errors import TrainingError

NUMBER_MARK = "#"
"""Stands between words and the number of their occurrence; our own choice: no news text needs it before a number."""

FOLDER = Path(__file__).parent / "examples"
"""The examples that come with the package."""

Ranges = list[list[int]]
"""``[start, end]`` pairs in code points, half-open, in the order of the text."""


def load(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """
    All examples of the `folder`'s ``*.toml`` files, in the order of the files' names.

    Each is ``{"id", "text", "attributions": [{"source", "cue", "content"}, ...]}`` with the parts
    as `Ranges`, like a row of the prepared corpora; ``source`` is ``[]`` where nobody is named.
    The ``id`` is the file's name and the example's number in it, from 1: ``nesting-12``.

    Raises:
        TrainingError: no example is there, a file cannot be read, or words are missing or ambiguous.
    """
    examples = [example for path in sorted(folder.glob("*.toml")) for example in _of_file(path)]
    if not examples:
        raise TrainingError(str(folder), "found no examples, expected *.toml", f"Give the folder {FOLDER}.")
    return examples


def read(identifier: str, table: dict[str, Any]) -> dict[str, Any]:
    """
    One ``[[example]]`` with its words turned into offsets.

    >>> table = {"text": "Rain, he said.", "relations": [{"source": "he", "cue": "said", "content": "Rain"}]}
    >>> read("new-1", table)["attributions"]
    [{'source': [[6, 8]], 'cue': [[9, 13]], 'content': [[0, 4]]}]

    Raises:
        TrainingError: words are missing or ambiguous, a key is unknown, a cue or content is absent, or
            relations cross: a part lies half inside another relation's content.
    """
    if set(table) != {"text", "relations"}:
        raise TrainingError(identifier, f"found the keys {sorted(table)}, expected relations and text")
    text: str = table["text"]
    attributions = []
    for number, relation in enumerate(table["relations"], start=1):
        if not {"cue", "content"} <= set(relation) <= {"source", "cue", "content"}:
            raise TrainingError(
                identifier,
                f"relation {number} has the keys {sorted(relation)}",
                "A relation has a cue, a content and, where one is named, a source.",
            )
        attributions.append(
            {part: _ranges(identifier, text, relation.get(part, [])) for part in ("source", "cue", "content")}
        )
    _refuse_crossing(identifier, attributions)
    return {"id": identifier, "text": text, "attributions": attributions}


def find(text: str, words: str) -> list[int]:
    """
    Where `words` begin in `text`, whole words only.

    >>> find("he said: the man he saw", "he")
    [0, 17]
    """
    starts = []
    start = text.find(words)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(words) : start + len(words) + 1]
        cut = (before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum())
        if not cut:
            starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _of_file(path: Path) -> list[dict[str, Any]]:
    """The examples of one file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("example", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TrainingError(str(path), f"the file cannot be read: {error}") from error
    return [read(f"{path.stem}-{number}", table) for number, table in enumerate(tables, start=1)]


def _ranges(identifier: str, text: str, words: str | list[str]) -> Ranges:
    """The ranges of one part, which is given as words or as a list of pieces."""
    pieces = [words] if isinstance(words, str) else words
    return sorted(_range(identifier, text, piece) for piece in pieces)


def _range(identifier: str, text: str, piece: str) -> list[int]:
    """The one range that `piece` means; ``#2`` at its end asks for the second."""
    words, mark, number = piece.rpartition(NUMBER_MARK)
    if not (mark and number.isdigit()):
        words, number = piece, ""
    starts = find(text, words) if words else []
    wanted = int(number or 1)
    if not 1 <= wanted <= len(starts):
        raise TrainingError(
            identifier,
            f"{piece!r} was not found in {text[:60]!r} ...",
            "Write the words exactly as the text has them.",
        )
    if len(starts) > 1 and not number:
        raise TrainingError(
            identifier,
            f"{piece!r} stands {len(starts)} times in {text[:60]!r} ...",
            f"Write {piece + '#1'!r} for the first of them.",
        )
    return [starts[wanted - 1], starts[wanted - 1] + len(words)]


def _refuse_crossing(identifier: str, attributions: list[dict[str, Ranges]]) -> None:
    """Raise `TrainingError` where a part of one relation is cut by an edge of another's content."""
    for outer in attributions:
        for inner in attributions:
            for start, end in [piece for part in inner.values() for piece in part]:
                if any(start < left < end < right or left < start < right < end for left, right in outer["content"]):
                    raise TrainingError(
                        identifier,
                        f"the part {start}:{end} lies half inside another relation's content",
                        "A part lies inside a content or outside it.",
                    )
