"""
What an HTML page declares about itself: JSON-LD, then OpenGraph and other meta tags, then marked elements.

schema.org's NewsArticle, the OpenGraph protocol (ogp.me) and Dublin Core are the sources of the
names. Each finding says which of them told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from lxml import html

from according.reading.dates import iso
from according.reading.findings import Finding, evened
from according.reading.layout import date_line
from according.reading.markup import classes, text_of

META = (
    ("title", "opengraph", "og:title twitter:title dc.title dcterms.title headline sailthru.title"),
    ("publisher", "opengraph", "og:site_name application-name dc.publisher dcterms.publisher publisher cre"),
    ("byline", "meta", "author article:author og:article:author byl dc.creator dcterms.creator sailthru.author"),
    ("published", "opengraph", "article:published_time og:published_time og:article:published_time article:published"),
    ("published", "meta", "datepublished date pubdate publishdate publish-date publication_date parsely-pub-date"),
    ("published", "meta", "sailthru.date dc.date.issued dcterms.created dcterms.date dc.date originalpublicationdate"),
    ("url", "opengraph", "og:url twitter:url"),
    ("language", "meta", "content-language dc.language language"),
    ("language", "opengraph", "og:locale"),
    ("credits", "meta", "syndication-source-name source article:agency dc.source news_source"),
)
"""Field, where found, and the names of its meta tags in small letters, the most reliable first."""


def findings(tree: html.HtmlElement) -> tuple[Finding, ...]:
    """All that a page declares, for each field the most reliable first."""
    return (*_json_ld(tree), *_meta(tree), *_elements(tree))


def article_body(tree: html.HtmlElement) -> str | None:
    """The article as the page's JSON-LD repeats it, or None."""
    for article in _articles(tree):
        body = article.get("articleBody")
        if isinstance(body, str) and body.strip():
            return unescape(re.sub(r"<[^>]{1,200}>", " ", body))
    return None


def _articles(tree: html.HtmlElement) -> list[dict[str, object]]:
    """The JSON-LD objects that are articles; those whose headline is the page's first heading stand first."""
    found: list[dict[str, object]] = []
    for script in tree.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script.text or "")
        try:
            value = json.loads(source, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue  # one broken script of several is common; the other ways of finding the fields remain
        found += [node for node in _objects(value) if _is_article(node)]
    heading = _heading(tree)
    return sorted(found, key=lambda node: _string(node.get("headline")) != heading)


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every object of a JSON value that may be the page's own article: lists and @graph are opened, nothing else."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(node: dict[str, object]) -> bool:
    """Whether an object's type is Article or one of schema.org's kinds of it."""
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and re.search(r"(?:Article|BlogPosting|Report)$", kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _string(value: object) -> str:
    """The text of a JSON-LD value: a string, or the name of an object; several names are joined with commas."""
    if isinstance(value, str):
        return evened(unescape(value))
    if isinstance(value, dict):
        return _string(value.get("name") or value.get("@value") or "")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for name in map(_string, value) if name))
    return ""


def _json_ld(tree: html.HtmlElement) -> Iterator[Finding]:
    for article in _articles(tree):
        page = article.get("mainEntityOfPage")
        address = page.get("@id") if isinstance(page, dict) else page
        language = article.get("inLanguage")
        values = {
            "title": _string(article.get("headline")) or _string(article.get("name")),
            "published": iso(_string(article.get("datePublished")) or _string(article.get("dateCreated"))) or "",
            "byline": _names(_string(article.get("author")) or _string(article.get("creator"))),
            "publisher": _string(article.get("publisher")),
            "url": next(
                (
                    str(value)
                    for value in (article.get("url"), address)
                    if isinstance(value, str) and value.startswith("http")
                ),
                "",
            ),
            "language": _string(language.get("alternateName") if isinstance(language, dict) else language),
            "credits": _string(article.get("sourceOrganization")) or _string(article.get("creditText")),
        }
        for field, value in values.items():
            if value:
                yield Finding(field=field, value=value, where="json-ld")


def _meta(tree: html.HtmlElement) -> Iterator[Finding]:
    stated: dict[str, str] = {}
    for node in tree.iterfind(".//meta"):
        key = (
            (node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or "")
            .strip()
            .lower()
        )
        value = evened(unescape(node.get("content") or ""))
        if key and value:
            stated.setdefault(key, value)
    for field, where, keys in META:
        for key in keys.split():
            value = stated.get(key, "")
            if field == "published":
                value = iso(value) or ""
            if field == "byline":
                value = _names(value)
            if field == "url" and not value.startswith("http"):
                continue
            if value:
                yield Finding(field=field, value=value, where=where if ":" in key or where != "opengraph" else "meta")


