"""Formats of event data: what a user of each would look at first."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from according.events.ontology import TYPES, modes
from according.export.acled import COLUMNS as ACLED
from according.export.acled_rules import rules
from according.export.cameo import coded
from according.export.gdelt import COLUMNS as GDELT
from according.export.ucdp import COLUMNS as UCDP
from according.export.ucdp import grid_cell
from according.records import Mention, Participant
from according.vocabulary import STANCES
from store.raid_record import raid_record

PLOVER = [kind for kind in TYPES if kind not in ("none", "DISASTER", "ELECTION", "LEGAL")]


def rows(text, delimiter=","):
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def tabbed(text):
    names, *lines = [line.split("\t") for line in text.splitlines()]
    return [dict(zip(names, line, strict=True)) for line in lines]


@pytest.fixture
def raid(ledger, exported):
    """Exports of the raid's report with one of its events changed."""

    def exported_with(name, event="v1", claims=None, **changed):
        record = raid_record()
        events = tuple(replace(each, **changed) if each.id == event else each for each in record.events)
        record = replace(record, events=events)
        if claims:
            record = replace(record, claims=tuple(replace(each, **claims) for each in record.claims))
        ledger.add(replace(record, made_by="changed"))
        return exported(name, report=record.report.id)

    return exported_with


# --- PLOVER -------------------------------------------------------------------------------


def test_plover_has_type_mode_quad_and_parties(exported):
    first = json.loads(exported("plover").splitlines()[0])
    assert (first["event_type"], first["event_mode"], first["quad_code"], first["intensity"]) == (
        "ASSAULT",
        "firearms",
        4,
        -9.0,
    )
    assert first["actors"] == [{"name": "Gunmen", "country": None, "sectors": ["UAF"]}]
    assert first["recipients"] == [{"name": "at least six herders", "country": "KEN", "sectors": ["CVL"]}]


def test_plover_says_by_auxiliary_modes_what_did_not_happen(exported):
    found = {
        each["event_id"].split(":")[1]: each
        for each in map(json.loads, exported("plover", words="Juba soldiers tents").splitlines())
    }
    assert not found
    found = {
        each["event_id"][-2:]: each["auxiliary_modes"] for each in map(json.loads, exported("plover").splitlines())
    }
    assert (found["v3"], found["v5"]) == (["future"], ["negation"])


def test_plover_marks_what_everybody_denies_as_negated(raid):
    lines = raid("plover", claims={"stance": "denied"}).splitlines()
    assert json.loads(lines[0])["auxiliary_modes"] == ["negation"]


def test_plover_has_nothing_that_plover_leaves_out(exported):
    assert "denial" not in exported("plover", statements=True)


# --- ICEWS and GDELT ----------------------------------------------------------------------


def test_every_type_and_mode_has_a_code_of_cameo():
    for kind in PLOVER:
        for mode in (None, *modes(kind)):
            found = coded(kind, mode)
            assert found is not None
            assert -10 <= found.goldstein <= 10


def test_icews_pairs_each_actor_with_each_recipient(raid):
    two = (
        Participant(spans=raid_record().events[0].actors[0].spans),
        Participant(spans=raid_record().events[2].actors[0].spans),
    )
    found = tabbed(raid("icews", actors=two, recipients=two))
    assert [(row["Source Name"], row["Target Name"]) for row in found if row["CAMEO Code"] == "193"] == [
        ("Gunmen", "Gunmen"), ("Gunmen", "Uganda"), ("Uganda", "Gunmen"), ("Uganda", "Uganda"),
    ]  # fmt: skip


def test_icews_tells_codes_countries_and_sentences(exported):
    first = tabbed(exported("icews"))[0]
    assert (first["CAMEO Code"], first["Event Text"], first["Intensity"]) == ("193", "Fight", "-10.0")
    assert (first["Target Country"], first["Sentence Number"], first["City"]) == ("Kenya", "1", "Lodwar")


def test_gdelt_has_its_61_columns_in_its_order_then_ours():
    assert len(GDELT) == 61 + 2
    assert GDELT[0], GDELT[60] == ("GLOBALEVENTID", "SOURCEURL")
    assert (GDELT[26], GDELT[52], GDELT[59]) == ("EventCode", "ActionGeo_FullName", "DATEADDED")


def test_gdelt_codes_agree_with_each_other(exported):
    for row in tabbed(exported("gdelt")):
        assert row["EventCode"].startswith(row["EventRootCode"])
        assert row["EventBaseCode"] == row["EventCode"][:3]
        assert 10**17 <= int(row["GLOBALEVENTID"]) < 10**18
        if row["SQLDATE"]:
            assert row["SQLDATE"].startswith(row["MonthYear"])


