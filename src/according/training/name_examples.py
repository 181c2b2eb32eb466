"""
Our own examples of names: invented sentences with marks, read into rows.

A file of ``training/examples/names`` holds one sentence a line, ``{kind words}`` around each name; a line that
begins with ``#`` is a comment. Names stand without article, title or possessive ending. A marked run without a
capital letter is no name but a description, and its last word is the noun that heads it::

    {organisation Free Army of Kordon} fighters seized two {vehicle pickups} from {person Adil Hamza}.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from according.errors import TrainingError
from according.tagging.labels import KINDS
from according.training.example_lines import example_lines

FOLDER = Path(__file__).parent / "examples" / "names"
"""The examples that come with the package."""

MARK = re.compile(r"\{(?P<kind>[a-z]+) (?P<words>[^{}]+)\}")
"""``{place Kordon}``; marks do not nest."""


def load(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """
    All examples of the `folder`'s ``*.txt`` files: ``{"id", "text", "names": [...], "nouns": [...]}``.

    Raises:
        TrainingError: no example is there, or a line's marks cannot be read; names file and line.
    """
    return [read(identifier, line) for identifier, line in example_lines(folder)]


def read(identifier: str, line: str) -> dict[str, Any]:
    """
    One line with its marks taken out: ``[start, end, kind]`` of names and of the nouns that head descriptions.

    >>> row = read("new-1", "A {vehicle pickup} near {place Kordon}.")
    >>> row["text"], row["names"], row["nouns"]
    ('A pickup near Kordon.', [[14, 20, 'place']], [[2, 8, 'vehicle']])

    Raises:
        TrainingError: a brace is stray or a kind unknown.
    """
    text, at = "", 0
    names: list[list[object]] = []
    nouns: list[list[object]] = []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        kind, words = mark["kind"], mark["words"]
        if kind not in KINDS:
            raise TrainingError(identifier, f"found the kind {kind!r}", f"one of {', '.join(KINDS)}")
        start = len(text)
        text += words
        if words.islower():
            nouns.append([len(text) - len(words.split()[-1]), len(text), kind])
        else:
            names.append([start, len(text), kind])
    text += line[at:]
    if "{" in text or "}" in text:
        raise TrainingError(identifier, f"a stray brace in {line[:60]!r}", "write {kind words}")
    return {"id": identifier, "corpus": "names", "text": text, "names": names, "nouns": nouns}
