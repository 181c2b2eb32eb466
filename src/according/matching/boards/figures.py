"""How the figures of a story moved, and by whose count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.matching.boards.board import OUTLET, Conflict, Count, Series, Voice
from according.matching.boards.evidence import EARLIER, TOLL, Evidence
from according.matching.boards.wordings import words_of
from according.records import Claim, ClaimAt, Quantity, Record

PART = re.compile(r"\s*(?:of\s+(?:the|them|those|these|his|her|their|whom)|among\s+them)\b", re.IGNORECASE)
"""What follows a figure that counts some of those counted elsewhere: "two of the wounded", "three of them"."""

CHANGES = frozenset({"updates", "corrects", "contradicts"})
"""Relations that a later count of the same voice may have to an earlier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """One quantity where a claim tells it."""

    at: ClaimAt
    record: Record
    quantity: Quantity
    voice: Voice
    scope: str
    of: str | None


def series(known: Evidence) -> tuple[Series, ...]:
    """
    The figures that the claims tell, by measure, scope and what is counted.

    An outlet's own figure is left out where somebody in the same report vouches for it: headlines repeat.
    """
    found: dict[tuple[str, str, str | None], list[_Figure]] = defaultdict(list)
    for figure in _figures(known):
        found[figure.quantity.measure or "", figure.scope, figure.of].append(figure)
    made = []
    for (measure, scope, of), figures in found.items():
        counts = _counts(_vouched(figures), known)
        counted = tuple(count for count, _ in counts)
        made.append(Series(measure=measure, scope=scope, of=of, counts=counted, conflicts=_conflicts(counts, known)))
    return tuple(sorted(made, key=_order))


def _order(series: Series) -> tuple[int, str, str, str]:
    known = TOLL.index(series.measure) if series.measure in TOLL else len(TOLL)
    return known, series.measure, series.scope, series.of or ""


def _figures(known: Evidence) -> Iterator[_Figure]:
    """Each quantity with a measure, where the claim that tells it most narrowly is one of the board's."""
    shown = set(known.claims)
    for report, record in sorted(known.held.items()):
        for quantity in record.quantities:
            holding = [claim for claim in record.claims if _tells(claim, quantity)]
            if quantity.measure is None or not holding:
                continue
            claim = min(holding, key=lambda claim: sum(span.end - span.start for span in claim.content))
            at = ClaimAt(report=report, claim=claim.id)
            if at in shown:
                is_part = PART.match(record.report.text, quantity.spans[-1].end)
                yield _Figure(
                    at=at,
                    record=record,
                    quantity=quantity,
                    voice=known.voices.of(at),
                    scope="part" if is_part else "all",
                    of=None if quantity.measure in TOLL else (quantity.of or "").casefold() or None,
                )


def _tells(claim: Claim, quantity: Quantity) -> bool:
    return bool(quantity.spans) and any(span.holds(quantity.spans[0]) for span in claim.content)


def _vouched(figures: list[_Figure]) -> list[_Figure]:
    told = {(figure.at.report, *_ends(figure.quantity)) for figure in figures if figure.voice.identification != OUTLET}
    return [
        figure
        for figure in figures
        if figure.voice.identification != OUTLET or (figure.at.report, *_ends(figure.quantity)) not in told
    ]


def _ends(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


Counted = tuple[Count, tuple[ClaimAt, ...]]
"""A count, with the claims that tell it."""


def _counts(figures: list[_Figure], known: Evidence) -> list[Counted]:
    """Each voice's counts in time, a count that is told again only once; the voice that counted first comes first."""
    by_voice: dict[Voice, dict[tuple[float | None, float | None], list[_Figure]]] = {}
    for figure in sorted(figures, key=lambda figure: known.when(figure.at)):
        by_voice.setdefault(figure.voice, {}).setdefault(_ends(figure.quantity), []).append(figure)
    made: list[Counted] = []
    for steps in by_voice.values():
        before: Counted | None = None
        for told in steps.values():
            now = _count(told, known), tuple(figure.at for figure in told)
            if EARLIER.search(now[0].voice.name):
                now = replace(now[0], change="withdrawn"), now[1]
            elif before is not None:
                now = replace(now[0], change=_change(before, now, known)), now[1]
            made.append(now)
            before = now
    return made


def _count(told: list[_Figure], known: Evidence) -> Count:
    first = told[0]
    reports, origins = known.spread(figure.at for figure in told)
    return Count(
        voice=first.voice,
        first=known.wording(first.at),
        value=first.quantity.value,
        low=first.quantity.low,
        high=first.quantity.high,
        bound=first.quantity.bound,
        words=words_of(first.record, first.quantity.spans),
        reports=reports,
        origins=origins,
        is_beside=not known.near.intersection(figure.at for figure in told),
    )


def _change(before: Counted, now: Counted, known: Evidence) -> str | None:
    return next((relation for relation in known.between(before[1], now[1]) if relation in CHANGES), None)


def _conflicts(counts: list[Counted], known: Evidence) -> tuple[Conflict, ...]:
    """
    Of the last counts of any two voices, what was decided to contradict, with reasons or by a person.

    Bounds alone do not tell it: two figures of one story may count different things. A count that its own voice has
    changed since, or that was withdrawn, contradicts nobody any more.
    """
    last = {count.voice: (count, claims) for count, claims in counts if count.change != "withdrawn"}
    of_claim = {at: number for number, (_, claims) in enumerate(last.values()) for at in claims}
    latest = list(last.values())
    pairs = {
        (min(one, other), max(one, other)): None
        for at, one in of_claim.items()
        for relation in known.touching.get(at, ())
        if relation.relation == "contradicts"
        for end in (relation.newer, relation.older)
        if (other := of_claim.get(end)) is not None and other != one
    }
    return tuple(Conflict(one=latest[one][0], other=latest[other][0]) for one, other in sorted(pairs))
