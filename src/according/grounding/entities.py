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
from according.records import Entity, Grounded, Mention, Report, Segmentation, Spans, Tags

SURE = {"pronoun": 0.5, "nominal": 0.6}
"""How probable it must be that a pronoun or a description means an entity. Chosen on GUM."""

ADDRESSES = (MALE_TITLES | FEMALE_TITLES) - frozenset(
    ("king", "queen", "prince", "princess", "emperor", "empress", "sheikh")
)
"""Titles that tell no office."""

ACTING = frozenset(("person", "organisation", "place", "vehicle", "platform", "weapon"))
"""Kinds of which a description alone makes an entity. A poll or a sum that comes up twice is none."""


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
    """Named, or a person, body or place described and mentioned once more."""
    if any(mention.form == "name" for mention in mentions):
        return True
    return len(mentions) > 1 and any(mention.form == "nominal" and mention.kind in ACTING for mention in mentions)


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
    return parse.spans(mention.name_first if mention.form == "name" else mention.first, mention.last)


def _entity(parse: Parse, identifier: str, mentions: list[Found], chain: Chain) -> Entity:
    named = [mention for mention in mentions if mention.form == "name"]
    if named:
        best = max(named, key=lambda mention: (len(core(mention.words)), -mention.head))
        first = _name_begins(parse, best)
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


def _name_begins(parse: Parse, mention: Found) -> int:
    """
    The first word of the name itself, behind article, title and office.

    "Minister of Education Anna Berg" is "Anna Berg": behind an office with "of" or "for" the last two
    words count, or one where there are but two; before "von der" the word ahead of it too.
    """
    first, last = mention.name_first, mention.last
    titled = False
    while first < last and (parse.lower[first] == "the" or (mention.kind == "person" and parse.lower[first] in TITLES)):
        titled = titled or parse.lower[first] != "the"
        first += 1
    if titled and parse.lower[first] in ("of", "for") and last - first > 1:
        name = max(last - 1, first + 2)
        while name - 2 > first + 1 and parse.words[name - 1].islower():
            name -= 1 if parse.words[name - 2].islower() else 2
        first = name
    while first < last and parse.lower[first] in TITLES and mention.kind == "person":
        first += 1
    return first


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
    end = _name_begins(parse, mention)
    while end > mention.name_first and parse.lower[end - 1] in ADDRESSES:
        end -= 1
    office = any(parse.lower[word] in TITLES - ADDRESSES for word in range(mention.name_first, end))
    return (mention.name_first, end - 1) if office else None
