"""
Who passes on whose words: an outlet between the narrator and the speaker.

"An official told Reuters", "citing two officials, Reuters reported", "the minister, quoted by the state
agency": the passer-on is the outer link, the speaker the inner one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.attribution.describing.identification import identification_of
from according.attribution.describing.lexicon import Term, terms
from according.attribution.describing.outlets import body_of, noun_phrase, outlet_phrase
from according.attribution.describing.phrase import phrase
from according.attribution.describing.small_words import DETERMINERS, PREPOSITIONS
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
    # told Reuters · speaking to the BBC · in an interview with Bild · comments carried by SANA · quoted by TASS
    \b (?: told | tells | telling | informed                                     # told Reuters
      | (?: speaking | spoke | talking | talked | speaks ) \s+ (?: \w+ \s+ )? (?: to | with )     # speaking to Reuters
      | (?: in | during | from ) \s+ (?: an? | the | his | her | their ) \s+ (?: [\w-]+ \s+ ){0,3}?
        (?: interviews? | comments? | remarks? | statement | message | conversation ) \s+
        (?: with | to | for | (?: published | carried | broadcast | aired | posted ) \s+ (?: on | by | in ) )
      | (?: comments | remarks | statements? | interviews? ) \s+
        (?: to | with | made \s+ to | (?: published | carried | broadcast | aired ) \s+ (?: on | by | in ) )
      | (?: quoted | cited | interviewed | contacted | reached ) \s+ by            # quoted by
      | (?: as \s+ )? (?: reported | carried | published | relayed ) \s+ by            # carried by
      | as\ saying \s+ by | to\ have\ said \s+ by
    ) \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUOTING = re.compile(
    r"\b (?: citing | cites | cited | quoting | quotes | quoted | attributing .{0,40}? \s to ) \s+ (?! by\b | as\b )",
    re.VERBOSE | re.IGNORECASE,
)
TOLD = re.compile(r"(?:told|tells|telling|informed)", re.IGNORECASE)
SPOKEN = re.compile(r"(?: comments? | remarks? | statements? | interviews? )\b", re.VERBOSE | re.IGNORECASE)
"""What an outlet carries, where the source itself is that: "a statement carried by the agency"."""

REPORTING = re.compile(
    r"\b (?: report(?:ed|s|ing)? | quot(?:ed|es|ing) | cit(?:ed|es|ing) | said | says | wrote | writes ) \b",
    re.VERBOSE | re.IGNORECASE,
)


def passing_of(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The two links of this attribution's source, None in the ordinary case of one."""
    return (
        _inside_source(text, source)
        or _to_outlet(text, source, cue, content, sentence)
        or _source_quotes(text, source, cue, content, sentence)
        or _quoted_by_the_one_before(text, source, content, sentence)
    )


def _inside_source(text: str, source: Spans) -> Passing | None:
    """The two within the source's own words: "sources cited by the channel", "Reuters, citing two officials,"."""
    for span in source:
        for match in TO_OUTLET.finditer(text, span.start, span.end):
            outlet = outlet_phrase(text, match.end(), span.end)
            if outlet and match.start() > span.start:
                spoken = SPOKEN.match(text, match.start())
                inner = Span(start=span.start, end=spoken.end() if spoken else _before(text, match.start()))
                if inner.start < inner.end:
                    return Passing(outer=(outlet,), inner=(inner,), verb=_trim(match), rule="speaker-to-outlet")
        for match in QUOTING.finditer(text, span.start, span.end):
            cited = noun_phrase(text, match.end(), span.end)
            before = (
                Span(start=span.start, end=len(text[: match.start()].rstrip(" ,")))
                if text[span.start : match.start()].strip(" ,")
                else None
            )
            if cited and before and _is_voice(text, cited) and body_of(terms(text, (before,))):
                return Passing(outer=(before,), inner=(cited,), verb=_trim(match), rule="outlet-cites")
    return None


def _before(text: str, end: int) -> int:
    """Where the words before `end` are over, marks and a dangling "who" left out."""
    return len(re.sub(r"[\s,–—(-]+(?:(?:who|which|that|has|have|had|was|were)[\s,]*)*$", "", text[:end]))


def _trim(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.start() + len(match.group().rstrip()))


def _outside(span: Span, content: Spans) -> bool:
    return not any(span.meets(other) for other in content)


