"""
Who stands behind a document: "reports given by two officials" rests on the officials.

Whoever made or gave the document vouches for it. Whoever only has it, saw it or leaked it does
not: "documents seen by the agency" stay documents.
"""

from __future__ import annotations

import re

from according.records import Span, Spans

MADE_BY = re.compile(
    r"""
    ^ (?: (?: the | an? | some | several | various | many | its | his | her | their | two | three | \w+ed | \w+al
        | initial | earlier | preliminary | first | latest | new | recent | joint | written | brief | separate ) \s+ )*
    (?: reports? | accounts? | statements? | remarks? | comments? | testimon(?:y|ies) | information | details | figures
      | data | assessments? | briefings? | descriptions? | versions? | letters? | memos? | e-?mails? | messages?
      | tolls? | counts? | estimates? | claims? ) \s+
    (?: (?: made | given | provided | supplied | issued | released | published | written | compiled | prepared | drafted
          | delivered | submitted | offered | relayed | shared | posted | attributed ) \s+
        (?: on | in | late | early | earlier | to \s+ \w+ )? \s* (?: by | to ) \s+   # "given by", "attributed to"
      | (?: from | by ) \s+ )                                                        # "a statement from"
    (?= \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)

COLLECTED = re.compile(
    r"(?: (?:the\ )? (?:scene|ground|field|area|front|region|past|day|week) )\b", re.VERBOSE | re.IGNORECASE
)
"""Where a report comes from, and not from whom: "reports from the scene"."""


def maker_of(text: str, source: Spans) -> Spans | None:
    """
    The words of whoever made the document that `source` is; None where it is none, or its maker is not told.

    >>> text = "reports given by two officials at the port"
    >>> [text[span.start : span.end] for span in maker_of(text, (Span(start=0, end=len(text)),)) or ()]
    ['two officials at the port']

    Who has a document need not have made it:

    >>> text = "documents seen by the agency"
    >>> maker_of(text, (Span(start=0, end=len(text)),)) is None
    True
    """
    if not source:
        return None
    found = MADE_BY.match(text[source[0].start : source[0].end])
    if found is None or COLLECTED.match(text, source[0].start + found.end(), source[0].end):
        return None
    return (Span(start=source[0].start + found.end(), end=source[0].end), *source[1:])
