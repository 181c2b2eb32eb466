"""
One training run: seeded, resumable, the same on CPU and GPU.

A run is a folder. `checkpoint.pt` holds everything that the next step depends on, and is replaced
whole every few minutes; `run.toml`-like settings stand inside it. Starting the same command again
goes on where the last checkpoint was.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from according.errors import TrainingError
from according.training.batches import Batch, collate
from according.training.encoder import load, original
from according.training.mixture import MIXTURES, UNTAUGHT, Recipe, collect, epoch
from according.training.model import SYNTAX_WEIGHTS, WEIGHTS, Model, parameter_groups, total
from according.training.teacher import teach


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    The settings of a run. `rate` is the encoder's highest learning rate; heads take four times it.

    `start` is a checkpoint whose averaged weights are gone on from, in a run of its own; `mixture`
    says how often an epoch shows which corpus (`mixture.MIXTURES`).
    `steps_at_most` stops early, for a trial. `keep_every_s` seconds lie between checkpoints.
    """

    folder: Path
    recipe: Recipe
    epochs: int = 6
    rate: float = 1.5e-4
    seed: int = 20261122
    device: str = "cpu"
    threads: int = 2
    warm_up: float = 0.05
    average: float = 0.999
    steps_at_most: int = 0
    keep_every_s: float = 180.0
    start: Path | None = None
    mixture: str = "all"


@dataclass(slots=True, eq=False)
class State:
    """What changes from step to step. `averaged` holds the moving average of the weights, which is what is exported."""

    model: Model
    optimizer: torch.optim.Optimizer
    averaged: dict[str, torch.Tensor]
    epoch: int = 0
    step_of_epoch: int = 0
    step: int = 0
    steps: int = 0


def train(run: Run) -> Path:
    """
    The path of the last checkpoint.

    Raises:
        TrainingError: a corpus is missing, a checkpoint is of another recipe, or the loss is no number.
    """
    torch.manual_seed(run.seed)
    if run.threads:
        torch.set_num_threads(run.threads)
    device = torch.device(run.device)
    run.folder.mkdir(parents=True, exist_ok=True)
    tokenizer = word_tokenizer()
    families = collect(run.recipe, "train")
    teach({name: of for name, of in families.items() if name not in UNTAUGHT}, run.folder, device)
    state = begin(run, device)
    resume(run, state)
    path, saved, began = run.folder / "checkpoint.pt", time.monotonic(), time.monotonic()
    log: dict[str, list[float]] = {}
    while state.epoch < run.epochs:
        repeats = MIXTURES[run.mixture]
        batches = epoch(families, tokenizer, np.random.default_rng([run.seed, state.epoch]), repeats)
        state.steps = max(state.steps, len(batches) * run.epochs)
        for examples in batches[state.step_of_epoch :]:
            for name, value in step(run, state, collate(examples).to(device)).items():
                log.setdefault(name, []).append(value)
            if state.step % 50 == 0:
                tell(state, log, time.monotonic() - began)
                log.clear()
            if time.monotonic() - saved > run.keep_every_s:
                save(run, state, path)
                saved = time.monotonic()
            if run.steps_at_most and state.step >= run.steps_at_most:
                save(run, state, path)
                return path
        state.epoch, state.step_of_epoch = state.epoch + 1, 0
        save(run, state, path)
        save(run, state, run.folder / f"epoch{state.epoch}.pt", weights_only=True)
    return path


