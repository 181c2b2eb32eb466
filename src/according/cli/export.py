"""`according export`: the ledger in the formats that others use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from according.cli.filters import (
    Actor,
    All,
    ClaimOptions,
    EventOptions,
    Kind,
    Mode,
    Named,
    Quad,
    Recipient,
    ReportReference,
    Source,
    Stance,
    Status,
    ToldEvent,
    Where,
    country_option,
    day_option,
    one_of,
    with_options,
    words_option,
)
from according.cli.options import LEDGER, Database, examples, prose
from according.errors import SettingsError
from according.export import BY_NAME, FORMATS, TABLES

if TYPE_CHECKING:
    from according.export import Wanted

EXAMPLES = examples(
    "according export --format csv --table claims --output claims.csv",
    "according export --format acled --country KEN --since 2024-05-01 --output events.csv",
    'according export --format stix --source "energy ministry" --output bundle.json',
    "according export --format plover --type ASSAULT",
    "according export --format parquet --table events --output events.parquet",
)

OPTIONS = {"kind": "--type", "statements": "--all", "named": "--named/--unnamed"}
"""Filters whose option is not called as the field is."""

Chosen = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"One of: {', '.join(BY_NAME)}.",
        callback=one_of(tuple(BY_NAME)),
        show_default=False,
    ),
]
Table = Annotated[
    str | None,
    typer.Option(
        metavar="TABLE",
        help="For csv and parquet: claims (unless told), events, sources or reports.",
        callback=one_of(TABLES),
    ),
]
File = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; else standard output.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """The filters of `according claims` and those of `according events`; a format takes one kind of them."""

    source: Source = None
    named: Named = None
    stance: Stance = None
    event: ToldEvent = None
    kind: Kind = None
    mode: Mode = None
    quad: Quad = None
    actor: Actor = None
    recipient: Recipient = None
    place: Where = None
    status: Status = None
    statements: All = False
    country: Annotated[str | None, country_option("A source's or party's country")] = None
    words: Annotated[str | None, words_option("All of them, in any inflection.")] = None
    since: Annotated[str | None, day_option("Claims published, events happened then or later.")] = None
    until: Annotated[str | None, day_option("Claims published, events happened then or earlier.")] = None
    report: ReportReference = None
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many claims or events are looked at.")] = None


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    lines = "\n\n".join(f"{each.name}: {each.what}. Lost: {each.loses}." for each in FORMATS)
    app.command(name="export", help=f"{prose(export)}\n\n{lines}", epilog=EXAMPLES)(with_options(export))


def export(
    filters: ExportOptions,
    *,
    chosen: Chosen,
    table: Table = None,
    output: File = None,
    db: Database = LEDGER,
) -> None:
    """
    Hand out the ledger in a format that others use.

    The filters are those of `according claims` where the format is made of claims, and those of `according events`
    where it is made of events. Claims and events are those of each report's newest version and newest reading. The
    formats, and what each of them loses (docs/exports.md tells it in full):
    """
    from according.cli.console import counted, tell
    from according.export import export as write
    from according.store import Ledger

    wanted = _wanted(filters, chosen, table)
    _check_output(output, db, is_binary=BY_NAME[chosen].is_binary)
    with Ledger.open(db) as ledger, _opened(output) as out:
        done = write(ledger, wanted, out)
    looked_at = counted(done.looked_at, wanted.made_of.removesuffix("s"))
    tell(f"{done.written:,} written, of {looked_at} in {db}{f', to {output}' if output else ''}.")
    tell(f"Lost in {chosen}: {BY_NAME[chosen].loses}.")


def _wanted(filters: ExportOptions, chosen: str, table: str | None) -> Wanted:
    """What is asked for; wrong usage where a filter asks of something else than the format is made of."""
    from according.export import Wanted
    from according.store import ClaimFilter, EventFilter

    if table is not None and BY_NAME[chosen].made_of != "table":
        raise typer.BadParameter(f"found --table with --format {chosen}, expected it with csv or parquet only")
    table = table or "claims"
    made_of = Wanted(format=chosen, table=table).made_of
    given = {name: value for name, value in asdict(filters).items() if value is not None}
    if not given["statements"]:
        del given["statements"]
    fitting = {"claims": _names(ClaimOptions), "events": _names(EventOptions)}.get(made_of, set())
    for name in given:
        if name not in fitting:
            raise typer.BadParameter(_no_such_filter(name, made_of))
    if made_of == "events":
        kind = given.pop("kind", None)
        statements = given.pop("statements", False) or given.get("mode") == "statement"
        events = EventFilter(type=kind, statements=statements, **given)
        return Wanted(format=chosen, table=table, events=events)
    return Wanted(format=chosen, table=table, claims=ClaimFilter(**given))


def _names(options: type[Any]) -> set[str]:
    return {field.name for field in fields(options)}


def _no_such_filter(name: str, made_of: str) -> str:
    option = OPTIONS.get(name, f"--{name}")
    if made_of not in ("claims", "events"):
        return f"found {option}, expected no filter: {made_of} are handed out whole"
    other = "claims" if name in _names(ClaimOptions) else "events"
    return f"found {option}, a filter of {other}, expected one of {made_of}, which this format is made of"


def _check_output(output: Path | None, db: Path, *, is_binary: bool) -> None:
    if output is None:
        if is_binary and sys.stdout.isatty():
            raise SettingsError("--format", "found a binary format for a terminal", "Give a file: --output FILE")
    elif output.is_dir():
        raise SettingsError(f"--output {output}", "found a folder, expected a file", "Name a file in it.")
    elif output.exists() and db.exists() and output.samefile(db):
        raise SettingsError(f"--output {output}", "found the ledger itself", "Name another file.")


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    """Where to write: a file that takes its name only when it is whole, or standard output."""
    if output is None:
        sys.stdout.flush()
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # whoever read has had enough: `| head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    except OSError as error:
        raise SettingsError(
            f"--output {output}", f"it cannot be written ({error.strerror})", "Name another."
        ) from error
    finally:
        part.unlink(missing_ok=True)
