"""
Who passes on whose words: an outlet between the narrator and the speaker.

"An official told Reuters", "citing two officials, Reuters reported", "the minister, quoted by the state
agency": the passer-on is the outer link, the speaker the inner one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.attribution.describing.lexicon import Entry, Term, terms
from according.attribution.describing.phrase import BREAKS, CLAUSE, DETERMINERS, PREPOSITIONS
from according.records import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """The two links: `outer` passes on what `inner` says; `verb` is what tells so."""

    outer: Spans
    inner: Spans
    verb: Span
    rule: str


TO_OUTLET = re.compile(
    r"""
    \b (?: told | tells | telling | informed                                     # told Reuters
      | (?: speaking | spoke | talking | talked | speaks ) \s+ (?: \w+ \s+ )? (?: to | with )     # speaking to Reuters
      | (?: in | during | from ) \s+ (?: an? | his | her | their ) \s+ (?: \w+ \s+ ){0,3}? (?: interview | interviews | comments? | remarks? | statement | message | conversation ) \s+ (?: with | to | for | for\ the | published\ (?:in|by) | carried\ by | broadcast\ (?:on|by) | aired\ (?:on|by) )
      | (?: comments | remarks | statements? | interview ) \s+ (?: to | with | carried\ (?:by|on) | broadcast\ (?:by|on) | published\ (?:by|in|on) | aired\ (?:by|on) | made\ to )
      | (?: quoted | cited | interviewed | contacted | reached ) \s+ by            # quoted by
      | (?: as \s+ )? (?: reported | carried | published | relayed ) \s+ by            # carried by
      | as\ saying \s+ by | to\ have\ said \s+ by
    ) \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUOTING = re.compile(r"\b (?: citing | cites | cited | quoting | quotes | quoted | attributing .{0,40}? \s to ) \s+ (?! by\b | as\b )", re.VERBOSE | re.IGNORECASE)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
TOLD = re.compile(r"(?:told|tells|telling|informed)", re.IGNORECASE)
REPORTING = re.compile(r"\b (?: report(?:ed|s|ing)? | quot(?:ed|es|ing) | cit(?:ed|es|ing) | said | says | wrote | writes ) \b", re.VERBOSE | re.IGNORECASE)


def passing_of(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The two links of this attribution's source, None in the ordinary case of one."""
    return (
        _inside_source(text, source)
        or _to_outlet(text, source, cue, content, sentence)
        or _source_quotes(text, source, cue, content, sentence)
        or _quoted_by_the_one_before(text, source, cue, content, sentence)
    )


def outlet_of(words: tuple[Term, ...]) -> Entry | None:
    """The entry that makes these words an outlet's, None where none does ("reporters" are no outlet)."""
    for word in reversed(words):
        for kind in ("organisation", "body", "mass"):
            entry = word.of(kind)
            if entry is not None and "JRN" in entry.sectors:
                return entry
    return None


def body_of(words: tuple[Term, ...]) -> Entry | None:
    """The entry that makes these words a body's: an outlet, a ministry, an organisation."""
    return outlet_of(words) or next((e for word in reversed(words) if (e := word.of("organisation", "body", "mass", "seat"))), None)


def noun_phrase(text: str, start: int, end: int) -> Span | None:
    """
    The noun phrase that begins at `start`: up to a verb, a clause or a mark, prepositions within it kept.

    >>> text = "two officials at the port who saw it"
    >>> found = noun_phrase(text, 0, len(text))
    >>> text[found.start : found.end]
    'two officials at the port'
    """
    kept: list[Term] = []
    words = terms(text, (Span(start=start, end=end),)) if start < end else ()
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        if word.text in BREAKS | {".", "?", "!", '"', "“", "”"} or word.low in CLAUSE | {"on", "in", "as", "after", "when", "while", "during", "by"} and word.low not in ("familiar", "close", "based"):
            break
        if word.low in ("and", "or") and (following is None or not (following.entries or following.low in DETERMINERS or following.is_capital)):
            break
        if kept and not word.entries and re.search(r"(?:ed|ing)$", word.low) and not word.is_capital and word.low not in ("united",):
            break
        if kept and kept[-1].of("organisation") and not word.entries and not word.is_capital and word.low not in PREPOSITIONS:
            break
        kept.append(word)
    while kept and kept[-1].low in PREPOSITIONS | DETERMINERS | {"and", "or"}:
        kept.pop()
    return Span(start=kept[0].span.start, end=kept[-1].span.end) if kept else None


def _outlet_phrase(text: str, start: int, end: int) -> Span | None:
    """The noun phrase at `start` if it is an outlet's; "told reporters in Ankara" and "told parliament" are none."""
    found = noun_phrase(text, start, min(end, start + 90))
    if found is None:
        return None
    words = terms(text, (found,))
    if outlet_of(words) is None or any(word.of("person") and not word.is_capital for word in words):
        return None
    cut = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS and word.low != "of"), len(words))
    outlet = max((i for i, word in enumerate(words[:cut]) if outlet_of((word,))), default=None)
    if outlet is None:
        return None
    last = outlet
    while last + 1 < cut and words[last + 1].is_capital and words[last + 1].low not in DAYS:
        last += 1
    if last + 1 < cut and not words[last + 1].is_capital and re.match(r"[a-z]", words[last + 1].low) and words[last + 1].low not in ("and", "or"):
        return None  # "a TV interviewer" is a person
    return Span(start=found.start, end=words[last].span.end)


