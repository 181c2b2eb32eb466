"""The whole model: one encoder, and heads that read the vectors of words."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from according.training.batches import Batch
from according.training.encoder import Encoder
from according.training.heads import HEADS

WEIGHTS = {"attribution": 1.0, "syntax": 0.5, "mentions": 1.0, "vectors": 1.0, "events": 1.0, "certainty": 1.0}
"""What each head's loss counts. Guesses, chosen so that no loss is far larger than the others at the start."""


class Model(nn.Module):
    """Encoder and heads. `forward` is what is exported: see `according.tagging` for its outputs."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({name: head() for name, head in HEADS.items()})

    def words(self, pieces: Tensor, features: Tensor, starts: Tensor) -> Tensor:
        """Vectors of words, ``(batch, words, 384)``: that of a word's first piece."""
        hidden: Tensor = self.encoder(pieces, features)
        return hidden.gather(1, starts[..., None].expand(-1, -1, hidden.shape[-1]))

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Each head's loss, of those that learn something from this batch."""
        words = self.words(batch.pieces, batch.features, batch.starts)
        found = {name: head.loss(words, batch) for name, head in self.heads.items()}  # type: ignore[operator]
        return {name: loss for name, loss in found.items() if loss is not None}

    def forward(self, pieces: Tensor, features: Tensor, starts: Tensor, sentences: Tensor) -> tuple[Tensor, ...]:
        """All outputs of all heads, in the order of `HEADS` and of each head's `outputs`."""
        words = self.words(pieces, features, starts)
        given: list[Tensor] = []
        for name, head in self.heads.items():
            out = head(words, sentences) if name in ("attribution", "syntax") else head(words)
            given += [out] if isinstance(out, torch.Tensor) else list(out)
        return tuple(given)


SYNTAX_WEIGHTS = {"attribution": 1.0, "syntax": 1.0, "mentions": 1.0, "vectors": 1.0, "events": 1.0, "certainty": 1.0}
"""The same in the part of the recipe that shows the treebanks more often."""


def total(losses: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The loss that is stepped on."""
    return torch.stack([weights.get(name, 1.0) * loss for name, loss in losses.items()]).sum()


def parameter_groups(model: Model, rate: float) -> list[dict[str, object]]:
    """
    Learning rates: heads four times the encoder's; word features as heads; word pieces fixed.

    The table of pieces is half of all weights and its rows for words that the training never
    shows would be left behind by the others; fixed, they stay where MiniLM put them.
    """
    model.encoder.pieces.weight.requires_grad_(False)
    encoder = [p for n, p in model.encoder.named_parameters() if p.requires_grad and "features" not in n]
    heads = [*model.heads.parameters(), model.encoder.features.weight]
    return [
        {"params": encoder, "lr": rate, "peak": rate},
        {"params": heads, "lr": 4 * rate, "peak": 4 * rate},
    ]
