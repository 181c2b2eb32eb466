"""One run of `according read`: report after report, each kept before the next is begun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from according.cli.console import cells, counted, errors, output, print_json, printable, table, tell
from according.cli.inputs import Input, fingerprint
from according.cli.options import Format
from according.errors import AccordingError, ReadingError
from according.records import Page, Record
from according.settings import Settings
from according.store import Ledger


class Reads(Protocol):
    """What this command needs of `according.Reader`."""

    @property
    def made_by(self) -> str:
        """Release and weights, as they stand in `Record.made_by`."""
        ...

    def read_page(self, page: Page) -> Record:
        """What a page says, or ReadingError."""
        ...


FEW_WAITING = 500
"""Reports that are matched after a reading even if it did not read them: some ten seconds. A guess."""

SAYS = {
    "new": "new",
    "version": "changed since they were last read",
    "reading": "read anew by this release",
    "unchanged": "known already",
    "read": "read",
    "refused": "could not be read",
}
"""What a summary says of the outcomes of `store.Added`, and of those that never came to the ledger."""


@dataclass(slots=True, kw_only=True)
class Run:
    """One run of the command: what there is to read, and what has become of it so far."""

    settings: Settings
    ledger: Ledger | None
    output: Format
    found: list[Input]
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def refused(self) -> int:
        """How many could not be read."""
        return self.outcomes["refused"]

    def read_all(self) -> None:
        """Read report after report; each is kept before the next is begun."""
        import according

        reader: Reads = according.Reader(self.settings)
        with self._progress() as advance:
            for each in self.found:
                advance(each.where)
                try:
                    self._done(each, *self._read(each, reader))
                except ReadingError as error:
                    self._refuse(each, error)

    def match(self) -> None:
        """
        Match what was read; a large ledger that another release matched is left to `according match`.

        Nothing that goes wrong here undoes or fails the reading: it is told, and can be done again.
        """
        if self.ledger is None:
            return
        from according.cli.across import matched, told

        try:
            waiting = self.ledger.waiting()
            if waiting > max(FEW_WAITING, 2 * self.outcomes.total()):
                tell(f"{counted(waiting, 'report')} wait to be matched. Do it with: according match")
            elif waiting:
                told(matched(self.ledger, waiting))
        except KeyboardInterrupt:
            tell("Interrupted while matching; all that was read is kept. Go on with: according match")
        except AccordingError as error:
            tell(f"{error}\nAll that was read is kept. Match it with: according match")
        except Exception as error:  # noqa: BLE001 - a fault in matching is no fault of the reading
            tell(
                f"Matching failed, which is a fault of According ({type(error).__name__}: {error}).\n"
                "All that was read is kept. Try again with: according match --again"
            )

    def _read(self, each: Input, reader: Reads) -> tuple[str, str, Record]:
        """(the report's key in the ledger, what became of it, its record)."""
        page = each.load()
        if self.ledger is None:
            return "", "read", reader.read_page(page)
        mark = fingerprint(page, self.settings, reader.made_by)
        if known := self.ledger.known(mark):
            as_named = replace(known.record.report, path=page.path)  # "./a.txt" may have been "a.txt" then
            return known.key, "unchanged", replace(known.record, report=as_named)
        record = reader.read_page(page)
        added = self.ledger.add(record, fingerprint=mark)
        return added.key, added.outcome, record

    def _done(self, each: Input, key: str, outcome: str, record: Record) -> None:
        self.outcomes[outcome] += 1
        if self.output is Format.JSONL:
            print_json(record.to_dict())
        else:
            self.lines.append((key, outcome, str(len(record.claims)), record.report.title or each.where))

    def _refuse(self, each: Input, error: ReadingError) -> None:
        named = error if error.where == each.where else type(error)(each.where, error.found, error.advice)
        tell(str(named))
        self.outcomes["refused"] += 1
        if self.ledger is not None:
            self.ledger.reject(each.where, named)

    @contextmanager
    def _progress(self) -> Iterator[Callable[[str], None]]:
        """A bar on standard error, if somebody looks on and there is something to wait for."""
        shown = errors()
        records_on_screen = self.output is Format.JSONL and output().is_terminal
        if len(self.found) < 2 or not shown.is_terminal or records_on_screen:
            yield lambda _: None
            return
        with Progress(
            TextColumn("{task.completed}/{task.total}"),
            BarColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=shown,
            transient=True,
            redirect_stdout=False,
        ) as bar:
            task = bar.add_task("", total=len(self.found))
            yield lambda where: bar.update(task, advance=1, description=printable(where))

    def tell(self, stopped: str | None = None) -> None:
        """The table of what was read, and a line that sums it up; `stopped` says what ended it early."""
        if self.lines:
            shown = table("report", "", "#claims", "title")
            for line in self.lines:
                shown.add_row(*cells(*line))
            output().print(shown)
        kept = "nothing is kept without --db" if self.ledger is None else f"what was read is kept in {self.ledger.path}"
        if stopped is not None:
            done = self.outcomes.total() - self.refused
            tell(f"{stopped}: {done} of {counted(len(self.found), 'report')} read; {kept}.")
            if self.ledger is not None:
                tell("Run the same command again: it goes on where it stopped.")
        elif self.output is Format.TABLE or self.refused:
            parts = ", ".join(f"{count} {SAYS[outcome]}" for outcome, count in sorted(self.outcomes.items()))
            tell(f"{counted(len(self.found), 'report')}: {parts}{f'; {kept}' if self.refused else ''}.")
