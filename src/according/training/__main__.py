"""The commands of training: ``python -m according.training train|export|priors``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from according.errors import AccordingError
from according.training.event_priors import FOLDS, SHIPPED
from according.training.mixture import CORPORA, MIXTURES, WITHOUT_LICENCE, Recipe


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
    train.add_argument("--mixture", choices=list(MIXTURES), default="all", help="which corpora often: see MODEL_CARD")
    train.add_argument("--steps", type=int, default=0, help="stop after so many steps, for a trial")
    blend = commands.add_parser("blend", help="mix two checkpoints of one line of training")
    blend.add_argument("checkpoint", type=Path)
    blend.add_argument("other", type=Path, help="the one that a share is taken from")
    blend.add_argument("--share", type=float, required=True, help="0 to 1")
    blend.add_argument("--out", type=Path, required=True, help="where the mixed checkpoint is written")
    export = commands.add_parser("export", help="write a checkpoint as ONNX with 8-bit weights")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--out", type=Path, required=True, help="folder for encoder.onnx and its vocabulary")
    export.add_argument("--float", action="store_true", dest="keep_float", help="32-bit weights, to measure against")
    priors = commands.add_parser("priors", help="count what stands at each path in our marked examples of events")
    priors.add_argument("--out", type=Path, help="file to write, else the package's own events/priors.csv")
    priors.add_argument(
        "--leave-out-fold", type=int, choices=range(FOLDS), help="examples not to count, to measure on; needs --out"
    )
    arguments = parser.parse_args()
    if arguments.command == "priors" and arguments.leave_out_fold is not None and arguments.out is None:
        priors.error("--leave-out-fold needs --out: the package's own counts are of all examples")
    try:
        if arguments.command == "train":
            start(arguments)
        elif arguments.command == "blend":
            from according.training.blending import blend as mix

            print(mix(arguments.checkpoint, arguments.other, arguments.share, arguments.out))
        elif arguments.command == "priors":
            from according.training.event_priors import write as count

            out = arguments.out or SHIPPED
            print(f"{out}: {count(out, arguments.leave_out_fold)} rows")
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
        mixture=arguments.mixture,
    )
    print(train(run))


if __name__ == "__main__":
    sys.exit(main())
