"""Whom a source's words mean: golden cases, and what must hold of any answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.attribution.references import refer, resolve
from golden_cases import cases
from marked_text import marked, span_of


@pytest.mark.parametrize("case", cases("attribution/references*.toml"))
def test_a_source_goes_back_to_what_its_words_mean(case):
    report, segmentation, tags = marked(case["text"])
    sources = tuple((span_of(report.text, words),) for words in case["sources"])
    answers = refer(report, segmentation, tags, sources)
    text = report.text
    found = [" ".join(text[span.start : span.end] for span in answer.resolves_to) for answer in answers]
    assert found == case["means"]
    if "part_of" in case:
        assert [" ".join(text[span.start : span.end] for span in answer.part_of) for answer in answers] == case[
            "part_of"
        ]


def test_no_sources_have_no_references():
    assert resolve(*marked(["It rained/VERB:root ."]), ()) == ()


def test_a_source_without_words_has_no_reference():
    assert resolve(*marked(["It rained/VERB:root ."]), ((),)) == ((),)


WORDS = st.sampled_from(
    ["[Anna Berg]person:nsubj", "he/PRON:nsubj", "they/PRON:nsubj", "the officials/person:nsubj", "said/VERB:root",
     "[Delta Air]organisation:obl", "it/PRON:obj", "the company/organisation:obl", "“", "”", "¶",
     "one of them/PRON:nmod"]
)  # fmt: skip


@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5))
def test_an_answer_stands_before_its_source_and_never_on_it(sentences):
    report, segmentation, tags = marked([sentence + " ." for sentence in sentences])
    sources = tuple((tags.words[word],) for word, label in enumerate(tags.deprel) if label == "nsubj")
    answers = resolve(report, segmentation, tags, sources)
    assert len(answers) == len(sources)
    for source, answer in zip(sources, answers, strict=True):
        assert all(span.end <= source[0].start for span in answer)


def test_reading_twice_gives_the_same_answers():
    made = marked(["[Anna Berg]person:nsubj>left left/VERB:root .", "She/PRON:nsubj>said said/VERB:root so ."])
    sources = ((span_of(made[0].text, "She"),),)
    assert refer(*made, sources) == refer(*made, sources)
