"""
What speaks for and against a mention meaning an entity that was mentioned before.

Every feature is a word or two that holds or does not; `according.mentions.weights` gives each its
weight. The features are those of Soon et al. (2001), Ng & Cardie (2002) and Durrett & Klein (2013),
with the ones that news of who said what adds: who spoke last, and on which side of a quotation mark.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from according.mentions import lexicon
from according.mentions.finding import Found
from according.mentions.parse import Parse


@dataclass(slots=True)
class Chain:
    """
    The mentions found so far to mean one entity, and what they tell of it together.

    `last` is its latest mention, `first` its first name, else its first description, else its first pronoun.
    `kind` is that of `first`; a person where a pronoun has told so. `plural`: whether it is of several, by its
    first mention that is no pronoun. They are kept up to date by `add`: a chain is asked far oftener than it grows.
    """

    mentions: list[Found] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    named: Found | None = None
    base: Found | None = None
    spoke: int | None = None
    last: Found = field(init=False)
    first: Found = field(init=False)
    kind: str = field(init=False)
    plural: bool = field(init=False)

    def add(self, mention: Found, owner: int | None = None) -> None:
        """Takes one more mention in; `owner` is the number of its possessor's chain."""
        self.mentions.append(mention)
        if owner is not None:
            self.owners.add(owner)
        if mention.gender:
            self.genders.add(mention.gender)
        if mention.form != "pronoun":
            self.keys.update(keys_of(mention))
            self.modifiers |= mention.modifiers
            self.phrases.add(mention.phrase)
            self.base = self.base or mention
        if mention.form == "nominal":
            self.nouns.add(mention.key)
        if mention.form == "name":
            self.named = self.named or mention
        if mention.speaks:
            self.spoke = mention.head
        self.last = mention
        self.first = self.named or self.base or self.mentions[0]
        self.kind = "person" if self.first.kind == "other" and self.genders else self.first.kind
        self.plural = (self.base or self.mentions[0]).number == "plural"


def keys_of(mention: Found) -> set[str]:
    """The words by which a name or a description is found again, in lower case."""
    if mention.form != "name":
        return {mention.key}
    return {mention.key, *mention.modifiers, *(word.lower() for word in mention.words)}


def distance(sentences: int) -> str:
    """The bin of a distance in sentences."""
    return DISTANCES[sentences] if sentences < len(DISTANCES) else "9+"


DISTANCES = ("0", "1", "2", *["3-4"] * 2, *["5-8"] * 4)


def possible(mention: Found, chain: Chain) -> bool:
    """Whether nothing known forbids `mention` to mean what `chain` does."""
    if mention.family == "they":
        return chain.plural or (
            chain.kind in ("organisation", "person", "place", "other", "nationality") and not chain.genders
        )
    if mention.form == "pronoun":
        if chain.plural:
            return False
        if mention.gender:
            others = chain.genders - {mention.gender}
            return chain.kind == "person" and (not others or mention.gender in chain.genders)
        return chain.kind != "person" and not chain.genders
    return _possible_nominal(mention, chain)


def _possible_nominal(mention: Found, chain: Chain) -> bool:
    """Whether the words of a description leave a way to what `chain` means."""
    if mention.article == "indefinite" or (mention.gender and chain.genders and mention.gender not in chain.genders):
        return False
    head = mention.key in chain.keys
    if head:
        return (mention.number == "plural") == chain.plural or chain.named is not None
    if mention.article == "bare" or chain.base is None:
        return False
    if mention.kind == "person" and chain.kind == "person":
        return (mention.number == "plural") == chain.plural
    if mention.key in lexicon.BODIES and chain.kind in ("organisation", "place", "other"):
        return (mention.number == "plural") == chain.plural
    return mention.kind == chain.kind != "other" and (mention.number == "plural") == chain.plural


def of_pronoun(parse: Parse, mention: Found, chain: Chain, rank: int, speaker: Chain | None) -> list[str]:
    """The features of a pronoun and a chain: `rank` possible chains were mentioned since, `speaker` spoke last."""
    last, family = chain.last, mention.family
    names = [
        f"{family} at {distance(mention.sentence - last.sentence)}",
        f"rank {min(rank, 4)}",
        f"{family} to {'several' if chain.plural else chain.kind}",
        f"last is {last.form}",
        f"last is {last.role}",
        f"{mention.role} to {last.role}",
        f"{last.role} at {distance(mention.sentence - last.sentence)}",
        "begins the report" if chain.mentions[0].sentence < 2 else "begins later",
        f"size {min(len(chain.mentions), 4)}",
        _across_quotation(mention, last),
        f"paragraphs {min(mention.paragraph - last.paragraph, 2)}",
    ]
    if mention.gender:
        names.append(f"gender {'known' if mention.gender in chain.genders else 'unknown'} {chain.kind}")
    if chain.named:
        names.append("has name")
    names.extend(_of_speech(mention, chain, speaker))
    names.extend(_of_clause(parse, mention, chain))
    return names


def _across_quotation(mention: Found, last: Found) -> str:
    """On which sides of the quotation marks the two stand."""
    if mention.quotation is None:
        return "quoted none" if last.quotation is None else "quoted last"
    if last.quotation is None:
        return "quoted this"
    return "quoted same" if last.quotation == mention.quotation else "quoted both"


