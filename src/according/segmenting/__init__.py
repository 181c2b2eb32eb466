"""
Stage 2: a report cut into paragraphs, sentences, words and quotations.

`segment` gives all four; `words_of` is the word cutter alone, for raw text.
"""

from __future__ import annotations

from according.records import Report, Segmentation, Sentence
from according.segmenting.layout import paragraphs_of
from according.segmenting.quotations import quotations_of
from according.segmenting.sentences import sentences_of
from according.segmenting.words import words_of

__all__ = ["segment", "words_of"]

HEADLINES = frozenset(["title", "heading"])


def segment(report: Report) -> Segmentation:
    """The report's paragraphs, sentences with their words, and quotations; its text is left as it is."""
    paragraphs = paragraphs_of(report)
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        words = words_of(report.text, paragraph.span.start, paragraph.span.end)
        headline = paragraph.kind in HEADLINES
        sentences.extend(sentences_of(report.text, words, number, headline=headline))
    return Segmentation(
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        quotations=tuple(quotations_of(report.text, paragraphs)),
    )
