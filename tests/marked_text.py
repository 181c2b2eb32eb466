"""
Tagged text in a shorthand, so that cases about mentions need no model.

    "¶ [Anna Berg]person:nsubj>left left/VERB:root ."    a proper name, its kind, its relation to the nearest "left"
    "the minister/person:nsubj>said said/VERB:root"       a noun that heads a mention of a kind; "/noun:..." for none
    "he/PRON:nsubj>said"                                  any other word: its part of speech

A word without a mark belongs to the next noun if it is one of `LEANING`, else hangs loosely on the
root. The text is the words with one space between; "¶" begins a paragraph, “ and ” quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from according.records import Name, Paragraph, Quotation, Report, Segmentation, Sentence, Span, Tags

KINDS = ("person", "organisation", "place", "nationality", "event", "other", "noun")
LEANING = {
    "the": ("DET", "det"), "a": ("DET", "det"), "an": ("DET", "det"), "another": ("DET", "det"), "no": ("DET", "det"),
    "these": ("DET", "det"), "those": ("DET", "det"), "some": ("DET", "det"), "several": ("DET", "det"),
    "of": ("ADP", "case"), "in": ("ADP", "case"), "on": ("ADP", "case"), "at": ("ADP", "case"), "by": ("ADP", "case"),
    "for": ("ADP", "case"), "from": ("ADP", "case"), "with": ("ADP", "case"), "to": ("ADP", "case"),
    "two": ("NUM", "nummod"), "three": ("NUM", "nummod"), "four": ("NUM", "nummod"), "five": ("NUM", "nummod"),
    "second": ("ADJ", "amod"), "local": ("ADJ", "amod"), "his": ("PRON", "nmod:poss"), "her": ("PRON", "nmod:poss"),
}  # fmt: skip
TOKEN = re.compile(
    r"""
    \[ (?P<name> [^\]]+ ) \] (?P<kind> [a-z]+ )                   # [Anna Berg]person:nsubj>said
        : (?P<name_relation> [^>\s]+ ) (?: > (?P<name_head> \S+ ) )?
    | (?P<word> [^\s/]+ ) / (?P<tag> [A-Za-z]+ )                   # minister/person:nsubj>said
        : (?P<relation> [^>\s]+ ) (?: > (?P<head> \S+ ) )?
    | (?P<bare> \S+ )                                             # the
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Made:
    """The columns of a text while it is put together."""

    words: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    wanted: list[str | int | None] = field(default_factory=list)
    nouns: list[str | None] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    def add(self, word: str, upos: str, deprel: str, wanted: str | int | None, kind: str | None = None) -> None:
        self.words.append(word)
        self.upos.append(upos)
        self.deprel.append(deprel)
        self.wanted.append(wanted)
        self.nouns.append(kind)


def marked(sentences: list[str]) -> tuple[Report, Segmentation, Tags]:
    """The report, its segmentation and its tags that the shorthand `sentences` stand for."""
    made, bounds, paragraphs = Made(), [], []
    for sentence in sentences:
        first = len(made.words)
        if sentence.startswith("¶") or not bounds:
            paragraphs.append(first)
        _read(sentence.removeprefix("¶"), made)
        bounds.append((first, len(made.words), len(paragraphs) - 1))
    spans, text = [], ""
    for number, word in enumerate(made.words):
        text += ("\n\n" if number in paragraphs else " ") * bool(text)
        spans.append(Span(start=len(text), end=len(text) + len(word)))
        text += word
    heads = [head for first, last, _ in bounds for head in _heads(made, first, last)]
    tags = Tags(
        words=tuple(spans),
        sentence_of=tuple(number for number, (first, last, _) in enumerate(bounds) for _ in range(first, last)),
        upos=tuple(made.upos), head=tuple(heads), deprel=tuple(made.deprel), names=tuple(made.names),
        nouns=tuple(made.nouns), cues=(), vectors=np.zeros((len(bounds), 384), np.float32),
    )  # fmt: skip
    ends = [*paragraphs[1:], len(spans)]
    segmentation = Segmentation(
        paragraphs=tuple(
            Paragraph(span=Span(start=spans[a].start, end=spans[b - 1].end), kind="paragraph")
            for a, b in zip(paragraphs, ends, strict=True)
        ),
        sentences=tuple(
            Sentence(span=Span(start=spans[a].start, end=spans[b - 1].end), words=tuple(spans[a:b]), paragraph=p)
            for a, b, p in bounds
        ),
        quotations=_quotations(text),
    )
    return Report(id="test", text=text), segmentation, tags


def _read(sentence: str, made: Made) -> None:
    """Append one sentence's words."""
    for token in TOKEN.finditer(sentence):
        if token["name"]:
            words = token["name"].split()
            first = len(made.words)
            made.names.append(Name(first=first, last=first + len(words) - 1, kind=token["kind"], score=1.0))
            made.add(words[0], "PROPN", token["name_relation"], token["name_head"], token["kind"])
            for word in words[1:]:
                made.add(word, "PROPN", "flat", first)
        elif token["word"]:
            noun = token["tag"] in KINDS
            kind = token["tag"] if noun and token["tag"] != "noun" else None
            made.add(token["word"], "NOUN" if noun else token["tag"], token["relation"], token["head"], kind)
        else:
            lower = token["bare"].lower()
            upos, deprel = LEANING.get(lower, ("PUNCT", "punct") if not lower[0].isalnum() else ("X", "dep"))
            made.add(token["bare"], upos, deprel, "→" if lower in LEANING else None)


def _heads(made: Made, first: int, last: int) -> list[int]:
    """The head of each word of one sentence: by number, the nearest word of that form, the next noun, or the root."""
    root = next((word for word in range(first, last) if made.deprel[word] == "root"), first)
    heads = []
    for word in range(first, last):
        wanted = made.wanted[word]
        if made.deprel[word] == "root" or word == root:
            heads.append(-1)
        elif isinstance(wanted, int):
            heads.append(wanted)
        elif wanted == "→":
            heads.append(next((at for at in range(word + 1, last) if _carries(made, at)), root))
        elif wanted is None:
            heads.append(root)
        else:
            same = [at for at in range(first, last) if made.words[at] == wanted]
            assert same, f"no word {wanted!r} in {' '.join(made.words[first:last])!r}"
            heads.append(min(same, key=lambda at, word=word: abs(at - word)))
    return heads


def _carries(made: Made, word: int) -> bool:
    """Whether an article or a preposition may hang on the word."""
    return made.upos[word] in ("NOUN", "PROPN") or made.deprel[word] == "nmod"


def _quotations(text: str) -> tuple[Quotation, ...]:
    return tuple(
        Quotation(span=Span(start=m.start(), end=m.end()), inner=Span(start=m.start(1), end=m.end(1)), group=number)
        for number, m in enumerate(re.finditer(r"“ (.+?) ”", text, re.DOTALL))
    )


def span_of(text: str, words: str) -> Span:
    """The only place where `words` stand as whole words; "he #2" is the second of several."""
    wanted, _, number = words.partition(" #")
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    assert found, f"{wanted!r} is not in the text"
    assert number or len(found) == 1, f"{wanted!r} stands {len(found)} times in the text: say which with #"
    start = found[int(number or 1) - 1]
    return Span(start=start, end=start + len(wanted))
