"""
What comparing two reports needs of each: the account, made once from a record, and its statements, one a claim.

A statement's `frame` is the claim with the words that lay it at somebody's door: a claim whose content is "the attack"
stands in the frame "the group claimed responsibility for the attack".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from according.matching.relations.details import Details, details
from according.matching.relations.figures import Count, counts
from according.matching.relations.marks import EMPTY, marks
from according.matching.relations.nations import countries, named, nations
from according.matching.relations.tellers import Teller, cut, teller
from according.matching.relations.words import KINDRED, Weights, numeral, total, weighed
from according.records import Claim, ClaimAt, Record, Span, Spans

LEAD = 500
"""Characters from the start in which a report says what it is about: title and first sentences. A guess."""

LONGEST = 900
"""Characters of a claim that are compared; longer contents are whole speeches, and long texts share words by chance."""

BEFORE = 300
"""Characters before a denial in which its matter is looked for: two sentences. A guess."""

THIN = 4.0
"""Weight of telling words below which a claim tells no event of its own: less than one name. A guess."""

FULL = 4.0
"""Weight of the words of a denial from which it tells by itself what it denies: two words. A guess."""

UNCOUNTED = frozenset({"age", "distance", "money", "percent", "share", "times"})
WHO_DENIES = re.compile(r"((?:[\w'’-]+\s+){1,5})(?:den[yi]|dismiss|reject)|\bby((?:\s+[\w'’-]+){1,4})", re.IGNORECASE)

SMALL = re.compile(r"(?<![\w'’])[a-z][\w-]+")
"""Words in small letters: a word that a report has never so is a name in it, headlines apart."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")

