"""`according why`: which rule or model output decided each field of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

if TYPE_CHECKING:
    from rich.table import Table

    from according.records import Spans, Step
    from according.store import KeptClaim

EXAMPLES = examples(
    "according why 1f6e02aa:c3",
    "according why report.txt:c3",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="why", help=prose(why), epilog=EXAMPLES)(why)


def why(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="As other commands show it: a report, a colon, the claim's number.")
    ],
    db: Database = LEDGER,
) -> None:
    """Show the reasons for a claim: for each field, what decided it, from which words, and how surely."""
    from according.cli.console import output, tell
    from according.cli.tables import claims_table
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        found = ledger.claim(claim)
    console = output()
    console.print(claims_table([found]))
    console.print()
    console.print(_sources(found))
    steps = _steps(found)
    if steps:
        console.print()
        console.print(_reasons(found, steps))
    else:
        tell("This reading kept no reasons for the claim.")


def _steps(found: KeptClaim) -> list[Step]:
    """The claim's own reasons, then those of the attribution it was made of, each once."""
    steps = dict.fromkeys(found.claim.why)
    for attribution in found.report.record.attributions:
        if attribution.id == found.claim.attribution:
            steps.update(dict.fromkeys(attribution.why))
    return list(steps)


def _sources(found: KeptClaim) -> Table:
    """The chain, outermost first, with all that the report tells of each source."""
    from according.cli.console import cells, table

    shown = table("source", "kind", "#count", "country", "sectors", "role", "passed on by", "not named for", "in words")
    for name, link in zip(found.sources, found.claim.chain, strict=False):
        grounds = link.anonymity.grounds if link.anonymity else None
        role = " ".join(part for part in (link.role_status, link.role) if part and part != "current")
        count = None if link.count is None else str(link.count)
        known = (link.identification, count, link.country, " ".join(link.sectors), role, link.relation, grounds)
        shown.add_row(*cells(name, *known, _words(found, link.spans)))
    return shown


def _words(found: KeptClaim, spans: Spans) -> str:
    text = found.report.record.report.text
    return " ... ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def _reasons(found: KeptClaim, steps: list[Step]) -> Table:
    from according.cli.console import cells, table

    shown = table("field", "value", "decided by", "#sure", "from the words", "instead of")
    for step in steps:
        sure = "" if step.score is None else f"{step.score:.2f}"
        shown.add_row(
            *cells(step.field, step.value, f"{step.stage}: {step.rule}", sure, _words(found, step.spans), step.loser)
        )
    return shown