def _inside_source(text: str, source: Spans) -> Passing | None:
    """"sources cited by the channel" and "Reuters, citing two officials," within the source's own words."""
    for span in source:
        for match in TO_OUTLET.finditer(text, span.start, span.end):
            outlet = _outlet_phrase(text, match.end(), span.end)
            if outlet and match.start() > span.start:
                inner = Span(start=span.start, end=len(text[: match.start()].rstrip(" ,–—-(")))
                if inner.start < inner.end:
                    return Passing(outer=(outlet,), inner=(inner,), verb=_trim(match), rule="speaker-to-outlet")
        for match in QUOTING.finditer(text, span.start, span.end):
            cited = noun_phrase(text, match.end(), span.end)
            before = Span(start=span.start, end=len(text[: match.start()].rstrip(" ,"))) if text[span.start : match.start()].strip(" ,") else None
            if cited and before and body_of(terms(text, (before,))):
                return Passing(outer=(before,), inner=(cited,), verb=_trim(match), rule="outlet-cites")
    return None


def _trim(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.start() + len(match.group().rstrip()))


def _outside(span: Span, content: Spans) -> bool:
    return not any(span.meets(other) for other in content)


def _to_outlet(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """"the official told Reuters", "said in an interview with", "was quoted by": near the source and the cue, outside the content."""
    begin, end = min(s.start for s in (*source, *cue)), sentence.end
    for match in TO_OUTLET.finditer(text, max(begin, sentence.start), end):
        verb = _trim(match)
        if not _outside(verb, content) or _others_between(text, source, cue, verb):
            continue
        if TOLD.match(text, verb.start) and not any(span.meets(verb) for span in cue) and _parted(source, cue, content, verb):
            continue
        outlet = _outlet_phrase(text, match.end(), end)
        if outlet and _outside(outlet, content) and not any(outlet.meets(span) for span in source):
            return Passing(outer=(outlet,), inner=source, verb=verb, rule="speaker-to-outlet")
    return None


def _parted(source: Spans, cue: Spans, content: Spans, verb: Span) -> bool:
    """Whether content stands between source or cue and this "told": then it is the main clause's, not theirs."""
    last = max((s.end for s in (*source, *cue) if s.end <= verb.start), default=verb.start)
    return any(last <= span.start < verb.start for span in content)


def _others_between(text: str, source: Spans, cue: Spans, verb: Span) -> bool:
    """Whether a new subject stands between what is the source's and this verb: then the verb is somebody else's."""
    near = [span for span in (*source, *cue) if span.end <= verb.start]
    if not near or any(span.meets(verb) for span in cue):
        return False
    start = max(span.end for span in near)
    if start >= verb.start:
        return False
    between = text[start : verb.start]
    return bool(re.search(r"[.;?!]|\b(?:but|and|while|whereas|although|though)\b", between)) or len(between) > 120 or any(
        word.of("person", "office", "voice") and word.low not in ("speaker",) for word in terms(text, (Span(start=start, end=verb.start),))
    )


def _source_quotes(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The source is a body that cites or quotes another: "Reuters reported, citing two officials"."""
    if body_of(terms(text, source)) is None or not cue:
        return None
    near = Span(start=min(s.start for s in (*cue, *source)), end=sentence.end)
    for match in QUOTING.finditer(text, near.start, near.end):
        verb = _trim(match)
        in_cue = any(span.meets(verb) for span in cue)
        if not in_cue and (not _outside(verb, content) or _others_between(text, source, cue, verb)):
            continue
        cited = noun_phrase(text, match.end(), near.end)
        if cited and _outside(cited, content) and not any(cited.meets(span) for span in source) and _is_voice(text, cited):
            return Passing(outer=source, inner=(cited,), verb=verb, rule="outlet-cites")
    return None


def _is_voice(text: str, span: Span) -> bool:
    """Whether these words can speak: "citing two officials", not "citing rising costs"."""
    words = terms(text, (span,))
    nouns = ("office", "voice", "person", "public", "body", "mass", "document", "organisation", "name", "people", "capital", "seat")
    return any(word.of(*nouns) for word in words) or (words[0].is_capital and words[0].low not in DETERMINERS)


def _quoted_by_the_one_before(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The source is the cited one, and the citing body stands before: "The agency quoted [the minister] as saying"."""
    first = min(span.start for span in source)
    before = text[sentence.start : first] if sentence.start < first else ""
    match = None
    for match in QUOTING.finditer(text, sentence.start, first + 1 if first < sentence.end else sentence.end):
        pass
    if match is None or text[match.end() : first].strip(" \u00a0"):
        return None
    subject = _subject_before(text, sentence.start, match.start(), content)
    if subject is None and not before:
        return None
    return Passing(outer=(subject,), inner=source, verb=_trim(match), rule="outlet-cites") if subject else None


def _subject_before(text: str, start: int, end: int, content: Spans) -> Span | None:
    """The body that reports before `end`: directly ("the agency quoted"), or through "reported, citing"."""
    best = None
    words = [word for word in terms(text, (Span(start=start, end=end),)) if _outside(word.span, content)] if start < end else []
    for i, word in enumerate(words):
        entry = word.of("organisation", "body", "mass")
        if entry is None:
            continue
        after = text[word.span.end : end]
        is_outlet = "JRN" in entry.sectors
        gap = re.sub(r"^(?:['’]s)?\s*", "", after)
        if not gap.strip(" ,") or (is_outlet and REPORTING.match(gap)) or (is_outlet and re.match(r"^,?\s*(?:also|later|earlier|has|had|have|\w+ly)?\s*$", gap)):
            best = _with_modifiers(words, i)
        elif is_outlet and re.match(r"(?:\w+\s+){0,3}" + REPORTING.pattern, gap, re.VERBOSE | re.IGNORECASE):
            best = _with_modifiers(words, i)
    return best


def _with_modifiers(words: list[Term], at: int) -> Span:
    """The noun phrase that ends with this word: its known and capitalised modifiers and its article taken in."""
    first = at
    while first and (words[first - 1].entries or words[first - 1].is_capital or words[first - 1].low in DETERMINERS | {"state", "local", "official", "private", "daily"}) and words[first - 1].low not in PREPOSITIONS and words[first - 1].span.end + 2 > words[first].span.start:
        first -= 1
        if words[first].low in DETERMINERS:
            break
    return Span(start=words[first].span.start, end=words[at].span.end)
