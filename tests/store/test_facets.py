"""Claims as columns: counted, searched and sorted as the ledger's own queries find them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.store import ClaimFilter, Ledger
from according.store.facets import FACETS, SORTS, Index, Wanted
from store.example_records import depot_record, plain_record
from store.raid_record import raid_record


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "test.db", create=True) as made:
        made.add(depot_record())
        made.add(raid_record())
        yield made


def names(index, wanted):
    return [row.name for row in index.rows(index.find(wanted).numbers)]


@pytest.mark.parametrize(
    ("chosen", "same"),
    [
        ({"stance": ("denied",)}, ClaimFilter(stance="denied")),
        ({"naming": ("named",)}, ClaimFilter(named=True)),
        ({"naming": ("unnamed", "role-only", "nobody")}, ClaimFilter(named=False)),
        ({"country": ("TUR",)}, ClaimFilter(country="TUR")),
        ({"country": ("tur",)}, ClaimFilter(country="TUR")),
        ({"event": ("ASSAULT",)}, ClaimFilter(event="ASSAULT")),
        ({}, ClaimFilter()),
    ],
)
def test_what_is_chosen_is_what_the_ledger_finds(ledger, chosen, same):
    assert names(Index(ledger), Wanted(chosen=chosen, sort="read")) == [claim.name for claim in ledger.claims(same)]


@pytest.mark.parametrize("words", ["burning", "Reuters fire", '"', "AND", "nothing like it"])
def test_words_find_what_the_ledgers_search_finds(ledger, words):
    expected = [claim.name for claim in ledger.claims(ClaimFilter(words=words))]
    assert names(Index(ledger), Wanted(words=words, sort="read")) == expected


@pytest.mark.parametrize("facet", FACETS)
def test_a_count_is_how_many_claims_choosing_the_value_finds(ledger, facet):
    index = Index(ledger)
    for value, count in index.find(Wanted()).facets[facet]:
        assert index.find(Wanted(chosen={facet: (value,)})).total == count


def test_a_facets_own_choice_leaves_its_other_values_to_be_chosen(ledger):
    index = Index(ledger)
    free, chosen = index.find(Wanted()), index.find(Wanted(chosen={"stance": ("denied",)}))
    assert chosen.facets["stance"] == free.facets["stance"]
    assert sum(count for _, count in chosen.facets["naming"]) == chosen.total


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS), "nonsense"])
def test_every_order_holds_every_claim_once(ledger, sort):
    index = Index(ledger)
    assert sorted(names(index, Wanted(sort=sort))) == sorted(claim.name for claim in ledger.claims())


def test_days_are_kept_to_and_the_undated_come_last_or_are_left_out(ledger):
    ledger.add(plain_record("Nothing happened.\n"))
    index = Index(ledger)
    assert names(index, Wanted())[-1] == names(index, Wanted(sort="date"))[-1]
    assert all(row.published[:10] <= "2024-05-03" for row in index.rows(index.find(Wanted(until="2024-05-03")).numbers))
    assert index.find(Wanted(until="2024-05-03", since="2024-05-03")).total == 4


def test_what_is_added_is_found_and_what_is_superseded_is_not(ledger):
    index = Index(ledger)
    before = index.find(Wanted()).total
    assert index.find(Wanted(words="quarry")).total == 0
    ledger.add(plain_record("A quarry closed.\n", path="quarry.txt", publisher="Bay Daily"))
    assert index.find(Wanted()).total == before + 1
    assert index.find(Wanted(words="quarry")).total == 1
    ledger.add(plain_record("A quarry opened.\n", path="quarry.txt", publisher="Bay Daily"))
    assert [row.content for row in index.rows(index.find(Wanted(words="quarry")).numbers)] == ["A quarry opened."]
    record = plain_record("A quarry opened.\n", path="quarry.txt", publisher="Bay Daily", made_by="according 2")
    ledger.add(replace(record, claims=()))
    assert index.find(Wanted()).total == before


def test_a_row_shows_what_the_ledgers_claim_does(ledger):
    index = Index(ledger)
    kept = {claim.name: claim for claim in ledger.claims()}
    for row in index.rows(index.find(Wanted()).numbers):
        claim = kept[row.name]
        assert row.content == claim.content
        assert tuple(link.name for link in row.chain) == claim.sources[: len(row.chain)]
        assert (row.stance, row.certainty) == (claim.claim.stance, claim.claim.certainty)


def test_an_empty_ledger_has_no_claims(tmp_path):
    with Ledger.open(tmp_path / "empty.db", create=True) as made:
        found = Index(made).find(Wanted(chosen={"stance": ("denied",)}, words="x", since="2024-01-01"))
        assert (found.total, list(found.numbers)) == (0, [])
