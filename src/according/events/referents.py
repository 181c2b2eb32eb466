"""Whom a phrase means: the mention that it is, its entity, country and sectors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from according.events.syntax import Syntax
from according.records import Entity, Grounded, Mention, Participant, Span, Spans

OF_COUNTRIES = frozenset(("nationality", "place", "organisation"))
"""Kinds of mention whose country is that of the phrase they stand in."""


class Referents:
    """The report's mentions by the word that heads them, and what entities they mean."""

    def __init__(self, syntax: Syntax, grounded: Grounded) -> None:
        self.syntax = syntax
        self.entities = {entity.id: entity for entity in grounded.entities}
        self.headed: dict[int, list[Mention]] = defaultdict(list)
        self._starts = [span.start for span in syntax.tags.words]
        for mention in (*grounded.mentions, *grounded.told):
            words = self.words(mention.spans[0])
            if words:
                self.headed[top(syntax, words)].append(mention)
        self.antecedents = self._antecedents()

    def words(self, span: Span) -> range:
        """The words that share a character with a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self._starts) and self.syntax.tags.words[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def _antecedents(self) -> dict[int, int]:
        """
        Each pronoun's word, with the head of the phrase of its sentence that means the same.

        The nearest before it, else the nearest behind it.
        """
        named = defaultdict(list)
        sentence_of = self.syntax.tags.sentence_of
        for head, mentions in self.headed.items():
            for mention in mentions:
                if mention.entity and mention.form != "pronoun":
                    named[mention.entity, sentence_of[head]].append(head)
        found = {}
        for head, mentions in self.headed.items():
            for mention in mentions:
                heads = named.get((mention.entity or "", sentence_of[head]), ())
                if mention.form == "pronoun" and heads:
                    found[head] = min(heads, key=lambda other: (other > head, abs(head - other)))
        return found

    def participant(self, head: int, words: range, spans: Spans = ()) -> Participant:
        """The record of a phrase: entity, country and sectors are those of the mention that its head heads."""
        spans = spans or self.syntax.spans(words)
        entity = self._entity(head, words)
        if entity is None:
            return Participant(spans=spans, country=self._country(words))
        return Participant(
            spans=spans,
            entity=entity.id,
            country=entity.country or self._country(words),
            sectors=entity.sectors,
        )

    def _entity(self, head: int, words: range) -> Entity | None:
        heads = [head, *(word for word in words if word in self.syntax.named.get(head, ()))]
        for word in heads:
            for mention in self.headed.get(word, ()):
                if mention.entity in self.entities:
                    return self.entities[mention.entity]
        return None

    def _country(self, words: range) -> str | None:
        """The country of the one nationality or place named within a phrase, None where two differ."""
        found = {
            country
            for word in words
            for mention in self.headed.get(word, ())
            if mention.kind in OF_COUNTRIES and (country := self._country_of(mention.entity))
        }
        return found.pop() if len(found) == 1 else None

    def _country_of(self, entity: str | None) -> str | None:
        return self.entities[entity].country if entity in self.entities else None


def top(syntax: Syntax, words: range) -> int:
    """The word of a phrase that hangs on something outside it; the first nominal one where there are several."""
    inside = frozenset(words)
    tops = [word for word in words if syntax.tags.head[word] not in inside]
    return next(
        (word for word in tops if syntax.tags.upos[word] in ("NOUN", "PROPN", "PRON", "NUM")), (tops or [words[0]])[0]
    )
