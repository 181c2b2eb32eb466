"""Two versions of one report: what was added, what was lost, and what is told otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from according.matching.boards.board import OUTLET, Voice, Wording
from according.matching.boards.sayings import HEDGED, stand
from according.matching.boards.voices import Voices
from according.matching.boards.wordings import wording
from according.records import Claim, ClaimAt, Quantity, Record, Span

KINDS = ("re-attributed", "re-hedged", "figure", "reworded")
"""What a claim that both versions have may have become; it may be several, but for the last, which is wording alone."""

ALIKE = 0.6
"""
Share of their words that two claims must have in common to be one claim told otherwise (Dice's coefficient over words,
numbers and hedges aside). A guess; a set of pairs of versions, claim by claim, would measure it.
"""

WORD = re.compile(r"[^\W\d_]+")
BEFORE, AFTER = "0", "1"
"""Under which the versions go while they are compared: their texts, and so their ids, may be the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    A claim that both versions have. `kinds`, of `KINDS`, are empty where nothing changed; `before_voice` and
    `after_voice` are who vouches; `figures` are (before, after) in words, "" where there is none on a side.
    """

    before: Wording
    after: Wording
    before_voice: Voice
    after_voice: Voice
    kinds: tuple[str, ...]
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """
    What one version of a report has otherwise than another.

    `fields`: (name, before, after) of title, byline, publisher, published and credits; `added`, `lost` and `changed` in
    the order of the texts; `kept` counts the claims that are as they were. `reread` counts what differs although its
    sentence, and the one before it, stand in both versions word for word: that is the reader's doing, not the report's.
    """

    before: str
    after: str
    fields: tuple[tuple[str, str, str], ...]
    added: tuple[Wording, ...]
    lost: tuple[Wording, ...]
    changed: tuple[Change, ...]
    kept: int
    reread: int = 0


def difference(old: Record, new: Record) -> Difference:
    """
    What `new` has otherwise than `old`.

    Claims are paired one to one, those with the same words first, then the most alike; the same words by the same
    source before the same words by another.
    """
    held = {BEFORE: old, AFTER: new}
    claims = [ClaimAt(report=key, claim=claim.id) for key, record in held.items() for claim in record.claims]
    voices = Voices(held, claims, dict.fromkeys(held, BEFORE))
    pairs = _pairs(old, new, voices)
    told = [(_change(old, new, one, other, voices), one, other) for one, other in pairs]
    of_old, of_new = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    stood, stands = _sentences(old), _sentences(new)
    added = [claim for claim in new.claims if claim.id not in of_new]
    lost = [claim for claim in old.claims if claim.id not in of_old]
    changed = [(change, one, other) for change, one, other in told if change.kinds]
    real = [
        change for change, one, other in changed if not (_stands_in(stands, old, one) and _stands_in(stood, new, other))
    ]
    really_added = [claim for claim in added if not _stands_in(stood, new, claim)]
    really_lost = [claim for claim in lost if not _stands_in(stands, old, claim)]
    return Difference(
        before=old.report.id,
        after=new.report.id,
        fields=tuple(_fields(old, new)),
        added=tuple(wording(new, claim) for claim in really_added),
        lost=tuple(wording(old, claim) for claim in really_lost),
        changed=tuple(real),
        kept=len(told) - len(changed),
        reread=len(changed) + len(added) + len(lost) - len(real) - len(really_added) - len(really_lost),
    )


Neighbours = frozenset[tuple[str, str]]
"""Sentences, each behind the one before it: what a reader has to go by."""


def _sentences(record: Record) -> Neighbours:
    """All sentences of a report, white space aside; an empty one stands before the first."""
    words = [" ".join(record.report.text[one.span.start : one.span.end].split()) for one in record.sentences]
    return frozenset(zip(["", *words], words, strict=False))


def _stands_in(other: Neighbours, record: Record, claim: Claim) -> bool:
    """Whether the other version has the sentences of a claim, each behind the same one; False where there are none."""
    words = [" ".join(record.report.text[one.span.start : one.span.end].split()) for one in record.sentences]
    around = {
        (before, word)
        for before, word, one in zip(["", *words], words, record.sentences, strict=False)
        if any(one.span.meets(span) for span in claim.content)
    }
    return bool(around) and around <= other


def _fields(old: Record, new: Record) -> Iterator[tuple[str, str, str]]:
    for name in ("title", "byline", "publisher", "published"):
        before, after = getattr(old.report, name) or "", getattr(new.report, name) or ""
        if before != after:
            yield name, before, after
    if old.report.credits != new.report.credits:
        yield "credits", ", ".join(old.report.credits), ", ".join(new.report.credits)


def _pairs(old: Record, new: Record, voices: Voices) -> list[tuple[Claim, Claim]]:
    """Claims that are one in both versions, in the order of the new text."""
    words = {(BEFORE, claim.id): _words(old, claim) for claim in old.claims}
    words |= {(AFTER, claim.id): _words(new, claim) for claim in new.claims}
    scored = []
    for first, one in enumerate(old.claims):
        for second, other in enumerate(new.claims):
            alike = _alike(words[BEFORE, one.id], words[AFTER, other.id])
            if alike >= ALIKE:
                same = _same_voice(voices.of(_old(one)), voices.of(_new(other)))
                scored.append((-round(alike, 6), not same, abs(first - second), second, first))
    paired: dict[int, int] = {}
    for *_, second, first in sorted(scored):
        if second not in paired and first not in paired.values():
            paired[second] = first
    return [(old.claims[first], new.claims[second]) for second, first in sorted(paired.items())]


def _old(claim: Claim) -> ClaimAt:
    return ClaimAt(report=BEFORE, claim=claim.id)


def _new(claim: Claim) -> ClaimAt:
    return ClaimAt(report=AFTER, claim=claim.id)


def _same_voice(one: Voice, other: Voice) -> bool:
    return one == other or one.identification == other.identification == OUTLET


def _words(record: Record, claim: Claim) -> Counter[str]:
    """The words of a content, without its figures and without what hedges it."""
    hedges = claim.certainty_words if claim.certainty in HEDGED else ()
    aside = [*hedges, *(span for figure in _figures(record, claim) for span in figure.spans)]
    text = record.report.text
    return Counter(
        match.group().casefold()
        for span in claim.content
        for match in WORD.finditer(text, span.start, span.end)
        if not any(one.meets(Span(start=match.start(), end=match.end())) for one in aside)
    )


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """
    Dice's coefficient of two bags of words.

    >>> _alike(Counter(["a", "b"]), Counter(["a", "c"]))
    0.5
    """
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def _change(old: Record, new: Record, one: Claim, other: Claim, voices: Voices) -> Change:
    before, after = wording(old, one), wording(new, other)
    speakers = voices.of(_old(one)), voices.of(_new(other))
    figures = _figures(old, one), _figures(new, other)
    moved = () if _bounds(figures[0]) == _bounds(figures[1]) else tuple(_beside(old, new, *figures))
    stands = (stand(one), one.stance, one.certainty), (stand(other), other.stance, other.certainty)
    kinds = {
        "re-attributed": not _same_voice(*speakers),
        "re-hedged": stands[0] != stands[1] or before.hedges.casefold() != after.hedges.casefold(),
        "figure": bool(moved),
    }
    kinds["reworded"] = not any(kinds.values()) and _words(old, one) != _words(new, other)
    return Change(
        before=before,
        after=after,
        before_voice=speakers[0],
        after_voice=speakers[1],
        kinds=tuple(kind for kind in KINDS if kinds[kind]),
        figures=moved,
    )


def _figures(record: Record, claim: Claim) -> list[Quantity]:
    return [
        quantity
        for quantity in record.quantities
        if quantity.spans and any(span.holds(quantity.spans[0]) for span in claim.content)
    ]


def _bounds(figures: Iterable[Quantity]) -> Counter[tuple[object, ...]]:
    return Counter((figure.low, figure.high, figure.bound) for figure in figures)


def _beside(old: Record, new: Record, before: list[Quantity], after: list[Quantity]) -> Iterator[tuple[str, str]]:
    """
    The figures that are not in both, paired by measure, then in the order of the text.

    One that has no measure and no partner is left out: it went or came with other words ("two in the morning").
    """
    gone = [figure for figure in before if not (_bounds([figure]) & _bounds(after))]
    come = [figure for figure in after if not (_bounds([figure]) & _bounds(before))]
    for figure in gone:
        match = next((one for one in come if one.measure == figure.measure), come[0] if come else None)
        if match is not None:
            come.remove(match)
        if match is not None or figure.measure is not None:
            yield _told(old, figure), _told(new, match) if match is not None else ""
    yield from (("", _told(new, figure)) for figure in come if figure.measure is not None)


def _told(record: Record, figure: Quantity) -> str:
    text = record.report.text
    words = " ".join(text[figure.spans[0].start : figure.spans[-1].end].split())
    return f"{words} {figure.measure}" if figure.measure else words
