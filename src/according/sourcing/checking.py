"""The check put together: voices, counts and questions of one record, and their JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict

from according.records import Record, Spans
from according.sourcing.anonymous import (
    anonymity_without_grounds,
    one_unnamed_source,
    passive_hearsay,
    second_hand_source,
    unnamed_accusation,
)
from according.sourcing.facts import single_source_figure, unattributed_fact, unattributed_figure
from according.sourcing.fairness import accused_not_heard, side_not_quoted
from according.sourcing.house import House
from according.sourcing.prompts import RULES, Prompt, Sourcing, Voice
from according.sourcing.reported import Reported

SCHEMA = "according-sourcing/1"

ASKS: dict[str, Callable[[Reported], Iterator[Prompt]]] = {
    "one-unnamed-source": one_unnamed_source,
    "anonymity-without-grounds": anonymity_without_grounds,
    "unnamed-accusation": unnamed_accusation,
    "unattributed-fact": unattributed_fact,
    "unattributed-figure": unattributed_figure,
    "single-source-figure": single_source_figure,
    "accused-not-heard": accused_not_heard,
    "side-not-quoted": side_not_quoted,
    "passive-hearsay": passive_hearsay,
    "second-hand-source": second_hand_source,
}
"""Each rule of `RULES` with what asks it."""

COUNTS = (
    "claims",
    "attributed",
    "unattributed",
    "outlet",
    "sources",
    "named",
    "role_only",
    "unnamed",
    "unnamed_with_grounds",
)
"""Keys of `Sourcing.counts`: claims, those with a source, with nobody as source, of the outlet; voices by kind."""


def check(record: Record, house: House = House()) -> Sourcing:  # noqa: B008
    """
    The sourcing of one report, with the questions that the house wants asked, by rule and in the order of the text.

    Pure; the same record and house give the same answer.
    """
    reported = Reported(record, house)
    prompts = [prompt for rule in RULES if rule not in house.off for prompt in ASKS[rule](reported)]
    return Sourcing(
        report=record.report.id,
        voices=tuple(voice for voice in reported.voices.all if voice.claims),
        counts=counts(reported),
        prompts=tuple(prompts),
        off=tuple(rule for rule in RULES if rule in house.off),
    )


def counts(reported: Reported) -> dict[str, int]:
    """How many claims and voices of each kind; the keys are `COUNTS`."""
    claims = reported.record.claims
    voices = [voice for voice in reported.voices.all if voice.claims]
    attributed = sum(reported.voice(claim) is not None for claim in claims)
    outlet = len(reported.own)
    unnamed = [voice for voice in voices if voice.is_unnamed]
    values = (
        len(claims),
        attributed,
        len(claims) - attributed - outlet,
        outlet,
        len(voices),
        sum(voice.is_named for voice in voices),
        sum(voice.identification == "role-only" for voice in voices),
        len(unnamed),
        sum(voice.grounds is not None for voice in unnamed),
    )
    return dict(zip(COUNTS, values, strict=True))


def to_dict(sourcing: Sourcing, record: Record) -> dict[str, object]:
    """The answer as JSON, "according-sourcing/1": extended, never broken."""
    report = record.report
    return {
        "schema": SCHEMA,
        "report": {key: getattr(report, key) for key in ("id", "path", "url", "title", "publisher", "published")},
        "counts": sourcing.counts,
        "sources": [_voice(voice) for voice in sourcing.voices],
        "prompts": [_prompt(prompt, report.text) for prompt in sourcing.prompts],
        "off": list(sourcing.off),
    }


def _voice(voice: Voice) -> dict[str, object]:
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(voice).items()}
    return plain | {"spans": _spans(voice.spans), "named": voice.is_named, "unnamed": voice.is_unnamed}


def _prompt(prompt: Prompt, text: str) -> dict[str, object]:
    words = " ... ".join(" ".join(text[s.start : s.end].split()) for s in prompt.spans)
    return {
        "rule": prompt.rule,
        "question": prompt.question,
        "about": prompt.about,
        "claims": list(prompt.claims),
        "spans": _spans(prompt.spans),
        "words": words,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
