"""`according sources`: who speaks, and how often."""

from __future__ import annotations

import typer

from according.cli.filters import Limit
from according.cli.options import LEDGER, Database, Format, Output, examples, prose

EXAMPLES = examples(
    "according sources",
    "according sources --limit 20",
    "according sources --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="sources", help=prose(sources), epilog=EXAMPLES)(sources)


def sources(
    limit: Limit = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show who speaks: how often, named or not, of which country, in how many reports.

    Who is not named is shown by the description given. The same description in several reports may mean
    several people: nothing here says who they are.
    """
    from dataclasses import asdict

    from according.cli.console import cells, counted, print_json, table, tell
    from according.cli.console import output as standard_output
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        voices = ledger.sources()[:limit]
    if output is Format.JSONL:
        for voice in voices:
            print_json(asdict(voice))
        return
    if voices:
        shown = table("source", "", "country", "#claims", "#passed on", "#reports")
        for voice in voices:
            counts = (str(voice.claims), str(voice.passed_on), str(voice.reports))
            known = "" if voice.named and voice.identification == "named" else voice.identification or "unnamed"
            shown.add_row(*cells(voice.name, known, voice.country, *counts))
        standard_output().print(shown)
    tell(f"{counted(len(voices), 'source')} in {db}.")
