"""`according events`: what happened, by whom, to whom, where and when, found by filters."""

from __future__ import annotations

from dataclasses import asdict

import typer

from according.cli.filters import EventOptions, with_options
from according.cli.options import LEDGER, Database, Format, Output, examples, prose

EXAMPLES = examples(
    "according events --type ASSAULT --country UKR",
    'according events --actor "coast guard" --since 2024-05-01 --until 2024-05-31',
    'according events --quad "material conflict" --place Moroto',
    "according events --report report.txt --all --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="events", help=prose(events), epilog=EXAMPLES)(with_options(events))


def events(wanted: EventOptions, *, output: Output = Format.TABLE, db: Database = LEDGER) -> None:
    """
    Show events: who did what to whom, where, when, how many, and on whose word.

    A row is what a report says, not what is so: "stands" tells whether it is negated, how certain it is put forward,
    and whether it is planned, background or hypothetical; the last column, which claim tells of it and who vouches.
    "~" marks what was taken from elsewhere in the report; "?" that it is not told who acts. All filters given must
    hold. Events of unknown days are left out by --since and --until.
    """
    from according.cli.event_rows import event_data, events_table
    from according.cli.listings import Listing
    from according.store import EventFilter, Ledger

    given = asdict(wanted)
    given |= {"type": given.pop("kind"), "statements": wanted.statements or wanted.mode == "statement"}
    with Ledger.open(db) as ledger:
        Listing(noun="event", data=event_data, table=events_table).print(
            ledger.events(EventFilter(**given)), output, db
        )
