"""The commands of training: ``python -m according.training train|export``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from according.errors import AccordingError
from according.training.mixture import CORPORA, WITHOUT_LICENCE, Recipe


def main() -> int:
    """0 when done, 1 on an error of ours, told on standard error."""
    parser = argparse.ArgumentParser(prog="python -m according.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train, or go on with a run")
    train.add_argument("--data", type=Path, required=True, help="the folder of the training pack")
    train.add_argument("--folder", type=Path, default=Path("training-run"), help="where the run is kept")
    train.add_argument("--leave-out", nargs="*", choices=CORPORA, default=[], help="corpora not to train on")
    train.add_argument(
        "--open", action="store_true", help=f"leave out what has no licence: {', '.join(WITHOUT_LICENCE)}"
    )
    train.add_argument("--epochs", type=int, default=6)
    train.add_argument("--rate", type=float, default=1.5e-4)
    train.add_argument("--seed", type=int, default=20261122)
    train.add_argument("--device", default="cpu", help="cpu or cuda")
    train.add_argument("--threads", type=int, default=2)
    train.add_argument("--start", type=Path, help="a checkpoint to go on from, in a folder of its own")
    train.add_argument("--polish", action="store_true", help="the second part of the recipe: more syntax")
    train.add_argument("--steps", type=int, default=0, help="stop after so many steps, for a trial")
    export = commands.add_parser("export", help="write a checkpoint as ONNX with 8-bit weights")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True, help="folder for encoder.onnx and its vocabulary")
    export.add_argument("--float", action="store_true", dest="keep_float", help="32-bit weights, to measure against")
    arguments = parser.parse_args()
    try:
        if arguments.command == "train":
            start(arguments)
        else:
            from according.training.export import export as write

            print(write(arguments.checkpoint, arguments.out, quantised=not arguments.keep_float))
    except AccordingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def start(arguments: argparse.Namespace) -> None:
    """Run or resume a training as the command line says."""
    from according.training.run import Run, train

    left_out = sorted({*arguments.leave_out, *(WITHOUT_LICENCE if arguments.open else ())})
    run = Run(
        folder=arguments.folder,
        recipe=Recipe(data=arguments.data, leave_out=tuple(left_out)),
        epochs=arguments.epochs,
        rate=arguments.rate,
        seed=arguments.seed,
        device=arguments.device,
        threads=arguments.threads,
        steps_at_most=arguments.steps,
        start=arguments.start,
        polish=arguments.polish,
    )
    print(train(run))


if __name__ == "__main__":
    sys.exit(main())
