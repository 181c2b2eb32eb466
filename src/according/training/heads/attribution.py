"""
Cues, and what every word is to each cue.

Two steps in one pass. First each word is scored as the first word of a cue (and, to teach the
encoder, as part of any source, cue or content). Then, for each likely cue, a small transformer
layer reads the window again from that cue's point of view and labels every word: source, cue,
content or nothing *of this cue*. Discontinuous contents, shared sources and a cue within
another's content need no linking step and no rule about crossing: each cue has its own row.

Nearest in the literature: span-based and predicate-conditioned semantic role labelling (He et
al. 2017, "Deep Semantic Role Labeling"); for attribution, PolNeAR's baselines (Newell et al. 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS, LINKS, ROLES
from according.training.batches import Batch
from according.training.encoder import Layer

WIDTH, NEAR = 192, 24
"""Width of the second step; distances beyond `NEAR` words count by their logarithm. Guesses; see MODEL_CARD."""

CANDIDATE = 0.08
"""A word with at least this probability is read as a possible cue at run time. Its recall of cues: MODEL_CARD."""


class AttributionHead(nn.Module):
    """
    `anchors` ``(batch, words)``: log odds that a cue begins; `roles` ``(batch, words, 3)``: log odds of
    being in any source, cue, content; `cue_window`, `cue_word` ``(cues)``: which words were read as
    cues; `cue_odds` ``(cues)``: log odds after the second step; `links` ``(cues, words, 7)``: scores of
    `LINKS`.
    """

    outputs = ("anchors", "roles", "cue_window", "cue_word", "cue_odds", "links")

    def __init__(self) -> None:
        super().__init__()
        self.anchor = nn.Sequential(nn.Linear(DIMENSIONS, 192), nn.GELU(), nn.Dropout(0.1), nn.Linear(192, 1))
        self.roles = nn.Linear(DIMENSIONS, len(ROLES))
        self.word = nn.Linear(DIMENSIONS, WIDTH)
        self.cue = nn.Linear(DIMENSIONS, 2 * WIDTH)
        self.place = nn.Embedding(64, WIDTH)
        self.normalise = nn.LayerNorm(WIDTH)
        self.read = Layer(WIDTH, 6, 2 * WIDTH)
        self.confirm = nn.Linear(WIDTH, 1)
        self.links = nn.Linear(WIDTH, len(LINKS))

    def places(self, cue_word: Tensor, sentences: Tensor) -> Tensor:
        """Numbers of the place embedding: before or after the cue, how far, in its sentence or not."""
        words = torch.arange(sentences.shape[1], device=cue_word.device)
        away = words[None, :] - cue_word[:, None]
        far = away.abs()
        step = torch.where(far < 8, far, (8 + (far.clamp(min=1).float() / 8).log2() * 2.5).long().clamp(max=15))
        same = (sentences == sentences.gather(1, cue_word[:, None])).long()
        return step + 16 * (away > 0).long() + 32 * same

    def second(self, words: Tensor, sentences: Tensor, window: Tensor, word: Tensor) -> tuple[Tensor, Tensor]:
        """`cue_odds` ``(cues)`` and `links` ``(cues, words, 7)`` of the cues that begin at `word` in `window`."""
        shown = self.word(words)[window]
        shift, scale = self.cue(words[window, word]).chunk(2, -1)
        own = sentences[window]
        hidden = shown * (1 + scale[:, None]) + shift[:, None] + self.place(self.places(word, own))
        mask = ((own < 0).to(hidden.dtype) * -1e4)[:, None, None, :]
        hidden = self.read(self.normalise(hidden), mask)
        at = hidden.gather(1, word[:, None, None].expand(-1, 1, WIDTH)).squeeze(1)
        return self.confirm(at).squeeze(-1), self.links(hidden)

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """The sum of four losses: anchors, roles, links of gold cues, confirmation of gold and of mistaken cues."""
        counted = batch.anchor_counts > 0
        if not counted.any():
            return None
        anchors = self.anchor(words).squeeze(-1).float()
        gold = batch.anchors.float()
        anchor_loss = functional.binary_cross_entropy_with_logits(anchors[counted], gold[counted])
        roles = self.roles(words).float()[batch.role_counts]
        role_loss = functional.binary_cross_entropy_with_logits(roles, batch.roles[batch.role_counts].float())
        loss = 10 * anchor_loss + 2 * role_loss
        mistaken = (anchors.detach() > -2.4) & (batch.anchors == 0) & counted
        wrong = mistaken.nonzero()
        wrong = wrong[torch.randperm(len(wrong), device=wrong.device)[: len(batch.cue_window) // 2 + 4]]
        window = torch.cat((batch.cue_window, wrong[:, 0]))
        if not len(window):
            return loss
        odds, links = self.second(words, batch.sentences, window, torch.cat((batch.cue_word, wrong[:, 1])))
        real = torch.zeros(len(window), device=odds.device)
        real[: len(batch.cue_window)] = 1
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(odds.float(), real)
        if len(batch.cue_window):
            found = links[: len(batch.cue_window)].float()
            loss = loss + 4 * functional.cross_entropy(found.flatten(0, 1), batch.links.flatten(), ignore_index=-100)
        return loss

    def forward(self, words: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """The outputs named above."""
        anchors = self.anchor(words).squeeze(-1)
        likely = (anchors.sigmoid() > CANDIDATE) & (sentences >= 0)
        at = likely.nonzero()
        window, word = at[:, 0], at[:, 1]
        odds, links = self.second(words, sentences, window, word)
        return anchors, self.roles(words), window, word, odds, links
