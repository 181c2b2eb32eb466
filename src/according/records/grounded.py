"""Records of stages 5 and 6: what happened, and who, where, when and how many in the world."""

from __future__ import annotations

from dataclasses import dataclass

from according.records.attributed import Step
from according.records.text import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    A toponym. Degrees of WGS 84; None while not resolved. `precision`: exact · vicinity · town ·
    district · province · country · region.
    """

    spans: Spans
    geonames_id: int | None = None
    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A TIMEX3 (ISO 24617-1). `type`: DATE · TIME · DURATION · SET. `value` is None when unknown."""

    spans: Spans
    type: str
    value: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count as the words bound it: `low` and `high` inclusive, None where the report commits to no end."""

    spans: Spans
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: str | None = None
    measure: str | None = None
    of: str | None = None
    cumulative: bool | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity from {self.low} down to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who takes part in an event, as actor or recipient."""

    spans: Spans
    entity: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """
    Who did what to whom: PLOVER type, mode, contexts and quad.

    `type` and `quad` are None for what PLOVER leaves out and newsrooms need; then `mode` is one of
    `vocabulary.NEWS_EVENTS`.

    *Binding rule*: actor, act, place and time are licensed by one clause or an explicit link; a
    field taken from elsewhere in the report is named in `inherited`. `quantities` are numbers
    into `Record.quantities`. `vector` stands for the trigger's meaning where events of reports are compared:
    64 8-bit whole numbers in base64 (`according.matching.happenings`), None where nobody made one.
    """

    id: str
    trigger: Spans
    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    time: Time | None = None
    quantities: tuple[int, ...] = ()
    polarity: str = "positive"
    certainty: str = "underspecified"
    status: str = "current"
    inherited: tuple[str, ...] = ()
    confidence: float = 0.0
    why: tuple[Step, ...] = ()
    vector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCode:
    """What one party does to another: PLOVER type, mode and quad; all None where there is nothing to code."""

    type: str | None
    mode: str | None
    quad: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether an event happened, by its text: `score` from -3, certainly not, to 3, certainly (UDS-IH2)."""

    polarity: str
    certainty: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that mean an entity. `kind` as in the contract; `form`: name · nominal · pronoun."""

    spans: Spans
    kind: str
    entity: str | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What mentions of one report mean together; `name` is its fullest name."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """
    Whom a phrase means: `country` is ISO 3166 alpha-3, or PLOVER's UNO, EUR, IGO, NGO, IMG, MNC.

    `name` is a person's or a body's; for an office without a name, who held it at the date asked
    for. `sectors` are PLOVER's, the principal one first. `role` is an office or calling, in the phrase's
    words or, for a bare name, in those of our table. `role_status` is as of the date asked for, None
    where neither the words nor the table tell.
    """

    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """
    Stage 6's result: the report's entities, and the world's places, times and quantities in it.

    `told`: mentions that a record need not list, for the words of another say the same ("Russian" in "Russian troops").
    """

    mentions: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
