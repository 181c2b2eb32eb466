"""
Agencies that a report credits: "(Reuters)", "Photo by: AFP", "AP Photo/Jane Doe", "Gazette Online and agencies".

Only lines and places that are there for credits are searched: bylines, datelines, photograph and
credit lines, the very end. "Reuters reported that ..." in a sentence is a source, not a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from according.reading.agencies import AGENCY, UNNAMED, named, of_byline
from according.reading.findings import Line

PHOTO = r"(?: (?:file|stock|courtesy) \s+ )? (?: photo(?:graph|grapher)? | picture | image | video | pic | handout ) s?"

LABEL = re.compile(
    rf"""
    [\[(*–—―-]* \s*
    (?:
        {PHOTO} \s* (?: credits? | source | courtesy | copyright )? \s* (?: of | from )? \s*
            (?: by \s* :? | [:/|–—-] ) \s*                                   # Photo by: / Photo: / Image credit:
      | (?: {PHOTO} \s+ )? (?: credits? | courtesy ) \s* (?: of \s | [:/|-] ) \s*     # Credit: / Courtesy of
      | (?: © | \(c\) | copyright ) \s* (?: © | \(c\) )? \s*
            (?: \d{{4}} (?: \s* [-–] \s* \d{{4}} )? )? \s* ,? \s*              # © 2016
      | (?: news \s+ )? (?: sources? | agency | agencies ) \s* [:|–—] \s*      # Source:
      | source \s+ (?= [A-Z] )                                               # Source Gazette Online and agencies
      | (?: with \s+ )? (?: additional \s+ )?
            (?: reporting | inputs? | files? | material | information | report ) \s* (?: by | from ) \s* :? \s+
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

CONTRIBUTED = re.compile(
    r"""
    (?P<names> [^.()]{2,100}? ) \s+ (?: also \s+ )? (?: have \s+ | has \s+ )?
    (?: contributed \s+ (?: to \s+ (?: this | the ) | reporting | additional )
      | (?: was | were ) \s+ used \s+ in \s+ this \s+ report )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""\"The Associated Press contributed to this report.\""""

ENDING = re.compile(
    r"""
    (?:
        [(\[] \s* (?P<bracketed> [^()\[\]]{2,80} ) \s* [)\]] \s* \.?            # ... on Monday. (Jane Doe/AFP)
      | (?<= [.!?"'”’] ) \s* [-–—―]{1,3} \s* (?P<dashed> [\w /.&’'-]{2,50}? )    # ... the monitor said.--AFP
      | (?<= [.!?"'”’] ) \s+ (?P<slashed> \S+ (?: \s\S+ ){0,3} \s? / \s? \S+ (?: \s\S+ ){0,3} )   # ... REUTERS/Jane Doe
      | (?<= [.!?"'”’] ) \s+
            (?P<contributed> [^.!?]{2,100} \ contributed\ to\ this\ (?: report | story | article ) \.? )
      | (?<= [.!?"'”’] ) \s+
            (?P<loose> (?: Sources? | Photo | Credit | With | Agencies | [A-Z]\w+ \s+ and ) \b [^.!?]{3,90} \.? )
    ) \s* $
    """,
    re.VERBOSE,
)
"""A credit at the end of a caption or of a last paragraph; "loose" where a page copied into text has run it in."""

LONGEST_ENDING = 200
"""Characters from a line's end in which its credit begins; `ENDING` itself allows about 120."""

PLACES_OF_CREDITS = {"bracketed": 10_000, "dashed": 3, "slashed": 1, "contributed": 3, "loose": 3}
"""How many lines from the end such an ending is believed in; brackets everywhere, since captions have them."""

LONGEST_CREDIT_LINE = 22
"""Words; what opens like a credit and runs on is a sentence. A guess; agencies' longest tail lines have about 20."""

BESIDE_AGENCIES = frozenset(
    (
        "and",
        "with",
        "photo",
        "photos",
        "via",
        "for",
        "by",
        "images",
        "staff",
        "file",
        "video",
        "handout",
        "pool",
        "in",
        "from",
        "news",
    )
)
"""What stands beside agencies in a line that holds nothing else."""

OUTLET = re.compile(
    r"""
    \b (?: news\w* | agency | press | wire | times | post | herald | tribune | gazette | daily | journal | tv | radio
        | media | observer | courier | chronicle | telegraph | mirror | mail | star | sun | globe | guardian
        | independent | examiner | dispatch | inquirer | echo | express | bulletin | monitor | network | argus ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words in the names of outlets, by which "Source: Harbour Post" is told from "Source: Ministry of Health"."""


def is_credit_line(text: str) -> bool:
    """
    Whether a line is there to credit somebody, agency or not.

    >>> is_credit_line("Photo by: Jane Doe"), is_credit_line("AP Photo/Jane Doe"), is_credit_line("Reuters")
    (True, True, True)
    >>> is_credit_line("Source familiar with the matter said the port would close."), is_credit_line("Reuters said so.")
    (False, False)
    """
    line = text.strip()
    if not line or len(line.split()) > LONGEST_CREDIT_LINE:
        return False
    bare = line.strip(" ()[]*-–—―|.•")
    label = LABEL.match(bare)
    if label and label.end() < len(bare) and not re.search(r"\b(?:said|says|told)\b", bare):
        return True
    if CONTRIBUTED.match(bare):
        return True
    words = len(bare.split())
    return words <= (3 if re.search(r"[.!?]$", line) else 8) and _only_names(bare)


def _only_names(text: str) -> bool:
    """Whether nothing is left of the line but names once its agencies are taken out: "REUTERS/Jane Doe"."""
    text = re.sub(r"^with\s+", "", text, flags=re.IGNORECASE)
    if UNNAMED.fullmatch(text):
        return len(text.split()) <= 6 and (text[:1].isupper() or len(text.split()) <= 2)
    if not AGENCY.search(text):
        return False
    words = re.findall(r"[^\s/|,;:&·•-]+", AGENCY.sub(" ", text))
    strange = [word for word in words if word.lower() not in BESIDE_AGENCIES]
    return not strange or ("/" in text and all(word[:1].isupper() for word in strange))


def find(text: str, lines: Iterable[Line]) -> tuple[tuple[int, str], ...]:
    """
    Every agency that the lines credit, as written, with its place in `text`, in order.

    >>> text = "The port shut on Monday, Reuters said. (AFP photo)"
    >>> find(text, [Line(start=0, end=len(text))])
    ((40, 'AFP'),)
    """
    body = list(lines)
    return tuple(sorted(each for number, line in enumerate(body) for each in _of_line(text, line, len(body) - number)))


def _of_line(text: str, line: Line, from_end: int) -> Iterator[tuple[int, str]]:
    """The agencies that one line credits; `from_end` is 1 for the last line."""
    words = text[line.start : line.end]
    if line.kind == "byline" or re.match(r"by\s", words, re.IGNORECASE):
        if len(words.split()) <= LONGEST_CREDIT_LINE and (line.kind or not words.endswith(".")):
            yield from ((line.start + words.find(name), name) for name in of_byline(words))
        return
    if line.kind == "credit" or (line.kind != "title" and is_credit_line(words)):
        contributed = CONTRIBUTED.match(words)
        part = contributed["names"] if contributed else words
        yield from ((line.start + at, name) for at, name in _all_named(part))
        return
    ending = ENDING.search(words, max(0, len(words) - LONGEST_ENDING))
    if ending is None:
        return
    group = next(name for name in PLACES_OF_CREDITS if ending[name])
    if from_end > PLACES_OF_CREDITS[group] and line.kind != "caption":
        return
    phrase = ending[group].strip()
    if is_credit_line(phrase) or re.match(r"(?:AP|AFP|EPA|REUTERS|Reuters) ?(?:Photo|/)", phrase):
        contributed = CONTRIBUTED.match(phrase)
        start = line.start + ending.start(group)
        yield from ((start + at, name) for at, name in _all_named(contributed["names"] if contributed else phrase))


def _all_named(text: str) -> tuple[tuple[int, str], ...]:
    """The agencies of one credit; an outlet that stands after "Source:" counts whole where no agency is known in it."""
    label = LABEL.match(text)
    start = label.end() if label else 0
    found = named(text[start:])
    if found:
        return tuple((start + at, name) for at, name in found)
    source = re.match(
        r"\W*(?:news\s+)?(?:sources?|agency|agencies)\s*[:|–—]?\s+(?P<name>[A-Z][^.;()©\n]{1,60})", text, re.IGNORECASE
    )
    if source is None or not OUTLET.search(source["name"]):
        return ()
    return ((source.start("name"), source["name"].strip()),)
