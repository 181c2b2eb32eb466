"""One report's words with their dependencies, as the finding of participants asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from according.records import Report, Span, Spans, Tags

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"))
"""Parts of speech that may head a phrase for somebody: "the accused", "three" and "those" among them."""

CUT = frozenset(
    """acl acl:relcl advcl advcl:relcl advmod appos aux case cc ccomp conj cop dep discourse dislocated expl list mark
    nsubj nsubj:outer nsubj:pass obj obl obl:agent orphan parataxis punct vocative xcomp""".split()  # noqa: SIM905
)
"""Relations whose words are left out of a phrase: a phrase is taken without relative clause and apposition."""

DEEPEST = 40
"""How many arcs are climbed at most: a bound against damaged parses, above any sentence's depth."""


PLAIN = frozenset(("root", "conj", "ccomp", "advcl", "parataxis", "acl:relcl", "advcl:relcl", "csubj"))
"""Relations of a verb that heads a clause of its own, and so is no participle in front of a noun ("oil-rich")."""

PHRASAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def mended(tags: Tags) -> tuple[str, ...]:
    """
    The relations, without two that English has not, which parsers make of short sentences and headlines.

    A verb that heads a clause has no compounds: what is called so is its subject or its object. (Of 15 that the
    shipped weights make behind a verb in EWT's and GUM's development parts, 9 are objects and 1 is a compound of
    nothing; the next best label is right less often.) A participle behind its noun is a clause of it, no adjective.
    """
    relations = list(tags.deprel)
    has: dict[int, set[str]] = {}
    for word, head in enumerate(tags.head):
        has.setdefault(head, set()).add(relations[word].split(":")[0])
    for word, head in enumerate(tags.head):
        if relations[word] == "amod" and tags.upos[word] == "VERB" and word > head:
            relations[word] = "acl"
        if relations[word] != "compound" or tags.upos[word] not in PHRASAL or head < 0 or tags.upos[head] != "VERB":
            continue
        wanted = "nsubj" if word < head else "obj"
        if relations[head] in PLAIN and wanted not in has[head]:
            relations[word] = wanted
            has[head].add(wanted)
    return tuple(relations)


class Syntax:
    """Words as written and in lower case, their dependents, and the noun phrases that they head."""

    def __init__(self, report: Report, tags: Tags) -> None:
        self.tags = replace(tags, deprel=mended(tags))
        self.text = report.text
        self.written = tuple(report.text[span.start : span.end].replace("’", "'") for span in tags.words)
        self.lower = tuple(word.lower() for word in self.written)
        self.children: list[list[int]] = [[] for _ in tags.words]
        for word, head in enumerate(tags.head):
            if head >= 0:
                self.children[head].append(word)

    @cached_property
    def bounds(self) -> dict[int, range]:
        """The words of each sentence, by its number."""
        firsts: dict[int, int] = {}
        lasts: dict[int, int] = {}
        for word, sentence in enumerate(self.tags.sentence_of):
            firsts.setdefault(sentence, word)
            lasts[sentence] = word
        return {sentence: range(first, lasts[sentence] + 1) for sentence, first in firsts.items()}

    @cached_property
    def name_of(self) -> dict[int, str]:
        """The kind of the proper name that a word stands in."""
        return {word: name.kind for name in self.tags.names for word in range(name.first, name.last + 1)}

    @cached_property
    def named(self) -> dict[int, range]:
        """All words of the proper name that a word stands in."""
        found = {}
        for name in self.tags.names:
            words = range(name.first, name.last + 1)
            found.update(dict.fromkeys(words, words))
        return found

    def sentence(self, word: int) -> range:
        """The words of the sentence that a word stands in."""
        return self.bounds[self.tags.sentence_of[word]]

    def having(self, word: int, *relations: str) -> Iterator[int]:
        """The dependents of a word that stand in one of the relations, in the order of the text."""
        return (child for child in self.children[word] if self.tags.deprel[child] in relations)

    def preposition(self, word: int) -> str:
        """
        The first word of what introduces a phrase, "" where nothing does.

        "on behalf of the mill" is "on", "according to" is "according".
        """
        return next((self.lower[child] for child in self.children[word] if self.tags.deprel[child] == "case"), "")

    def above(self, word: int) -> Iterator[int]:
        """The words over a word, from its head to the root."""
        for _ in range(DEEPEST):
            word = self.tags.head[word]
            if word < 0:
                return
            yield word

    def below(self, word: int, cut: frozenset[str] = frozenset()) -> list[int]:
        """A word and all that hangs on it, in order, without the branches whose relation is in `cut`."""
        found, waiting = [], [word]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [child for child in self.children[at] if self.tags.deprel[child] not in cut]
        return sorted(found)

    def phrase(self, head: int) -> range:
        """
        The noun phrase of a head: unbroken, without relative clause, apposition or preposition.

        A title or a name that belongs to it stays ("Foreign Minister Lena Ortiz"), and so does what
        a further noun adds ("a spokesman for the miners' union").
        """
        inside = {head, *self.named.get(head, ())}
        for child in self.children[head]:
            if self._belongs(head, child):
                inside.update(self.below(child, CUT - {"case", "conj", "cc", "appos"}))
        first = last = head
        while self._runs_on(head, last) and last + 1 not in inside:
            inside.add(last + 1)
            last += 1
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        while last > head and self.tags.upos[last] in ("PUNCT", "ADP", "CCONJ"):
            last -= 1
        while first < head and self.tags.upos[first] in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
            first += 1
        return range(first, last + 1)

    def _runs_on(self, head: int, last: int) -> bool:
        """Whether the next word is a noun that hangs where the head hangs: one phrase that the parser tore."""
        following = last + 1
        return (
            following < len(self.lower)
            and self.tags.upos[head] == self.tags.upos[following] == "NOUN"
            and self.tags.head[following] == self.tags.head[head] >= 0
            and self.tags.deprel[following] == self.tags.deprel[head]
            and not self.preposition(following)
        )

    def _belongs(self, head: int, child: int) -> bool:
        relation = self.tags.deprel[child]
        if relation == "appos":  # "Minister Ortiz", written without a comma between
            return child > head and "," not in self.lower[head:child] and child - head <= 3
        return relation not in CUT and not relation.endswith("unmarked")

    def spans(self, words: range) -> Spans:
        """The characters of consecutive words, as one span."""
        return (Span(start=self.tags.words[words[0]].start, end=self.tags.words[words[-1]].end),)

    def passive(self, verb: int) -> bool:
        """
        Whether a verb's subject undergoes what it says: "was freed", "the men freed by the court".

        A participle behind a noun is taken so where it does not end in -ing and has no object.
        """
        relations = [self.tags.deprel[child] for child in self.children[verb]]
        if "aux:pass" in relations or "nsubj:pass" in relations or "obl:agent" in relations:
            return True
        if self.tags.deprel[verb] == "conj" and self.tags.head[verb] >= 0 and "nsubj" not in relations:
            alike = "obj" not in relations and "aux" not in relations and self.is_participle(verb)
            return alike and self.lower[verb].endswith(("ed", "en", "n")) and self.passive(self.tags.head[verb])
        if self.tags.deprel[verb] == "acl":
            return self.is_participle(verb) and "obj" not in relations and "mark" not in relations
        return False

    def is_participle(self, verb: int) -> bool:
        """Whether a word may be a past participle: a verb that is neither an -ing form nor behind "to"."""
        return self.tags.upos[verb] in ("VERB", "ADJ") and not self.lower[verb].endswith("ing")
