"""`according story`: one story in time, and who says what in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose

EXAMPLES = examples(
    "according story 1f6e02aa",
    "according story 1f6e02aa --since yesterday",
    "according story 1f6e02aa --all --since 2024-05-17",
    "according story 1f6e02aa --format jsonl",
)

DAYS_AGO = {"today": 0, "yesterday": 1}
"""What `--since` takes besides a day."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="story", help=prose(story), epilog=EXAMPLES)(story)


def _since(value: str | None) -> str | None:
    """A day in ISO 8601, "today" and "yesterday" by the clock here; wrong usage if it is none."""
    if value in DAYS_AGO:
        return (date.today() - timedelta(days=DAYS_AGO[value])).isoformat()  # noqa: DTZ011 - the reader's own day
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"found {value!r}, expected today, yesterday or a day like 2024-05-17") from None
    return value


def story(
    story: Annotated[
        str, typer.Argument(metavar="STORY", help="A story's id, or any of its reports: a key, path or address.")
    ],
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Show first what is new since: yesterday, or a date.", callback=_since),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every voice, claim and entry; nothing left out.")] = False,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show a story in time: who asserts, who denies, who hedges, how figures moved, what it rests on.

    Rows are what reports say, each in the words that it first had, with the claim's name for `according why`. Who is
    not named is one voice only within one origin. Two counts contradict each other where that was decided, with reasons
    (`according relations`): other figures may count other things. Reports without a date come last.
    """
    from according.cli.across import brought_up_to_date
    from according.cli.board_rows import drawn
    from according.cli.console import output as standard_output
    from according.cli.console import print_json
    from according.matching.boards import board, changes
    from according.matching.boards.lines import to_dict
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        brought_up_to_date(ledger)
        found = ledger.story(story)
        laid_out = board(found, ledger.records(found.reports), ledger.relations(story), ledger.origins(story))
    new = None if since is None else changes(laid_out, since)
    if output is Format.JSONL:
        print_json(to_dict(laid_out, new))
        return
    console = standard_output()
    for part in drawn(laid_out, new, everything=everything):
        console.print(part)
