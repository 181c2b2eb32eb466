"""
A source's record: what became of its claims, and the grade that this proposes.

The grades are those of the Admiralty scale (NATO STANAG 2511): reliability, A to F, of the source; credibility, 1 to 6,
of each piece of information, kept apart. A proposal counts decisions about claims; it does not know who is right. Only
a person sets a grade.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from according.matching.boards.board import OUTLET, Voice, Wording
from according.matching.boards.sayings import stand
from according.matching.boards.voices import Voices
from according.matching.boards.wordings import wording
from according.records import Claim, ClaimAt, Origin, Record, Relation
from according.world.lookup import word_set

FATES = ("matched", "contradicted", "denied", "withdrawn", "open")
"""What may have become of a claim; several may hold at once, `open` where none of the others does."""

RETOLD = frozenset({"identical", "restates", "quotes"})
BEARS_OUT = RETOLD | {"supports"}
"""Relations by which another source's claim bears one out; what only refines it may say something else."""

TELLABLE = frozenset({"named", "institution", "role-only"})
"""Identifications of sources that can be told from others."""

NAME_WORD = re.compile(r"\b[^\W\d_a-z][\w'-]+")
COMMON = word_set("The Mr Mrs Ms Dr President Minister General Colonel Commissioner Ministry Government Party of")
"""Words with a capital that two sources may share and yet be two."""

FEWEST = 5
"""
Claims that tell one way or the other, below which no reliability is proposed. A guess: four of four borne out would be
a C. What would measure it: how often the letter proposed from n claims is the letter proposed from all.
"""

CONFIDENCE_Z = 1.28
"""Standard deviations of the lower bound of the share borne out: a one-sided 90 %. A convention."""

RELIABILITIES = (
    (0.9, "A", "completely reliable"),
    (0.75, "B", "usually reliable"),
    (0.5, "C", "fairly reliable"),
    (0.25, "D", "not usually reliable"),
    (0.0, "E", "unreliable"),
)
"""
From which lower bound of the share borne out a letter is proposed. The scale gives words and no numbers; these are a
guess, and a person's grades beside the proposals would measure them.
"""

