"""
Sketches of mentions whose words are given, from one report's tags: the parse tells who takes part.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from according.matching.happenings.sketches import Setting, Sketch, Words
from according.matching.happenings.vectors import vector_of
from according.matching.happenings.words import base, figure, moment, telling
from according.records import Report, Spans, Tags

SHOWN = {"VERB": 0, "NOUN": 0, "PROPN": 1, "ADJ": 2, "NUM": 3}
"""Which word of a trigger is its main one, first to last."""

THINGS = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
CONTENT = THINGS | {"VERB", "ADV"}

OWN_CLAUSE = frozenset({"acl", "advcl", "parataxis", "punct", "cop"})
"""Relations below which another clause begins: no part of the phrase of a party."""

DEEPEST = 6
"""Steps down a phrase. A guess; deeper ones are mostly mistakes of the parse."""

UPWARDS = 3
"""Steps up from a mention to the clause that holds it. A guess, as before."""

OPENING = 2
"""Sentences with a verb that open a report: in most formats the title and the lead."""


class Marked:
    """One report's words, ready to be asked for sketches; those have no vectors where `tags.shares` is missing."""

    def __init__(self, report: Report, tags: Tags) -> None:
        self.report, self.tags = report, tags
        self.texts = [report.text[word.start : word.end] for word in tags.words]
        self.children: dict[int, list[int]] = defaultdict(list)
        for word, head in enumerate(tags.head):
            self.children[head].append(word)
        self.sentences: dict[int, list[int]] = defaultdict(list)
        for word, sentence in enumerate(tags.sentence_of):
            self.sentences[sentence].append(word)
        self.named = [word for name in tags.names for word in range(name.first, name.last + 1)]

    @cached_property
    def setting(self) -> Setting:
        """The report as a mention's setting."""
        return Setting(
            report=self.report.id,
            published=self.report.published,
            names=self.keys(self.named),
            words=self.keys(range(len(self.texts))),
        )

    @cached_property
    def opening(self) -> int:
        """The last sentence that opens the report."""
        verbs = [number for number, words in self.sentences.items() if any(self.tags.upos[w] == "VERB" for w in words)]
        return verbs[min(OPENING, len(verbs)) - 1] if verbs else 0

    def keys(self, words: Iterable[int], but: frozenset[int] = frozenset()) -> Words:
        """The keys of the telling ones of some words."""
        return frozenset(base(self.texts[word]) for word in words if word not in but and telling(self.texts[word]))

    def words_of(self, spans: Spans) -> list[int]:
        """The words that meet some spans."""
        return [n for n, word in enumerate(self.tags.words) if any(word.meets(span) for span in spans)]

    def head_of(self, words: Sequence[int]) -> int:
        """The main word of a trigger: one whose head stands outside, a verb or noun before others."""
        within = set(words)
        outer = [word for word in words if self.tags.head[word] not in within]
        return min(outer or words, key=lambda word: (SHOWN.get(self.tags.upos[word], 9), word))

    def sketch(self, spans: Spans, name: str = "") -> Sketch | None:
        """The sketch of the mention in these words; None where they are none."""
        words = self.words_of(spans)
        if not words:
            return None
        head = self.head_of(words)
        own = frozenset(words)
        content = [word for word in words if self.tags.upos[word] in CONTENT and telling(self.texts[word])] or [head]
        sentence = self.sentences[self.tags.sentence_of[head]]
        parties = self.parties(words, head)
        return Sketch(
            setting=self.setting,
            id=name,
            head=base(self.texts[head]),
            trigger=frozenset(base(self.texts[word]) for word in content),
            actors=parties["actors"],
            recipients=parties["recipients"],
            others=parties["others"],
            around=parties["around"],
            names=self.keys((word for word in sentence if word in self.names), own),
            moments=self.found(moment, sentence),
            figures=self.found(figure, sentence),
            near=self.keys(sentence, own),
            sentence=self.tags.sentence_of[head],
            opens=self.tags.sentence_of[head] <= self.opening,
            vector=vector_of(self.tags, words),
        )

    @cached_property
    def names(self) -> frozenset[int]:
        """The words that stand in a name."""
        return frozenset(self.named)

    def found(self, key: Callable[[str], str | None], words: Iterable[int]) -> Words:
        """The keys that `key` gives of some words."""
        return frozenset(found for word in words if (found := key(self.texts[word])) is not None)

    def parties(self, words: Sequence[int], head: int) -> dict[str, Words]:
        """Who or what takes part, by role, as `Sketch` names the roles."""
        found: dict[str, set[int]] = defaultdict(set)
        own = frozenset(words)
        for word in words:
            if self.tags.upos[word] in CONTENT:
                for child in self.children[word]:
                    role = role_of(self.tags.deprel[child])
                    if role and child not in own:
                        found[role].update(self.phrase(child))
        self.add_from_above(head, own, found)
        return {role: self.keys(self.things(found[role]), own) for role in ("actors", "recipients", "others", "around")}

    def things(self, words: Iterable[int]) -> list[int]:
        """Those of some words that name things, no moments."""
        return [w for w in words if self.tags.upos[w] in THINGS and moment(self.texts[w]) is None]

    def add_from_above(self, head: int, own: frozenset[int], found: dict[str, set[int]]) -> None:
        """What the clause above says of the parties: a shared subject, or what else the verb above a noun has."""
        word = head
        for _ in range(UPWARDS):
            above, relation = self.tags.head[word], self.tags.deprel[word].split(":")[0]
            if above < 0:
                return
            if relation == "acl":
                passive = self.texts[word].lower().endswith(("ed", "en"))
                found["recipients" if passive else "actors"].update(self.phrase(above))
                return
            if relation in {"xcomp", "advcl", "conj"}:
                if found["actors"] or self.subjects(word):
                    return
                found["actors"].update(w for child in self.subjects(above) for w in self.phrase(child))
            elif relation in {"obj", "nsubj", "obl", "nmod", "compound", "iobj"}:
                for child in self.children[above]:
                    if child != word and child not in own and self.tags.deprel[child].startswith(GOVERNED):
                        found["around"].update(self.phrase(child))
                found["around"].add(above)
                if relation not in {"nmod", "compound"}:
                    return
            else:
                return
            word = above

    def subjects(self, word: int) -> list[int]:
        """The subjects of a verb."""
        return [child for child in self.children[word] if self.tags.deprel[child].startswith("nsubj")]

    def phrase(self, word: int, depth: int = 0) -> list[int]:
        """A word and all below it, clauses left out."""
        found = [word]
        if depth < DEEPEST:
            for child in self.children[word]:
                if self.tags.deprel[child].split(":")[0] not in OWN_CLAUSE:
                    found += self.phrase(child, depth + 1)
        return found


GOVERNED = ("nsubj", "obj", "obl")
"""Relations of what else a verb has, beside the noun that the mention is."""


def role_of(relation: str) -> str | None:
    """
    The role of a word that stands below a trigger in this relation; None where it takes no part.

    >>> role_of("nsubj"), role_of("nsubj:pass"), role_of("obl"), role_of("advcl")
    ('actors', 'recipients', 'others', None)
    """
    if relation in {"nsubj", "csubj", "obl:agent"}:
        return "actors"
    if relation in {"nsubj:pass", "obj", "iobj"}:
        return "recipients"
    if relation.split(":", maxsplit=1)[0] in {"obl", "nmod", "compound", "amod", "flat", "appos"}:
        return "others"
    return None
