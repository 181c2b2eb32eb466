"""What a board is assembled from: the records, decisions and voices of one story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from according.matching.boards.board import Join, Lineage, Told, Wording
from according.matching.boards.voices import Voices
from according.matching.boards.wordings import UNDATED, Records, told, when, wording
from according.records import Claim, ClaimAt, Origin, Record, Relation, Step, Story

TOLL = ("killed", "injured", "missing", "abducted", "arrested", "displaced")
"""The measures that newsrooms call the toll, people counted, in the order in which boards show them."""

ASIDE = frozenset({"background", "legal-proceeding", "hypothetical", "figurative"})
"""Statuses of claims that a board shows only where they tell of the story's events or were found to be related."""

EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first)\s+(?:version|edition|report|article|story)\b", re.IGNORECASE
)
"""What a correction speaks of: "an earlier version of this article said ..."; what it said nobody says any more."""

KEYS = re.compile(r"([0-9a-f]{8}(?:-\d+)?) ([0-9a-f]{8}(?:-\d+)?)")
"""Two reports by their keys, the newer one first, as the ledger gives them in an origin's reasons."""

Found = tuple[Record, Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """
    `held`: the story's reports; `relations`: those between them; `origin_of`: report -> its origin.

    `main`: claims that tell of the story's events; `near`: those and all that stand in a relation; `claims`: all that
    the board shows. `index`: each claim of `held` with its record; `touching`: the relations that each claim stands in.
    """

    held: Records
    index: Mapping[ClaimAt, Found]
    relations: tuple[Relation, ...]
    touching: Mapping[ClaimAt, tuple[Relation, ...]]
    lineages: tuple[Lineage, ...]
    origin_of: Mapping[str, str]
    main: frozenset[ClaimAt]
    near: frozenset[ClaimAt]
    claims: tuple[ClaimAt, ...]
    voices: Voices

    def claim(self, at: ClaimAt) -> Claim:
        """One of `claims`."""
        return self.index[at][1]

    def wording(self, at: ClaimAt) -> Wording:
        """One of `claims` as its report words it."""
        return wording(*self.index[at])

    def when(self, at: ClaimAt) -> tuple[str, ...]:
        """A key that sorts claims by date, the undated last."""
        return when(self.held[at.report].report.published, at)

    def spread(self, claims: Iterable[ClaimAt]) -> tuple[int, int]:
        """(in how many reports, of how many origins) the claims stand."""
        reports = {at.report for at in claims}
        return len(reports), len({self.origin_of[report] for report in reports})

    def between(self, one: Iterable[ClaimAt], other: Iterable[ClaimAt]) -> tuple[str, ...]:
        """The relations that were decided between claims of the one side and of the other, either being the newer."""
        left, right = set(one), set(other)
        found = [
            relation.relation
            for at in sorted(left)
            for relation in self.touching.get(at, ())
            if relation.newer in right or relation.older in right
        ]
        return tuple(dict.fromkeys(found))


def evidence(
    story: Story, records: Mapping[str, Record], relations: Iterable[Relation], origins: Iterable[Origin]
) -> Evidence:
    """What of the records and decisions bears on the story; reports that `records` lacks are left out."""
    held = {report: records[report] for report in story.reports if report in records}
    index = {
        ClaimAt(report=report, claim=claim.id): (record, claim)
        for report, record in held.items()
        for claim in record.claims
    }
    main = frozenset(at for at in story.claims if at in index)
    related = sorted(
        (relation for relation in relations if _is_shown(relation, main, index)),
        key=lambda one: (one.newer, one.older, one.relation),
    )
    touching: dict[ClaimAt, list[Relation]] = defaultdict(list)
    for relation in related:
        touching[relation.newer].append(relation)
        touching[relation.older].append(relation)
    lineages, origin_of = _lineages(held, origins)
    near = main.union(at for relation in related for at in (relation.newer, relation.older))
    claims = _claims(held, near)
    return Evidence(
        held=held,
        index=index,
        relations=tuple(related),
        touching={at: tuple(found) for at, found in touching.items()},
        lineages=lineages,
        origin_of=origin_of,
        main=main,
        near=near,
        claims=claims,
        voices=Voices(held, claims, origin_of),
    )


def _is_shown(relation: Relation, main: frozenset[ClaimAt], index: Mapping[ClaimAt, Found]) -> bool:
    """What two outlets say in their own words beside the story's events is not shown: it may be any line of a page."""
    ends = (relation.newer, relation.older)
    return all(at in index for at in ends) and any(at in main or index[at][1].attribution is not None for at in ends)


def _claims(held: Records, near: frozenset[ClaimAt]) -> tuple[ClaimAt, ...]:
    """
    The claims that the board shows: those that tell of the story's events, those that were found to stand in a relation
    to a claim of another of its reports, and whatever else sources say now in its reports.
    """
    wanted = set(near)
    for report, record in held.items():
        wanted.update(
            ClaimAt(report=report, claim=claim.id)
            for claim in record.claims
            if claim.attribution is not None and claim.status not in ASIDE
        )
    return tuple(sorted(wanted))


def _lineages(held: Records, origins: Iterable[Origin]) -> tuple[tuple[Lineage, ...], dict[str, str]]:
    """The origins of the story's reports, the largest first, and which origin each report is of."""
    origin_of: dict[str, str] = {}
    joins: dict[str, tuple[Join, ...]] = {}
    for origin in origins:
        inside = [report for report in origin.reports if report in held]
        origin_of.update(dict.fromkeys(inside, origin.id))
        if len(inside) > 1:
            joins[origin.id] = tuple(_joins(origin.reasons, inside))
    groups: dict[str, list[Told]] = defaultdict(list)
    for report, record in held.items():
        groups[origin_of.setdefault(report, report)].append(told(record))
    made = [
        Lineage(id=name, reports=tuple(sorted(reports, key=by_day)), joins=joins.get(name, ()))
        for name, reports in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.reports), by_day(one.reports[0])))), origin_of


def _joins(steps: Iterable[Step], inside: list[str]) -> Iterator[Join]:
    """
    An origin's reasons by pair of reports: a step that names two keys ("7f5963fc 56d73822") begins a pair's.

    Pairs with a report outside the story are left out; so is what stands before any pair, where there is one.
    """
    pairs: list[tuple[tuple[str | None, str | None], str, list[str]]] = []
    named = False
    for step in steps:
        keys = KEYS.fullmatch(step.value or "")
        if keys is not None:
            named = True
            pairs.append(((_by_key(keys[1], inside), _by_key(keys[2], inside)), step.rule, []))
        elif pairs:
            pairs[-1][2].append(step.value or step.rule)
        else:
            pairs.append(((None, None), step.rule, [step.value] if step.value else []))
    for (report, other), kinship, reasons in pairs:
        if (report is None) is (other is None) and (report is not None or not named):
            yield Join(report=report, other=other, kinship=kinship, reasons=tuple(dict.fromkeys(reasons)))


def _by_key(key: str, inside: list[str]) -> str | None:
    """The report whose key in the ledger this is: the beginning of its id, and a number where two begin alike."""
    return next((report for report in inside if report.startswith(key.partition("-")[0])), None)


def by_day(report: Told) -> tuple[str, str, str]:
    """A key that sorts reports by day, then time, the undated last."""
    day = report.published or UNDATED
    return day[:10], day, report.report
