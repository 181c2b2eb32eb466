"""`according sourcing`: what a standards desk asks of one report."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.options import LEDGER, Database, examples, iso_moment, prose

if TYPE_CHECKING:
    from rich.table import Table

    from according.records import Record
    from according.sourcing import House, Sourcing

EXAMPLES = examples(
    "according sourcing report.txt",
    "according sourcing 1f6e02aa --config house.toml",
    "according read report.txt --format jsonl > record.json && according sourcing record.json --format json",
)


class Shape(StrEnum):
    """How the answer is printed."""

    TEXT = "text"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="sourcing", help=prose(sourcing), epilog=EXAMPLES)(sourcing)


def sourcing(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT", help="A key, path or address of the ledger; else a file: a report or its JSON."
        ),
    ],
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="The house's choices, in TOML.", show_default=False)
    ] = None,
    output: Annotated[Shape, typer.Option("--format", help="Text to look at, or one JSON object.")] = Shape.TEXT,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When a file that is not in the ledger was published.", callback=iso_moment),
    ] = None,
    db: Database = LEDGER,
) -> None:
    """
    Ask of a report what a standards desk asks: on whom it rests, who is not named, who is not heard.

    Questions, not verdicts: a rule may be wrong about a report, and each question names its rule. A house
    switches rules off in a TOML file: a table [sourcing] with off = ["unattributed-fact"]; there, too,
    conflict_events = 3 sets how many acts of conflict make a party of somebody, measures = ["killed"] which
    figures need a source, alike = 0.6 how many words two claims must share to bear each other out,
    quoted_words = 14 how many are quoted.

    Rules: one-unnamed-source, anonymity-without-grounds, unnamed-accusation, unattributed-fact, unattributed-figure,
    single-source-figure, accused-not-heard, side-not-quoted, passive-hearsay, second-hand-source.
    """
    from according.cli.console import print_json
    from according.sourcing import House, check, read_house, to_dict

    house = House() if config is None else read_house(_words_of(config), str(config))
    record = _record(report, db, published)
    found = check(record, house)
    if output is Shape.JSON:
        print_json(to_dict(found, record))
    else:
        _show(found, house)


def _words_of(config: Path) -> str:
    """A configuration file's text. Raises SettingsError."""
    from according.errors import SettingsError

    try:
        return config.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise SettingsError(
            str(config), f"cannot be read ({reason}), expected TOML", "echo '[sourcing]' > house.toml"
        ) from error


def _record(report: str, db: Path, published: str | None) -> Record:
    """The record of the ledger's report of this name; else the file's, read now and not kept."""
    from according.errors import NotInStore
    from according.store import Ledger

    path = Path(report)
    if db.is_file() and not (published and path.is_file()):
        try:
            with Ledger.open(db) as ledger:
                return ledger.report(report).record
        except NotInStore:
            if not path.is_file():
                raise
    if not path.is_file():
        raise NotInStore(report, f"found no such file, and no report of that name in {db}", f"according read {report}")
    return _read(path, published)


def _read(path: Path, published: str | None) -> Record:
    """A file's record: as its JSON says, or read now."""
    import json

    import according
    from according.contract import SCHEMA, from_dict
    from according.records import Page

    data = path.read_bytes()
    if data.lstrip()[:1] == b"{":
        try:
            held = json.loads(data.decode().splitlines()[0])
        except ValueError:
            held = None
        if isinstance(held, dict) and held.get("schema") == SCHEMA:
            return from_dict(held)
    return according.Reader().read_page(Page(data=data, path=str(path), published=published))


def _show(found: Sourcing, house: House) -> None:
    from according.cli.console import counted, output, printable, tell

    console = output()
    console.print(_sources(found))
    counts = found.counts
    console.print(
        f"\n{counted(counts['claims'], 'claim')}: {counts['attributed']} on a source's word, {counts['outlet']} on "
        f"the outlet's own, {counts['unattributed']} on nobody's. {counted(counts['sources'], 'source')}: "
        f"{counts['named']} named, {counts['role_only']} by role alone, {counts['unnamed']} not named "
        f"({counts['unnamed_with_grounds']} with grounds).",
        markup=False,
    )
    if found.prompts:
        console.print()
        console.print(_questions(found))
    not_asked = f" Not asked: {', '.join(house.off)}." if house.off else ""
    tell(printable(f"{counted(len(found.prompts), 'question')}.{not_asked}"))


def _sources(found: Sourcing) -> Table:
    from according.cli.console import cells, table

    shown = table("source", "kind", "country", "#claims", "not named for", "heard through")
    for voice in found.voices:
        grounds = voice.grounds or ("no grounds given" if voice.is_unnamed else None)
        through = ", ".join(voice.through)
        shown.add_row(*cells(voice.name, voice.identification, voice.country, str(len(voice.claims)), grounds, through))
    return shown


def _questions(found: Sourcing) -> Table:
    from according.cli.console import cells, table

    shown = table("question", "rule", "claims")
    for prompt in found.prompts:
        shown.add_row(*cells(prompt.question, prompt.rule, " ".join(prompt.claims)))
    return shown
