from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.events import code, coded, extract
from according.events.merging import ASSAULT, MOBILIZE
from according.events.ontology import MODES, TYPES
from according.events.priors import rows
from according.events.syntax import Syntax
from according.records import (
    ActScores,
    Attributed,
    Attribution,
    Dateline,
    Entity,
    Event,
    Grounded,
    Mention,
    PairScores,
    Place,
    Report,
    Span,
    Tags,
    Time,
)  # fmt: skip
from according.tagging import labels
from marked_text import marked

NOTHING = Attributed(attributions=(), links={})
SENTENCE = "the rebels/person:nsubj>shelled shelled/VERB:root the port/place:obj>shelled"


def act(tags: Tags, text: str, word: str, kind: str, actors: dict[str, float] | None = None) -> ActScores:
    """What a head says of a word: sure of its type; of the parties only the words given, in order; 0.5 elsewhere."""
    forms = [text[span.start : span.end] for span in tags.words]
    at = forms.index(word)
    sentence = [n for n, number in enumerate(tags.sentence_of) if number == tags.sentence_of[at]]
    types = np.array([float(label == kind) for label in labels.EVENTS], np.float32)
    said = np.array([(actors or {}).get(forms[n], 0.5) for n in sentence], np.float32)
    said = said.copy()
    said[at - sentence[0]] = 1  # nobody asks whether the trigger is its own party; so the act itself is sure
    acted_on = np.full(len(sentence), 0.5, np.float32)
    acted_on[at - sentence[0]] = 1
    return ActScores(
        word=at, types=types, modes=np.eye(len(labels.MODES), dtype=np.float32)[0],
        statuses=np.full(5, 0.2, np.float32), first=sentence[0], actors=said,
        recipients=acted_on,
    )  # fmt: skip


def events(
    sentences: list[str], acts: list[tuple[str, str]], grounded: Grounded | None = None
) -> tuple[Report, tuple[Event, ...]]:
    report, segmentation, tags = marked(sentences)
    made = tuple(act(tags, report.text, word, kind) for word, kind in acts)
    return report, extract(report, segmentation, replace(tags, acts=made), NOTHING, grounded or Grounded())


