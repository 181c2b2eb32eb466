"""Every quantity of a report: numbers that count or measure, with bounds, measure and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.grounding.quantities.labels import SCORE, Labels
from according.grounding.quantities.measuring import counted, cumulative, measure_of, table
from according.grounding.quantities.numerals import number
from according.grounding.quantities.phrases import (
    NUMBER_WORDS,
    PHRASE,
    RATIO,
    RATIO_WORDS,
    VAGUE,
    VAGUE_WORDS,
    Amount,
    amount,
    ratio_amount,
    vague_amount,
)
from according.records import Quantity, Report, Segmentation, Sentence, Span, Tags, Time
from according.world.lookup import signs_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ANOTHER = re.compile(
    r"\b (?: another | an \s+ additional | a \s+ further | an \s+ extra | a \s+ single | a | an ) (?= \s+ [A-Za-z] )",
    re.VERBOSE | re.IGNORECASE,
)
"""One, where it counts: "another soldier", "an additional ship"; "a" only of people with what befell them."""
AGE = re.compile(r"\s* -? \s* years? [\s-]+ old \b", re.VERBOSE | re.IGNORECASE)
PEOPLE = _words("""
    person people man woman child boy girl civilian soldier policeman policewoman officer guard driver journalist
    worker protester demonstrator militant fighter rebel peacekeeper villager resident teenager student doctor nurse
    teacher farmer priest aid official passenger pilot prisoner hostage refugee migrant suspect gunman bystander
    """)
"""Those that "a" counts where they were killed, hurt, arrested: a list of ours."""


CHANGED = re.compile(
    r"""\b (?: by | from | rose | risen | rise | rises | fell | fallen | falls | fall | dropped | drop | jumped | gained
        | lost
        | up | down | cut | slipped | climbed | increased | decreased | raised | grew | grown | surged | declined | slid
        | tumbled | added | shed | edged | plunged | lowered | reduced )
        (?: \s+ \w+ )? \s+ (?: [$£€¥#] | US\$ )? \s? $""",
    re.VERBOSE | re.IGNORECASE,
)
"""Ahead of "X to Y": from one value to another, and no range."""
NO_UNITS = _words("thing day way reason point hand side time step moment end example another man's place part")
"""Nouns that "one" does not count: "one reason may be". A list of ours."""
SUMS = frozenset(table("ahead").values()) | frozenset(table("behind").values()) | frozenset(table("nouns").values())
"""Measures that add up in the course of events, as a price or a distance does not."""
SMALL = _words("two three four five six seven eight nine ten")


def quantities_of(
    report: Report, segmentation: Segmentation, tags: Tags, times: tuple[Time, ...]
) -> tuple[Quantity, ...]:
    """
    The report's quantities in the order of the text; nothing that meets one of its `times`.

    Names ("Boeing 787"), ordinals and numbers of lists are none. Bounds are the words' own: "at least 12" has
    no upper end, "about 500" reaches a tenth to either side.
    """
    labels = Labels(report, tags, times)
    taken = tuple(span for time in times for span in time.spans)
    found: list[Quantity] = []
    for sentence in segmentation.sentences:
        for span, one in _amounts(labels, sentence, taken):
            quantity = _quantity(labels, sentence, span, one)
            if quantity is not None:
                found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.spans))


def _amounts(labels: Labels, sentence: Sentence, taken: tuple[Span, ...]) -> Iterator[tuple[Span, Amount]]:
    """One sentence's amounts, not yet measured, each once."""
    begin, end = sentence.span.start, sentence.span.end
    signs = signs_of(labels.text[begin:end])
    times = [span for span in taken if span.meets(sentence.span)]
    done: list[Span] = []
    for match in () if VAGUE_WORDS.isdisjoint(signs) else VAGUE.finditer(labels.text, begin, end):
        span = _span(match)
        if not any(span.meets(other) for other in times):
            done.append(span)
            yield span, vague_amount(match)
    for match in () if RATIO_WORDS.isdisjoint(signs) else RATIO.finditer(labels.text, begin, end):
        span, share = _span(match), ratio_amount(match)
        if share is not None and not any(span.meets(other) for other in (*times, *done)):
            done.append(span)
            yield span, share
    for span, one in () if NUMBER_WORDS.isdisjoint(signs) else _exact(labels, sentence, times):
        if not any(span.meets(other) for other in done):
            done.append(span)
            yield span, one
    for match in ANOTHER.finditer(labels.text, begin, end):
        span = _span(match)
        if not any(span.meets(other) for other in (*times, *done)) and _counts_one(labels, sentence, match):
            yield span, Amount(value=1.0, low=1.0, high=1.0, bound="exact")


def _exact(labels: Labels, sentence: Sentence, times: list[Span]) -> Iterator[tuple[Span, Amount]]:
    """Numbers in figures and words. A range whose ends do not belong together is read again as two."""
    at, end = sentence.span.start, sentence.span.end
    while (match := PHRASE.search(labels.text, at, end)) is not None:
        at = match.end("low")
        age = AGE.match(labels.text, match.end("low"), end)
        number = Span(start=match.start("low"), end=match.end("low"))
        if any(number.meets(other) for other in times) and not age:
            at = max(at, *(other.end for other in times if number.meets(other)))
            continue
        whole = match
        if match["high"] is not None and not _is_range(labels, sentence, match, times):
            shorter = PHRASE.search(labels.text, match.start(), match.start("high") - 1)
            if shorter is None:
                continue
            whole = shorter
        one = amount(whole)
        if one is None or not _is_count(labels, sentence, whole, one):
            continue
        at = max(at, whole.end())
        yield _span(whole), one


