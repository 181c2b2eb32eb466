"""What the heads of events and certainty say, read from made-up scores."""

from __future__ import annotations

import numpy as np
import pytest

from according.tagging.acts import acts, judged, middle, pair
from according.tagging.encoder import WindowScores
from according.tagging.labels import EVENT_STATUSES, EVENTS, HAPPENED, MODES
from according.tagging.windows import Window
from according.vocabulary import CERTAINTIES

WORDS = 6


def scores(**given):
    """Scores of six words in two sentences of three, all flat but for what is given."""
    made = {
        "acts": np.zeros((WORDS, len(EVENTS)), np.float32),
        "modes": np.zeros((WORDS, len(MODES)), np.float32),
        "act_statuses": np.zeros((WORDS, len(EVENT_STATUSES)), np.float32),
        "actors": np.full((WORDS, WORDS), -4, np.float32),
        "recipients": np.full((WORDS, WORDS), -4, np.float32),
        "parties": np.zeros((WORDS, 32), np.float32),
        "happened": np.zeros((WORDS, len(HAPPENED) + 1 + len(CERTAINTIES)), np.float32),
    }
    made["acts"][:, 0] = 9
    return made | given


def window(first=0):
    zeros = np.zeros(WORDS, np.int64)
    return Window(first=first, pieces=zeros, features=zeros, starts=zeros, sentences=np.array([0, 0, 0, 1, 1, 1]))


def told(word, name):
    given = scores()
    given["acts"][word] = 0
    given["acts"][word, EVENTS.index(name)] = 9
    return given


def test_a_word_that_names_an_act_is_kept_with_its_sentence_alone():
    given = told(4, "AID")
    given["actors"][4, 3] = 4
    (act,) = acts([0, 0, 0, 1, 1, 1], [WindowScores(window=window(), scores=given)], [(0, WORDS)])
    assert (act.word, act.first, EVENTS[int(act.types.argmax())]) == (4, 3, "AID")
    assert len(act.actors) == 3
    assert act.actors[0] == pytest.approx(0.982, abs=0.001)
    assert act.types.sum() == pytest.approx(1, abs=1e-5)


def test_words_are_numbered_through_the_report_and_not_the_window():
    given = told(4, "AID")
    (act,) = acts([0] * 10 + [0, 0, 0, 1, 1, 1], [WindowScores(window=window(10), scores=given)], [(10, 16)])
    assert (act.word, act.first) == (14, 13)


def test_no_word_names_an_act_where_none_is_likely():
    assert acts([0] * WORDS, [WindowScores(window=window(), scores=scores())], [(0, WORDS)]) == ()


def test_a_pair_gets_the_type_of_the_word_whose_parties_they_are():
    given = told(1, "ASSAULT")
    given["acts"][4] = 0
    given["acts"][4, EVENTS.index("AID")] = 9
    given["actors"][1, 0] = given["recipients"][1, 2] = 4
    given["actors"][4, 2] = given["recipients"][4, 0] = 4
    there, back = pair(given, 20, [0], [2]), pair(given, 20, [2], [0])
    assert (EVENTS[1 + int(there.types.argmax())], there.word) == ("ASSAULT", 21)
    assert (EVENTS[1 + int(back.types.argmax())], back.word) == ("AID", 24)
    assert there.found > 0.9


def test_a_pair_that_nothing_joins_is_hardly_found():
    assert pair(scores(), 0, [0], [2]).found < 0.01


def test_parties_alone_can_tell_a_type():
    given = told(1, "ASSAULT")
    given["parties"][0, EVENTS.index("COERCE") - 1] = 20
    assert EVENTS[1 + int(pair(given, 0, [0], []).types.argmax())] == "COERCE"


@pytest.mark.parametrize(("at", "expected"), [(0, -3.0), (8, 0.0), (16, 3.0)])
def test_a_score_that_all_agree_on_is_that_score(at, expected):
    shares = np.zeros((1, len(HAPPENED)), np.float32)
    shares[0, at] = 1
    assert middle(shares)[0] == pytest.approx(expected, abs=0.1)


def test_a_score_never_leaves_the_scale():
    shares = np.random.default_rng(1).dirichlet(np.full(len(HAPPENED), 0.1), 200).astype(np.float32)
    found = middle(shares)
    assert found.shape == (200,)
    assert found.min() >= -3
    assert found.max() <= 3


def test_words_are_judged_in_order():
    given = scores()
    given["happened"][2, len(HAPPENED)] = 5
    given["happened"][3, len(HAPPENED) + 1 + CERTAINTIES.index("possible")] = 5
    found = judged(WORDS, [WindowScores(window=window(), scores=given)], [(0, WORDS)])
    assert found.scores.shape == (WORDS,)
    assert int(found.negative.argmax()) == 2
    assert CERTAINTIES[int(found.certainties[3].argmax())] == "possible"


def test_a_text_without_words_is_judged_without_an_error():
    found = judged(0, [], [])
    assert (len(found.scores), found.certainties.shape) == (0, (0, len(CERTAINTIES)))
