"""
Two checkpoints of one line of training as one: a weighted mean of their weights.

Weights that were trained on from each other lie in one valley of the loss, where the mean of two is often better than
either at what each is best at (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

from pathlib import Path

import torch

from according.errors import TrainingError


def blend(checkpoint: Path, other: Path, share: float, out: Path) -> Path:
    """
    Write `checkpoint` with `share` of every weight taken from `other`; heads that `other` lacks stay as they are.

    Raises:
        TrainingError: `share` is not between 0 and 1, or a weight has another shape in the two.
    """
    if not 0 <= share <= 1:
        raise TrainingError("blend", f"found the share {share}, expected 0 to 1", "--share 0.15")
    kept = torch.load(checkpoint, map_location="cpu", weights_only=False)
    added = torch.load(other, map_location="cpu", weights_only=False)["averaged"]
    blended = {}
    for name, weight in kept["averaged"].items():
        if name in added and added[name].shape != weight.shape:
            raise TrainingError(str(other), f"{name} has another shape", "blend checkpoints of one line of training")
        shared = name in added and weight.is_floating_point()
        blended[name] = torch.lerp(weight, added[name], share) if shared else weight
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"averaged": blended, **{key: kept[key] for key in ("recipe", "run", "step")}}, out)
    return out
