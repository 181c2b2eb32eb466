"""One report as the rules ask of it: claims with their voices, events and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.records import Claim, Event, Participant, Quantity, Record, Span, Spans
from according.sourcing.house import House
from according.sourcing.prompts import Prompt, Voice
from according.sourcing.voices import Voices, holds, meets

WORD = re.compile(r"\w{3,}")
FUNCTION = frozenset(
    (
        "the",
        "and",
        "that",
        "this",
        "these",
        "those",
        "with",
        "from",
        "for",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "are",
        "its",
        "their",
        "his",
        "her",
        "which",
        "who",
        "not",
        "but",
        "said",
        "say",
        "says",
        "into",
        "over",
        "under",
        "about",
        "after",
        "before",
        "than",
        "then",
        "they",
        "them",
        "there",
        "will",
        "would",
        "could",
        "may",
        "might",
    )
)
"""Words that two claims may share without being on one thing. Ours."""

STATED = frozenset(("asserted", "confirmed", "claimed-responsibility", "accused", "alleged", "probable", "believed"))
"""Stances by which a source bears a thing out."""

CONFLICT = frozenset(("material conflict", "verbal conflict"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part in events: by entity where there is one, else by words."""

    name: str
    spans: Spans
    entity: str | None
    country: str | None
    sectors: tuple[str, ...]


class Reported:
    """A record with its voices, and what the rules ask of both. `own` are the claims on the outlet's own word."""

    def __init__(self, record: Record, house: House) -> None:
        self.record, self.house = record, house
        self.voices = Voices(record)
        self.events = {event.id: event for event in record.events}
        self.names = {entity.id: entity.name for entity in record.entities}
        self.telling = {claim.id: self._telling(claim.content) for claim in record.claims}
        self.own = [claim for claim in record.claims if claim.attribution is None and len(claim.chain) <= 1]

    def voice(self, claim: Claim) -> Voice | None:
        """Who vouches for a claim; None for the outlet, and where nobody is named."""
        return self.voices.of_claim.get(claim.id)

    def events_of(self, claim: Claim) -> list[Event]:
        """The events that a claim tells of."""
        return [self.events[name] for name in claim.events if name in self.events]

    def figures_of(self, claim: Claim) -> list[Quantity]:
        """The figures of the house's measures in a claim's content, but for those that the outlet supplies in it."""
        wanted = self.house.measures
        inside = [q for q in self.record.quantities if q.measure in wanted and holds(claim.content, q.spans)]
        if claim.attribution is None:
            return inside
        supplied = [own for own in self.own if own.status == "background" and holds(claim.content, own.content)]
        return [q for q in inside if not any(holds(own.content, q.spans) for own in supplied)]

    def alike(self, one: Claim, other: Claim) -> bool:
        """Whether two claims are on one thing: the same act between the same, or most of the shorter's words."""
        acts = {_act(event) for event in self.events_of(one)} & {_act(event) for event in self.events_of(other)}
        if any(act is not None for act in acts):
            return True
        mine, its = self.telling[one.id], self.telling[other.id]
        return bool(mine and its) and len(mine & its) / min(len(mine), len(its)) >= self.house.alike

    def borne_out(self, claim: Claim) -> list[Claim]:
        """Other voices' claims of the same; neither the outlet's own word nor a denial bears anything out."""
        mine = self.voice(claim)
        return [
            other
            for other in self.record.claims
            if other.id != claim.id
            and (voice := self.voice(other)) is not None
            and voice is not mine
            and other.stance in STATED
            and other.polarity == claim.polarity
            and self.alike(claim, other)
        ]

    def party(self, one: Participant) -> Party:
        """A participant with a name to ask by."""
        name = self.names.get(one.entity or "") or self.voices.words(one.spans)
        return Party(name=name, spans=one.spans, entity=one.entity, country=one.country, sectors=one.sectors)

    def speaks(self, party: Party) -> bool:
        """Whether a party is a source somewhere: itself, by the same words, or by its country's government."""
        return any(self.is_voice_of(voice, party) for voice in self.voices.all)

    def is_voice_of(self, voice: Voice, party: Party) -> bool:
        """Whether a voice speaks for a party. A state speaks by its government and its army, not by its citizens."""
        if party.entity is not None and party.entity in voice.entities:
            return True
        if meets(voice.spans, party.spans) or voice.name.casefold() == party.name.casefold():
            return True
        if party.country is None or voice.country != party.country:
            return False
        states = {"GOV", "MIL", "COP", "SPY"}
        both = set(voice.sectors) & set(party.sectors)
        return bool(both) or bool(
            (not party.sectors or states & set(party.sectors)) and (not voice.sectors or states & set(voice.sectors))
        )

    def quoted(self, spans: Spans) -> str:
        """The words of a claim as a question quotes them, cut where they are many."""
        every = self.voices.words(spans).split()
        most = self.house.quoted_words
        return " ".join(every[:most]) + (" ..." if len(every) > most else "")

    def prompt(self, rule: str, question: str, claims: list[Claim], about: str | None = None) -> Prompt:
        """A question that claims raise."""
        spans = tuple(sorted({span for claim in claims for span in claim.content}))
        return Prompt(rule=rule, question=question, about=about, claims=tuple(c.id for c in claims), spans=spans)

    def sentence(self, span: Span) -> Span:
        """The sentence that a span begins in; itself where the record holds none."""
        return next((s.span for s in self.record.sentences if s.span.start <= span.start < s.span.end), span)

    def _telling(self, spans: Spans) -> frozenset[str]:
        words = WORD.findall(self.voices.words(spans).casefold())
        return frozenset(word[:6] for word in words if word not in FUNCTION)


def _act(event: Event) -> tuple[object, ...] | None:
    """What makes two events of one report one act: type, actor and recipient, the actor known."""
    if event.type is None or not event.actors or not (event.actors[0].entity or event.actors[0].country):
        return None
    actor, to = event.actors[0], event.recipients[0] if event.recipients else None
    return (
        event.type,
        event.polarity,
        actor.entity or actor.country,
        (to.entity or to.country or to.spans) if to else None,
    )
