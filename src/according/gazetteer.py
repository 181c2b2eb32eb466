"""The gazetteer that the reader is given: the user's own, built on first use, and what is told of it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from according.errors import InstallationError
from according.grounding.places import Gazetteer, cached

LOG = logging.getLogger("according")


def at_hand() -> Gazetteer:
    """
    The user's gazetteer; an empty one where there can be none, which is told once, on the log "according".

    Where it is missing it is built first, with a bar on standard error. Nothing here keeps a report from being read.
    """
    return _opened(cached())


@lru_cache(maxsize=1)
def _opened(path: Path) -> Gazetteer:
    try:
        with progress("Building the gazetteer of places, once", unless=path) as told:
            return Gazetteer.open(progress=told)
    except InstallationError as error:
        LOG.warning("%s\nUntil then reports are read with places found and not put on the map.", error)
    except OSError as error:
        LOG.warning(
            "%s: %s, so there is no gazetteer: reports are read with places found and not put on the map.\n"
            "export XDG_CACHE_HOME=FOLDER that can be written and has 40 MB free",
            path.parent, error.strerror or error,
        )  # fmt: skip
    return Gazetteer.empty()


@contextmanager
def progress(what: str, unless: Path | None = None) -> Iterator[Callable[[float], object]]:
    """
    A bar on standard error that is told which part is done, from 0 to 1; one line, where nobody looks on.

    Nothing is shown before it is told for the first time, nor where the file `unless` is there already.
    """
    if unless is not None and unless.is_file():
        yield lambda _: None
        return
    if not sys.stderr.isatty():
        told: list[float] = []

        def say(part: float) -> None:
            if not told:
                sys.stderr.write(f"{what} …\n")
                sys.stderr.flush()
            told.append(part)

        yield say
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda part: bar.update(task, completed=part)
