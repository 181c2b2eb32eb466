"""`according gazetteer`: what the places are found in, and how to have more of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from according.cli.options import examples, prose

ADD_EXAMPLES = examples(
    "according gazetteer add SY.zip",
    "according gazetteer add allCountries.zip",
    "according gazetteer add UA.txt && according gazetteer info",
)

INFO_EXAMPLES = examples(
    "according gazetteer info",
    "XDG_CACHE_HOME=/srv/cache according gazetteer info",
)

CREDIT = "Towns and their names: GeoNames (https://www.geonames.org), CC BY 4.0; areas: tables of According's own"
"""What the licence asks for."""


def add_to(app: typer.Typer) -> None:
    """Make the command, with its two parts, one of the app's."""
    group = typer.Typer(help="The gazetteer that places are looked up in.", no_args_is_help=True)
    group.command(name="info", help=prose(info), epilog=INFO_EXAMPLES)(info)
    group.command(name="add", help=prose(add), epilog=ADD_EXAMPLES)(add)
    app.add_typer(group, name="gazetteer")


def add(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A .zip or .txt of download.geonames.org/export/dump.", show_default=False),
    ],
) -> None:
    """
    Add the full dump of GeoNames, or one country's, to the gazetteer.

    Fetch it yourself: this makes no network call. Every line is checked, and the first that is not as GeoNames
    writes it is told; then nothing was added. Adding the same file again does no harm. Reports that were read
    before are read anew when they are given again.
    """
    from according.cli.console import counted, tell
    from according.errors import InstallationError
    from according.gazetteer import progress
    from according.grounding.places import add_dump, cached

    try:
        with progress(f"Adding {file.name}") as told:
            count = add_dump(file, progress=told)
    except OSError as error:
        raise InstallationError(
            str(cached()), f"cannot be written ({error.strerror or error})", "export XDG_CACHE_HOME=FOLDER"
        ) from error
    tell(f"{counted(count, 'place')} of {file} added to {cached()}.\n{CREDIT}.")


def info() -> None:
    """
    Say what the gazetteer covers: how many places, of which sources and dates, and where its file lies.

    It is built first, where that has not been done.
    """
    from according.cli.console import cells, output, table, tell
    from according.errors import InstallationError
    from according.gazetteer import at_hand

    gazetteer = at_hand()
    if gazetteer.path is None:
        raise InstallationError("the gazetteer", "there is none, as told above", "according gazetteer info")
    counts = gazetteer.counts()
    shown = table("what", "#number", "")
    shown.add_row(*cells("towns, villages, sites", f"{counts['places']:,}", f"in {counts['countries']} countries"))
    shown.add_row(*cells("countries, provinces, regions, waters", f"{counts['areas']:,}", ""))
    shown.add_row(*cells("names", f"{counts['names']:,}", "in the Latin alphabet"))
    for source in gazetteer.sources:
        youngest = f"youngest entry of {source.date}" if source.date else ""
        shown.add_row(*cells(f"from {source.name}", f"{source.places:,}", youngest))
    size = gazetteer.path.stat().st_size / 1e6
    shown.add_row(*cells("file", f"{size:,.0f}", f"MB at {gazetteer.path}"))
    output().print(shown)
    tell(f"{CREDIT}.")
