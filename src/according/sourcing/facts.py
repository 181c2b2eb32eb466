"""Questions on facts and figures: told with no source, or on one source alone."""

from __future__ import annotations

from collections.abc import Iterator

from according.sourcing.prompts import Prompt
from according.sourcing.reported import CONFLICT, Reported

TOLD = ("current", "background")
"""Statuses of what is told as having happened."""


def unattributed_fact(reported: Reported) -> Iterator[Prompt]:
    """Acts of conflict that the outlet tells flatly, and no source in the report tells too."""
    for claim in reported.own:
        events = [event for event in reported.events_of(claim) if event.quad in CONFLICT and event.status in TOLD]
        flat = claim.stance == "asserted" and claim.certainty == "certain" and claim.status in TOLD
        if events and flat and not reported.borne_out(claim):
            question = f"How is this known? “{reported.quoted(claim.content)}” is told with no source."
            yield reported.prompt("unattributed-fact", question, [claim])


def unattributed_figure(reported: Reported) -> Iterator[Prompt]:
    """Figures on the outlet's word that no source of the report gives for the same measure."""
    sourced = {q.measure for c in reported.record.claims if reported.voice(c) for q in reported.figures_of(c)}
    for claim in reported.own:
        for quantity in reported.figures_of(claim):
            if quantity.measure not in sourced and claim.status != "figurative":
                words = reported.voices.words(quantity.spans)
                question = f"Who counted? “{words}” ({quantity.measure}) is told with no source."
                yield reported.prompt("unattributed-figure", question, [claim], quantity.measure)


def single_source_figure(reported: Reported) -> Iterator[Prompt]:
    """Figures of a measure that one voice alone gives."""
    for measure in reported.house.measures:
        told = [
            (voice, claim, quantity)
            for claim in reported.record.claims
            if (voice := reported.voice(claim)) is not None and claim.stance != "denied"
            for quantity in reported.figures_of(claim)
            if quantity.measure == measure
        ]
        voices = {voice.name: voice for voice, _, _ in told}
        if len(voices) != 1:
            continue
        voice, claim, quantity = told[0]
        words = reported.voices.words(quantity.spans)
        question = f"“{words}” ({measure}) rests on {voice.name} alone: does a second source count?"
        yield reported.prompt("single-source-figure", question, [claim], voice.name)
