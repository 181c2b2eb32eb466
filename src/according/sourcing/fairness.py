"""Questions on who is not heard: the accused, and the sides of a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from according.records import Claim
from according.sourcing.prompts import Prompt
from according.sourcing.reported import CONFLICT, Party, Reported
from according.sourcing.voices import meets

ASKED = re.compile(
    r"""
      (?:not|n[’']t|never) \s (?:\w+\s)? (?:respond\w*|repl(?:y|ied)|answer\w*|return\w*|react\w*|comment\w*)
          # "did not immediately respond to a request for comment", "has not commented"
    | (?:declin|refus) (?:e|es|ed|ing) \s to \s (?: comment | respond | answer | speak | discuss | be\sinterviewed )
    | (?:could|can) \s? not \s (?:\w+\s)? be \s (?:\w+\s)? reached     # "could not immediately be reached"
    | (?:un|not\s(?:\w+\s)?) available \s (?: for \s (?:\w+\s)? comment | to \s comment )
    | no \s (?: immediate \s | official \s )? (?: comment | response | reply | reaction | statement )
    | (?:was|were|been) \s (?: asked | contacted | approached ) \s for \s (?: a \s )? (?: comment | response )
    | (?: requests? | calls? | emails? | messages? ) \s .{0,60} (?: went \s unanswered | not \s returned )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that says that somebody was asked: "The ministry did not respond to a request for comment.\""""


def accused_not_heard(reported: Reported) -> Iterator[Prompt]:
    """Those who are accused, never speak, and are not said to have been asked."""
    for party, claims in _merged(_accused(reported)):
        if reported.speaks(party) or _was_asked(reported, party):
            continue
        question = f"Nobody speaks for {party.name} here, which is accused: was it asked?"
        yield reported.prompt("accused-not-heard", question, claims, party.name)


def side_not_quoted(reported: Reported) -> Iterator[Prompt]:
    """Parties to several acts of conflict that never speak."""
    accused = {party.name.casefold() for party, _ in _merged(_accused(reported))}
    found: list[tuple[Party, Claim]] = []
    acts: dict[str, set[str]] = {}
    for claim in reported.record.claims:
        for event in reported.events_of(claim):
            if event.quad not in CONFLICT or event.status not in ("current", "background"):
                continue
            for party in {
                reported.party(one) for one in (*event.actors, *event.recipients) if one.entity or one.country
            }:
                found.append((party, claim))
                acts.setdefault(_key(party), set()).add(event.id)
    for party, claims in _merged(found):
        count = len(acts[_key(party)])
        enough = count >= reported.house.conflict_events
        if not enough or party.name.casefold() in accused or reported.speaks(party) or _was_asked(reported, party):
            continue
        question = f"{party.name} takes part in {count} acts of conflict and never speaks: was it asked?"
        yield reported.prompt("side-not-quoted", question, claims, party.name)


def _accused(reported: Reported) -> list[tuple[Party, Claim]]:
    """Who is accused, with the claims that do so: whom a source accuses, and recipients of ACCUSE."""
    found = []
    for claim in reported.record.claims:
        events = reported.events_of(claim)
        if claim.stance == "accused":
            of_cue = [
                e for e in reported.record.events if e.type == "ACCUSE" and _is_cue(reported, claim, e.trigger[0].start)
            ]
            named = [one for event in of_cue for one in event.recipients]
            named = named or [one for event in events for one in event.actors] or []
            found += [(reported.party(one), claim) for one in named]
            if not named and (party := _first_named(reported, claim)):
                found.append((party, claim))
        found += [
            (reported.party(one), claim)
            for event in events
            if event.type == "ACCUSE" and event.polarity == "positive"
            for one in event.recipients
        ]
    return found


def _is_cue(reported: Reported, claim: Claim, start: int) -> bool:
    cues = [span for a in reported.record.attributions if a.id == claim.attribution for span in a.cue]
    return any(span.start <= start < span.end for span in cues)


def _first_named(reported: Reported, claim: Claim) -> Party | None:
    """Whom an accusation's content names first: "accused [Duren's garrison of shelling ...]"."""
    inside = [
        m for m in reported.record.mentions
        if m.kind in ("person", "organisation", "nationality", "place") and m.form != "pronoun"
        and claim.content[0].holds(m.spans[0])
    ]  # fmt: skip
    if not inside:
        return None
    first = min(inside, key=lambda m: m.spans)
    entity = next((e for e in reported.record.entities if e.id == first.entity), None)
    return Party(
        name=entity.name if entity else reported.voices.words(first.spans),
        spans=first.spans,
        entity=first.entity,
        country=entity.country if entity else None,
        sectors=entity.sectors if entity else (),
    )


def _was_asked(reported: Reported, party: Party) -> bool:
    """
    Whether a sentence says that the party did not answer.

    It must name the party, or somebody of its country; a sentence that names nobody ("Calls to the office
    went unanswered") counts for all.
    """
    text = reported.record.report.text
    for found in ASKED.finditer(text):
        start = max(text.rfind(mark, 0, found.start()) for mark in (". ", ".\n", "\n", "” ", "? "))
        ends = [end for mark in (". ", ".\n", "\n") if (end := text.find(mark, found.end())) >= 0]
        end = min(ends, default=len(text))
        inside = [m for m in reported.record.mentions if start < m.spans[0].start < end and m.form != "pronoun"]
        words = text[start + 1 : end].casefold()
        if party.name.casefold() in words or any(meets(m.spans, party.spans) for m in inside):
            return True
        entities = {m.entity for m in inside} - {None}
        countries = {e.country for e in reported.record.entities if e.id in entities and e.country}
        if (party.entity in entities) or (party.country is not None and party.country in countries):
            return True
        if not entities:
            return True
    return False


def _key(party: Party) -> str:
    return party.entity or party.name.casefold()


def _merged(found: list[tuple[Party, Claim]]) -> list[tuple[Party, list[Claim]]]:
    """The same by party, in the order of first mention, each claim once."""
    parties: dict[str, Party] = {}
    claims: dict[str, list[Claim]] = {}
    for party, claim in found:
        parties.setdefault(_key(party), party)
        own = claims.setdefault(_key(party), [])
        if claim not in own:
            own.append(claim)
    return [(party, claims[key]) for key, party in parties.items()]
