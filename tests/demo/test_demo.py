"""The demonstration's reports are there, and nobody can take them for news."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according import demo

REPORTS = demo.reports()


def _ids(path: Path) -> str:
    return path.name


def test_there_are_ten_reports() -> None:
    assert len(REPORTS) == 10


def test_there_are_three_stories_of_several_reports() -> None:
    assert {story: len(paths) for story, paths in demo.stories().items()} == {"beira": 2, "corentyne": 6, "moroto": 2}


def test_text_pages_and_ninjs_are_among_them() -> None:
    assert sorted(path.suffix for path in REPORTS) == [".html"] * 2 + [".json"] + [".txt"] * 7


@pytest.mark.parametrize("path", REPORTS, ids=_ids)
def test_a_report_says_in_its_body_that_it_is_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = json.loads(text)["body_html"] if path.suffix == ".json" else text
    assert f"[{demo.MARK}]" in body


@pytest.mark.parametrize("path", [path for path in REPORTS if path.suffix == ".txt"], ids=_ids)
def test_a_plain_report_ends_with_the_mark(path: Path) -> None:
    assert path.read_text(encoding="utf-8").rstrip().endswith(f"[{demo.MARK}]")
