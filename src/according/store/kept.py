"""What the ledger hands out."""

from __future__ import annotations

from dataclasses import dataclass

from according.records import Claim, Event, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """
    What became of a record. `key` names its report in this database.

    `outcome`: new · version (the address was known, with another text) · reading (the text was known, the
    findings are others) · unchanged (nothing was written).
    """

    key: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """
    Which claims are wanted; None asks for nothing.

    `source`: words of any source in the chain, in any case; the outlet counts only where it speaks itself.
    `named`: whether the innermost source is named; it is not where nobody is told.
    `country` (alpha-3): of any source in the chain.
    `words`: each stands in the content or among the sources, in any inflection. `since`, `until`: the report's
    date of publication, both inclusive; undated reports are left out where one is given.
    `report`: a reference as `Ledger.report` takes it. `event`: the kind of an event that the claim tells of, a type
    of PLOVER's or one of `vocabulary.NEWS_EVENTS`, in any case.
    """

    source: str | None = None
    named: bool | None = None
    country: str | None = None
    stance: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    event: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """
    Which events are wanted; None asks for nothing.

    `type`: of PLOVER, or one of `vocabulary.NEWS_EVENTS`, in any case. `actor`, `recipient`: words of one of them, in
    any case. `country` (alpha-3): of any party. `place`: words of the place, or its country's alpha-3.
    `since`, `until`: days of what happened, both inclusive; events of unknown days are left out where one is given.
    `words`: each stands in the event's sentence, its parties or its place, in any inflection.
    `statements`: whether what sources do by speaking alone ("said") is wanted too; it is where `type` asks for it.
    """

    type: str | None = None
    mode: str | None = None
    quad: str | None = None
    actor: str | None = None
    recipient: str | None = None
    country: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    words: str | None = None
    report: str | None = None
    statements: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """
    A claim with its report. `name` ("1f6e02aa:c3") is unique in the database; `sources` are the chain as it is
    shown, the outlet first; `content` is words; `events` are those that it tells of.
    """

    name: str
    claim: Claim
    sources: tuple[str, ...]
    content: str
    report: KeptReport
    events: tuple[KeptEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvent:
    """
    An event with its report. `name` ("1f6e02aa:v3") is unique in the database; `kind` is its type, or for what
    PLOVER leaves out its mode in capitals. `actors`, `recipients`, `place`, `time`, `figures` are as they are shown,
    `place` and `time` None where there is none; `days` the first and last day, None where the time names none.
    `claims` are those that tell of it, each without its own `events`.
    """

    name: str
    kind: str
    event: Event
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: str | None
    days: tuple[str, str] | None
    figures: tuple[str, ...]
    claims: tuple[KeptClaim, ...]
    report: KeptReport


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """One version of a report with its newest reading. `superseded_by` is the key of the version after it."""

    key: str
    version: int
    superseded_by: str | None
    read_at: str
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    Somebody who speaks. `claims`: how many on their word; `passed_on`: how many they pass on from others;
    `reports`: in how many reports. For who is not named, `name` is the description, which in several reports
    may well mean several people.
    """

    name: str
    identification: str | None
    named: bool
    country: str | None
    claims: int
    passed_on: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What one run of matching did: `reports` compared anew, `left` still waiting, `faults` that cannot be matched."""

    reports: int
    left: int
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """An Admiralty grade ("B2": reliability of the source A-F, credibility 1-6) that a person gave to a source."""

    source: str
    grade: str
    by: str
    note: str | None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in the database that no longer holds. `report` is a key, or "" for the database as a whole."""

    report: str
    place: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How much was looked at, and what no longer holds."""

    reports: int
    readings: int
    spans: int
    faults: tuple[Fault, ...]
