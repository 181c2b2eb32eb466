"""What must hold of stories whatever comes in: copies, wars without end, wrong clocks, any order."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.errors import BadRecord
from according.matching.stories import Likeness, Outline, keys, likeness, outline, stories


def load(name: str) -> Any:
    """A module beside this one; the tests are no package."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


report = load("invented").report

NEIGHBOURS = 10
TOWNS = {
    "Kidal": (18.4, 1.4), "Gao": (16.3, 0.0), "Mopti": (14.5, -4.2), "Menaka": (15.9, 2.4), "Bandiagara": (14.3, -3.6),
    "Timbuktu": (16.8, -3.0), "Tessalit": (20.2, 1.0), "Segou": (13.4, -6.3),
}  # fmt: skip
TARGETS = ("a market", "a barracks", "a school", "a well", "a convoy", "a clinic", "a mosque", "a bridge")
OPENINGS = (
    "Gunmen of the Azlaf Front attacked {target} in {town} on {weekday}, with {killed} killed and {injured} injured.",
    "{killed} killed and {injured} injured: that is what an assault on {target} in {town} left behind on {weekday}.",
    "Militants shelled {target} in {town} on {weekday}, the army said. It counted {killed} killed, {injured} injured.",
)
STANDING = (
    "The Azlaf Front has fought the government in Bamako since 2012, and French troops have left.",
    "President Modibo Sanogo promised to crush the Azlaf Front. Thousands have died in the war in Mali.",
    "The United Nations has warned that the war drives herders from the north of Mali.",
)


def compared(outlines: Iterable[Outline]) -> tuple[dict[str, Outline], dict[tuple[str, str], Likeness]]:
    """The outlines by id and the likeness of each pair of neighbours in date under a key, as a ledger compares them."""
    by_id = {made.report: made for made in outlines}
    lists: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_id, key=lambda name: (by_id[name].when or 0, name)):
        for key in keys(by_id[name]):
            lists[key].append(name)
    pairs = {
        (min(one, other), max(one, other))
        for names in lists.values()
        for place, one in enumerate(names)
        for other in names[place + 1 : place + 1 + NEIGHBOURS]
    }
    return by_id, {(one, other): likeness(by_id[one], by_id[other]) for one, other in sorted(pairs)}


def war(days: int) -> list[tuple[int, Outline]]:
    """An attack each day, told by three outlets, one of which may come a day late."""
    chance, made = random.Random(7), []
    for number in range(days):
        day = dt.date(2021, 1, 1) + dt.timedelta(days=number)
        town = chance.choice(sorted(TOWNS))
        facts = {
            "town": town, "target": chance.choice(TARGETS), "killed": chance.randint(2, 60),
            "injured": chance.randint(61, 199), "weekday": f"{day:%A}",
        }  # fmt: skip
        for opening, standing in zip(OPENINGS, STANDING, strict=True):
            late = dt.timedelta(days=chance.random() < 0.2)
            title = chance.choice(["{killed} killed in {town} attack", "Mali: assault on {target} in {town}"])
            record = report(
                title.format(**facts),
                f"{opening.format(**facts)}\n\n{standing}",
                (day + late).isoformat(),
                towns={town: TOWNS[town]},
                days={f"{day:%A}": day.isoformat()},
                persons=["Modibo Sanogo"] if "Sanogo" in standing else [],
            )
            made.append((number, outline(record)))
    return made


def wire(number: int = 0, published: str | None = "2019-05-06") -> Outline:
    """One agency's story as the outlet with this number printed it."""
    record = report(
        "Ferry sinks off Mopti, 14 killed",
        "A ferry sank on the Niger near Mopti on Monday, with 14 killed, the river police said. Its captain, Sekou "
        f"Dolo, had taken on twice the cargo allowed.\n\nOutlet {number} takes no blame for what others print.",
        published,
        towns={"Mopti": TOWNS["Mopti"]},
        days={"Monday": "2019-05-06"},
        persons=["Sekou Dolo"],
    )
    return outline(record)


