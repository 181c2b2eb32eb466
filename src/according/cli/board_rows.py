"""A story's board as it is drawn: sections of rows, to be read at 80 columns and at 120."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from according.cli.console import cells, counted, printable
from according.cli.figure_rows import figures
from according.cli.wordings import UNDATED, day, grid, name, quoted, voice
from according.matching.boards import Board
from according.matching.boards.board import (
    Changes,
    Hedge,
    Join,
    Lineage,
    Moment,
    Saying,
    Told,
    Wording,
)
from according.matching.boards.headings import MOMENTS, STANDS, TURNS

STAND_STYLES = {"asserted": "bold", "denied": "bold red", "hedged": "bold yellow", "declined": "bold", "other": "bold"}
MOMENT_STYLES = {"denied": "red", "contradicted": "red", "corrected": "yellow", "hedge-lost": "yellow"}

MOST_ROWS = 8
"""Rows of one stand, and entries of a list, that are shown without `--all`. A guess: a board then fits two screens."""

MOST_HEDGES = 4
"""Lost hedges that are shown without `--all`, those that lost a word of doubt first. A guess, as above."""

MOST_MOMENTS = 14
"""Entries of the timeline that are shown without `--all`. A guess, as above."""

MOST_AGAINST = 2
"""Voices that are named of those whom a denial is against."""

MOST_REASONS = 3
"""Reasons that are shown of one report's belonging to its origin; the weightiest come first."""


def drawn(board: Board, since: Changes | None, *, everything: bool) -> Iterator[RenderableType]:
    """The board's sections, those left out that have nothing to show."""
    yield _head(board)
    if since is not None:
        yield from _section(f"Since {since.since}", _changes(since))
    yield from _section("Who says what", *_sayings(board, everything))
    yield from _section("Figures, and by whose count", *figures(board.figures, everything))
    yield from _section("Hedges lost in retelling", *_hedges(board.hedges, everything))
    yield from _section("In time", *_timeline(board, everything))
    yield from _section(f"What it rests on: {rests_on(board)}", *_lineages(board.lineages, everything))


def rests_on(board: Board, *, briefly: bool = False) -> str:
    """How many reports and origins, and, unless `briefly`, how many of these show something of their own."""
    counts = f"{counted(len(board.reports), 'report')}, {counted(len(board.lineages), 'origin')}"
    own = board.story.independent_origins
    return counts if briefly else f"{counts}, {own} with something of {'its' if own == 1 else 'their'} own"


def _section(head: str, *rows: RenderableType | None) -> Iterator[RenderableType]:
    shown = [row for row in rows if row is not None]
    if shown:
        yield Text()
        yield Text(head.upper() if head.islower() else head, style="bold underline")
        yield from shown


def _head(board: Board) -> Text:
    days = [day(report.published) for report in board.reports if report.published]
    span = f"{days[0]} to {days[-1]}" if days and days[0] != days[-1] else (days[0] if days else UNDATED)
    title = board.story.title or (board.reports[0].title if board.reports else "")
    return Text.assemble(
        (printable(title), "bold"), "\n", (f"story {board.story.id} · {span} · {rests_on(board, briefly=True)}", "dim")
    )


# --- who says what ---


def _sayings(board: Board, everything: bool) -> Iterator[RenderableType]:
    for stand, rows in groupby(board.sayings, key=lambda row: row.stand):
        told = list(rows)
        if stand == "other" and not everything:
            yield Text(f"{counted(len(told), 'voice')} {STANDS[stand]} something (--all)", style="dim")
            continue
        yield Text(STANDS[stand].upper(), style=STAND_STYLES[stand])
        drawn_rows = grid(4, 9, None)
        shown = told if everything else _chosen(told, board)
        for row in shown:
            for place, wording in enumerate(row.wordings if everything else row.wordings[:1]):
                who = voice(row.voice) if place == 0 else ""
                drawn_rows.add_row(who, _said(row, wording, everything), _heard(*row.heard[place]))
        yield drawn_rows
        if len(shown) < len(told):
            yield Text(f"and {counted(len(told) - len(shown), 'voice')} more (--all)", style="dim")


def _chosen(rows: Sequence[Saying], board: Board) -> list[Saying]:
    """So many rows as fit: of each origin in turn the next that it was the first to tell, so that none is drowned."""
    origin_of = {report.report: one.id for one in board.lineages for report in one.reports}
    by_origin: dict[str, list[Saying]] = {}
    for row in rows:
        by_origin.setdefault(origin_of[row.first.at.report], []).append(row)
    in_turn = [row for turn in zip_longest(*by_origin.values()) for row in turn if row is not None]
    return [row for row in rows if row in in_turn[:MOST_ROWS]]


