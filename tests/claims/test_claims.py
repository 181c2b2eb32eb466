from __future__ import annotations

import pytest

from according import Reader, Record, Report
from according.attribution import attribute
from according.claims import assemble
from according.claims.events_within import innermost, main_event, spoken
from according.pipeline import understand
from according.records import Attribution, Claim, Event, Grounded, Span, Tags
from according.segmenting import segment
from according.tagging import tag
from golden_cases import cases

META = {"why", "text", "published", "content", "words", "last", "undated", "names", "expect", "note"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("case", cases("claims/claims.toml"))
def test_a_claim_says_of_its_content(case, reader):
    text = case["text"]
    report = Report(id="0" * 64, text=text, published=case.get("published", "2024-05-16"))
    record = understand(report, reader.tagger, "test")
    start = text.index(case["content"])
    meant = Span(start=start, end=start + len(case["content"]))
    holding = [c for c in record.claims if c.content[0].start < meant.end and meant.start < c.content[-1].end]
    claim = max(holding, key=lambda c: len(c.chain) - (c.content[-1].end - c.content[0].start) / 10_000)
    expected = {key: value for key, value in case.items() if key not in META}
    assert {key: getattr(claim, key) for key in expected} == expected
    if "words" in case:
        assert case["words"] in [text[span.start : span.end] for span in claim.certainty_words]
    if "last" in case:
        link = claim.chain[-1].spans[0]
        assert text[link.start : link.end] == case["last"]
    if "names" in case:
        assert case["names"] == triggers_of(record, claim)
    if "undated" in case:
        assert claim.said_on is None
    decided = {step.field for step in claim.why}
    assert {"stance", "polarity", "certainty", "confidence"} <= decided
    assert claim.status == "current" or "status" in decided or "chain" in decided
    assert claim.said_on is None or "said_on" in decided


def triggers_of(record: Record, claim: Claim) -> list[str]:
    """The triggers of the events that a claim names, in its order."""
    by_id = {event.id: event for event in record.events}
    text = record.report.text
    return [" ".join(text[s.start : s.end] for s in by_id[name].trigger) for name in claim.events]


def tags_of(count: int, heads: tuple[int, ...]) -> Tags:
    import numpy as np

    return Tags(
        words=tuple(Span(start=2 * n, end=2 * n + 1) for n in range(count)),
        sentence_of=(0,) * count,
        upos=("VERB",) * count,
        head=heads,
        deprel=("dep",) * count,
        names=(),
        nouns=(None,) * count,
        cues=(),
        vectors=np.zeros((1, 384), np.float32),
    )


def attribution(name: str, first: int, last: int, parent: str | None = None) -> Attribution:
    content = (Span(start=2 * first, end=2 * last + 1),)
    return Attribution(id=name, source=(), cue=(Span(start=0, end=1),), content=content, kind="indirect", parent=parent)


def event(name: str, word: int, **known) -> Event:
    return Event(id=name, trigger=(Span(start=2 * word, end=2 * word + 1),), **({"type": "ASSAULT"} | known))


def test_an_event_belongs_to_the_innermost_source_alone():
    tags = tags_of(8, (-1, 0, 1, 2, 3, 4, 5, 6))
    told = innermost(
        [attribution("a1", 2, 7), attribution("a2", 4, 7, parent="a1")], tags, [event("v1", 3), event("v2", 6)]
    )
    assert told == {"a1": {"v1"}, "a2": {"v2"}}


def test_an_act_of_speech_belongs_to_the_claim_whose_cue_it_is():
    tags = tags_of(8, (-1, 0, 1, 2, 3, 4, 5, 6))
    denial, assault = event("v1", 0, type=None, mode="denial"), event("v2", 0)
    elsewhere = event("v3", 5, type=None, mode="statement")
    found = spoken([attribution("a1", 2, 7)], tags, [denial, assault, elsewhere])
    assert found == {"a1": {"v1"}}


def test_an_act_of_speech_need_share_but_a_word_with_the_cue():
    tags = tags_of(8, (-1, 0, 1, 2, 3, 4, 5, 6))
    claimed = Event(
        id="v1", trigger=(Span(start=0, end=1), Span(start=4, end=5)), type=None, mode="responsibility-claimed"
    )
    assert spoken([attribution("a1", 4, 7)], tags, [claimed]) == {"a1": {"v1"}}


def test_what_is_denied_is_never_told_by_the_outlet_as_well(reader):
    told = (
        "The navy said its boats were in port.\n\nGuyana's government denied that any of its vessels had fired. It said"
    )
    text = f'{told} its launches had been "in port, with their engines cold" at the time.'
    record = understand(Report(id="0" * 64, text=text, published="2024-05-16"), reader.tagger, "test")
    at = text.index("vessels had fired")
    telling = [c for c in record.claims if any(span.start <= at < span.end for span in c.content)]
    assert [c.stance for c in telling] == ["denied"]


def test_what_a_cue_does_leaves_the_status_of_its_claim_alone(reader):
    report = Report(id="0" * 64, text="Kenya denied that its soldiers crossed the border.", published="2024-05-16")
    segmentation = segment(report)
    tags = tag(report, segmentation, reader.tagger)
    attributed = attribute(report, segmentation, tags, reader.tagger.version)
    at = report.text.index("denied")
    planned = Event(id="v1", trigger=(Span(start=at, end=at + 6),), type=None, mode="denial", status="planned")
    (claim,) = assemble(report, segmentation, tags, attributed, Grounded(), (planned,))
    assert (claim.status, claim.events) == ("current", ("v1",))
    assert [(s.rule, s.value) for s in claim.why if s.field == "events"] == [
        ("events: the cue is an act of speech", "v1")
    ]


def test_a_claim_is_about_the_event_nearest_to_its_verb_and_acts_of_speech_come_last():
    tags = tags_of(5, (-1, 0, 1, 2, 3))
    deep, near = event("v1", 3), event("v2", 1)
    spoken = event("v3", 0, type=None, mode="statement")
    assert main_event([deep, near, spoken], [0], tags) is near
    assert main_event([spoken], [0], tags) is spoken
    assert main_event([], [0], tags) is None
