"""
NewsML-G2 and NITF, the XML in which agencies send their reports.

IPTC NewsML-G2 (specification 2.x) and NITF 3.x name the elements. They are looked for by their own
names, whatever the prefix, since agencies' feeds differ in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from according.errors import BadMarkup
from according.reading.datelines import opening
from according.reading.dates import iso
from according.reading.findings import Extract, Finding, Piece, evened
from according.reading.markup import name, pieces, text_of, xml_tree

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def extract(text: str, where: str) -> Extract:
    """
    The one report of a NewsML-G2 or NITF document.

    Raises:
        BadMarkup: broken XML (says line and column); no text; several reports (says how many).
    """
    root = xml_tree(text, where)
    if name(root) == "nitf":
        return _of_nitf(root)
    items = [root] if name(root) == "newsitem" else [node for node in root.iter() if name(node) == "newsitem"]
    if not items:
        members = sum(1 for node in root.iter() if name(node) == "itemref")
        raise BadMarkup(
            where,
            f"found a NewsML-G2 package that names {members} items and holds the text of none, expected a newsItem",
            "Read the items' own files.",
        )
    told = [(item, body) for item in items if (body := _body(item))]
    if not told:
        raise BadMarkup(
            where,
            "found a NewsML-G2 newsItem without text (inlineXML or inlineData), expected a report",
            "Read the item that holds the text.",
        )
    if len(told) > 1:
        raise BadMarkup(
            where,
            f"found {len(told)} reports in one NewsML-G2 message, expected one",
            "Save each newsItem in a file of its own.",
        )
    item, body = told[0]
    findings = tuple(_findings(item))
    pictures = [piece for other in items if other is not item for piece in _picture(other)]
    return Extract(pieces=(*_top(findings, body), *_undoubled(body, findings), *pictures), findings=findings)


def _top(findings: tuple[Finding, ...], body: tuple[Piece, ...]) -> Iterator[Piece]:
    """The headline; and the dateline where it stands in an element of its own and not in the text."""
    title = next((finding.value for finding in findings if finding.field == "title"), None)
    if title:
        yield Piece(kind="title", text=title)
    dateline = next((finding.value for finding in findings if finding.field == "dateline"), None)
    if dateline and not any(opening(piece.text) or piece.kind == "dateline" for piece in body[:3]):
        yield Piece(kind="dateline", text=dateline)


def _undoubled(body: tuple[Piece, ...], findings: tuple[Finding, ...]) -> Iterator[Piece]:
    """The body without its first lines where they only repeat headline or byline."""
    stated = {finding.value for finding in findings if finding.field in {"title", "byline"}}
    stated |= {f"By {value}" for value in stated}
    for number, piece in enumerate(body):
        if number > 2 or piece.text not in stated:
            yield piece


def _body(item: etree._Element) -> tuple[Piece, ...]:
    """The pieces of a newsItem's text, or nothing: XHTML, NITF or plain text within it."""
    for content in item.iter():
        if name(content) == "inlinexml":
            nitf = next((node for node in content.iter() if name(node) == "nitf"), None)
            found = _of_nitf(nitf).pieces if nitf is not None else pieces(content)
            if found:
                return tuple(piece for piece in found if piece.kind != "title")
        if name(content) == "inlinedata" and (content.get("contenttype") or "text/plain").startswith("text/plain"):
            lines = [evened(line) for line in re.split(r"\n\s*\n|\n(?=[ \t])", content.text or "")]
            if any(lines):
                return tuple(Piece(kind="paragraph", text=line) for line in lines if line)
    return ()


def _picture(item: etree._Element) -> Iterator[Piece]:
    """Caption and credit of a picture that is sent in the same message."""
    for node in item.iter():
        role = node.get("role") or ""
        if (
            name(node) == "description"
            and text_of(node)
            and (role.endswith("caption") or _class_of(item).endswith("picture"))
        ):
            yield Piece(kind="caption", text=text_of(node))
            break
    yield from (
        Piece(kind="credit", text=text_of(node)) for node in item.iter() if name(node) == "creditline" and text_of(node)
    )


def _class_of(item: etree._Element) -> str:
    """The kind of item: "ninat:text", "ninat:picture"."""
    return next((node.get("qcode") or "" for node in item.iter() if name(node) == "itemclass"), "")


