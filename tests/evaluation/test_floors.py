"""Floors rise by themselves and fall on request only; without data nothing is measured, and that is told."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation import floors
from evaluation.figures import BARS, Bar, Figure

ROOT = Path(__file__).resolve().parent.parent.parent


def figure(name: str, value: float) -> Figure:
    return Figure(name=name, value=value)


def test_a_figure_below_its_floor_fails():
    limits = floors.Floors(least={"syntax.las": 0.85})
    assert floors.failures(limits, [figure("syntax.las", 0.84)])
    assert not floors.failures(limits, [figure("syntax.las", 0.85)])


def test_a_figure_that_could_not_be_counted_fails():
    assert floors.failures(floors.Floors(least={"coref.precision": 0.7}), [figure("coref.precision", math.nan)])


def test_a_cost_above_its_ceiling_fails():
    limits = floors.Floors(most={"speed.memory_mb": 700})
    assert floors.failures(limits, [figure("speed.memory_mb", 701)])
    assert not floors.failures(limits, [figure("speed.memory_mb", 400)])


def test_a_floor_is_not_lowered_unless_asked():
    limits = floors.Floors(least={"syntax.uas": 0.9}, most={"speed.memory_mb": 400})
    worse = [figure("syntax.uas", 0.8), figure("speed.memory_mb", 600)]
    kept = floors.moved(limits, worse, may_lower=False)
    assert (kept.least, kept.most) == (limits.least, limits.most)
    lowered = floors.moved(limits, worse, may_lower=True)
    assert lowered.least["syntax.uas"] < 0.8
    assert lowered.most["speed.memory_mb"] > 600


def test_what_was_measured_stands_on_its_new_floor():
    measured = [figure("attribution.exact_f1", 0.512), figure("seed.found", 18.0), figure("speed.memory_mb", 512.0)]
    assert not floors.failures(floors.moved(floors.Floors(), measured, may_lower=False), measured)


def test_precision_alone_has_no_floor():
    moved = floors.moved(floors.Floors(), [figure("attribution.cue_exact_precision", 0.9)], may_lower=False)
    assert not moved.least


def test_floors_are_written_and_read_back_with_their_comments(tmp_path):
    path = tmp_path / "floors.toml"
    shutil.copy(floors.FILE, path)
    limits = floors.Floors(least={"seed.found": 18.0}, most={"speed.memory_mb": 700.0}, corpora={"seed": "ab12"})
    floors.save(limits, path)
    assert floors.load(path) == limits
    assert path.read_text(encoding="utf-8").startswith("# The least that each figure may be")


def test_the_file_of_floors_can_be_read():
    limits = floors.load()
    assert all(value >= 0 for value in limits.least.values())


@pytest.mark.parametrize("name", BARS)
def test_a_bar_is_met_by_itself(name):
    bar = BARS[name]
    assert bar.is_met(bar.value)
    assert not Bar(value=bar.value, at_most=bar.at_most).is_met(math.nan)


def test_without_the_data_nothing_is_measured_and_that_is_told(tmp_path):
    if not (ROOT / "src/according/tagging/__init__.py").exists():
        pytest.skip("no tagger yet")
    done = subprocess.run(
        [sys.executable, "-m", "evaluation"],
        cwd=ROOT,
        env={**os.environ, "ACCORDING_SHARED": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert f"evaluation data not found at {tmp_path / 'data'}" in done.stderr
