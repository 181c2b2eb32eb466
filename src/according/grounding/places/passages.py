"""A report's words as the finding of places looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from according.records import Report, Segmentation, Span, Tags
from according.vocabulary import BODY


@dataclass(frozen=True)
class Words:
    """The columns of `Tags` with the words' text, by word number."""

    report: Report
    segmentation: Segmentation
    tags: Tags

    @cached_property
    def text(self) -> tuple[str, ...]:
        """Each word as written."""
        return tuple(self.report.text[span.start : span.end] for span in self.tags.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each word in lower case."""
        return tuple(word.lower() for word in self.text)

    @cached_property
    def body(self) -> tuple[bool, ...]:
        """Whether a word stands in body text or in the dateline, and not in a byline or a credit."""
        kinds = tuple(
            self.segmentation.paragraphs[sentence.paragraph].kind in BODY | {"dateline"}
            for sentence in self.segmentation.sentences
        )
        return tuple(kinds[sentence] for sentence in self.tags.sentence_of)

    def __len__(self) -> int:
        return len(self.tags.words)

    def phrase(self, first: int, last: int) -> str:
        """The text of the words `first` to `last`, white space made one space."""
        return " ".join(self.report.text[self.tags.words[first].start : self.tags.words[last].end].split())

    def span(self, first: int, last: int) -> Span:
        """The stretch of the words `first` to `last`."""
        return Span(start=self.tags.words[first].start, end=self.tags.words[last].end)

    def before(self, word: int, count: int = 1) -> str:
        """The word `count` ahead in the same sentence, in lower case; "" where there is none."""
        at = word - count
        return self.lower[at] if at >= 0 and self.together(at, word) else ""

    def after(self, word: int, count: int = 1) -> str:
        """The word `count` behind in the same sentence, in lower case; "" where there is none."""
        at = word + count
        return self.lower[at] if at < len(self) and self.together(at, word) else ""

    def together(self, one: int, other: int) -> bool:
        """Whether two words stand in one sentence."""
        return self.tags.sentence_of[one] == self.tags.sentence_of[other]

    def is_capital(self, word: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[word][0].isupper()

    def head(self, first: int, last: int) -> int:
        """The word of a range that the others hang on: the first whose head lies outside."""
        for word in range(first, last + 1):
            if not first <= self.tags.head[word] <= last:
                return word
        return last

    def starts(self) -> Iterator[int]:
        """The first word of each sentence."""
        seen = -1
        for word, sentence in enumerate(self.tags.sentence_of):
            if sentence != seen:
                seen = sentence
                yield word