def _findings(item: etree._Element) -> Iterator[Finding]:
    """What the item's metadata tell."""
    meta = [node for node in item.iter() if isinstance(node.tag, str) and not _in_content(node, item)]

    def told(*names: str) -> Iterator[str]:
        for wanted in names:
            for node in meta:
                if name(node) == wanted and (value := _value(node)):
                    yield value

    for wanted in ("headline", "title"):
        yield from (Finding(field="title", value=value, where=f"newsml-g2 {wanted}") for value in told(wanted))
    yield from (Finding(field="byline", value=_without_by(value), where="newsml-g2 by") for value in told("by"))
    yield from (Finding(field="publisher", value=value, where="newsml-g2 provider") for value in told("provider"))
    yield from (
        Finding(field="credits", value=value, where="newsml-g2 creditline")
        for value in told("creditline", "infosource")
    )
    yield from (Finding(field="dateline", value=value, where="newsml-g2 dateline") for value in told("dateline"))
    for node in meta:
        if name(node) == "located":
            yield Finding(field="dateline", value=_place(node), where="newsml-g2 located")
    yield from (
        Finding(field="published", value=value, where="newsml-g2")
        for value in _dates(list(told("embargoed")), list(told("versioncreated", "contentcreated", "firstcreated")))
    )
    language = [node.get("tag") or "" for node in meta if name(node) == "language"] + [item.get(LANGUAGE) or ""]
    yield from (Finding(field="language", value=value, where="newsml-g2 language") for value in language if value)
    for nitf in (node for node in item.iter() if name(node) == "nitf"):
        yield from _of_nitf(nitf).findings


def _in_content(node: etree._Element, item: etree._Element) -> bool:
    """Whether a node is part of the report's text, or tells of a subject or a party; the rest is the report's own."""
    for parent in node.iterancestors():
        if parent is item:
            return False
        if name(parent) in {"inlinexml", "subject", "contributor", "party", "assert", "partmeta", "link", "remoteinfo"}:
            return True
    return False


def _value(node: etree._Element) -> str:
    """An element's text, the name in it, its literal, or its code without the scheme: "nprov:AFP" is "AFP"."""
    named = [child for child in node if name(child) == "name"]
    inner = text_of(named[0]) if named else text_of(node)
    return inner or evened(node.get("literal") or "") or (node.get("qcode") or "").rpartition(":")[2]


def _place(node: etree._Element) -> str:
    """A located element's place: its name, with the country that stands in it as broader."""
    own = _value(node)
    broader = [_value(child) for child in node if name(child) == "broader"]
    return ", ".join(dict.fromkeys(value for value in (own, *broader[-1:]) if value))


def _dates(embargoed: list[str], created: list[str]) -> Iterator[str]:
    """When the report was published: when it was made, or when its embargo ended if that is later."""
    stamps = [value for stated in created if (value := iso(stated))]
    ends = [value for stated in embargoed if (value := iso(stated))]
    if ends and (not stamps or ends[0][:10] >= stamps[0][:10]):
        yield ends[0]
    yield from stamps


def _without_by(value: str) -> str:
    return re.sub(r"^\s*by\s*:?\s+", "", value, flags=re.IGNORECASE)


def _of_nitf(root: etree._Element) -> Extract:
    """The report of a NITF document, by itself or within a newsItem."""
    findings = list(_nitf_findings(root))
    body: list[Piece] = []
    for node in root.iter():
        if name(node) in {"body.content", "body.end"}:
            body += pieces(node)
    title = next((finding.value for finding in findings if finding.field == "title"), None)
    dateline = next((finding.value for finding in findings if finding.field == "dateline"), None)
    top = [Piece(kind="title", text=title)] if title else []
    if dateline and not any(opening(piece.text) for piece in body[:3]):
        top.append(Piece(kind="dateline", text=dateline))
    return Extract(pieces=(*top, *body), findings=tuple(findings))


NITF = {
    "hl1": "title", "title": "title", "byline": "byline", "dateline": "dateline", "distributor": "publisher",
    "rightsholder": "credits",
}  # fmt: skip
"""NITF's elements and the field that each gives."""


def _nitf_findings(root: etree._Element) -> Iterator[Finding]:
    """What head and body.head of a NITF document tell."""
    for node in root.iter():
        tag = name(node)
        within = {name(parent) for parent in node.iterancestors()}
        if tag in NITF and not within & {"body.content", "media"} and text_of(node):
            if tag == "byline":
                person = next((text_of(child) for child in node if name(child) == "person"), None)
                yield Finding(field="byline", value=_without_by(person or text_of(node)), where="nitf byline")
                yield from (
                    Finding(field="credits", value=text_of(child), where="nitf byttl")
                    for child in node
                    if name(child) == "byttl"
                )
            else:
                yield Finding(field=NITF[tag], value=text_of(node), where=f"nitf {tag}")
        if tag in {"date.issue", "date.release", "story.date"} and (value := iso(node.get("norm") or text_of(node))):
            yield Finding(field="published", value=value, where="nitf")
        if tag == "pubdata":
            if node.get("name"):
                yield Finding(field="publisher", value=node.get("name") or "", where="nitf pubdata")
            if value := iso(node.get("date.publication") or ""):
                yield Finding(field="published", value=value, where="nitf")
        if tag == "doc.copyright" and node.get("holder"):
            yield Finding(field="credits", value=node.get("holder") or "", where="nitf copyright")
    language = root.get(LANGUAGE) or root.get("lang")
    if language:
        yield Finding(field="language", value=language, where="nitf lang")
