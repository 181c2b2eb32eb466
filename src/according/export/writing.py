"""Where exports are written to, and the two shapes that most have: one JSON object a line, and one long list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol

from according.store import KeptClaim, KeptReport

Json = dict[str, object]


class TextOut(Protocol):
    """What a format of text writes to: any text file, line ends left as they are."""

    def write(self, text: str, /) -> object:
        """Write the text."""
        ...


class BinaryOut(Protocol):
    """What a binary format writes to."""

    def write(self, data: bytes, /) -> object:
        """Write the bytes."""
        ...


def compact(value: object) -> str:
    """JSON on one line, in the letters of the words themselves."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def write_lines(out: TextOut, objects: Iterable[Mapping[str, object]]) -> int:
    """JSON Lines; returns how many."""
    count = 0
    for each in objects:
        out.write(compact(each) + "\n")
        count += 1
    return count


def write_list(
    out: TextOut,
    head: Mapping[str, object],
    key: str,
    objects: Iterable[object],
    tail: Callable[[], Mapping[str, object]] = dict,
) -> int:
    r"""
    One JSON object with a list in it, an item a line, written as the items come; returns how many there are.

    `head` stands before the list; `tail` is asked, when all items are written, for what stands behind it.

    >>> import io
    >>> out = io.StringIO()
    >>> write_list(out, {"type": "FeatureCollection"}, "features", [1, 2])
    2
    >>> out.getvalue()
    '{"type": "FeatureCollection", "features": [\n1,\n2\n]}\n'
    """
    out.write(compact(head)[:-1] + (", " if head else "") + compact(key) + ": [")
    count = 0
    for each in objects:
        out.write(("," if count else "") + "\n" + compact(each))
        count += 1
    out.write("\n]" + "".join(f", {compact(name)}: {compact(value)}" for name, value in tail().items()) + "}\n")
    return count


def without_none(**known: object) -> Json:
    """
    What is known, in the order given: None and what is empty left out.

    >>> without_none(name="Reuters", country=None, sectors=(), count=0)
    {'name': 'Reuters', 'count': 0}
    """
    return {key: value for key, value in known.items() if value is not None and value not in ((), [], "", {})}


def by_report(claims: Iterable[KeptClaim]) -> Iterator[tuple[KeptReport, tuple[KeptClaim, ...]]]:
    """Each report with its claims, one report in memory at a time."""
    for _, found in groupby(claims, key=lambda claim: claim.report.key):
        kept = tuple(found)
        yield kept[0].report, kept