QUOTED = re.compile(r"[\"“«](?P<words>[^\"“”«»]{12,400})[\"”»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denier:
    """Who denies: the countries of the party and whether it is a government."""

    nations: frozenset[str]
    governs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """
    One claim as it compares. `words` is its content, `frame` the same with source and cue. `alone`: nobody in its
    sentence vouches for it but the outlet. `names` are those of its words that the report never has in small letters.
    `context` are the words of its sentence and of what stands before, where it counts. `thin`: its words tell no
    event of their own ("nine people had died"), so it speaks of the report's main event. `marks` name what its
    words mark it as; `matter` is what a denial denies.
    """

    at: ClaimAt
    claim: Claim
    words: str
    frame: str
    sentence: str
    weights: Weights
    framed: Weights
    weight: float
    names: frozenset[str]
    counts: tuple[Count, ...]
    numbers: frozenset[float]
    teller: Teller
    details: Details
    marks: frozenset[str]
    context: Weights
    matter: Weights
    quotes: frozenset[str]
    nations: frozenset[str]
    denier: Denier | None
    days: frozenset[str]
    alone: bool
    headline: bool
    thin: bool
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report as it compares: the words of its title and lead, and the days that its lead tells of."""

    report: str
    outlet: str | None
    published: str | None
    about: Weights
    days: frozenset[str]
    statements: tuple[Statement, ...]


def account(record: Record) -> Account:
    """What comparing needs of `record`."""
    report, reader = record.report, _Reader(record)
    return Account(
        report=report.id,
        outlet=report.publisher,
        published=report.published,
        about=reader.about,
        days=reader.lead_days(),
        statements=_one_denial_a_sentence(tuple(reader.statement(claim) for claim in record.claims if claim.content)),
    )


def _about(text: str) -> Weights:
    """The words of title and lead, without countries: reports of one war share those."""
    return {word: weight for word, weight in weighed(text).items() if word not in nations()}


class _Reader:
    """Reads statements out of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text
        self.entities = {entity.id: entity for entity in record.entities}
        self.attributions = {attribution.id: attribution for attribution in record.attributions}
        self.events = {event.id: event for event in record.events}
        self.counts = counts(record)
        title = record.report.title or ""
        self.title_end = self.text.find(title) + len(title) if title and title in self.text[: LEAD + len(title)] else 0
        self.about = _about(self.text[: len(record.report.title or "") + LEAD])
        self.plain = frozenset(weighed(" ".join(SMALL.findall(self.text))))
        self.said = sorted(
            span.start
            for attribution in record.attributions
            if attribution.source
            for span in (*attribution.cue, *attribution.source, *attribution.content)
        )

    def statement(self, claim: Claim) -> Statement:
        words = cut(self.text, claim.content)[:LONGEST]
        extent, sentence = self._extent(claim), self._sentence(claim.content[0].start)
        frame, whole = self.text[extent.start : extent.end], self.text[sentence.start : sentence.end]
        told = [count for count in self.counts if _within(count.spans[0], claim.content)]
        numbers = self._numbers(claim)
        weights = weighed(words)
        plain = total({word: weight for word, weight in weights.items() if word not in KINDRED})
        names = frozenset(weights) - self.plain
        weights |= dict(map(numeral, numbers))
        told_by = teller(self.record, claim, self.entities)
        marked = marks(frame, words, claim)
        return Statement(
            at=ClaimAt(report=self.record.report.id, claim=claim.id),
            claim=claim,
            words=words,
            frame=frame,
            sentence=whole,
            weights=weights,
            framed=weighed(frame),
            weight=total(weights),
            names=names,
            counts=tuple(told),
            numbers=numbers,
            teller=told_by,
            details=details(frame),
            marks=marked,
            matter=self._matter(frame, sentence) if "denial" in marked else {},
            quotes=quoted(frame),
            nations=named(weights),
            denier=_denier(told_by, frame, whole) if "denial" in marked else None,
            days=self._days(claim),
            alone=len(claim.chain) < 2 and not self._is_attributed(sentence),
            headline=claim.content[0].start < self.title_end,
            thin=(plain < THIN and not self._has_place(claim)) or "competing" in marked,
            context=self._context(sentence) if told or "accusing" in marked else {},
            start=claim.content[0].start,
        )

    def _numbers(self, claim: Claim) -> frozenset[float]:
        """The numbers in the content, but for ages and the like: what is counted."""
        found = (
            next((end for end in (quantity.value, quantity.low, quantity.high) if end is not None), None)
            for quantity in self.record.quantities
            if quantity.measure not in UNCOUNTED and quantity.spans and _within(quantity.spans[0], claim.content)
        )
        return frozenset(number for number in found if number is not None)

    def _days(self, claim: Claim) -> frozenset[str]:
        """The days in its words, and those of its events."""
        times = [self.events[name].time for name in claim.events if name in self.events]
        times += [time for time in self.record.times if time.spans and _within(time.spans[0], claim.content)]
        return frozenset(time.value[:10] for time in times if time and time.value and DAY.match(time.value))

    def lead_days(self) -> frozenset[str]:
        """The days of the events that title and lead tell of."""
        times = (event.time for event in self.record.events if event.trigger and event.trigger[0].start < LEAD)
        return frozenset(time.value[:10] for time in times if time and time.value and DAY.match(time.value))

    def _has_place(self, claim: Claim) -> bool:
        return any(_within(span, claim.content) for place in self.record.places for span in place.spans)

    def _context(self, sentence: Span) -> Weights:
        """The words of a sentence and of what stands before it."""
        return weighed(self.text[max(0, sentence.start - BEFORE) : sentence.end])

    def _matter(self, frame: str, sentence: Span) -> Weights:
        """
        The words of a denial and of what stands before it, without those that only deny, and without countries.

        "The allegations were false" denies what the report is about.
        """
        told = _telling(weighed(frame))
        if total(told) < FULL:
            told |= _telling(self.about)
        return told | _telling(self._context(sentence))

    def _sentence(self, position: int) -> Span:
        for sentence in self.record.sentences:
            if sentence.span.start <= position < sentence.span.end:
                return sentence.span
        return Span(start=position, end=position + 1)

    def _extent(self, claim: Claim) -> Span:
        """From the first to the last word of source, cue and content."""
        spans = list(claim.content)
        made = self.attributions.get(claim.attribution or "")
        if made:
            spans += [*made.source, *made.cue]
        return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))

    def _is_attributed(self, sentence: Span) -> bool:
        return any(sentence.start <= start < sentence.end for start in self.said)


def _telling(words: Weights) -> Weights:
    return {word: weight for word, weight in words.items() if word not in EMPTY and word not in nations()}


def _denier(by: Teller, frame: str, sentence: str) -> Denier:
    """
    Who denies: the source; where the outlet tells of it, the words before "denied" or after "denied by".

    A seat or a name tells no country by itself ("Brussels"): then the countries of the sentence are those meant.
    """
    told = by.words or " ".join("".join(found.groups(default=" ")) for found in WHO_DENIES.finditer(frame))
    found = countries(told) | (frozenset({by.country}) if by.country else frozenset())
    return Denier(
        nations=found or (frozenset() if by.names else countries(sentence)),
        governs="government" in weighed(told) or bool(by.calling & {"GOV", "MIL"}),
    )


def _one_denial_a_sentence(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The outlet's own claims are no denials where their sentence has one with a source."""
    told = {one.sentence for one in statements if "denial" in one.marks and len(one.claim.chain) > 1}
    return tuple(
        replace(one, marks=one.marks - {"denial"})
        if "denial" in one.marks and len(one.claim.chain) < 2 and one.sentence in told
        else one
        for one in statements
    )


def _within(span: Span, spans: Spans) -> bool:
    return any(other.meets(span) for other in spans)


def quoted(text: str) -> frozenset[str]:
    """
    The quotations in `text`, letters and digits only, small.

    >>> quoted('He said: "We saw the bridge go down."')
    frozenset({'we saw the bridge go down'})
    """
    return frozenset(" ".join(re.findall(r"\w+", found["words"].lower())) for found in QUOTED.finditer(text))
