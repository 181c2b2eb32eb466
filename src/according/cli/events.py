"""`according events`: what happened, by whom, to whom, where and when, found by filters."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, alpha_3, event_kind, examples, iso_day, prose
from according.vocabulary import STATUSES

EXAMPLES = examples(
    "according events --type ASSAULT --country UKR",
    'according events --actor "coast guard" --since 2024-05-01 --until 2024-05-31',
    'according events --quad "material conflict" --place Moroto',
    "according events --report report.txt --all --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="events", help=prose(events), epilog=EXAMPLES)(events)


def _mode(context: typer.Context, value: str | None) -> str | None:
    """A mode of the type that was asked for, or of any type."""
    if value is None:
        return None
    from according.events.ontology import TYPES, modes
    from according.vocabulary import NEWS_EVENTS

    kind = context.params.get("kind")
    allowed = [mode for one in TYPES if kind in (None, one) for mode in modes(one)]
    allowed += [mode for mode in NEWS_EVENTS if kind in (None, mode.upper())]
    if value not in allowed:
        expected = f"one of: {', '.join(dict.fromkeys(allowed))}" if allowed else f"none, for {kind} has no modes"
        raise typer.BadParameter(f"found {value!r}, expected {expected}")
    return value


def _quad(value: str | None) -> str | None:
    from according.events.ontology import TYPES, quad

    quads = list(dict.fromkeys(found for one in TYPES if (found := quad(one))))
    if value is not None and value not in quads:
        raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(quads)}")
    return value


def _status(value: str | None) -> str | None:
    if value is not None and value not in STATUSES:
        raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(STATUSES)}")
    return value


Kind = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="ASSAULT", help="PLOVER's type, or DENIAL, DISASTER, ...", callback=event_kind, is_eager=True
    ),
]
Mode = Annotated[str | None, typer.Option(metavar="drone", help="The finer kind within its type.", callback=_mode)]
Quad = Annotated[str | None, typer.Option(metavar="QUAD", help='Like "material conflict".', callback=_quad)]
Actor = Annotated[str | None, typer.Option(metavar="WORDS", help="One who acts has these words.")]
Recipient = Annotated[str | None, typer.Option(metavar="WORDS", help="One acted upon has these words.")]
Country = Annotated[
    str | None, typer.Option(metavar="RUS", help="Any party's country (ISO 3166 alpha-3).", callback=alpha_3)
]
Where = Annotated[str | None, typer.Option(metavar="WORDS", help="Its place, or that place's country.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Happened on this day or later.", callback=iso_day)]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Happened on this day or earlier.", callback=iso_day)]
Status = Annotated[
    str | None, typer.Option(metavar="planned", help="What it is, if nothing current.", callback=_status)
]
Words = Annotated[str | None, typer.Option(metavar="WORDS", help="All of them in its sentence, parties or place.")]
Named = Annotated[str | None, typer.Option(metavar="REPORT", help="A key, path or address.")]
All = Annotated[bool, typer.Option("--all", help="Statements too: that somebody said something.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


def events(
    *,
    kind: Kind = None,
    mode: Mode = None,
    quad: Quad = None,
    actor: Actor = None,
    recipient: Recipient = None,
    country: Country = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    words: Words = None,
    report: Named = None,
    everything: All = False,
    limit: Limit = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show events: who did what to whom, where, when, how many, and on whose word.

    A row is what a report says, not what is so: "stands" tells whether it is negated, how certain it is put forward,
    and whether it is planned, background or hypothetical; the last column, which claim tells of it and who vouches.
    "~" marks what was taken from elsewhere in the report; "?" that it is not told who acts. All filters given must
    hold. Events of unknown days are left out by --since and --until.
    """
    from according.cli.console import counted, print_json, tell
    from according.cli.console import output as standard_output
    from according.cli.event_rows import event_data, events_table
    from according.store import EventFilter, Ledger

    wanted = EventFilter(
        type=kind,
        mode=mode,
        quad=quad,
        actor=actor,
        recipient=recipient,
        country=country,
        place=place,
        since=since,
        until=until,
        status=status,
        words=words,
        report=report,
        statements=everything or mode == "statement",
        limit=limit,
    )
    with Ledger.open(db) as ledger:
        found = ledger.events(wanted)
        if output is Format.JSONL:
            for event in found:
                print_json(event_data(event))
            return
        kept = tuple(found)
    if kept:
        standard_output().print(events_table(kept))
    tell(f"{counted(len(kept), 'event')} in {db}.")
