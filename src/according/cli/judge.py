"""`according judge`: what a person decides of two reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.filters import with_options
from according.cli.options import LEDGER, Database, examples, prose

if TYPE_CHECKING:
    from according.store import Ledger

EXAMPLES = examples(
    'according judge 1f6e02aa 2b7c11d0 --different --by Ana --note "two ferries"',
    "according judge wire.txt daily.html --same --of origin --by Ana",
    "according judge wire.txt daily.html --withdraw --of origin --by Ben",
    "according judge --list",
)


class Kind(StrEnum):
    """What two reports may share."""

    STORY = "story"
    ORIGIN = "origin"


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="judge", help=prose(judge), epilog=EXAMPLES)(judge)


Report = Annotated[
    str | None,
    typer.Argument(metavar="REPORT", help="A key, the beginning of an id, a path or an address.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is decided, of what, by whom and why."""

    same: Annotated[bool, typer.Option("--same", help="They belong together.")] = False
    different: Annotated[bool, typer.Option("--different", help="They do not.")] = False
    withdraw: Annotated[bool, typer.Option("--withdraw", help="What was decided of them no longer holds.")] = False
    of: Annotated[Kind, typer.Option("--of", help="Whether they tell of one event, or have one origin.")] = Kind.STORY
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.")] = None
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None

    @property
    def verdicts(self) -> list[str]:
        """Those that were asked for; one is expected."""
        given = (("same", self.same), ("different", self.different), ("withdrawn", self.withdraw))
        return [name for name, wanted in given if wanted]


@with_options
def judge(
    wanted: Wanted,
    a: Report = None,
    b: Report = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what stands, and decide nothing.")] = False,
    db: Database = LEDGER,
) -> None:
    """
    Decide whether two reports are of one story, or of one origin, whatever the scorer says.

    A decision is kept with its name, note and day, outlasts every re-run, and is never overwritten: a person's last
    word on a pair counts, and of two persons who disagree the one who keeps apart. --withdraw ends all that stands of
    the pair. Reports joined by others are kept apart too, where it takes that to follow a decision.
    """
    from according.cli.console import tell
    from according.store import Ledger

    if listed:
        with Ledger.open(db) as ledger:
            _show(ledger)
        return
    if a is None or b is None:
        raise typer.BadParameter("expected two reports, or --list")
    if len(wanted.verdicts) != 1:
        raise typer.BadParameter("expected one of --same, --different and --withdraw")
    if wanted.by is None:
        raise typer.BadParameter("expected the name of who decides: --by NAME")
    verdict, of, by = wanted.verdicts[0], wanted.of.value, wanted.by
    with Ledger.open(db) as ledger:
        stands = ledger.judge(a, b, verdict, by=by, kind=of, note=wanted.note)
        keys = " and ".join(ledger.report(one).key for one in (a, b))
    if verdict == "withdrawn":
        tell(f"Withdrawn: nothing that a person decided of {keys} as one {of} stands.")
        return
    tell(f"{keys}: {'one' if verdict == 'same' else 'not one'} {of}, by {by}.")
    if others := [bond for bond in stands if bond.decided_by != by.strip() and bond.relation != verdict]:
        tell(f"{others[0].decided_by} decided otherwise; of the two, the one who keeps apart is followed.")


def _show(ledger: Ledger) -> None:
    from according.cli.console import cells, counted, output, table, tell

    shown = table("report", "report", "of", "verdict", "by", "on", "note")
    for bond in ledger.judgements():
        day = (bond.at or "")[:10]
        shown.add_row(*cells(bond.a[:8], bond.b[:8], bond.kind, bond.relation, bond.decided_by, day, bond.note))
    if shown.row_count:
        output().print(shown)
    tell(f"{counted(shown.row_count, 'judgement')} in {ledger.path}.")
