"""`according diff`: two versions of one report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from according.matching.boards.versions import Change, Difference
    from according.records import Record
    from according.store import Ledger

EXAMPLES = examples(
    "according diff https://lakewire.example/north/engineers",
    "according diff report.txt",
    "according diff 1f6e02aa 9b3c77d0 --format jsonl",
)

KIND_STYLES = {"re-attributed": "red", "re-hedged": "yellow", "figure": "magenta", "reworded": ""}

STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Marks that a site's typography alone may have changed."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="diff", help=prose(diff), epilog=EXAMPLES)(diff)


def diff(
    report: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="An address, path or key: its two newest versions; or the older one."),
    ],
    newer: Annotated[
        str | None, typer.Argument(metavar="[NEWER]", help="The other report, where the first is the older.")
    ] = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show what a version of a report has otherwise than the one before: claims added, lost and told otherwise.

    Told otherwise is: re-attributed, the same content on another's word; re-hedged, put forward more or less surely;
    figure, another number; reworded, other words alone. Both wordings are shown. Which claims are one in both versions
    is found by their words: a claim that was rewritten throughout is shown as lost and added.
    """
    from according.cli.console import output as standard_output
    from according.cli.console import print_json, tell
    from according.matching.boards.lines import difference_to_dict
    from according.matching.boards.versions import difference
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        before, after = _two(ledger, report, newer)
    found = difference(before, after)
    if output is Format.JSONL:
        print_json(difference_to_dict(found))
        return
    console = standard_output()
    for part in _drawn(found):
        console.print(part)
    told = f"{len(found.added)} added, {len(found.lost)} lost, {len(found.changed)} told otherwise"
    tell(f"{told}, {found.kept} as they were.")
    if found.reread:
        tell(f"{found.reread} read otherwise, though their sentences are the same: the reader's doing, not shown.")


def _two(ledger: Ledger, report: str, newer: str | None) -> tuple[Record, Record]:
    """The older and the newer record. Raises NotInStore where there is one version only."""
    from according.errors import NotInStore

    if newer is not None:
        return ledger.report(report).record, ledger.report(newer).record
    versions = ledger.versions(report)
    if len(versions) < 2:
        raise NotInStore(
            report,
            "found one version of this report, expected two",
            "Read the page again when it has changed, or name another: according diff REPORT NEWER",
        )
    return versions[-2], versions[-1]


def _drawn(found: Difference) -> Iterable[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from according.cli.console import printable
    from according.cli.wordings import quoted

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    yield Text.assemble((found.before[:8], "bold"), " became ", (found.after[:8], "bold"))
    for name, before, after in found.fields:
        grid.add_row(
            Text(name, style="dim"), Text(printable(f"{before or '(none)'} -> {after or '(none)'}"), style="dim")
        )
    for change in found.changed:
        grid.add_row(Text(_first(change), style=KIND_STYLES[change.kinds[0]]), _changed(change))
    for sign, style, wordings in (("- lost", "red", found.lost), ("+ added", "green", found.added)):
        for one in wordings:
            sources = printable(" > ".join(one.chain[1:]) or "in its own words")
            shown = Text.assemble(quoted(one.words), (f"\n{sources}, {one.stance} {one.at.claim}", "dim"))
            grid.add_row(Text(sign, style=style), shown)
    yield grid


def _first(change: Change) -> str:
    return f"~ {change.kinds[0]}"


def _changed(change: Change) -> RenderableType:
    """Both wordings, or one where they are the same; and below it what changed."""
    from rich.text import Text

    from according.cli.console import printable
    from according.cli.wordings import quoted

    before, after = change.before, change.after
    shown = Text(quoted(before.words))
    if before.words.translate(STRAIGHT) != after.words.translate(STRAIGHT):
        shown.append(f"\n-> {quoted(after.words)}")
    notes = []
    if "re-attributed" in change.kinds:
        notes.append(f"on the word of {change.before_voice.name} -> {change.after_voice.name}")
    if "re-hedged" in change.kinds:
        notes.append(f"{_stands(change.before.stance, before.certainty)} -> {_stands(after.stance, after.certainty)}")
    notes += [f"{old or 'no figure'} -> {new or 'no figure'}" for old, new in change.figures]
    notes.append(f"{before.at.claim} -> {after.at.claim}")
    return shown.append(f"\n{printable('; '.join(notes))}", style="dim")


def _stands(stance: str, certainty: str) -> str:
    return stance if certainty in (stance, "certain") else f"{stance}, {certainty}"
