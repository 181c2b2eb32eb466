"""A source's record, and the grade that it proposes."""

from __future__ import annotations

import json

from according.matching.boards import track_record
from according.matching.boards.lines import track_to_dict
from according.records import Origin, Record, Relation
from matching.boards.made import at, by_id, claim, record, relation, source


def said(number: int, outlet: str, who: str, what: str, *, day: int = 1, **told: str) -> Record:
    text = f"{what} {number}, {who} said."
    return record(text, outlet, f"2031-03-{day:02}", claim(text, 1, source(text, who), f"{what} {number}", **told))


def borne_out(count: int, what: str = "restates", **told: str) -> tuple[list[Record], list[Relation]]:
    """`count` claims of Ruth Bako, each told later by Ivo Lem in a report of another origin."""
    records: list[Record] = []
    relations: list[Relation] = []
    for number in range(count):
        one = said(number, "Wire", "Ruth Bako", "The bridge is closed, gate")
        other = said(number, "Rival", "Ivo Lem", "The bridge cannot be crossed, gate", day=2, **told)
        records += [one, other]
        relations.append(relation(at(other, 1), at(one, 1), what))
    return records, relations


def test_few_claims_cannot_be_judged() -> None:
    records, relations = borne_out(4)
    (found,) = track_record("bako", by_id(*records), relations, ())
    assert (found.made, found.judged, found.reliability) == (4, 4, "F")
    assert "cannot be judged" in found.reasons[-1]
    assert [one.credibility for one in found.contents] == [2, 2, 2, 2]


def test_many_claims_that_are_borne_out_propose_a_good_letter_with_its_reasons() -> None:
    records, relations = borne_out(20)
    (found,) = track_record("Ruth Bako", by_id(*records), relations, ())
    assert found.reliability == "A"
    assert dict(found.fates)["matched"] == 20
    assert any("20 of 20" in reason for reason in found.reasons)


def test_many_claims_that_are_contradicted_propose_a_bad_letter() -> None:
    records, relations = borne_out(12, "contradicts")
    (found,) = track_record("Ruth Bako", by_id(*records), relations, ())
    assert found.reliability == "E"
    assert {one.credibility for one in found.contents} == {4}


def test_a_copy_bears_nothing_out() -> None:
    records, relations = borne_out(6)
    origins = [Origin(id="one", reports=tuple(one.report.id for one in records))]
    (found,) = track_record("Ruth Bako", by_id(*records), relations, origins)
    assert dict(found.fates)["matched"] == 0
    assert found.reliability == "F"


def test_an_outlet_in_its_own_words_bears_nothing_out() -> None:
    one = said(1, "Wire", "Ruth Bako", "The bridge is closed, gate")
    text = "The bridge is closed at gate 1."
    other = record(text, "Rival", "2031-03-02", claim(text, 1, None, text))
    (found,) = track_record("Ruth Bako", by_id(one, other), [relation(at(other, 1), at(one, 1), "restates")], ())
    assert found.contents[0].fates == ("open",)


def test_a_name_with_a_word_of_the_sources_own_bears_nothing_out() -> None:
    one = said(1, "Wire", "the Oyo Institute for Peace", "The bridge is closed, gate")
    other = said(1, "Rival", "the Institute", "The bridge cannot be crossed, gate", day=2)
    (found,) = track_record("Oyo", by_id(one, other), [relation(at(other, 1), at(one, 1), "restates")], ())
    assert found.contents[0].fates == ("open",)


def test_an_outlet_in_its_own_words_contradicts_nobody() -> None:
    one = said(1, "Wire", "Ruth Bako", "The bridge is closed, gate")
    text = "The bridge is open at gate 1."
    other = record(text, "Rival", "2031-03-02", claim(text, 1, None, text))
    (found,) = track_record("Ruth Bako", by_id(one, other), [relation(at(other, 1), at(one, 1), "contradicts")], ())
    assert found.contents[0].fates == ("open",)


def test_a_source_that_repeats_itself_bears_nothing_out_and_makes_one_claim() -> None:
    one = said(1, "Wire", "Ruth Bako", "The bridge is closed, gate")
    two = said(1, "Rival", "Ruth Bako", "The bridge has been closed, gate", day=2)
    (found,) = track_record("Ruth Bako", by_id(one, two), [relation(at(two, 1), at(one, 1), "restates")], ())
    assert (found.made, found.reports, found.contents[0].fates) == (1, 2, ("open",))


def test_a_denial_alone_counts_neither_way() -> None:
    records, relations = borne_out(8, "denies", stance="denied")
    (found,) = track_record("Ruth Bako", by_id(*records), relations, ())
    assert (dict(found.fates)["denied"], found.judged, found.reliability) == (8, 0, "F")
    assert {one.credibility for one in found.contents} == {6}


def test_a_correction_withdraws_what_it_corrects() -> None:
    one = said(1, "Wire", "Ruth Bako", "The bridge is closed, gate")
    two = said(1, "Wire", "Ruth Bako", "The bridge is open, gate", day=2)
    (found,) = track_record("Ruth Bako", by_id(one, two), [relation(at(two, 1), at(one, 1), "corrects")], ())
    assert [content.fates for content in found.contents] == [("withdrawn",), ("open",)]
    assert found.contents[0].credibility == 5


def test_what_a_source_only_demands_is_no_claim_of_its_record() -> None:
    one = said(1, "Wire", "Ruth Bako", "that the gate be opened, gate", stance="demanded")
    assert track_record("Ruth Bako", by_id(one), (), ()) == ()


def test_nobody_of_that_name_has_no_record() -> None:
    assert track_record("Nobody", by_id(said(1, "Wire", "Ruth Bako", "It rained, gate")), (), ()) == ()


def test_unnamed_sources_have_a_record_for_each_origin() -> None:
    records = []
    for number in range(2):
        text = f"It rained {number}, an official said."
        link = source(text, "an official", identification="unnamed")
        records.append(record(text, f"Outlet {number}", "2031-03-01", claim(text, 1, link, f"It rained {number}")))
    assert len(track_record("an official", by_id(*records), (), ())) == 2


def test_a_record_is_json() -> None:
    records, relations = borne_out(1)
    (found,) = track_record("Ruth Bako", by_id(*records), relations, ())
    line = json.loads(json.dumps(track_to_dict(found)))
    assert line["proposed"]["reliability"] == "F"
    assert line["contents"][0]["others"][0]["chain"] == ["Rival", "Ivo Lem"]
