from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from according.matching.origins import Kinship, Lineage, independent_origins, kinship, origins, shows_its_own
from according.matching.origins.voices import Voice
from according.matching.origins.wording import Wording
from according.matching.origins.words import numbered
from according.records import Step
from matching.origins.lineages import lineage_of

REPORTS = "abcdefgh"
TIES = st.lists(
    st.builds(
        Kinship,
        a=st.sampled_from(REPORTS),
        b=st.sampled_from(REPORTS),
        kind=st.sampled_from(("copy", "same-source", "none")),
        score=st.floats(0, 1),
    ),
    max_size=16,
)


def named(*names):
    """The lineages of reports of the cases, each under its name."""
    return {name: replace(lineage_of(name), report=name) for name in names}


def grouped(lineages):
    ties = [kinship(a, b) for a in lineages.values() for b in lineages.values() if a.report < b.report]
    return origins(lineages, ties)


@given(TIES, st.randoms(use_true_random=False))
def test_the_order_in_which_ties_come_makes_no_difference(ties, draw):
    shuffled = list(ties)
    draw.shuffle(shuffled)
    assert [o.reports for o in origins(REPORTS, ties)] == [o.reports for o in origins(reversed(REPORTS), shuffled)]


@given(TIES)
def test_every_report_has_one_origin(ties):
    found = [report for origin in origins(REPORTS, ties) for report in origin.reports]
    assert sorted(found) == sorted(REPORTS)


@given(TIES)
def test_an_origin_has_one_tie_fewer_than_reports(ties):
    for origin in origins(REPORTS, ties):
        assert len(origin.ties) == len(origin.reports) - 1
        assert origin.name == origin.reports[0]


def test_a_weak_tie_joins_nothing():
    assert len(origins("ab", [Kinship(a="a", b="b", kind="same-source", score=0.6)])) == 2


def test_a_tie_with_a_report_that_is_not_asked_for_is_left_out():
    assert [o.reports for o in origins("a", [Kinship(a="a", b="z", kind="copy", score=1.0)])] == [("a",)]


def test_an_origin_says_why():
    reason = Step(stage="matching", rule="credit", field="origin", value="both credit AFP")
    (origin,) = origins("ab", [Kinship(a="a", b="b", kind="copy", score=1.0, reasons=(reason,))])
    assert origin.reasons == (reason,)


def test_one_wire_story_a_thousand_times_is_one_origin():
    ties = [Kinship(a=f"{n:04}", b=f"{n + 1:04}", kind="copy", score=1.0) for n in range(999)]
    (origin,) = origins([f"{n:04}" for n in range(1000)], reversed(ties))
    assert len(origin.reports) == 1000


def test_a_wire_story_its_rewrite_and_a_report_of_ones_own_are_two_origins():
    lineages = named("ferry", "ferry_edited", "ferry_rewritten", "ferry_own")
    found = grouped(lineages)
    assert [o.reports for o in found] == [("ferry", "ferry_edited", "ferry_rewritten"), ("ferry_own",)]
    shown = independent_origins(lineages, found, lineages)
    assert [origin.name for origin, _ in shown] == ["ferry", "ferry_own"]
    assert "is by Lula Tekle" in [step.value for step in shown[1][1]]


def test_a_war_told_by_one_observatory_does_not_become_one_origin():
    """Three hundred reports of a hundred days, each on another town, in the words that all such reports are made of."""
    draw = random.Random(1)
    words = [f"word{number}" for number in range(400)]
    observatory = Voice(name="War Observatory", words=("observatory", "war"), weight=0.4, sector="NGO", country="SYR")
    lineages = {}
    for number in range(300):
        towns = [f"town{number}"] * 4
        told = draw.sample([*draw.choices(words, k=160), *towns], 164)
        wording = Wording(numbers=numbered(told))
        name = f"{number:03}"
        lineages[name] = Lineage(report=name, day=736_000 + number // 3, wording=wording, voices=(observatory,))
    assert max(len(origin.reports) for origin in grouped(lineages)) <= 3


def test_only_the_reports_asked_for_are_counted():
    lineages = named("ferry", "ferry_edited", "ferry_own")
    shown = independent_origins(["ferry", "ferry_edited"], grouped(lineages), lineages)
    assert [origin.name for origin, _ in shown] == ["ferry"]


def test_a_report_of_unknown_lineage_corroborates_nothing():
    lineages = named("ferry")
    bare = replace(lineage_of("ferry_own"), report="bare", authors=(), voices=(), figures=(), dateline=None)
    lineages["bare"] = bare
    assert len(grouped(lineages)) == 2
    assert shows_its_own(bare, [lineages["ferry"]]) is None
    assert "bare" not in [origin.name for origin, _ in independent_origins(lineages, grouped(lineages), lineages)]


def test_where_nothing_is_known_there_is_still_one_origin():
    bare = {name: replace(lineage_of("war_bridge"), report=name, voices=(), figures=(), family=None) for name in "ab"}
    found = origins(bare, [])
    assert [origin.name for origin, _ in independent_origins(bare, found, bare)] == ["a"]
    assert independent_origins([], found, bare) == ()


def test_what_a_report_shows_is_what_no_other_has():
    mine, other = lineage_of("ferry"), lineage_of("ferry_own")
    told = [step.value for step in shows_its_own(other, [mine]) or ()]
    assert "is by Lula Tekle" in told
    assert not any("AFP" in words for words in told)
    assert shows_its_own(mine, [mine]) is None
