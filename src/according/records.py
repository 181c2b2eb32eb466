"""
What the stages hand to each other: frozen records, each standing on spans of one report's text.

    Page -> Report -> Segmentation -> Tags -> Attributed, Event -> Grounded -> Claim -> Record

Terms: attribution as in PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018); certainty and
polarity as in FactBank (Saurí & Pustejovsky 2009); events, sectors, modes and contexts as in
PLOVER. Absent is None or an empty tuple, never a guess. The words a field may hold stand in
`according.vocabulary`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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


# --- stage 1: reading ---------------------------------------------------------------------


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


# --- stage 2: segmenting ------------------------------------------------------------------


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


# --- stage 3: tagging ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: words `first` to `last` (inclusive), its kind (contract, `mentions[].kind`) and probability."""

    first: int
    last: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CueScores:
    """
    What the attribution head says of one possible cue.

    `anchor` is the cue's first word, `probability` that a cue begins there. `labels` holds log
    probabilities for the words `first` .. ``first + len(labels)`` of the report, shape
    ``(words, link labels)``: what each word is to *this* cue (see `according.tagging.labels`).
    """

    anchor: int
    probability: float
    first: int
    labels: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActScores:
    """
    What the events head says of one word that may name an event, all of it probabilities.

    `types`: of `labels.EVENTS` ("none" first), `modes`: of `labels.MODES`, `statuses`: of
    `labels.EVENT_STATUSES`. `actors`, `recipients`: that a word stands in the actor's or the
    recipient's phrase of this event, for the words of its sentence, which begins at `first`.
    """

    word: int
    types: NDArray[np.float32]
    modes: NDArray[np.float32]
    statuses: NDArray[np.float32]
    first: int
    actors: NDArray[np.float32]
    recipients: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairScores:
    """
    What one party does to another, by the events head: probabilities of PLOVER's types, ``(16)``, in the order of
    `labels.EVENTS`; the `word` that says so most clearly; that word's `modes`, of `labels.MODES`; `found`, how likely
    any word names an act of these parties, at most 1.
    """

    types: NDArray[np.float32]
    word: int
    modes: NDArray[np.float32]
    found: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """
    How sure the text is that what each word names happened.

    `scores`: (n), from -3, certainly not, to 3, certainly (UDS-IH2); `negative`: (n) probability that it is
    negated; `certainties`: (n, 4) probabilities of `vocabulary.CERTAINTIES`.
    """

    scores: NDArray[np.float32]
    negative: NDArray[np.float32]
    certainties: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tags:
    """
    Every head's output, by word. Words are numbered through the whole report.

    `words`: (n) spans. `sentence_of`: (n) sentence numbers. `upos`, `deprel`: (n) labels of
    Universal Dependencies. `head`: (n) word numbers, -1 for a root. `nouns`: (n) kinds of the
    mention that each word heads, None where it heads none. `vectors`: ``(sentences, 384)``, of
    length 1. `acts`: words that may name an event, in order; `judged` is None where nobody judged.
    """

    words: Spans
    sentence_of: tuple[int, ...]
    upos: tuple[str, ...]
    head: tuple[int, ...]
    deprel: tuple[str, ...]
    names: tuple[Name, ...]
    nouns: tuple[str | None, ...]
    cues: tuple[CueScores, ...]
    vectors: NDArray[np.float32]
    acts: tuple[ActScores, ...] = ()
    judged: Judged | None = None


# --- stage 4: attribution -----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    One reason: which `rule` (a rule's name, or a model output with the weights' version) of
    which `stage` set `field`, from which words, how surely, and what it won against.
    """

    stage: str
    rule: str
    field: str | None = None
    value: str | None = None
    spans: Spans = ()
    score: float | None = None
    loser: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """
    One statement laid at somebody's door: the attribution relation of PARC 3.0.

    `source` is empty when the report names nobody ("it is believed that ..."). `kind`: direct ·
    indirect · mixed. `parent` is the id of the attribution whose content holds this one.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: str
    parent: str | None = None
    confidence: float = 0.0
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """Why a source is not named: the phrase's spans and its `grounds` (`vocabulary.GROUNDS`)."""

    spans: Spans
    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """
    One step of a claim's chain. Link 0 is always the narrator, the outlet, and has no spans.

    `count` is a whole number when stated, else the words ("several"), else None. `country` is
    ISO 3166 alpha-3. `relation` says how this link passes to the next: said · told · cited ·
    reported · showed · posted. `resolves_to` is the mention that a pronoun or "the officials"
    goes back to. `part_of` is the group that "one of the officials" is one of: never another voice.
    """

    spans: Spans = ()
    entity: str | None = None
    identification: str | None = None
    count: int | str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None
    relation: str | None = None
    anonymity: Anonymity | None = None
    resolves_to: Spans = ()
    part_of: Spans = ()
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """
    Stage 4's result: the attributions, and for each of them (by id) its source's links.

    `links[id]` is a tuple of `SourceLink`, outermost first, without the narrator: usually one;
    two where a body passes on another's words ("told Reuters"); none where nobody is named.
    """

    attributions: tuple[Attribution, ...]
    links: dict[str, tuple[SourceLink, ...]]


