"""
The contract: a `Record` as the JSON object "according/1", and back.

Tools outside rely on this form (DESIGN section 4): it is extended, never broken. What stands here beside
the contract's own keys: `made_by`, `report.metadata_from`, `report.blocks`, `mentions[].form`,
`attributions[].why`, `events[].why`, `events[].vector` and a link's `part_of`. Not in JSON: the words and paragraphs of
sentences, and the `why` of links, whose steps the claim's own `why` repeats.

`to_dict` believes what it is given. `from_dict` is a border: it believes nothing, and says where in the
object something else was found than expected.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from according.border import Node, read_span, shown
from according.errors import BadRecord
from according.records import (
    Anonymity,
    Attribution,
    Block,
    Claim,
    Dateline,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Quantity,
    Record,
    Report,
    Sentence,
    SourceLink,
    Span,
    Step,
    Time,
)

SCHEMA = "according/1"

Json = dict[str, object]


# --- records to JSON ----------------------------------------------------------------------


def to_dict(record: Record) -> Json:
    """
    The contract's JSON object: only dicts, lists, strings, numbers, booleans and None.

    A record's fields are the object's keys, in the same order; `_link` and the sentences are the exceptions.
    `tests/store/test_contract.py` holds the keys, so that a new field is a decision and no accident.

    >>> report = Report(id="0" * 64, text="Ankara denied it.")
    >>> data = to_dict(Record(report=report, sentences=(Sentence(span=Span(start=0, end=17), words=(), paragraph=0),)))
    >>> data["schema"], data["sentences"], data["claims"]
    ('according/1', [[0, 17]], [])
    """
    data: Json = {"schema": SCHEMA}
    for field in fields(record):
        value = getattr(record, field.name)
        data[field.name] = _plain(tuple(sentence.span for sentence in value) if field.name == "sentences" else value)
    return data


def claim_to_dict(claim: Claim) -> Json:
    """One claim as it stands in the contract's "claims"."""
    return {field.name: _plain(getattr(claim, field.name)) for field in fields(claim)}


def event_to_dict(event: Event) -> Json:
    """One event as it stands in the contract's "events"."""
    return {field.name: _plain(getattr(event, field.name)) for field in fields(event)}


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, SourceLink):
        return _link(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _link(link: SourceLink) -> Json:
    data = {field.name: _plain(getattr(link, field.name)) for field in fields(link) if field.name != "why"}
    for key in ("resolves_to", "part_of"):
        data[key] = {"spans": data[key]} if data[key] else None
    return data


# --- JSON to records ----------------------------------------------------------------------


def from_dict(data: object) -> Record:
    """
    The record that a JSON object of the contract holds; ``to_dict(from_dict(data)) == data``.

    The extension's keys may be absent, the contract's own may not. Keys that are not known are left out.

    Raises:
        BadRecord: something is missing or of another type than the contract says.

    >>> from_dict({"schema": "according/9"})
    Traceback (most recent call last):
    ...
    according.errors.BadRecord: record.schema: found 'according/9', expected 'according/1'.
    """
    node = Node(data, "record")
    if node.get("schema") != SCHEMA:
        node.fail("schema", node.get("schema"), repr(SCHEMA))
    spans = node.spans("sentences")
    return Record(
        report=_read_report(node.node("report")),
        sentences=tuple(Sentence(span=span, words=(), paragraph=0) for span in spans),
        entities=node.each("entities", _read_entity),
        mentions=node.each("mentions", _read_mention),
        attributions=node.each("attributions", _read_attribution),
        events=node.each("events", _read_event),
        places=node.each("places", _read_place),
        times=node.each("times", _read_time),
        quantities=node.each("quantities", _read_quantity),
        claims=node.each("claims", _read_claim),
        made_by=node.text_or_none("made_by", extension=True) or "",
    )


def _read_report(node: Node) -> Report:
    return Report(
        id=node.text("id"),
        text=node.text("text"),
        path=node.text_or_none("path"),
        url=node.text_or_none("url"),
        title=node.text_or_none("title"),
        publisher=node.text_or_none("publisher"),
        byline=node.text_or_none("byline"),
        credits=node.texts("credits"),
        dateline=node.optional(
            "dateline",
            lambda inner: Dateline(
                spans=inner.spans("spans"), place=inner.text_or_none("place"), date=inner.text_or_none("date")
            ),
        ),
        published=node.text_or_none("published"),
        published_from=node.text_or_none("published_from"),
        language=node.text_or_none("language"),
        metadata_from=tuple(_pair(item, node.where) for item in node.items("metadata_from", extension=True)),
        blocks=node.each(
            "blocks",
            lambda inner: Block(kind=inner.text("kind"), span=read_span(inner.get("span"), f"{inner.where}.span")),
            extension=True,
        ),
    )


def _pair(value: object, where: str) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(item, str) for item in value):
        raise BadRecord(f"{where}.metadata_from", f"found {shown(value)}, expected [field, where it was found]")
    return (value[0], value[1])


