"""A command line in an empty folder, with a reader that needs no model."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

import according
from according.cli import main
from cli.stub_reader import StubReader
from store.example_records import TEXT


@dataclass(frozen=True)
class Result:
    status: int
    output: str
    errors: str


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty current folder, with the stub in place of the reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORDING_DB", raising=False)
    monkeypatch.setattr(according, "Reader", StubReader, raising=False)
    monkeypatch.setattr(StubReader, "read_so_far", [])
    return tmp_path


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in this process."""

    def run_command(*arguments):
        monkeypatch.setattr(sys, "argv", ["according", *map(str, arguments)])
        try:
            main()
        except SystemExit as left:
            status = left.code or 0
        else:
            status = 0
        told = capsys.readouterr()
        return Result(status, told.out, told.err)

    return run_command


@pytest.fixture
def depot(folder, run):
    """A ledger with the depot's report."""
    (folder / "depot.txt").write_text(TEXT)
    assert run("read", "depot.txt").status == 0
    return folder
