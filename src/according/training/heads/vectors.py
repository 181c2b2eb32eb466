"""A vector for each sentence, kept close to what the original model gives, for matching across reports."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS
from according.training.batches import Batch


class VectorsHead(nn.Module):
    """`vectors` ``(batch, words, 384)``: shares; a sentence's vector is the mean of its words', of length 1."""

    outputs = ("vectors",)

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(DIMENSIONS, DIMENSIONS)
        with torch.no_grad():
            self.project.weight.copy_(torch.eye(DIMENSIONS))
            self.project.bias.zero_()

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """One less the cosine to the original model's vector, mean over sentences."""
        if batch.teacher is None or not len(batch.teacher):
            return None
        shares = self.project(words).flatten(0, 1).float()
        total = torch.zeros(len(batch.teacher), DIMENSIONS, device=shares.device)
        rows = batch.teacher_rows.flatten()
        total.index_add_(0, rows[rows >= 0], shares[rows >= 0])
        return 1 - functional.cosine_similarity(total, batch.teacher, dim=-1).mean()

    def forward(self, words: Tensor) -> Tensor:
        """The output named above."""
        shares: Tensor = self.project(words)
        return shares
