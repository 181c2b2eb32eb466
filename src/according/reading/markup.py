"""
Pieces of HTML or XHTML: what stands in them, block by block, as text.

Parsing never opens a file or a connection and never expands an entity that a document declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from according.errors import BadMarkup
from according.reading.credits import is_credit_line
from according.reading.findings import Piece, evened

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"), "heading"),
    **dict.fromkeys(("p", "blockquote", "pre"), "paragraph"),
    **dict.fromkeys(("li", "dd", "dt"), "list-item"),
    **dict.fromkeys(("figcaption", "caption", "media-caption"), "caption"),
    **dict.fromkeys(("media-producer", "tagline"), "credit"),
}
"""HTML's and NITF's elements that stand for a block, and its kind."""

OUTER = """
    html body div section article main header footer aside center figure ul ol dl table tbody tr td th
    nitf body.content body.end block media
"""
DIVISIONS = frozenset(OUTER.split())
"""HTML's and NITF's elements that hold blocks and are none."""

SILENT = frozenset(
    {"script", "style", "noscript", "head", "template", "svg", "iframe", "form", "button", "nav", "body.head", "object"}
)

CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|cutline|wp-caption-text|photo-?text|image-?description|legend)", re.IGNORECASE
)
CREDIT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:credits?|(?:photo|image|media|picture)[_-]?(?:credit|source|author|agency|copyright)|copyright|agency|imgcredit)(?:$|[\s_-])",
    re.IGNORECASE,
)


def name(element: etree._Element) -> str:
    """The element's name in small letters, without name space; empty for comments and instructions."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def classes(element: etree._Element) -> str:
    """What an element says of itself: its class, id and itemprop."""
    return " ".join(element.get(attribute) or "" for attribute in ("class", "id", "itemprop", "data-testid"))


def html_tree(text: str, where: str) -> html.HtmlElement:
    """
    The tree of an HTML page or fragment, mended where it is broken or cut off.

    Raises:
        BadMarkup: nothing in it is an element.
    """
    bare = re.sub(r"^\s*<\?xml[^>]*>", "", text).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(bare.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        raise BadMarkup(
            where, f"found HTML that cannot be parsed ({fault}), expected an article", "Save the page again."
        ) from fault
    return tree


def xml_tree(text: str, where: str) -> etree._Element:
    """
    The root of an XML document.

    Raises:
        BadMarkup: it is broken (says line and column), or declares entities of its own.
    """
    if re.search(r"<!ENTITY", text[:200_000]):
        raise BadMarkup(
            where,
            "found XML that declares entities of its own, which are never expanded",
            "Take the <!DOCTYPE ...> with its entities out, and read it again.",
        )
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", lambda found: "\n" * found[0].count("\n"), text.lstrip("\ufeff"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(bare.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        raise BadMarkup(
            where,
            f"found broken XML: line {line}, column {column}: {fault.msg}",
            "Mend or fetch the file again; a file cut off in the middle cannot be read as XML.",
        ) from fault


HIDDEN_CLASS = re.compile(r"visually-?hidden|sr-only|screen-?reader|assistive", re.IGNORECASE)
"""Words for those who hear the page ("Image caption, "), which stand in no article."""


def text_of(element: etree._Element, without: frozenset[etree._Element] = frozenset()) -> str:
    """The text within an element, white space evened out, without scripts and without the elements given."""
    parts: list[str] = []

    def gather(node: etree._Element) -> None:
        if node in without or name(node) in SILENT or not isinstance(node.tag, str):
            return
        if HIDDEN_CLASS.search(node.get("class") or ""):
            return
        parts.append(node.text or "")
        for child in node:
            gather(child)
            if name(child) in {"br", "lb", "p", "div", "li"}:
                parts.append(" ")
            parts.append(child.tail or "")

    gather(element)
    return evened("".join(parts))


def pieces(root: etree._Element) -> tuple[Piece, ...]:
    """
    The blocks of a fragment in order: paragraphs, headings, list items, captions and credits.

    >>> tree = html_tree(
    ...     "<p>One <b>two</b>.</p><figure><figcaption>A wall. <i class='credit'>AFP</i></figcaption></figure>", "a"
    ... )
    >>> [(piece.kind, piece.text) for piece in pieces(tree)]
    [('paragraph', 'One two.'), ('caption', 'A wall.'), ('credit', 'AFP')]
    """
    return tuple(piece for piece in _pieces(root) if piece.text)


