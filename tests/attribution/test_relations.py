"""Decoding, on scores written by hand: what the model would have to say for this to be found."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from according.attribution.relations import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    OUT,
    Decoding,
    decode,
    keep,
)
from according.attribution.sequences import costs, likeliest, viterbi
from according.records import CueScores

LETTER = {"-": OUT, "Q": B_CUE, "q": I_CUE, "S": B_SOURCE, "s": I_SOURCE, "C": B_CONTENT, "c": I_CONTENT}


def cue(labels: str, probability: float = 0.9, first: int = 10, sure: float = 0.9) -> CueScores:
    """A cue whose likeliest labels are `labels`, a letter a word; a digit is a word that wavers between two."""
    rows = np.full((len(labels), 7), (1 - sure) / 6)
    for row, letter in zip(rows, labels, strict=True):
        row[LETTER[letter]] = sure
    return CueScores(
        anchor=first + labels.index("Q"), probability=probability, first=first, labels=np.log(rows).astype(np.float32)
    )


def found(labels: str, **settings):
    return decode([cue(labels)], Decoding(**settings))[0]


def test_source_cue_and_content_are_read():
    relation = found("SsQcc".replace("c", "C", 1))
    assert (relation.source, relation.cue, relation.content) == ((10, 11), (12, 12), ((13, 14),))


def test_a_content_on_both_sides_of_its_cue_is_two_pieces():
    assert found("CccSQCc").content == ((10, 12), (15, 16))


def test_an_attribution_without_a_source_is_kept():
    assert found("-QqCcc").source is None


def test_a_cue_without_content_is_no_attribution():
    assert found("SsQ----") is None


def test_of_two_sources_the_likelier_stays():
    labels = cue("Ss--SQCcc")
    labels.labels[4, B_SOURCE] = np.log(0.99)
    labels.labels[:2] = np.log(np.array([0.45, 0.01, 0.01, 0.26, 0.25, 0.01, 0.01]))
    assert decode([labels], Decoding())[0].source == (14, 14)


def test_a_word_that_wavers_does_not_cut_a_content_in_two():
    wavering = cue("SQCc-ccc")
    wavering.labels[4] = np.log(np.array([0.55, 0.01, 0.01, 0.01, 0.01, 0.01, 0.40]))
    assert decode([wavering], Decoding())[0].content == ((12, 17),)


def test_cue_words_stand_together_and_begin_at_the_anchor():
    assert found("QqSCQc".replace("Q", "q").replace("q", "Q", 1)).cue[0] == 10


def relation_at(labels: str, probability: float):
    return probability, decode([cue(labels, probability, first=0)], Decoding())[0]


def test_a_cue_inside_another_content_must_be_surer_than_others():
    outer = relation_at("SQCcccccc", 0.95)
    unsure, certain = relation_at("---SQCccc", 0.7), relation_at("---SQCccc", 0.9)
    assert len(keep([outer, unsure], Decoding(nested=0.8))) == 1
    assert len(keep([outer, certain], Decoding(nested=0.8))) == 2


def test_an_unsure_cue_does_not_swallow_a_sure_one():
    inner, outer = relation_at("---SQCccc", 0.95), relation_at("SQCcccccc", 0.6)
    assert [r.cue for r in keep([inner, outer], Decoding(nested=0.8))] == [(4, 4)]


def test_two_cues_of_the_same_words_become_one():
    assert len(keep([relation_at("SQqCcc", 0.9), relation_at("S-QCcc", 0.8)], Decoding())) == 1


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=4), st.integers(0, 2**32 - 1), st.floats(0, 6), st.floats(0, 2)
)
def test_what_is_left_out_of_the_search_makes_no_difference(lengths, seed, outside, piece):
    chance = np.random.default_rng(seed)
    scores = [chance.normal(size=(length, 7)) * 2 for length in lengths]
    for one in scores:
        one[:, OUT] += outside
    changes = costs(piece, 0.0)
    whole = [viterbi(one[None], changes)[0].tolist() for one in scores]
    assert [labels.tolist() for labels in likeliest(scores, changes)] == whole
