"""
Which mentions of one report mean the same entity.

One pass from the first mention to the last, after Webster & Curran (2014): a name joins the chain
whose names it matches; an apposition, a title or a predicate joins what it describes; a pronoun
or a description goes to the chain that a small log-linear model finds likeliest, or to none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from according.mentions import features, names
from according.mentions.features import Chain
from according.mentions.finding import Found
from according.mentions.parse import Parse
from according.mentions.weights import WEIGHTS

Choice = tuple[int | None, float]
"""The number of the chosen candidate, None for none of them, and its probability."""

Decide = Callable[[Found, list[Chain], list[list[str]]], Choice]
"""Chooses among candidates by their features; the last list is that of "none of them"."""

REACH = 10
"""
How many sentences back a chain's last mention may stand. A guess: of GUM's pronouns fewer than 1 % reach further.
A description is also looked for further back, wherever its noun stood.
"""

READINESS = {"pronoun": 2.0, "nominal": 0.75}
"""
How much is taken off the score of "goes back to nothing" where a mention is the source of an attribution.

Found on GUM (news, interview, bio, court, academic; weights of five-fold cross-validation; 74 sources that go back
to something, 78 that do not), with the thresholds of `according.attribution.references.resolving`, on the gold tags
and on gold tags spoilt at random to about the tagger's error rates:

    pronoun, nominal    gold: answered, right, new disturbed    spoilt: the same
    1.0, 0.0            0.64, 0.92, 4                           0.62, 0.80, 4
    1.0, 0.75           0.68, 0.90, 6                           0.62, 0.83, 6
    2.0, 0.75           0.72, 0.87, 6                           0.66, 0.80, 6
    2.0, 1.5            0.72, 0.87, 8                           0.68, 0.78, 8
    3.0, 0.75           0.74, 0.84, 6                           0.68, 0.78, 6

Then end to end with the shipped weights, on the three sets of the yardstick together (89 sources, of which 65 are
found as sources at all), answered and right: 2.0, 0.75: 0.63, 0.80; 3.0, 2.0: 0.67, 0.77; 4.0, 3.0: 0.70, 0.76. The
last two were given up: on the sample reports they tied "the other two" to the gunmen and "the company's foreman" to a
councillor. To miss is better than to name the wrong one.
"""


MOST = 12
"""
Chains that are weighed against each other, the latest that may be meant. Without a limit the yardstick's figures
differ by one wrong answer more.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """To which chain a mention was given, how surely, by which rule, and which features counted most."""

    mention: Found
    chain: int
    probability: float
    rule: str


def likeliest(mention: Found, candidates: list[Chain], active: list[list[str]]) -> Choice:
    """The candidate of the highest probability by the trained weights, whatever that is."""
    scores = [sum([WEIGHTS.get(name, 0.0) for name in row]) for row in active]
    if mention.speaks:
        scores[-1] -= READINESS[mention.form]
    highest = max(scores)
    shares = [math.exp(score - highest) for score in scores]
    best = max(range(len(shares)), key=shares.__getitem__)
    probability = shares[best] / sum(shares)
    return (best if best < len(candidates) else None), probability


def link(
    parse: Parse, mentions: tuple[Found, ...], decide: Decide = likeliest
) -> tuple[tuple[Link, ...], tuple[Chain, ...]]:
    """
    Each mention's chain, in the order given, and the chains.

    A mention that goes back to nothing begins a chain of its own. A probability is that of the
    decision taken; a rule's is 1.
    """
    linker = Linker(parse, decide)
    for mention in mentions:
        linker.take(mention)
    return tuple(linker.links), tuple(linker.chains)


