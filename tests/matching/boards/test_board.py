"""A story's board, from records and decisions made by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.matching.boards import board, changes, summary
from according.matching.boards.lines import to_dict
from according.records import Origin, Record, SourceLink, Step
from matching.boards.made import at, by_id, claim, count, record, relation, source, story

WIRE = (
    "At least 12 men were killed at the quarry, the mayor of Oyo said. The blast possibly came from a truck, said"
    " Ada Bello. Bello Mines denied that its truck was there."
)
COPY = "At least 12 men were killed at the quarry, the mayor of Oyo said. The blast came from a truck, said Bello."
LATER = "Nineteen men were killed at the quarry, the mayor of Oyo said. Nine were killed, the union said."


def mayor(text: str) -> SourceLink:
    return source(text, "the mayor of Oyo", identification="role-only", country="NGA", role="mayor of Oyo")


def wire() -> Record:
    killed = count(WIRE, "At least 12", 12, None)
    return record(
        WIRE,
        "Delta Wire",
        "2031-03-01",
        claim(WIRE, 1, mayor(WIRE), "At least 12 men were killed at the quarry"),
        claim(
            WIRE, 2, source(WIRE, "Ada Bello"), "The blast possibly came from a truck",
            stance="possible", certainty="possible", certainty_words=(claim(WIRE, 9, None, "possibly").content),
        ),
        claim(
            WIRE, 3, source(WIRE, "Bello Mines", identification="institution"), "that its truck was there",
            stance="denied", polarity="negative",
        ),
        quantities=(killed,),
    )  # fmt: skip


def copy() -> Record:
    return record(
        COPY,
        "Lagos Page",
        "2031-03-02",
        claim(COPY, 1, mayor(COPY), "At least 12 men were killed at the quarry"),
        claim(COPY, 2, source(COPY, "Bello"), "The blast came from a truck"),
        quantities=(count(COPY, "At least 12", 12, None),),
    )


def later() -> Record:
    return record(
        LATER,
        "Benin Post",
        "2031-03-03",
        claim(LATER, 1, mayor(LATER), "Nineteen men were killed at the quarry"),
        claim(LATER, 2, source(LATER, "the union", identification="institution"), "Nine were killed"),
        quantities=(count(LATER, "Nineteen", 19, 19), count(LATER, "Nine ", 9, 9)),
    )


@pytest.fixture
def told() -> tuple[Any, ...]:
    one, two, three = wire(), copy(), later()
    relations = (
        relation(at(two, 1), at(one, 1), "identical"),
        relation(at(two, 2), at(one, 2), "restates", hedge_loss=True),
        relation(at(one, 3), at(two, 2), "denies"),
        relation(at(three, 1), at(one, 1), "updates"),
        relation(at(three, 2), at(three, 1), "contradicts"),
    )
    steps = (
        Step(stage="matching", rule="copy", field="origin", value=f"{two.report.id[:8]} {one.report.id[:8]}"),
        Step(stage="matching", rule="contained", field="origin", value="90% of the shorter stands in the longer"),
    )
    origins = (Origin(id="o1", reports=(one.report.id, two.report.id), reasons=steps),)
    return story(one, two, three), by_id(one, two, three), relations, origins


def rows(told: tuple[Any, ...], stand: str) -> dict[str, Any]:
    return {row.voice.name: row for row in board(*told).sayings if row.stand == stand}


def test_a_voice_is_one_row_however_often_it_is_heard(told: tuple[Any, ...]) -> None:
    row = rows(told, "asserted")["the mayor of Oyo"]
    assert (row.reports, row.origins) == (3, 2)
    assert (row.first.outlet, row.first.published) == ("Delta Wire", "2031-03-01")
    assert row.voice.country == "NGA"


def test_a_content_that_is_told_again_is_shown_in_the_words_it_first_had(told: tuple[Any, ...]) -> None:
    words = [wording.words for wording in rows(told, "asserted")["the mayor of Oyo"].wordings]
    assert words == ["At least 12 men were killed at the quarry", "Nineteen men were killed at the quarry"]


def test_a_surname_is_the_full_name_that_ends_in_it(told: tuple[Any, ...]) -> None:
    assert "Bello" not in {row.voice.name for row in board(*told).sayings}
    assert rows(told, "hedged")["Ada Bello"].first.hedges == "possibly"
    assert rows(told, "asserted")["Ada Bello"].first.outlet == "Lagos Page"


def test_a_body_is_one_voice_with_and_without_words_added_to_its_name() -> None:
    texts = [
        "Four men died, the Lagos Institute for Peace said.",
        "Four men have died, the Lagos Institute for Peace a research group said.",
    ]
    made = []
    for text in texts:
        body = text.partition(", ")[2].removesuffix(" said.")
        link = source(text, body, identification="institution")
        made.append(record(text, text[:12], "2031-03-01", claim(text, 1, link, text.partition(",")[0])))
    (row,) = board(story(*made), by_id(*made), (), ()).sayings
    assert (row.voice.name, row.reports) == ("the Lagos Institute for Peace", 2)


def test_a_denial_names_whom_it_denies(told: tuple[Any, ...]) -> None:
    assert [one.name for one in rows(told, "denied")["Bello Mines"].against] == ["Ada Bello"]


def test_a_hedge_that_was_lost_is_shown_with_both_wordings(told: tuple[Any, ...]) -> None:
    (hedge,) = board(*told).hedges
    assert (hedge.before.words, hedge.after.words) == (
        "The blast possibly came from a truck",
        "The blast came from a truck",
    )
    assert hedge.reasons == ("drops “possibly”",)


def test_a_figure_moves_by_the_same_voice_and_is_opposed_by_another(told: tuple[Any, ...]) -> None:
    (killed,) = board(*told).figures
    assert [(one.voice.name, one.low, one.high, one.change) for one in killed.counts] == [
        ("the mayor of Oyo", 12, None, None),
        ("the mayor of Oyo", 19, 19, "updates"),
        ("the union", 9, 9, None),
    ]
    (conflict,) = killed.conflicts
    assert (conflict.one.low, conflict.other.low) == (19, 9)


def test_figures_do_not_contradict_each_other_where_nothing_was_decided(told: tuple[Any, ...]) -> None:
    found, records, relations, origins = told
    without = [one for one in relations if one.relation not in ("contradicts", "updates")]
    (killed,) = board(found, records, without, origins).figures
    assert killed.conflicts == ()
    assert [count.change for count in killed.counts] == [None, None, None]


def test_a_count_that_its_own_voice_has_changed_contradicts_nobody_any_more(told: tuple[Any, ...]) -> None:
    found, records, relations, origins = told
    one, _, three = records.values()
    old = relation(at(three, 2), at(one, 1), "contradicts")
    (killed,) = board(found, records, [*relations[:4], old], origins).figures
    assert killed.conflicts == ()


def test_at_least_twelve_does_not_contradict_nineteen() -> None:
    text = "Nineteen men were killed at the quarry, the union said."
    union = claim(text, 1, source(text, "the union"), "Nineteen men were killed at the quarry")
    one, two = wire(), record(text, "Benin Post", "2031-03-03", union, quantities=(count(text, "Nineteen", 19, 19),))
    (killed,) = board(story(one, two), by_id(one, two), (), ()).figures
    assert [(count.low, count.change) for count in killed.counts] == [(12, None), (19, None)]
    assert killed.conflicts == ()


def test_a_toll_is_shown_though_nothing_was_decided_of_it() -> None:
    one, three = wire(), later()
    (killed,) = board(story(one, three, claims=()), by_id(one, three), (), ()).figures
    assert [count.low for count in killed.counts] == [12, 19, 9]


def test_an_origin_is_shown_with_what_joins_its_reports(told: tuple[Any, ...]) -> None:
    first, second = board(*told).lineages
    assert [report.outlet for report in first.reports] == ["Delta Wire", "Lagos Page"]
    (join,) = first.joins
    assert (join.kinship, join.reasons) == ("copy", ("90% of the shorter stands in the longer",))
    assert join.other == first.reports[0].report
    assert second.joins == ()


def test_the_timeline_is_in_the_order_of_the_dates(told: tuple[Any, ...]) -> None:
    moments = board(*told).timeline
    assert [moment.at for moment in moments] == sorted(moment.at or "" for moment in moments)
    assert [moment.kind for moment in moments if moment.at == "2031-03-02"] == ["hedge-lost"]


def test_what_changed_since_a_day_is_what_that_day_brought_and_later_ones(told: tuple[Any, ...]) -> None:
    new = changes(board(*told), "2031-03-03")
    assert [report.outlet for report in new.reports] == ["Benin Post"]
    assert (new.reports_before, new.origins_before) == (2, 1)
    assert {moment.kind for moment in new.moments} == {"figure", "contradicted"}


def test_undated_reports_come_last_and_are_never_new() -> None:
    text = "Two men were killed, the mayor said."
    undated = record(text, "No Date", None, claim(text, 1, source(text, "the mayor"), "Two men were killed"))
    dated = wire()
    made = board(story(undated, dated), by_id(undated, dated), (), ())
    assert [report.outlet for report in made.reports] == ["Delta Wire", "No Date"]
    assert made.timeline[-1].at is None
    assert changes(made, "1970-01-01").reports == (made.reports[0],)


def test_unnamed_sources_of_two_origins_are_two_voices() -> None:
    made = []
    for text in ("A dam broke, an official said.", "The bridge fell, an official said."):
        link = source(text, "an official", identification="unnamed")
        made.append(record(text, text[:5], "2031-03-01", claim(text, 1, link, text.partition(",")[0])))
    apart = board(story(*made), by_id(*made), (), ())
    assert len(apart.sayings) == 2
    together = (Origin(id="o", reports=tuple(one.report.id for one in made)),)
    assert len(board(story(*made), by_id(*made), (), together).sayings) == 1


def test_what_outlets_alone_say_beside_the_story_is_not_shown() -> None:
    first, second = ("Read our newsletter. Rain fell.", "Read our newsletter. Snow fell.")
    made = [
        record(text, text[-10:], "2031-03-01", claim(text, 1, None, "Read our newsletter.")) for text in (first, second)
    ]
    same = (relation(at(made[1], 1), at(made[0], 1), "identical"),)
    assert board(story(*made, claims=()), by_id(*made), same, ()).sayings == ()


def test_what_sources_say_beside_the_story_comes_after_it_and_not_into_the_contracts_fields() -> None:
    one = wire()
    made = board(story(one, claims=(at(one, 2),)), by_id(one), (), ())
    assert [(row.stand, row.is_beside) for row in made.sayings] == [
        ("asserted", True),
        ("denied", True),
        ("hedged", False),
    ]
    assert summary(made)["denied_by"] == []


def test_an_earlier_version_that_a_correction_names_contradicts_nobody() -> None:
    text = (
        "Nine people died, the ministry said. Correction: An earlier version of this report said that ten people died."
    )
    told = record(
        text,
        "Wire",
        "2031-03-01",
        claim(text, 1, source(text, "the ministry", identification="institution"), "Nine people died"),
        claim(text, 2, source(text, "An earlier version of this report", identification="document"), "ten people died"),
        quantities=(count(text, "Nine", 9, 9), count(text, "ten", 10, 10)),
    )
    (series,) = board(story(told), by_id(told), (), ()).figures
    assert len(series.counts) == 2
    assert series.conflicts == ()


def test_a_figure_that_counts_a_part_is_a_series_of_its_own() -> None:
    text = "Nine men were hurt, two of them badly, the mayor said."
    figures = (count(text, "Nine", 9, 9, "injured"), count(text, "two", 2, 2, "injured"))
    one = record(
        text, "Wire", "2031-03-01", claim(text, 1, source(text, "the mayor"), "Nine men were hurt, two of them badly"),
        quantities=figures,
    )  # fmt: skip
    assert [(series.scope, len(series.counts)) for series in board(story(one), by_id(one), (), ()).figures] == [
        ("all", 1),
        ("part", 1),
    ]


def test_a_headline_that_repeats_a_figure_is_no_count_of_its_own() -> None:
    text = "Nine killed in flood. Nine people were killed, the mayor said."
    one = record(
        text,
        "Wire",
        "2031-03-01",
        claim(text, 1, None, "Nine killed in flood"),
        claim(text, 2, source(text, "the mayor"), "Nine people were killed"),
        quantities=(count(text, "Nine killed", 9, 9), count(text, "Nine people", 9, 9)),
    )
    (series,) = board(story(one), by_id(one), (), ()).figures
    assert [one.voice.name for one in series.counts] == ["the mayor"]


def test_the_fields_of_the_contract_are_there_and_are_json(told: tuple[Any, ...]) -> None:
    made = board(*told)
    line = json.loads(json.dumps(summary(made)))
    assert set(line) == {"asserted_by", "denied_by", "timeline"}
    assert [row["name"] for row in line["denied_by"]] == ["Bello Mines"]
    assert set(line["timeline"][0]) == {"at", "kind", "voice", "words", "against", "report", "claim"}
    whole = json.loads(json.dumps(to_dict(made, changes(made, "2031-03-02"))))
    assert whole["figures"][0]["conflicts"] == [{"one": 1, "other": 2}]


@given(st.permutations([wire(), copy(), later()]), st.randoms(use_true_random=False))
def test_the_order_in_which_reports_and_decisions_come_changes_nothing(records: list[Record], shuffled: Any) -> None:
    one, two, three = wire(), copy(), later()
    relations = [
        relation(at(two, 1), at(one, 1), "identical"),
        relation(at(two, 2), at(one, 2), "restates", hedge_loss=True),
        relation(at(one, 3), at(two, 2), "denies"),
        relation(at(three, 1), at(one, 1), "updates"),
    ]
    expected = board(story(one, two, three), by_id(one, two, three), relations, ())
    shuffled.shuffle(relations)
    assert board(story(one, two, three), by_id(*records), relations, ()) == expected


def test_a_contradiction_that_is_told_again_is_one_turn_of_the_story(told: tuple[Any, ...]) -> None:
    found, records, relations, origins = told
    one, two, three = records.values()
    again = [relation(at(three, 2), at(one, 1), "contradicts"), relation(at(three, 2), at(two, 1), "contradicts")]
    moments = board(found, records, [*relations, *again], origins).timeline
    turns = [moment for moment in moments if moment.kind == "contradicted"]
    assert [[voice.name for voice in moment.against] for moment in turns] == [["the mayor of Oyo"]]
