"""`according relations`: how claims of different reports stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose
from according.vocabulary import CLAIM_RELATIONS

if TYPE_CHECKING:
    from rich.text import Text

    from according.records import ClaimAt, Relation
    from according.store import Ledger

EXAMPLES = examples(
    "according relations --kind denies",
    "according relations --story 1f6e02aa",
    "according relations --hedge-loss --format jsonl",
)

STYLES = {"contradicts": "red", "denies": "red", "updates": "green", "corrects": "yellow"}


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="relations", help=prose(relations), epilog=EXAMPLES)(relations)


def _kind(value: str | None) -> str | None:
    if value is not None and value not in CLAIM_RELATIONS:
        raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(CLAIM_RELATIONS)}")
    return value


def relations(
    story: Annotated[
        str | None, typer.Option(metavar="STORY", help="Of this story alone: its id, or any report of it.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="denies", help="Of this kind alone.", callback=_kind)] = None,
    hedge_loss: Annotated[
        bool, typer.Option("--hedge-loss", help="Only retellings that dropped a hedge or the source.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show how claims of different reports stand to each other: which denies, contradicts, updates or restates which.

    The newer claim, or the denial, comes first; in JSON it is "from". Claims are compared where their reports are of
    one story, of one origin, or not far from it. Nothing here says which of two claims is true.
    """
    from itertools import islice

    from according.cli.across import brought_up_to_date
    from according.cli.console import cells, counted, print_json, table, tell
    from according.cli.console import output as standard_output
    from according.store import Ledger

    shown = table("newer, or denial", "", "older, or denied")
    with Ledger.open(db) as ledger:
        brought_up_to_date(ledger)
        wanted = (
            relation
            for relation in ledger.relations(story)
            if kind in (None, relation.relation) and (relation.hedge_loss or not hedge_loss)
        )
        for relation in islice(wanted, limit):
            if output is Format.JSONL:
                print_json(_data(relation))
            else:
                shown.add_row(*cells(_words(ledger, relation.newer), _what(relation), _words(ledger, relation.older)))
    if output is Format.TABLE:
        if shown.row_count:
            standard_output().print(shown)
        tell(f"{counted(shown.row_count, 'relation')} in {db}.")


def _data(relation: Relation) -> dict[str, object]:
    """As the contract has it."""
    from according.cli.across import claim_data, steps_data

    return {
        "from": claim_data(relation.newer),
        "to": claim_data(relation.older),
        "relation": relation.relation,
        "hedge_loss": relation.hedge_loss,
        "reasons": steps_data(relation.reasons),
        "decided_by": relation.decided_by,
        "probability": relation.probability,
    }


def _what(relation: Relation) -> Text:
    from rich.text import Text

    shown = Text(relation.relation, style=STYLES.get(relation.relation, ""))
    return shown.append("\nhedge lost", style="yellow") if relation.hedge_loss else shown


def _words(ledger: Ledger, at: ClaimAt) -> Text:
    """The claim's name, who vouches for it, and its words."""
    from rich.text import Text

    from according.cli.console import printable
    from according.cli.tables import chain

    found = ledger.claim(f"{at.report}:{at.claim}")
    named = Text.assemble((found.name, "bold"), "  ", chain(found))
    return named.append(f"\n{printable(found.content)}")
