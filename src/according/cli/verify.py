"""`according verify`: does the ledger still hold what it says?"""

from __future__ import annotations

import typer

from according.cli.options import LEDGER, Database, examples, prose

EXAMPLES = examples(
    "according verify",
    "according verify --db story.db && cp story.db backup/",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="verify", help=prose(verify), epilog=EXAMPLES)(verify)


def verify(db: Database = LEDGER) -> None:
    """
    Read every span of the ledger again in its report's text, and say which no longer holds.

    Older versions and older readings are looked at too. The exit status is 1 if anything does not hold.
    """
    from according.cli.console import cells, counted, output, table, tell
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        found = ledger.verify()
    numbers = ((found.reports, "report"), (found.readings, "reading"), (found.spans, "span"))
    looked_at = f"{', '.join(counted(count, what) for count, what in numbers)} in {db}"
    if not found.faults:
        tell(f"{looked_at}: all hold.")
        return
    shown = table("report", "where", "what was found")
    for fault in found.faults:
        shown.add_row(*cells(fault.report, fault.place, fault.found))
    output().print(shown)
    tell(f"{looked_at}: {len(found.faults)} do not hold.\nRead these reports again into another file.")
    raise typer.Exit(1)
