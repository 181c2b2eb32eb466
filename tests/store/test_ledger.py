"""What the ledger keeps, and how it is asked."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import text

from according.errors import BadRecord, EmptyReport, NotInStore
from according.records import Attribution, Entity, SourceLink
from according.store import ClaimFilter, Ledger
from store.example_records import TEXT, depot_record, find, plain_record


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "according.db", create=True) as opened:
        yield opened


def rows(ledger, table):
    with ledger._looking() as connection:
        return connection.execute(text(f"SELECT * FROM {table}")).all()


TABLES = ("texts", "reports", "readings", "inputs", "claims", "links", "attributions", "spans", "rejections")


def everything(ledger):
    return {table: rows(ledger, table) for table in TABLES}


def names(ledger, **wanted):
    return [claim.name.split(":")[1] for claim in ledger.claims(ClaimFilter(**wanted))]


# --- what is kept -------------------------------------------------------------------------


def test_a_record_is_kept_as_it_was(ledger):
    record = depot_record()
    added = ledger.add(record)
    assert added.outcome == "new"
    assert added.key == record.report.id[:8]
    assert ledger.report(added.key).record.to_dict() == record.to_dict()


def test_reading_the_same_twice_changes_nothing(ledger):
    ledger.add(depot_record(), fingerprint="f")
    before = everything(ledger)
    assert ledger.add(depot_record(), fingerprint="f").outcome == "unchanged"
    assert ledger.add(depot_record(path="./depot.txt"), fingerprint="f").outcome == "unchanged"
    assert everything(ledger) == before


def test_another_text_at_the_same_path_is_a_new_version_and_the_old_stays(ledger):
    old = ledger.add(plain_record("The bridge is open.", path="bridge.txt"))
    new = ledger.add(plain_record("The bridge is closed.", path="bridge.txt"))
    assert new.outcome == "version"
    assert [claim.content for claim in ledger.claims()] == ["The bridge is closed."]
    assert ledger.report(old.key).superseded_by == new.key
    assert ledger.report(old.key).record.report.text == "The bridge is open."
    assert ledger.report("bridge.txt").version == 2
    assert [claim.content for claim in ledger.claims(ClaimFilter(report=old.key))] == ["The bridge is open."]


def test_a_report_that_goes_back_to_an_older_text_is_a_third_version(ledger):
    for words in ("The bridge is open.", "The bridge is closed.", "The bridge is open."):
        added = ledger.add(plain_record(words, path="bridge.txt"))
    assert added.outcome == "version"
    assert added.key.endswith("-2")
    assert ledger.report("bridge.txt").version == 3
    assert [claim.content for claim in ledger.claims()] == ["The bridge is open."]


def test_the_address_counts_before_the_path(ledger):
    ledger.add(plain_record("The bridge is open.", path="a.html", url="https://news.example/bridge"))
    moved = ledger.add(plain_record("The bridge is closed.", path="b.html", url="https://news.example/bridge"))
    other = ledger.add(plain_record("The road is open.", path="b.html", url="https://news.example/road"))
    assert (moved.outcome, other.outcome) == ("version", "new")


def test_the_same_text_of_two_outlets_is_two_reports_with_two_keys(ledger):
    first = ledger.add(plain_record("The bridge is open.", path="a.txt"))
    second = ledger.add(plain_record("The bridge is open.", path="b.txt"))
    assert second.key == f"{first.key}-2"
    assert len(rows(ledger, "texts")) == 1
    assert {claim.name for claim in ledger.claims()} == {f"{first.key}:c1", f"{second.key}:c1"}


def test_a_report_without_path_and_address_is_known_by_its_text_and_outlet(ledger):
    kept = [ledger.add(plain_record("The bridge is open.", publisher=name)) for name in (None, "Bay Daily", None)]
    assert [added.outcome for added in kept] == ["new", "new", "unchanged"]


def test_a_newer_release_appends_a_reading_and_the_old_one_is_kept(ledger):
    ledger.add(depot_record(), fingerprint="1")
    added = ledger.add(depot_record(made_by="according 2"), fingerprint="2")
    assert added.outcome == "reading"
    assert [row.made_by for row in rows(ledger, "readings")] == ["according 1", "according 2"]
    assert len(names(ledger)) == 4
    assert ledger.report(added.key).record.made_by == "according 2"


def test_an_input_is_known_while_its_reading_is_the_newest(ledger):
    ledger.add(plain_record("The bridge is open.", path="bridge.txt"), fingerprint="open")
    assert ledger.known("open").record.report.text == "The bridge is open."
    assert ledger.known("closed") is None
    ledger.add(plain_record("The bridge is closed.", path="bridge.txt"), fingerprint="closed")
    assert ledger.known("open") is None
    assert ledger.known("closed") is not None


def test_a_span_outside_the_text_is_not_kept(ledger):
    record = plain_record("The bridge is open.")
    broken = dataclasses.replace(record, report=plain_record("Short.").report)
    with pytest.raises(BadRecord, match=r"found span 0:19 in claims/c1/content/0"):
        ledger.add(broken)
    assert not rows(ledger, "reports")


def test_an_id_that_is_not_the_texts_is_not_kept(ledger):
    record = plain_record("The bridge is open.")
    broken = dataclasses.replace(record, report=dataclasses.replace(record.report, text="The bridge is shut."))
    with pytest.raises(BadRecord, match="expected the SHA-256 of its text"):
        ledger.add(broken)


def test_a_text_of_any_characters_is_kept(ledger):
    record = plain_record("Nul \0, escape \x1b, “curly”, no-break\u00a0space, 𝄞 and end.")
    assert ledger.report(ledger.add(record).key).record.to_dict() == record.to_dict()
    assert not ledger.verify().faults


def test_a_record_without_claims_is_kept(ledger):
    record = dataclasses.replace(plain_record("Nothing."), claims=())
    assert ledger.report(ledger.add(record).key).record.claims == ()


def test_what_could_not_be_read_is_noted_once(ledger):
    for _ in range(2):
        ledger.reject("empty.txt", EmptyReport("empty.txt", "found nothing"))
    (row,) = rows(ledger, "rejections")
    assert row.error == "EmptyReport"
    assert row.path.endswith("/empty.txt")


# --- how it is asked ----------------------------------------------------------------------


@pytest.fixture
def depot(ledger):
    ledger.add(depot_record())
    ledger.add(plain_record("Şahin Bridge opened in Izmit.", path="izmit.txt", publisher="Gulf Post"))
    return ledger


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["c1", "c2", "c3", "c4", "c1"]),
        ({"source": "reuters"}, ["c1"]),
        ({"source": "OFFICIALS"}, ["c1", "c2"]),
        ({"source": "gulf post"}, ["c1"]),
        ({"source": "100%"}, []),
        ({"named": True}, ["c3"]),
        ({"named": False}, ["c1", "c2"]),
        ({"country": "tur"}, ["c1", "c3"]),
        ({"stance": "denied"}, ["c3"]),
        ({"words": "fires"}, ["c3"]),
        ({"words": "burning depots"}, ["c1"]),
        ({"words": "reuters depot"}, ["c1"]),
        ({"words": "sahin"}, ["c1"]),
        ({"words": 'NOT "depot'}, []),
        ({"words": "—"}, []),
        ({"words": " "}, ["c1", "c2", "c3", "c4", "c1"]),
        ({"since": "2024-05-03", "until": "2024-05-03"}, ["c1", "c2", "c3", "c4"]),
        ({"since": "2024-05-04"}, []),
        ({"until": "2024-05-02"}, []),
        ({"report": "depot.txt", "limit": 2}, ["c1", "c2"]),
        ({"country": "TUR", "named": False}, ["c1"]),
    ],
)
def test_claims_are_found_by(depot, wanted, found):
    assert names(depot, **wanted) == found


def test_a_claim_shows_its_chain_and_its_words(depot):
    claim = next(iter(depot.claims()))
    assert claim.sources == ("Bay Daily", "Reuters", "three port officials")
    assert claim.content == "A fuel depot burned for two days"


def test_what_is_attributed_to_nobody_is_not_laid_at_the_outlets_door(ledger):
    text = "It is believed that the bridge is open."
    record = plain_record(text, publisher="Bay Daily")
    spans = find(text, "the bridge is open")
    believed = Attribution(id="a1", source=(), cue=find(text, "believed"), content=spans, kind="indirect")
    claim = dataclasses.replace(record.claims[0], content=spans, attribution="a1")
    ledger.add(dataclasses.replace(record, attributions=(believed,), claims=(claim,)))
    (kept,) = ledger.claims()
    assert kept.sources == ("Bay Daily", "nobody named")
    assert names(ledger, source="Bay Daily") == []
    assert (names(ledger, named=True), names(ledger, named=False)) == ([], ["c1"])
    assert ledger.sources() == ()


@pytest.mark.parametrize(
    ("identification", "kind", "shown"),
    [
        ("named", "person", "Leyla Aydin"),
        ("unnamed", "organisation", "A Reuters driver"),
        ("institution", "place", "A Reuters driver"),
    ],
)
def test_who_is_not_named_is_not_shown_by_a_name(ledger, identification, kind, shown):
    text = "A Reuters driver said the bridge is open."
    record = plain_record(text)
    driver = SourceLink(spans=find(text, "A Reuters driver"), entity="e1", identification=identification)
    claim = dataclasses.replace(record.claims[0], chain=(SourceLink(), driver), attribution="a1")
    entity = Entity(id="e1", name="Leyla Aydin", kind=kind)
    ledger.add(dataclasses.replace(record, entities=(entity,), claims=(claim,)))
    assert next(iter(ledger.claims())).sources == ("the outlet", shown)


def test_one_of_the_officials_is_no_voice_of_their_own(depot):
    voices = {voice.name: voice for voice in depot.sources()}
    assert set(voices) == {"three port officials", "The Turkish energy ministry", "Reuters"}
    officials = voices["three port officials"]
    assert (officials.claims, officials.passed_on, officials.named, officials.country) == (2, 0, False, "TUR")
    assert (voices["Reuters"].claims, voices["Reuters"].passed_on, voices["Reuters"].named) == (0, 1, True)


@pytest.mark.parametrize("reference", ["depot.txt", "./depot.txt", "KEY", "ID", "PREFIX"])
def test_a_report_is_found_by_its_names(depot, reference):
    full = depot_record().report.id
    reference = {"KEY": full[:8], "ID": full, "PREFIX": full[:5].upper()}.get(reference, reference)
    assert depot.report(reference).record.report.text == TEXT


def test_an_address_names_a_report(ledger):
    ledger.add(plain_record("The bridge is open.", url="https://news.example/bridge"))
    assert ledger.report("https://news.example/bridge").version == 1


@pytest.mark.parametrize("reference", ["", "zzzz", "abc", "nowhere.txt", "%", "____"])
def test_an_unknown_report_is_told(depot, reference):
    with pytest.raises(NotInStore, match="expected a key like"):
        depot.report(reference)


def test_a_name_that_means_two_reports_lists_both(ledger):
    key = ledger.add(plain_record("The bridge is open.", path="a.txt")).key
    ledger.add(plain_record("The bridge is open.", path="b.txt"))
    with pytest.raises(NotInStore, match=rf"found 2 reports: {key} .*a.txt.*, {key}-2 .*b.txt"):
        ledger.report(key[:6])
    assert ledger.report(key).record.report.path == "a.txt"


def test_a_claim_is_found_by_its_name(depot):
    key = depot.report("depot.txt").key
    assert depot.claim(f"{key}:c3").claim.stance == "denied"
    assert depot.claim("depot.txt:c3").name == f"{key}:c3"


@pytest.mark.parametrize(
    ("reference", "message"),
    [("depot.txt:c9", "only c1 to c4"), ("c3", "found no colon"), ("nowhere.txt:c1", "no such report")],
)
def test_an_unknown_claim_is_told(depot, reference, message):
    with pytest.raises(NotInStore, match=message):
        depot.claim(reference)


# --- verify -------------------------------------------------------------------------------


def test_a_sound_ledger_has_no_faults_and_every_span_is_read(depot):
    found = depot.verify()
    assert not found.faults
    assert (found.reports, found.readings) == (2, 2)
    assert found.spans == len(rows(depot, "spans")) > 15


def change(ledger, statement):
    with ledger._writing() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "place", "found"),
    [
        ("UPDATE texts SET text = replace(text, 'nobody', 'no-one')", "report/text", "its SHA-256 is another"),
        ("UPDATE texts SET text = replace(text, 'nobody', 'no-one')", "claims/c2/content/0", "found 'no-one was hurt'"),
        ("UPDATE texts SET text = substr(text, 1, 60)", "claims/c4/content/0", "not within the text's 60 characters"),
        ("UPDATE spans SET words = 'many' WHERE place = 'claims/c2/content/0'", "claims/c2/content/0", "'many'"),
        ("UPDATE spans SET start = 1 WHERE place = 'claims/c1/content/0'", "record", "spans are not the spans"),
        ("UPDATE readings SET record = replace(record, 'denied', 'confirmed')", "record", "not the one that was"),
        ("UPDATE readings SET record = 'gone'", "record", "cannot be read"),
        ("UPDATE readings SET record = '{\"report\": {}}'", "record", "cannot be read"),
        ("UPDATE claims SET content = 'all was well' WHERE id = 'c3'", "claims/c3", "not those of its spans"),
        ("DELETE FROM spans WHERE place LIKE 'claims/c1/%'", "record", "spans are not the spans"),
    ],
)
def test_what_was_tampered_with_is_told(ledger, statement, place, found):
    key = ledger.add(depot_record()).key
    change(ledger, statement)
    faults = ledger.verify().faults
    assert any(fault.report == key and fault.place == place and found in fault.found for fault in faults), faults