def test_gdelt_takes_country_codes_of_fips(exported):
    places = {row["ActionGeo_FullName"]: row["ActionGeo_CountryCode"] for row in tabbed(exported("gdelt"))}
    assert places["Aden, Yemen"] == "YM"


@pytest.mark.parametrize("name", ["icews", "gdelt"])
def test_no_line_of_a_tabbed_format_is_broken_by_its_words(exported, name):
    lines = exported(name).splitlines()
    assert len({line.count("\t") for line in lines}) == 1


# --- what did not happen ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["icews", "gdelt", "acled", "ucdp", "geojson"])
@pytest.mark.parametrize(
    ("changed", "claims"),
    [
        ({"polarity": "negative"}, None),
        ({"status": "planned"}, None),
        ({"status": "hypothetical"}, None),
        ({"status": "figurative"}, None),
        ({}, {"stance": "denied"}),
        ({}, {"stance": "feared"}),
        ({}, {"status": "planned"}),
    ],
    ids=["negated", "planned", "hypothetical", "figurative", "denied", "feared", "planned by its claim"],
)
def test_what_nobody_puts_forward_as_having_happened_is_left_out(raid, name, changed, claims):
    assert ":v1" in raid(name)
    assert ":v1" not in raid(name, claims=claims, **changed)


@pytest.mark.parametrize("stance", STANCES)
def test_a_stance_puts_an_event_forward_or_does_not(raid, stance):
    told = ":v1" in raid("acled", claims={"stance": stance})
    assert told == (
        stance
        in {"asserted", "confirmed", "claimed-responsibility", "accused", "alleged", "possible", "probable", "believed"}
    )


def test_what_lies_far_back_is_on_the_map_and_no_news(raid):
    assert ":v1" in raid("geojson", status="background")
    assert ":v1" not in raid("acled", status="background")


# --- ACLED --------------------------------------------------------------------------------


def test_acled_has_its_31_columns_first():
    assert ACLED[:31][-1] == "timestamp"
    assert all(name.startswith("according_") for name in ACLED[31:])


