"""What stands across reports does not depend on how the reports came into the ledger."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from according.errors import NotInStore
from according.store import groups, match_tables, matching, neighbours
from store.example_records import plain_record
from store.test_database import OF_SCHEMA_4
from store.tiny_ledger import number, opened, reports, tiny
from store.tiny_matcher import TinyMatcher


def answer(ledger):
    """All that was found, in terms of the reports alone."""
    stories = {(story.reports, story.origins) for story in ledger.stories()}
    origins = {origin.reports for origin in ledger.origins()}
    with ledger._looking() as connection:
        table, ids = (
            match_tables.pairs,
            dict(connection.execute(select(match_tables.profiles.c.number, match_tables.profiles.c.id)).all()),
        )
        pairs = {
            (frozenset((ids[row.first], ids[row.second])), row.support, row.story, row.origin)
            for row in connection.execute(select(table))
        }
    return stories, origins, pairs


def by_definition(records):
    """The candidates of `neighbours`, from the lists as a whole."""
    lists, dates = {}, {record.report.id: neighbours.moment(record.report) for record in records}
    for record in {record.report.id: record for record in records}.values():
        place = (neighbours.moment(record.report), record.report.id)
        for key in TinyMatcher().keys(TinyMatcher().profile(record)):
            lists.setdefault(key, []).append(place)
    support = {}
    for (_, counts), places in lists.items():
        ordered = [report for _, report in sorted(set(places))]
        for first, one in enumerate(ordered):
            for steps, other in enumerate(ordered[first + 1 : first + 1 + neighbours.REACH], 1):
                if steps > neighbours.FAR_REACH and dates[other] - dates[one] > neighbours.FAR:
                    continue
                support[frozenset((one, other))] = support.get(frozenset((one, other)), 0) + counts
    return {(pair, found) for pair, found in support.items() if found >= neighbours.NEEDED}


records_of = st.lists(
    st.builds(
        dict,
        at=st.integers(0, 12).map(lambda at: at / 2),
        text=st.integers(0, 3),
        keys=st.sets(st.sampled_from(["a", "b?", "c?", "d??", "e??", "f??"]), min_size=1).map(
            lambda keys: ",".join(sorted(keys))
        ),
        day=st.none() | st.integers(1, 6),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_records=records_of, data=st.data())
def test_any_order_and_one_by_one_or_all_at_once_give_the_same(
    tmp_path_factory,
    given_records,
    data,
):
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr(neighbours, "REACH", 3)
    monkeypatch.setattr(neighbours, "FAR_REACH", 1)
    monkeypatch.setattr(neighbours, "FAR", 2 * 24 * 3600)
    monkeypatch.setattr(groups, "LARGEST", 6)
    records = [tiny(**known, number=number) for number, known in enumerate(given_records)]
    shuffled = data.draw(st.permutations(records))
    stops = data.draw(st.sets(st.integers(0, len(records))))
    folder = tmp_path_factory.mktemp("orders")
    try:
        with opened(folder / "a.db") as once, opened(folder / "b.db") as by_parts:
            for record in records:
                once.add(record)
            for number, record in enumerate(shuffled):
                by_parts.add(record)
                if number in stops:
                    by_parts.match()
            assert answer(once) == answer(by_parts)
            assert {(pair, support) for pair, support, *_ in answer(once)[2]} == by_definition(records)
    finally:
        monkeypatch.undo()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=records_of, after=records_of, data=st.data())
def test_what_is_replaced_leaves_no_trace(tmp_path_factory, before, after, data):
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr(neighbours, "REACH", 3)
    monkeypatch.setattr(neighbours, "FAR_REACH", 1)
    monkeypatch.setattr(neighbours, "FAR", 2 * 24 * 3600)
    monkeypatch.setattr(groups, "LARGEST", 6)
    folder = tmp_path_factory.mktemp("replaced")
    old = [tiny(**known, number=number) for number, known in enumerate(before)]
    new = [tiny(**known, number=number + data.draw(st.integers(0, 1)) * 50) for number, known in enumerate(after)]
    try:
        with opened(folder / "a.db") as ledger, opened(folder / "b.db") as fresh:
            for record in old:
                ledger.add(record)
            ledger.match()
            for record in new:
                ledger.add(record)
            replaced = {record.report.path for record in new}
            for record in [record for record in old if record.report.path not in replaced] + new:
                fresh.add(record)
            assert answer(ledger) == answer(fresh)
    finally:
        monkeypatch.undo()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_records=records_of, data=st.data())
def test_what_persons_decide_holds_in_any_order_and_outlasts_every_run(tmp_path_factory, given_records, data):
    records = [tiny(**known, number=number) for number, known in enumerate(given_records)]
    if len(records) < 2:
        return
    chosen = st.lists(st.integers(0, len(records) - 1), min_size=2, max_size=2, unique=True)
    drawn = data.draw(st.lists(st.tuples(chosen, st.sampled_from(["same", "different"])), max_size=4))
    judged = [((records[a].report.path, records[b].report.path), verdict) for (a, b), verdict in drawn]
    kind = data.draw(st.sampled_from(["story", "origin"]))
    folder = tmp_path_factory.mktemp("judged")
    with opened(folder / "a.db") as late, opened(folder / "b.db") as early:
        for record in records:
            late.add(record)
        late.match()
        for (a, b), verdict in judged:
            late.judge(a, b, verdict, by="Ana", kind=kind)
        for record in data.draw(st.permutations(records)):
            early.add(record)
        for (a, b), verdict in judged:
            early.judge(a, b, verdict, by="Ana", kind=kind)
        assert answer(late) == answer(early)
        before = answer(late)
        late.match(again=True)
        assert answer(late) == before
        for a, b in {reports for reports, _ in judged}:
            if any({bond.a, bond.b} == ids(late, a, b) for bond in late.judgements(kind)):
                late.judge(a, b, "withdrawn", by="Ben", kind=kind)
        with opened(folder / "c.db") as never:
            for record in records:
                never.add(record)
            assert answer(late) == answer(never)


def ids(ledger, *references):
    return {ledger.report(reference).record.report.id for reference in references}


@pytest.fixture
def ledger(tmp_path):
    with opened(tmp_path / "according.db") as made:
        yield made


# --- wild archives ------------------------------------------------------------------------


def test_undated_reports_and_those_of_1970_or_of_the_future_are_matched_with_the_others(ledger):
    for one, published in enumerate([None, "1970-01-01", "2097-03-01", "yesterday", "2024-05-03", "2024-05-03T11:00Z"]):
        ledger.add(tiny(at=0, text=7, number=one, published=published))
    (story,) = ledger.stories()
    assert [number(record) for record in ledger.records(story.reports).values()][:2] == [5, 4]  # noon of a bare date
    assert (len(story.reports), story.origins) == (6, 1)


def test_clocks_of_other_zones_are_set_to_one(ledger):
    ledger.add(tiny(at=0, number=0, published="2024-05-03T01:00+05:00"))
    ledger.add(tiny(at=0, number=1, published="2024-05-02T21:00-04:00"))
    (story,) = ledger.stories()
    assert [number(record) for record in ledger.records(story.reports).values()] == [0, 1]


def test_one_text_at_ten_addresses_is_one_report(ledger):
    for one in range(10):
        ledger.add(
            plain_record("at=0 text=1 keys=k", url=f"https://news{one}.example/a", published=f"2024-05-{10 - one:02d}")
        )
    ledger.add(tiny(at=0, text=1, day=20, number=0))
    (story,) = ledger.stories()
    assert len(story.reports) == 2
    assert ledger.report(story.id).record.report.url == "https://news9.example/a"
    ledger.add(plain_record("at=0 text=1 keys=k number=9", url="https://news9.example/a", published="2024-05-01"))
    (story,) = ledger.stories()
    assert len(story.reports) == 3


def test_a_thousand_copies_of_one_report_are_one_story_and_one_origin(tmp_path, monkeypatch):
    with opened(tmp_path / "copies.db") as ledger:
        with ledger._writing() as connection:
            matching_batch(connection, ledger, 1000)
        (story,) = stories_of(ledger)
        assert story == 1000
        assert ledger._matcher.compared <= 1000 * 2 * neighbours.REACH * 2


def matching_batch(connection, ledger, count):
    from according.store.pairs import Shelf
    from store.tiny_matcher import Tiny

    for start in range(0, count, 100):
        batch = matching.Batch(connection, Shelf(ledger._matcher))
        for one in range(start, start + 100):
            report = f"{one * 7919 % 1000:04x}" + "0" * 60
            connection.execute(match_tables.metadata.tables["texts"].insert().values(id=report, text=""))
            batch.enter(report, one, 1_700_000_000 + one % 7, Tiny(0.0, 1, ("a", "b", "c")))
        batch.finish(start)


def stories_of(ledger):
    with ledger._looking() as connection:
        found = connection.execute(select(match_tables.members.c.story, match_tables.members.c.origin)).all()
    assert len({row.origin for row in found}) == 1
    return [sum(row.story == story for row in found) for story in {row.story for row in found}]


def test_a_war_that_never_ends_is_many_stories(ledger):
    rng = random.Random(4)
    for day in range(1, 29):
        for each in range(4):
            at = day * 3 + rng.random()
            ledger.add(tiny(at=at, keys="war", day=day, number=day * 10 + each))
    sizes = sorted(len(story) for story in reports(ledger))
    assert len(sizes) >= 20
    assert sizes[-1] <= 8


def test_a_run_that_is_interrupted_goes_on_where_it_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(matching, "BATCH", 5)
    records = [tiny(at=one % 4, text=one % 3, day=one % 5 + 1, number=one) for one in range(20)]

    def stop(done, total):
        assert total == 20
        if done == 10:
            raise KeyboardInterrupt

    with opened(tmp_path / "a.db") as ledger, opened(tmp_path / "b.db") as whole:
        for record in records:
            ledger.add(record)
            whole.add(record)
        with pytest.raises(KeyboardInterrupt):
            ledger.match(advance=stop)
        assert ledger.waiting() == 10
        assert ledger.match().reports == 10
        assert answer(ledger) == answer(whole)


def test_a_report_that_cannot_be_matched_is_told_and_the_others_are(ledger):
    ledger.add(tiny(at=0, day=1, number=0))
    ledger.add(plain_record("No numbers at all.", path="words.txt"))
    ledger.add(tiny(at=0, day=1, number=1))
    found = ledger.match()
    assert (found.reports, found.left) == (3, 0)
    (fault,) = found.faults
    assert fault.found.startswith("KeyError")
    assert ledger.report(fault.report).record.report.path == "words.txt"
    assert reports(ledger) == {frozenset({0, 1})}


def test_another_release_of_the_scorers_decides_again_and_persons_decisions_stay(tmp_path):
    path = tmp_path / "according.db"
    with opened(path) as ledger:
        for one in range(3):
            ledger.add(tiny(at=one, day=1, number=one))
        ledger.judge("0.txt", "1.txt", "different", by="Ana")
        before = answer(ledger)
    with opened(path, matcher=TinyMatcher("tiny 2")) as later:
        assert later.waiting() == 3
        assert answer(later) == before
        assert later._matcher.compared == 3
        assert later.waiting() == 0


def test_a_ledger_of_schema_3_is_matched_once_it_is_opened(tmp_path):
    path = tmp_path / "according.db"
    with opened(path) as ledger:
        for one in range(3):
            ledger.add(tiny(at=one, day=1, number=one))
        before = answer(ledger)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in OF_SCHEMA_4:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM according_schema WHERE version > 3")
    with opened(path) as ledger:
        assert ledger.waiting() == 3
        assert answer(ledger) == before


def test_all_versions_of_a_report_are_handed_out_in_order(ledger):
    for at in (3, 1, 2):
        ledger.add(tiny(at=at, number=0))
    assert [record.report.text[:4] for record in ledger.versions("0.txt")] == ["at=3", "at=1", "at=2"]
    oldest = ledger.versions("0.txt")[0].report.id
    assert [record.report.text[:4] for record in ledger.versions(oldest)] == ["at=3", "at=1", "at=2"]


def test_a_story_is_named_by_any_of_its_reports(ledger):
    ledger.add(tiny(at=0, day=2, number=0))
    first = ledger.add(tiny(at=1, day=1, number=1))
    assert ledger.story("0.txt") == ledger.story(first.key)
    assert ledger.story("0.txt").id == first.key
    with pytest.raises(NotInStore):
        ledger.story("gone.txt")


# --- relations ----------------------------------------------------------------------------


def test_claims_of_one_story_are_related_once_and_the_answer_is_kept(ledger):
    for one in range(3):
        ledger.add(tiny(at=one, day=one + 1, number=one))
    ledger.add(tiny(at=60, day=1, number=3))
    found = tuple(ledger.relations())
    related = ledger._matcher.related
    assert {(number_of(ledger, relation.newer), number_of(ledger, relation.older)) for relation in found} == {
        (1, 0), (2, 1),
    }  # fmt: skip
    assert tuple(ledger.relations()) == found
    assert tuple(ledger.relations(story="1.txt")) == found
    assert tuple(ledger.relations(story="3.txt")) == ()
    assert ledger._matcher.related == related == 3
    ledger.add(tiny(at=1, day=2, number=1, keys="k,l"))
    assert len(tuple(ledger.relations())) == 2


def number_of(ledger, at):
    return number(ledger.records([at.report])[at.report])
