"""A page's bytes to its report: size, encoding and format are settled here, and the format's own reader is called."""

from __future__ import annotations

from according.errors import EmptyReport, TooLarge
from according.reading import feed, html, layout, newsml, ninjs
from according.reading.encodings import Decoded, decode
from according.reading.findings import Extract, Finding
from according.reading.formats import refuse_binary, refuse_control_characters, sniff
from according.reading.newsworthy import refuse_what_is_no_report
from according.reading.reports import of_pieces, of_text
from according.records import Page, Report
from according.settings import Settings


def read(page: Page, settings: Settings) -> Report:
    """
    The report in a page, whatever its format; found from the bytes, never from the name.

    Of plain text, `Report.text` is the decoded file, character for character, line ends and no-break
    spaces included; a byte order mark is the only thing dropped. Of other formats it is the
    extracted text: title, then each paragraph, heading and caption, with blank lines between them.

    Pure: the same page gives the same report on every day and machine.

    >>> report = read(
    ...     Page(data=b"Port shut\\n\\nANKARA, June 3 (AFP) - The port was shut on Friday, its owner said."), Settings()
    ... )
    >>> report.title, report.credits, report.dateline.place, report.published
    ('Port shut', ('AFP',), 'ANKARA', None)

    Raises:
        TooLarge: over `settings.max_bytes`.
        EmptyReport, NotText, NotNews, BadMarkup: there is no report in it; each says what was found.
        SettingsError: `page.published` is no ISO 8601 date.
    """
    where = page.path or "the text given"
    decoded = _decoded(page, settings, where)
    text = decoded.text
    if not text.strip():
        raise EmptyReport(
            where, "found nothing but white space, expected a report", "Check that the file was saved whole."
        )
    refuse_control_characters(text, where)
    encoding = [Finding(field="encoding", value=decoded.note, where=decoded.note)] if decoded.note else []
    kind = sniff(text, where)
    if kind == "text":
        refuse_what_is_no_report(text, where)
        lines = layout.lines(text)
        return of_text(page, text, lines, [*layout.findings(text, lines), *encoding])
    extract = _extract(kind, text, where)
    report = of_pieces(page, extract, encoding)
    refuse_what_is_no_report(report.text, where)
    return report


def _decoded(page: Page, settings: Settings, where: str) -> Decoded:
    """
    The page's characters.

    Raises:
        TooLarge: before anything is decoded.
    """
    size = len(page.data)
    if size > settings.max_bytes:
        unit = "bytes" if isinstance(page.data, bytes) else "characters"
        raise TooLarge(
            where,
            f"found {size:,} {unit}, expected at most {settings.max_bytes:,}",
            "Read its reports one by one; a larger limit is a setting (max_bytes).",
        )
    if isinstance(page.data, str):
        return Decoded(text=page.data.removeprefix("\ufeff"))
    if not page.data.strip():
        raise EmptyReport(
            where,
            f"found {'an empty file' if not page.data else 'nothing but white space'}, expected a report",
            "Check that the file was saved whole.",
        )
    refuse_binary(page.data, where)
    return decode(page.data, where)


def _extract(kind: str, text: str, where: str) -> Extract:
    """What the format's own reader gives."""
    extractors = {"html": html.extract, "newsml-g2": newsml.extract, "ninjs": ninjs.extract, "feed": feed.extract}
    return extractors[kind](text, where)
