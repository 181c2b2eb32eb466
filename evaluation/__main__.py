"""
Measures According on development data, prints the figures beside their bars, and fails below evaluation/floors.toml.

    python -m evaluation                          all yardsticks
    python -m evaluation --only seed syntax       some of them
    python -m evaluation --weights FOLDER         other weights than the package's: a checkpoint, another recipe
    python -m evaluation --update-floors          raise floors to what was measured
    python -m evaluation --allow-regression       accept what was measured, also where it is less

The data is not part of this repository: it is looked for in ../shared, or where ACCORDING_SHARED says.
Exit status: 0 measured, and no figure below its floor (also when there is no data: nothing is measured then, and that
is told); 1 a figure below its floor, or a yardstick that could not be run; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from according.errors import AccordingError
from evaluation import corpora, floors
from evaluation.across import origins, relations, stories
from evaluation.figures import BARS, Figure, is_cost
from evaluation.happenings import certainty, events
from evaluation.places import places
from evaluation.quantisation import quantisation
from evaluation.reading import INSTALLED, Subject, with_weights
from evaluation.speed import speed
from evaluation.syntax import syntax
from evaluation.world import actors, entities, quantities, times
from evaluation.yardsticks import attribution, coref, seed

OUT = Path(__file__).resolve().parent / "out" / "figures.json"
FLOAT_WEIGHTS = corpora.ROOT / "training-run" / "float"
WORLD = {"entities": entities, "actors": actors, "places": places, "times": times, "quantities": quantities}
ACROSS = {"origins": origins, "stories": stories, "relations": relations}
ORDER = (
    "attribution", "seed", "coref", "syntax", "events", "certainty", *WORLD, *ACROSS, "quantisation", "speed",
)  # fmt: skip


def main() -> int:
    """The exit status."""
    arguments = _arguments()
    shared = corpora.folder()
    if not (shared / "data").is_dir():
        print(
            f"evaluation data not found at {shared / 'data'}: nothing was measured.\n"
            "The corpora (MODEL_CARD.md) are not redistributed; say where they are: ACCORDING_SHARED=FOLDER.",
            file=sys.stderr,
        )
        return 0
    with with_weights(arguments.weights) if arguments.weights else nullcontext(INSTALLED) as subject:
        measured, broken = _measure(arguments.only, shared, arguments.float_weights, subject)
    limits = floors.load()
    Console(width=None if sys.stdout.isatty() else 120).print(_table(measured, limits))
    for name, path in _fingerprints(shared, arguments.only).items():
        if limits.corpora.get(name, path) != path:
            print(f"note: the data of '{name}' is not what its floors were measured on")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps([_row(figure) for figure in measured], indent=1) + "\n", encoding="utf-8")
    print(f"written to {OUT.relative_to(corpora.ROOT)}")
    below = floors.failures(limits, measured)
    if arguments.update_floors or arguments.allow_regression:
        limits = floors.moved(limits, measured, may_lower=arguments.allow_regression)
        limits.corpora |= _fingerprints(shared, arguments.only)
        floors.save(limits)
        print("floors.toml rewritten" + ("; say in CHANGELOG.md which floor was lowered and why" if below else ""))
        below = floors.failures(limits, measured)
    for line in [*broken, *(f"below its floor: {line}" for line in below)]:
        print(line, file=sys.stderr)
    return int(bool(broken or below))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=ORDER, default=list(ORDER), help="which yardsticks")
    parser.add_argument("--update-floors", action="store_true", help="raise floors to what was measured")
    parser.add_argument(
        "--allow-regression", action="store_true", help="set floors to what was measured, lower ones too"
    )
    parser.add_argument(
        "--float-weights",
        type=Path,
        default=FLOAT_WEIGHTS,
        help="folder of the same weights in 32 bits, to tell what quantisation costs (default: training-run/float)",
    )
    parser.add_argument("--weights", type=Path, help="folder of other weights to measure, as `export` writes them")
    arguments = parser.parse_args()
    if arguments.weights and (arguments.update_floors or arguments.allow_regression):
        parser.error("floors are for the package's own weights: leave out --weights")
    return arguments


def _measure(names: list[str], shared: Path, float_weights: Path, subject: Subject) -> tuple[list[Figure], list[str]]:
    """The figures of the yardsticks `names`, and a line for each yardstick that could not be run."""
    yardsticks: dict[str, Callable[[], list[Figure]]] = {
        "attribution": partial(attribution, shared, subject),
        "seed": partial(seed, shared, subject),
        "coref": partial(coref, shared, subject),
        "syntax": partial(syntax, shared, subject),
        "events": partial(events, shared, subject),
        "certainty": partial(certainty, shared, subject),
        **{name: partial(yardstick, shared, subject) for name, yardstick in (WORLD | ACROSS).items()},
        "quantisation": partial(quantisation, shared, float_weights, subject),
        "speed": partial(speed, shared, subject),
    }
    measured, broken = [], []
    for name in ORDER:
        if name not in names:
            continue
        began = time.monotonic()
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            measured += yardsticks[name]()
        except AccordingError as error:
            broken.append(f"{name} was not measured: {error}")
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return measured, broken


def _fingerprints(shared: Path, names: list[str]) -> dict[str, str]:
    return {name: corpora.fingerprint(shared / path) for name, path in corpora.CORPORA.items() if name in names}


def _row(figure: Figure) -> dict[str, object]:
    return {"name": figure.name, "value": figure.value, "items": figure.items, "interval": figure.interval}


def _table(measured: list[Figure], limits: floors.Floors) -> Table:
    """Figures, their bars and floors; what misses its bar is red."""
    table = Table(title="Figures on development data", title_justify="left")
    table.add_column("figure")
    for title in ("value", "95 % interval", "on", "bar", "floor"):
        table.add_column(title, justify="right")
    for figure in measured:
        bar = BARS.get(figure.name)
        limit = (limits.most if is_cost(figure.name) else limits.least).get(figure.name)
        colour = "" if bar is None else "[green]" if bar.is_met(figure.value) else "[red]"
        table.add_row(
            figure.name,
            f"{colour}{figure.value:,.4g}" if figure.value >= 1000 else f"{colour}{figure.value:.3f}",
            " – ".join(f"{end:.3f}" for end in figure.interval) if figure.interval else "",
            f"{figure.items:,}" if figure.items is not None else "",
            str(bar) if bar else "",
            f"{limit:g}" if limit is not None else "",
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
