"""`according origins`: which reports go back to one text, one agency or one source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose

if TYPE_CHECKING:
    from rich.text import Text

    from according.records import Origin, Record, Step

EXAMPLES = examples(
    "according origins",
    "according origins --story report.txt",
    "according origins --all --format jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="origins", help=prose(origins), epilog=EXAMPLES)(origins)


def origins(
    story: Annotated[
        str | None, typer.Option(metavar="STORY", help="Of this story alone: its id, or any report of it.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="In the table too, reports that are an origin by themselves.")
    ] = False,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show which reports go back to one origin, and why.

    Reports share an origin when one copies the other, when both carry an agency's text or belong to one newsroom, or
    when the main claim of both rests on the same source. The table leaves out reports that are an origin by
    themselves; JSON has them all. Another opinion is kept with: according judge A B --different --of origin.
    """
    from according.cli.across import brought_up_to_date, steps_data, summed
    from according.cli.console import print_json, tell
    from according.store import Ledger

    shown = count = reports = 0
    with Ledger.open(db) as ledger:
        brought_up_to_date(ledger)
        for origin in ledger.origins(story):
            count, reports = count + 1, reports + len(origin.reports)
            if output is Format.JSONL:
                data = {"origin": origin.id, "reports": list(origin.reports), "reasons": steps_data(origin.reasons)}
                print_json(data)
            elif everything or len(origin.reports) > 1:
                _show(origin, ledger.records(origin.reports), first=not shown)
                shown += 1
    if output is Format.TABLE:
        tell(f"{summed([(count, 'origin', 'origins'), (reports, 'report', 'reports')])} in {db}.")


def _show(origin: Origin, records: dict[str, Record], first: bool) -> None:
    from according.cli.console import output

    console = output()
    if not first:
        console.print()
    console.print(_heading(origin, len(records)))
    for report in origin.reports:
        console.print(_line(records[report]))
    for step in origin.reasons:
        console.print(_reason(step))


def _heading(origin: Origin, reports: int) -> Text:
    from rich.text import Text

    from according.cli.across import summed

    return Text.assemble((origin.id, "bold"), f"  {summed([(reports, 'report', 'reports')])} of one origin")


def _line(record: Record) -> Text:
    from rich.text import Text

    from according.cli.console import printable

    report = record.report
    known = (report.id[:8], (report.published or "undated")[:10], report.publisher or "", report.title or report.path)
    return Text("  " + "  ".join(printable(part) for part in known if part))


def _reason(step: Step) -> Text:
    """Which two reports are kin, or below that why."""
    from rich.text import Text

    from according.cli.console import printable

    if step.field == "reports":
        sure = "" if step.score is None else f" ({step.score:.2f})"
        return Text(f"    {' and '.join((step.value or '').split())}: {printable(step.rule)}{sure}")
    return Text(f"      {printable(step.value or step.rule)}", style="dim")
