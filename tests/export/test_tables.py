"""CSV and Parquet, read back by others' readers."""

from __future__ import annotations

import csv
import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.errors import InstallationError
from according.export.comma_separated import cell, unguarded, write_rows
from according.export.formats import TABLES

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_comes_back_word_for_word(exported):
    rows = {row["claim"].split(":")[1]: row for row in read(exported("csv")) if row["path"] == "odd.txt"}
    assert unguarded(rows["c1"]["content"]) == "=CMD() opens the line."
    assert unguarded(rows["c3"]["content"]) == "@home they “deny <everything> & more”"
    assert rows["c2"]["source"] == "محمد"
    assert unguarded(rows["c2"]["publisher"]) == '-Line "One", Ltd'


def test_no_cell_of_words_begins_like_a_formula(exported):
    for table in TABLES:
        numbers = {"latitude", "longitude", "confidence"}
        for row in read(exported("csv", table)):
            assert not [cell for name, cell in row.items() if name not in numbers and cell.startswith(DANGEROUS)]


def test_a_negative_number_is_no_formula():
    assert cell(-33.9) == "-33.9"


@given(st.text(st.sampled_from("'=+-@\t\r\n＝ a1")))
def test_a_guard_is_taken_away_exactly(words):
    guarded = cell(words)
    assert unguarded(guarded) == words
    assert not guarded.startswith(DANGEROUS)


@given(st.text())
def test_any_words_survive_csv(words):
    out = io.StringIO(newline="")
    write_rows(out, ["first", "second"], [["1", words]])
    (row,) = read(out.getvalue())
    assert (unguarded(row["first"]), unguarded(row["second"])) == ("1", words)


def test_what_is_not_known_is_an_empty_cell(exported):
    row = next(row for row in read(exported("csv")) if row["path"] == "odd.txt")
    assert (row["published"], row["source_country"], row["said_on"]) == ("", "", "")


def test_what_is_attributed_to_nobody_has_no_source(opened):
    from according.export import Wanted, export
    from according.records import Attribution, Claim, Record, SourceLink
    from store.example_records import find, report_of

    text = "It is believed that the dam held."
    held = find(text, "the dam held")
    opened.add(
        Record(
            report=report_of(text, publisher="Bay Daily"),
            attributions=(
                Attribution(id="a1", source=(), cue=find(text, "believed"), content=held, kind="indirect"),
            ),
            claims=(Claim(id="c1", chain=(SourceLink(),), content=held, attribution="a1"),),
        )
    )  # fmt: skip
    out = io.BytesIO()
    export(opened, Wanted(format="csv"), out)
    (row,) = read(out.getvalue().decode())
    assert (row["chain"], row["source"], row["source_is_named"], row["is_narrator"]) == (
        "Bay Daily",
        "",
        "false",
        "false",
    )


def test_filters_hold(exported):
    assert [row["stance"] for row in read(exported("csv", stance="denied"))] == ["denied", "denied"]
    assert [row["mode"] for row in read(exported("csv", "events", type="ASSAULT"))] == ["firearms", "destroy"]


def test_every_report_is_a_row_once(exported):
    assert [row["path"] for row in read(exported("csv", "reports"))] == ["depot.txt", "raid.txt", "odd.txt"]


def test_lines_end_in_lf_and_there_is_no_byte_order_mark(exported):
    written = exported("csv", binary=True)
    assert written.startswith(b"claim,")
    assert b"\r" not in written


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_what_csv_holds(exported, table):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'according[export]'")
    found = parquet.read_table(io.BytesIO(exported("parquet", table, binary=True)))
    rows = read(exported("csv", table))
    assert found.column_names == list(rows[0])
    assert found.num_rows == len(rows)
    for kept, row in zip(found.to_pylist(), rows, strict=True):
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
        assert {name: cell(value) for name, value in values.items()} == row


def test_parquet_has_types(exported):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'according[export]'")
    (first, *_) = parquet.read_table(io.BytesIO(exported("parquet", "events", binary=True))).to_pylist()
    assert (first["latitude"], first["killed_low"], first["actors"], first["contexts"]) == (3.1, 6, ["Gunmen"], [])


def test_parquet_of_nothing_is_a_table_without_rows(exported):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'according[export]'")
    found = parquet.read_table(io.BytesIO(exported("parquet", binary=True, source="nobody at all")))
    assert (found.num_rows, found.column_names[0]) == (0, "claim")


def test_without_pyarrow_parquet_says_what_to_type(exported, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InstallationError, match=r"pip install 'according\[export\]'"):
        exported("parquet", binary=True)
