"""
Whole pages through the stages that are rules: what `tests/golden/NAME.txt` shows is what is found.

The pages are the invented reports of the package. Differences are shown line by line; `make golden`
writes the files anew. What the trained model adds is not here: new weights would change every file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from according import reading, segmenting
from according.demo import reports
from according.records import Page, Report, Segmentation
from according.settings import Settings

GOLDEN = Path(__file__).resolve().parent / "golden"
PAGES = reports()


def shown(report: Report, cut: Segmentation) -> str:
    """The page as lines: metadata with where it was found, then each paragraph with its sentences and quotations."""
    found = dict(report.metadata_from)
    lines = [
        f"{field}: {getattr(report, field)!r}" + (f"  ({found[field]})" if field in found else "")
        for field in ("title", "publisher", "byline", "credits", "language")
    ]
    lines.append(f"published: {report.published!r}  ({report.published_from})")
    if report.dateline:
        lines.append(f"dateline: {report.dateline.place!r}, {report.dateline.date!r}")
    for number, paragraph in enumerate(cut.paragraphs):
        lines += ["", f"[{paragraph.kind}] {paragraph.span.start}:{paragraph.span.end}"]
        for sentence in cut.sentences:
            if sentence.paragraph == number:
                lines.append("  S " + "|".join(report.text[word.start : word.end] for word in sentence.words))
        for quotation in cut.quotations:
            if paragraph.span.holds(quotation.span):
                inner = report.text[quotation.inner.start : quotation.inner.end]
                marks = (
                    f"group {quotation.group}"
                    + ("" if quotation.closed else ", open")
                    + (", inner" if quotation.depth else "")
                )
                lines.append(f"  Q {inner!r}  ({marks})")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_and_cut_as_before(path: Path, is_rewriting_golden: bool) -> None:
    report = reading.read(Page(data=path.read_bytes(), path=path.name), Settings())
    now = shown(report, segmenting.segment(report))
    golden = GOLDEN / f"{path.stem}.txt"
    if is_rewriting_golden:
        golden.write_text(now, encoding="utf-8")
    assert golden.exists(), f"no golden page {golden.name}: make golden"
    assert now.splitlines() == golden.read_text(encoding="utf-8").splitlines(), "make golden, and read the difference"
