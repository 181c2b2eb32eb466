"""One report's words with their syntax, as the search for mentions asks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from according.records import Name, Report, Segmentation, Span, Spans, Tags


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

    def top(self, words: range) -> int:
        """The word of `words` that the others hang on: the first whose head lies outside."""
        return next((word for word in words if self.tags.head[word] not in words), words[0])

    def names_after(self, word: int) -> list[tuple[str, ...]]:
        """The words of each name that stands after `word` in its sentence."""
        sentence = self.tags.sentence_of[word]
        return [
            self.words[name.first : name.last + 1]
            for name in self._names_of[sentence] if name.first > word
        ]  # fmt: skip

    def joined(self, spans: Spans) -> range:
        """The words of `spans`, from the first to the last, with what stands between."""
        words = [word for span in spans for word in self.within(span)]
        return range(words[0], words[-1] + 1) if words else range(0)

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
