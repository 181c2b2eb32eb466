"""
The article of an HTML page: trafilatura finds it, and what it leaves out of it is put back.

Captions and credits of pictures, and short paragraphs between those of the article (a dateline on a
line of its own, "Reuters"), are taken from the page itself and stand where the page has them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from according.reading.credits import is_credit_line
from according.reading.findings import Piece
from according.reading.markup import caption_pieces, classes, is_caption, is_divided, name, pieces, text_of

Part = tuple[HtmlElement, tuple[Piece, ...]]
"""An element of the page and the pieces that stand in it."""

FEWEST_WORDS = 25
"""Words below which what trafilatura found is mistrusted, and other ways are tried. A guess: a brief has about 40."""

ELSEWHERE = re.compile(
    r"related|recommend|teaser|promo|most-?(?:read|popular)|sidebar|newsletter|comment|share|social|cookie|consent"
    r"|breadcrumb|advert|trending|read-?more|tags?$",
    re.IGNORECASE,
)
"""Classes and ids of what surrounds an article, from the content systems that papers use most. A guess."""

OWN_NAMES = {
    "head": "h2",
    "item": "li",
    "quote": "blockquote",
    "list": "ul",
    "lb": "br",
    "row": "tr",
    "cell": "td",
    "ref": "a",
    "hi": "b",
}
"""trafilatura's names of elements and HTML's for the same."""


def body(tree: HtmlElement) -> list[Piece]:
    """The article's pieces in the order of the page, captions and credits among them."""
    spine = _spine(tree)
    if sum(len(piece.text.split()) for piece in spine) < FEWEST_WORDS:
        spine = max((_of_container(tree), spine), key=lambda body: sum(len(piece.text) for piece in body))
    return _weave(spine, list(_of_page(tree)))


def _spine(tree: HtmlElement) -> list[Piece]:
    """The article as trafilatura finds it."""
    from trafilatura import bare_extraction

    found = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    for element in body.iter():
        element.tag = OWN_NAMES.get(element.tag, element.tag)
    return list(pieces(body))


def _of_container(tree: HtmlElement) -> list[Piece]:
    """What stands in the page's <article>, or else <main>, or else anywhere in a paragraph."""
    for path in (".//article", ".//main"):
        for node in tree.iterfind(path):
            found = [piece for piece in pieces(node) if piece.kind != "heading" or len(piece.text.split()) > 2]
            if found:
                return found
    return [
        Piece(kind="paragraph", text=text_of(node)) for node in tree.iter("p") if text_of(node) and not _elsewhere(node)
    ]


def _of_page(tree: HtmlElement) -> Iterator[Part]:
    """Every block of the page in order, each with its pieces: captions whole, other blocks when none is in them."""
    done: set[HtmlElement] = set()
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.getparent() in done:
            if node.getparent() in done:
                done.add(node)
            continue
        if is_caption(node):
            done.add(node)
            yield node, tuple(piece for piece in caption_pieces(node) if piece.text)
        elif (
            name(node) in {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre"}
            and not node.xpath(".//p | .//li")
        ) or (name(node) in {"div", "section", "td"} and not is_divided(node)):
            done.add(node)
            yield node, tuple(pieces(node))


def _weave(spine: list[Piece], page: list[Part]) -> list[Piece]:
    """
    The spine, with captions, credits and lost short paragraphs put in where the page has them.

    What both hold is taken in the page's own words: trafilatura turns no-break spaces into spaces.
    """
    numbers: dict[str, int] = {}
    for number, piece in enumerate(spine):
        numbers.setdefault(_key(piece.text), number)
    places = [
        next((numbers[_key(part.text)] for part in parts if _key(part.text) in numbers), None) for _, parts in page
    ]
    known = [at for at, place in enumerate(places) if place is not None]
    if not known:
        return spine
    parents = {page[at][0].getparent() for at in known}
    container = _container(page[known[len(known) // 2]][0])
    own = list(spine)
    first = max((at for at in range(known[0]) if name(page[at][0]) == "h1"), default=known[0])
    extras: dict[int, list[Piece]] = {}
    for at, (node, parts) in enumerate(page):
        place = places[at]
        if place is not None:
            for part in parts:
                held = numbers.get(_key(part.text))
                if held is not None:
                    own[held] = Piece(kind=part.kind if is_caption(node) else spine[held].kind, text=part.text)
                elif is_caption(node):
                    extras.setdefault(place + 1, []).append(part)
            continue
        inside = first < at < known[-1]
        if _elsewhere(node) or not (inside or (container is not None and container in node.iterancestors())):
            continue
        if is_caption(node) or (node.getparent() in parents and _is_lost(node, parts, inside=inside)):
            before = next((places[later] for later in known if later > at), None)
            extras.setdefault(len(spine) if before is None else before, []).extend(parts)
    return list(_merged(own, extras))


def _merged(own: list[Piece], extras: dict[int, list[Piece]]) -> Iterator[Piece]:
    """The article's own pieces, and the extras before each of them; nothing twice in a row."""
    last = ""
    for number in range(len(own) + 1):
        for piece in (*extras.get(number, ()), *own[number : number + 1]):
            if piece.text != last:
                yield piece
            last = piece.text


def _key(text: str) -> str:
    """A text as it is compared between page and extract: letters and digits only."""
    return re.sub(r"[\W_]+", "", text)


def _container(node: HtmlElement) -> HtmlElement | None:
    """The <article> or <main> around a node, or None."""
    return next((parent for parent in node.iterancestors() if parent.tag in {"article", "main"}), None)


def _elsewhere(node: HtmlElement) -> bool:
    """Whether a node stands in a part of the page that is no part of the article."""
    return any(
        parent.tag in {"aside", "nav", "footer", "form", "a"}
        or (parent.tag not in {"body", "html"} and ELSEWHERE.search(classes(parent)))
        for parent in (node, *node.iterancestors())
    )


def _is_lost(node: HtmlElement, parts: tuple[Piece, ...], *, inside: bool) -> bool:
    """Whether a paragraph that trafilatura left out is the article's: no link list; after the end only a credit."""
    text = " ".join(part.text for part in parts)
    linked = sum(len(text_of(link)) for link in node.iter("a"))
    if not text or linked > 0.5 * len(text) or name(node) in {"h1", "li"}:
        return False
    return inside or is_credit_line(text)
