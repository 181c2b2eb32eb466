"""
The entities of one report: its mentions, and which of them mean the same.

    "Anna Berg, the health minister, ... Berg said ... She"   one entity, "Anna Berg", with three mentions

An entity is named, or described at least twice; a description that comes up once is a mention
without an entity, but for a source whose country the rest of the report tells ("police said").
Who an unnamed source is, is never guessed.
"""

from __future__ import annotations

from collections import defaultdict

from according.grounding.actors.bodies import without_country
from according.grounding.descriptions import name_begins
from according.grounding.positions import NO_STATE, Known, Positions
from according.grounding.titles import with_titles
from according.mentions import Chain, Found, Link, Parse, understand
from according.mentions.lexicon import FEMALE_TITLES, MALE_TITLES, TITLES
from according.mentions.marking import mark
from according.mentions.names import core
from according.records import Actor, Entity, Grounded, Mention, Report, Segmentation, Spans, Tags

SURE = {"pronoun": 0.5, "nominal": 0.6}
"""How probable it must be that a pronoun or a description means an entity. Chosen on GUM."""

ADDRESSES = (MALE_TITLES | FEMALE_TITLES | frozenset(("dr", "dr.", "prof", "prof."))) - frozenset(
    ("king", "queen", "prince", "princess", "emperor", "empress", "sheikh")
)
"""Titles that tell no office."""

ACTING = frozenset(("person", "organisation", "place", "vehicle", "platform", "weapon"))
"""Kinds of which a description alone makes an entity. A poll or a sum that comes up twice is none."""


def ground(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...] = ()) -> Grounded:
    """
    The mentions of a report in the order of the text, and its entities.

    Country, sectors and office are those at the report's date, as far as words or tables tell them.
    `sources`, the words of the attributions' sources, sharpen what pronouns mean.
    """
    understood = understand(report, segmentation, tags, tuple(source for source in sources if source))
    parse, links, chains = understood.parse, understood.links, understood.chains
    links = with_titles(parse, links, chains)
    positions = Positions(parse, report)
    kept = {number: each for number, each in _kept(parse, links, chains, positions).items() if _is_entity(each)}
    known = {number: _known(parse, mentions, chains[number].kind) for number, mentions in kept.items()}
    taken = {mention.head for mentions in kept.values() for mention in mentions}
    loose = [each.mention for each in links if each.mention.form == "nominal" and each.mention.head not in taken]
    actors = positions.of(known, loose)
    for mention in loose:
        if (holder := positions.holder(mention, known, actors)) is not None:
            kept[holder].append(mention)
        elif mention.speaks and (actor := positions.alone(mention)):
            number = len(chains) + mention.head
            kept[number], actors[number] = [mention], actor
            known[number] = _known(parse, [mention], mention.kind)
    numbers = sorted(kept, key=lambda number: kept[number][0].head)
    names = {number: f"e{place}" for place, number in enumerate(numbers, 1)}
    of = {mention.head: names[number] for number in numbers for mention in kept[number]}
    entities = tuple(_entity(parse, names[number], known[number], actors[number]) for number in numbers)
    listed, told = _mentions(parse, links, chains, of)
    return Grounded(mentions=listed, told=told, entities=entities)


def _kept(
    parse: Parse, links: tuple[Link, ...], chains: tuple[Chain, ...], positions: Positions
) -> dict[int, list[Found]]:
    """The mentions of each chain that surely are of it, by the chain's number."""
    kept: dict[int, list[Found]] = defaultdict(list)
    for each in links:
        if _is_sure(each):
            kept[each.chain].append(each.mention)
    guessed = {each.mention.head for each in links if each.rule == "likeliest" and each.mention.form == "nominal"}
    for number, mentions in kept.items():
        named = any(mention.form == "name" for mention in mentions)
        if named and any(mention.head in guessed for mention in mentions):
            known = _known(parse, [mention for mention in mentions if mention.head not in guessed], chains[number].kind)
            kept[number] = [m for m in mentions if m.head not in guessed or positions.belongs(m, known)]
    return kept


