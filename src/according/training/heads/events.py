"""
Events: which words name one, of which type, and which words are its actor and its recipient.

Each word is scored as a trigger (type, mode, status), and each pair of words twice by a biaffine
product (Dozat & Manning 2017): how likely the second stands in the phrase of the first's actor,
and of its recipient. A corpus that gives actor, recipient and type but no trigger teaches the same
scores: the trigger is summed over, as in latent-variable relation extraction (Zeng et al. 2015 take
the best instead of the sum).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.tagging.labels import DIMENSIONS, EVENT_STATUSES, EVENTS, MODES
from according.training.batches import Batch

HIDDEN, PARTY = 256, 128
"""Widths of the trigger's hidden layer and of the vectors of parties. Guesses."""

PLOVER = 17
"""The labels of `EVENTS` up to here are "none" and PLOVER's types."""

CONCEDE, RETREAT = EVENTS.index("CONCEDE") - 1, EVENTS.index("RETREAT") - 1


class EventsHead(nn.Module):
    """
    `acts` ``(batch, words, 20)``: scores of `EVENTS`; `modes` ``(batch, words, 66)``; `act_statuses`
    ``(batch, words, 5)``; `actors`, `recipients` ``(batch, words, words)``: log odds that the column stands
    in the phrase of the row's actor or recipient; `parties` ``(batch, words, 32)``: what a word as actor, then as
    recipient, adds to each PLOVER type.
    """

    outputs = ("acts", "modes", "act_statuses", "actors", "recipients", "parties")

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(DIMENSIONS, HIDDEN), nn.GELU(), nn.Dropout(0.2))
        self.types = nn.Linear(HIDDEN, len(EVENTS))
        self.modes = nn.Linear(HIDDEN, len(MODES))
        self.statuses = nn.Linear(HIDDEN, len(EVENT_STATUSES))
        self.reduce = nn.Sequential(nn.Linear(DIMENSIONS, 4 * PARTY), nn.GELU(), nn.Dropout(0.2))
        self.actor = nn.Parameter(torch.zeros(PARTY + 1, PARTY))
        self.recipient = nn.Parameter(torch.zeros(PARTY + 1, PARTY))
        self.odds = nn.Parameter(torch.full((2,), -2.0))
        self.parties = nn.Sequential(
            nn.Linear(DIMENSIONS, PARTY), nn.GELU(), nn.Dropout(0.2), nn.Linear(PARTY, 2 * (PLOVER - 1))
        )

    def linked(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """`actors` and `recipients`."""
        acts_a, acts_r, words_a, words_r = self.reduce(words).split(PARTY, -1)
        one = torch.ones_like(acts_a[..., :1])
        actors = torch.cat((acts_a, one), -1) @ self.actor @ words_a.transpose(1, 2) / PARTY**0.5
        recipients = torch.cat((acts_r, one), -1) @ self.recipient @ words_r.transpose(1, 2) / PARTY**0.5
        return actors + self.odds[0], recipients + self.odds[1]

    def loss(self, words: Tensor, batch: Batch) -> Tensor | None:
        """The sum of the losses of triggers, of their parties, and of pairs whose trigger is not marked."""
        known = batch.types >= 0
        paired = len(batch.pair_window) > 0
        if not known.any() and not paired:
            return None
        hidden = self.hidden(words)
        types = self.types(hidden).float()
        actors, recipients = (scores.float() for scores in self.linked(words))
        loss = torch.zeros((), device=words.device)
        if known.any():
            loss = loss + 3 * functional.cross_entropy(types[known], batch.types[known])
        if len(batch.act_window):
            at = hidden[batch.act_window, batch.act_word]
            loss = loss + functional.cross_entropy(self.modes(at).float(), batch.act_modes)
            loss = loss + 0.3 * functional.cross_entropy(self.statuses(at).float(), batch.act_statuses)
            for scores, gold in ((actors, batch.act_actors), (recipients, batch.act_recipients)):
                rows = scores[batch.act_window, batch.act_word]
                counted = gold >= 0
                loss = loss + 2 * functional.binary_cross_entropy_with_logits(rows[counted], gold[counted].float())
        if paired:
            loss = loss + self.pair_loss(words, types, actors, recipients, batch)
        return loss

    def pair_loss(self, words: Tensor, types: Tensor, actors: Tensor, recipients: Tensor, batch: Batch) -> Tensor:
        """Of the right type, given actor and recipient; and that some word names it with these parties."""
        window = batch.pair_window
        masks = batch.pair_actors, batch.pair_recipients
        real = ((batch.sentences >= 0) & (batch.types != 0))[window]
        joint = functional.log_softmax(types, -1)[window][..., 1:PLOVER]
        for scores, mask in zip((actors, recipients), masks, strict=True):
            joint = joint + shared(functional.logsigmoid(scores)[window], mask)[..., None]
        joint = joint.masked_fill(~real[..., None], -1e4).logsumexp(1)
        gold = batch.pair_type - 1
        found = -fold(joint).gather(1, gold[:, None]).clamp(max=-1e-4).mean()
        return functional.cross_entropy(fold(joint + self.of_parties(words, window, masks)), gold) + 0.2 * found

    def of_parties(self, words: Tensor, window: Tensor, masks: tuple[Tensor, Tensor]) -> Tensor:
        """``(pairs, 16)``: what the two parties themselves add to each type."""
        scores = self.parties(words).float()[window]
        as_actor, as_recipient = scores.split(PLOVER - 1, -1)
        total: Tensor = sum(  # type: ignore[assignment]
            (part * mask[..., None]).sum(1) / mask.sum(1).clamp(min=1)[:, None]
            for part, mask in zip((as_actor, as_recipient), masks, strict=True)
        )
        return total

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """The outputs named above."""
        hidden = self.hidden(words)
        return self.types(hidden), self.modes(hidden), self.statuses(hidden), *self.linked(words), self.parties(words)


def fold(scores: Tensor) -> Tensor:
    """
    Scores of PLOVER's types with CONCEDE joined to RETREAT, which PLV does not tell apart.

    The column of CONCEDE stays, with a score that no softmax sees.
    """
    both = scores[:, [CONCEDE, RETREAT]].logsumexp(1)
    columns = list(scores.unbind(1))
    columns[CONCEDE], columns[RETREAT] = torch.full_like(both, -1e4), both
    return torch.stack(columns, 1)


def shared(scores: Tensor, mask: Tensor) -> Tensor:
    """``(pairs, words)``: the mean of `scores` ``(pairs, words, words)`` over the mask; 0 where it is empty."""
    weights = mask.float()
    return (scores @ weights[..., None]).squeeze(-1) / weights.sum(1).clamp(min=1)[:, None]