def _of_speech(mention: Found, chain: Chain, speaker: Chain | None) -> list[str]:
    """Features of who speaks."""
    side = "source" if mention.speaks else "no source"
    names = [f"{side}: {mention.family or 'noun'} to {'several ' if chain.plural else ''}{chain.first.kind}"]
    if speaker is chain:
        names.append(f"{side}: spoke last")
    elif chain.spoke is not None:
        names.append(f"{side}: spoke before")
    if chain.last.speaks:
        names.append(f"{side}: last speaks {'in' if mention.quotation is not None else 'out'}")
    return names


def _of_clause(parse: Parse, mention: Found, chain: Chain) -> list[str]:
    """Features of the clauses: the subject of the clause around, or of the same one."""
    if chain.last.sentence != mention.sentence:
        return (
            ["leads last sentence"]
            if chain.last.sentence == mention.sentence - 1 and chain.last.role == "subject"
            else []
        )
    heads = {other.head for other in chain.mentions if other.sentence == mention.sentence}
    clause = parse.clause(mention.head)
    subject = parse.subject(clause)
    kind = "possessor" if mention.role == "possessor" else "other"
    names = []
    if subject in heads and subject != mention.head:
        names.append(f"subject of the same clause {kind}")
    elif any(parse.clause(head) == clause for head in heads):
        names.append(f"in the same clause {kind}")
    outer = parse.tags.head[clause]
    for _ in range(3):
        if outer < 0:
            break
        around = parse.subject(parse.clause(outer))
        if around in heads and around != mention.head:
            names.append("subject of the clause around" + (" quoted" if mention.quotation is not None else ""))
            break
        outer = parse.tags.head[parse.clause(outer)]
    return names


def of_nominal(
    parse: Parse, mention: Found, chain: Chain, rank: int, speaker: Chain | None, owner: int | None
) -> list[str]:
    """The features of a description and a chain, as `of_pronoun`; `owner` is the chain of its possessor."""
    head = mention.key in chain.keys
    first = mention.key in chain.nouns
    relation = "same noun" if first else "noun in name" if head else "other noun"
    article = mention.article
    clash = bool(mention.modifiers - chain.modifiers - chain.keys)
    names = [
        f"{relation} {article}",
        *_inside(parse, mention, chain),
        f"{relation} at {distance(mention.sentence - chain.last.sentence)}",
        f"{relation} rank {min(rank, 3)}",
        f"{relation} {'more' if clash else 'no more'} words",
        f"{relation} {'several' if chain.plural else chain.kind} {chain.last.form}",
        f"noun {_across_quotation(mention, chain.last)}",
        f"noun size {min(len(chain.mentions), 4)}",
    ]
    if mention.phrase in chain.phrases:
        names.append(f"same phrase {mention.article} {'several' if chain.plural else 'one'}")
    if mention.owner is not None:
        names.append(
            f"{relation} {'same owner' if owner in chain.owners else 'other owner' if chain.owners else 'no owner'}"
        )
    if mention.postmodified:
        names.append(f"{relation} postmodified")
    if relation == "other noun":
        names.extend(_of_hypernym(mention, chain))
    names.extend(f"noun {name}" for name in _of_speech(mention, chain, speaker))
    return names


def _inside(parse: Parse, mention: Found, chain: Chain) -> list[str]:
    """The feature of a description that holds the other: "the Delta party" means Delta, "Delta's leader" does not."""
    if chain.last.head < mention.first:  # its mentions stand in the order of their heads
        return []
    inner = [other.head for other in chain.mentions if mention.first <= other.head <= mention.last]
    if not inner:
        return []
    tags = parse.tags
    direct = any(tags.head[word] == mention.head and tags.deprel[word] in ("compound", "flat") for word in inner)
    return [f"noun holds it {'before a body' if direct and mention.key in lexicon.BODIES else 'otherwise'}"]


def _of_hypernym(mention: Found, chain: Chain) -> list[str]:
    """Features of a description whose noun was not used of the chain before: "the company" of a name."""
    state = bool(chain.keys & lexicon.STATE_BODIES)
    if mention.key in lexicon.FIRMS:
        return [f"firm to {'state body' if state else chain.kind}{' name' if chain.named else ''}"]
    if mention.key in lexicon.BODIES:
        return [f"body to {chain.kind}{' name' if chain.named else ''}"]
    if mention.key in lexicon.PERSONS:
        agrees = "agrees" if mention.gender and mention.gender in chain.genders else "open"
        return [f"person to {chain.kind}{' name' if chain.named else ''} {agrees}"]
    return ["noun unknown"]


def of_none(mention: Found) -> list[str]:
    """The features of a mention's going back to nothing."""
    side = "source" if mention.speaks else "no source"
    if mention.form == "pronoun":
        quoted = "quoted" if mention.quotation is not None else "plain"
        return [f"none {mention.family}", f"none {mention.family} {side}", f"none {mention.family} {quoted}"]
    return [
        f"none {mention.article} {'several' if mention.number == 'plural' else mention.kind}",
        f"none {mention.article} {'post' if mention.postmodified else 'bare'}",
        f"none noun {side}",
        f"none noun {'modified' if mention.modifiers else 'plain'}",
    ]
