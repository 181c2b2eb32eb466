"""
How sure a text is that what a word names happened.

The score is UDS-IH2's (White et al. 2016; Rudinger et al. 2018): from -3, certainly did not happen, to 3. Polarity and
certainty are FactBank's (Saurí & Pustejovsky 2009), learnt from our own examples.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS
from according.training.batches import Batch
from according.vocabulary import CERTAINTIES

BEND = 0.5
"""Where the loss of the score turns from square to absolute, in score points. Rudinger et al. use 1; a guess."""


class CertaintyHead(nn.Module):
    """`happened` ``(batch, words, 6)``: the score, log odds of being negated, and scores of `CERTAINTIES`."""

    outputs = ("happened",)

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(DIMENSIONS, 384), nn.GELU(), nn.Dropout(0.2))
        self.out = nn.Linear(384, 2 + len(CERTAINTIES))

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """The sum of the losses of score, polarity and certainty, of those that are annotated."""
        scored = ~torch.isnan(batch.scores)
        acts = len(batch.act_window) > 0
        if not scored.any() and not acts:
            return None
        loss = torch.zeros((), device=words.device)
        if scored.any():
            found = self.out(self.hidden(words[scored]))[:, 0].float()
            loss = loss + functional.smooth_l1_loss(found, batch.scores[scored], beta=BEND)
        if acts:
            out = self.out(self.hidden(words[batch.act_window, batch.act_word])).float()
            loss = loss + functional.binary_cross_entropy_with_logits(out[:, 1], batch.act_negative.float())
            loss = loss + 0.5 * functional.cross_entropy(out[:, 2:], batch.act_certainty)
        return loss

    def forward(self, words: Tensor) -> Tensor:
        """The output named above."""
        out: Tensor = self.out(self.hidden(words))
        return out
