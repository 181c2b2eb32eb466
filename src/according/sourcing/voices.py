"""The sources of a report as voices: who speaks twice is one, and one of a group is no voice beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from according.records import Claim, Record, SourceLink, Span, Spans
from according.sourcing.prompts import Voice

ARTICLE = re.compile(r"^(?:the|a|an|some|these|those|other|another)\s+", re.IGNORECASE)
ONE_OF = re.compile(r"^(?:one|two|three|four|some|both|all|several|many) of (?:the |these |those )?", re.IGNORECASE)
RANK = ("named", "institution", "document", "role-only", "unnamed", "collective")
"""Which identification a voice has where its mentions differ: the most telling."""
OUTLETS = frozenset(("MED", "JRN"))
"""Sectors of those who pass on what others say."""
PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
    )
)


class Voices:
    """
    All voices of a record, in the order in which they first speak.

    Two links are one voice when they mean the same entity, go back to the same words, are one of the same
    group, or are described by the same words, articles aside.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text
        self.names = {entity.id: entity.name for entity in record.entities}
        self.links: list[tuple[SourceLink, Claim, int]] = [
            (link, claim, step)
            for claim in record.claims
            for step, link in enumerate(claim.chain)
            if step and link.spans
        ]
        self.group = self._grouped()
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.links)):
            members[self._top(number)].append(number)
        made = {top: self._voice(numbers) for top, numbers in members.items()}
        self.of_claim: dict[str, Voice] = {}
        for number, (_, claim, step) in enumerate(self.links):
            if step == len(claim.chain) - 1:
                self.of_claim[claim.id] = made[self._top(number)]
        self.all = tuple(sorted(made.values(), key=lambda voice: voice.spans[0]))

    def words(self, spans: Spans) -> str:
        """The words of spans, white space made single."""
        return " ... ".join(" ".join(self.text[span.start : span.end].split()) for span in spans)

    def _top(self, number: int) -> int:
        while self.group[number] != number:
            number = self.group[number]
        return number

    def _grouped(self) -> list[int]:
        """For each link a link of the same voice, as union-find keeps it."""
        self.group = list(range(len(self.links)))
        seen: dict[object, int] = {}
        for number, (link, _, _) in enumerate(self.links):
            for key in self._keys(link):
                other = self._top(seen.setdefault(key, number))
                self.group[self._top(number)] = other
        return self.group

    def _keys(self, link: SourceLink) -> list[object]:
        keys: list[object] = []
        if link.entity is not None and link.identification in ("named", "institution", "role-only", "document", None):
            keys.append(("entity", link.entity))
        spoken = link.resolves_to or link.part_of or link.spans
        for spans in (link.spans, link.resolves_to, link.part_of):
            keys += [("begins", span.start) for span in spans]
        described = self._described(spoken)
        if described and described not in PRONOUNS:
            keys.append(("words", described))
        return keys

    def _described(self, spans: Spans) -> str:
        return ARTICLE.sub("", ONE_OF.sub("", short(self.words(spans)))).casefold()

    def _voice(self, numbers: Sequence[int]) -> Voice:
        """What the links of one voice say together."""
        links = [self.links[number][0] for number in numbers]
        of = [self.links[number] for number in numbers]
        kinds = [link.identification for link in links if link.identification and not _is_pronoun(self, link)]
        kinds = kinds or [link.identification for link in links if link.identification]
        first = min(links, key=lambda link: (bool(link.part_of or link.resolves_to), link.spans))
        grounds = [a.grounds for link in links if (a := link.anonymity) and a.grounds != "none-given"]
        spoken = [(claim, step) for _, claim, step in of if step == len(claim.chain) - 1]
        outer = [outlet for claim, step in spoken for outlet in (_passed_on(claim, step),)]
        through = tuple(dict.fromkeys(self.words(o.spans) for o in outer if o is not None))
        counts = [link.count for link in links if link.count is not None and not link.part_of]
        return Voice(
            name=self._name(first, links),
            identification=min(kinds, key=RANK.index, default="unnamed"),
            spans=first.spans,
            country=next((link.country for link in links if link.country), None),
            sectors=next((link.sectors for link in links if link.sectors), ()),
            count=counts[0] if counts else None,
            grounds=grounds[0] if grounds else None,
            claims=tuple(dict.fromkeys(claim.id for claim, _ in spoken)),
            entities=tuple(dict.fromkeys(link.entity for link in links if link.entity)),
            through=through if all(outlet is not None for outlet in outer) else (),
        )

    def _name(self, first: SourceLink, links: Sequence[SourceLink]) -> str:
        named = [
            self.names[link.entity] for link in links if link.entity in self.names and link.identification == "named"
        ]
        if named:
            return max(named, key=len)
        spoken = first.resolves_to or first.part_of or first.spans
        return short(self.words(spoken if _is_pronoun(self, first) or first.part_of else first.spans))


def short(words: str) -> str:
    """
    A source's words without what is added about it.

    >>> short("A security source, who asked not to be named,"), short("two aides familiar with the talks")
    ('A security source', 'two aides familiar with the talks')
    """
    return words.split(", ", maxsplit=1)[0].strip(" ,;:")


def _is_pronoun(voices: Voices, link: SourceLink) -> bool:
    return voices.words(link.spans).casefold() in PRONOUNS


def _passed_on(claim: Claim, step: int) -> SourceLink | None:
    """The outlet that stands before a link of a chain, None where there is none but the narrator."""
    if step < 2:
        return None
    before = claim.chain[step - 1]
    if OUTLETS.intersection(before.sectors) or before.relation in ("reported", "told", "cited", "posted", "showed"):
        return before if before.identification in ("institution", "document", "named", None) else None
    return None


def meets(one: Spans, other: Spans) -> bool:
    """Whether two lists of spans share a character."""
    return any(a.meets(b) for a in one for b in other)


def holds(outer: Spans, inner: Spans) -> bool:
    """Whether each span of `inner` lies in one of `outer`."""
    return bool(inner) and all(any(_holds(a, b) for a in outer) for b in inner)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.holds(inner)
