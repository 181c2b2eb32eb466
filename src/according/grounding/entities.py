"""
The entities of one report: its mentions, and which of them mean the same.

    "Anna Berg, the health minister, ... Berg said ... She"   one entity, "Anna Berg", with three mentions

An entity is named, or described at least twice; a description that comes up once is a mention
without an entity. Who an unnamed source is, is never guessed.
"""

from __future__ import annotations

from collections import defaultdict

from according.mentions import Chain, Found, Link, Parse, understand
from according.mentions.lexicon import FEMALE_TITLES, MALE_TITLES, TITLES
from according.mentions.names import core
from according.records import Entity, Grounded, Mention, Report, Segmentation, Span, Spans, Tags

SURE = {"pronoun": 0.5, "nominal": 0.6}
"""How probable it must be that a pronoun or a description means an entity. Chosen on GUM."""

ADDRESSES = (MALE_TITLES | FEMALE_TITLES) - frozenset(
    ("king", "queen", "prince", "princess", "emperor", "empress", "sheikh")
)
"""Titles that tell no office."""


def ground(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...] = ()) -> Grounded:
    """
    The mentions of a report in the order of the text, and its entities.

    Country and sectors are not filled in; `role` is where an apposition or a title states it.
    `sources`, the words of the attributions' sources, sharpen what pronouns mean.
    """
    understood = understand(report, segmentation, tags, tuple(source for source in sources if source))
    parse, links, chains = understood.parse, understood.links, understood.chains
    kept: dict[int, list[Found]] = defaultdict(list)
    for each in links:
        if _is_sure(each):
            kept[each.chain].append(each.mention)
    numbers = [
        number for number, mentions in sorted(kept.items(), key=lambda item: item[1][0].head) if _is_entity(mentions)
    ]
    names = {number: f"e{place}" for place, number in enumerate(numbers, 1)}
    entities = tuple(_entity(parse, names[number], kept[number], chains[number]) for number in numbers)
    return Grounded(mentions=tuple(_mentions(parse, links, names)), entities=entities)


def _is_sure(each: Link) -> bool:
    """Whether the mention may count for its chain: by a rule, or by a decision that is sure enough."""
    return each.mention.family != "I" and (each.rule != "likeliest" or each.probability >= SURE[each.mention.form])


def _is_entity(mentions: list[Found]) -> bool:
    """Named, or described and mentioned once more; a day's name or a sum of money is nobody."""
    if any(mention.form == "name" for mention in mentions):
        return True
    return len(mentions) > 1 and any(mention.form == "nominal" for mention in mentions)


def _mentions(parse: Parse, links: tuple[Link, ...], names: dict[int, str]) -> list[Mention]:
    """Every name and description, and every pronoun that means an entity, in the order of the text."""
    made = []
    for each in links:
        entity = names.get(each.chain) if _is_sure(each) else None
        if each.mention.form == "pronoun" and entity is None:
            continue
        made.append(
            Mention(spans=_spans(parse, each.mention), kind=each.mention.kind, entity=entity, form=each.mention.form)
        )
    return sorted(made, key=lambda mention: (mention.spans[0].start, -mention.spans[-1].end))


def _spans(parse: Parse, mention: Found) -> Spans:
    """A name's own words; a description's whole phrase."""
    first = mention.name_first if mention.form == "name" else mention.first
    return (Span(start=parse.tags.words[first].start, end=parse.tags.words[mention.last].end),)


def _entity(parse: Parse, identifier: str, mentions: list[Found], chain: Chain) -> Entity:
    named = [mention for mention in mentions if mention.form == "name"]
    if named:
        best = max(named, key=lambda mention: (len(core(mention.words)), -mention.head))
        first = best.name_first
        while first < best.last and (
            (parse.lower[first] in TITLES and best.kind == "person") or parse.lower[first] == "the"
        ):
            first += 1
    else:
        best = max(
            (mention for mention in mentions if mention.form == "nominal"),
            key=lambda mention: (mention.last - mention.first, -mention.head),
        )
        first = best.first
    return Entity(
        id=identifier,
        name=" ".join(_text(parse, first, best.last).split()),
        kind=chain.kind,
        role=_role(parse, mentions) if chain.kind == "person" and named else None,
    )


def _text(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tags.words[first].start : parse.tags.words[last].end]


def _role(parse: Parse, mentions: list[Found]) -> str | None:
    """The office or work that an apposition, a predicate or a title gives a person, the fullest one, or None."""
    described = {mention.belongs_to for mention in mentions if mention.form == "name"}
    said = []
    for mention in mentions:
        if mention.form == "nominal" and (mention.belongs_to is not None or mention.head in described):
            said.append((mention.first + (parse.lower[mention.first] in ("the", "a", "an")), mention.last))
        elif mention.form == "name":
            said.extend(words for words in (mention.title, _title_inside(parse, mention)) if words is not None)
    best = max(said, key=lambda words: words[1] - words[0], default=None)
    return " ".join(_text(parse, *best).split()) if best is not None else None


def _title_inside(parse: Parse, mention: Found) -> tuple[int, int] | None:
    """The words of an office that the name itself begins with ("Prime Minister Anna Berg"); "Mrs." is none."""
    end = mention.name_first
    while end < mention.last and parse.lower[end] in TITLES - ADDRESSES:
        end += 1
    return (mention.name_first, end - 1) if end > mention.name_first else None
