"""A story's timeline, and what of it is new since a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from according.matching.boards.board import OUTLET, Board, Changes, Moment, Point, Saying, Series, Voice
from according.matching.boards.evidence import TOLL, Evidence
from according.matching.boards.wordings import UNDATED, when
from according.records import ClaimAt

KINDS = ("said", "figure", "denied", "contradicted", "corrected", "hedge-lost")
"""Kinds of moment, in the order in which those of one report are told."""

TURNS = {"contradicts": "contradicted", "corrects": "corrected"}
"""Relation -> the kind of moment that its newer claim makes."""


def timeline(
    points: Sequence[Point], sayings: Sequence[Saying], figures: Sequence[Series], known: Evidence
) -> tuple[Moment, ...]:
    """
    The moments of a story by date: each content where it first appears, each voice's first denial, each new toll
    that has to do with the story, and where claims were contradicted, corrected or lost a hedge.
    """
    made = [
        replace(_moment("denied", row.first.at, known), against=row.against) for row in sayings if row.stand == "denied"
    ]
    counted: dict[ClaimAt, list[str]] = defaultdict(list)
    for series in figures:
        for count in series.counts:
            if count.change or (series.measure in TOLL and not count.is_beside):
                counted[count.first.at].append(f"{count.words} {series.measure}")
    made += [replace(_moment("figure", at, known), words=", ".join(words)) for at, words in counted.items()]
    told = {moment.wording.at for moment in made}
    made += [_moment("said", point.first.at, known) for point in points if point.first.at not in told]
    return tuple(sorted([*made, *_turns(known)], key=_order))


def _turns(known: Evidence) -> list[Moment]:
    """
    Where claims lost a hedge; and where a source first contradicted or corrected another.

    What copies say of it again is no turn, nor is a headline that still has the old figure: outlets in their own words
    are left out here.
    """
    found: dict[tuple[str, ClaimAt], dict[Voice, None]] = defaultdict(dict)
    seen: set[tuple[str, frozenset[Voice]]] = set()
    for relation in sorted(known.relations, key=lambda one: known.when(one.newer)):
        speaker, other = known.voices.of(relation.newer), known.voices.of(relation.older)
        if relation.hedge_loss:
            found["hedge-lost", relation.newer] = {}
        kind, both = TURNS.get(relation.relation), frozenset((speaker, other))
        if kind is None or (kind, both) in seen or OUTLET in (speaker.identification, other.identification):
            continue
        seen.add((kind, both))
        found[kind, relation.newer][other] = None
    return [replace(_moment(kind, at, known), against=tuple(voices)) for (kind, at), voices in found.items()]


def _moment(kind: str, at: ClaimAt, known: Evidence) -> Moment:
    words = known.wording(at)
    return Moment(at=words.published, kind=kind, voice=known.voices.of(at), wording=words, words=words.words)


def _order(moment: Moment) -> tuple[object, ...]:
    first = when(moment.at, moment.wording.at)
    return (*first[:3], KINDS.index(moment.kind), first[3], moment.words)


def changes(board: Board, since: str) -> Changes:
    """
    What the board shows from a day on that it did not show before.

    Args:
        since: ISO 8601 day; a report of that day is new. The undated are never new: nobody knows when they came.
    """
    old = {report.report for report in board.reports if (report.published or "")[:10] < since}
    return Changes(
        since=since,
        reports=tuple(report for report in board.reports if report.published and report.report not in old),
        moments=tuple(moment for moment in board.timeline if since <= (moment.at or "")[:10] < UNDATED),
        reports_before=len(old),
        origins_before=sum(any(report.report in old for report in one.reports) for one in board.lineages),
    )
