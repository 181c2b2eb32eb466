from __future__ import annotations

import pytest

from according.claims.stances import stance_of_cue
from according.records import Span
from golden_cases import cases


@pytest.mark.parametrize("case", cases("claims/stances.toml"))
def test_a_cue_expresses_its_stance(case):
    text, cue = case["text"], case["cue"]
    assert text.count(cue) == 1, "the cue must stand once in the text"
    at = text.index(cue)
    content = text.index(case["content"]) if "content" in case else None
    span = Span(start=at, end=at + len(cue))
    assert stance_of_cue(text, span, content, text[span.end :]).stance == case["stance"]
