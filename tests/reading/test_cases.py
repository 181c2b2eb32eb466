"""The golden cases of reading: `tests/cases/reading/*.toml`. A newcomer's first contribution is five lines there."""

from __future__ import annotations

import pytest

from according import errors
from according.reading import read
from according.records import Page, Report
from according.settings import Settings
from golden_cases import FOLDER, cases

PAGES = FOLDER / "reading" / "pages"


def page(case: dict) -> Page:
    """What the case gives to read: a `page` of the folder, `hex` bytes, or `text` in its `encoding`."""
    if "page" in case:
        data: bytes | str = (PAGES / case["page"]).read_bytes()
    elif "hex" in case:
        data = bytes.fromhex(case["hex"])
    else:
        data = case["text"].encode(case.get("encoding", "utf-8"))
    return Page(data=data, path=case.get("path", case.get("page", "report")), **case.get("given", {}))


def found(report: Report, field: str) -> object:
    """A field of the report as the cases write it down."""
    if field in {"place", "date"}:
        return getattr(report.dateline, field) or "" if report.dateline else ""
    if field == "dateline":
        return " ".join(report.text[span.start : span.end] for span in report.dateline.spans).strip()
    if field == "credits":
        return list(report.credits)
    if field == "blocks":
        return [[block.kind, report.text[block.span.start : block.span.end]] for block in report.blocks]
    if field == "from":
        return dict(report.metadata_from)
    return getattr(report, field) or ""


@pytest.mark.parametrize("case", cases("reading/*.toml"))
def test_case(case: dict) -> None:
    if "error" in case:
        with pytest.raises(errors.AccordingError) as raised:
            read(page(case), Settings(max_bytes=case.get("max_bytes", 10_000_000)))
        assert type(raised.value).__name__ == case["error"], raised.value
        assert raised.value.advice
        for words in case["says"]:
            assert words in str(raised.value)
        return
    report = read(page(case), Settings())
    for field, expected in case["report"].items():
        if field == "from":
            assert expected.items() <= found(report, field).items(), found(report, field)
        elif field == "blocks":
            blocks = found(report, field)
            assert [kind for kind, _ in blocks] == [kind for kind, _ in expected], blocks
            assert all(words.startswith(start) for (_, words), (_, start) in zip(blocks, expected, strict=True)), blocks
        else:
            assert found(report, field) == expected, report
    for words in case.get("holds", ()):
        assert words in report.text
    for words in case.get("lacks", ()):
        assert words not in report.text