def word_tokenizer() -> Tokenizer:
    """The tokenizer of the original model, for single words."""
    tokenizer = Tokenizer.from_file(str(original() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def begin(run: Run, device: torch.device) -> State:
    """The state before the first step."""
    model = Model()
    load(model.encoder)
    if run.start is not None:
        take(model, run.start)
    model.to(device).train()
    optimizer = torch.optim.AdamW(parameter_groups(model, run.rate), weight_decay=0.01)
    return State(model, optimizer, {name: value.detach().clone() for name, value in model.state_dict().items()})


def take(model: Model, start: Path) -> None:
    """
    Load a checkpoint's averaged weights; a head that it does not know yet keeps its fresh ones.

    Raises:
        TrainingError: the checkpoint holds weights that the model has not, or lacks a part of a head.
    """
    given = dict(parameters_of(start))
    known = {name.split(".")[1] for name in given if name.startswith("heads.")}
    missing, unexpected = model.load_state_dict(given, strict=False)
    missing = [name for name in missing if not name.startswith("heads.") or name.split(".")[1] in known]
    if missing or unexpected:
        raise TrainingError(
            str(start),
            f"lacks {missing[:3]}, has beyond the model {unexpected[:3]}",
            "give a checkpoint of this release",
        )


def rate_at(run: Run, state: State) -> float:
    """The share of the highest learning rate at this step: a linear rise, then half a cosine down."""
    done = state.step / max(1, state.steps)
    if done < run.warm_up:
        return (done + 1e-3) / run.warm_up
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (done - run.warm_up) / (1 - run.warm_up)))


def step(run: Run, state: State, batch: Batch) -> dict[str, float]:
    """One step of the optimizer; the losses of the heads."""
    torch.manual_seed(run.seed + state.step)  # so that a resumed run drops out the same units
    for group in state.optimizer.param_groups:
        group["lr"] = group["peak"] * rate_at(run, state)
    with torch.autocast(run.device.split(":")[0], torch.bfloat16):
        losses = state.model.losses(batch)
    loss = total(losses, SYNTAX_WEIGHTS if run.mixture == "syntax" else WEIGHTS)
    if not bool(torch.isfinite(loss)):
        raise TrainingError(str(run.folder), f"the loss is {loss} at step {state.step}", "lower --rate and resume")
    state.optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(state.model.parameters(), 1.0)
    state.optimizer.step()
    state.step += 1
    state.step_of_epoch += 1
    keep = min(run.average, (1 + state.step) / (10 + state.step))
    with torch.no_grad():
        trained = {name: value for name, value in state.model.named_parameters() if value.requires_grad}
        shadows = [state.averaged[name] for name in trained]
        torch._foreach_lerp_(shadows, list(trained.values()), 1 - keep)
    return {name: float(value.detach()) for name, value in losses.items()}


def tell(state: State, log: dict[str, list[float]], seconds: float) -> None:
    """One line on where the run stands."""
    means = "  ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(log.items()))
    print(f"step {state.step}/{state.steps}  epoch {state.epoch + 1}  {seconds:.0f} s  {means}", flush=True)


def save(run: Run, state: State, path: Path, weights_only: bool = False) -> None:
    """Write a checkpoint, whole or not at all."""
    kept: dict[str, Any] = {
        "averaged": state.averaged,
        "recipe": {"leave_out": run.recipe.leave_out},
        "run": {name: str(value) for name, value in asdict(run).items()},
        "step": state.step,
    }
    if not weights_only:
        kept |= {
            "model": state.model.state_dict(),
            "optimizer": state.optimizer.state_dict(),
            "epoch": state.epoch,
            "step_of_epoch": state.step_of_epoch,
            "steps": state.steps,
        }
    torch.save(kept, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def resume(run: Run, state: State) -> None:
    """Go on from the folder's checkpoint, if there is one."""
    path = run.folder / "checkpoint.pt"
    if not path.is_file():
        return
    kept = torch.load(path, map_location=run.device, weights_only=False)
    if tuple(kept["recipe"]["leave_out"]) != run.recipe.leave_out:
        raise TrainingError(
            str(path),
            f"a checkpoint that leaves out {kept['recipe']['leave_out']}, expected {run.recipe.leave_out}",
            "give another --folder, or delete this one",
        )
    state.model.load_state_dict(kept["model"])
    state.optimizer.load_state_dict(kept["optimizer"])
    state.averaged = kept["averaged"]
    state.epoch, state.step_of_epoch = kept["epoch"], kept["step_of_epoch"]
    state.step, state.steps = kept["step"], kept["steps"]


def parameters_of(path: Path) -> Iterator[tuple[str, torch.Tensor]]:
    """The averaged weights of a checkpoint."""
    yield from torch.load(path, map_location="cpu", weights_only=False)["averaged"].items()
