"""A run that starts from an earlier checkpoint. Needs the extra [training]."""

from __future__ import annotations

import pytest

# ruff: noqa: E402 - what follows needs what is asked for here
torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")

from according.errors import TrainingError
from according.training.run import take


def small(**heads) -> torch.nn.Module:
    """A model with the names that count: an encoder, and heads by name."""
    made = torch.nn.Module()
    made.encoder = torch.nn.Linear(2, 2)
    made.heads = torch.nn.ModuleDict(heads)
    return made


def saved(model: torch.nn.Module, folder, without: str = "-", **more):
    kept = {name: value for name, value in model.state_dict().items() if not name.startswith(without)}
    torch.save({"averaged": kept | more}, folder / "start.pt")
    return folder / "start.pt"


def test_a_head_that_the_checkpoint_does_not_know_keeps_its_fresh_weights(tmp_path):
    given, model = small(old=torch.nn.Linear(2, 2)), small(old=torch.nn.Linear(2, 2), new=torch.nn.Linear(2, 2))
    fresh = model.heads["new"].weight.clone()
    take(model, saved(given, tmp_path))
    assert torch.equal(model.heads["new"].weight, fresh)
    assert torch.equal(model.heads["old"].weight, given.heads["old"].weight)
    assert torch.equal(model.encoder.weight, given.encoder.weight)


def test_a_weight_that_the_model_has_not_is_refused(tmp_path):
    given = small(old=torch.nn.Linear(2, 2))
    path = saved(given, tmp_path, **{"heads.strange.weight": torch.zeros(2)})
    with pytest.raises(TrainingError, match=r"has beyond the model \['heads.strange.weight'\]"):
        take(small(old=torch.nn.Linear(2, 2)), path)


@pytest.mark.parametrize("missing", ["heads.old.bias", "encoder.bias"])
def test_a_part_of_a_head_or_of_the_encoder_that_is_missing_is_refused(tmp_path, missing):
    given = small(old=torch.nn.Linear(2, 2))
    with pytest.raises(TrainingError, match=f"lacks .*{missing}"):
        take(small(old=torch.nn.Linear(2, 2)), saved(given, tmp_path, without=missing))
