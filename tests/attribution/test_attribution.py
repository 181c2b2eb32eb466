"""Whole texts through the shipped weights, against what a careful reader marks."""

from __future__ import annotations

import pytest

from according import Reader, Report
from according.pipeline import understand
from golden_cases import cases

OUTER = " \t\r\n\u00a0\"'“”‘’`.,;:"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def pieces(content: str | list[str]) -> list[str]:
    return [content] if isinstance(content, str) else content


def plain(words: str) -> str:
    """Words as they are compared: letters and digits, one space between, without "that" before them."""
    kept = "".join(letter if letter.isalnum() else " " for letter in words).split()
    return " ".join(kept[1:] if kept[:1] == ["that"] else kept)


def found_in(text: str, attribution) -> tuple[str, str, str, str]:
    def words(spans) -> str:
        return " ".join(text[span.start : span.end] for span in spans)

    return plain(words(attribution.source)), words(attribution.cue), plain(words(attribution.content)), attribution.kind


@pytest.mark.parametrize("case", cases("attribution/relations.toml"))
def test_a_text_says_what_a_careful_reader_marks(case, reader):
    text = case["text"].strip("\n")
    record = understand(Report(id="0" * 64, text=text), reader.tagger, "test")
    found = [found_in(text, a) for a in record.attributions]
    for wanted in case["relations"]:
        source, content = plain(wanted.get("source", "")), plain(" ".join(pieces(wanted["content"])))
        same = [one for one in found if (one[0], one[2]) == (source, content)]
        assert same, f"{wanted} is not among {found}"
        assert same[0][3] == wanted["kind"]
        assert set(same[0][1].split()) & set(wanted["cue"].split())
    assert len(found) == len(case["relations"]), f"found besides: {found}"
