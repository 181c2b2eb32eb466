"""Records of stages 1 and 2: what is given to be read, the report, its sentences and quotations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """
    A stretch of a report's text.

    `start` and `end` count Unicode code points from the beginning of `Report.text`,
    half-open like a Python slice: ``text[start:end]`` is the span. They are never byte,
    word or sentence positions.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty or runs backwards")

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Spans in the order of the text, apart from each other; more than one where the words are not contiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    What is to be read: a file's bytes, or text that is decoded already, and what is known beforehand.

    `path` is only repeated, in the report and in messages; nothing is opened. `published` is an
    ISO 8601 date or date and time. What is given here wins over whatever the page says.
    """

    data: bytes | str
    path: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One line of a JSON Lines manifest (contract, DESIGN section 4): exactly one of `path` and `text`.

    `line` counts from 1. `path` is as written: whoever opens it reads it from the manifest's
    folder, or as it stands where it is absolute. `page` makes the `Page` that `reading.read` takes.
    """

    line: int
    path: str | None = None
    text: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None

    def page(self, data: bytes | str, path: str | None) -> Page:
        """The row's page: `data` is the row's `text`, or the bytes of the file that its `path` names."""
        return Page(
            data=data,
            path=path,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            byline=self.byline,
            published=self.published,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The "ANKARA, June 3" that opens a report: `place` as written, `date` in ISO 8601; either may be None."""

    spans: Spans
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    A part of the page that its format or layout tells apart.

    `kind`: title · heading · paragraph · caption · credit · byline · dateline · list-item · date.
    Only body text (heading, paragraph, list-item) and captions carry statements; the rest is
    metadata that happens to stand in the text.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    One published article.

    `id` is the SHA-256 (hexadecimal) of `text` in UTF-8. For a plain-text file `text` is the
    decoded file, character for character; for other formats it is the text extracted once.
    `credits` names agencies of byline, credit line and photographs, as written. `published` is
    an ISO 8601 date or date and time, None when nothing tells; `published_from` says what told
    ("given", "json-ld", "opengraph", "htmldate", "newsml-g2", "dateline", ...). `metadata_from` holds
    (field, where found) for every other field that is not None. `blocks` is empty for plain text:
    then segmenting goes by layout.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    metadata_from: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of text between line breaks; `kind` as in `Block`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """
    One sentence: its words, as Universal Dependencies cuts them, and its paragraph's number.

    "don't" is two words with adjoining spans, "do" and "n't"; "Lt. Gen." is two, each with its
    full stop; a hyphenated compound is cut at its hyphens.
    """

    span: Span
    words: Spans
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """
    Words between quotation marks. `span` takes in the marks, `inner` does not.

    A quotation that runs over paragraphs, each of which opens with a mark and only the last of
    which closes, is one per paragraph with the same `group`. `closed` is False where the end
    was worked out and no mark stands there. `depth` is 1 inside another quotation, else 0.
    """

    span: Span
    inner: Span
    group: int
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """A report cut up: every non-space character of a sentence belongs to one word."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
