"""Parts of speech and dependencies: the deep biaffine parser of Dozat & Manning (2017), greedy within sentences."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DEPREL, DIMENSIONS, UPOS
from according.training.batches import Batch

ARC, LABEL = 256, 96
"""Widths of the arc and the label vectors. Dozat & Manning use 500 and 100 on an encoder twice as wide."""


class SyntaxHead(nn.Module):
    """
    `upos` ``(batch, words, 17)``; `arcs` ``(batch, words, words)``: row a dependent, column its head,
    the diagonal for a root; `deprel` ``(batch, words, labels)`` of the best-scoring head.
    """

    outputs = ("upos", "arcs", "deprel")

    def __init__(self) -> None:
        super().__init__()
        self.upos = nn.Linear(DIMENSIONS, len(UPOS))
        self.reduce = nn.Sequential(nn.Linear(DIMENSIONS, 2 * (ARC + LABEL)), nn.GELU(), nn.Dropout(0.2))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Linear(LABEL, len(DEPREL) * (LABEL + 1))
        self.label_head = nn.Linear(LABEL, len(DEPREL))

    def scores(self, words: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores, and the label vectors of dependents and of heads."""
        dependent, head, label_dependent, label_head = self.reduce(words).split((ARC, ARC, LABEL, LABEL), -1)
        one = torch.ones_like(dependent[..., :1])
        arcs = torch.cat((dependent, one), -1) @ self.arc @ head.transpose(1, 2) / ARC**0.5
        same = sentences[:, :, None] == sentences[:, None, :]
        return torch.where(same, arcs, torch.full_like(arcs, -1e4)), label_dependent, label_head

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Label scores of dependents ``(..., LABEL)`` with one head each ``(..., LABEL)``."""
        weights = self.label(dependent).unflatten(-1, (len(DEPREL), LABEL + 1))
        pair = (weights[..., :-1] @ head.unsqueeze(-1)).squeeze(-1)
        return pair / LABEL**0.5 + weights[..., -1] + self.label_head(head)

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """Mean over words of the losses of tag, arc and label; None when no word of the batch is annotated."""
        known = batch.heads >= 0
        if not known.any():
            return None
        arcs, dependent, head = self.scores(words, batch.sentences)
        gold = batch.heads.clamp(min=0)
        chosen = head.gather(1, gold[..., None].expand_as(head))
        labels = self.labels(dependent[known], chosen[known])
        return (
            functional.cross_entropy(self.upos(words)[known], batch.upos[known])
            + functional.cross_entropy(arcs[known].float(), gold[known])
            + functional.cross_entropy(labels.float(), batch.deprel[known])
        )

    def forward(self, words: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The outputs named above."""
        arcs, dependent, head = self.scores(words, sentences)
        best = arcs.argmax(-1)
        chosen = head.gather(1, best[..., None].expand_as(head))
        return self.upos(words), arcs, self.labels(dependent, chosen)