def _elements(tree: html.HtmlElement) -> Iterator[Finding]:
    """What marked elements show: h1, title, canonical link, times, bylines, the page's language."""
    heading = _heading(tree)
    if heading:
        yield Finding(field="title", value=heading, where="h1")
    for node in tree.iterfind(".//head/title"):
        if evened(node.text or ""):
            yield Finding(field="title", value=evened(node.text or ""), where="title tag")
            break
    for node in tree.iterfind(".//link[@rel='canonical']"):
        if (node.get("href") or "").startswith("http"):
            yield Finding(field="url", value=node.get("href") or "", where="canonical link")
    for attribute in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        if tree.get(attribute):
            yield Finding(field="language", value=tree.get(attribute) or "", where="html lang")
            break
    yield from _marked_date(tree)
    yield from _marked_byline(tree)


def _heading(tree: html.HtmlElement) -> str:
    """The page's headline among its first-order headings: one that the title tag repeats, else the first; or empty."""
    headings = [text for node in tree.iterfind(".//h1") if (text := text_of(node))]
    titled = evened(next((node.text or "" for node in tree.iterfind(".//head/title")), ""))
    repeated = [text for text in headings if titled.startswith(text)]
    return next(iter([*repeated, *headings]), "")


def _marked_date(tree: html.HtmlElement) -> Iterator[Finding]:
    """The first time element that tells a full date, and the first element called a date that holds nothing else."""
    for node in tree.iter("time", "span", "div", "p", "abbr"):
        called = classes(node)
        if _is_elsewhere(node) or re.search(r"update|modified", node.get("class") or "", re.IGNORECASE):
            continue
        if node.tag == "time" or re.search(r"datepublished|pubdate", called, re.IGNORECASE):
            stated = node.get("datetime") or node.get("content") or " ".join(node.itertext())
            value = iso(stated)
            if value:
                yield Finding(field="published", value=value, where="time element")
                return
    for node in tree.iter("span", "div", "p", "li"):
        if re.search(r"date|time|publish", classes(node), re.IGNORECASE) and not _is_elsewhere(node):
            shown = text_of(node)
            value = date_line(shown) if len(shown) <= LONGEST_DATE else None
            if value:
                yield Finding(field="published", value=value, where="date element")
                return


LONGEST_DATE = 80
"""Characters of an element that holds a date and its label: "Published 9:10 AM EST, Tue March 5, 2019". A guess."""

LONGEST_BYLINE = 14
"""Words of a byline: three names, "and", an agency and a place. A guess."""


def _marked_byline(tree: html.HtmlElement) -> Iterator[Finding]:
    """The first element marked as byline or author, when it is as short as one; names in links with what is around."""
    for node in tree.iter("span", "div", "p", "a", "address", "li", "h4", "h5"):
        marked = node.tag == "address" or node.get("rel") == "author"
        if not marked and not re.search(
            r"(?:^|[\s_-])(?:byline|author|writer)(?:$|[\s_-])", classes(node), re.IGNORECASE
        ):
            continue
        if _is_elsewhere(node):
            continue
        around = node.getparent()
        whole = text_of(around) if node.tag == "a" and around is not None else ""
        shown = whole if re.match(r"by\s", whole, re.IGNORECASE) and not re.search(r"\d", whole) else text_of(node)
        value = _names(re.split(r"\s+[|•·]\s+|,?\s+(?:updated|published)\b", shown, flags=re.IGNORECASE)[0])
        if value and len(value.split()) <= LONGEST_BYLINE and not re.search(r"\d{3}", value):
            yield Finding(field="byline", value=value, where="byline element")
            return


def _is_elsewhere(node: html.HtmlElement) -> bool:
    """Whether an element stands in a part of the page that belongs to other articles, or to readers."""
    return any(
        parent.tag in {"aside", "nav", "footer"}
        or re.search(r"related|comment|sidebar|teaser|most-?read|recommend|promo", classes(parent), re.IGNORECASE)
        for parent in node.iterancestors()
    )


def _names(value: str) -> str:
    """
    A byline without its "By"; empty where it is an address, a handle or a number.

    >>> _names("By Jane Doe"), _names("https://example.org/jane"), _names("@jane")
    ('Jane Doe', '', '')
    """
    bare = re.sub(r"^\s*(?:written\s+)?by\s*:?\s+", "", value, flags=re.IGNORECASE).strip(" ,;|")
    return "" if re.match(r"https?://|@|www\.|\d+$|admin$", bare, re.IGNORECASE) or "@" in bare else bare
