"""`according stories`: which reports tell of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose

if TYPE_CHECKING:
    from according.records import Record, Story
    from according.store import Ledger

EXAMPLES = examples(
    "according stories",
    "according stories --reports 2",
    "according stories --format jsonl > stories.jsonl",
)


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="stories", help=prose(stories), epilog=EXAMPLES)(stories)


def stories(
    least: Annotated[int, typer.Option("--reports", min=1, help="Stories of so many reports at least.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show stories: reports whose main event is one, and on how many origins they rest.

    A story goes by the key of its first report. "Own" counts those of its origins that show something of their own: a
    reporter, a source or a figure that no other has. Another opinion is kept with: according judge A B --different.
    """
    from itertools import islice

    from according.cli.across import brought_up_to_date, summed
    from according.cli.console import cells, print_json, table, tell
    from according.cli.console import output as standard_output
    from according.store import Ledger

    shown = table("story", "first seen", "#reports", "#origins", "#own", "title")
    reports = 0
    with Ledger.open(db) as ledger:
        brought_up_to_date(ledger)
        wanted = (story for story in ledger.stories() if len(story.reports) >= least)
        for story in islice(wanted, limit):
            if output is Format.JSONL:
                print_json(_data(ledger, ledger.story(story.id)))
                continue
            reports += len(story.reports)
            first = ledger.records(story.reports[:1])[story.reports[0]]
            numbers = (str(len(story.reports)), str(story.origins), str(story.independent_origins))
            shown.add_row(*cells(story.id, _day(first), *numbers, story.title or first.report.path))
    if output is Format.JSONL:
        return
    if shown.row_count:
        standard_output().print(shown)
    tell(f"{summed([(shown.row_count, 'story', 'stories'), (reports, 'report', 'reports')])} in {db}.")


def _day(record: Record) -> str:
    return (record.report.published or "")[:10]


def _data(ledger: Ledger, story: Story) -> dict[str, object]:
    """A story as the contract has it."""
    from according.cli.across import claim_data
    from according.matching.boards import board
    from according.matching.boards.lines import summary

    laid_out = board(story, ledger.records(story.reports), ledger.relations(story.id), ledger.origins(story.id))
    return {
        "story": story.id,
        "reports": list(story.reports),
        "events": [{"report": at.report, "event": at.event} for at in story.events],
        "claims": [claim_data(at) for at in story.claims],
        "independent_origins": story.independent_origins,
        **summary(laid_out),
        "title": story.title,
        "origins": story.origins,
    }
