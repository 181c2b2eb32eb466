"""Records of stage 8: what stands across reports. Reports go by `Report.id`, claims and events by their own ids."""

from __future__ import annotations

from dataclasses import dataclass

from according.records.attributed import Step


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ClaimAt:
    """One claim of one report."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class EventAt:
    """One event of one report."""

    report: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """
    What comparing two reports found, or what a person decided of them: a decision, kept with its reasons.

    `kind` is "origin" (they go back to one text, agency or source) or "story" (their main event is the
    same); `a` comes before `b`. `probability` is calibrated for stories and a score in [0, 1] for origins; a person's
    is 1 or 0. `decided_by` is the scorer's name and version, or the person's name; `manual` tells which.
    """

    kind: str
    a: str
    b: str
    probability: float
    relation: str | None = None
    reasons: tuple[Step, ...] = ()
    decided_by: str = ""
    manual: bool = False
    note: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """
    Reports that go back to one origin: a connected component of the bonds between reports.

    `id` is the key of its first report by date. A report with no bond is an origin by itself, without reasons.
    """

    id: str
    reports: tuple[str, ...]
    reasons: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """
    One event in many reports. `reports` are those whose main event it is, the first by date first.

    `events` are the mentions of the event; `claims` tell of them. `origins` counts the origins of its reports, and
    `independent_origins` those that show something of their own: unknown lineage never counts.
    """

    id: str
    title: str | None
    reports: tuple[str, ...]
    events: tuple[EventAt, ...] = ()
    claims: tuple[ClaimAt, ...] = ()
    origins: int = 0
    independent_origins: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """
    How a claim stands to a claim of another report; `newer` is the later one, or the denial, and "from" in JSON.

    `relation` is one of `vocabulary.CLAIM_RELATIONS`. `hedge_loss` holds where the newer one dropped a hedge or
    the attribution of what it retells; `reasons` then shows both wordings.
    """

    newer: ClaimAt
    older: ClaimAt
    relation: str
    hedge_loss: bool = False
    probability: float = 1.0
    reasons: tuple[Step, ...] = ()
    decided_by: str = ""
