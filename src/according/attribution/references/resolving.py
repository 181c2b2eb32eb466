"""
Whom "he", "they", "the officials" and "I" mean where they are the source of an attribution.

    "The minister, Anna Berg, spoke late on Monday. [...] She denied it."   She -> The minister, Anna Berg

Wrong answers put words into somebody's mouth, so an answer is given only where the model is surer
than a threshold; below it the source is left as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from according.attribution.references.groups import group_of
from according.attribution.references.speakers import speaker_of
from according.mentions import Chain, Found, Link, Parse, understand
from according.records import Report, Segmentation, Spans, Tags

SURE = {"pronoun": 0.35, "nominal": 0.45}
"""How probable an answer must be to be given. Chosen with `according.mentions.chains.READINESS`: see its table."""

LONGEST = 12
"""How many words a description may have that is shown. A guess: longer ones are mostly the parser's mistakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """
    What one source's words go back to.

    `resolves_to`: the name, or the fullest description, of whom they mean; empty where the words
    are a name or a new description themselves, or nothing is sure enough. `part_of`: the group
    that the source is one of. `known_as`: for a bare name, the words that introduced it, with its
    office. `rule` and `probability` say how it was found.
    """

    resolves_to: Spans = ()
    part_of: Spans = ()
    known_as: Spans = ()
    rule: str | None = None
    probability: float | None = None


def resolve(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...]) -> tuple[Spans, ...]:
    """For each source, given in the order of the text, the words that it goes back to, or ()."""
    return tuple(reference.resolves_to for reference in refer(report, segmentation, tags, sources))


def refer(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...]) -> tuple[Reference, ...]:
    """What each source goes back to, and which group it is one of, in the order given."""
    if not any(sources):
        return tuple(Reference() for _ in sources)
    understood = understand(report, segmentation, tags, tuple(source for source in sources if source))
    parse, links, chains = understood.parse, understood.links, understood.chains
    by_head = {each.mention.head: each for each in links}
    answers = []
    for source in sources:
        words = parse.within_all(source)
        found = by_head.get(parse.top(words)) if words else None
        relative = _relative(parse, words, by_head)
        if found is None or relative is not None:
            answers.append(relative or Reference())
            continue
        group = group_of(parse, found.mention, words, links)
        if group is not None:
            answers.append(Reference(part_of=parse.spans(group.first, group.last), rule="one of a group"))
        elif found.mention.family == "I":
            answers.append(_first_person(parse, segmentation, found.mention, sources, by_head, chains))
        else:
            answers.append(_answer(parse, found, chains[found.chain], words))
    return tuple(answers)


RELATIVE = frozenset(("who", "which", "that", "whom"))


def _relative(parse: Parse, words: tuple[int, ...], by_head: dict[int, Link]) -> Reference | None:
    """The noun that a relative pronoun stands for: "residents, who said ..."; None where the source is none."""
    if len(words) != 1 or parse.lower[words[0]] not in RELATIVE:
        return None
    at = words[0]
    while at >= 0 and parse.tags.deprel[at] != "acl:relcl":
        at = parse.tags.head[at]
    noun = by_head.get(parse.tags.head[at]) if at >= 0 else None
    if noun is None:
        return None
    return Reference(
        resolves_to=parse.spans(noun.mention.first, noun.mention.last), rule="the noun of a relative clause"
    )


def _answer(parse: Parse, found: Link, chain: Chain, words: tuple[int, ...]) -> Reference:
    """The reference of a source of the third person."""
    mention = found.mention
    if mention.form == "name":
        return Reference(known_as=introduction(parse, mention, chain), rule="the same name, introduced before")
    if mention.form == "nominal" and (_names_another(parse, words) or _is_told_apart(parse, mention, chain)):
        return Reference()
    if found.rule != "likeliest" or found.probability < SURE[mention.form]:
        return Reference()
    if any(other.form == "name" and other.head in words for other in chain.mentions):
        return Reference()
    target = fullest(tuple(other for other in chain.mentions if other.head < mention.head))
    if target is None:
        return Reference()
    return Reference(
        resolves_to=parse.spans(target.first, target.last),
        rule=f"{mention.form} to its likeliest",
        probability=found.probability,
    )


def _names_another(parse: Parse, words: tuple[int, ...]) -> bool:
    """Whether a description holds a name, as "Berg's government" does. A nationality is no name here."""
    kinds = ("person", "organisation", "place")
    named = (range(name.first, name.last + 1) for name in parse.tags.names if name.kind in kinds)
    return any(not set(words).isdisjoint(name) for name in named)


def _is_told_apart(parse: Parse, mention: Found, chain: Chain) -> bool:
    """
    Whether a description says whose or of what it is, and nothing before was called so.

    "The company's foreman" is somebody new, whoever was spoken of last; only the same noun again can be meant.
    """
    own = any(parse.tags.deprel[child] in ("nmod:poss", "nmod") for child in parse.children[mention.head])
    return own and not any(other.key == mention.key for other in chain.mentions if other.head < mention.head)


def introduction(parse: Parse, mention: Found, chain: Chain) -> Spans:
    """The words with which a name came up before, its title or apposition among them; () where it had none."""
    for other in chain.mentions:
        if other.head >= mention.head or other.form != "name":
            continue
        appositions = [m for m in chain.mentions if m.belongs_to == other.head and m.form == "nominal"]
        first = other.title[0] if other.title else other.first
        last = max([other.last, *(m.last for m in appositions)])
        first = min([first, *(m.first for m in appositions)])
        if (other.title or appositions) and last - first < 2 * LONGEST:
            return parse.spans(first, last)
    return ()


def _first_person(
    parse: Parse,
    segmentation: Segmentation,
    mention: Found,
    sources: tuple[Spans, ...],
    by_head: dict[int, Link],
    chains: tuple[Chain, ...],
) -> Reference:
    """The reference of "I" or "we" in a quotation: its speaker, by name if the speaker has one."""
    speaker = speaker_of(parse, segmentation, mention, sources)
    link_of_speaker = by_head.get(speaker) if speaker is not None else None
    if link_of_speaker is None:
        return Reference()
    chain = chains[link_of_speaker.chain]
    known = link_of_speaker.rule != "likeliest" or link_of_speaker.probability >= SURE["pronoun"]
    target = fullest(tuple(chain.mentions)) if known else None
    return (
        Reference(resolves_to=parse.spans(target.first, target.last), rule="the quotation's speaker")
        if target
        else Reference()
    )


def fullest(mentions: tuple[Found, ...]) -> Found | None:
    """
    The mention that tells most of whom all of them mean, or None where all are pronouns.

    A name goes before a description, the nearest name before others: the entity knows its fullest.
    A description goes before a predicate or an apposition, more words before fewer, a later
    mention before an earlier.
    """
    named = [mention for mention in mentions if mention.form == "name"]
    if named:
        return max(named, key=lambda mention: mention.head)
    described = [
        mention for mention in mentions if mention.form == "nominal" and mention.last - mention.first < LONGEST
    ]
    return max(
        described,
        key=lambda mention: (mention.belongs_to is None, mention.last - mention.first, mention.head),
        default=None,
    )
