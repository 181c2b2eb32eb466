"""
Two reports compared, by their profiles alone: whether they have one origin, and whether their main event is one.

The parts of this stage meet here, and the ledger asks nobody else: see `according.store.matcher.Matcher`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version as version_of
from typing import Any

from according.matching.clustering import Pair, clusters
from according.matching.origins import Kinship, Lineage, Origin, kinship, lineage
from according.matching.origins import keys as origin_keys
from according.matching.origins.independence import independent_origins
from according.matching.relations import Account, account, compare
from according.matching.stories.grouping import LENIENCE, UNBLOCKED, between_friends
from according.matching.stories.keys import keys as story_keys
from according.matching.stories.likeness import Likeness, likeness
from according.matching.stories.outline import Outline, outline
from according.records import Bond, EventAt, Record, Relation

SCORERS = 1
"""Counts up whenever a profile, a key or a weight of the parts changes: then all pairs are compared again."""

COPIED = 8.0
"""Log-odds that two copies tell of one event, whatever else their outlines say: one in three thousand does not."""

ORDINARY = 60
"""Reports that hang together up to which pairs that no key brought together are compared too; beyond, the work grows
with the square of them. A guess: ten times an ordinary story."""

COMMON, MIDDLING, RARE = 1, 2, 3
"""What being neighbours under a key counts, by how many reports hold it; 3 are needed to be compared at all."""

COMMON_ORIGIN = re.compile(r"w")
"""Keys of `origins` that many reports hold: single words. All others are runs of words, or two words together."""

RARE_STORY = re.compile(r"person\ |words\ |at\ |in\ .*\ aged\ ", re.VERBOSE)
"""Keys of `stories` that few reports hold: whole names, two rare words together, streets, somebody's age in a town."""

MIDDLING_STORY = re.compile(r"(?: name | body | in )\ ", re.VERBOSE)
"""Single words of names, organisations, towns. What is left: single rare words, and acts by country."""

COPY = "copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The little of a report that it is compared by: what each part keeps of it."""

    lineage: Lineage
    outline: Outline

    def to_bytes(self) -> bytes:
        """Both parts, the first one's length before it."""
        first, second = self.lineage.to_bytes(), self.outline.to_bytes()
        return len(first).to_bytes(4, "little") + first + second


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What two profiles tell of each other; see `according.store.matcher.Compared`."""

    story: float | None
    origin: float | None
    kinship: str | None


class Comparer:
    """The ledger's matcher: this release's scorers."""

    @cached_property
    def version(self) -> str:
        """The release and the scorers."""
        return f"according {version_of('according')}, scorers {SCORERS}"

    def profile(self, record: Record) -> Profile:
        """The profile of a report that was read."""
        return Profile(lineage=lineage(record), outline=outline(record))

    def load(self, data: bytes) -> Profile:
        """The profile that `Profile.to_bytes` wrote. Raises BadRecord."""
        end = 4 + int.from_bytes(data[:4], "little")
        return Profile(lineage=Lineage.from_bytes(data[4:end]), outline=Outline.from_bytes(data[end:]))

    def keys(self, profile: Profile) -> Iterable[tuple[str, int]]:
        """Under which a report is looked for by its kin, and by others of its story, each with what it counts."""
        for key in origin_keys(profile.lineage):
            yield f"origin {key}", COMMON if COMMON_ORIGIN.match(key) else RARE
        for key in story_keys(profile.outline):
            yield f"story {key}", RARE if RARE_STORY.match(key) else MIDDLING if MIDDLING_STORY.match(key) else COMMON

    def compare(self, older: Profile, newer: Profile) -> Compared:
        """What the ledger keeps of a pair."""
        alike, kin = _compared(older, newer)
        found = kin.kind != "none"
        return Compared(
            story=_pull(alike, kin), origin=kin.score if found else None, kinship=kin.kind if found else None
        )

    def bonds(self, older: Profile, newer: Profile) -> tuple[Bond, ...]:
        """The reasons of a pair, worked out again."""
        alike, kin = _compared(older, newer)
        a, b = sorted((older.lineage.report, newer.lineage.report))
        story = Bond(
            kind="story",
            a=a,
            b=b,
            probability=alike.probability,
            reasons=alike.why,
            decided_by=self.version,
        )
        if kin.kind == "none":
            return (story,)
        origin = Bond(
            kind="origin",
            a=a,
            b=b,
            probability=kin.score,
            relation=kin.kind,
            reasons=kin.reasons,
            decided_by=self.version,
        )
        return story, origin

    def clusters(
        self, reports: Iterable[str], pulls: Mapping[Pair, float], decided: Any
    ) -> tuple[tuple[str, ...], ...]:
        """See `according.store.matcher.Matcher.clusters`."""
        return clusters(reports, pulls, decided.same, decided.different)

    def friends(self, pulls: Mapping[Pair, float], reports: int) -> Iterable[Pair]:
        """In groups of ordinary size: pairs of reports that were both found like a third."""
        return between_friends(pulls) if reports <= ORDINARY else ()

    def pull(self, older: Profile, newer: Profile) -> float:
        """What comparing gave, with what counts against a pair that no key brought together."""
        return likeness(older.outline, newer.outline).log_odds + LENIENCE - UNBLOCKED

    def account(self, record: Record) -> Account:
        """What a report is related to others by."""
        return account(record)

    def relate(self, older: Account, newer: Account, compared: Any) -> tuple[Relation, ...]:
        """How the claims of two reports stand to each other; `compared` is what `compare` gave of their profiles."""
        pull = compared.story
        probability = None if pull is None else Likeness(log_odds=pull - LENIENCE, values=()).probability
        return tuple(compare(older, newer, copies=compared.kinship == COPY, same_event=probability))

    def happenings(self, records: Sequence[Record]) -> tuple[EventAt, ...]:
        """Of the reports of a story: the mentions of its main event."""
        from according.matching.main_events import main_events  # numpy and a model's weights, when they are needed

        return main_events(records)

    def independent(self, origins: Sequence[Sequence[Profile]]) -> int:
        """How many of a story's origins show something of their own."""
        reports = {profile.lineage.report: profile.lineage for origin in origins for profile in origin}
        known = [Origin(name=str(n), reports=tuple(p.lineage.report for p in some)) for n, some in enumerate(origins)]
        return len(independent_origins(reports, known, reports))


def _compared(older: Profile, newer: Profile) -> tuple[Likeness, Kinship]:
    return likeness(older.outline, newer.outline), kinship(older.lineage, newer.lineage)


def _pull(alike: Likeness, kin: Kinship) -> float:
    pull = alike.log_odds + LENIENCE
    return max(pull, COPIED) if kin.kind == COPY else pull
