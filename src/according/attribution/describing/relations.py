"""
How a source's words reached whoever passes them on: said · told · cited · reported · showed · posted.
"""

from __future__ import annotations

import re

from according.records import Span, Spans

CUES = (
    (
        "posted",
        r"""
        \b (?: re-? )? tweet(?:ed|s|ing)? \b                        # tweeted
      | \b post(?:ed|s|ing)? \b (?! \s+ mortem )                    # posted on Telegram
      | \b (?: wrote | said | writing | saying | added | announced | in\ a\ \w+ ) \b .* \b (?: on | in | via ) \b .*
        \b (?: twitter | x | facebook | telegram | instagram | weibo | social\ media | truth\ social | tweet | post
          | blog | youtube ) \b
    """,
    ),
    (
        "cited",
        r"""
        \b according \s+ to \b | \b in \s+ the \s+ words \s+ of \b   # according to
      | \b cit(?:ed|es|e|ing) \b | \b quot(?:ed|es|e|ing) \b         # citing, was quoted as saying
      | \b attribut(?:ed|es|e|ing) \b | ^ \s* per \b | \b as \s+ per \b
    """,
    ),
    ("told", r"\b (?: told | tells? | telling | informed | informs? | informing | briefed | briefing | confided ) \b"),
    ("reported", r"\b report(?:ed|s|ing|edly)? \b"),
    (
        "showed",
        r"""
        \b (?: show(?:ed|s|n|ing)? | depict(?:ed|s|ing)? | captur(?:ed|es|ing) | reveal(?:ed|s|ing)? ) \b
    """,
    ),
)
PATTERNS = tuple((relation, re.compile(pattern, re.VERBOSE | re.IGNORECASE | re.DOTALL)) for relation, pattern in CUES)

SHOWN_BY_DOCUMENTS = re.compile(
    r"\b (?: indicat\w+ | suggest\w* | found | finds | appear\w* \s+ to \s+ show ) \b", re.VERBOSE | re.IGNORECASE
)


def relation_of(cue: str, identification: str | None = None) -> str:
    """
    The relation that the cue's words express; "said" where they tell nothing else.

    >>> relation_of("according to"), relation_of("told reporters that"), relation_of("insisted")
    ('cited', 'told', 'said')

    What a person reveals is said; what a document or footage reveals is shown:

    >>> relation_of("revealed", "named"), relation_of("revealed", "document")
    ('said', 'showed')
    """
    for relation, pattern in PATTERNS:
        if pattern.search(cue):
            if relation == "showed" and identification not in ("document", None) and not cue.lower().startswith("show"):
                return "said"
            return relation
    if identification == "document" and SHOWN_BY_DOCUMENTS.search(cue):
        return "showed"
    return "said"


def words_of(text: str, spans: Spans) -> str:
    """The spans' words, one space between spans."""
    return " ".join(text[span.start : span.end] for span in spans)


def whole(spans: Spans) -> Span:
    """From the first span's start to the last one's end."""
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))
