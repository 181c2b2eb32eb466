from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from according.claims.stances import stance_of_cue
from according.records import Span

CASES = Path(__file__).parents[1] / "cases" / "claims" / "stances.toml"


def cases() -> list:
    return [
        pytest.param(
            case, id=case["why"], marks=[pytest.mark.xfail(strict=True)] if case.get("expect") == "fail" else []
        )
        for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", cases())
def test_a_cue_expresses_its_stance(case):
    text, cue = case["text"], case["cue"]
    assert text.count(cue) == 1, "the cue must stand once in the text"
    at = text.index(cue)
    content = text.index(case["content"]) if "content" in case else None
    span = Span(start=at, end=at + len(cue))
    assert stance_of_cue(text, span, content, text[span.end :]).stance == case["stance"]
