"""
RSS and Atom: one item by itself, or a feed that holds exactly one.

feedparser reads it from memory; nothing is fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from according.errors import BadMarkup
from according.reading.dates import iso
from according.reading.findings import Extract, Finding, Piece, evened
from according.reading.markup import html_tree, pieces, text_of, xml_tree

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"'
)
"""Name spaces that an item cut out of its feed has lost the declarations of."""


def extract(text: str, where: str) -> Extract:
    """
    The report of a feed's only item.

    Raises:
        BadMarkup: no item or several (says how many); an item without text; broken XML (line and column).
    """
    import feedparser

    if re.search(r"<!ENTITY", text[:200_000]):
        xml_tree(text, where)
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
    if re.match(r"\s*(?:<!--.*?-->\s*)*<item[\s>]", bare, re.DOTALL):
        bare = f'<rss version="2.0" {SPACES}><channel>{bare}</channel></rss>'
    elif re.match(r"\s*(?:<!--.*?-->\s*)*<entry[\s>]", bare, re.DOTALL):
        bare = f'<feed xmlns="http://www.w3.org/2005/Atom" {SPACES}>{bare}</feed>'
    parsed: Any = feedparser.parse(
        io.BytesIO(bare.encode("utf-8")), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    entries = parsed.entries
    if not entries:
        xml_tree(text, where)
        raise BadMarkup(
            where, "found a feed without items, expected one", "Fetch the feed again, or read the page of the report."
        )
    if len(entries) > 1:
        raise BadMarkup(
            where,
            f"found a feed of {len(entries)} items, expected one report",
            "Save each item in a file of its own, or write a manifest (.jsonl) with a row for each.",
        )
    entry = entries[0]
    findings = tuple(_findings(entry, parsed.feed))
    captions = _captions(bare)
    body = [
        *_body(entry, where, captions),
        *(Piece(kind="caption", text=caption) for caption in captions),
        *_credits(entry),
    ]
    if not body:
        raise BadMarkup(
            where,
            "found a feed's item without text, expected a report",
            "Save the page that its link leads to, and read that.",
        )
    title = next((finding.value for finding in findings if finding.field == "title"), None)
    top = [Piece(kind="title", text=title)] if title else []
    return Extract(pieces=(*top, *(piece for piece in body if piece.text != title)), findings=findings)


def _body(entry: Any, where: str, captions: tuple[str, ...]) -> list[Piece]:
    """The longest text of the item, content or summary; captions, which feedparser puts among them, left out."""
    values = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    found = [
        list(pieces(html_tree(value, where))) for value in values if value.strip() and evened(value) not in captions
    ]
    return max(found, key=lambda body: sum(len(piece.text) for piece in body), default=[])


def _captions(text: str) -> tuple[str, ...]:
    """The descriptions of pictures (Media RSS), each once."""
    found = re.findall(r"<media:description[^>]*>(.*?)</media:description>", text, re.DOTALL)
    bare = (re.sub(r"^<!\[CDATA\[|\]\]>$", "", each.strip()) for each in found)
    return tuple(dict.fromkeys(evened(text_of(html_tree(f"<p>{each}</p>", ""))) for each in bare if each.strip()))


def _credits(entry: Any) -> Iterator[Piece]:
    """The credits of pictures (Media RSS)."""
    for credit in entry.get("media_credit", ()):
        if credit.get("content"):
            yield Piece(kind="credit", text=evened(credit["content"]))


def _findings(entry: Any, feed: Any) -> Iterator[Finding]:
    """What the item tells, then its feed."""
    if entry.get("title"):
        yield Finding(
            field="title", value=evened(text_of(html_tree(f"<p>{entry['title']}</p>", ""))), where="feed item"
        )
    if entry.get("author"):
        yield Finding(
            field="byline",
            value=re.sub(r"^(?:by\s+|\S+@\S+\s*)", "", evened(entry["author"]), flags=re.IGNORECASE).strip("() "),
            where="feed author",
        )
    source = entry.get("source") or {}
    named = source.get("title") or source.get("value")
    if named:
        yield Finding(field="publisher", value=evened(named), where="feed source")
        yield Finding(field="credits", value=evened(named), where="feed source")
    if feed.get("title"):
        yield Finding(field="publisher", value=evened(feed["title"]), where="feed title")
    if entry.get("publisher"):
        yield Finding(field="publisher", value=evened(entry["publisher"]), where="feed publisher")
    for key in ("published", "created", "updated"):
        stated = dict.get(entry, key)  # feedparser's own `get` takes one for another
        if value := iso(stated or ""):
            yield Finding(field="published", value=value, where="feed")
    if str(entry.get("link", "")).startswith("http"):
        yield Finding(field="url", value=entry["link"], where="feed link")
    language = entry.get("language") or (entry.get("title_detail") or {}).get("language") or feed.get("language")
    if language:
        yield Finding(field="language", value=language, where="feed language")
