"""`according track`: what became of a source's claims, and the grade that this proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, Format, Output, examples, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from according.matching.boards.tracks import TrackRecord
    from according.store import Ledger
    from according.store.kept import Grade

EXAMPLES = examples(
    'according track "Wilma Sardjoe-Amat"',
    'according track "Guyana\'s government" --all',
    "according track Trotman --format jsonl",
)

FATE_STYLES = {"matched": "green", "contradicted": "red", "denied": "yellow", "withdrawn": "red", "open": "dim"}


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="track", help=prose(track), epilog=EXAMPLES)(track)


def track(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source's name or a part of it, in any case.")],
    everything: Annotated[
        bool, typer.Option("--all", help="Every claim, also those that nothing read has judged.")
    ] = False,
    output: Output = Format.TABLE,
    db: Database = LEDGER,
) -> None:
    """
    Show a source's record: how many of its claims were matched, contradicted, denied or withdrawn, and by topic.

    Matched: told on another source's word in a report of another origin. What an outlet says in its own words
    matches nothing. Denied alone counts neither way, for who is accused denies. The letter (A to F, the source) and the
    numbers (1 to 6, each claim) are proposals on the Admiralty scale, with their reasons; only a person sets a grade,
    by `according grade`. With few claims the proposal is F: cannot be judged.
    """
    from dataclasses import asdict

    from according.cli.across import brought_up_to_date
    from according.cli.console import counted, print_json, tell
    from according.cli.console import output as standard_output
    from according.matching.boards.lines import track_to_dict
    from according.store import Ledger

    with Ledger.open(db) as ledger:
        brought_up_to_date(ledger)
        found = _found(ledger, source)
        given = {one.voice.name: ledger.grades(one.voice.name)[:1] for one in found}
    if output is Format.JSONL:
        for one in found:
            grade = [asdict(grade) for grade in given[one.voice.name]]
            print_json({**track_to_dict(one), "grade": grade[0] if grade else None})
        return
    console = standard_output()
    for one in found:
        for part in drawn(one, given[one.voice.name], everything=everything):
            console.print(part)
    tell(f"{counted(len(found), 'source')} of that name in {db}.")


def _found(ledger: Ledger, source: str) -> tuple[TrackRecord, ...]:
    """The records of the sources of that name, from all reports where they speak and all that these relate to."""
    from according.matching.boards import track_record
    from according.store import ClaimFilter

    spoken = {claim.report.record.report.id for claim in ledger.claims(ClaimFilter(source=source))}
    stories = [story for story in ledger.stories() if spoken.intersection(story.reports)]
    relations = tuple(dict.fromkeys(one for story in stories for one in ledger.relations(story.id)))
    origins = tuple(dict.fromkeys(one for story in stories for one in ledger.origins(story.id)))
    wanted = spoken | {at.report for one in relations for at in (one.newer, one.older)}
    return track_record(source, ledger.records(sorted(wanted)), relations, origins)


def drawn(found: TrackRecord, given: tuple[Grade, ...], *, everything: bool) -> Iterator[RenderableType]:
    """The source, its counts by topic, what a person judged, what is proposed with its reasons, and its claims."""
    from rich.text import Text

    from according.cli.wordings import voice

    yield voice(found.voice)
    yield _topics(found)
    yield _given(given)
    yield Text(f"proposed reliability: {found.reliability}", style="bold")
    for reason in found.reasons:
        yield Text(f"  {reason}", style="dim")
    shown = [one for one in found.contents if everything or one.fates != ("open",)]
    if shown:
        yield _contents(found, everything)
    if len(shown) < len(found.contents):
        yield Text(f"and {len(found.contents) - len(shown)} that nothing read has judged (--all)", style="dim")
    yield Text()


def _given(given: tuple[Grade, ...]) -> Text:
    from rich.text import Text

    from according.cli.console import printable

    if not given:
        return Text("no grade given by anybody", style="bold")
    grade = given[0]
    note = f": {grade.note}" if grade.note else ""
    return Text(printable(f"graded {grade.grade} by {grade.by} on {grade.at[:10]}{note}"), style="bold green")


def _topics(found: TrackRecord) -> Table:
    from according.cli.console import cells, table
    from according.matching.boards.tracks import FATES

    shown = table("topic", *(f"#{fate}" for fate in FATES))
    for topic, fates in found.topics:
        shown.add_row(*cells(topic, *(str(count or "") for _, count in fates)))
    shown.add_row(*cells("all", *(str(count or "0") for _, count in found.fates)))
    return shown


def _contents(found: TrackRecord, everything: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    from according.cli.console import printable
    from according.cli.wordings import day, name, quoted
    from according.matching.boards.tracks import CREDIBILITIES

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for one in found.contents:
        if one.fates == ("open",) and not everything:
            continue
        shown = Text.assemble(
            quoted(one.first.words),
            (f"\n{day(one.first.published)} {printable(one.first.outlet)} {name(one.first)}", "dim"),
        )
        for other in one.others:
            by = printable(" > ".join(other.chain))
            shown.append(f"\n  {day(other.published)} {by}: {quoted(other.words, 14)} {name(other)}", style="dim")
        shown.append(f"\n  proposed credibility {one.credibility}: {CREDIBILITIES[one.credibility]}", style="dim")
        fates = Text("\n").join(Text(fate, style=FATE_STYLES[fate]) for fate in one.fates)
        grid.add_row(fates, shown)
    return grid
