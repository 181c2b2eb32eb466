"""
Records from cases, one sentence a claim.

"The ministry [said] <at least 12:killed> people died in <Lom:place> <on Friday:2021-03-05>": before the brackets
stands the source, within them the cue, after them the content; without brackets the outlet speaks. What stands in
angle brackets is a count and its measure, a place, or a day.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from according.matching.relations.nations import countries
from according.records import Attribution, Claim, Place, Quantity, Record, Report, Sentence, SourceLink, Span, Time

MARKED = re.compile(r"<(?P<words>[^:>]+):(?P<means>[^>]+)>")
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "thirteen": 13,
}  # fmt: skip
LARGE = {"fourteen": 14, "thirty": 30, "forty": 40, "dozens": 24, "scores": 40, "hundreds": 200}
SECTORS = {
    "GOV": r"ministry|government|minister|officials?\b|kremlin|authorities|mayor|governor|embassy",
    "MIL": r"army|military|navy",
    "NGO": r"monitor|observatory|group|watch\b|red cross|charity",
    "COP": r"police|sheriff|detectives?",
    "JRN": r"agency|television|newspaper|radio",
    "MED": r"hospital|doctor|medics?\b",
    "REB": r"rebels?|front\b",
    "CVL": r"residents?|activists?|witness",
}
DENIALS = re.compile(r"den(?:y|ies|ied)|dismiss|reject")
OF = re.compile(
    r"\s*(?:[a-z-]+\s+)??([a-z-]+)(?=\s+(?:were|was|had|have|has|died|killed|gunmen|in|and|when|attacked|suffered)\b|[.,]|$)"
)


def recorded(report: dict[str, Any], name: str) -> Record:
    """The record of one report of a case: `says`, and `title`, `outlet`, `published` where they matter."""
    texts, claims, attributions, quantities, places, times = [], [], [], [], [], []
    at = 0
    for number, told in enumerate(([report["title"]] if "title" in report else []) + report["says"], 1):
        plain, marked = _plain(told)
        sentence = plain.replace("[", "").replace("]", "")
        cue = re.search(r"\[([^\]]+)\]", plain)
        start = at + (cue.end() - 1 if cue else 0)
        end = at + len(sentence)
        source = plain[: cue.start()].strip() if cue else ""
        content = (Span(start=start, end=end),)
        claims.append(_claim(number, source, cue[1] if cue else "", at, content, sentence))
        if cue:
            attributions.append(
                Attribution(
                    id=f"a{number}",
                    source=(Span(start=at, end=at + max(1, len(source))),),
                    cue=(Span(start=at + cue.start(), end=at + cue.end() - 2),),
                    content=content,
                    kind="indirect",
                )
            )
        for words, means, offset in marked:
            spans = (Span(start=at + offset, end=at + offset + len(words)),)
            if means == "place":
                places.append(Place(spans=spans, geonames_id=sum(map(ord, words)), name=words, precision="town"))
            elif re.match(r"\d{4}-", means):
                times.append(Time(spans=spans, type="DATE", value=means))
            else:
                quantities.append(_quantity(words, means, sentence[offset + len(words) :], spans))
        stop = "" if sentence.endswith((".", '"')) else "."
        texts.append(sentence + stop)
        at += len(sentence + stop) + 1
    text = " ".join(texts)
    return Record(
        report=Report(
            id=("0" if name == "older" else "1") + hashlib.sha256(text.encode()).hexdigest()[1:],
            text=text,
            title=_plain(report["title"])[0] if "title" in report else None,
            publisher=report.get("outlet", name),
            published=report.get("published"),
        ),
        sentences=tuple(
            Sentence(span=Span(start=found.start(), end=found.end()), words=(), paragraph=0)
            for found in re.finditer(r"\S[^.]*(?:\.(?=\S)[^.]*)*\.?", text)
        ),
        attributions=tuple(attributions),
        claims=tuple(claims),
        quantities=tuple(quantities),
        places=tuple(places),
        times=tuple(times),
    )


def _plain(told: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The sentence without angle brackets, and what stood in them, with its place in the sentence without any."""
    found = []
    while mark := MARKED.search(told):
        before = told[: mark.start()]
        found.append((mark["words"], mark["means"], len(before) - sum(before.count(sign) for sign in "[]")))
        told = before + mark["words"] + told[mark.end() :]
    return told, found


def _claim(number: int, source: str, cue: str, at: int, content: tuple[Span, ...], sentence: str) -> Claim:
    denies = bool(DENIALS.search(cue))
    hedged = re.search(r"\b(?:possibly|may have|suspected|reportedly|probably|likely|either)\b", sentence)
    negative = denies or re.search(r"\b(?:no|not|never|n't|neither)\b", sentence)
    return Claim(
        id=f"c{number}",
        chain=(SourceLink(relation="reported"), *([_link(source, at)] if cue else [])),
        content=content,
        stance="denied" if denies else "accused" if "accus" in cue else "asserted",
        polarity="negative" if negative else "positive",
        certainty="possible" if hedged else "certain",
        attribution=f"a{number}" if cue else None,
    )


def _link(source: str, at: int) -> SourceLink:
    sectors = tuple(name for name, words in SECTORS.items() if re.search(words, source, re.IGNORECASE))
    named = countries(source)
    return SourceLink(
        spans=(Span(start=at, end=at + max(1, len(source))),),
        identification="institution" if sectors else "unnamed",
        sectors=sectors[:1],
        country=min(named) if named else None,
    )


def _quantity(words: str, measure: str, after: str, spans: tuple[Span, ...]) -> Quantity:
    value = next(
        float(word.replace(",", "")) if word[0].isdigit() else float((NUMBERS | LARGE)[word])
        for word in words.lower().split()
        if word[0].isdigit() or word in NUMBERS | LARGE
    )
    low: float | None = value
    high: float | None = value
    bound = "exact"
    if re.search(r"at least|more than|over|dozens|scores|hundreds", words, re.IGNORECASE):
        high, bound = None, "at-least"
    elif re.search(r"about|some|nearly|around", words, re.IGNORECASE):
        low, high, bound = value * 0.9, value * 1.1, "about"
    elif re.search(r"up to|as many as", words, re.IGNORECASE):
        low, bound = None, "at-most"
    noun = OF.match(after)
    return Quantity(
        spans=spans, value=value, low=low, high=high, bound=bound, measure=measure, of=noun[1] if noun else None
    )