def test_a_war_without_end_does_not_become_one_story() -> None:
    days = war(90)
    day_of = {made.report: number for number, made in days}
    groups = stories(*compared(made for _, made in days))
    assert max(map(len, groups)) <= 9, "at most three days' attacks in one story"
    together = sum(len(set(map(day_of.get, group))) == 1 and len(group) == 3 for group in groups)
    assert together >= 70, f"{together} of 90 attacks are one story each, of all three reports"


def test_a_thousand_copies_of_one_wire_story_are_one_story_and_soon_found() -> None:
    copies = [wire(number) for number in range(1000)]
    start = time.perf_counter()
    groups = stories(*compared(copies))
    assert [len(group) for group in groups] == [1000]
    assert time.perf_counter() - start < 20


def test_the_same_report_under_ten_addresses_is_one_story_with_another_outlets() -> None:
    copies = [replace(wire(), report=f"copy {number}") for number in range(10)]
    others = [made for _, made in war(2)]
    groups = stories(*compared([*copies, *others]))
    assert tuple(f"copy {number}" for number in range(10)) in groups


def test_a_copy_without_a_date_finds_its_story() -> None:
    assert len(stories(*compared([wire(1), wire(2, published=None)]))) == 1


@pytest.mark.parametrize("published", ["1970-01-01", "2099-12-31", "0001-01-01", "9999-12-31", "yesterday", ""])
def test_a_wrong_date_does_not_keep_copies_apart(published: str) -> None:
    assert len(stories(*compared([wire(1), wire(2, published)]))) == 1


@pytest.mark.parametrize("published", ["1970-01-01", "2099-12-31"])
def test_the_same_wrong_date_does_not_pull_together(published: str) -> None:
    strike = report("Bakers strike in Segou", "Bakers in Segou closed on Monday over the price of flour.", published)
    wolf = report(
        "Hyena seen in Gao", "A hyena walked through Gao on Monday. Children had been playing there.", published
    )
    assert likeness(outline(strike), outline(wolf)).probability < 0.05


def test_clocks_a_day_apart_make_no_difference() -> None:
    early, late = wire(1), wire(2, "2019-05-07")
    assert likeness(early, late).probability > 0.9


@settings(max_examples=15)
@given(st.permutations(range(24)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    made = [made for _, made in war(8)]
    assert stories(*compared(made[number] for number in order)) == stories(*compared(made))


def test_likeness_is_the_same_both_ways() -> None:
    one, other = wire(1), war(1)[0][1]
    assert likeness(one, other) == likeness(other, one)


def test_a_persons_decision_holds_against_the_score() -> None:
    one, other, far = wire(1), wire(2), war(1)[0][1]
    outlines, found = compared([one, other, far])
    pair, apart = (one.report, other.report), (one.report, far.report)
    assert len(stories(outlines, found, different=[pair])) == 3
    assert len(stories(outlines, found, same=[apart])) == 1


def test_an_outline_comes_back_from_its_bytes_and_is_small() -> None:
    for _, made in war(3):
        data = made.to_bytes()
        assert Outline.from_bytes(data) == made
        assert len(data) < 4096


def test_bytes_that_hold_no_outline_are_refused() -> None:
    with pytest.raises(BadRecord):
        Outline.from_bytes(b"nothing")


def test_a_report_without_anything_to_go_by_is_a_story_by_itself() -> None:
    empty = outline(report("", ""))
    assert keys(empty) == ()
    assert likeness(empty, empty).probability < 0.5


def test_a_report_has_few_keys() -> None:
    assert max(len(keys(made)) for _, made in war(3)) <= 60


def test_reasons_add_up_to_the_log_odds() -> None:
    found = likeness(wire(1), wire(2))
    shares = [step.score or 0.0 for step in found.why]
    assert found.why[0].stage == "matching"
    assert shares == sorted(shares, key=lambda share: -abs(share))
    assert sum(shares) > found.log_odds, "the intercept speaks against"
