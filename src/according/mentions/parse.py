"""One report's words with their syntax, as the search for mentions asks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from according.records import Name, Report, Segmentation, Span, Spans, Tags

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
"""Parts of speech that head a phrase for somebody."""


DEEPEST = 40
"""How many arcs are climbed at most: a bound against damaged parses, above any sentence's depth."""


class Parse:
    """One report's words with their syntax, as the mention finder asks for them."""

    def __init__(self, report: Report, segmentation: Segmentation, tags: Tags) -> None:
        self.tags = tags
        self.text = report.text
        self.words = tuple(report.text[span.start : span.end] for span in tags.words)
        self.lower = tuple(word.lower().replace("’", "'") for word in self.words)
        self.children: dict[int, list[int]] = defaultdict(list)
        for word, head in enumerate(tags.head):
            self.children[head].append(word)
        self.paragraph = tuple(segmentation.sentences[number].paragraph for number in tags.sentence_of)
        self._names_of: dict[int, list[Name]] = defaultdict(list)
        for name in tags.names:
            self._names_of[tags.sentence_of[name.first]].append(name)
        self._starts = [span.start for span in tags.words]
        self.quotation = self._quotations(segmentation)

    def _quotations(self, segmentation: Segmentation) -> tuple[int | None, ...]:
        """The number of the outermost quotation that each word stands in, or None."""
        numbers: list[int | None] = [None] * len(self.words)
        for number, quotation in enumerate(segmentation.quotations):
            for word in self.within(quotation.inner):
                if numbers[word] is None:
                    numbers[word] = number
        return tuple(numbers)

    def within(self, span: Span) -> range:
        """The words that share a character with `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        while first < len(self.words) and self.tags.words[first].end <= span.start:
            first += 1
        last = first
        while last < len(self.words) and self.tags.words[last].start < span.end:
            last += 1
        return range(first, last)

    def upos(self, word: int) -> str:
        """The part of speech of a word."""
        return self.tags.upos[word]

    def top(self, words: Sequence[int]) -> int:
        """
        The word of `words`, at least one, that the others hang on.

        That is the first noun, name, pronoun or number whose head lies outside; where a bad parse
        leaves none, the first noun, name or pronoun, else the first word.
        """
        inside = frozenset(words)
        tops = [word for word in words if self.tags.head[word] not in inside]
        return next(
            (word for order in (tops, words) for word in order if self.tags.upos[word] in NOMINAL), (tops or words)[0]
        )

    def names_below(self, subject: int) -> list[tuple[str, ...]]:
        """The words of each name behind a subject that hangs on the same verb, however far down."""
        verb, below = self.tags.head[subject], []
        for name in self._names_of[self.tags.sentence_of[subject]]:
            at, steps = name.first, 0
            while at not in (verb, -1) and steps < DEEPEST:
                at, steps = self.tags.head[at], steps + 1
            if name.first > subject and at == verb and verb >= 0:
                below.append(self.words[name.first : name.last + 1])
        return below

    def within_all(self, spans: Spans) -> tuple[int, ...]:
        """The words that share a character with one of `spans`, in order."""
        return tuple(word for span in spans for word in self.within(span))

    def spans(self, first: int, last: int) -> Spans:
        """The characters from the word `first` to the word `last`, as one span."""
        return (Span(start=self.tags.words[first].start, end=self.tags.words[last].end),)

    def subject(self, verb: int) -> int | None:
        """The word that heads the subject of the clause of `verb`, through coordination, or None."""
        for _ in range(4):
            for child in self.children[verb]:
                if self.tags.deprel[child].startswith("nsubj"):
                    return child
            if self.tags.deprel[verb] not in ("conj", "xcomp", "parataxis") or self.tags.head[verb] < 0:
                return None
            verb = self.tags.head[verb]
        return None

    def clause(self, word: int) -> int:
        """The verb or predicate of the clause that `word` stands in (the word itself at a root)."""
        seen = 0
        while self.tags.head[word] >= 0 and seen < 30:
            seen += 1
            if self.tags.deprel[word] in CLAUSES:
                return word
            word = self.tags.head[word]
        return word


CLAUSES = frozenset(("ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "advcl:relcl"))
"""Relations by which one clause hangs on another (Universal Dependencies 2)."""
