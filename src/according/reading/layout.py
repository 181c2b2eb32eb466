"""
What the layout of plain text tells: headline, byline, date line, and labels such as "HEADLINE:".

The head of a report is what stands above its first paragraph. Each of its lines is one thing, and
the first that is nothing else and looks like a headline is the title.
"""

from __future__ import annotations

import re

from according.reading.agencies import named
from according.reading.credits import OUTLET, is_credit_line
from according.reading.datelines import opening
from according.reading.dates import FULL_DATE, MONTH, WEEKDAY, date_of, iso
from according.reading.findings import Finding, Line

LONGEST_TITLE = 30
"""Words. The longest headlines that agencies send are near 20; standfirsts run to 40. A guess."""

HEAD_LINES = 12
"""Lines, blank ones not counted, in which head matter is looked for. A guess: archives print up to nine."""

LABELLED = re.compile(
    r"""
    (?P<label> headline | title | byline | author | writer | dateline | date | published | publication (?: \s date )?
             | source | outlet | newspaper | url | link | credit ) \s* : \s* (?P<value> \S.{0,300}? ) \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Head lines of archives and data bases: "HEADLINE: Port shut", "Source: The Herald", "Date: 3 June 2016"."""

FIELDS = {
    "headline": "title", "title": "title", "byline": "byline", "author": "byline", "writer": "byline",
    "date": "published", "published": "published", "publication date": "published",
    "publication": "publisher", "outlet": "publisher", "newspaper": "publisher", "url": "url", "link": "url",
}  # fmt: skip

DATE_LABEL = re.compile(
    rf"""
    (?: (?: first \s+ )? (?: published | posted | issued | released )
      | date (?: \s of \s publication )? | publication \s date )
    (?: \s+ (?: on | at ) )? \s* [:|-]? \s*
    (?: \d{{1,2}}:\d{{2}} \s* (?: [ap]\.?m\.? )? \s* (?: [A-Z]{{2,5}} )? ,? \s* (?: on \s+ )? )?  # at 14:02 GMT on
    (?= \d | {MONTH} | {WEEKDAY} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What opens a date line: "Published", "Posted on", "Date of publication"."""

AFTER_DATE = re.compile(
    r"[\s,|•·@–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?(?:[+-]\d+)?)?)?[\s.|]*$",
    re.IGNORECASE,
)
"""What may follow the date in a date line: a time of day and its zone."""

BYLINE = re.compile(
    r"""
    (?: (?: by | written \s by | story \s by | words \s by | report(?:ed|ing)? \s by ) \s* :? \s+ (?P<by> \S.{1,120}? )
      | (?P<bare> (?: [A-ZÀ-Þ][\w.'’-]+ \s+ ){1,3} [A-ZÀ-Þ][\w.'’-]+ ) \s* [,|/–—-] \s* (?P<outlet> .{2,50}? )
      | (?P<staff> [A-Z][\w ]{1,30} \s+ (?: staff | correspondent | reporter )s? )
    ) \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)

TAIL_BYLINE = re.compile(
    r"[(\[]?\s*(?:Reporting|Written|Reported|Report)\s+by\s+(?P<names>[^;()\[\]]{3,160}?)\s*(?:;|\.?\s*[)\]]|\.?\s*$)"
)
"""\"(Reporting by Jane Doe in Ankara; Editing by John Roe)\", as Reuters closes its reports."""

SECTION = re.compile(
    r"(?:(?:top|breaking|latest|world|local|national|international|regional)\s+)?"
    r"(?:news|stories|story|world|politics|business|opinion|sports?|europe|asia|africa|americas|middle east|breaking"
    r"|exclusive|headlines)\W*$",
    re.IGNORECASE,
)
"""The name of a newspaper's section above the headline."""

COPYRIGHT = re.compile(
    r"\s*(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?P<holder>[A-ZÀ-Þ][^.,|©]{1,60})",
    re.IGNORECASE,
)


def lines(text: str) -> list[Line]:
    r"""
    The lines of a text that hold more than white space, trimmed, in order.

    >>> [(line.start, line.end) for line in lines("One \r\n\n two")]
    [(0, 3), (8, 11)]
    """
    found = []
    for match in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", text):
        words = match[0]
        inner = words.strip()
        if inner:
            start = match.start() + len(words) - len(words.lstrip())
            found.append(Line(start=start, end=start + len(inner)))
    return found


def findings(text: str, body: list[Line]) -> tuple[Finding, ...]:
    """Title, byline, date, publisher and address as the layout shows them; a field may have several candidates."""
    found: list[Finding] = []
    titled = False
    for number, line in enumerate(body[:HEAD_LINES]):
        words = text[line.start : line.end]
        following = body[number + 1] if number + 1 < len(body) else None
        labelled = LABELLED.match(words)
        if labelled:
            found += _labelled(labelled)
            titled = titled or labelled["label"].lower() in {"headline", "title"}
            continue
        if SECTION.match(words) or (is_credit_line(words) and not titled):
            found += byline(words)
            continue
        dated = date_line(words)
        if dated:
            found.append(Finding(field="published", value=dated, where="date line"))
            continue
        by = byline(words)
        if by:
            found += by
            continue
        if (
            titled
            and _is_outlet(words)
            and any(byline(text[near.start : near.end]) for near in _beside(text, body, number))
        ):
            found.append(Finding(field="publisher", value=words, where="line beside the byline"))
            continue
        if not titled and following is not None and _is_title(words, text[following.start : following.end]):
            found.append(Finding(field="title", value=words, where="first line"))
            titled = True
            continue
        if _is_paragraph(words):
            found += _run_on_date(words)
            break
        titled = titled or len(words.split()) > LONGEST_TITLE
    return tuple(found) + tail(text, body)


def _beside(text: str, body: list[Line], number: int) -> list[Line]:
    """The lines right above and below one, with no blank line between."""
    near = [each for each in (number - 1, number + 1) if 0 <= each < len(body)]
    between = {each: text[body[min(each, number)].end : body[max(each, number)].start] for each in near}
    return [body[each] for each in near if len(between[each].splitlines()) <= 1]


def _is_outlet(words: str) -> bool:
    """Whether a short line is the name of an outlet: words in capitals, one of them of those that outlets choose."""
    names = [word for word in words.split() if word not in {"of", "the", "and", "de", "&"}]
    return len(names) <= 6 and all(word[:1].isupper() for word in names) and bool(OUTLET.search(words))


def _labelled(found: re.Match[str]) -> list[Finding]:
    """What a labelled head line gives; an agency named as the source is a credit, found as such elsewhere."""
    label, value = " ".join(found["label"].lower().split()), found["value"]
    where = f'line "{found["label"]}:"'
    if label == "source":
        known = named(value)
        return [] if known else [Finding(field="publisher", value=value, where=where)]
    field = FIELDS.get(label)
    if field is None:
        return []
    if field == "published":
        stated = iso(value) or date_line(value)
        return [Finding(field=field, value=stated, where=where)] if stated else []
    if field == "url" and not re.match(r"https?://\S+$", value):
        return []
    return [
        Finding(
            field=field,
            value=re.sub(r"^by\s+", "", value, flags=re.IGNORECASE) if field == "byline" else value,
            where=where,
        )
    ]


def date_line(words: str) -> str | None:
    """
    The full date of a line that holds nothing else, or None.

    >>> date_line("Published: 3 June 2016, 14:02 GMT"), date_line("Sunday, July 10, 2016")
    ('2016-06-03', '2016-07-10')
    >>> date_line("3 June 2016 was a dark day"), date_line("Updated 4 June 2016")
    (None, None)
    """
    label = DATE_LABEL.match(words)
    start = label.end() if label else 0
    found = FULL_DATE.match(words, start)
    return date_of(found) if found and AFTER_DATE.match(words, found.end()) else None


def _run_on_date(words: str) -> list[Finding]:
    """
    The date that has run into the first paragraph, as pages copied into text have it.

    >>> _run_on_date("Published June 3 2016 Two people were hurt when a wall fell.")[0].value
    '2016-06-03'
    >>> _run_on_date("3 June 2016 was the day the wall fell, said the mayor.")
    []
    """
    label = DATE_LABEL.match(words)
    found = FULL_DATE.match(words, label.end() if label else 0)
    if found is None or (label is None and not re.match(r"\s+(?:[A-Z\"“]|\d+\s+[A-Za-z])", words[found.end() :])):
        return []
    value = date_of(found)
    return [Finding(field="published", value=value, where="date line")] if value else []


def byline(words: str) -> list[Finding]:
    """
    The byline that a head line is, without its "By", or nothing.

    >>> byline("By Jane Doe and John Roe")[0].value, byline("Jane Doe | Reuters")[0].value
    ('Jane Doe and John Roe', 'Jane Doe | Reuters')
    >>> byline("By Monday the river had gone down."), byline("by the numbers")
    ([], [])
    """
    found = BYLINE.match(words)
    if found is None or (re.search(r"[.!?]$", words) and not re.search(r"\b[A-Z]\.$|Jr\.$", words)):
        return []
    if found["by"]:
        value = found["by"]
        names = [
            word
            for word in re.findall(r"[\w.'’-]+", value)
            if word not in {"and", "in", "for", "with", "at", "of", "de", "van", "al", "the"}
        ]
        if (
            not names
            or len(names) > 14
            or not all(word[:1].isupper() or word[:1].isdigit() or "-" in word for word in names[:2])
        ):
            return []
        return [Finding(field="byline", value=value, where="byline")]
    if found["staff"]:
        return (
            [Finding(field="byline", value=words, where="byline")]
            if named(found["staff"]) or re.search(r"[Ss]taff", words)
            else []
        )
    return [Finding(field="byline", value=words, where="byline")] if named(found["outlet"]) and found["bare"] else []


def _is_title(words: str, following: str) -> bool:
    """
    Whether a line of the head is a headline, given the line after it.

    A line that ends like a sentence is one only where its words are capitalised as headlines are,
    or where the report plainly begins on the next line.
    """
    count = len(words.split())
    if count > LONGEST_TITLE or (count < 2 and len(words) < 4) or opening(words):
        return False
    if re.search(r"[a-z]{3}[.!?]['\"’”]?\s+[A-Z]", words) and not opening(following):
        return False
    if not re.search(r"[.!?]['\"’”]?$", words) or words.endswith(("?", "?'", "?’", "...", "…")):
        return not re.search(r"[,;:]$", words)
    content = [word for word in re.findall(r"[^\W\d_][\w'’-]*", words) if len(word) > 3]
    capitalised = sum(1 for word in content if word[0].isupper())
    if content and capitalised >= 0.75 * len(content):
        return True
    return bool(opening(following) or byline(following) or date_line(following))


def _is_paragraph(words: str) -> bool:
    """Whether a line is running text: a sentence of some length, or a dateline's paragraph."""
    return (
        bool(opening(words))
        or (len(words.split()) > 11 and bool(re.search(r"[.!?][\"'”’)]*(?:\s|$)", words)))
        or len(words.split()) > 40
    )


def tail(text: str, body: list[Line]) -> tuple[Finding, ...]:
    """What the last lines tell: who reported, and whose copyright it is, unless an agency's."""
    found: list[Finding] = []
    for line in body[-4:]:
        words = text[line.start : line.end]
        reporter = TAIL_BYLINE.match(words)
        if reporter and not named(reporter["names"]):
            found.append(Finding(field="byline", value=reporter["names"].strip(), where="closing line"))
        holder = COPYRIGHT.match(words)
        if holder and not named(holder["holder"]) and len(words.split()) <= 25:
            name = re.sub(r"\s+all rights reserved.*$", "", holder["holder"].strip(" -–—|/"), flags=re.IGNORECASE)
            found.append(Finding(field="publisher", value=name, where="copyright line"))
    return tuple(found)
