"""Records from cases: everything is found by its words in the text."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from according.records import (
    Anonymity,
    Attribution,
    Claim,
    Entity,
    Event,
    Mention,
    Participant,
    Quantity,
    Record,
    Report,
    Sentence,
    SourceLink,
    Span,
    Spans,
)
from according.sourcing import House

NARRATOR = SourceLink(identification="institution", relation="reported")


def written(case: dict[str, Any]) -> Record:
    """
    The record that a case describes.

    `entities`: name, country, sectors; a mention stands wherever the name does. `claims`: `source` (none: the
    outlet; "": nobody), `content`, and fields of the claim and of its link. `events` and `quantities` by their words.
    """
    text = case["text"]
    entities = tuple(
        Entity(
            id=f"e{number}", name=one["name"], kind=one.get("kind", "organisation"), country=one.get("country"),
            sectors=tuple(one.get("sectors", ())),
        )
        for number, one in enumerate(case.get("entities", ()), 1)
    )  # fmt: skip
    mentions = tuple(
        Mention(spans=(Span(start=found.start(), end=found.end()),), kind=one.kind, entity=one.id)
        for one in entities
        for found in re.finditer(rf"\b{re.escape(one.name)}\b", text)
    )
    events = tuple(event(text, one, number, entities) for number, one in enumerate(case.get("events", ()), 1))
    claims = tuple(claim(text, one, number, entities, events) for number, one in enumerate(case["claims"], 1))
    return Record(
        report=Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text),
        sentences=tuple(
            Sentence(span=Span(start=found.start(), end=found.end()), words=(), paragraph=0)
            for found in re.finditer(r"\S[^.?!]*[.?!]”?", text)
        ),
        entities=entities,
        mentions=mentions,
        attributions=tuple(
            Attribution(
                id=str(c.attribution), source=c.chain[-1].spans, cue=c.content, content=c.content, kind="indirect"
            )
            for c in claims
            if c.attribution
        ),
        events=events,
        quantities=tuple(
            Quantity(spans=spans(text, one["words"]), value=one.get("value"), measure=one["measure"])
            for one in case.get("quantities", ())
        ),
        claims=claims,
    )


def spans(text: str, words: str) -> Spans:
    assert words in text, words
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def entity_of(words: str, entities: tuple[Entity, ...]) -> Entity | None:
    return next((one for one in entities if re.search(rf"\b{re.escape(one.name)}\b", words)), None)


def participant(text: str, words: str, entities: tuple[Entity, ...]) -> Participant:
    one = entity_of(words, entities)
    return Participant(
        spans=spans(text, words), entity=one and one.id, country=one and one.country, sectors=one.sectors if one else ()
    )


def event(text: str, one: dict[str, Any], number: int, entities: tuple[Entity, ...]) -> Event:
    return Event(
        id=f"v{number}",
        trigger=spans(text, one["trigger"]),
        type=one["type"],
        quad=one.get("quad", "material conflict"),
        actors=tuple(participant(text, words, entities) for words in one.get("actors", ())),
        recipients=tuple(participant(text, words, entities) for words in one.get("recipients", ())),
        polarity=one.get("polarity", "positive"),
        certainty="certain",
        status=one.get("status", "current"),
    )


def claim(
    text: str, one: dict[str, Any], number: int, entities: tuple[Entity, ...], events: tuple[Event, ...]
) -> Claim:
    content = spans(text, one["content"])
    chain = [NARRATOR]
    if through := one.get("through"):
        chain.append(SourceLink(spans=spans(text, through), identification="institution", relation="reported"))
    if source := one.get("source"):
        known = entity_of(source, entities)
        stated = one.get("grounds")
        chain.append(
            SourceLink(
                spans=spans(text, source),
                entity=known.id if known else None,
                identification=one.get("identification", "named"),
                country=one.get("country") or (known.country if known else None),
                sectors=tuple(one.get("sectors", known.sectors if known else ())),
                anonymity=Anonymity(spans=content, grounds=stated) if stated else None,
                part_of=spans(text, one["part_of"]) if "part_of" in one else (),
                resolves_to=spans(text, one["resolves_to"]) if "resolves_to" in one else (),
                relation="said",
            )
        )
    return Claim(
        id=f"c{number}",
        chain=tuple(chain),
        content=content,
        stance=one.get("stance", "asserted"),
        polarity=one.get("polarity", "positive"),
        status=one.get("status", "current"),
        events=tuple(e.id for e in events if content[0].holds(e.trigger[0])),
        attribution=f"a{number}" if "source" in one else None,
    )


def house_of(case: dict[str, Any]) -> House:
    return House(**{key: tuple(v) if isinstance(v, list) else v for key, v in case.get("house", {}).items()})
