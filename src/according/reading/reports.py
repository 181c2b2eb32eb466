"""
From what a format gave to the `Report`: the text, its blocks, and each field with where it was found.

What the caller gave wins over all; then the candidates in the order in which the format found them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from according.errors import NotText, SettingsError
from according.reading import agencies, datelines, languages
from according.reading.credits import find
from according.reading.dates import iso_exactly
from according.reading.findings import Extract, Finding, Line, Piece
from according.reading.layout import tail
from according.records import Block, Page, Report, Span

BETWEEN = "\n\n"
"""What stands between two pieces of an extracted text: a blank line, as between paragraphs of plain text."""

GIVEN = ("title", "url", "publisher", "byline")


def of_text(page: Page, text: str, lines: list[Line], findings: Iterable[Finding]) -> Report:
    """The report of a plain text, which is kept character for character; it has no blocks."""
    return _report(page, text, lines, list(findings), blocks=())


def of_pieces(page: Page, extract: Extract, findings: Iterable[Finding] = ()) -> Report:
    """The report of an extract: its pieces with blank lines between them, a block each."""
    text, blocks = _joined(extract.pieces)
    lines = [Line(start=block.span.start, end=block.span.end, kind=block.kind) for block in blocks]
    return _report(page, text, lines, [*extract.findings, *tail(text, lines), *findings], blocks=blocks)


def _joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of the pieces and the block of each."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        if not piece.text:
            continue
        blocks.append(Block(kind=piece.kind, span=Span(start=start, end=start + len(piece.text))))
        parts.append(piece.text)
        start += len(piece.text) + len(BETWEEN)
    return BETWEEN.join(parts), tuple(blocks)


def _report(page: Page, text: str, lines: list[Line], findings: list[Finding], blocks: tuple[Block, ...]) -> Report:
    """The report, every field with where it was found."""
    told: dict[str, Finding] = {}
    for finding in (*_given(page), *findings):
        told.setdefault(finding.field, finding)
    opening = _opening(text, lines)
    full = datelines.full_date_of(opening) if opening else None
    if full:
        told.setdefault("published", Finding(field="published", value=full, where="dateline"))
    published = told.get("published")
    _settle_language(text, told)
    dateline = datelines.dateline(opening, published.value if published else None) if opening else None
    names, names_from = _credits(text, lines, opening, told.get("byline"), findings)
    where = [(field, told[field].where) for field in (*GIVEN, "language", "encoding") if field in told]
    where += [("credits", names_from)] if names else []
    where += [("dateline", "text")] if dateline else []
    where += _other_dates(published, findings)
    try:
        identity = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as fault:
        raise NotText(
            page.path or "the text given",
            f"character {fault.start + 1} is half of a surrogate pair, which no text holds",
            "Decode the text again with its right encoding.",
        ) from fault
    values = {field: told[field].value if field in told else None for field in (*GIVEN, "language", "published")}
    return Report(
        id=identity,
        text=text,
        path=page.path,
        credits=names,
        dateline=dateline,
        published_from=published.where if published else None,
        metadata_from=tuple(where),
        blocks=blocks,
        **values,
    )


def _given(page: Page) -> list[Finding]:
    """
    What the caller gave.

    Raises:
        SettingsError: the date of publication is not in ISO 8601.
    """
    found = [Finding(field=field, value=value, where="given") for field in GIVEN if (value := getattr(page, field))]
    if page.published:
        moment = iso_exactly(page.published)
        if moment is None:
            raise SettingsError(
                page.path or "the text given",
                f'found "{page.published}" as the date of publication, expected an ISO 8601 date or date and time',
                "Give it as --published 2015-09-09 or --published 2015-09-09T14:30:00+03:00.",
            )
        found.append(Finding(field="published", value=moment, where="given"))
    return found


SEARCHED = 5
"""Paragraphs from the top in which a dateline is looked for: headline, standfirst, byline may stand above it."""


def _opening(text: str, lines: list[Line]) -> datelines.Opening | None:
    """The report's dateline: the first that opens a line of the report's top, captions and headings left out."""
    searched = [line for line in lines if line.kind in {None, "paragraph", "dateline", "list-item"}][: SEARCHED + 4]
    for line in searched:
        found = (
            datelines.element(text, line.start, line.end)
            if line.kind == "dateline"
            else datelines.opening(text, line.start, line.end)
        )
        if found:
            return found
        if len(text[line.start : line.end].split()) > 60:
            return None
    return None


def _credits(
    text: str, lines: list[Line], opening: datelines.Opening | None, byline: Finding | None, findings: list[Finding]
) -> tuple[tuple[str, ...], str]:
    """
    The agencies credited, each once, in the order of the text, and where they were found.

    An element that is there for credits is taken whole where it names no agency that is known;
    what a page only calls its source is not.
    """
    placed = sorted([*find(text, lines), *(opening.agencies if opening else ())])
    sources = [("text", [name for _, name in placed])]
    if byline:
        sources.append(("byline", list(agencies.of_byline(byline.value))))
    for finding in findings:
        if finding.field == "credits":
            known = [name for _, name in agencies.named(finding.value)]
            whole = [finding.value] if finding.where.endswith(("creditline", "infosources")) else []
            sources.append((finding.where, known or whole))
    distinct: dict[str, str] = {}
    for _, names in sources:
        for name in names:
            distinct.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(distinct.values()), ", ".join(dict.fromkeys(where for where, names in sources if names))


def _settle_language(text: str, told: dict[str, Finding]) -> None:
    """Put the language among what is told: as declared, unless the words show another; else by the words."""
    declared = languages.primary(told["language"].value) if "language" in told else None
    shown = languages.of_words(text)
    if shown and declared and shown != declared:
        told["language"] = Finding(
            field="language", value=shown, where=f'words, against "{declared}" of {told["language"].where}'
        )
    elif declared:
        told["language"] = Finding(field="language", value=declared, where=told["language"].where)
    elif shown:
        told["language"] = Finding(field="language", value=shown, where="words")
    else:
        told.pop("language", None)


def _other_dates(published: Finding | None, findings: list[Finding]) -> list[tuple[str, str]]:
    """The dates of publication found elsewhere that name another day than the one taken."""
    days = {published.value[:10]} if published else set()
    found: list[tuple[str, str]] = []
    for finding in findings:
        if finding.field == "published" and finding.value[:10] not in days:
            days.add(finding.value[:10])
            found.append(("published, another candidate", f"{finding.where}: {finding.value}"))
    return found
