"""`according grade`: how far a person trusts a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

if TYPE_CHECKING:
    from according.store import Ledger

EXAMPLES = examples(
    'according grade "Ministry of Health" --grade B2 --by "A. Nowak"',
    'according grade "Bay Daily" --grade C3 --by Ana --note "two corrections"',
    'according grade "Ministry of Health"',
    "according grade",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="grade", help=prose(grade), epilog=EXAMPLES)(grade)


def grade(
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="As `according sources` shows it.", show_default=False)
    ] = None,
    grade: Annotated[
        str | None,
        typer.Option("--grade", metavar="B2", help="A letter A-F for the source, a figure 1-6 for its word."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who grades.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    db: Database = LEDGER,
) -> None:
    """
    Give a source a grade on the Admiralty scale, or show the grades that were given.

    A (completely reliable) to E (unreliable), F (cannot be judged); 1 (confirmed by others) to 5 (improbable), 6
    (cannot be judged). Only persons grade: what a source's record proposes is shown by `according track`. All grades
    are kept, with name, note and day; the last one counts.
    """
    from according.cli.console import tell
    from according.store import Ledger

    if grade is not None and (source is None or by is None):
        raise typer.BadParameter("expected a source and the name of who grades: SOURCE --grade B2 --by NAME")
    with Ledger.open(db) as ledger:
        if source is None or grade is None or by is None:
            _show(ledger, source)
            return
        given = ledger.grade(source, grade.strip().upper(), by=by, note=note)
    tell(f"{given.source}: {given.grade}, by {given.by}.")


def _show(ledger: Ledger, source: str | None) -> None:
    """The newest grade of a source first."""
    from according.cli.console import cells, counted, output, table, tell

    shown = table("source", "grade", "by", "on", "note")
    for given in ledger.grades(source):
        shown.add_row(*cells(given.source, given.grade, given.by, given.at[:10], given.note))
    if shown.row_count:
        output().print(shown)
    tell(f"{counted(shown.row_count, 'grade')} in {ledger.path}.")
