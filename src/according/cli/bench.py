"""`according bench`: how fast this machine reads."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from according.cli.options import examples, prose

if TYPE_CHECKING:
    from according.records import Record
    from according.tagging import Tagger
    from according.tagging.windows import Window

T = TypeVar("T")

EXAMPLES = examples(
    "according bench",
    "according bench reports/ --seconds 30",
    "according bench --match 10000",
)

SECONDS = 10.0
"""How long each half is measured. A guess: on a busy machine, two runs of ten seconds differ by a tenth."""


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="bench", help=prose(bench), epilog=EXAMPLES)(bench)


def bench(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="What to read; without it, the demo's reports.", show_default=False),
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long to measure each half.")] = SECONDS,
    match: Annotated[
        int | None, typer.Option("--match", metavar="N", min=100, help="Measure matching instead, with N reports.")
    ] = None,
) -> None:
    """
    Measure words per second of the whole path and of the encoder alone, and the memory they take.

    One process, with as many threads as the settings give the encoder. Loading is measured apart, and a
    first round that warms up is not counted.

    With --match N, N reports invented by rule are matched, a hundred a day: what one more costs, in milliseconds of the
    processor, as the archive grows. The exit status is 1 if that grows faster than the logarithm of N.
    """
    if match is not None:
        from according.cli.match_bench import measure

        if not measure(match):
            raise typer.Exit(1)
        return
    import according
    from according.cli.console import cells, output, table
    from according.cli.inputs import inputs
    from according.demo import reports
    from according.settings import Settings

    settings = Settings()
    began = perf_counter()
    reader = according.Reader(settings)
    loading_s = perf_counter() - began
    pages = [each.load() for each in inputs(paths or [str(path) for path in reports()], {}, settings, None)]
    records = [reader.read_page(page) for page in pages]
    words = _words(records)
    whole = _words_per_second(reader.read_page, pages, words, seconds)
    windows = [_windows(record, reader.tagger) for record in records]
    encoder = _words_per_second(reader.tagger.encoder.score, windows, words, seconds)
    shown = table("what", "#measured", "")
    shown.add_row(*cells("whole path", f"{whole:,.0f}", "words a second"))
    shown.add_row(*cells("encoder alone", f"{encoder:,.0f}", "words a second"))
    shown.add_row(*cells("whole path / encoder", f"{encoder / whole:.2f}", "times the encoder's own time"))
    shown.add_row(*cells("loading", f"{loading_s:.2f}", "seconds"))
    shown.add_row(*cells("peak memory", f"{peak_megabytes():,.0f}", "MB"))
    output().print(shown)


def _words(records: list[Record]) -> int:
    return sum(len(sentence.words) for record in records for sentence in record.sentences)


def _windows(record: Record, tagger: Tagger) -> list[Window]:
    """What the encoder is given of a report: all that is left out of its own time is the stages around it."""
    from according.segmenting import segment
    from according.tagging import words_of
    from according.tagging.windows import windows

    words, _ = words_of(record.report, segment(record.report))
    return list(windows(words, tagger.encoder.tokenizer)[0])


def _words_per_second(work: Callable[[T], object], parts: list[T], words: int, seconds: float) -> float:
    """Words of whole rounds over the parts, until `seconds` have gone by; a first round is not counted."""
    for part in parts:
        work(part)
    rounds, began = 0, perf_counter()
    while rounds == 0 or perf_counter() - began < seconds:
        for part in parts:
            work(part)
        rounds += 1
    return rounds * words / (perf_counter() - began)


def peak_megabytes() -> float:
    """The most memory that the process has held, in millions of bytes."""
    import resource
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6  # bytes on macOS, KiB on Linux
