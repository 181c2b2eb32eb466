"""The numbers are learnt again from marked mentions, here of invented reports."""

from __future__ import annotations

import json

import numpy as np
import pytest

from according.matching.happenings.documents import FEATURES as REPORTS
from according.matching.happenings.fitted import arrays
from according.matching.happenings.grouping import ALONE, FEATURES
from according.matching.happenings.scoring import log_odds
from according.matching.happenings.sketches import Sketch
from matching.happenings.sketched import raid, sketch

pytest.importorskip("torch")

from according.training import happenings as training


def topic(name: str) -> training.Topic:
    """A raid told in three reports and a vote told in two others."""
    told: list[tuple[Sketch, str, str]] = []
    for number in range(3):
        told.append((raid(f"{name}-raid-{number}"), "raid", "one"))
        told.append((sketch("fled", f"{name}-raid-{number}", actors="traders", others="Bunia"), "flight", "one"))
    for number in range(2):
        told.append((sketch("voted", f"{name}-vote-{number}", actors="council", others="Oslo"), "vote", "two"))
        told.append((sketch("spoke", f"{name}-vote-{number}", actors="mayor", others="Oslo"), f"{number}", "two"))
    means = np.random.default_rng(len(name)).normal(size=(len(told), 384)).astype(np.float32)
    return training.Topic(
        name=name,
        sketches=tuple(one for one, _, _ in told),
        means=means / np.linalg.norm(means, axis=1, keepdims=True),
        chains=tuple(f"{name}-{chain}" for _, chain, _ in told),
        stories={one.setting.report: f"{name}-{story}" for one, _, story in told},
    )


def test_a_scorer_learns_what_tells_the_pairs_apart() -> None:
    features = np.random.default_rng(3).normal(size=(400, 4)).astype(np.float32)
    pairs = training.Examples(features=features, same=features[:, 1] > 0, weights=np.ones(400, np.float32))
    found = training.learn("x", [pairs], training.Recipe(hidden=8, epochs=200, members=2, batch=128))
    assert ((log_odds("x", features, found) > 0) == pairs.same).mean() > 0.95


def test_calls_hold_whole_topics_first_and_mix_topics_of_one_fold_alone() -> None:
    given = [topic("a"), topic("b"), topic("c")]
    shown = training.calls(given, [0, 0, 1], seed=1)
    assert [call.name for call, _ in shown[:3]] == ["a", "b", "c"]
    assert all("c" not in call.name for call, at in shown if at == 0)


def test_what_is_written_is_read_back_in_half_precision() -> None:
    found = {"x.mean": np.array([1.5, -2.25], np.float32)}
    row = json.loads(training.written([topic("a")], found))["arrays"]["x.mean"]
    assert row["shape"] == [2]


def test_the_shipped_numbers_fit_the_features() -> None:
    shipped = arrays()
    assert shipped["directions"].shape == (384, 64)
    for end in ("", ".bare"):
        assert shipped[f"documents{end}.mean"].shape == (len(REPORTS),)
        assert shipped[f"together{end}.mean"].shape == (len(FEATURES),)
        assert shipped[f"apart{end}.mean"].shape == (len(ALONE),)