CREDIBILITIES = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The scale's words. A proposal says 1 where two independent origins or more bear a claim out and none opposes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """
    What became of one content that the source put forward, however often it was told.

    `fates` are of `FATES`. `origins`: how many independent origins bear it out on another source's word. `topic` is an
    event type or "other". `credibility`: the number that the scale proposes. `others`: a claim of each voice that bears
    it out or opposes it.
    """

    first: Wording
    claims: tuple[ClaimAt, ...]
    topic: str
    fates: tuple[str, ...]
    origins: int
    credibility: int
    others: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """
    What became of a source's claims. `voice` is the source; `made` counts contents, `reports` where it is heard. What
    it only wants, plans or foretells is left out, and what it declines to say.

    `fates` counts contents by `FATES`, `topics` the same by topic. `reliability` is the letter proposed, "F" where it
    cannot be judged; `reasons` say why, in words. `judged`: contents that were borne out, contradicted or withdrawn.
    """

    voice: Voice
    made: int
    reports: int
    judged: int
    fates: tuple[tuple[str, int], ...]
    topics: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    contents: tuple[Fate, ...]
    reliability: str
    reasons: tuple[str, ...]


def track_record(
    name: str, records: Mapping[str, Record], relations: Iterable[Relation], origins: Iterable[Origin]
) -> tuple[TrackRecord, ...]:
    """
    The records of all voices of that name, the one with most claims first; empty where none speaks.

    Who is not named has as many records as there are origins: the same description may mean somebody else.

    Args:
        name: as boards and `according sources` show it, in any case; a part of it is enough.
        records: by `Report.id`, all reports in which the source may speak, and those that its claims relate to.
        relations: all that touch them.
        origins: a report in none is an origin by itself.
    """
    index = {
        ClaimAt(report=report, claim=claim.id): (record, claim)
        for report, record in records.items()
        for claim in record.claims
    }
    origin_of = {report: origin.id for origin in origins for report in origin.reports}
    voices = Voices(records, index, origin_of)
    related = [one for one in relations if one.newer in index and one.older in index]
    touching: dict[ClaimAt, list[Relation]] = defaultdict(list)
    for relation in related:
        touching[relation.newer].append(relation)
        touching[relation.older].append(relation)
    known = _Known(index=index, origin_of=origin_of, voices=voices, touching=touching)
    wanted = name.casefold()
    spoken: dict[Voice, list[ClaimAt]] = defaultdict(list)
    for at in sorted(index):
        voice = voices.of(at)
        puts_forward = stand(index[at][1]) in ("asserted", "denied", "hedged")
        if puts_forward and voice.identification is not None and wanted in voice.name.casefold():
            spoken[voice].append(at)
    made = [_record(voice, claims, known) for voice, claims in spoken.items()]
    return tuple(sorted(made, key=lambda one: (-one.made, one.voice.name, one.contents[0].first.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    index: Mapping[ClaimAt, tuple[Record, Claim]]
    origin_of: Mapping[str, str]
    voices: Voices
    touching: Mapping[ClaimAt, Sequence[Relation]]

    def origin(self, at: ClaimAt) -> str:
        return self.origin_of.get(at.report, at.report)

    def date(self, at: ClaimAt) -> str:
        return self.index[at][0].report.published or "9999"


def _record(voice: Voice, claims: list[ClaimAt], known: _Known) -> TrackRecord:
    contents = [_fate(group, voice, known) for group in _groups(claims, known)]
    counts = Counter(fate for content in contents for fate in content.fates)
    by_topic: dict[str, Counter[str]] = defaultdict(Counter)
    for content in contents:
        by_topic[content.topic].update(content.fates)
    judged = [content for content in contents if set(content.fates) & {"matched", "contradicted", "withdrawn"}]
    letter, reasons = _reliability(judged, len(contents))
    return TrackRecord(
        voice=voice,
        made=len(contents),
        reports=len({at.report for at in claims}),
        judged=len(judged),
        fates=tuple((fate, counts[fate]) for fate in FATES),
        topics=tuple(
            (topic, tuple((fate, counted[fate]) for fate in FATES))
            for topic, counted in sorted(by_topic.items(), key=lambda item: (-item[1].total(), item[0]))
        ),
        contents=tuple(sorted(contents, key=lambda one: (one.first.published or "9999", one.first.at))),
        reliability=letter,
        reasons=reasons,
    )


def _groups(claims: list[ClaimAt], known: _Known) -> list[list[ClaimAt]]:
    """The source's claims by content: what was told again, in whatever report, is one."""
    top = {at: at for at in claims}

    def find(at: ClaimAt) -> ClaimAt:
        while top[at] != at:
            at = top[at]
        return at

    for at in claims:
        for relation in known.touching.get(at, ()):
            if relation.relation in RETOLD and relation.newer in top and relation.older in top:
                top[find(relation.newer)] = find(relation.older)
    groups: dict[ClaimAt, list[ClaimAt]] = defaultdict(list)
    for at in sorted(claims, key=lambda at: (known.date(at), at)):
        groups[find(at)].append(at)
    return list(groups.values())


def _fate(group: list[ClaimAt], voice: Voice, known: _Known) -> Fate:
    """What the relations of a content's claims say of it."""
    own = {known.origin(at) for at in group}
    bearing: dict[str, ClaimAt] = {}
    fates: dict[str, None] = {}
    others: dict[Voice, ClaimAt] = {}
    for at in group:
        for relation in known.touching.get(at, ()):
            is_older = relation.older == at
            other = relation.newer if is_older else relation.older
            speaker = known.voices.of(other)
            if (
                relation.relation in BEARS_OUT
                and is_older
                and _is_independent(speaker, voice, known.origin(other), own)
            ):
                bearing.setdefault(known.origin(other), other)
                others.setdefault(speaker, other)
            elif fate := _opposed(relation, is_older, speaker, voice):
                fates[fate] = None
                others.setdefault(speaker, other)
    if bearing:
        fates["matched"] = None
    found = tuple(fate for fate in FATES if fate in fates) or ("open",)
    record, claim = known.index[group[0]]
    kinds = [event.type or (event.mode or "").upper() for event in record.events if event.id in claim.events]
    return Fate(
        first=wording(record, claim),
        claims=tuple(group),
        topic=next((kind for kind in kinds if kind and kind != "STATEMENT"), "other"),
        fates=found,
        origins=len(bearing),
        credibility=_credibility(found, len(bearing)),
        others=tuple(wording(*known.index[at]) for at in others.values()),
    )


