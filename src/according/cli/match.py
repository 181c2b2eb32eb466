"""`according match`: find origins and stories, of what was added or of all."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

EXAMPLES = examples(
    "according match",
    "according match --again --db story.db",
)

INTERRUPTED = 130
"""128 and the number of SIGINT."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="match", help=prose(match), epilog=EXAMPLES)(match)


def match(
    again: Annotated[bool, typer.Option("--again", help="All reports, also those that were matched.")] = False,
    db: Database = LEDGER,
) -> None:
    """
    Find which reports have one origin and which tell of one event.

    Reading does so by itself, and so does every command that asks for it; this is for what was interrupted, and for
    doing it again. What persons decided with `according judge` stays whatever is done again.
    """
    from according.cli.across import matched, summed, told
    from according.cli.console import counted, tell
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        waiting = ledger.waiting()
        try:
            found = matched(ledger, waiting, again=again)
        except KeyboardInterrupt:
            left = counted(ledger.waiting(), "report")
            tell(f"Interrupted: {left} still to be matched. Run `according match` to go on.")
            raise typer.Exit(INTERRUPTED) from None
        told(found)
        origins, stories = ledger.counts()
    parts = [(found.reports, "report", "reports"), (stories, "story", "stories"), (origins, "origin", "origins")]
    tell(f"Matched {summed(parts[:1])}: now {summed(parts[1:])} in {db}.")
