"""What a board holds: a story in time, as its reports tell it. Nothing here says what is true."""

from __future__ import annotations

from dataclasses import dataclass

from according.records import ClaimAt, Story

STANDS = ("asserted", "denied", "hedged", "declined", "other")
"""
How a voice stands to what it says: puts it forward as so · says that it is not so · as likely, possible or believed ·
will neither confirm nor deny · wants, plans, warns of or foretells it. A convention of ours over `vocabulary.STANCES`.
"""

OUTLET = "outlet"
"""`Voice.identification` of an outlet that speaks in its own words."""

NOBODY = "nobody named"
"""`Voice.name` of what is laid at nobody's door: "it is believed that ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    Somebody who speaks in a story, one however often quoted.

    Who is not named is one voice only within one origin: the same description elsewhere may mean somebody else.
    `identification` is of `vocabulary.IDENTIFICATIONS`, or `OUTLET`, or None for `NOBODY`. `grounds`: why not named.
    `heard` is a claim of its own, which tells it from other voices of the same description.
    """

    name: str
    heard: ClaimAt
    identification: str | None = None
    country: str | None = None
    role: str | None = None
    grounds: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """
    A claim as its report words it. `published` is the report's date as it stands there, None where it has none;
    `outlet` is its publisher, `chain` the sources as shown, the outlet first. `hedges` are the words that hedge.
    `said_on` is the day on which it was said, where the report tells: not the day on which it was reported.
    """

    at: ClaimAt
    published: str | None
    outlet: str
    chain: tuple[str, ...]
    words: str
    stance: str
    polarity: str
    certainty: str
    hedges: str = ""
    said_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """
    One row of who says what: a voice, how it stands, and to what.

    `wordings`: each content once, in the words it first had, the most retold content first. `first` is the earliest of
    all. `reports` and `origins` count in how many the voice is heard so. `certainties`: as in `first`, then others.
    `against`: whose claims it was found to deny. `is_beside`: nothing of it tells of the story's events or was found to
    be related to what another report says. `heard`: of each wording, in how many reports of how many origins the voice
    says it.
    """

    voice: Voice
    stand: str
    first: Wording
    wordings: tuple[Wording, ...]
    heard: tuple[tuple[int, int], ...]
    claims: tuple[ClaimAt, ...]
    certainties: tuple[str, ...]
    reports: int
    origins: int
    against: tuple[Voice, ...] = ()
    is_beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """
    One content, however often told: claims that are identical, restate or quote each other.

    `first` is the earliest wording, `voices` whose words it is, each once. `denied_by`, `contradicted_by`: voices of
    claims that deny or contradict one of these.
    """

    first: Wording
    claims: tuple[ClaimAt, ...]
    voices: tuple[Voice, ...]
    reports: int
    origins: int
    denied_by: tuple[Voice, ...] = ()
    contradicted_by: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """
    A figure by one voice: `low` and `high` inclusive, None where open; `bound` and `words` as in the report.

    `change` is how it was decided to stand to the same voice's count before: updates · corrects · contradicts; it is
    "withdrawn" where a correction speaks of it, and None where nothing was decided. `is_beside` as in `Saying`.
    """

    voice: Voice
    first: Wording
    value: float | None
    low: float | None
    high: float | None
    bound: str | None
    words: str
    reports: int
    origins: int
    change: str | None = None
    is_beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """The last counts of two voices that were decided to contradict each other."""

    one: Count
    other: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """
    How one figure moved: counts of one `measure`, voice by voice and each voice's in time.

    `scope` is "all", or "part" where the words count some of those counted elsewhere ("two of the wounded"). `of` tells
    what is counted where the measure does not ("helicopters"); tolls leave it None, for they count people.
    """

    measure: str
    scope: str
    of: str | None
    counts: tuple[Count, ...]
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """A hedge or an attribution that a retelling lost: both wordings, and what was dropped, in words."""

    before: Wording
    after: Wording
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of the story, as a board lists it."""

    report: str
    published: str | None
    outlet: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """
    Why a report belongs to its origin: by which `other` report of it, as what `kinship` (of `vocabulary.KINSHIPS`, or a
    person's name and note), and the reasons in words. Both reports are None where the decision does not name them.
    """

    report: str | None
    other: str | None
    kinship: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The reports of one origin in the story, the first by date first, and what joins them; nothing for one report."""

    id: str
    reports: tuple[Told, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """
    One entry of the timeline. `at` is the report's date, None where it has none.

    `kind`: said (a content first appears) · denied (a voice first denies) · figure (a voice's first or changed count)
    · contradicted · corrected · hedge-lost. `against`: whose claims it denies, contradicts or corrects.
    """

    at: str | None
    kind: str
    voice: Voice
    wording: Wording
    words: str
    against: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """
    A story in time: who says what, how its figures moved, what it rests on.

    `sayings` by `STANDS`, the most retold first; `points` the most retold first; `timeline` by date, undated last.
    """

    story: Story
    reports: tuple[Told, ...]
    sayings: tuple[Saying, ...]
    points: tuple[Point, ...]
    figures: tuple[Series, ...]
    lineages: tuple[Lineage, ...]
    hedges: tuple[Hedge, ...]
    timeline: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a board shows from a day on that it did not show before; the counts are those of the day before."""

    since: str
    reports: tuple[Told, ...]
    moments: tuple[Moment, ...]
    reports_before: int
    origins_before: int