class Linker:
    """The chains of a report while its mentions come in, one by one, in the order of the text."""

    def __init__(self, parse: Parse, decide: Decide) -> None:
        self.parse, self.decide = parse, decide
        self.chains: list[Chain] = []
        self.links: list[Link] = []
        self.by_head: dict[int, int] = {}
        self.by_key: dict[str, set[int]] = defaultdict(set)
        self.awaited: dict[int, int] = {}  # head of a mention to come -> chain of the apposition before it
        self.speaker: Chain | None = None
        self.latest: dict[int, None] = {}  # chains, the one mentioned last at the end

    def take(self, mention: Found) -> None:
        """Give one more mention to its chain."""
        number, probability, rule = self._choose(mention)
        if number is None:
            number = len(self.chains)
            self.chains.append(Chain())
        chain = self.chains[number]
        chain.add(mention, self._owner(mention))
        self.by_head[mention.head] = number
        self.latest.pop(number, None)
        self.latest[number] = None
        keys = {mention.key}
        if mention.form == "name":
            keys |= {*features.keys_of(mention), *names.initials(mention.words)}
        for key in keys:
            self.by_key[key].add(number)
        if mention.belongs_to is not None and mention.belongs_to > mention.head:
            self.awaited[mention.belongs_to] = number
        self.links.append(Link(mention=mention, chain=number, probability=probability, rule=rule))
        if mention.speaks:
            self.speaker = chain

    def _owner(self, mention: Found) -> int | None:
        return self.by_head.get(mention.owner) if mention.owner is not None else None

    def _choose(self, mention: Found) -> tuple[int | None, float, str]:
        """The chain's number (None: a new one), the probability and the rule for one mention."""
        if mention.family == "I":
            return None, 1.0, "first person"
        if mention.form == "name" and (named := self._named(mention)) is not None:
            return named, 1.0, "same name"
        described = self.by_head.get(mention.belongs_to) if mention.belongs_to is not None else None
        described = self.awaited.get(mention.head) if described is None else described
        if described is not None and mention.form != "pronoun" and _fits(mention, self.chains[described]):
            return described, 1.0, "apposition"
        if mention.form == "name" or _is_thing(mention):
            return None, 1.0, "new"
        return self._likeliest(mention)

    def _named(self, mention: Found) -> int | None:
        """The latest chain with a name that means the same as this one."""
        words = (*names.core(mention.words), *names.initials(mention.words))
        numbers = {number for word in words for number in self.by_key.get(word, ())}
        return next((n for n in sorted(numbers, reverse=True) if _named_alike(mention, self.chains[n])), None)

    def _likeliest(self, mention: Found) -> tuple[int | None, float, str]:
        """What the model chooses for a pronoun or a description."""
        near = (number for number in self._near(mention) if _reachable(mention, self.chains[number]))
        numbers = list(islice(near, MOST))
        if mention.family and mention.role == "subject" and (below := self.parse.names_below(mention.head)):
            numbers = [number for number in numbers if not _is_named_so(self.chains[number], below)]
        if not numbers:
            return None, 1.0, "first"
        candidates = [self.chains[number] for number in numbers]
        owner = self._owner(mention)
        active = [
            features.of_pronoun(self.parse, mention, chain, rank, self.speaker)
            if mention.form == "pronoun"
            else features.of_nominal(self.parse, mention, chain, rank, self.speaker, owner)
            for rank, chain in enumerate(candidates)
        ]
        active.append(features.of_none(mention))
        chosen, probability = self.decide(mention, candidates, active)
        return (None if chosen is None else numbers[chosen]), probability, "likeliest"

    def _near(self, mention: Found) -> Iterator[int]:
        """The chains mentioned within reach, or by the same noun wherever that was; the latest first."""
        near = set[int]()
        for number in reversed(self.latest):
            if mention.sentence - self.chains[number].last.sentence > REACH:
                break
            near.add(number)
            yield number
        if mention.form == "nominal":
            far = self.by_key.get(mention.key, set()) - near
            yield from sorted(far, key=lambda number: -self.chains[number].last.head)


def _is_thing(mention: Found) -> bool:
    """Whether a description is of nobody, so that its going back to something tells nothing of sources or entities."""
    return mention.form == "nominal" and mention.kind in ("other", "event") and not mention.speaks


def _reachable(mention: Found, chain: Chain) -> bool:
    if chain.last.family == "I" or not features.possible(mention, chain):
        return False
    head = mention.head
    return all(not other.first <= head <= other.last for other in chain.mentions[-3:])  # a part is not the whole


def _is_named_so(chain: Chain, below: list[tuple[str, ...]]) -> bool:
    """
    Whether one of the names `below` a pronoun is the chain's: then the pronoun means somebody else.

    "He said Orlov was late": Principle C of the binding theory (Chomsky 1981).
    """
    return chain.named is not None and any(names.same(chain.named.words, words, chain.kind) for words in below)


def _fits(mention: Found, chain: Chain) -> bool:
    """Whether an apposition is of the kind of what it stands beside."""
    if mention.kind != chain.kind and "other" not in (mention.kind, chain.kind):
        return False
    if mention.form == "name" and chain.named is not None:
        return False
    return (mention.number == "plural") == chain.plural


def _named_alike(mention: Found, chain: Chain) -> bool:
    """Whether one of the chain's names means the same; the two kinds must agree unless the words are the same."""
    if mention.gender and chain.genders and mention.gender not in chain.genders:
        return False
    for other in chain.mentions:
        if other.form != "name":
            continue
        if other.kind == mention.kind and names.same(other.words, mention.words, mention.kind):
            return True
        if other.kind != mention.kind and names.core(other.words) == names.core(mention.words):
            return True
    return False
