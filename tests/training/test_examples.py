"""Our own examples of attribution load, and hold what the tagger is to learn from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from according.errors import TrainingError
from according.training import own_examples

EXAMPLES = own_examples.load()
EDGES = " \n\t"


def _inside(inner: dict[str, Any], outer: dict[str, Any]) -> bool:
    """Whether the whole of `inner` lies in `outer`'s content."""
    return inner is not outer and all(
        any(left <= start and end <= right for left, right in outer["content"])
        for part in inner.values()
        for start, end in part
    )


def test_there_are_at_least_four_hundred_examples() -> None:
    assert len(EXAMPLES) >= 400


def test_no_text_is_there_twice() -> None:
    texts = [example["text"] for example in EXAMPLES]
    assert len(set(texts)) == len(texts)


def test_at_least_a_hundred_examples_nest() -> None:
    nested = [e for e in EXAMPLES if any(_inside(i, o) for i in e["attributions"] for o in e["attributions"])]
    assert len(nested) >= 100


def test_at_least_thirty_examples_hold_no_attribution() -> None:
    assert sum(not example["attributions"] for example in EXAMPLES) >= 30


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_parts_begin_and_end_with_a_character_of_their_own(example: dict[str, Any]) -> None:
    for attribution in example["attributions"]:
        assert len(attribution["cue"]) == 1
        assert len(attribution["source"]) <= 1
        assert attribution["content"]
        for part in attribution.values():
            for start, end in part:
                words = example["text"][start:end]
                assert words
                assert words == words.strip(EDGES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_a_cue_belongs_to_one_relation_and_meets_no_part_of_it(example: dict[str, Any]) -> None:
    cues = [tuple(attribution["cue"][0]) for attribution in example["attributions"]]
    assert len(set(cues)) == len(cues)
    for attribution in example["attributions"]:
        ((start, end),) = attribution["cue"]
        assert all(right <= start or end <= left for left, right in attribution["source"] + attribution["content"])


def _relation(**parts: Any) -> dict[str, Any]:
    return {"text": "He said he said so.", "relations": [parts]}


def test_ambiguous_words_are_refused_with_what_to_write() -> None:
    with pytest.raises(TrainingError, match=r"example-7: 'said' stands 2 times(.|\n)*'said#1'"):
        own_examples.read("example-7", _relation(cue="said", content="so"))


def test_words_that_the_text_does_not_hold_are_refused() -> None:
    with pytest.raises(TrainingError, match="'claimed' was not found"):
        own_examples.read("example-7", _relation(cue="claimed", content="so"))


def test_a_number_beyond_the_last_occurrence_is_refused() -> None:
    with pytest.raises(TrainingError, match="'said#3' was not found"):
        own_examples.read("example-7", _relation(cue="said#3", content="so"))


def test_the_number_chooses_the_occurrence() -> None:
    example = own_examples.read("example-7", _relation(source="he", cue="said#2", content="so"))
    assert example["attributions"] == [{"source": [[8, 10]], "cue": [[11, 15]], "content": [[16, 18]]}]


def test_relations_that_cross_are_refused() -> None:
    table = {
        "text": "He said they claimed it rained.",
        "relations": [
            {"source": "He", "cue": "said", "content": "they claimed it"},
            {"source": "they", "cue": "claimed", "content": "it rained"},
        ],
    }
    with pytest.raises(TrainingError, match="half inside"):
        own_examples.read("example-7", table)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no examples"):
        own_examples.load(tmp_path)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("[[example", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"broken\.toml"):
        own_examples.load(tmp_path)