def spans_of(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def words(report: Report, parties) -> list[str]:
    return [report.text[one.spans[0].start : one.spans[-1].end] for one in parties]


def test_the_labels_are_those_of_the_tagger():
    assert TYPES == labels.EVENTS
    assert MODES == labels.MODES
    assert (TYPES[MOBILIZE], TYPES[ASSAULT]) == ("MOBILIZE", "ASSAULT")


def test_a_report_without_acts_and_attributions_has_no_events():
    assert events([SENTENCE], [])[1] == ()


def test_a_trigger_that_is_rather_none_is_no_event():
    report, segmentation, tags = marked([SENTENCE])
    unsure = act(tags, report.text, "shelled", "ASSAULT")
    types = unsure.types * 0.4
    types[0] = 0.6
    assert extract(report, segmentation, replace(tags, acts=(replace(unsure, types=types),)), NOTHING, Grounded()) == ()


def test_syntax_alone_tells_who_did_it_to_whom():
    report, (event,) = events([SENTENCE], [("shelled", "ASSAULT")])
    assert (words(report, event.actors), words(report, event.recipients)) == (["the rebels"], ["the port"])


def test_a_head_that_is_sure_outvotes_the_syntax():
    report, segmentation, tags = marked(
        ["the port/place:nsubj>burned burned/VERB:root as the rebels/person:nsubj>fled fled/VERB:advcl>burned"]
    )
    known = act(tags, report.text, "burned", "ASSAULT", {"port": 0.02, "rebels": 0.99})
    (event,) = extract(report, segmentation, replace(tags, acts=(known,)), NOTHING, Grounded())
    assert "the rebels" in words(report, event.actors)


def test_every_event_says_why():
    _, (event,) = events([SENTENCE], [("shelled", "ASSAULT")])
    assert {step.field for step in event.why} >= {"type", "actors", "recipients"}
    assert {step.stage for step in event.why} == {"events"}


def test_a_party_has_the_country_and_sectors_of_its_entity():
    text = marked([SENTENCE])[0].text
    grounded = Grounded(
        mentions=(Mention(spans=spans_of(text, "the rebels"), kind="person", entity="e1", form="nominal"),),
        entities=(Entity(id="e1", name="the rebels", kind="person", country="SYR", sectors=("REB",)),),
    )
    _, (event,) = events([SENTENCE], [("shelled", "ASSAULT")], grounded)
    assert [(one.entity, one.country, one.sectors) for one in event.actors] == [("e1", "SYR", ("REB",))]


def test_a_pronoun_is_its_phrase_in_the_same_sentence():
    sentence = (
        "the rebels/person:nsubj>said said/VERB:root they/PRON:nsubj>shelled shelled/VERB:ccomp>said"
        " the port/place:obj>shelled"
    )
    text = marked([sentence])[0].text
    grounded = Grounded(
        mentions=(
            Mention(spans=spans_of(text, "the rebels"), kind="person", entity="e1", form="nominal"),
            Mention(spans=spans_of(text, "they"), kind="person", entity="e1", form="pronoun"),
        ),
        entities=(Entity(id="e1", name="the rebels", kind="person"),),
    )
    report, (event,) = events([sentence], [("shelled", "ASSAULT")], grounded)
    assert words(report, event.actors) == ["the rebels"]


def test_a_place_of_the_dateline_is_inherited():
    report, segmentation, tags = marked(["[Homs]place:root", SENTENCE])
    report = replace(report, dateline=Dateline(spans=spans_of(report.text, "Homs"), place="Homs"))
    grounded = Grounded(places=(Place(spans=spans_of(report.text, "Homs"), name="Homs", precision="town"),))
    tags = replace(tags, acts=(act(tags, report.text, "shelled", "ASSAULT"),))
    (event,) = extract(report, segmentation, tags, NOTHING, grounded)
    assert (event.place.name if event.place else None, event.inherited) == ("Homs", ("place",))


def test_what_was_done_long_before_the_report_is_background():
    sentence = SENTENCE + " in 2009/noun:obl>shelled"
    report, segmentation, tags = marked([sentence])
    grounded = Grounded(times=(Time(spans=spans_of(report.text, "2009"), type="DATE", value="2009"),))
    tags = replace(tags, acts=(act(tags, report.text, "shelled", "ASSAULT"),))
    report = replace(report, published="2024-05-15")
    (event,) = extract(report, segmentation, tags, NOTHING, grounded)
    assert (event.status, event.inherited) == ("background", ())


def test_a_source_that_speaks_makes_a_statement_and_the_narrator_none():
    report, segmentation, tags = marked(
        ["the minister/person:nsubj>said said/VERB:root it/PRON:nsubj>rained rained/VERB:ccomp>said"]
    )
    told = Attribution(
        id="a1", source=spans_of(report.text, "the minister"), cue=spans_of(report.text, "said"),
        content=spans_of(report.text, "it rained"), kind="indirect", confidence=0.9,
    )  # fmt: skip
    (event,) = extract(report, segmentation, tags, Attributed(attributions=(told,), links={"a1": ()}), Grounded())
    assert (event.type, event.mode, words(report, event.actors)) == (None, "statement", ["the minister"])
    nobody = replace(told, source=())
    assert extract(report, segmentation, tags, Attributed(attributions=(nobody,), links={}), Grounded()) == ()


def test_two_given_parties_get_the_act_that_has_them():
    report, _, tags = marked([SENTENCE])
    tags = replace(tags, acts=(act(tags, report.text, "shelled", "ASSAULT", {"rebels": 0.9}),))
    found = code(tags, (1,), (4,))
    assert (found.type, found.quad) == ("ASSAULT", "material conflict")
    assert found.confidence > 0.9


def test_two_parties_without_any_act_have_nothing_to_code():
    assert code(marked([SENTENCE])[2], (1,), (4,)).type is None


def test_the_answer_for_a_pair_is_the_likeliest_type_with_its_mode():
    types = np.zeros(16, np.float32)
    types[labels.EVENTS.index("RETREAT") - 1] = 0.8
    modes = np.zeros(len(labels.MODES), np.float32)
    modes[labels.MODES.index("RETREAT/release")] = 0.7
    modes[labels.MODES.index("ASSAULT/drone")] = 0.9
    found = coded(PairScores(types=types, word=0, modes=modes, found=1.0))
    assert (found.type, found.mode, found.quad) == ("RETREAT", "release", "material cooperation")


def test_the_counts_of_paths_are_counts():
    assert all(0 <= actors <= phrases >= recipients >= 0 for phrases, actors, recipients in rows().values())


RELATIONS = ("nsubj", "obj", "obl", "nmod", "conj", "xcomp", "ccomp", "acl", "acl:relcl", "advcl", "compound", "appos")


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(RELATIONS), st.sampled_from(("NOUN", "VERB", "PROPN"))),
        min_size=2,
        max_size=10,
    ),
    st.data(),
)
def test_any_parse_gives_parties_within_the_sentence(made, data):
    report, segmentation, tags = marked([" ".join(f"w{n}/noun:dep" for n in range(len(made))) + " end/VERB:root"])
    count = len(tags.words)
    heads = [head % n if n else -1 for n, (head, _, _) in enumerate([*made, (0, "dep", "VERB")])][:count]
    tags = replace(
        tags, head=tuple(heads), deprel=("root", *(relation for _, relation, _ in [*made[1:], (0, "obl", "")])),
        upos=(*(upos for _, _, upos in made), "VERB"),
    )  # fmt: skip
    word = data.draw(st.integers(0, count - 1))
    form = report.text[tags.words[word].start : tags.words[word].end]
    tags = replace(tags, acts=(act(tags, report.text, form, "ASSAULT"),))
    (event,) = extract(report, segmentation, tags, NOTHING, Grounded())
    for party in (*event.actors, *event.recipients):
        assert 0 <= party.spans[0].start < party.spans[-1].end <= len(report.text)
    assert Syntax(report, tags).phrase(word)[0] <= word


@pytest.mark.parametrize("polarity", ["positive", "negative"])
def test_not_makes_the_polarity(polarity):
    negation = "not/PART:advmod>shelled" if polarity == "negative" else "again/ADV:advmod>shelled"
    _, (event,) = events(
        [f"the rebels/person:nsubj>shelled {negation} shelled/VERB:root the port/place:obj>shelled"],
        [("shelled", "ASSAULT")],
    )
    assert event.polarity == polarity
