"""
On whom a report rests: its sources, each with the share of the report's first claims that it vouches for.

A source here is lineage, not identity: who is behind an unnamed description is never asked. Two reports may rest on
"a harbour pilot who saw the collision from the breakwater"; on "a US official" half the world's reports rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.matching.origins.words import folded, numbered, rarity
from according.records import Claim, Entity, Record, SourceLink
from according.world.lookup import word_set

HALF = 700
"""Characters of text after which a claim weighs half: about two paragraphs. A guess; 400 to 1,200 do as well."""

MOST_VOICES = 12
MOST_WORDS = 10
"""Words of one voice that are kept: a name, an office and a body."""

POLICE_WORDS = word_set(
    "police officer officers deputy deputies detective detectives sheriff sheriffs trooper troopers"
)
"""Who finds and tells of a crime, though the report need not say "police said" each time."""

COURT_WORDS = word_set("court courts judge judges jury jurors tribunal")
"""A verdict is a public act that every desk may hear; two that report it do not rest on one source."""

IMPLIED = 0.3
"""Weight of a claim that names police without quoting them, as a share of one that does. A guess."""

COMMON = word_set(
    """
    a an and as at by for from her his in its of on our that the their this to us with who which was were is are has
    he she it they we i you someone him them s said says told so called monitor monitoring group uk based
    official officials source sources spokesman spokeswoman spokesperson spokespeople senior top person people persons
    familiar matter situation thinking briefed knowledge speaking spoke condition anonymity anonymous unnamed named
    head chief director leader minister member members representative representatives aide aides diplomat diplomats
    statement statements report reports news agency media local state government authorities authority military security
    army country one two three several many some other others another new former witness witnesses resident residents
    activist activists analyst analysts expert experts man woman men women family friend friends mr mrs ms dr
    maj gen lt col sgt capt general major colonel lieutenant captain sergeant officer spokesperson department ministry
    """
)
"""Words that describe sources without telling one from another."""

SPECIFIC = 9.0
"""
Rarity of the telling words from which an unnamed description is a lineage of its own: two words that each stand in one
report of a hundred. A guess; `evaluate/origins.py` has too few such pairs to measure it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    One source of a report: its `name` as the report has it, its telling `words`, folded and sorted, its share of the
    report's claims by `weight` (0 to 1), its first PLOVER `sector` and its `country`, None where not known; whether it
    is a person with a name.
    """

    name: str
    words: tuple[str, ...]
    weight: float
    sector: str | None = None
    country: str | None = None
    is_person: bool = False


def voices(record: Record) -> tuple[Voice, ...]:
    """The sources of a report's claims that can be told from others, the weightiest first."""
    found: dict[str, Voice] = {}
    total = 0.0
    for claim in record.claims:
        if not claim.content or claim.status in {"background", "hypothetical"}:
            continue
        weight = 0.5 ** (claim.content[0].start / HALF)
        total += weight
        for voice in _of_claim(record, claim, weight):
            key = _same(found, voice)
            found[key] = voice if key not in found else _together(found[key], voice)
    ranked = sorted(found.values(), key=lambda voice: (-voice.weight, voice.name))[:MOST_VOICES]
    return tuple(_share(voice, total) for voice in ranked)


def _of_claim(record: Record, claim: Claim, weight: float) -> Iterator[Voice]:
    """The voices of one claim: every link behind the narrator; police that only act in the claim, weighed less."""
    entities = {entity.id: entity for entity in record.entities}
    for link in claim.chain[1:]:
        voice = _of_link(record, claim, link, entities.get(link.entity or ""), weight)
        if voice is not None:
            yield voice
    if len(claim.chain) == 1:
        words = folded(" ".join(record.report.text[span.start : span.end] for span in claim.content))
        if not POLICE_WORDS.isdisjoint(words):
            yield Voice(name="police", words=(), weight=weight * IMPLIED, sector="COP")


def _of_link(record: Record, claim: Claim, link: SourceLink, entity: Entity | None, weight: float) -> Voice | None:
    """The voice of a link, None where nothing tells it from others."""
    text = record.report.text
    phrase = " ".join(text[span.start : span.end] for span in link.resolves_to or link.spans)
    name = entity.name if entity and link.identification in {"named", "institution", "role-only"} else phrase
    words = telling(f"{name} {phrase}")
    sector = link.sectors[0] if link.sectors else None
    if "COP" in link.sectors:
        sector = "COP"
    if sector != "COP" and not _is_told_apart(link, words):
        return None
    if not COURT_WORDS.isdisjoint(folded(phrase)) and claim.status == "legal-proceeding":
        return None
    is_person = entity is not None and entity.kind == "person" and link.identification == "named"
    return Voice(
        name=name.strip(), words=words, weight=weight, sector=sector, country=link.country, is_person=is_person
    )


def telling(phrase: str) -> tuple[str, ...]:
    """
    The words of a phrase that tell one source from another, sorted.

    >>> telling("Harbour Observatory director Ana Lopes"), telling("a US official familiar with the matter")
    (('ana', 'harbour', 'lopes', 'observatory'), ())
    """
    words = dict.fromkeys(word for word in folded(phrase) if word not in COMMON and len(word) > 1)
    return tuple(sorted(list(words)[:MOST_WORDS]))


def rarity_of(words: tuple[str, ...]) -> float:
    """How telling the words are together: the sum of their rarities."""
    return float(rarity()[numbered(words)].sum()) if words else 0.0


def _is_told_apart(link: SourceLink, words: tuple[str, ...]) -> bool:
    """Whether a source is named, or described so closely that two reports with the description share a lineage."""
    if not words:
        return False
    if link.identification in {"named", "institution", "document"}:
        return True
    return rarity_of(words) >= SPECIFIC and len(words) > 1


def _same(found: dict[str, Voice], voice: Voice) -> str:
    """The key of a voice that is found already and means the same, else a new one."""
    for key, other in found.items():
        if is_same(voice, other):
            return key
    return f"{len(found)} {voice.name}"


def is_same(one: Voice, other: Voice) -> bool:
    """Whether two voices of one report are one: the telling words of one are among the other's."""
    if not one.words or not other.words:
        return one.words == other.words and one.sector == other.sector
    return set(one.words) <= set(other.words) or set(other.words) <= set(one.words)


def _together(one: Voice, other: Voice) -> Voice:
    fuller = max(one, other, key=lambda voice: (len(voice.words), len(voice.name)))
    return Voice(
        name=fuller.name,
        words=fuller.words,
        weight=one.weight + other.weight,
        sector="COP" if "COP" in (one.sector, other.sector) else fuller.sector or one.sector or other.sector,
        country=fuller.country or one.country or other.country,
        is_person=one.is_person or other.is_person,
    )


def _share(voice: Voice, total: float) -> Voice:
    return Voice(
        name=voice.name[:60],
        words=voice.words,
        weight=round(min(voice.weight / max(total, 1e-6), 1.0), 3),
        sector=voice.sector,
        country=voice.country,
        is_person=voice.is_person,
    )
