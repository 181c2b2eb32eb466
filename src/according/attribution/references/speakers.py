"""
Who says "I": the speaker of the quotation that the word stands in.

Taken only where the layout tells it: a source outside quotation marks in the same sentence, else in
the same paragraph, else that of the same quotation's part in the paragraph before.
"""

from __future__ import annotations

from according.mentions import Found, Parse
from according.records import Segmentation, Spans


def speaker_of(parse: Parse, segmentation: Segmentation, mention: Found, sources: tuple[Spans, ...]) -> int | None:
    """The head word of the speaker of the quotation around `mention`; None outside of one, or where nobody is named."""
    if mention.quotation is None:
        return None
    outside = [head for head in _heads(parse, sources) if parse.quotation[head] is None]
    sentence = [head for head in outside if parse.tags.sentence_of[head] == mention.sentence]
    if sentence:
        return min(sentence, key=lambda head: abs(head - mention.head))
    group = segmentation.quotations[mention.quotation].group
    paragraphs = {
        parse.paragraph[word]
        for word, number in enumerate(parse.quotation)
        if number is not None and segmentation.quotations[number].group == group
    }
    near = [head for head in outside if parse.paragraph[head] in paragraphs]
    return min(near, key=lambda head: abs(head - mention.head), default=None)


def _heads(parse: Parse, sources: tuple[Spans, ...]) -> list[int]:
    """The head word of each source."""
    return [parse.top(words) for spans in sources for words in [parse.within_all(spans)] if words]