def _is_sure(each: Link) -> bool:
    """Whether the mention may count for its chain: by a rule, or by a decision that is sure enough."""
    return each.mention.family != "I" and (each.rule != "likeliest" or each.probability >= SURE[each.mention.form])


def _is_entity(mentions: list[Found]) -> bool:
    """Named, or a person, body or place described and mentioned once more."""
    if any(mention.form == "name" for mention in mentions):
        return True
    return len(mentions) > 1 and any(mention.form == "nominal" and mention.kind in ACTING for mention in mentions)


def _mentions(
    parse: Parse, links: tuple[Link, ...], chains: tuple[Chain, ...], entities: dict[int, str]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """
    Every name and description, and every pronoun that means an entity, in the order of the text.

    Second those whose words another mention tells: "Russian" in "Russian troops".
    """
    listed: list[Mention] = []
    told: list[Mention] = []
    for each in mark(parse, links, chains):
        entity = entities.get(each.link.mention.head) if each.link is not None else None
        if each.form == "pronoun" and entity is None and each.link is not None and each.link.mention.family != "I":
            continue
        spans = parse.spans(each.first, each.last)
        (told if each.told else listed).append(Mention(spans=spans, kind=each.kind, entity=entity, form=each.form))
    return tuple(listed), tuple(told)


def _known(parse: Parse, mentions: list[Found], kind: str) -> Known:
    """The entity's name, and the mentions that tell who it is."""
    named = [mention for mention in mentions if mention.form == "name"]
    nominal = [mention for mention in mentions if mention.form == "nominal"]
    if named:
        best = max(named, key=lambda mention: (len(core(mention.words)), -mention.head))
        first = name_begins(parse, best)
        heads = {mention.belongs_to for mention in named}
        nominal = [mention for mention in nominal if mention.belongs_to is not None or mention.head in heads]
    else:
        best = max(nominal, key=lambda mention: (mention.last - mention.first, -mention.head))
        first = best.first
    return Known(
        name=" ".join(_text(parse, first, best.last).split()),
        kind=kind,
        named=tuple((name_begins(parse, mention), mention.last) for mention in named),
        mentions=tuple(mentions),
        described=tuple(nominal),
    )


def _entity(parse: Parse, identifier: str, known: Known, actor: Actor) -> Entity:
    role, status = actor.role, actor.role_status
    if role is None and known.kind == "person" and known.named:
        role = _role(parse, known.mentions)
    return Entity(
        id=identifier,
        name=known.name,
        kind=known.kind,
        country=None if actor.country in NO_STATE else actor.country,
        sectors=actor.sectors,
        role=role,
        role_status=status,
    )


def _text(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tags.words[first].start : parse.tags.words[last].end]


def _role(parse: Parse, mentions: tuple[Found, ...]) -> str | None:
    """The office or work that an apposition, a predicate or a title gives a person, the fullest one, or None."""
    described = {mention.belongs_to for mention in mentions if mention.form == "name"}
    said = []
    for mention in mentions:
        if mention.form == "nominal" and (mention.belongs_to is not None or mention.head in described):
            said.append((mention.first + (parse.lower[mention.first] in ("the", "a", "an")), mention.last))
        elif mention.form == "name":
            said.extend(words for words in (mention.title, _title_inside(parse, mention)) if words is not None)
    best = max(said, key=lambda words: words[1] - words[0], default=None)
    role = " ".join(_text(parse, *best).split()) if best is not None else ""
    role = without_country(role)
    return role if set(role.lower().split()) - ADDRESSES else None


def _title_inside(parse: Parse, mention: Found) -> tuple[int, int] | None:
    """The words of an office that the name itself begins with ("Prime Minister Anna Berg"); "Mrs." is none."""
    end = name_begins(parse, mention)
    while end > mention.name_first and parse.lower[end - 1] in ADDRESSES:
        end -= 1
    office = any(parse.lower[word] in TITLES - ADDRESSES for word in range(mention.name_first, end))
    return (mention.name_first, end - 1) if office else None
