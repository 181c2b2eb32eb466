"""
How sure a text is that what a word names happened.

The score is UDS-IH2's (White et al. 2016; Rudinger et al. 2018): from -3, certainly did not happen, to 3.
It is learnt as a distribution over the scores that annotators give, for they disagree: the mean then
serves correlation, the median the absolute error. Polarity and certainty are FactBank's (Saurí &
Pustejovsky 2009), learnt from our own examples.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS, HAPPENED
from according.training.batches import Batch
from according.vocabulary import CERTAINTIES

BEND = 0.5
"""Where the loss of the mean turns from square to absolute, in score points. Rudinger et al. use 1; a guess."""

STEP = HAPPENED[1] - HAPPENED[0]


class CertaintyHead(nn.Module):
    """`happened` ``(batch, words, 22)``: scores of `HAPPENED`, log odds of being negated, scores of `CERTAINTIES`."""

    outputs = ("happened",)

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(DIMENSIONS, 384), nn.GELU(), nn.Dropout(0.2))
        self.out = nn.Linear(384, len(HAPPENED) + 1 + len(CERTAINTIES))

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """The sum of the losses of score, polarity and certainty, of those that are annotated."""
        scored = ~torch.isnan(batch.scores)
        acts = len(batch.act_window) > 0
        if not scored.any() and not acts:
            return None
        loss = torch.zeros((), device=words.device)
        if scored.any():
            out = self.out(self.hidden(words[scored])).float()
            loss = loss + score_loss(out[:, : len(HAPPENED)], batch.scores[scored])
        if acts:
            out = self.out(self.hidden(words[batch.act_window, batch.act_word])).float()[:, len(HAPPENED) :]
            loss = loss + functional.binary_cross_entropy_with_logits(out[:, 0], batch.act_negative.float())
            loss = loss + 0.5 * functional.cross_entropy(out[:, 1:], batch.act_certainty)
        return loss

    def forward(self, words: Tensor) -> Tensor:
        """The output named above."""
        out: Tensor = self.out(self.hidden(words))
        return out


def score_loss(found: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy with each score shared between the two steps around it, and the distance of the mean."""
    place = (gold - HAPPENED[0]) / STEP
    below = place.floor().clamp(0, len(HAPPENED) - 2).long()
    above = place - below
    logs = functional.log_softmax(found, -1)
    rows = torch.arange(len(gold), device=gold.device)
    shared = -(logs[rows, below] * (1 - above) + logs[rows, below + 1] * above).mean()
    mean = logs.exp() @ torch.tensor(HAPPENED, device=gold.device)
    return shared + 0.5 * functional.smooth_l1_loss(mean, gold, beta=BEND)
