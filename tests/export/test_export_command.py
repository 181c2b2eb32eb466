"""`according export`, as it is typed."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import fields

import pytest
import typer
from typer.testing import CliRunner

from according.cli import export as command
from according.cli.filters import ClaimOptions, EventOptions
from according.errors import AccordingError, NoStore, SettingsError
from according.export import BY_NAME

app = typer.Typer(rich_markup_mode="rich")
command.add_to(app)


@pytest.fixture
def run(ledger, monkeypatch, tmp_path):
    """Run the command on the ledger of the three reports."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORDING_DB", raising=False)

    def run_command(*arguments, status=0):
        result = CliRunner().invoke(app, [str(each) for each in arguments])
        if isinstance(result.exception, AccordingError):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    return run_command


def test_an_export_goes_to_standard_output_and_the_count_to_standard_error(run):
    result = run("--format", "plover", "--type", "ASSAULT")
    assert [json.loads(line)["event_mode"] for line in result.stdout.splitlines()] == ["firearms", "destroy"]
    assert result.stderr.splitlines()[0] == "2 written, of 2 events in according.db."
    assert result.stderr.splitlines()[1].startswith("Lost in plover: ")


def test_a_file_is_whole_or_not_there(run, tmp_path, monkeypatch):
    run("--format", "csv", "--output", "claims.csv")
    before = (tmp_path / "claims.csv").read_bytes()
    assert len(list(csv.reader(before.decode().splitlines()))) == 14
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(AccordingError):
        run("--format", "parquet", "--output", "claims.csv")
    assert (tmp_path / "claims.csv").read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []
    assert sorted(path.name for path in tmp_path.glob(".*.part")) == []


def test_the_ledger_is_never_written_over(run, tmp_path):
    with pytest.raises(SettingsError, match="found the ledger itself"):
        run("--format", "csv", "--output", "according.db")


def test_a_folder_that_is_not_there_is_told(run):
    with pytest.raises(SettingsError, match="cannot be written"):
        run("--format", "csv", "--output", "nowhere/claims.csv")


def test_a_folder_is_no_file(run, tmp_path):
    with pytest.raises(SettingsError, match="found a folder"):
        run("--format", "csv", "--output", tmp_path)


def test_without_a_ledger_nothing_is_made(run, tmp_path):
    with pytest.raises(NoStore):
        run("--format", "csv", "--db", "other.db", "--output", "claims.csv")
    assert not (tmp_path / "other.db").exists()
    assert not (tmp_path / "claims.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "xls"), "'xls'"),
        (("--format", "csv", "--table", "spans"), "'spans'"),
        (("--format", "stix", "--table", "claims"), "found --table with --format stix"),
        (("--format", "geojson", "--stance", "denied"), "found --stance, a filter of claims"),
        (("--format", "stix", "--type", "ASSAULT"), "found --type, a filter of events"),
        (("--format", "csv", "--table", "sources", "--limit", "3"), "found --limit, expected no filter"),
        (("--format", "acled", "--since", "May"), "'May'"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_written(run, arguments, told):
    result = run(*arguments, status=2)
    assert told in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--unnamed",), ["c1", "c2", "c1", "c4"]),
        (("--named", "--source", "juba"), ["c4"]),
        (("--stance", "denied", "--country", "TUR"), ["c3"]),
        (("--words", "depot"), ["c1"]),
        (("--since", "2024-05-10", "--until", "2024-05-16"), ["c1", "c2", "c3", "c4"]),
        (("--event", "protest"), ["c5"]),
        (("--report", "https://bay-daily.example/depot", "--limit", "2"), ["c1", "c2"]),
    ],
)
def test_claims_are_filtered_as_by_according_claims(run, arguments, names):
    rows = csv.DictReader(run("--format", "csv", *arguments).stdout.splitlines())
    assert [row["claim"].split(":")[1] for row in rows] == names


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--all",), ["v1", "v2", "v3", "v4", "v5", "v6", "v1", "v2"]),
        (("--mode", "statement"), ["v6"]),
        (("--type", "ASSAULT", "--mode", "destroy"), ["v2"]),
        (("--quad", "material conflict", "--country", "SSD"), ["v5"]),
        (("--actor", "gunmen", "--recipient", "herders", "--place", "Lodwar"), ["v1"]),
        (("--since", "2024-05-20", "--status", "planned"), ["v3"]),
    ],
)
def test_events_are_filtered_as_by_according_events(run, arguments, names):
    rows = csv.DictReader(run("--format", "csv", "--table", "events", *arguments).stdout.splitlines())
    assert [row["event"].split(":")[1] for row in rows] == names


def test_help_lists_every_format_with_what_it_loses(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    shown = " ".join(run("--help").stdout.replace("│", " ").split())
    for each in BY_NAME.values():
        assert f"{each.name}: {each.what}. Lost: {each.loses}." in shown


def test_the_command_takes_every_filter_of_claims_and_of_events():
    def filters(options):
        return {field.name for field in fields(options)}

    assert filters(command.ExportOptions) == filters(ClaimOptions) | filters(EventOptions)
