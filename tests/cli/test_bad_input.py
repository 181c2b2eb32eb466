"""Bad input, through the real first stage: each has a clear message and a status, and the others go on."""

from __future__ import annotations

import pytest

import according
from according.reading import read
from according.records import Page, Record
from according.settings import Settings
from cli.stub_reader import StubReader
from store.example_records import plain_record

REPORT = (
    "Ferry halted at Kas\n\n"
    "KAS, June 3 - The ferry was halted on Friday after a fire on its deck, the harbour master said. "
    "Nobody was hurt. The operator said that it would sail again on Sunday.\n"
)


class ReadingReader(StubReader):
    """The real reading stage, and nothing after it."""

    def read_page(self, page: Page) -> Record:
        report = read(page, Settings())
        record = plain_record(report.text)
        return Record(report=report, claims=record.claims, made_by="stub 1")


@pytest.fixture(autouse=True)
def real_reading(folder, monkeypatch):
    monkeypatch.setattr(according, "Reader", ReadingReader, raising=False)
    (folder / "good.txt").write_text(REPORT)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n" * 20, "report.txt: found a PDF"),
        ("empty.txt", b"", "empty.txt: found an empty file"),
        ("blank.txt", b" \n\t\n", "blank.txt: found nothing but white space"),
        ("photo.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "photo.html: found"),
        ("cut.html", b"<!DOCTYPE html><html><head><title>Ferry hal", "cut.html: "),
        ("list.txt", b"a,b,c\n1,2,3\n" * 50, "list.txt: found"),
        ("broken.jsonl", b'{"path": "good.txt"\n', "broken.jsonl, line 1: found broken JSON"),
        ("half.jsonl", b'{"text": "Half \\ud83d a sign. The ferry was halted, he said."}\n', "half.jsonl, line 1: "),
        ("dated.jsonl", b'{"path": "good.txt", "published": "someday"}\n', "dated.jsonl, line 1: "),
    ],
)
def test_bad_input_is_told_and_the_good_report_is_kept(folder, run, name, data, message):
    (folder / name).write_bytes(data)
    result = run("read", name, "good.txt")
    assert result.status == 1
    assert message in result.errors
    assert "Traceback" not in result.errors
    assert "2 reports: 1 new, 1 could not be read" in result.errors
    assert "Ferry halted at Kas" in result.output


def test_bytes_of_two_encodings_are_read(folder, run):
    (folder / "mixed.txt").write_bytes(
        REPORT.replace("Kas", "Kaş").encode() + "The café was shut, he said.\n".encode("cp1252")
    )
    result = run("read", "mixed.txt")
    assert result.status == 0
    assert "Kaş" in run("show", "mixed.txt").output


def test_a_name_that_is_no_utf_8_is_read_and_told(folder, run):
    path = folder / b"caf\xe9.txt".decode(errors="surrogateescape")
    try:
        path.write_text(REPORT)
    except OSError:
        pytest.skip("this file system holds no such names")
    result = run("read", ".")
    assert result.status == 0
    assert "2 reports: 2 new." in result.errors
    assert run("show", "caf\ufffd.txt").status == 0


def test_a_named_pipe_in_a_folder_does_not_hold_the_run_up(folder, run):
    import os

    os.mkfifo(folder / "pipe.txt")
    assert "1 report: 1 new." in run("read", ".").errors
