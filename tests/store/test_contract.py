"""The contract's JSON: its keys, its laws, and what the border refuses."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.contract import from_dict, to_dict
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

WORDS = st.text(max_size=8)
MAYBE = st.none() | WORDS
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SPAN = st.tuples(st.integers(0, 90), st.integers(1, 9)).map(lambda pair: Span(start=pair[0], end=sum(pair)))


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


SPANS = some(SPAN)
STEP = st.builds(
    Step, stage=WORDS, rule=WORDS, field=MAYBE, value=MAYBE, spans=SPANS, score=st.none() | NUMBERS, loser=MAYBE
)
REPORT = st.builds(
    Report,
    id=WORDS,
    text=WORDS,
    path=MAYBE,
    publisher=MAYBE,
    credits=some(WORDS),
    dateline=st.none() | st.builds(Dateline, spans=SPANS, place=MAYBE, date=MAYBE),
    published=MAYBE,
    metadata_from=some(st.tuples(WORDS, WORDS)),
    blocks=some(st.builds(Block, kind=WORDS, span=SPAN)),
)
LINK = st.builds(
    SourceLink,
    spans=SPANS,
    entity=MAYBE,
    identification=MAYBE,
    count=st.none() | st.integers(0, 9) | WORDS,
    country=MAYBE,
    sectors=some(WORDS),
    anonymity=st.none() | st.builds(Anonymity, spans=SPANS, grounds=WORDS),
    resolves_to=SPANS,
    part_of=SPANS,
    why=some(STEP),
)
CLAIM = st.builds(
    Claim,
    id=WORDS,
    chain=some(LINK),
    content=SPANS,
    certainty_words=SPANS,
    events=some(WORDS),
    attribution=MAYBE,
    said_on=MAYBE,
    confidence=NUMBERS,
    why=some(STEP),
)
PLACE = st.builds(Place, spans=SPANS, geonames_id=st.none() | st.integers(), name=MAYBE, latitude=st.none() | NUMBERS)
TIME = st.builds(Time, spans=SPANS, type=WORDS, value=MAYBE)
PARTICIPANT = st.builds(Participant, spans=SPANS, entity=MAYBE, sectors=some(WORDS))
EVENT = st.builds(
    Event,
    id=WORDS,
    trigger=SPANS,
    type=WORDS,
    actors=some(PARTICIPANT),
    place=st.none() | PLACE,
    time=st.none() | TIME,
    quantities=some(st.integers(0, 9)),
    inherited=some(WORDS),
)
RECORD = st.builds(
    Record,
    report=REPORT,
    sentences=some(st.builds(Sentence, span=SPAN, words=SPANS, paragraph=st.integers(0, 9))),
    entities=some(st.builds(Entity, id=WORDS, name=WORDS, kind=WORDS, sectors=some(WORDS))),
    mentions=some(st.builds(Mention, spans=SPANS, kind=WORDS, form=st.sampled_from(("name", "pronoun")))),
    attributions=some(st.builds(Attribution, id=WORDS, source=SPANS, cue=SPANS, content=SPANS, why=some(STEP))),
    events=some(EVENT),
    places=some(PLACE),
    times=some(TIME),
    quantities=some(st.builds(Quantity, spans=SPANS, value=st.none() | NUMBERS, cumulative=st.none() | st.booleans())),
    claims=some(CLAIM),
    made_by=WORDS,
)


@settings(max_examples=60, deadline=None)
@given(RECORD)
def test_a_record_read_back_from_json_gives_the_same_json(record):
    data = to_dict(record)
    assert to_dict(from_dict(json.loads(json.dumps(data)))) == data


SPAN_1 = (Span(start=0, end=6),)
FULL = Record(
    report=Report(id="a", text="Ankara denied it.", dateline=Dateline(spans=SPAN_1)),
    sentences=(Sentence(span=Span(start=0, end=17), words=SPAN_1, paragraph=3),),
    entities=(Entity(id="e1", name="Ankara", kind="place"),),
    mentions=(Mention(spans=SPAN_1, kind="place"),),
    attributions=(Attribution(id="a1", source=SPAN_1, cue=SPAN_1, content=SPAN_1, kind="indirect"),),
    events=(Event(id="v1", trigger=SPAN_1, type="X", actors=(Participant(spans=SPAN_1),)),),
    places=(Place(spans=SPAN_1),),
    times=(Time(spans=SPAN_1, type="DATE"),),
    quantities=(Quantity(spans=SPAN_1),),
    claims=(
        Claim(
            id="c1",
            chain=(
                SourceLink(),
                SourceLink(spans=SPAN_1, anonymity=Anonymity(spans=SPAN_1, grounds="safety"), resolves_to=SPAN_1),
            ),
            content=SPAN_1,
        ),
    ),
)

KEYS = {
    "report": "id path url title publisher byline credits dateline published published_from language text"
    " metadata_from blocks",
    "entities": "id name kind country sectors role role_status",
    "mentions": "spans kind entity form",
    "attributions": "id source cue content kind parent confidence why",
    "events": "id trigger type mode contexts quad actors recipients place time quantities polarity certainty status"
    " inherited confidence why vector",
    "places": "spans geonames_id name country latitude longitude precision",
    "times": "spans type value anchor",
    "quantities": "spans value low high bound measure of cumulative",
    "claims": "id chain content stance polarity certainty certainty_words status events attribution said_on"
    " confidence why",
}

LINK_KEYS = "spans entity identification count country sectors role role_status relation anonymity resolves_to part_of"


@pytest.mark.parametrize("key", KEYS)
def test_the_keys_are_those_of_the_contract(key):
    data = to_dict(FULL)[key]
    assert set(data[0] if isinstance(data, list) else data) == set(KEYS[key].split())


def test_a_links_keys_are_those_of_the_contract_and_spans_are_pairs():
    data = to_dict(FULL)
    narrator, source = data["claims"][0]["chain"]
    assert set(source) == set(LINK_KEYS.split())
    assert source["resolves_to"] == {"spans": [[0, 6]]}
    assert source["anonymity"] == {"spans": [[0, 6]], "grounds": "safety"}
    assert narrator["spans"] == []
    assert narrator["resolves_to"] is None
    assert data["sentences"] == [[0, 17]]
    assert list(data) == ["schema", "report", "sentences", *list(KEYS)[1:], "made_by"]


def test_the_extensions_keys_may_be_absent():
    data = to_dict(FULL)
    for key in ("metadata_from", "blocks"):
        del data["report"][key]
    del data["made_by"], data["mentions"][0]["form"], data["attributions"][0]["why"], data["events"][0]["why"]
    del data["claims"][0]["chain"][1]["part_of"]
    assert from_dict(data).mentions[0].form == "name"


@pytest.mark.parametrize(
    ("way", "value", "message"),
    [
        (("claims", 0, "content"), [[3, 3]], "record.claims[0].content: found [3, 3], expected [start, end] with"),
        (("claims", 0, "chain"), None, "record.claims[0].chain: found None, expected a list"),
        (("claims", 0, "confidence"), True, "record.claims[0].confidence: found True, expected a number"),
        (("report", "text"), 5, "record.report.text: found 5, expected words"),
        (("times", 0), "now", "record.times[0]: found 'now', expected an object"),
        (("sentences",), [["0", "3"]], "record.sentences: found '0', expected a whole number"),
    ],
)
def test_what_is_not_as_the_contract_says_is_told_with_its_place(way, value, message):
    data = to_dict(FULL)
    *parents, last = way
    node = data
    for step in parents:
        node = node[step]
    node[last] = value
    with pytest.raises(BadRecord) as raised:
        from_dict(data)
    assert message in str(raised.value)


def test_a_missing_key_is_told():
    data = to_dict(FULL)
    del data["claims"][0]["stance"]
    with pytest.raises(BadRecord, match=r"record.claims\[0\]: found no key 'stance'"):
        from_dict(data)
