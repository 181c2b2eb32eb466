"""Who says what in a story, and each content however often it is told."""

from __future__ import annotations

from collections import defaultdict

from according.matching.boards.board import NOBODY, OUTLET, STANDS, Point, Saying, Voice
from according.matching.boards.evidence import EARLIER, Evidence
from according.records import Claim, ClaimAt
from according.world.lookup import word_set

STAND_OF = {
    "denied": "denied",
    "neither-confirmed-nor-denied": "declined",
    "alleged": "hedged",
    "possible": "hedged",
    "probable": "hedged",
    "conditional": "hedged",
    "believed": "hedged",
    "feared": "hedged",
    "hoped": "other",
    "planned": "other",
    "threatened": "other",
    "ordered": "other",
    "demanded": "other",
    "asked": "other",
    "warned": "other",
    "predicted": "other",
}
"""Stance -> stand; the stances left out are assertions where the source is certain, and hedged where it is not."""

HEDGED = frozenset({"probable", "possible"})
"""Certainties of a hedged assertion."""

PRONOUNS = word_set("i he she it they we you him her them this that these those who which another one")
"""Descriptions that tell nobody: what a pronoun stands for was not found."""

Group = tuple[ClaimAt, ...]


def stand(claim: Claim, *, denies: bool = False) -> str:
    """
    How a claim's source stands to it, one of `STANDS`.

    Args:
        denies: it was found to deny another claim, whatever the stance of its words ("nobody crossed").
    """
    if denies:
        return "denied"
    if claim.stance in STAND_OF:
        return STAND_OF[claim.stance]
    return "hedged" if claim.certainty in HEDGED else "asserted"


def sayings(groups: list[Group], known: Evidence) -> tuple[Saying, ...]:
    """
    The rows of who says what, by stand.

    Those who tell of the story's events come first; what was found to be related to other reports next; outlets in
    their own words, and what nobody says by name or any more, last. Then by origins and reports, and by date.
    """
    denials = {
        relation.newer
        for relation in known.relations
        if relation.relation == "denies" and known.claim(relation.newer).attribution is not None
    }  # an outlet's own words deny nobody
    rows: dict[tuple[str, Voice], list[Group]] = defaultdict(list)
    for group in groups:
        split: dict[tuple[str, Voice], list[ClaimAt]] = defaultdict(list)
        for at in group:
            split[stand(known.claim(at), denies=at in denials), known.voices.of(at)].append(at)
        for key, claims in split.items():
            rows[key].append(tuple(claims))
    made = [_saying(*key, told, known) for key, told in rows.items()]
    return tuple(sorted(made, key=lambda row: _place(row, known)))


def _place(row: Saying, known: Evidence) -> tuple[object, ...]:
    name = row.voice.name
    is_last = (
        row.voice.identification == OUTLET or name == NOBODY or name.casefold() in PRONOUNS or EARLIER.search(name)
    )
    not_main = not known.main.intersection(row.claims)
    return (
        STANDS.index(row.stand),
        bool(is_last),
        not_main,
        row.is_beside,
        -row.origins,
        -row.reports,
        known.when(row.first.at),
    )


def _saying(stands: str, voice: Voice, told: list[Group], known: Evidence) -> Saying:
    groups = sorted(
        told,
        key=lambda group: (not known.main.intersection(group), -known.spread(group)[0], known.when(group[0])),
    )
    claims = sorted((at for group in told for at in group), key=known.when)
    reports, origins = known.spread(claims)
    return Saying(
        voice=voice,
        stand=stands,
        first=known.wording(claims[0]),
        wordings=tuple(known.wording(group[0]) for group in groups),
        heard=tuple(known.spread(group) for group in groups),
        claims=tuple(claims),
        certainties=tuple(dict.fromkeys(known.claim(at).certainty for at in claims)),
        reports=reports,
        origins=origins,
        against=_against(claims, voice, known) if stands == "denied" else (),
        is_beside=not known.near.intersection(claims),
    )


def _against(claims: list[ClaimAt], voice: Voice, known: Evidence) -> tuple[Voice, ...]:
    opposed = {
        known.voices.of(relation.older): None
        for at in claims
        for relation in known.touching.get(at, ())
        if relation.relation == "denies" and relation.newer == at
    }
    return tuple(one for one in opposed if one != voice)


def points(groups: list[Group], known: Evidence) -> tuple[Point, ...]:
    """Each content with who tells it, denies it and contradicts it, the most retold first."""
    made = [_point(group, known) for group in groups]
    return tuple(sorted(made, key=lambda point: (-point.origins, -point.reports, known.when(point.first.at))))


def _point(group: Group, known: Evidence) -> Point:
    inside = set(group)
    denied: dict[Voice, None] = {}
    contradicted: dict[Voice, None] = {}
    for relation in (relation for at in group for relation in known.touching.get(at, ())):
        if relation.relation == "denies" and relation.older in inside:
            denied[known.voices.of(relation.newer)] = None
        elif relation.relation == "contradicts":
            other = relation.older if relation.newer in inside else relation.newer
            contradicted[known.voices.of(other)] = None
    reports, origins = known.spread(group)
    return Point(
        first=known.wording(group[0]),
        claims=group,
        voices=tuple(dict.fromkeys(known.voices.of(at) for at in group)),
        reports=reports,
        origins=origins,
        denied_by=tuple(denied),
        contradicted_by=tuple(contradicted),
    )
