"""
What a paragraph of plain text is: title, heading, caption, credit, byline, dateline, date, note, list item or running
text.

It goes by the paragraph's own words, its place and its neighbours. In doubt it is running text: a heading read as
text costs little, text read as a credit line is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

AGENCY = (
    r"(?: Thomson\ Reuters | Reuters | (?:The\ )?Associated\ Press | AP | AFP | Agence\ France-Presse | Xinhua | TASS"
    r" | Interfax | Anadolu(?:\ Agency)? | dpa | DPA | EFE | EPA | Kyodo | PTI | UPI | ANSA | Yonhap | IRNA | SANA"
    r" | Bloomberg | (?:[A-Z][\w]+\ )?[Nn]ews\ [Aa]genc(?:y|ies) | [Aa]gencies | Getty(?:\ Images)? )"
)
"""News agencies, as credits name them."""

MONTH = (
    r"(?: Jan(?:uary|\.)? | Feb(?:ruary|\.)? | Mar(?:ch|\.)? | Apr(?:il|\.)? | May | June? | July? | Aug(?:ust|\.)?"
    r" | Sept?(?:ember|\.)? | Oct(?:ober|\.)? | Nov(?:ember|\.)? | Dec(?:ember|\.)? )"
)

UNFINISHED = re.compile(r"""(?<! [.?!…:;,] ) (?<! [.?!…:;,]["'”’»)\]] ) $""", re.VERBOSE)
STOPPED = re.compile(r"""[.…:,]["'”’»)\]]* $""", re.VERBOSE)

CREDIT = re.compile(
    rf"""
    \(? (?:
        # (Reporting by A. Kaya and B. Roe; editing by C. Silva)
        (?: additional | further )? \s? (?: reporting | writing | editing | compiled | translated | produced )
        \ (?: and\ \w+\ )? by :? \s (?-i: [A-Z] ) .{{0,300}}
      | sources? : \s .{{1,80}}                                                       # Source: Reuters
      | .{{1,120}} \b contributed\ (?: to\ this\ (?:report|story|article) | reporting ) .{{0,40}}
      | (?: © | \(c\) | copyright\b ) .{{0,400}}
        # Globe and agencies
      | (?: with | from )? \s? [\w.’'-]+ (?: [ ,/&]+ [\w.’'-]+ ){{0,7}} \ (?: and | & ) \ (?: news\ )? agencies \.?
    ) $
    | \(? (?: {AGENCY} (?: \s? [,/&+–-] \s? | \ and\ )? ){{1,5}} \)? $                 # Reuters, AFP
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
PICTURE = r"(?: photo | photograph | picture | image | illustration | video | caption )"
CAPTION = re.compile(
    rf"""
    # Photo by: Reuters   File photo: ...   Image/Reuters   Photos courtesy of the port   Credit: A. Kaya
    (?: file | handout )? \s? {PICTURE} s? (?: \ (?:credit|courtesy) )? \s? (?: by \s? : | : | / \s? \w )
  | {PICTURE} s? \ (?: by | courtesy\ of | credit ) \ [^.]{{1,60}} $
  | (?: image | photo )? \s? credit s? : | file\ {PICTURE} \b
    # ... leaves Bodrum (AP Photo/A. Kaya)   ... (Getty Images)   ... (Photo: police)
  | .{{1,600}} [(\[] \s?
    (?: {AGENCY} \s? / | {AGENCY} [)\]] $ | (?: AP\ )? (?: file\ )? (?: photo | image | credit | picture ) \b )
    # ... in this file photo taken in May
  | .{{1,600}} \b in\ (?: this | an? ) \ (?: \w+ \ ){{0,3}} (?: {PICTURE} | grab ) \b [^.]{{0,80}} \.? $
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
WHEN_PICTURED = re.compile(rf"\b (?: {MONTH} (?: \s \d{{1,2}} , )? \s \d{{4}} ) \.? (?: \s [/|-] .* )? $", re.VERBOSE)
"""A picture's date, which ends its caption."""

BYLINE = re.compile(
    rf"""
    # By Jane Doe and John Roe, Staff Writers
    (?: By | BY ) \s (?: (?: [A-Z][\w.'’-]* | and | in | for | of | the | with | & | [|/–-] ) (?: ,? \s | $ ) ){{1,14}}
        (?: on\ )? (?: {MONTH} .{{0,30}} )? $
    # Jane Doe, Reuters
  | (?: [A-Z][\w.'’-]+ \s ){{1,3}} [A-Z][\w.'’-]+ , \s
        (?: {AGENCY} | (?:BBC|CBC|ABC|CBS|NBC|Fox)\ News | CNN | Staff\ Writer | Correspondent ) $
    """,
    re.VERBOSE,
)
DATE = re.compile(
    rf"""
    # Published: Tuesday, 3 June 2014 | 10:30 GMT
    (?: (?: first\ )? (?: published | updated | posted | created | last\ (?:updated|modified) | date )
        \s? (?: on | at )? \s? :? \s* )?
    (?: (?: mon | tues? | wed(?:nes)? | thu(?:rs)? | fri | sat(?:ur)? | sun ) (?:day)? [.,]? \s+ )?
    (?: \d{{1,2}}:\d\d \s? (?:[ap]\.?m\.?)? \s? (?: [A-Z]{{2,4}} )? [,|]? \s+ (?:on\ )? )?
    (?: {MONTH} \s+ \d{{1,2}} (?:st|nd|rd|th)? ,? \s+ \d{{4}} | \d{{1,2}} (?:st|nd|rd|th)? \s+ {MONTH} ,? \s+ \d{{4}}
      | \d{{4}} - \d\d - \d\d | \d{{1,2}} [./-] \d{{1,2}} [./-] \d{{2,4}} )
    (?: [\s,|T@–-]* (?:at\s)? \d{{1,2}} [:.] \s? \d\d .{{0,20}} )? \.? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
DATELINE = re.compile(
    rf"""
    # ANKARA, June 3 (Reuters) -
    [A-Z][A-Z.'’/-]+ (?: \s [A-Z.'’/-]+ ){{0,3}} (?: , \s [A-Z][\w.]+ (?:\s[A-Z][\w.]+)? )?
    (?: ,? \s {MONTH} \s \d{{1,2}} )?
    (?: \s* [(\[] {AGENCY} [)\]] \s* [-–—]* | \s* [-–—]+ ) $
    """,
    re.VERBOSE,
)
NOTE = re.compile(r"\[ [^\[\]]+ \] $", re.VERBOSE | re.DOTALL)
"""A paragraph in square brackets, by which the desk speaks of its report: [This report was corrected on Monday.]"""
ITEM = re.compile(r"(?: [-*•·▪◦●–] | \(?\d{1,2}[.)] | \([a-z]\) ) \s+ \S", re.VERBOSE)
RULED = re.compile(r"[-–—=*] \s .{2,70} \s [-–—=*] $", re.VERBOSE)
"""A heading between dashes, as AFP sets it: "- No way back -"."""

LONGEST_HEADING, LONGEST_TITLE, LONGEST_DECK = 80, 200, 300
"""In characters. Guesses: a collection of plain-text reports with their parts marked would measure them."""

PATTERNS = (
    ("date", DATE, 80), ("byline", BYLINE, 120), ("caption", CAPTION, 800), ("credit", CREDIT, 500),
    ("dateline", DATELINE, 80), ("note", NOTE, 800), ("heading", RULED, 80), ("list-item", ITEM, 5000),
)  # fmt: skip
"""A kind, how it looks, and the length beyond which it is not that."""


def kinds_of(texts: Sequence[str]) -> list[str]:
    """
    The kind of each paragraph of a plain text.

    >>> kinds_of(["Ferry runs aground off Bodrum", "By Ayla Demir", "A ferry ran aground.", "Globe and agencies"])
    ['title', 'byline', 'paragraph', 'credit']

    A caption has no full stop and stands by its photograph's credit:

    >>> kinds_of(["Ferry aground", "Photo by: Reuters", "A ferry leaves Bodrum in May 2019", "It ran aground."])
    ['title', 'caption', 'caption', 'paragraph']
    """
    kinds = [_own_kind(text) for text in texts]
    _mark_title(texts, kinds)
    for number, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        if kind == "paragraph" and UNFINISHED.search(text):
            kinds[number] = _kind_among(text, kinds, number)
    return kinds


def _own_kind(text: str) -> str:
    """The kind that a paragraph's own words tell."""
    for kind, pattern, longest in PATTERNS:
        if len(text) <= longest and pattern.match(text):
            return kind
    return "paragraph"


def _mark_title(texts: Sequence[str], kinds: list[str]) -> None:
    """Name the title: the first words that are not date, byline or credit, if short and without a full stop."""
    for number, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        if kind == "paragraph":
            if len(texts) > number + 1 and len(text) <= LONGEST_TITLE and not STOPPED.search(text):
                kinds[number] = "title"
            return


def _kind_among(text: str, kinds: Sequence[str], number: int) -> str:
    """The kind of a paragraph without a final stop, among its neighbours."""
    before = kinds[number - 1] if number else ""
    after = kinds[number + 1] if number + 1 < len(kinds) else ""
    if before == "title" and after and len(text) <= LONGEST_DECK:
        return "heading"
    if before == "caption" and (WHEN_PICTURED.search(text) or len(text) > LONGEST_HEADING):
        return "caption"
    if after == "caption" and WHEN_PICTURED.search(text):
        return "caption"
    if len(text) <= LONGEST_HEADING and number and after and text[0].isupper():
        return "heading"
    return "paragraph"
