"""What happened, as the ledger keeps it and is asked for it."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import text

from according.errors import BadRecord, NotInStore
from according.store import ClaimFilter, EventFilter, Ledger
from store.example_records import depot_record
from store.raid_record import raid_record


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "according.db", create=True) as opened:
        opened.add(raid_record())
        opened.add(depot_record())
        yield opened


def names(ledger, **wanted):
    return [event.name.split(":")[1] for event in ledger.events(EventFilter(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["v1", "v2", "v3", "v4", "v5"]),
        ({"statements": True}, ["v1", "v2", "v3", "v4", "v5", "v6"]),
        ({"type": "STATEMENT"}, ["v6"]),
        ({"type": "assault"}, ["v1", "v2"]),
        ({"type": "DENIAL"}, ["v4"]),
        ({"mode": "destroy"}, ["v2"]),
        ({"quad": "material cooperation"}, ["v3"]),
        ({"actor": "gunmen"}, ["v1", "v2"]),
        ({"actor": "south sudan"}, ["v4"]),
        ({"actor": "herders"}, []),
        ({"recipient": "HERDERS"}, ["v1"]),
        ({"country": "ssd"}, ["v4", "v5"]),
        ({"country": "KEN"}, ["v1"]),
        ({"place": "lodwar"}, ["v1", "v2"]),
        ({"place": "ken"}, ["v1", "v2"]),
        ({"place": "%"}, []),
        ({"since": "2024-05-15"}, ["v3"]),
        ({"until": "2024-05-14"}, ["v1", "v2"]),
        ({"since": "2024-05-22", "until": "2024-05-22"}, ["v3"]),
        ({"status": "planned"}, ["v3"]),
        ({"words": "tent survivor"}, ["v3"]),
        ({"words": "lodwar burning"}, ["v2"]),
        ({"words": 'NOT "x'}, []),
        ({"words": " "}, ["v1", "v2", "v3", "v4", "v5"]),
        ({"report": "depot.txt"}, []),
        ({"type": "ASSAULT", "limit": 1}, ["v1"]),
    ],
)
def test_events_are_found_by(ledger, wanted, found):
    assert names(ledger, **wanted) == found


def test_an_event_is_shown_in_the_reports_words(ledger):
    event = next(iter(ledger.events()))
    assert (event.kind, event.trigger, event.actors, event.recipients) == (
        "ASSAULT", "killed", ("Gunmen",), ("at least six herders",)
    )  # fmt: skip
    assert (event.place, event.days) == ("Lodwar", ("2024-05-14", "2024-05-14"))
    assert event.figures == ("at least six (killed)",)
    assert [claim.sources for claim in event.claims] == [("Bay Daily", "a Kenyan officer")]


def test_a_pronoun_is_shown_as_whom_it_means_and_a_description_as_it_stands(ledger):
    key = ledger.report("raid.txt").key
    assert ledger.event(f"{key}:v2").actors == ("Gunmen",)
    assert ledger.event("raid.txt:v4").actors == ("Juba",)


def test_a_claim_holds_its_events_and_is_found_by_them(ledger):
    (aid,) = ledger.claims(ClaimFilter(event="AID"))
    assert [event.kind for event in aid.events] == ["AID"]
    assert [claim.claim.id for claim in ledger.claims(ClaimFilter(event="assault"))] == ["c1", "c2"]
    assert not list(ledger.claims(ClaimFilter(event="STATEMENT")))


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("raid.txt:v9", "found no event 'v9' in this report, only v1 to v6"),
        ("depot.txt:v1", "none at all"),
        ("v1", "expected an event like 1f6e02aa:v3"),
    ],
)
def test_an_unknown_event_is_told(ledger, reference, message):
    with pytest.raises(NotInStore, match=message):
        ledger.event(reference)


def test_only_the_newest_readings_events_are_shown_and_the_old_ones_stay(ledger):
    ledger.add(dataclasses.replace(raid_record(made_by="according 2"), events=(), claims=()))
    assert names(ledger) == []
    with ledger._looking() as connection:
        assert connection.execute(text("SELECT count(*) FROM events")).scalar() == 6
    assert not ledger.verify().faults


def test_a_record_that_refers_to_what_it_does_not_hold_is_not_kept(ledger):
    record = raid_record(path="other.txt")
    with pytest.raises(BadRecord, match="found event 'v1' in claims/c1, expected one of the record's"):
        ledger.add(dataclasses.replace(record, events=()))
    with pytest.raises(BadRecord, match="events/v1/quantities, expected below 0"):
        ledger.add(dataclasses.replace(record, quantities=()))


@pytest.mark.parametrize(
    ("statement", "place", "found"),
    [
        ("UPDATE texts SET text = replace(text, 'burned', 'looted')", "events/v2/trigger/0", "found 'looted'"),
        ("UPDATE texts SET text = replace(text, 'Lodwar', 'Moroto')", "events/v1/place/spans/0", "found 'Moroto'"),
        ("UPDATE texts SET text = replace(text, 'Gunmen', 'Police')", "events/v1/actors/0/spans/0", "found 'Police'"),
        ("UPDATE texts SET text = replace(text, 'Tuesday', 'Someday')", "events/v1/time/spans/0", "found 'Someday'"),
        ("UPDATE events SET trigger = 'praised' WHERE id = 'v1'", "events/v1", "kind or trigger"),
        ("UPDATE events SET kind = 'AID' WHERE id = 'v1'", "events/v1", "kind or trigger"),
        ("UPDATE parties SET words = 'Police' WHERE words = 'Gunmen'", "events/v1", "words of actor 1"),
        ("DELETE FROM parties WHERE words = 'Gunmen'", "events/v1", "words of actor 1"),
        ("DELETE FROM claim_events", "events", "the claims that tell of events"),
        ("DELETE FROM spans WHERE place LIKE 'events/%'", "record", "spans are not the spans"),
    ],
)
def test_what_was_tampered_with_is_told(ledger, statement, place, found):
    key = ledger.report("raid.txt").key
    with ledger._writing() as connection:
        connection.execute(text(statement))
    faults = ledger.verify().faults
    assert any(fault.report == key and fault.place == place and found in fault.found for fault in faults), faults
