"""What each head's loss counts, on random vectors of words. Needs the extra [training]."""

from __future__ import annotations

from dataclasses import replace

import pytest

# ruff: noqa: E402 - what follows needs what is asked for here
torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")

from according.tagging.labels import DIMENSIONS, EVENTS, HAPPENED
from according.training.batches import Batch, collate
from according.training.heads import HEADS
from according.training.heads.certainty import score_loss
from according.training.heads.events import CONCEDE, RETREAT, EventsHead, fold
from training.annotated import bare, full, whole


@pytest.fixture(autouse=True, scope="module")
def _one_thread():
    """So little is computed that threads only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def batch(*documents) -> Batch:
    return collate([whole(one) for one in documents])


def vectors(given: Batch) -> torch.Tensor:
    torch.manual_seed(7)
    return torch.randn(*given.sentences.shape, DIMENSIONS)


@pytest.mark.parametrize("name", HEADS)
def test_a_few_steps_lower_the_loss(name):
    torch.manual_seed(7)
    head, given = HEADS[name]().eval(), batch(full(), bare())
    words = vectors(given)
    optimizer = torch.optim.AdamW(head.parameters(), lr=3e-3)
    losses = []
    for _ in range(6):
        loss = head.loss(words, given)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]


@pytest.mark.parametrize("name", HEADS)
def test_a_head_learns_nothing_from_a_batch_without_its_annotation(name):
    given = batch(bare(), bare())
    assert HEADS[name]().loss(vectors(given), given) is None


def test_a_pair_alone_teaches_the_events_head():
    paired = bare()
    paired.pairs = full().pairs
    given = batch(paired)
    assert EventsHead().loss(vectors(given), given).item() > 0


def test_concede_and_retreat_are_one_type_to_a_pair():
    given = batch(full())
    head, words = EventsHead().eval(), vectors(given)
    for parameter in head.parties.parameters():
        torch.nn.init.zeros_(parameter)
    actors, recipients = head.linked(words)

    def loss(label: str) -> float:
        types = torch.zeros(*given.sentences.shape, len(EVENTS))
        types[0, 1, EVENTS.index(label)] = 5.0
        return head.pair_loss(words, types, actors, recipients, given).item()

    assert loss("CONCEDE") == pytest.approx(loss("RETREAT"))
    assert loss("RETREAT") < loss("ASSAULT")


def test_folding_keeps_the_sum_and_the_other_types():
    scores = torch.randn(3, 16)
    folded = fold(scores)
    others = [column for column in range(16) if column not in (CONCEDE, RETREAT)]
    assert torch.equal(folded[:, others], scores[:, others])
    assert torch.allclose(folded.logsumexp(1), scores.logsumexp(1))
    assert float(folded.softmax(1)[:, CONCEDE].sum()) == 0


def test_padding_beside_a_longer_window_changes_no_pair():
    longer = bare()
    longer.pairs = full().pairs
    alone = batch(longer)
    head, words = EventsHead().eval(), vectors(alone)
    padded = replace(alone, **{
        name: torch.nn.functional.pad(getattr(alone, name), (0, 3), value=value)
        for name, value in (("sentences", -1), ("types", -1), ("pair_actors", 0), ("pair_recipients", 0))
    })  # fmt: skip
    wider = torch.cat((words, torch.randn(1, 3, DIMENSIONS)), 1)
    assert head.loss(words, alone).item() == pytest.approx(head.loss(wider, padded).item(), abs=1e-4)


@pytest.mark.parametrize("gold", [-3.0, -2.9, 0.0, 2.4, 3.0])
def test_a_score_is_learnt_wherever_it_lies_on_the_scale(gold):
    right = torch.tensor([[-20.0 * abs(step - gold) for step in HAPPENED]])
    far = 3.0 if gold < 0 else -3.0
    wrong = torch.tensor([[-20.0 * abs(step - far) for step in HAPPENED]])
    gold = torch.tensor([gold])
    assert torch.isfinite(score_loss(right, gold))
    assert float(score_loss(right, gold)) < float(score_loss(wrong, gold))
