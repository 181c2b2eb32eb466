"""
Which phrase of anonymity is this source's.

A report has many sources and one phrase. It belongs to the person that stands nearest before it in its
sentence, outside what is quoted; in another sentence, only to the same noun again ("The officials
spoke ...") or to "they" right after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.attribution.describing.anonymity_phrases import Hidden, hidden
from according.attribution.describing.countries import singular
from according.attribution.describing.lexicon import PERSONS, Term, terms
from according.attribution.describing.phrase import Phrase
from according.records import Anonymity, Span, Spans
from according.world.lookup import word_set

BARE = re.compile(r"anonymous|unnamed|unidentified|undisclosed|unspecified", re.IGNORECASE)
HIDDEN = ("unnamed", "collective", "role-only")
AGAIN = word_set("he she they both all each who neither none")
Surroundings = tuple[Spans, Spans, Span, tuple[Span, ...]]


def anonymity_of(
    text: str, spans: Spans, shape: Phrase, identification: str | None, around: Surroundings | None
) -> Anonymity | None:
    """
    The phrase and grounds of this source's anonymity; None where nothing is said of it.

    Args:
        text: the whole report.
        spans: the source's own words, and `shape` what they are.
        shape: see `spans`.
        identification: how far the source is identified; names, bodies and documents are not anonymous.
        around: the attribution's cue and content, its sentence, and the sentences near by.
    """
    if identification not in HIDDEN and not shape.is_pronoun:
        return None
    for reason in _reasons(text, spans, shape, identification, around):
        return Anonymity(spans=(reason.span,), grounds=reason.grounds)
    bare = (word.span for word in shape.core.words if identification == "unnamed" and BARE.fullmatch(word.text))
    return next((Anonymity(spans=(span,), grounds="none-given") for span in bare), None)


def _reasons(
    text: str, spans: Spans, shape: Phrase, identification: str | None, around: Surroundings | None
) -> Iterator[Hidden]:
    """Phrases of anonymity that are this source's: in its own words, in its sentence, in sentences near by."""
    for span in spans:
        yield from hidden(text, span)
    if around is None:
        return
    _, content, sentence, nearby = around
    for reason in hidden(text, sentence):
        if _outside(reason, content) and _is_of_source(text, reason, spans, content, sentence):
            yield reason
    for other in nearby if identification == "unnamed" else ():
        yield from (reason for reason in hidden(text, other) if _speaks_of_same(text, reason, shape, other))


def _outside(reason: Hidden, content: Spans) -> bool:
    return not any(span.start <= reason.span.start < span.end for span in content)


def _is_of_source(text: str, reason: Hidden, source: Spans, content: Spans, sentence: Span) -> bool:
    """Whether the nearest persons before the phrase are the source; after it, where none stands before."""
    before = [
        word
        for word in terms(
            text, (Span(start=sentence.start, end=reason.span.start),) if sentence.start < reason.span.start else ()
        )
        if not any(span.meets(word.span) for span in content)
    ]
    for i in range(len(before) - 1, -1, -1):
        word = before[i]
        if any(span.meets(word.span) for span in source):
            return True
        if _is_person(word) and not _is_listener(before, i):
            return False
    after = [
        w
        for w in terms(text, (Span(start=reason.span.start, end=sentence.end),))
        if _is_person(w) or any(s.meets(w.span) for s in source)
    ]
    return bool(after) and any(span.meets(after[0].span) for span in source)


def _is_person(word: Term) -> bool:
    return (word.of(*PERSONS) is not None and not word.of("modifier")) or word.low in ("he", "she")


def _is_listener(words: list[Term], at: int) -> bool:
    """Whom the source spoke to, not who spoke: "told reporters", "spoke to journalists"."""
    return (
        any(word.low in ("told", "to", "with", "by", "informed") for word in words[max(0, at - 4) : at])
        and words[at].of("person") is not None
    )


def _speaks_of_same(text: str, reason: Hidden, shape: Phrase, sentence: Span) -> bool:
    """Whether a sentence near by gives the reason for this source: its noun again, definite, or a pronoun first."""
    start = Span(start=sentence.start, end=reason.span.start) if sentence.start < reason.span.start else None
    words = list(terms(text, (start,))) if start else []
    if not words:
        return False
    nouns = [word for word in words if word.of(*PERSONS)]
    wanted = singular(shape.core)
    if nouns:
        entry = nouns[-1].of(*PERSONS)
        same = entry is not None and entry.word.casefold().rpartition(" ")[2] == wanted
        return same and bool(
            re.match(r"(?:the|both|all|those|these|each|neither|\w+ of the)\b", text[sentence.start :], re.IGNORECASE)
        )
    subject = words[0].low
    if subject not in AGAIN:
        return False
    plural = shape.core.is_plural
    return (subject in ("he", "she")) != plural
