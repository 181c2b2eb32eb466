"""What the paths on a command line mean: files, folders, standard input, manifests."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from according.errors import BadManifest, ReadingError, TooLarge, UnreadableFile
from according.records import Page, Row
from according.settings import Settings

STANDARD_INPUT = "-"
MANIFEST = ".jsonl"
BESIDE_DATABASE = ("", "-wal", "-shm", "-journal")
"""What SQLite adds to a database's name for the files that it keeps beside it."""

Given = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """
    One report to be read. `where` names it in messages; `load` gives its page or raises ReadingError.

    A report from standard input or from a manifest's `text` has no path.
    """

    where: str
    load: Callable[[], Page]


def inputs(paths: list[str], given: Given, settings: Settings, ledger: Path | None) -> Iterator[Input]:
    """
    All reports that the paths name, in their order; a folder's in the order of their names.

    Args:
        paths: as typed.
        given: what is known of all of them; a manifest's row knows better.
        settings: its `max_bytes` is the size above which no file is opened.
        ledger: a database that may lie in one of the folders, and is no report.
    """
    own = set() if ledger is None else {Path(f"{ledger.resolve()}{suffix}") for suffix in BESIDE_DATABASE}
    for path in paths:
        if path == STANDARD_INPUT:
            yield _standard_input(given, settings)
        elif Path(path).is_dir():
            yield from _folder(path, given, settings, own)
        else:
            yield from _file(path, given, settings)


def fingerprint(page: Page, settings: Settings, made_by: str) -> str:
    """
    SHA-256 over all that decides what is read from a page: its bytes, what is given, settings and release.

    `Settings.threads` decides nothing, and a path is the same however it is written.
    """
    data = page.data.encode(errors="surrogatepass") if isinstance(page.data, str) else page.data
    known = {**asdict(replace(page, data="")), "path": page.path and str(Path(page.path).resolve())}
    chosen = {**asdict(settings), "threads": None}
    about = json.dumps([known, chosen, made_by, hashlib.sha256(data).hexdigest()], sort_keys=True)
    return hashlib.sha256(about.encode()).hexdigest()


def spelled(path: str) -> str:
    r"""
    A path as it can be printed and kept: bytes of its name that are no UTF-8 become U+FFFD.

    >>> spelled("caf\udce9.txt"), spelled("café.txt")
    ('caf\ufffd.txt', 'café.txt')
    """
    return path.encode(errors="surrogateescape").decode(errors="replace")


def _standard_input(given: Given, settings: Settings) -> Input:
    def load() -> Page:
        return Page(data=sys.stdin.buffer.read(settings.max_bytes + 1), **given)

    return Input(where="standard input", load=load)


def _folder(folder: str, given: Given, settings: Settings, own: set[Path]) -> Iterator[Input]:
    unreadable: list[OSError] = []
    found = False
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            waits_for_a_writer = path.exists() and not path.is_file()  # a named pipe, a socket
            if not name.startswith(".") and not waits_for_a_writer and path.resolve() not in own:
                found = True
                yield from _file(str(path), given, settings)
    for error in unreadable:
        yield _failure(_unreadable(str(error.filename), error, "a folder"))
    if not found and not unreadable:
        yield _failure(UnreadableFile(folder, "found a folder without files, expected reports", "Name another."))


def _file(path: str, given: Given, settings: Settings) -> Iterator[Input]:
    if path.endswith(MANIFEST):
        yield from _manifest(path, given, settings)
    else:
        name = spelled(path)
        yield Input(where=name, load=lambda: Page(data=_bytes(path, settings.max_bytes), path=name, **given))


def _manifest(path: str, given: Given, settings: Settings) -> Iterator[Input]:
    from according.reading import manifest

    try:
        for row in manifest(_bytes(path, None), path):
            yield _failure(row) if isinstance(row, BadManifest) else _row(row, path, given, settings)
    except ReadingError as error:
        yield _failure(error)


def _row(row: Row, manifest: str, given: Given, settings: Settings) -> Input:
    where = f"{spelled(manifest)}, line {row.line}"
    known = replace(
        row,
        published=row.published or given.get("published"),
        publisher=row.publisher or given.get("publisher"),
        url=row.url or given.get("url"),
    )
    if row.text is not None:
        return Input(where=where, load=lambda: known.page(row.text or "", None))
    if row.path is None:
        return _failure(BadManifest(where, "found neither path nor text, expected one of them"))
    path = str(Path(manifest).parent / row.path)
    return Input(where=path, load=lambda: known.page(_bytes(path, settings.max_bytes), path))


def _failure(error: ReadingError) -> Input:
    def load() -> Page:
        raise error

    return Input(where=spelled(error.where), load=load)


def _bytes(path: str, limit: int | None) -> bytes:
    """
    A file's content. One over the limit is not read at all: 200 MB would only be thrown away.

    Raises:
        UnreadableFile, TooLarge.
    """
    try:
        with Path(path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if limit is not None and size > limit:
                raise TooLarge(
                    spelled(path),
                    f"found {size:,} bytes, expected at most {limit:,}",
                    "A report is never that long; if this is an archive, read its reports one by one.",
                )
            return file.read() if limit is None else file.read(limit + 1)  # a pipe has no size beforehand
    except OSError as error:
        raise _unreadable(path, error, "a file") from error


def _unreadable(path: str, error: OSError, expected: str) -> UnreadableFile:
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableFile(
        spelled(path), f"{reason}, expected {expected} that may be read", "Check its name and permissions."
    )
