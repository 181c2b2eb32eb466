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
from according.reading.layout import byline, date_line
from according.reading.markup import html_tree, text_of

LATEST_DATE = "2199-12-31"
"""Given to htmldate, which else asks the clock; reading must give the same on every day."""

LOGIN = re.compile(
    r"""
    (?: log | sign ) \s? in \b .{0,80} \b (?: continue | read | access | account )    # Sign in to continue reading
    | already \s a \s (?: subscriber | member )
    | subscribe \s (?: now \s )? to \s (?: continue | read | unlock )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
COOKIES = re.compile(
    r"""
    (?: use | uses | accept ) \b .{0,60} \b cookies                                    # We and our partners use cookies
    | cookie \s (?: policy | settings | preferences )
    | we \s value \s your \s privacy
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
BROWSER = re.compile(
    r"""
    (?: enable | requires? | turn \s on ) \s+ java \s? script                           # Please enable JavaScript
    | are \s you \s a \s (?: human | robot ) | captcha | checking \s your \s browser | unusual \s traffic
    """,
    re.VERBOSE | re.IGNORECASE,
)
FAULT = re.compile(
    r"""
    (?: 404 | page | article ) \s* (?: - | : | was | is | could )? \s*
        (?: not \s (?: be \s )? found | no \s longer \s available )                   # Page not found
    | access \s denied | 403 \s forbidden | service \s unavailable | bad \s gateway     # 503 Service Unavailable
    """,
    re.VERBOSE | re.IGNORECASE,
)
WALLS = (
    (LOGIN, "a page that asks to log in or subscribe"),
    (COOKIES, "a page that asks to accept cookies"),
    (BROWSER, "a page that checks the browser"),
    (FAULT, "a page that reports an error of the site"),
)
"""What stands on a page in place of its article."""

LONGEST_WALL = 80
"""Words; a page with more is an article, whatever else stands on it. A guess: notes about cookies have 30 to 70."""


def extract(text: str, where: str) -> Extract:
    """
    The article of a page and all that the page declares about itself.

    Raises:
        BadMarkup: no article in it; says whether a login, cookie or error page stands there instead.
    """
    tree = html_tree(text, where)
    findings = list(metadata.findings(tree))
    title = _title(findings)
    bylines = {finding.value for finding in findings if finding.field == "byline"}
    found, shown = _told_apart(_as_repeated(tree, body(tree)), title, bylines)
    words = sum(len(piece.text.split()) for piece in found)
    _refuse_walls(tree, found, words, where)
    top = [Piece(kind="title", text=title)] if title else []
    return Extract(pieces=(*top, *found), findings=tuple(_without_site([*findings, *shown, *_htmldate(tree)])))


def _as_repeated(tree: HtmlElement, found: list[Piece]) -> list[Piece]:
    """
    The article as the page's JSON-LD repeats it, where the page itself shows less or runs its paragraphs together.

    Pages that are put together by a script in the browser hold their text there alone.
    """
    repeated = metadata.article_body(tree)
    words = sum(len(piece.text.split()) for piece in found)
    if repeated is None or (words >= FEWEST_WORDS and len(found) > 1):
        return found
    parts = [evened(part) for part in re.split(r"\s*\n\s*|\s{3,}", repeated)]
    if len(repeated.split()) < words:
        return found
    return [Piece(kind="paragraph", text=part) for part in parts if part]


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


LEFT_OVER = re.compile(
    r"[\W_]+|(?:(?:published|posted|updated|last\s+updated|by|share|advertisement|image\s+caption)\W*"
    r"|(?:tags?|topics?|keywords|filed\s+under|read\s+(?:more|also)|see\s+also|related)\s*:.{0,200})",
    re.IGNORECASE,
)
"""Labels whose value stands elsewhere, and lists of links: no part of a report."""


def _told_apart(body: list[Piece], title: str | None, bylines: set[str]) -> tuple[list[Piece], list[Finding]]:
    """
    The body without what repeats the headline, and with byline, date and credits marked as such; and their findings.

    Bylines and dates are looked for above the first paragraph only; `bylines` are those that the page declares.
    """
    found: list[Piece] = []
    told: list[Finding] = []
    above = True
    for piece in body:
        above = above and not (piece.kind == "paragraph" and len(piece.text.split()) > LONGEST_ABOVE)
        if LEFT_OVER.fullmatch(piece.text) or (above and title and _repeats(piece, title)):
            continue
        kind = piece.kind
        if kind in {"paragraph", "heading", "list-item"}:
            dated = date_line(piece.text) if above else None
            by = byline(piece.text) if above else []
            is_byline = bool(by) or (above and piece.text in bylines)
            if dated:
                told.append(Finding(field="published", value=dated, where="date line"))
            told += by
            kind = "date" if dated else "byline" if is_byline else "credit" if is_credit_line(piece.text) else kind
        found.append(Piece(kind=kind, text=piece.text))
    return found, told


LONGEST_ABOVE = 14
"""Words of the longest line that may stand above the first paragraph as byline or date line. A guess."""


def _repeats(piece: Piece, title: str) -> bool:
    """Whether a piece above the text is the headline again: a heading much like it, or anything equal to it."""
    return piece.text == title or (piece.kind == "heading" and _alike(piece.text, title))


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
    everything = text_of(tree)[:5000] if words < LONGEST_WALL else ""
    sentences = len(re.findall(r"[.!?][\"”’']?(?:\s|$)", told))
    for pattern, what in WALLS:
        if (words < LONGEST_WALL and pattern.search(told)) or (words < FEWEST_WORDS and pattern.search(everything)):
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
