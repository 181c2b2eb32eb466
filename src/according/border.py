"""
Reading JSON that others wrote: one key at a time, each checked, each failure with its place.

Used where outside data enters: a record of the contract, a row of the ledger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, TypeVar

from according.errors import BadRecord
from according.records import Span, Spans

T = TypeVar("T")


class Node:
    """
    One JSON object and the way to it; every method reads one key and checks what it finds.

    A key marked `extension` may be absent, which reads as null.

    >>> Node({"kind": 7}, "record.mentions[0]").text("kind")
    Traceback (most recent call last):
    ...
    according.errors.BadRecord: record.mentions[0].kind: found 7, expected words.
    """

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise BadRecord(where, f"found {shown(data)}, expected an object")
        self.data: dict[str, object] = data
        self.where = where

    def fail(self, key: str, found: object, expected: str) -> NoReturn:
        """Say what stands at `key` and what was expected there."""
        raise BadRecord(f"{self.where}.{key}", f"found {shown(found)}, expected {expected}")

    def get(self, key: str, extension: bool = False) -> object:
        """The value of `key`, None where an extension is absent."""
        if key not in self.data and not extension:
            raise BadRecord(self.where, f"found no key {key!r}, expected it, with null or [] where nothing is known")
        return self.data.get(key)

    def text(self, key: str, extension: bool = False) -> str:
        """Words."""
        value = self.get(key, extension)
        if not isinstance(value, str):
            self.fail(key, value, "words")
        return value

    def text_or_none(self, key: str, extension: bool = False) -> str | None:
        """Words or None."""
        return None if self.get(key, extension) is None else self.text(key)

    def number(self, key: str) -> float:
        """A number, whole or not."""
        value = self.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(key, value, "a number")
        return value

    def number_or_none(self, key: str) -> float | None:
        """A number or None."""
        return None if self.get(key) is None else self.number(key)

    def whole_or_none(self, key: str) -> int | None:
        """A whole number or None."""
        return None if self.get(key) is None else read_whole(self.get(key), f"{self.where}.{key}")

    def whole_or_text_or_none(self, key: str) -> int | str | None:
        """A whole number, words, or None: a count as a report gives it."""
        value = self.get(key)
        return value if isinstance(value, str) else self.whole_or_none(key)

    def truth_or_none(self, key: str) -> bool | None:
        """True, False or None."""
        value = self.get(key)
        if not isinstance(value, bool | None):
            self.fail(key, value, "true, false or null")
        return value

    def items(self, key: str, extension: bool = False) -> list[object]:
        """A list, not yet looked into."""
        value = self.get(key, extension)
        if value is None and extension:
            return []
        if not isinstance(value, list):
            self.fail(key, value, "a list")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        items = self.items(key)
        if not all(isinstance(item, str) for item in items):
            self.fail(key, items, "a list of words")
        return tuple(str(item) for item in items)

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        return tuple(read_whole(item, f"{self.where}.{key}") for item in self.items(key))

    def spans(self, key: str) -> Spans:
        """A list of spans."""
        return tuple(read_span(item, f"{self.where}.{key}") for item in self.items(key))

    def spans_within(self, key: str, extension: bool = False) -> Spans:
        """The spans of an object ``{"spans"}``, none when it is null."""
        return () if self.get(key, extension) is None else self.node(key).spans("spans")

    def node(self, key: str) -> Node:
        """The object at `key`."""
        return Node(self.get(key), f"{self.where}.{key}")

    def optional(self, key: str, read: Callable[[Node], T]) -> T | None:
        """What `read` makes of the object at `key`, None for null."""
        return None if self.get(key) is None else read(self.node(key))

    def each(self, key: str, read: Callable[[Node], T], extension: bool = False) -> tuple[T, ...]:
        """What `read` makes of each object of a list."""
        items = self.items(key, extension)
        return tuple(read(Node(item, f"{self.where}.{key}[{index}]")) for index, item in enumerate(items))


def shown(value: object) -> str:
    """A value as an error tells it: Python's form, cut at 60 characters."""
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."


def read_whole(value: object, where: str) -> int:
    """A whole number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadRecord(where, f"found {shown(value)}, expected a whole number")
    return value


def read_span(value: object, where: str) -> Span:
    """A span from ``[start, end]``."""
    if not isinstance(value, list) or len(value) != 2:
        raise BadRecord(where, f"found {shown(value)}, expected [start, end]")
    start, end = (read_whole(item, where) for item in value)
    if not 0 <= start < end:
        raise BadRecord(where, f"found {shown(value)}, expected [start, end] with 0 <= start < end")
    return Span(start=start, end=end)
