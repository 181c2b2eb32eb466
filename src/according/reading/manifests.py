"""JSON Lines manifests: one report a row, by its `path` or its `text`, with what is known about it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from according.errors import BadManifest
from according.reading.dates import iso_exactly
from according.reading.encodings import decode
from according.records import Row

TEXTS = ("path", "text", "title", "url", "publisher", "byline", "published")
ADVICE = 'A row is, for instance: {"path": "report.html", "publisher": "Harbour Post", "published": "2015-09-09"}'


def manifest(data: bytes, path: str) -> Iterator[Row | BadManifest]:
    r"""
    The rows of a manifest in order; for a row that is not as the contract says, the error in its place.

    Errors are handed over and not raised, so that one bad row does not stop the others. Blank lines
    are passed over; names that the contract does not have are ignored, so that a later release can
    add some; null is as if absent.

    >>> [
    ...     row.path
    ...     for row in manifest(b'{"path": "a.txt"}\n\n{"path": "b.html", "publisher": "Harbour Post"}\n', "all.jsonl")
    ... ]
    ['a.txt', 'b.html']
    >>> print(next(manifest(b'{"file": "a.txt"}', "all.jsonl")))
    all.jsonl, line 1: found no "path" and no "text" (only "file"), expected one of them.
    A row is, for instance: {"path": "report.html", "publisher": "Harbour Post", "published": "2015-09-09"}

    Raises:
        NotText: the manifest is in no encoding that is known.
    """
    text = decode(data, path).text
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _row(line.strip(), number, f"{path}, line {number}")


def _row(line: str, number: int, where: str) -> Row | BadManifest:
    """The row of one line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as fault:
        return BadManifest(
            where, f"found broken JSON at column {fault.colno} ({fault.msg}), expected one object a line", ADVICE
        )
    except RecursionError:
        return BadManifest(where, "found JSON nested too deeply, expected one flat object a line", ADVICE)
    if not isinstance(value, dict):
        return BadManifest(where, f"found {_kind(value)}, expected an object", ADVICE)
    told: dict[str, str] = {}
    for key in TEXTS:
        part = value.get(key)
        if part is None:
            continue
        if not isinstance(part, str):
            return BadManifest(where, f'found {_kind(part)} for "{key}", expected a string', ADVICE)
        if part.strip() or key == "text":
            told[key] = part
    if "path" in told and "text" in told:
        return BadManifest(where, 'found both "path" and "text", expected one of them', ADVICE)
    if "path" not in told and "text" not in told:
        others = ", ".join(f'"{key}"' for key in list(value)[:5])
        return BadManifest(
            where,
            f'found no "path" and no "text" ({f"only {others}" if others else "nothing"}), expected one of them',
            ADVICE,
        )
    if "published" in told and iso_exactly(told["published"]) is None:
        return BadManifest(
            where,
            f'found "{told["published"]}" for "published", expected an ISO 8601 date or date and time (2015-09-09)',
            ADVICE,
        )
    return Row(line=number, **told)


def _kind(value: object) -> str:
    """What a JSON value is, in words."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