def _is_independent(speaker: Voice, voice: Voice, origin: str, own: set[str]) -> bool:
    """
    Whether another's claim can bear one out: told by another who can be told apart, in a report of another origin.

    An outlet's own words cannot, for where it has them from is not known; nor an unnamed source's, who may be the same;
    nor a name that has a word of this one's: "the Institute" may be the Institute for Peace.
    """
    return (
        speaker != voice
        and speaker.identification in TELLABLE
        and origin not in own
        and not _name_words(speaker).intersection(_name_words(voice))
    )


def _name_words(voice: Voice) -> frozenset[str]:
    """The words with a capital in a voice's name, that many names have aside."""
    return frozenset(word for word in NAME_WORD.findall(voice.name) if word not in COMMON)


def _opposed(relation: Relation, is_older: bool, speaker: Voice, voice: Voice) -> str | None:
    """
    What a relation that opposes a claim makes of it: the older of a correction is withdrawn, whoever corrects it.

    An outlet in its own words contradicts nobody, as it bears nobody out.
    """
    if relation.relation == "contradicts":
        is_heard = speaker != voice and speaker.identification not in (OUTLET, None)
        return "contradicted" if is_heard else None
    if relation.relation == "denies" and is_older:
        return "withdrawn" if speaker == voice else "denied"
    return "withdrawn" if relation.relation == "corrects" and is_older else None


def _credibility(fates: Sequence[str], origins: int) -> int:
    """
    The number that the scale proposes for a content; a key of `CREDIBILITIES`.

    >>> _credibility(["matched"], 2), _credibility(["matched", "denied"], 1), _credibility(["open"], 0)
    (1, 3, 6)
    """
    opposed = {"contradicted", "denied"}.intersection(fates)
    if "withdrawn" in fates:
        return 5
    if origins:
        return 3 if opposed else 1 if origins > 1 else 2
    return 4 if "contradicted" in fates else 6


def _reliability(judged: Sequence[Fate], made: int) -> tuple[str, tuple[str, ...]]:
    """The letter proposed, and why. A denial alone counts neither way: who is accused denies."""
    for_it = sum("matched" in one.fates and not {"contradicted", "withdrawn"}.intersection(one.fates) for one in judged)
    both = sum("matched" in one.fates and "withdrawn" not in one.fates for one in judged) - for_it
    against = len(judged) - for_it - both
    counts = (
        f"{made} claim{'' if made == 1 else 's'}: {for_it} borne out by another source in a report of another origin,"
        f" {against} contradicted or withdrawn, {both} both borne out and contradicted, {made - len(judged)}"
        " not judged by anything read"
    )
    told = for_it + against
    if told < FEWEST:
        return "F", (counts, f"cannot be judged: it takes {FEWEST} claims that tell one way, and there are {told}")
    low = _lower(for_it, told)
    letter, word = next((letter, word) for bound, letter, word in RELIABILITIES if low >= bound)
    share = f"{for_it} of {told} were borne out; with so many, that is at least {low:.0%} of such claims (90 % sure)"
    return letter, (counts, share, f"{letter}: {word}")


def _lower(hits: int, trials: int) -> float:
    """
    Wilson's lower bound of a share (Wilson 1927).

    >>> round(_lower(4, 4), 2), round(_lower(20, 20), 2)
    (0.71, 0.92)
    """
    z2 = CONFIDENCE_Z**2
    share = hits / trials
    middle = share + z2 / (2 * trials)
    spread = CONFIDENCE_Z * math.sqrt((share * (1 - share) + z2 / (4 * trials)) / trials)
    return max(0.0, (middle - spread) / (1 + z2 / trials))
