"""`according why`: which rule or model output decided each field of a claim or an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

if TYPE_CHECKING:
    from rich.table import Table

    from according.records import Spans, Step
    from according.store import KeptClaim, KeptEvent

EXAMPLES = examples(
    "according why 1f6e02aa:c3",
    "according why report.txt:c3",
    "according why report.txt:v2",
)


EVENT = re.compile(r":v\d+$")
"""The end of an event's name; a claim's ends in "c" and a number."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="why", help=prose(why), epilog=EXAMPLES)(why)


def why(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim or an event as other commands show it: a report, a colon, c or v and a number.",
        ),
    ],
    db: Database = LEDGER,
) -> None:
    """
    Show the reasons for a claim or an event: for each field, what decided it, from which words, and how surely.
    """
    from according.cli.console import output, tell
    from according.cli.event_rows import events_table
    from according.cli.tables import claims_table
    from according.store import Ledger

    found: KeptClaim | KeptEvent
    with Ledger.open(db) as ledger:
        if EVENT.search(claim):
            found = ledger.event(claim)
            what, shown, about = "event", events_table([found]), _parties(found)
            steps = list(dict.fromkeys(found.event.why))
        else:
            found = ledger.claim(claim)
            what, shown, about = "claim", claims_table([found]), _sources(found)
            steps = _steps(found)
    console = output()
    console.print(shown)
    for part in (about, _reasons(found, steps)):
        if part.row_count:
            console.print()
            console.print(part)
    if not steps:
        tell(f"This reading kept no reasons for the {what}.")


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


def _parties(found: KeptEvent) -> Table:
    """Who takes part, with all that the report tells of each; then where and when, in the report's words."""
    from according.cli.console import cells, table

    event = found.event
    shown = table("role", "who", "country", "sectors", "in words")
    for role, names, parties in (
        ("actor", found.actors, event.actors),
        ("recipient", found.recipients, event.recipients),
    ):
        for name, party in zip(names, parties, strict=True):
            shown.add_row(*cells(role, name, party.country, " ".join(party.sectors), _words(found, party.spans)))
    if event.place is not None:
        shown.add_row(
            *cells("place", found.place, event.place.country, event.place.precision, _words(found, event.place.spans))
        )
    if event.time is not None:
        shown.add_row(*cells("time", found.time, "", "", _words(found, event.time.spans)))
    return shown


def _words(found: KeptClaim | KeptEvent, spans: Spans) -> str:
    text = found.report.record.report.text
    return " ... ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def _reasons(found: KeptClaim | KeptEvent, steps: list[Step]) -> Table:
    from according.cli.console import cells, table

    shown = table("field", "value", "decided by", "#sure", "from the words", "instead of")
    for step in steps:
        sure = "" if step.score is None else f"{step.score:.2f}"
        shown.add_row(
            *cells(step.field, step.value, f"{step.stage}: {step.rule}", sure, _words(found, step.spans), step.loser)
        )
    return shown