def _pieces(element: etree._Element) -> Iterator[Piece]:
    tag = name(element)
    if not tag or tag in SILENT:
        return
    if is_caption(element):
        yield from caption_pieces(element)
        return
    if tag == "tr" and _is_row(element):
        yield Piece(kind="list-item", text=" | ".join(filter(None, map(text_of, element))))
        return
    kind = BLOCKS.get(tag)
    inner = [child for child in element if _is_block(child)]
    if kind and not inner:
        yield from _lines(element, kind)
        return
    if not kind and tag not in DIVISIONS and not inner:
        yield Piece(kind="paragraph", text=text_of(element))
        return
    yield from _mixed(element, kind or "paragraph")


def _mixed(element: etree._Element, kind: str) -> Iterator[Piece]:
    """The pieces of an element in which blocks and loose text stand side by side."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if _is_block(child) or name(child) in {"br", "lb"}:
            yield Piece(kind=kind, text=evened("".join(loose)))
            loose = []
            if name(child) not in {"br", "lb"}:
                yield from _pieces(child)
        elif isinstance(child.tag, str):
            loose.append(text_of(child))
        loose.append(child.tail or "")
    yield Piece(kind=kind, text=evened("".join(loose)))


def _lines(element: etree._Element, kind: str) -> Iterator[Piece]:
    """A block, cut where two line breaks stand together: there a new paragraph begins."""
    parts: list[str] = [element.text or ""]
    breaks = 0
    for child in element:
        if name(child) in {"br", "lb"}:
            breaks += 1
            if breaks == 2:
                yield Piece(kind=kind, text=evened("".join(parts)))
                parts = []
            parts.append(" ")
        else:
            breaks = 0
            parts.append(text_of(child))
        if (child.tail or "").strip():
            breaks = 0
        parts.append(child.tail or "")
    yield Piece(kind=kind, text=evened("".join(parts)))


def is_divided(element: etree._Element) -> bool:
    """Whether blocks stand within an element."""
    return any(_is_block(child) for child in element)


LONGEST_CELL = 200
"""Characters; a longer cell is a page laid out in a table, not a table. A guess."""


def _is_row(element: etree._Element) -> bool:
    """Whether an element is a row of a table of data."""
    cells = [child for child in element if name(child) in {"td", "th"}]
    return len(cells) > 1 and all(len(text_of(cell)) <= LONGEST_CELL for cell in cells)


def _is_block(element: etree._Element) -> bool:
    """Whether an element stands by itself, or holds one that does."""
    tag = name(element)
    if tag in SILENT:
        return False
    return (
        tag in BLOCKS
        or tag in DIVISIONS
        or is_caption(element)
        or any(_is_block(child) for child in element if isinstance(child.tag, str))
    )


def is_caption(element: etree._Element) -> bool:
    """Whether an element is the caption or the credit of a picture."""
    tag = name(element)
    if tag in {"figcaption", "media-caption", "media-producer"}:
        return True
    if tag == "figure":
        return not any(name(child) in {"table", "blockquote", "ul", "ol"} for child in element.iter())
    described = classes(element)
    if not described.strip() or tag in {"body", "html", "article", "main", "img", "a", "figure", "video", "ul"}:
        return False
    return bool(CAPTION_CLASS.search(described) or CREDIT_CLASS.search(described)) and len(text_of(element)) < 1500


def caption_pieces(element: etree._Element) -> Iterator[Piece]:
    """A caption, and the credit within it as a piece of its own; of a figure, only its caption and what is a credit."""
    if name(element) == "figure":
        captions = [
            node
            for node in element.iterdescendants()
            if is_caption(node) and not any(map(is_caption, _between(node, element)))
        ]
        for node in captions:
            yield from caption_pieces(node)
        rest = text_of(element, without=frozenset(captions))
        if is_credit_line(rest):
            yield Piece(kind="credit", text=rest)
        return
    if (CREDIT_CLASS.search(classes(element)) and not CAPTION_CLASS.search(classes(element))) or name(
        element
    ) == "media-producer":
        yield Piece(kind="credit", text=text_of(element))
        return
    within = frozenset(
        child for child in element.iterdescendants()
        if isinstance(child.tag, str) and (CREDIT_CLASS.search(classes(child)) or name(child) in {"cite", "small"})
    )  # fmt: skip
    outermost = [child for child in within if not any(parent in within for parent in child.iterancestors())]
    yield Piece(kind="caption", text=text_of(element, without=frozenset(outermost)))
    for child in sorted(outermost, key=lambda node: list(element.iter()).index(node)):
        yield Piece(kind="credit", text=text_of(child))


def _between(node: etree._Element, outer: etree._Element) -> Iterator[etree._Element]:
    """The elements around a node and within `outer`."""
    for parent in node.iterancestors():
        if parent is outer:
            return
        yield parent
