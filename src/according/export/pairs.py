"""Who acts and who is acted upon, as data of events keep them: parties, and pairs of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.records import Participant
from according.store import KeptEvent

THINGS = frozenset({"weapon", "vehicle", "event"})
"""Kinds of mention that are nobody: "the rockets", "the attack"."""

NUMBER = re.compile(r"[\d.,]+")
"""A party that headlines leave at its number: "Blast kills 4"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a pair: how it is shown, and what is known of it; "" and none where there is nobody."""

    name: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()


def parties(event: KeptEvent) -> tuple[list[Party], list[Party]]:
    """
    (actors, recipients) of an event, without those that are nobody: weapons, vehicles and acts that the report does not
    say are anybody's, and bare numbers.
    """
    kinds = {span: mention.kind for mention in event.report.record.mentions for span in mention.spans}

    def somebody(names: tuple[str, ...], found: tuple[Participant, ...]) -> list[Party]:
        return [
            Party(name=name, country=party.country, sectors=party.sectors)
            for name, party in zip(names, found, strict=True)
            if (party.sectors or party.country)
            or not (NUMBER.fullmatch(name) or any(kinds.get(span) in THINGS for span in party.spans))
        ]

    return somebody(event.actors, event.event.actors), somebody(event.recipients, event.event.recipients)


def pairs(event: KeptEvent) -> Iterator[tuple[Party, Party]]:
    """
    Each actor with each recipient; an empty party stands for a side that the report does not tell.

    An event with neither is one pair of empty parties.
    """
    actors, recipients = parties(event)
    for actor in actors or [Party()]:
        for recipient in recipients or [Party()]:
            yield actor, recipient
