"""`according show`: one report, its text marked, with the chain of each claim beside it."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

EXAMPLES = examples(
    "according show report.txt",
    "according show 1f6e02aa",
    "NO_COLOR=1 according show 1f6e02aa | less",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="show", help=prose(show), epilog=EXAMPLES)(show)


def show(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="Its key, the beginning of its id, its path or its address.")
    ],
    db: Database = LEDGER,
) -> None:
    """
    Show a report's text with its sources, cues and contents, who vouches for each claim, and what happened.

    Sources are blue, cues yellow, contents green; words that name an act red, places magenta, times cyan, figures
    underlined. Without colours, sources stand in {braces}, cues in <angles>, contents in [brackets] after the
    number of their claim, acts in *stars* after the number of their event, places in @at signs@, times in
    ^carets^, figures in #hashes#. Below the text stand the events.
    """
    from according.cli.console import output
    from according.cli.margins import Findings, page
    from according.store import ClaimFilter, EventFilter, Ledger

    with Ledger.open(db) as ledger:
        found = ledger.report(report)
        claims = tuple(ledger.claims(ClaimFilter(report=found.key)))
        events = tuple(ledger.events(EventFilter(report=found.key)))
    console = output()
    shown = Findings(claims=claims, events=events)
    for part in page(found, shown, coloured=console.is_terminal and not console.no_color, width=console.width):
        console.print(part)