def test_acled_names_the_rule_and_says_that_it_is_not_acleds(exported):
    first = rows(exported("acled"))[0]
    assert (first["event_type"], first["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (first["actor1"], first["inter1"], first["inter2"]) == ("Gunmen", "Political militia", "Civilians")
    assert (first["fatalities"], first["time_precision"], first["geo_precision"]) == ("6", "1", "2")
    assert first["according_rule"] == "armed group attacks civilians"
    assert first["according_coded_by"] == "According, by rule; not coded by ACLED"
    assert first["according_vouched_by"] == "a Kenyan officer"


def test_acled_swaps_nobody_and_finds_two_armed_sides(raid):
    army = Participant(spans=raid_record().events[4].actors[0].spans, country="SSD", sectors=("MIL",))
    gunmen = raid_record().events[0].actors[0]
    clash = rows(raid("acled", actors=(gunmen, army), recipients=()))[0]
    assert (clash["event_type"], clash["actor1"], clash["actor2"]) == ("Battles", "Gunmen", "its soldiers")
    assert clash["inter2"] == "External/Other forces"
    assert clash["interaction"] == "Political militia-External/Other forces"


def test_the_forces_of_one_state_do_not_fight_each_other(raid):
    army = Participant(spans=raid_record().events[4].actors[0].spans, country="KEN", sectors=("MIL",))
    police = Participant(spans=raid_record().events[0].actors[0].spans, country="KEN", sectors=("COP",))
    assert ":v1," not in raid("acled", actors=(army,), recipients=(police,))
    assert ":v1," not in raid("ucdp", actors=(army,), recipients=(police,))


def test_who_is_not_told_makes_no_attack_on_civilians(raid):
    assert ":v1," not in raid("acled", actors=())


def test_soldiers_who_block_a_road_are_no_protest(raid):
    army = Participant(spans=raid_record().events[4].actors[0].spans, sectors=("MIL",))
    crowd = replace(army, sectors=("CVL",))
    told = {"type": "PROTEST", "mode": "obstruct", "recipients": ()}
    assert ":v1," not in raid("acled", actors=(army,), **told)
    row = rows(raid("acled", actors=(crowd,), **told))[0]
    assert (row["sub_event_type"], row["inter1"], row["interaction"]) == (
        "Peaceful protest",
        "Protesters",
        "Protesters only",
    )


def test_a_weapon_whose_owner_nobody_tells_is_nobody(ledger, exported):
    record = raid_record()
    rockets = Participant(spans=record.events[4].actors[0].spans)
    weapon = Mention(spans=rockets.spans, kind="weapon", form="nominal")
    for mentions, shown in (((), "its soldiers"), ((weapon,), "")):
        events = (replace(record.events[0], actors=(rockets,)), *record.events[1:])
        ledger.add(replace(record, mentions=mentions, events=events))
        first = tabbed(exported("icews", report=record.report.id))[0]
        assert first["Source Name"] == shown


def test_no_country_gets_a_point(raid):
    place = replace(raid_record().events[0].place, precision="country")
    row = rows(raid("acled", place=place))[0]
    assert (row["latitude"], row["longitude"], row["geo_precision"], row["country"]) == ("", "", "", "Kenya")


def test_a_week_is_its_middle_day_and_a_year_no_day(raid):
    time = raid_record().times[1]
    week = rows(raid("acled", time=time))[0]
    assert (week["event_date"], week["time_precision"], week["according_days"]) == (
        "2024-05-23",
        "2",
        "2024-05-20/2024-05-26",
    )
    year = rows(raid("acled", time=replace(time, value="2023")))[0]
    assert (year["event_date"], year["year"], year["time_precision"]) == ("", "2023", "")


def test_no_figure_is_no_zero(raid):
    assert rows(raid("acled", quantities=()))[0]["fatalities"] == ""


def test_every_rule_has_one_of_acleds_types():
    known = {
        "Battles": {"Armed clash"},
        "Explosions/Remote violence": {"Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb",
                                       "Remote explosive/landmine/IED", "Chemical weapon"},
        "Violence against civilians": {"Attack", "Abduction/forced disappearance", "Sexual violence"},
        "Protests": {"Peaceful protest", "Protest with intervention"},
        "Riots": {"Violent demonstration"},
        "Strategic developments": {"Agreement", "Change to group/activity", "Looting/property destruction"},
    }  # fmt: skip
    for rule in rules():
        assert rule.sub_event_type in known[rule.event_type]
        assert set(rule.modes) <= {*modes(rule.type), ""}
    assert len({rule.name for rule in rules()}) == len(rules())


# --- UCDP ---------------------------------------------------------------------------------


def test_ucdp_has_its_49_columns_first():
    assert UCDP[:49][-1] == "gwnob"
    assert all(name.startswith("according_") for name in UCDP[49:])


def test_ucdp_has_bounds_sources_and_precisions(exported):
    (row,) = rows(exported("ucdp"))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("3", "Gunmen", "Civilians")
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("6", "6", "", "6")
    assert (row["source_office"], row["source_original"]) == ("Bay Daily", "a Kenyan officer")
    assert (row["where_prec"], row["date_prec"], row["geom_wkt"]) == ("2", "1", "POINT (35.6 3.1)")
    assert row["according_coded_by"] == "According, by rule; not coded by UCDP"


def test_ucdp_leaves_out_what_killed_nobody(raid):
    assert ":v1," not in raid("ucdp", quantities=())


def test_ucdp_types_of_violence(raid):
    gunmen = raid_record().events[0].actors[0]
    army = replace(gunmen, country="KEN", sectors=("MIL",))
    rebels = Participant(spans=raid_record().events[4].actors[0].spans, sectors=("REB",))
    assert rows(raid("ucdp", actors=(army,), recipients=(rebels,)))[0]["type_of_violence"] == "1"
    assert rows(raid("ucdp", actors=(gunmen,), recipients=(rebels,)))[0]["type_of_violence"] == "2"
    assert ":v1," not in raid("ucdp", actors=(replace(gunmen, sectors=("CVL",)),))


def test_cells_of_the_grid_are_counted_from_the_south_west():
    assert (grid_cell(-179.9, -89.9), grid_cell(179.9, 89.9), grid_cell(180.0, 90.0)) == (1, 259200, 259200)


# --- GeoJSON ------------------------------------------------------------------------------


def test_geojson_has_points_only_for_what_is_small(raid):
    place = raid_record().events[0].place
    for precision, is_point in (("exact", True), ("town", True), ("vicinity", True), ("district", True),
                                ("province", False), ("region", False), ("country", False)):  # fmt: skip
        first = json.loads(raid("geojson", place=replace(place, precision=precision)))["features"][0]
        assert (first["geometry"] is not None) == is_point
        assert first["properties"]["precision"] == precision
        assert first["properties"]["label_point"] == (None if is_point else [35.6, 3.1])


def test_geojson_is_longitude_first(exported):
    collection = json.loads(exported("geojson"))
    assert collection["type"] == "FeatureCollection"
    assert collection["features"][0]["geometry"] == {"type": "Point", "coordinates": [35.6, 3.1]}
