"""Two checkpoints as one."""

from __future__ import annotations

import pytest

# ruff: noqa: E402 - what follows needs what is asked for here
torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")

from according.errors import TrainingError
from according.training.blending import blend


def kept(path, **weights):
    torch.save({"averaged": weights, "recipe": {}, "run": {}, "step": 1}, path)
    return path


def test_a_share_is_taken_of_what_both_have_and_the_rest_stays(tmp_path):
    one = kept(tmp_path / "one.pt", shared=torch.zeros(2), own=torch.ones(1))
    other = kept(tmp_path / "other.pt", shared=torch.ones(2))
    found = torch.load(blend(one, other, 0.25, tmp_path / "both.pt"), weights_only=False)["averaged"]
    assert found["shared"].tolist() == [0.25, 0.25]
    assert found["own"].tolist() == [1.0]


def test_weights_of_another_shape_and_a_share_beyond_the_whole_are_refused(tmp_path):
    one = kept(tmp_path / "one.pt", shared=torch.zeros(2))
    other = kept(tmp_path / "other.pt", shared=torch.ones(3))
    with pytest.raises(TrainingError, match="another shape"):
        blend(one, other, 0.5, tmp_path / "both.pt")
    with pytest.raises(TrainingError, match="0 to 1"):
        blend(one, one, 1.5, tmp_path / "both.pt")
