"""The word lists of claims: what is asked before a search never hides what the search would find."""

from __future__ import annotations

import pytest

from according.claims.lexicon import listed, table
from according.claims.stances import forms, words_of_stances
from according.world.lookup import letter_runs

LISTS = [
    (name, section, key, entry)
    for name in ("certainty", "statuses")
    for section, lists in table(name).items()
    for key, entries in lists.items()
    if isinstance(entries, list)
    for entry in entries
]


@pytest.mark.parametrize(("name", "section", "key", "entry"), LISTS)
def test_a_passage_that_holds_an_entry_may_hold_it(name, section, key, entry):
    words = listed(name, section, key)
    passage = f"It was {entry} then." if entry[:2] not in ("n't", "n’t", "n'", "n’") else f"They had{entry} come."
    assert words.pattern.search(passage)
    assert words.may_stand(letter_runs(passage))


def test_every_form_of_a_stances_words_may_stand():
    entries = [
        entry
        for kind in ("phrases", "verbs", "nouns")
        for of in table("stances")[kind].values()
        for entry in forms(kind, of)
    ]
    for entry in entries:
        found = [words for _, words, _ in words_of_stances() if words.pattern.fullmatch(entry)]
        assert found
        assert all(words.may_stand(letter_runs(entry)) for words in found)
