"""Questions on sources that are not named, that nobody names, or that only others have heard."""

from __future__ import annotations

from collections.abc import Iterator

from according.records import Claim
from according.sourcing.prompts import Prompt
from according.sourcing.reported import STATED, Reported


def one_unnamed_source(reported: Reported) -> Iterator[Prompt]:
    """Claims that rest on one voice alone, which is not named: no other voice bears them out."""
    for voice in reported.voices.all:
        if not voice.is_unnamed:
            continue
        claims = [c for c in reported.record.claims if reported.voice(c) is voice and c.stance in STATED]
        for claim in claims:
            others = reported.borne_out(claim)
            if any(not (other := reported.voice(one)) or not other.is_unnamed for one in others):
                continue
            if others:
                continue
            question = f"“{reported.quoted(claim.content)}” rests on {voice.name} alone: does anybody named say so?"
            yield reported.prompt("one-unnamed-source", question, [claim], voice.name)


def anonymity_without_grounds(reported: Reported) -> Iterator[Prompt]:
    """Voices of people who are not named, without a word why. A crowd ("residents") needs none."""
    for voice in reported.voices.all:
        if voice.identification == "unnamed" and voice.grounds is None:
            claims = [claim for claim in reported.record.claims if reported.voice(claim) is voice]
            question = f"Not named, and the report does not say why: {voice.name}. What are the grounds?"
            yield reported.prompt("anonymity-without-grounds", question, claims, voice.name)


def unnamed_accusation(reported: Reported) -> Iterator[Prompt]:
    """What a source that is not named lays at somebody's door: by accusing, or by telling who did it."""
    for claim in reported.record.claims:
        voice = reported.voice(claim)
        if voice is None or not voice.is_unnamed or claim.polarity == "negative":
            continue
        accused = claim.stance == "accused" or _names_a_culprit(reported, claim)
        if accused:
            question = f"{voice.name} is not named and accuses: “{reported.quoted(claim.content)}”: on what ground?"
            yield reported.prompt("unnamed-accusation", question, [claim], voice.name)


def _names_a_culprit(reported: Reported, claim: Claim) -> bool:
    return any(
        (event.type == "ACCUSE" or event.quad == "material conflict")
        and event.polarity == "positive"
        and any(actor.entity or actor.country for actor in event.actors)
        for event in reported.events_of(claim)
        if event.status in ("current", "background")
    )


def passive_hearsay(reported: Reported) -> Iterator[Prompt]:
    """What is believed, reported or alleged by nobody."""
    for claim in reported.record.claims:
        nobody = claim.attribution is not None and reported.voice(claim) is None and len(claim.chain) <= 1
        if nobody or (len(claim.chain) <= 1 and claim.stance == "alleged"):
            question = f"By whom? “{reported.quoted(claim.content)}” is told as {claim.stance}, and nobody is named."
            yield reported.prompt("passive-hearsay", question, [claim])


def second_hand_source(reported: Reported) -> Iterator[Prompt]:
    """Voices that never speak to this outlet: each time another one passes them on."""
    for voice in reported.voices.all:
        if voice.through and voice.claims:
            claims = [claim for claim in reported.record.claims if claim.id in voice.claims]
            outlets = " and ".join(voice.through)
            question = f"{voice.name} is heard only through {outlets}: can it be confirmed at first hand?"
            yield reported.prompt("second-hand-source", question, claims, voice.name)
