"""
Pieces of HTML or XHTML: what stands in them, block by block, as text.

Parsing never opens a file or a connection and never expands an entity that a document declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from according.errors import BadMarkup
from according.reading.findings import Piece, evened

BLOCKS = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "hl2": "heading",
    "p": "paragraph", "li": "list-item", "dd": "list-item", "dt": "list-item", "blockquote": "paragraph", "pre": "paragraph",
    "figcaption": "caption", "caption": "caption", "media-caption": "caption", "media-producer": "credit", "tagline": "credit",
}  # fmt: skip
"""HTML's and NITF's elements that stand for a block, and its kind."""

DIVISIONS = frozenset({"div", "section", "article", "main", "body", "html", "td", "th", "tr", "table", "ul", "ol", "dl", "figure",
                       "body.content", "block", "center", "media", "body.end", "header", "footer", "aside", "nitf", "tbody"})  # fmt: skip
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


def text_of(element: etree._Element, without: frozenset[etree._Element] = frozenset()) -> str:
    """The text within an element, white space evened out, without scripts and without the elements given."""
    parts: list[str] = []

    def gather(node: etree._Element) -> None:
        if node in without or name(node) in SILENT or not isinstance(node.tag, str):
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
    described = classes(element)
    if not described.strip() or tag in {"body", "html", "article", "main", "img", "a", "figure", "video", "ul"}:
        return False
    return bool(CAPTION_CLASS.search(described) or CREDIT_CLASS.search(described)) and len(text_of(element)) < 1500


def caption_pieces(element: etree._Element) -> Iterator[Piece]:
    """A caption, and the credit within it as a piece of its own."""
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