def _is_range(labels: Labels, sentence: Sentence, match: re.Match[str], times: list[Span]) -> bool:
    """Whether two numbers are the ends of one: "10-15", "between 12 and 20", not "12 and 20" nor a score."""
    if any(span.start < match.end("high") and match.start("high") < span.end for span in times):
        return False
    one = amount(match)
    if one is None or one.low is None or one.high is None or one.low == one.high:
        return False
    if re.fullmatch(r"[\d.,]+", match["low"]) and (number(match["low"]) or 0) > one.low:
        return False  # "rejected 228-205"
    if match["and"]:
        return bool(match["between"]) and match["between"].lower().startswith("between")
    ahead = labels.text[sentence.span.start : match.start("low")]
    if CHANGED.search(ahead) and re.search(r"\bto\b", match[0]):
        return False
    near = labels.text[max(sentence.span.start, match.start() - 40) : match.end() + 25]
    return not (one.high < 20 and re.search(r"\d\s*[-–]\s*\d", match[0]) and SCORE.search(near))


def _is_count(labels: Labels, sentence: Sentence, match: re.Match[str], one: Amount) -> bool:
    """Whether the number counts or measures something."""
    start, end = match.span("low")
    if one.unit is not None:
        return True
    words, bounds = match["low"].lower(), (sentence.span.start, sentence.span.end)
    if labels.is_label(start, end, bounds, match.end("high") if match["high"] else end):
        return False
    if words == "one" and not _counts_with_one(labels, start):
        return False
    return one.value != 0


def _counts_with_one(labels: Labels, start: int) -> bool:
    """Whether "one" counts: in "one soldier" it does; in "one of them", "the one that", "no one", "one thing" not."""
    word = labels.word(start)
    ahead, behind = labels.form(word - 1).lower(), labels.form(word + 1).lower()
    if ahead in ("no", "the", "this", "that", "any", "every", "each", "which") or behind in (
        "of",
        "another",
        "possible",
    ):
        return False
    phrase = counted(labels, word + 1, min(word + 4, len(labels.tags.words) - 1))
    if phrase and labels.form(phrase[1]).lower() in NO_UNITS:
        return False
    return labels.tags.upos[word] == "NUM" and (phrase is not None or behind in table("behind"))


def _counts_one(labels: Labels, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether "another", "an additional", "a" counts one."""
    first, last = labels.word(match.start()), labels.words(sentence.span.start, sentence.span.end)[-1]
    inside = labels.words(match.start(), match.end())
    phrase = counted(labels, inside[-1] + 1, last) if inside else None  # a piece of a word counts nothing
    if phrase is None:
        return False
    head, words = labels.form(phrase[1]).lower(), match[0].lower().split()
    if len(words) == 2:
        return True
    if words[0] == "another":
        return head in PEOPLE or head in table("nouns")
    bounds = (labels.words(sentence.span.start, sentence.span.end)[0], last)
    told = measure_of(labels, range(first, first + 1), phrase, bounds)
    return head in PEOPLE and told in ("killed", "injured", "arrested", "missing", "abducted")


def _quantity(labels: Labels, sentence: Sentence, span: Span, one: Amount) -> Quantity | None:
    """The record of an amount."""
    words = labels.words(span.start, span.end) or range(labels.word(span.start), labels.word(span.start) + 1)
    in_sentence = labels.words(sentence.span.start, sentence.span.end)
    bounds = (in_sentence[0], in_sentence[-1])
    phrase = counted(labels, words[-1] + 1, bounds[1]) if one.unit != "money" else None
    measure = one.unit
    known = (
        labels.form(words[0] - 1).lower() in ("the", "these", "those", "our", "their", "its", "his", "her")
        and labels.text[span.start : span.end].lower() in SMALL
    )
    if measure in (None, "share"):
        measure = _age(labels, span, words) or measure_of(labels, words, phrase, bounds) or one.unit
    adds_up = one.unit is None and measure in (None, *SUMS) and (one.value or 0) % 1 == 0
    if known and (measure is None or measure in ("troops", "vehicles", "weapons")):
        return None  # "the two companies": the reader knows how many, nobody says it here
    return Quantity(
        spans=(span,), value=one.value, low=one.low, high=one.high, bound=one.bound, measure=measure,
        of=" ".join(labels.text[labels.tags.words[phrase[0]].start : labels.tags.words[phrase[1]].end].split())
        if phrase and measure != "age" else None,
        cumulative=cumulative(labels, words, bounds) if adds_up else None,
    )  # fmt: skip


def _age(labels: Labels, span: Span, words: range) -> str | None:
    """The measure "age" for "aged 55", "a 49-year-old", and "Anna Berg, 49,"."""
    if AGE.match(labels.text, span.end) or labels.form(words[0] - 1).lower() in ("aged", "age"):
        return "age"
    between = labels.form(words[0] - 1) in (",", "(") and labels.form(words[-1] + 1) in (",", ")", ".")
    figures = labels.text[span.start : span.end]
    named = words[0] >= 2 and labels.tags.upos[words[0] - 2] == "PROPN"
    return "age" if between and named and figures.isdigit() and len(figures) <= 2 else None


def _span(match: re.Match[str]) -> Span:
    """A match without spaces at its ends, and without a "from" that opens no range."""
    words = match[0]
    opens = match.re is PHRASE and match["between"] and match["high"] is None
    return Span(
        start=match.end("between") if opens else match.start() + len(words) - len(words.lstrip()),
        end=match.end() - (len(words) - len(words.rstrip())),
    )
