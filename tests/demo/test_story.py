"""The demonstration's story, by the real reader and the real matching: nothing of it is given beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import according
from according import demo
from according.matching.boards import Board, board
from according.records import Page
from according.store import Ledger

WEIGHTS = Path(according.__file__).parent / "tagging" / "weights" / "encoder.onnx"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    if not WEIGHTS.exists():
        pytest.skip("no weights in the package yet: make train")
    reader = according.Reader()
    with Ledger.open(tmp_path_factory.mktemp("demo") / "demo.db", create=True) as opened:
        for path in demo.reports():
            opened.add(reader.read_page(Page(data=path.read_bytes(), path=path.name)))
        yield opened


@pytest.fixture(scope="module")
def shown(ledger: Ledger) -> Board:
    first = "corentyne-1-wire.txt"
    story = ledger.story(first)
    return board(story, ledger.records(story.reports), ledger.relations(first), ledger.origins())


def test_the_reports_are_three_stories(ledger: Ledger) -> None:
    assert sorted(len(story.reports) for story in ledger.stories()) == [2, 2, 6]


def test_six_reports_have_two_origins(shown: Board) -> None:
    agency, rival = shown.lineages
    assert len(agency.reports) == 5
    assert [report.outlet for report in rival.reports] == ["The Essequibo Observer"]
    assert agency.joins


def test_the_toll_moves_by_one_body_and_is_contradicted_by_another(shown: Board) -> None:
    killed = next(series for series in shown.figures if series.measure == "killed")
    moved = [(count.low, count.change) for count in killed.counts if count.voice.name == "Wilma Sardjoe-Amat"]
    assert moved == [(1, None), (2, "updates")]
    assert [(conflict.one.low, conflict.other.low) for conflict in killed.conflicts] == [(2, 3)]


def test_another_government_denies(shown: Board) -> None:
    denied = {row.voice.name: row for row in shown.sayings if row.stand == "denied"}
    assert denied["Guyana's government"].voice.country == "GUY"


def test_the_hedge_that_two_retellings_dropped_is_shown(shown: Board) -> None:
    lost = {hedge.after.outlet for hedge in shown.hedges if "possibly" in hedge.before.hedges}
    assert lost == {"The Gulf of Paria Herald", "The Marowijne Post"}


def test_a_source_that_is_not_named_is_shown_by_its_description(shown: Board) -> None:
    assert {"not-authorised", "safety"} <= {row.voice.grounds for row in shown.sayings}
