"""What a search found, printed as the user wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from rich.table import Table

from according.cli.console import counted, output, print_json, tell
from according.cli.options import Format

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """How things of one kind are listed: what one is called, as JSON, and several as a table."""

    noun: str
    data: Callable[[T], Mapping[str, object]]
    table: Callable[[Iterable[T]], Table]

    def print(self, found: Iterable[T], form: Format, db: Path) -> None:
        """One JSON object a line, each as it is found; or a table of all, if there are any, and their number."""
        if form is Format.JSONL:
            for one in found:
                print_json(self.data(one))
            return
        kept = tuple(found)
        if kept:
            output().print(self.table(kept))
        tell(f"{counted(len(kept), self.noun)} in {db}.")