def _said(row: Saying, wording: Wording, everything: bool) -> Text:
    """What a voice says, in the words it first had, and where and when that was first told."""
    shown = Text(quoted(wording.words))
    shown.append(f"\n{day(wording.published)} {printable(wording.outlet)} {name(wording)}", style="dim")
    if wording.said_on and wording.published and wording.said_on[:10] < day(wording.published):
        shown.append(f", said {wording.said_on[:10]}", style="dim")
    if wording.hedges:
        shown.append(f" {wording.certainty}: {quoted(wording.hedges, 6)}", style="yellow")
    if not everything and len(row.wordings) > 1:
        shown.append(f", and {len(row.wordings) - 1} more", style="dim")
    if row.against and wording == row.wordings[0]:
        against = ", ".join(one.name for one in row.against[:MOST_AGAINST])
        more = f" and {len(row.against) - MOST_AGAINST} more" if len(row.against) > MOST_AGAINST else ""
        shown.append(f"\nagainst {printable(against)}{more}", style="red")
    return shown


def _heard(reports: int, origins: int) -> Text:
    return Text(f"{counted(reports, 'report')}\n{counted(origins, 'origin')}", style="dim", justify="right")


# --- hedges, origins ---


def _hedges(hedges: Sequence[Hedge], everything: bool) -> Iterator[RenderableType]:
    shown = hedges if everything else hedges[:MOST_HEDGES]
    if not hedges:
        return
    drawn_rows = grid(None, 1)
    for hedge in shown:
        for label, wording in (("was", hedge.before), ("became", hedge.after)):
            drawn_rows.add_row(Text(label, style="yellow" if label == "became" else ""), _chained(wording))
        if hedge.reasons:
            drawn_rows.add_row("", Text(printable("; ".join(hedge.reasons)), style="yellow"))
    yield drawn_rows
    if len(shown) < len(hedges):
        yield Text(f"and {len(hedges) - len(shown)} more (--all)", style="dim")


def _chained(wording: Wording) -> Text:
    sources = " > ".join(wording.chain)
    return Text.assemble(
        quoted(wording.words), (f"\n{day(wording.published)} {printable(sources)} {name(wording)}", "dim")
    )


def _lineages(lineages: Sequence[Lineage], everything: bool) -> Iterator[RenderableType]:
    drawn_rows = grid(None, None, 1)
    for number, one in enumerate(lineages, 1):
        outlets = {report.report: report.outlet for report in one.reports}
        for place, report in enumerate(one.reports):
            joins = [join for join in one.joins if join.report == report.report]
            shown = Text("\n").join([_report(report), *(_join(join, outlets, everything) for join in joins)])
            drawn_rows.add_row(*cells("" if place else f"{number}", day(report.published), shown))
        for join in one.joins:
            if join.report is None:
                drawn_rows.add_row("", "", _join(join, outlets, everything))
    yield drawn_rows


def _join(join: Join, outlets: Mapping[str, str], everything: bool) -> Text:
    """Why a report belongs to its origin, on one line below it."""
    other = f", with {outlets[join.other]} {join.other[:8]}" if join.other in outlets and join.other else ""
    reasons = "; ".join(join.reasons if everything else join.reasons[:MOST_REASONS])
    return Text(printable(f"{join.kinship}{other}{': ' if reasons else ''}{reasons}"), style="cyan")


def _report(report: Told) -> Text:
    return Text.assemble(printable(report.outlet), (f"  {printable(report.title)}  {report.report[:8]}", "dim"))


# --- in time ---


def _timeline(board: Board, everything: bool) -> Iterator[RenderableType]:
    """All moments; or figures, denials and turns, and contents of the story's events, or that were opposed."""
    main = frozenset(board.story.claims)
    told = {
        point.first.at
        for point in board.points
        if main.intersection(point.claims) or point.denied_by or point.contradicted_by
    }
    moments = [moment for moment in board.timeline if everything or moment.kind in TURNS or moment.wording.at in told]
    shown = moments if everything else moments[:MOST_MOMENTS]
    if shown:
        yield _moments(shown)
    if len(shown) < len(board.timeline):
        yield Text(f"and {len(board.timeline) - len(shown)} more (--all)", style="dim")


def _moments(moments: Sequence[Moment]) -> Table:
    drawn_rows = grid(None, None, 1)
    before = None
    for moment in moments:
        label = Text(MOMENTS[moment.kind], style=MOMENT_STYLES.get(moment.kind, ""))
        words = moment.words if moment.kind == "figure" else quoted(moment.words, 14)
        here = day(moment.at)
        against = f" against {', '.join(one.name for one in moment.against[:MOST_AGAINST])}" if moment.against else ""
        told = Text.assemble(
            printable(f"{moment.voice.name}{against}: {words}"),
            (f"  {_where(moment)}{name(moment.wording)}", "dim"),
        )
        drawn_rows.add_row(Text("" if here == before else here), label, told)
        before = here
    return drawn_rows


def _where(moment: Moment) -> str:
    """The outlet, where it is not who speaks."""
    return "" if moment.voice.name == moment.wording.outlet else printable(f"{moment.wording.outlet} ")


def _changes(since: Changes) -> RenderableType:
    if not since.reports and not since.moments:
        return Text("Nothing new.")
    drawn_rows = grid(1)
    new = counted(len(since.reports), "new report")
    drawn_rows.add_row(
        Text(f"{new}; before, {counted(since.reports_before, 'report')} of {counted(since.origins_before, 'origin')}.")
    )
    if since.moments:
        drawn_rows.add_row(_moments(since.moments))
    return drawn_rows
