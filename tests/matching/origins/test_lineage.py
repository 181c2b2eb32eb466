from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.errors import BadRecord
from according.matching.origins import Lineage, keys, kinship, lineage
from according.matching.origins.lineages import FORMAT, day_of
from according.matching.origins.publishers import agency, credits_of, family, host
from according.matching.origins.wording import Wording
from according.matching.origins.words import folded, numbered
from according.records import Record, Report
from matching.origins.lineages import CASES, lineage_of, record_of

WORDS = st.lists(
    st.sampled_from(["port", "ferry", "said", "mayor", "rain", "drowned", "the", "of", "storm"]), max_size=60
)


def report_of(text: str, **known: object) -> Record:
    return Record(report=Report(id="0" * 64, text=text, **known))


@pytest.mark.parametrize("name", sorted(CASES["texts"]))
def test_a_lineage_read_back_from_its_bytes_compares_alike(name):
    once = lineage_of(name)
    again = Lineage.from_bytes(once.to_bytes())
    assert again.to_bytes() == once.to_bytes()
    assert keys(again) == keys(once)
    for other in map(lineage_of, CASES["texts"]):
        assert kinship(again, other) == kinship(once, other)


@pytest.mark.parametrize("name", sorted(CASES["texts"]))
def test_a_lineage_is_small_and_has_a_few_dozen_keys(name):
    assert len(lineage_of(name).to_bytes()) < 6_000
    assert 1 < len(keys(lineage_of(name))) < 50


def test_a_lineage_does_not_grow_with_a_report_that_never_ends():
    assert len(lineage(report_of("The river rose again. " * 20_000)).to_bytes()) < 12_000


@pytest.mark.parametrize("data", [b"", b"nonsense", bytes([FORMAT]), bytes([FORMAT + 1]) + b"\0" * 40])
def test_bytes_that_are_no_lineage_are_told(data):
    with pytest.raises(BadRecord, match="Make the profile again"):
        Lineage.from_bytes(data)


@given(WORDS, WORDS)
def test_kinship_is_the_same_both_ways_and_never_fails(one, other):
    a, b = lineage(report_of(" ".join(one))), replace(lineage(report_of(" ".join(other))), report="1" * 64)
    assert kinship(a, b) == kinship(b, a)


@given(st.text(max_size=300))
def test_any_text_has_a_lineage(text):
    made = lineage(report_of(text))
    assert Lineage.from_bytes(made.to_bytes()).to_bytes() == made.to_bytes()
    assert kinship(made, made).kind in {"copy", "none"}


@given(st.lists(st.integers(0, 65_535), max_size=80))
def test_a_wording_has_a_run_for_each_place_but_the_last_four(numbers):
    made = Wording(numbers=numbered(map(str, numbers)))
    assert len(made.runs) == max(len(numbers) - 4, 0)


def test_lost_marks_and_other_spelling_change_no_word():
    once = "Syria’s Défense Ministry organised 1,300 U.N. aid-workers' tents"
    other = "Syrias Defence Ministry organized 1300 UN aid workers tents"
    assert folded(once) == folded(other)


@pytest.mark.parametrize("published", [None, "", "1970-01-01", "1970-01-01T00:00:00Z", "yesterday", "2016-13-40"])
def test_a_date_that_cannot_be_is_none(published):
    assert day_of(published) is None


def test_copies_are_found_without_dates_and_with_wrong_ones():
    once, edited = lineage_of("ferry"), lineage_of("ferry_edited")
    for day in (None, day_of("2099-01-01")):
        assert kinship(replace(once, day=day), edited).kind == "copy"


def test_two_retellings_years_apart_rest_on_two_statements():
    late = replace(lineage_of("quake_retold"), day=day_of("2023-08-17"))
    assert kinship(lineage_of("quake_institute"), late).kind == "none"


def test_who_is_told_something_has_written_the_text():
    assert credits_of(report_of("The mayor told Agence France-Presse that the pier had gone.")) == ("AFP",)
    assert credits_of(report_of("LIMA (Reuters) - A bus fell into a ravine.")) == ("Reuters",)
    assert credits_of(report_of("Reuters reported that a bus fell into a ravine.")) == ()


def test_an_agency_is_one_under_all_its_names():
    assert agency("Associated Press") == agency("AP") == agency("The Associated Press") == "AP"
    assert agency("Harbour Post") is None


def test_a_family_prints_at_many_addresses():
    one = report_of("A.", url="https://www.theguardian.com/world/1")
    other = report_of("B.", publisher="The Observer")
    assert family(one) == family(other) == "Guardian"
    assert family(report_of("C.")) is None


def test_an_archived_page_is_its_sites():
    assert host("http://web.archive.org/web/20160626/http://example.com/a") == host("https://www.example.com/b")


def test_standing_notes_are_no_words_of_a_report():
    with_note, without = record_of("council_note"), record_of("fire_note")
    assert not set(lineage(with_note).wording.runs) & set(lineage(without).wording.runs)
