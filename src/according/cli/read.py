"""`according read`: reports in, the ledger filled."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from according.cli.options import LEDGER, Format, Output, examples, iso_moment, prose

FIRST_STEPS = examples(
    "according read report.txt --published 2024-05-17",
    "according read reports/ && according claims --unnamed",
    "according read page.html --format jsonl > records.jsonl",
)

EXAMPLES = examples(
    "according read report.txt --published 2024-05-17",
    "according read reports/ page.html newsml.xml",
    "according read manifest.jsonl --db story.db",
    "curl -s https://news.example/story | according read - --url https://news.example/story",
    "according read reports/ --format jsonl > records.jsonl",
)

INTERRUPTED = 130
"""128 and the number of SIGINT: what a shell gives a command that Ctrl-C ended."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="read", help=prose(read), epilog=EXAMPLES)(read)


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, manifests (.jsonl), or - for standard input.", show_default=False
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When it was published, if the page does not say.", callback=iso_moment),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Which outlet published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address it was taken from.")] = None,
    output: Output = Format.TABLE,
    db: Annotated[
        Path | None,
        typer.Option("--db", envvar="ACCORDING_DB", metavar="FILE", help=f"The ledger. [dim](default: {LEDGER})[/dim]"),
    ] = None,
) -> None:
    """
    Read reports and keep what they say in the ledger.

    Plain text, HTML, NewsML-G2, ninjs, RSS and Atom are told apart by their content. What cannot be read is
    told on standard error, the others go on, and the exit status is 1. Reading again is safe: what was read
    already is skipped, changed reports become new versions. What was read is then matched with what is there: see
    `according stories` and `according origins`. With --format jsonl, the records are printed, and
    kept only where --db or ACCORDING_DB names a ledger.
    """
    from according.cli.inputs import inputs
    from according.cli.runs import Run
    from according.errors import StoreError
    from according.settings import Settings
    from according.store import Ledger

    settings = Settings()
    file = db or (LEDGER if output is Format.TABLE else None)
    given = {"published": published, "publisher": publisher, "url": url}
    with ExitStack() as stack:
        ledger = None if file is None else stack.enter_context(Ledger.open(file, create=True))
        run = Run(settings=settings, ledger=ledger, output=output, found=list(inputs(paths, given, settings, file)))
        try:
            run.read_all()
        except KeyboardInterrupt:
            run.tell(stopped="Interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except StoreError:
            run.tell(stopped="Stopped")
            raise
        run.tell()
        run.match()
    if run.refused:
        raise typer.Exit(1)
