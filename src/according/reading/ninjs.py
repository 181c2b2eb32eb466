"""
ninjs, the IPTC's "News in JSON", versions 1.0 to 3.x.

From version 2 on, `headline` and `body_...` are lists (`headlines`, `bodies`); from version 3 on
names are in camel case. Names are therefore compared in small letters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from according.errors import BadMarkup
from according.reading.datelines import opening
from according.reading.dates import iso
from according.reading.findings import Extract, Finding, Piece, evened
from according.reading.markup import html_tree, pieces

Item = dict[str, object]


def extract(text: str, where: str) -> Extract:
    """
    The report of a ninjs object.

    Raises:
        BadMarkup: JSON that is something else, or an item without text.
    """
    item = _small(json.loads(text))
    body = _body(item, where)
    if not body:
        known = sorted(item)[:8]
        kind = item.get("type")
        what = (
            f'a ninjs item of type "{kind}" without a body'
            if isinstance(kind, str) and "uri" in item
            else f"a JSON object with {', '.join(known) or 'nothing in it'}"
        )
        raise BadMarkup(
            where,
            f"found {what}, expected ninjs with body_text, body_xhtml or bodies",
            "Read the item that holds the text.",
        )
    findings = tuple(_findings(item))
    top = []
    title = next((finding.value for finding in findings if finding.field == "title"), None)
    if title:
        top.append(Piece(kind="title", text=title))
        body = [piece for number, piece in enumerate(body) if number > 1 or piece.text != title]
    dateline = next((finding.value for finding in findings if finding.field == "dateline"), None)
    if dateline and not any(opening(piece.text) for piece in body[:3]):
        top.append(Piece(kind="dateline", text=dateline))
    return Extract(pieces=(*top, *body, *_captions(item, body)), findings=findings)


def _small(value: object) -> Item:
    """An object with its names in small letters."""
    return {str(key).lower(): part for key, part in value.items()} if isinstance(value, dict) else {}


def _objects(value: object) -> list[Item]:
    """The objects of a list, or of an object of objects as versions 1.x have it."""
    if isinstance(value, dict):
        return [{"name": key, **_small(part)} for key, part in value.items() if isinstance(part, dict)]
    return [_small(part) for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _string(value: object) -> str:
    return evened(value) if isinstance(value, str) else ""


def _told(item: Item, stem: str, plural: str) -> Iterator[tuple[str, str]]:
    """The values of a property with their role: `stem`, `stem_text` ... of versions 1.x, `plural` of 2 and 3."""
    if isinstance(item.get(stem), str):
        yield "", str(item[stem])
    for key, value in item.items():
        if key.startswith(f"{stem}_") and isinstance(value, str):
            yield key.removeprefix(f"{stem}_"), value
    for part in _objects(item.get(plural)):
        if isinstance(part.get("value"), str):
            yield f"{part.get('role', '')} {part.get('contenttype', '')}".strip().lower(), str(part["value"])


def _body(item: Item, where: str) -> list[Piece]:
    """The pieces of the text: of its marked-up form where it has one, since that keeps the paragraphs."""
    bodies = [(role, value) for role, value in _told(item, "body", "bodies") if value.strip()]
    marked = [
        value
        for role, value in bodies
        if re.search(r"html|richtext", role) or re.match(r"\s*<(?:p|div|section|article|html|!)", value, re.IGNORECASE)
    ]
    if marked:
        found = list(pieces(html_tree(marked[0], where)))
        return (
            [piece for piece in found if piece.kind != "heading" or piece is not found[0]] if len(found) > 1 else found
        )
    plain = [value for role, value in bodies if "xml" not in role]
    return _paragraphs(plain[0]) if plain else []


def _paragraphs(text: str) -> list[Piece]:
    """The paragraphs of a plain text: cut at blank lines, or at every line break where there are none."""
    parts = re.split(r"\n\s*\n", text.strip())
    if len(parts) == 1:
        parts = text.strip().splitlines()
    return [Piece(kind="paragraph", text=evened(part)) for part in parts if part.strip()]


def _findings(item: Item) -> Iterator[Finding]:
    """What the item's own properties tell."""
    headlines = sorted(_told(item, "headline", "headlines"), key=lambda told: told[0].split(" ")[0] not in {"", "main"})
    for _, value in headlines:
        yield Finding(field="title", value=evened(value), where="ninjs headline")
    if _string(item.get("title")):
        yield Finding(field="title", value=_string(item["title"]), where="ninjs title")
    for key in ("byline", "by"):
        if _string(item.get(key)):
            yield Finding(
                field="byline",
                value=re.sub(r"^(?:by|von|par|por)\s+", "", _string(item[key]), flags=re.IGNORECASE),
                where=f"ninjs {key}",
            )
    yield from _parties(item)
    for key in ("versioncreated", "contentcreated", "firstcreated"):
        made = iso(_string(item.get(key)))
        embargo = iso(_string(item.get("embargoed")))
        if made and embargo and embargo[:10] > made[:10]:
            yield Finding(field="published", value=embargo, where="ninjs")
        if made:
            yield Finding(field="published", value=made, where="ninjs")
    for key, field in (("dateline", "dateline"), ("located", "dateline"), ("language", "language")):
        if _string(item.get(key)):
            yield Finding(field=field, value=_string(item[key]), where=f"ninjs {key}")
    address = next(
        (_string(item.get(key)) for key in ("canonicalurl", "url", "uri") if _string(item.get(key)).startswith("http")),
        "",
    )
    if address:
        yield Finding(field="url", value=address, where="ninjs uri")


def _parties(item: Item) -> Iterator[Finding]:
    """Who publishes the item and whom it credits."""
    sources = _objects(item.get("infosources"))
    for key in ("provider", "publisher", "source"):
        if _string(item.get(key)):
            yield Finding(field="publisher", value=_string(item[key]), where=f"ninjs {key}")
    for source in sources:
        if _string(source.get("role")).rpartition(":")[2] in {"publisher", "provider", "isrcrole-provider"} and _string(
            source.get("name")
        ):
            yield Finding(field="publisher", value=_string(source["name"]), where="ninjs infosources")
        elif _string(source.get("name")):
            yield Finding(field="credits", value=_string(source["name"]), where="ninjs infosources")
    if _string(item.get("copyrightholder")):
        yield Finding(field="publisher", value=_string(item["copyrightholder"]), where="ninjs copyrightholder")
    for key in ("creditline", "source"):
        if _string(item.get(key)):
            yield Finding(field="credits", value=_string(item[key]), where=f"ninjs {key}")


def _captions(item: Item, body: list[Piece]) -> Iterator[Piece]:
    """Captions and credits of the associated pictures that the text does not hold already."""
    held = {piece.text for piece in body}
    for associated in _objects(item.get("associations")):
        if _string(associated.get("type")) not in {"picture", "graphic", "video", ""}:
            continue
        told = [
            value
            for role, value in _told(associated, "description", "descriptions")
            if "html" not in role and "richtext" not in role
        ]
        caption = evened(re.sub(r"<[^>]{1,200}>", " ", told[0])) if told else ""
        credit = (
            _string(associated.get("creditline")) or _string(associated.get("byline")) or _string(associated.get("by"))
        )
        holder = _string(associated.get("copyrightholder"))
        credit = f"{credit}/{holder}" if credit and holder and holder not in credit else credit or holder
        for kind, text in (("caption", caption), ("credit", credit)):
            if text and text not in held:
                yield Piece(kind=kind, text=text)
