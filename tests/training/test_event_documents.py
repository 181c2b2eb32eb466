"""Corpora of events and of certainty as documents and as examples. Needs the extra [training]."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs PyTorch: pip install 'according[training]'")

from according.errors import TrainingError
from according.tagging.labels import EVENT_STATUSES, EVENTS, MODES, NAMES, NOUNS, UPOS
from according.training import event_examples, name_examples
from according.training.documents import Act, document, named
from according.training.event_documents import (
    MOST_TOGETHER,
    add_silence,
    lines,
    marked,
    moved,
    paired,
    scored,
    silent_words,
    together,
)
from according.training.mixture import WITHOUT_LICENCE, Recipe, both_known, collect_events, events_of
from according.vocabulary import CERTAINTIES

LINE = "{a1 Rebels} {e1:RETREAT/release:planned:not:possible freed} {r1 two monks}."
ROWS = [event_examples.read(f"new-{n}", LINE.replace("two", f"{n}")) for n in range(40)]


def plain(text: str):
    return document({"id": "new", "corpus": "test", "text": text}, None)


def texts(made, words) -> list[str]:
    return [made.words.texts[word] for word in words]


def test_sentences_put_together_lose_nothing_and_are_the_same_each_time():
    found = list(together(ROWS))
    assert found == list(together(ROWS))
    assert {sum(row["text"] in one["text"] for one in found) for row in ROWS} == {1}
    assert sum(len(row["events"]) for row in found) == len(ROWS)
    assert {len(row["events"]) for row in found} <= set(range(1, MOST_TOGETHER + 1))
    assert len(found) < len(ROWS)


def test_marks_move_with_their_sentence():
    for row in together(ROWS):
        for event in row["events"]:
            assert row["text"][slice(*event["trigger"])] == "freed"
            assert [row["text"][slice(*span)] for span in event["actors"]] == ["Rebels"]
            assert all(row["text"][slice(*span)].endswith("monks") for span in event["recipients"])


def test_moving_an_event_leaves_the_given_one_alone():
    event = ROWS[0]["events"][0]
    before = event["trigger"][:]
    assert moved(event, 5)["trigger"] == [before[0] + 5, before[1] + 5]
    assert event["trigger"] == before


def test_a_marked_document_says_of_every_word_what_it_names():
    made = marked(ROWS)
    assert sum(len(one.acts) for one in made) == len(ROWS)
    for one in made:
        assert [act.word for act in one.acts] == np.flatnonzero(one.types).tolist()
        for act in one.acts:
            assert (EVENTS[act.type], MODES[act.mode]) == ("RETREAT", "RETREAT/release")
            assert (EVENT_STATUSES[act.status], act.negative) == ("planned", True)
            assert CERTAINTIES[act.certainty] == "possible"
            assert texts(one, act.actors) == ["Rebels"]
            assert texts(one, act.recipients)[-1] == "monks"


def test_a_pair_has_its_words_and_a_folded_type_and_no_trigger():
    row = {"id": "new", "text": "Kordon gave in to Halvia.", "actor": [0, 6], "recipient": [18, 24], "type": "YIELD"}
    (made,) = paired([row], frozenset({"to", "in"}))
    (pair,) = made.pairs
    assert (EVENTS[pair.type], texts(made, pair.actors), texts(made, pair.recipients)) == (
        "RETREAT",
        ["Kordon"],
        ["Halvia"],
    )
    assert not made.acts
    silent = [word for word, kind in zip(made.words.texts, made.types, strict=True) if kind == 0]
    assert silent == ["in", "to", "."]


def test_a_party_that_is_not_given_has_no_words():
    (made,) = paired([{"id": "new", "text": "Kordon gave in.", "actor": [0, 6], "recipient": None, "type": "CONCEDE"}])
    assert made.pairs[0].recipients == ()


def test_scores_stand_at_their_words_where_sentences_are_joined():
    sentences = [f"Rebels freed {number} monks." for number in ("two", "three", "four", "five", "six")]
    rows = [
        {"id": "new", "text": text, "span": span, "score": score}
        for number, text in enumerate(sentences)
        for span, score in (([7, 12], float(number)), ([0, 6], -1.0))
    ]
    made = scored(rows)
    assert [one.text.count("\n") + 1 for one in made] == [3, 1, 1]
    found = [(word, score) for one in made for word, score in zip(one.words.texts, one.scores, strict=True)]
    assert [score for word, score in found if word == "freed"] == [0, 1, 2, 3, 4]
    assert all(score == -1 for word, score in found if word == "Rebels")
    assert all(np.isnan(score) for word, score in found if word not in ("freed", "Rebels"))


def test_only_words_whose_part_of_speech_never_names_an_event_are_silent():
    made = plain("Rebels freed monks near Kordon.")
    made.upos[:] = [UPOS.index(name) for name in ["NOUN", "VERB", "NOUN", "ADP", "PROPN", "PUNCT"]]
    made.upos[5] = -1
    add_silence([made])
    assert made.types.tolist() == [-1, -1, -1, 0, 0, -1]


def test_a_word_is_silent_everywhere_if_it_is_often_seen_and_hardly_ever_names():
    made = plain("the march " * 30 + "rarely")
    made.upos[:] = UPOS.index("DET")
    made.upos[3] = UPOS.index("NOUN")
    assert silent_words([made]) == {"the"}


def test_a_window_holds_its_own_events_in_its_own_numbers():
    made = plain("Rebels freed monks. Troops fled.")
    act = Act(word=1, type=7, mode=0, status=0, negative=False, certainty=0, actors=(0,), recipients=(2,))
    late = Act(word=5, type=7, mode=0, status=0, negative=True, certainty=1, actors=(4, 0), recipients=())
    made.acts = [act, late]
    whole, second = events_of(made, 0, 7), events_of(made, 4, 7)
    assert whole["acts"][:, 0].tolist() == [1, 5]
    assert second["acts"].tolist() == [[1, 7, 0, 0, 1, 1]]
    assert second["act_parties"].tolist() == [[[1, 0, 0], [0, 0, 0]]]
    assert whole["pairs"].tolist() == [7]
    assert second["pairs"].tolist() == []
    assert events_of(made, 2, 4)["acts"].shape == (0, 6)


def test_only_plover_events_with_both_parties_are_pairs():
    def act(kind: str, actors=(0,), recipients=(1,)) -> Act:
        number = EVENTS.index(kind)
        return Act(
            word=2, type=number, mode=0, status=0, negative=False, certainty=0, actors=actors, recipients=recipients
        )

    acts = [act("ASSAULT"), act("CONCEDE"), act("AID", actors=()), act("AID", recipients=()), act("LEGAL")]
    assert [EVENTS[pair.type] for pair in both_known(acts)] == ["ASSAULT", "RETREAT"]


def test_a_marked_name_is_a_label_of_words_and_a_description_of_its_noun():
    made = named(name_examples.read("new-1", "{organisation Free Army} men lost a {vehicle grey pickup}."))
    assert [NAMES[label] for label in made.names[:3]] == ["B-organisation", "I-organisation", "O"]
    assert {made.words.texts[word]: NOUNS[made.nouns[word]] for word in np.flatnonzero(made.nouns > 0)} == {
        "pickup": "vehicle"
    }


def test_the_open_recipe_reads_no_corpus_without_licence(tmp_path):
    open_recipe = Recipe(data=tmp_path / "train", leave_out=(*WITHOUT_LICENCE, "uds"))
    assert set(collect_events(open_recipe, "dev", {})) == set()
    with pytest.raises(TrainingError, match="plv_dev"):
        collect_events(Recipe(data=tmp_path / "train", leave_out=("uds",)), "dev", {})


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    with pytest.raises(TrainingError, match="plv_train"):
        list(lines(tmp_path / "plv_train.jsonl"))