def _read_step(node: Node) -> Step:
    return Step(
        stage=node.text("stage"),
        rule=node.text("rule"),
        field=node.text_or_none("field"),
        value=node.text_or_none("value"),
        spans=node.spans("spans"),
        score=node.number_or_none("score"),
        loser=node.text_or_none("loser"),
    )


def _read_entity(node: Node) -> Entity:
    return Entity(
        id=node.text("id"),
        name=node.text("name"),
        kind=node.text("kind"),
        country=node.text_or_none("country"),
        sectors=node.texts("sectors"),
        role=node.text_or_none("role"),
        role_status=node.text_or_none("role_status"),
    )


def _read_mention(node: Node) -> Mention:
    return Mention(
        spans=node.spans("spans"),
        kind=node.text("kind"),
        entity=node.text_or_none("entity"),
        form=node.text_or_none("form", extension=True) or "name",
    )


def _read_attribution(node: Node) -> Attribution:
    return Attribution(
        id=node.text("id"),
        source=node.spans("source"),
        cue=node.spans("cue"),
        content=node.spans("content"),
        kind=node.text("kind"),
        parent=node.text_or_none("parent"),
        confidence=node.number("confidence"),
        why=node.each("why", _read_step, extension=True),
    )


def _read_participant(node: Node) -> Participant:
    return Participant(
        spans=node.spans("spans"),
        entity=node.text_or_none("entity"),
        country=node.text_or_none("country"),
        sectors=node.texts("sectors"),
    )


def _read_place(node: Node) -> Place:
    return Place(
        spans=node.spans("spans"),
        geonames_id=node.whole_or_none("geonames_id"),
        name=node.text_or_none("name"),
        country=node.text_or_none("country"),
        latitude=node.number_or_none("latitude"),
        longitude=node.number_or_none("longitude"),
        precision=node.text_or_none("precision"),
    )


def _read_time(node: Node) -> Time:
    return Time(
        spans=node.spans("spans"),
        type=node.text("type"),
        value=node.text_or_none("value"),
        anchor=node.text_or_none("anchor"),
    )


def _read_quantity(node: Node) -> Quantity:
    low, high = node.number_or_none("low"), node.number_or_none("high")
    if low is not None and high is not None and low > high:
        node.fail("low", low, f"no more than high, {high}")
    return Quantity(
        spans=node.spans("spans"),
        value=node.number_or_none("value"),
        low=low,
        high=high,
        bound=node.text_or_none("bound"),
        measure=node.text_or_none("measure"),
        of=node.text_or_none("of"),
        cumulative=node.truth_or_none("cumulative"),
    )


def _read_event(node: Node) -> Event:
    return Event(
        id=node.text("id"),
        trigger=node.spans("trigger"),
        type=node.text_or_none("type"),
        mode=node.text_or_none("mode"),
        contexts=node.texts("contexts"),
        quad=node.text_or_none("quad"),
        actors=node.each("actors", _read_participant),
        recipients=node.each("recipients", _read_participant),
        place=node.optional("place", _read_place),
        time=node.optional("time", _read_time),
        quantities=node.wholes("quantities"),
        polarity=node.text("polarity"),
        certainty=node.text("certainty"),
        status=node.text("status"),
        inherited=node.texts("inherited"),
        confidence=node.number("confidence"),
        why=node.each("why", _read_step, extension=True),
        vector=node.text_or_none("vector", extension=True),
    )


def _read_link(node: Node) -> SourceLink:
    return SourceLink(
        spans=node.spans("spans"),
        entity=node.text_or_none("entity"),
        identification=node.text_or_none("identification"),
        count=node.whole_or_text_or_none("count"),
        country=node.text_or_none("country"),
        sectors=node.texts("sectors"),
        role=node.text_or_none("role"),
        role_status=node.text_or_none("role_status"),
        relation=node.text_or_none("relation"),
        anonymity=node.optional(
            "anonymity", lambda inner: Anonymity(spans=inner.spans("spans"), grounds=inner.text("grounds"))
        ),
        resolves_to=node.spans_within("resolves_to"),
        part_of=node.spans_within("part_of", extension=True),
    )


def _read_claim(node: Node) -> Claim:
    return Claim(
        id=node.text("id"),
        chain=node.each("chain", _read_link),
        content=node.spans("content"),
        stance=node.text("stance"),
        polarity=node.text("polarity"),
        certainty=node.text("certainty"),
        certainty_words=node.spans("certainty_words"),
        status=node.text("status"),
        events=node.texts("events"),
        attribution=node.text_or_none("attribution"),
        said_on=node.text_or_none("said_on"),
        confidence=node.number("confidence"),
        why=node.each("why", _read_step),
    )
