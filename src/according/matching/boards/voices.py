"""
Who speaks in a story: which sources of its reports are one voice.

Names are joined across reports, a surname to the one full name that ends in it. Who is not named is joined only within
one origin, where the one report copies the other: elsewhere the same description may mean somebody else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from according.matching.boards.board import NOBODY, OUTLET, Voice
from according.matching.boards.wordings import Records, link_name, outlet
from according.records import Claim, ClaimAt, Record, SourceLink
from according.world.lookup import without_accents

ONE_OF = re.compile(r"^(?:one|two|three|four|five|some|both|all|several|many|most) of (?:the |these |those )")
ARTICLE = re.compile(r"^(?:the|a|an|some|its|his|her|their)\s+")
POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
GOVERNMENT = re.compile(r"\b(?:government|cabinet)\b")
LEAST_OF_A_BODY = 3
"""Words of a body's name from which a longer name that begins with it is the same body. A guess: two are too common."""

RANK = ("named", "role-only", "institution", "document", OUTLET, "unnamed", "collective", None)
"""Which identification a voice has where its mentions differ: the most telling."""

Key = tuple[str, ...]


class _Heard(NamedTuple):
    """One link that speaks, and what it is known by."""

    at: ClaimAt
    name: str
    link: SourceLink
    keys: list[Key]


class Voices:
    """The voice of each claim; the same object wherever the same one speaks."""

    def __init__(self, records: Records, claims: Iterable[ClaimAt], origin_of: Mapping[str, str]) -> None:
        self._origin_of = origin_of
        wanted = set(claims)
        heard = [
            self._heard(at, record, claim)
            for report, record in sorted(records.items())
            for claim in record.claims
            if (at := ClaimAt(report=report, claim=claim.id)) in wanted
        ]
        groups = _joined(heard, _shorter(heard))
        self._of = {one.at: voice for group in groups for voice in (_voice(group),) for one in group}

    def of(self, at: ClaimAt) -> Voice:
        """Who vouches for the claim: its innermost source, the outlet where it speaks itself."""
        return self._of[at]

    def _heard(self, at: ClaimAt, record: Record, claim: Claim) -> _Heard:
        link = claim.chain[-1] if claim.chain else SourceLink()
        if len(claim.chain) > 1:
            name = link_name(record, link)
            return _Heard(at, name, link, self._keys(at.report, record, link, name))
        if claim.attribution is not None:
            return _Heard(at, NOBODY, SourceLink(), [("nobody",)])
        name = outlet(record)
        own = SourceLink(identification=OUTLET)
        known = record.report.publisher or record.report.url
        return _Heard(at, name, own, [("outlet", _plain(name) if known else self._origin_of.get(at.report, at.report))])

    def _keys(self, report: str, record: Record, link: SourceLink, name: str) -> list[Key]:
        """By what a source is known: its entity within the report, and across reports its name or description."""
        plain = _plain(name)
        keys: list[Key] = []
        entity = next((entity for entity in record.entities if entity.id == link.entity), None)
        if entity is not None and link.identification in ("named", "role-only", "institution"):
            keys.append(("entity", report, entity.id))
        if link.identification in ("named", "institution", "role-only"):
            is_place = entity is not None and entity.kind == "place"
            if link.country and (GOVERNMENT.search(plain) or is_place) and "GOV" in (link.sectors or ("GOV",)):
                keys.append(("government", link.country))
            else:
                keys.append(
                    ("name", plain, link.country or "") if link.identification == "role-only" else ("name", plain)
                )
        else:
            keys.append(("words", ONE_OF.sub("", plain), self._origin_of.get(report, report)))
        return keys


def _plain(name: str) -> str:
    """
    A name as it is compared.

    >>> _plain("The Élysée’s spokesman")
    'elysee spokesman'
    """
    return " ".join(POSSESSIVE.sub("", ARTICLE.sub("", without_accents(name))).split())


def _shorter(heard: Iterable[_Heard]) -> dict[str, str]:
    """
    Name -> the name that it is compared as, for those that are written in two ways.

    A surname is the one full name that ends in it, and where two do, neither. A body with words added ("the Lagos
    Institute for Peace a research group") is the body: the name of three words or more that it begins with.
    """
    names: dict[str, set[str | None]] = defaultdict(set)
    for one in heard:
        for key in one.keys:
            if key[0] == "name":
                names[key[1]].add(one.link.identification)
    ends: dict[str, set[str]] = defaultdict(set)
    for name, kinds in names.items():
        if "named" in kinds and " " in name:
            ends[name.rpartition(" ")[2]].add(name)
    found = {end: full.pop() for end, full in ends.items() if "named" in names.get(end, ()) and len(full) == 1}
    for name in names:
        words = name.split()
        begun = (" ".join(words[:count]) for count in range(LEAST_OF_A_BODY, len(words)))
        shorter = next((one for one in begun if "institution" in names.get(one, ())), None)
        if shorter is not None:
            found[name] = shorter
    return found


def _joined(heard: list[_Heard], shorter: Mapping[str, str]) -> list[list[_Heard]]:
    """The links grouped by the keys that they share."""
    top = list(range(len(heard)))

    def find(number: int) -> int:
        while top[number] != number:
            number = top[number]
        return number

    first: dict[Key, int] = {}
    for number, one in enumerate(heard):
        for key in one.keys:
            key = ("name", shorter[key[1]]) if key[0] == "name" and len(key) == 2 and key[1] in shorter else key
            top[find(number)] = find(first.setdefault(key, number))
    groups: dict[int, list[_Heard]] = defaultdict(list)
    for number, one in enumerate(heard):
        groups[find(number)].append(one)
    return list(groups.values())


def _voice(group: list[_Heard]) -> Voice:
    """What the links of one voice say together: its fullest name, or its commonest description."""
    links = [one.link for one in group]
    kind = min(
        (link.identification for link in links), key=lambda kind: RANK.index(kind) if kind in RANK else len(RANK)
    )
    names = [one.name for one in group if one.link.identification == kind]
    often = Counter(names)
    longest = max(often, key=lambda name: (len(name), name))
    name = longest if kind == "named" else min(often, key=lambda name: (-often[name], len(name), name))
    whole = [link for link in links if not link.part_of] or links  # why one of them is not named is not why all are not
    grounds = [link.anonymity.grounds for link in whole if link.anonymity and link.anonymity.grounds != "none-given"]
    return Voice(
        name=name,
        heard=min(one.at for one in group),
        identification=kind,
        country=next((link.country for link in links if link.country), None),
        role=next((link.role for link in links if link.role and kind == "named"), None),
        grounds=grounds[0] if grounds else None,
    )
