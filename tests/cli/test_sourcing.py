from __future__ import annotations

import json

from according.contract import to_dict
from store.example_records import depot_record


def test_a_report_of_the_ledger_is_asked_about(depot, run):
    done = run("sourcing", "depot.txt")
    assert done.status == 0
    assert "three port officials" in done.output
    assert "one-unnamed-source" in done.output


def test_json_names_each_rule_and_its_claims(depot, run):
    data = json.loads(run("sourcing", "depot.txt", "--format", "json").output)
    assert data["schema"] == "according-sourcing/1"
    assert {"rule", "question", "claims"} <= data["prompts"][0].keys()


def test_a_file_that_no_ledger_holds_is_read_and_not_kept(folder, run):
    (folder / "note.txt").write_text("Work goes on at the terminal.")
    assert run("sourcing", "note.txt").status == 0
    assert not (folder / "according.db").exists()


def test_a_records_json_is_taken_as_it_is(folder, run):
    (folder / "record.json").write_text(json.dumps(to_dict(depot_record())))
    assert "three port officials" in run("sourcing", "record.json").output


def test_a_house_switches_rules_off(depot, run):
    (depot / "house.toml").write_text('[sourcing]\noff = ["one-unnamed-source"]\n')
    done = run("sourcing", "depot.txt", "--config", "house.toml")
    assert "one-unnamed-source" not in done.output
    assert "Not asked: one-unnamed-source" in done.errors


def test_an_unknown_rule_is_told_and_nothing_is_asked(depot, run):
    (depot / "house.toml").write_text('[sourcing]\noff = ["gossip"]\n')
    done = run("sourcing", "depot.txt", "--config", "house.toml")
    assert (done.status, done.output) == (1, "")
    assert "house.toml, [sourcing] off: found 'gossip'" in done.errors


def test_a_configuration_that_is_not_there_is_told(depot, run):
    done = run("sourcing", "depot.txt", "--config", "none.toml")
    assert done.status == 1
    assert "none.toml" in done.errors


def test_a_report_that_is_nowhere_is_told(folder, run):
    done = run("sourcing", "nothing.txt")
    assert done.status == 1
    assert "nothing.txt" in done.errors