# --- stages 5 and 6: events and the world --------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    A toponym. Degrees of WGS 84; None while not resolved. `precision`: exact · vicinity · town ·
    district · province · country · region.
    """

    spans: Spans
    geonames_id: int | None = None
    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A TIMEX3 (ISO 24617-1). `type`: DATE · TIME · DURATION · SET. `value` is None when unknown."""

    spans: Spans
    type: str
    value: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count as the words bound it: `low` and `high` inclusive, None where the report commits to no end."""

    spans: Spans
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: str | None = None
    measure: str | None = None
    of: str | None = None
    cumulative: bool | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity from {self.low} down to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who takes part in an event, as actor or recipient."""

    spans: Spans
    entity: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """
    Who did what to whom: PLOVER type, mode, contexts and quad.

    `type` and `quad` are None for what PLOVER leaves out and newsrooms need; then `mode` is one of
    `vocabulary.NEWS_EVENTS`.

    *Binding rule*: actor, act, place and time are licensed by one clause or an explicit link; a
    field taken from elsewhere in the report is named in `inherited`. `quantities` are numbers
    into `Record.quantities`.
    """

    id: str
    trigger: Spans
    type: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    time: Time | None = None
    quantities: tuple[int, ...] = ()
    polarity: str = "positive"
    certainty: str = "underspecified"
    status: str = "current"
    inherited: tuple[str, ...] = ()
    confidence: float = 0.0
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCode:
    """What one party does to another: PLOVER type, mode and quad; all None where there is nothing to code."""

    type: str | None
    mode: str | None
    quad: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether an event happened, by its text: `score` from -3, certainly not, to 3, certainly (UDS-IH2)."""

    polarity: str
    certainty: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that mean an entity. `kind` as in the contract; `form`: name · nominal · pronoun."""

    spans: Spans
    kind: str
    entity: str | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What mentions of one report mean together; `name` is its fullest name."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """
    Whom a phrase means: `country` is ISO 3166 alpha-3, or PLOVER's UNO, EUR, IGO, NGO, IMG, MNC.

    `name` is a person's or a body's; for an office without a name, who held it at the date asked
    for. `sectors` are PLOVER's, the principal one first. `role` is an office or calling, in the phrase's
    words or, for a bare name, in those of our table. `role_status` is as of the date asked for, None
    where neither the words nor the table tell.
    """

    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """
    Stage 6's result: the report's entities, and the world's places, times and quantities in it.

    `told`: mentions that a record need not list, for the words of another say the same ("Russian" in "Russian troops").
    """

    mentions: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()


# --- stage 7: claims ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    One content, on one source's word, in one report.

    `chain` runs from the narrator to the innermost source. `stance`, `polarity` and `certainty`
    are the innermost source's own; `confidence` is the extractor's calibrated probability. The
    two are never mixed. `attribution` is None where the narrator speaks. `events` are ids.
    """

    id: str
    chain: tuple[SourceLink, ...]
    content: Spans
    stance: str = "asserted"
    polarity: str = "positive"
    certainty: str = "certain"
    certainty_words: Spans = ()
    status: str = "current"
    events: tuple[str, ...] = ()
    attribution: str | None = None
    said_on: str | None = None
    confidence: float = 0.0
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was read from one report: the contract's JSON object is `according.contract.to_dict(record)`."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    made_by: str = ""

    def to_dict(self) -> dict[str, object]:
        """The contract's JSON object, "according/1"."""
        from according.contract import to_dict

        return to_dict(self)

    @staticmethod
    def from_dict(data: object) -> Record:
        """The record that a JSON object of the contract holds; `errors.BadRecord` where it is none."""
        from according.contract import from_dict

        return from_dict(data)
