"""Pairs of invented reports, read by the whole pipeline: one story or two."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from according import Reader
from according.matching.stories import Outline, keys, likeness, outline, stories
from according.records import Page

CASES = Path(__file__).parents[2] / "cases" / "matching" / "stories.toml"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=case["why"], marks=[pytest.mark.xfail(strict=True)] if case.get("expect") else [])
        for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    ]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, side: dict[str, str]) -> Outline:
    text = f"{side['title']}\n\n{side['text']}\n"
    return outline(reader.read_page(Page(data=text, title=side["title"], published=side.get("published"))))


@pytest.mark.parametrize("case", cases())
def test_two_reports_are_one_story_or_two(case: dict[str, Any], reader: Reader) -> None:
    first, second = read(reader, case["first"]), read(reader, case["second"])
    found = likeness(first, second)
    groups = stories({"first": first, "second": second}, {("first", "second"): found})
    assert (len(groups) == 1) is case["same"], [(step.rule, step.value, step.score) for step in found.why]
    if case["same"]:
        assert not set(keys(first)).isdisjoint(keys(second)), "blocking would never compare them"
