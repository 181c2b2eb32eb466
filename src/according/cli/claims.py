"""`according claims`: what was said, by whom, found by filters."""

from __future__ import annotations

from dataclasses import asdict

import typer

from according.cli.filters import ClaimOptions, with_options
from according.cli.options import LEDGER, Database, Format, Output, examples, prose

EXAMPLES = examples(
    "according claims --unnamed --country RUS",
    'according claims --source Reuters --words "oil depot"',
    "according claims --stance denied --since 2024-05-01 --until 2024-05-31",
    "according claims --event ASSAULT --unnamed",
    "according claims --report report.txt --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="claims", help=prose(claims), epilog=EXAMPLES)(with_options(claims))


def claims(wanted: ClaimOptions, *, output: Output = Format.TABLE, db: Database = LEDGER) -> None:
    """
    Show claims: who says what, with the chain of sources and how they stand to it.

    Below the words of a claim stand the events that it tells of, as "= TYPE/mode who -> to whom". All filters given
    must hold. Claims are those of each report's newest version and newest reading.
    """
    from according.cli.listings import Listing
    from according.cli.tables import claim_data, claims_table
    from according.store import ClaimFilter, Ledger

    listing = Listing(noun="claim", data=claim_data, table=claims_table)
    with Ledger.open(db) as ledger:
        listing.print(ledger.claims(ClaimFilter(**asdict(wanted))), output, db)
