"""STIX 2.1: a bundle that OASIS's own validator finds nothing to say against."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def objects(exported):
    return json.loads(exported("stix"))["objects"]


def of(objects, kind):
    return [each for each in objects if each["type"] == kind]


def test_the_validator_of_oasis_finds_no_error(exported):
    validator = pytest.importorskip(
        "stix2validator", reason="stix2-validator is not installed: pip install stix2-validator"
    )
    options = validator.ValidationOptions(version="2.1")
    result = validator.validate_string(exported("stix"), options)
    assert result.is_valid, result.log()


def test_every_object_stands_once_and_every_reference_leads_to_one(objects):
    ids = [each["id"] for each in objects]
    assert len(ids) == len(set(ids))
    refs = {
        ref for each in objects for ref in (*each.get("object_refs", ()), *filter(None, [each.get("created_by_ref")]))
    }
    assert refs <= set(ids)


def test_a_note_tells_the_stance_where_people_read_it(objects):
    denied = [note for note in of(objects, "note") if note["content"] == "there was a fire"]
    assert [note["abstract"] for note in denied] == ["Bay Daily > The Turkish energy ministry (denied)"]


def test_the_extension_is_declared(objects):
    (definition,) = of(objects, "extension-definition")
    for each in (*of(objects, "note"), *of(objects, "report")):
        assert each["extensions"][definition["id"]]["extension_type"] == "property-extension"
    assert definition["extension_types"] == ["property-extension"]


def test_the_chain_is_in_the_extension(objects):
    (note,) = [note for note in of(objects, "note") if note["content"].startswith("A fuel depot")]
    ((extension),) = note["extensions"].values()
    assert [link["name"] for link in extension["chain"]] == ["Bay Daily", "Reuters", "three port officials"]
    assert extension["chain"][2]["anonymity"] == "none-given"


def test_an_undated_report_says_so(objects):
    undated = {each["name"]: next(iter(each["extensions"].values()))["undated"] for each in of(objects, "report")}
    assert undated == {"Depot burns": False, "Herders killed near Lodwar": False, "=SUM(A1)": True}


def test_a_country_has_no_coordinates(objects):
    found = {each["name"]: ("latitude" in each, each["country"]) for each in of(objects, "location")}
    assert found == {"Lodwar": (True, "KE"), "Aden": (True, "YE"), "Yemen": (False, "YE")}


def test_who_is_not_named_is_nobody_elses_identity(objects):
    found = {each["name"]: each["identity_class"] for each in of(objects, "identity")}
    assert (found["three port officials"], found["Reuters"], found["محمد"]) == ("unknown", "organization", "individual")


def test_the_same_ledger_gives_the_same_bundle(exported):
    assert exported("stix") == exported("stix")