def _to_outlet(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The outlet that the source spoke to, near source and cue and outside the content: "told Reuters"."""
    begin, end = min(s.start for s in (*source, *cue)), sentence.end
    for match in TO_OUTLET.finditer(text, sentence.start, end):
        verb = _trim(match)
        if verb.start < begin:
            outlet = outlet_phrase(text, match.end(), begin) if match.end() < begin else None
            if outlet and not text[outlet.end : begin].strip(" ,\u00a0") and _outside(verb, content):
                return Passing(outer=(outlet,), inner=source, verb=verb, rule="speaker-to-outlet")
            continue
        in_source = any(span.meets(verb) for span in source)
        if in_source or not _outside(verb, content) or _others_between(text, source, cue, verb):
            continue
        if (
            TOLD.match(text, verb.start)
            and not any(span.meets(verb) for span in cue)
            and _parted(source, cue, content, verb)
        ):
            continue
        outlet = outlet_phrase(text, match.end(), end)
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
    return (
        bool(re.search(r"[.;?!]|\b(?:but|and|while|whereas|although|though)\b", between))
        or len(between) > 120
        or any(
            word.of("person", "office", "voice") and word.low != "speaker"
            for word in terms(text, (Span(start=start, end=verb.start),))
        )
    )


def _source_quotes(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The source is a body that cites or quotes another: "Reuters reported, citing two officials"."""
    if body_of(terms(text, source)) is None or not cue:
        return None
    near = Span(
        start=min(sentence.start, *(s.start for s in (*cue, *source))), end=max(sentence.end, *(s.end for s in cue))
    )
    for match in QUOTING.finditer(text, near.start, near.end):
        verb = _trim(match)
        in_cue = any(span.meets(verb) for span in cue)
        opens = not text[sentence.start : verb.start].strip(' "“”\u00a0\n') and text[verb.start : verb.end].endswith(
            "ing"
        )
        if (
            not in_cue
            and not opens
            and (
                verb.start < min(s.start for s in source)
                or not _outside(verb, content)
                or _others_between(text, source, cue, verb)
            )
        ):
            continue
        cited = noun_phrase(text, match.end(), near.end)
        if (
            cited
            and _outside(cited, content)
            and not any(cited.meets(span) for span in source)
            and _is_voice(text, cited)
        ):
            return Passing(outer=source, inner=(cited,), verb=verb, rule="outlet-cites")
    return None


def _is_voice(text: str, span: Span) -> bool:
    """Whether these words can speak for themselves: "citing two officials", not "citing costs" or "its own data"."""
    words = terms(text, (span,))
    if len(words) > 1 and words[1].low == "own":
        return False
    return identification_of(text, phrase(words)) is not None


def _quoted_by_the_one_before(text: str, source: Spans, content: Spans, sentence: Span) -> Passing | None:
    """The source is the cited one, and the citing body stands before: "The agency quoted [the minister] as saying"."""
    first = min(span.start for span in source)
    found = list(QUOTING.finditer(text, sentence.start, first + 1 if first < sentence.end else sentence.end))
    match = found[-1] if found else None
    if match is None or text[match.end() : first].strip(" \u00a0"):
        return None
    subject = _subject_before(text, sentence.start, match.start(), content)
    return Passing(outer=(subject,), inner=source, verb=_trim(match), rule="outlet-cites") if subject else None


def _subject_before(text: str, start: int, end: int, content: Spans) -> Span | None:
    """The body that reports before `end`: directly ("the agency quoted"), or through "reported, citing"."""
    best = None
    words = (
        [word for word in terms(text, (Span(start=start, end=end),)) if _outside(word.span, content)]
        if start < end
        else []
    )
    for i, word in enumerate(words):
        entry = word.of("organisation", "body", "mass")
        if entry is None:
            continue
        after = text[word.span.end : end]
        is_outlet = "JRN" in entry.sectors
        gap = re.sub(r"^(?:['’]s)?\s*", "", after)
        if (
            not gap.strip(" ,")
            or (is_outlet and REPORTING.match(gap))
            or (is_outlet and re.match(r"^,?\s*(?:also|later|earlier|has|had|have|\w+ly)?\s*$", gap))
            or (is_outlet and re.match(r"(?:\w+\s+){0,3}" + REPORTING.pattern, gap, re.VERBOSE | re.IGNORECASE))
        ):
            best = _with_modifiers(words, i)
    return best


def _with_modifiers(words: list[Term], at: int) -> Span:
    """The noun phrase that ends with this word: its known and capitalised modifiers and its article taken in."""
    first = at
    while (
        first
        and (
            words[first - 1].entries
            or words[first - 1].is_capital
            or words[first - 1].low in DETERMINERS | {"state", "local", "official", "private", "daily"}
        )
        and words[first - 1].low not in PREPOSITIONS
        and words[first - 1].span.end + 2 > words[first].span.start
    ):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    return Span(start=words[first].span.start, end=words[at].span.end)
