"""Names, and the words that head a mention: two taggers over one hidden layer."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS, NAMES, NOUNS
from according.training.batches import Batch


class MentionsHead(nn.Module):
    """`names` ``(batch, words, 19)`` and `nouns` ``(batch, words, 10)``: scores of `NAMES` and of `NOUNS`."""

    outputs = ("names", "nouns")

    def __init__(self) -> None:
        super().__init__()
        self.names = nn.Sequential(nn.Linear(DIMENSIONS, 192), nn.GELU(), nn.Dropout(0.2), nn.Linear(192, len(NAMES)))
        self.nouns = nn.Sequential(nn.Linear(DIMENSIONS, 192), nn.GELU(), nn.Dropout(0.2), nn.Linear(192, len(NOUNS)))

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """
        Mean loss over annotated words; None when there are none.

        A corpus that does not name some kinds leaves their words at "O": there the loss asks only
        that "O" or one of those kinds is right (`batch.names_open`, ``(batch, labels)``).
        """
        loss: Tensor | None = None
        known = batch.names >= 0
        if known.any():
            scores = functional.log_softmax(self.names(words).float(), -1)
            right = scores.gather(-1, batch.names.clamp(min=0)[..., None]).squeeze(-1)
            unnamed = scores.masked_fill(~batch.names_open[:, None, :], -1e4).logsumexp(-1)
            loss = -right.where(batch.names > 0, unnamed)[known].mean()
        known = batch.nouns >= 0
        if known.any():
            more = functional.cross_entropy(self.nouns(words)[known].float(), batch.nouns[known])
            loss = more if loss is None else loss + more
        return loss

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The outputs named above."""
        return self.names(words), self.nouns(words)
