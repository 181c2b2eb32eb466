"""Records of stage 7: claims, and all that was read from one report."""

from __future__ import annotations

from dataclasses import dataclass

from according.records.attributed import Attribution, SourceLink, Step
from according.records.grounded import Entity, Event, Mention, Place, Quantity, Time
from according.records.text import Report, Sentence, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    One content, on one source's word, in one report.

    `chain` runs from the narrator to the innermost source. `stance`, `polarity` and `certainty`
    are the innermost source's own; `confidence` is the extractor's calibrated probability. The
    two are never mixed. `attribution` is None where the narrator speaks. `events` are ids.
    """

    id: str
    chain: tuple[SourceLink, ...]
    content: Spans
    stance: str = "asserted"
    polarity: str = "positive"
    certainty: str = "certain"
    certainty_words: Spans = ()
    status: str = "current"
    events: tuple[str, ...] = ()
    attribution: str | None = None
    said_on: str | None = None
    confidence: float = 0.0
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was read from one report: the contract's JSON object is `according.contract.to_dict(record)`."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    made_by: str = ""

    def to_dict(self) -> dict[str, object]:
        """The contract's JSON object, "according/1"."""
        from according.contract import to_dict

        return to_dict(self)

    @staticmethod
    def from_dict(data: object) -> Record:
        """The record that a JSON object of the contract holds; `errors.BadRecord` where it is none."""
        from according.contract import from_dict

        return from_dict(data)
