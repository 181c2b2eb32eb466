"""
On whose word a claim stands, as far as two reports can tell: the outlet itself, a named body, "a monitor".

Two claims come from one body when the outlet is the same and speaks for itself, or when the same rare name stands in
both sources. They come from two bodies when both are told apart by name, country or calling. All else stays unknown:
nobody's identity is guessed, so "a monitor" in one report is not yet the monitor that another report names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from according.matching.origins.words import folded
from according.matching.relations.nations import nations
from according.matching.relations.words import rare, stem
from according.records import Claim, Entity, Record, SourceLink, Spans
from according.world.lookup import word_set

GENERIC = frozenset(
    map(
        stem,
        word_set(
            """source sources official officials spokesman spokeswoman spokesperson director chief head group agency
    statement report reports police authorities government ministry minister monitor monitoring watchdog activist
    activists resident residents witness witnesses doctor medic medics medical local security military army state media
    news television tv department office officer officers sheriff sheriffs court documents document family relative
    relatives rights human international senior named who we they he she it i that which what an based britain british
    organisation organization organizations opposition rebel rebels member members leader president"""
        ),
    )
)
"""Words of sources that name nobody; sharing one does not make two sources the same body. A guess from reading."""

OFFICES = frozenset(map(stem, word_set("ministry government police army military parliament court presidency embassy")))
"""Offices of which a country has one that speaks to the press: two "defence ministries" of one country are one body."""

NAMED = 3.0
"""How rare a shared word of two sources must be to name a body: as rare as in one text of twenty."""


COMMON_IN_URLS = word_set("news daily times post local today online world media radio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """
    Who tells. `names` are the words that name the body; `calling` its sectors; `narrator` holds for the outlet's own
    words. `words` is the source as the report has it, "" for the narrator.
    """

    words: str = ""
    names: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    country: str | None = None
    outlet: str | None = None
    narrator: bool = False
    institution: bool = False


def cut(text: str, spans: Spans) -> str:
    """The words of `spans`, pieces joined by " … "."""
    return " … ".join(text[span.start : span.end] for span in spans)


def teller(record: Record, claim: Claim, entities: Mapping[str, Entity]) -> Teller:
    """The innermost source of `claim`."""
    outlet = record.report.publisher
    if len(claim.chain) < 2:
        return Teller(outlet=outlet, narrator=True)
    link = claim.chain[-1]
    text = record.report.text
    wording = cut(text, link.spans)
    if (
        outlet
        and (own := set(folded(wording)))
        and any(len(word) > 3 and word in outlet for word in own - COMMON_IN_URLS)
    ):
        return Teller(words=wording, outlet=outlet, narrator=True)  # "WXYZ News 9" on www.wxyz.example
    entity = entities.get(link.entity or "")
    told = " ".join((wording, cut(text, link.resolves_to), entity.name if entity else ""))
    return Teller(
        words=wording,
        names=_names(told),
        calling=frozenset(link.sectors),
        country=link.country,
        outlet=outlet,
        institution=_is_institution(link),
    )


def _is_institution(link: SourceLink) -> bool:
    return link.identification in ("institution", "named", "role-only") and bool(link.sectors)


def _names(told: str) -> frozenset[str]:
    stems = {stem(word): word for word in folded(told)}
    return frozenset(
        name for name, word in stems.items() if name not in GENERIC and name not in nations() and rare(word) >= NAMED
    )


def same(a: Teller, b: Teller) -> bool | None:
    """
    Whether two tellers are one body; None where the words do not tell.

    >>> un = Teller(words="the UN refugee agency", names=frozenset({"refugee"}), calling=frozenset({"IGO"}))
    >>> same(un, Teller(words="a UN refugee official", names=frozenset({"refugee"}), calling=frozenset({"IGO"})))
    True
    >>> same(un, Teller(words="a mayor", calling=frozenset({"GOV"})))
    False
    """
    if a.narrator and b.narrator:
        return a.outlet is not None and a.outlet == b.outlet
    if a.narrator or b.narrator:
        return None
    if a.names & b.names:
        return True
    if a.calling and b.calling and not a.calling & b.calling:
        return False
    if a.country and b.country and a.country != b.country:
        return False
    if a.names and b.names and a.institution and b.institution:
        return False
    if not a.calling & b.calling:
        return None
    offices = set(map(stem, folded(a.words))) & set(map(stem, folded(b.words))) & OFFICES
    return (
        True if a.words.casefold() == b.words.casefold() or (offices and a.country and a.country == b.country) else None
    )
