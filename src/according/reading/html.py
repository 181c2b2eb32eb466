"""HTML pages: the article, its metadata, and the refusal of pages that hold none."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from according.errors import BadMarkup
from according.reading import metadata
from according.reading.articles import FEWEST_WORDS, body
from according.reading.credits import is_credit_line
from according.reading.findings import Extract, Finding, Piece, evened
from according.reading.layout import date_line
from according.reading.markup import html_tree, text_of

LATEST_DATE = "2199-12-31"
"""Given to htmldate, which else asks the clock; reading must give the same on every day."""

WALLS = (
    (re.compile(r"(?:log|sign)\s?in\b.{0,80}\b(?:continue|read|access|account)|already a (?:subscriber|member)|subscribe (?:now )?to (?:continue|read|unlock)|this (?:article|content) is (?:for|only)", re.IGNORECASE | re.DOTALL), "a page that asks to log in or subscribe"),
    (re.compile(r"(?:use|accept|uses)\b.{0,60}\bcookies|cookie (?:policy|settings|preferences)|we value your privacy|your (?:privacy )?choices", re.IGNORECASE | re.DOTALL), "a page that asks to accept cookies"),
    (re.compile(r"(?:enable|requires?|turn on)\s+java\s?script|are you a (?:human|robot)|captcha|checking your browser|unusual traffic", re.IGNORECASE), "a page that checks the browser"),
    (re.compile(r"(?:404|page|article)\s*(?:-|:|was|is|could)?\s*(?:not (?:be )?found|no longer available)|access denied|403 forbidden|service unavailable|bad gateway", re.IGNORECASE), "a page that reports an error of the site"),
)  # fmt: skip
"""What stands on a page in place of its article."""


def extract(text: str, where: str) -> Extract:
    """
    The article of a page and all that the page declares about itself.

    Raises:
        BadMarkup: no article in it; says whether a login, cookie or error page stands there instead.
    """
    tree = html_tree(text, where)
    findings = [*metadata.findings(tree), *_htmldate(tree)]
    title = _title(findings)
    found = _without_title(body(tree), title)
    words = sum(len(piece.text.split()) for piece in found)
    if words < FEWEST_WORDS:
        repeated = metadata.article_body(tree)
        if repeated and len(repeated.split()) > words:
            parts = re.split(r"\s*\n\s*|\s{3,}", repeated)
            found = [Piece(kind="paragraph", text=evened(part)) for part in parts if part.strip()]
            words = len(repeated.split())
    _refuse_walls(tree, found, words, where)
    top = [Piece(kind="title", text=title)] if title else []
    return Extract(pieces=(*top, *found), findings=tuple(_without_site(findings)))


def _title(findings: list[Finding]) -> str | None:
    """The page's title without the site's name; None when it has none."""
    return next((finding.value for finding in _without_site(findings) if finding.field == "title"), None)


def _without_site(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, titles without the " | Harbour Post" that sites put behind them."""
    sites = {finding.value.casefold() for finding in findings if finding.field == "publisher"}
    for finding in findings:
        if finding.field == "title":
            parts = re.split(r"\s+[|–—·»-]\s+", finding.value)
            if len(parts) > 1 and (
                parts[-1].casefold() in sites or (finding.where == "title tag" and len(parts[-1].split()) <= 4)
            ):
                value = finding.value[: finding.value.rindex(parts[-1])].rstrip(" |–—·»-")
                yield Finding(field="title", value=value, where=finding.where)
                continue
        yield finding


def _htmldate(tree: HtmlElement) -> Iterator[Finding]:
    """The date that htmldate makes out, without its widest search, which takes any date on the page."""
    from htmldate import find_date

    value = find_date(copy.deepcopy(tree), original_date=True, extensive_search=False, max_date=LATEST_DATE)
    if value:
        yield Finding(field="published", value=value, where="htmldate")


def _without_title(body: list[Piece], title: str | None) -> list[Piece]:
    """The body without the headline and what repeats it, and with date lines and credits marked as such."""
    found: list[Piece] = []
    seen_text = False
    for piece in body:
        if not seen_text and piece.kind == "heading" and title and _alike(piece.text, title):
            continue
        seen_text = seen_text or (piece.kind == "paragraph" and len(piece.text.split()) > 12)
        if piece.kind in {"paragraph", "heading", "list-item"}:
            if is_credit_line(piece.text):
                piece = Piece(kind="credit", text=piece.text)
            elif date_line(piece.text):
                piece = Piece(kind="date", text=piece.text)
        found.append(piece)
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two headlines are the same or nearly: most words shared."""
    left, right = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return bool(left & right) and len(left & right) >= 0.6 * min(len(left), len(right))


def _refuse_walls(tree: HtmlElement, body: list[Piece], words: int, where: str) -> None:
    """
    Nothing, when there is an article.

    Raises:
        BadMarkup: there is none.
    """
    told = " ".join(piece.text for piece in body)
    everything = text_of(tree)[:5000] if words < 120 else ""
    sentences = len(re.findall(r"[.!?][\"”’']?(?:\s|$)", told))
    for pattern, what in WALLS:
        if (words < 120 and pattern.search(told)) or (words < FEWEST_WORDS and pattern.search(everything)):
            raise BadMarkup(
                where,
                f"found {what} and {words} words of text, expected an article",
                "Open the page in a browser and save it from there.",
            )
    if words < 6 or (sentences == 0 and words < 40):
        raise BadMarkup(
            where,
            f"found HTML with {words} words of running text, expected an article",
            "Save the whole page, or give its text.",
        )
