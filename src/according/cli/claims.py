"""`according claims`: what was said, by whom, found by filters."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, alpha_3, event_kind, examples, iso_day, prose
from according.vocabulary import STANCES

EXAMPLES = examples(
    "according claims --unnamed --country RUS",
    'according claims --source Reuters --words "oil depot"',
    "according claims --stance denied --since 2024-05-01 --until 2024-05-31",
    "according claims --event ASSAULT --unnamed",
    "according claims --report report.txt --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="claims", help=prose(claims), epilog=EXAMPLES)(claims)


def _stance(value: str | None) -> str | None:
    if value is not None and value not in STANCES:
        raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(STANCES)}")
    return value


ToldEvent = Annotated[
    str | None, typer.Option(metavar="ASSAULT", help="It tells of such an event (PLOVER's type).", callback=event_kind)
]


def claims(
    *,
    source: Annotated[str | None, typer.Option(metavar="WORDS", help="A source in the chain has these words.")] = None,
    named: Annotated[
        bool | None, typer.Option("--named/--unnamed", help="The innermost source is named, or not.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="RUS", help="A source's country (ISO 3166 alpha-3).", callback=alpha_3)
    ] = None,
    stance: Annotated[
        str | None, typer.Option(metavar="denied", help="How the source stands to it.", callback=_stance)
    ] = None,
    words: Annotated[
        str | None, typer.Option(metavar="WORDS", help="All of them in the claim or its sources, in any inflection.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published on this day or later.", callback=iso_day)
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published on this day or earlier.", callback=iso_day)
    ] = None,
    event: ToldEvent = None,
    report: Annotated[str | None, typer.Option(metavar="REPORT", help="A key, path or address.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show claims: who says what, with the chain of sources and how they stand to it.

    Below the words of a claim stand the events that it tells of, as "= TYPE/mode who -> to whom". All filters given
    must hold. Claims are those of each report's newest version and newest reading.
    """
    from according.cli.console import counted, print_json, tell
    from according.cli.console import output as standard_output
    from according.cli.tables import claim_data, claims_table
    from according.store import ClaimFilter, Ledger

    wanted = ClaimFilter(
        source=source,
        named=named,
        country=country,
        stance=stance,
        words=words,
        since=since,
        until=until,
        event=event,
        report=report,
        limit=limit,
    )
    with Ledger.open(db) as ledger:
        found = ledger.claims(wanted)
        if output is Format.JSONL:
            for claim in found:
                print_json(claim_data(claim))
            return
        kept = tuple(found)
        if kept:
            standard_output().print(claims_table(kept))
        tell(f"{counted(len(kept), 'claim')} in {db}.")
