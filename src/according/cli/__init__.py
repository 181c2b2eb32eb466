"""
The commands: each module here is one, and takes what it shows from the reader and the ledger.

Exit statuses: 0 done · 1 our error, told on standard error · 2 wrong usage · 130 interrupted. A traceback
means a bug. Heavy libraries are imported by the command that needs them, so that `--help` answers at once.
"""

from __future__ import annotations

import sys

import typer

from according.cli import (
    bench,
    claims,
    diff,
    events,
    export,
    gazetteer,
    grade,
    judge,
    match,
    origins,
    read,
    relations,
    serve,
    show,
    sources,
    sourcing,
    stories,
    story,
    track,
    verify,
    why,
)
from according.errors import AccordingError

__all__ = ["app", "main"]

app = typer.Typer(
    name="according",
    help="Reads news reports and keeps a ledger of claims: who says what happened, how surely, and on whose word.",
    epilog=read.FIRST_STEPS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
OF_REPORTS = (read, claims, events, show, why, sources, sourcing)
WAYS_OUT = (serve, export)
ACROSS_REPORTS = (stories, story, diff, origins, relations, track, judge, grade, match)
OF_THE_INSTALLATION = (verify, bench, gazetteer)
for command in OF_REPORTS + ACROSS_REPORTS + WAYS_OUT + OF_THE_INSTALLATION:
    command.add_to(app)


@app.callback(invoke_without_command=True)
def _version(version: bool = typer.Option(False, "--version", help="Print the release and stop.")) -> None:
    if version:
        from importlib.metadata import version as version_of

        print(f"according {version_of('according')}")
        raise typer.Exit


def main() -> None:
    """Run the command that the arguments name, and leave with its status."""
    try:
        app(prog_name="according")
    except AccordingError as error:
        from according.cli.console import tell

        tell(str(error))
        sys.exit(1)
