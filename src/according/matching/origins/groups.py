"""Origins: the connected components of reports that are kin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from according.matching.origins.comparing import KIN, Kinship
from according.records import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """
    Reports that go back to one text, agency, newsroom or source, by their ids, sorted. `name` is that of the first.

    `reasons`: why, one for each tie of the shortest set of strongest ties that hold the reports together.
    """

    name: str
    reports: tuple[str, ...]
    ties: tuple[Kinship, ...] = ()

    @property
    def reasons(self) -> tuple[Step, ...]:
        """The weightiest reasons of every tie."""
        return tuple(step for tie in self.ties for step in tie.reasons)


def origins(reports: Iterable[str], kinships: Iterable[Kinship]) -> tuple[Origin, ...]:
    """
    The origins of `reports`, in the order of their first report; the order of the arguments does not matter.

    >>> tie = Kinship(a="x", b="z", kind="copy", score=0.9)
    >>> [origin.reports for origin in origins("zyx", [tie])]
    [('x', 'z'), ('y',)]
    """
    head = {report: report for report in reports}
    ties: dict[str, list[Kinship]] = {report: [] for report in head}

    def first_of(report: str) -> str:
        while head[report] != report:
            head[report] = head[head[report]]
            report = head[report]
        return report

    kin = [tie for tie in kinships if tie.kind != "none" and tie.score >= KIN and tie.a in head and tie.b in head]
    for tie in sorted(kin, key=lambda tie: (-tie.score, *sorted((tie.a, tie.b)))):
        one, other = sorted((first_of(tie.a), first_of(tie.b)))
        if one != other:
            head[other] = one
            ties[one] += [*ties.pop(other), tie]
    members: dict[str, list[str]] = {}
    for report in sorted(head):
        members.setdefault(first_of(report), []).append(report)
    return tuple(
        Origin(name=name, reports=tuple(found), ties=tuple(sorted(ties[name], key=lambda tie: -tie.score)))
        for name, found in sorted(members.items())
    )
