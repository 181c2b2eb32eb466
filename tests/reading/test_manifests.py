"""JSON Lines manifests: rows, and errors in place of rows that are not as the contract says."""

from __future__ import annotations

import pytest

from according.errors import BadManifest, NotText
from according.reading import manifest, read
from according.records import Row
from according.settings import Settings

ROWS = b"""
{"path": "a.txt", "publisher": "Harbour Post", "published": "2015-09-09", "url": "https://a.example", "title": "Ferry"}

{"text": "The ferry sails again, the master said.\\r\\n", "published": null, "later": [1]}
"""


def test_a_row_holds_a_path_or_a_text_and_what_is_known_about_it() -> None:
    first, second = manifest(ROWS, "all.jsonl")
    assert first == Row(
        line=2,
        path="a.txt",
        publisher="Harbour Post",
        published="2015-09-09",
        url="https://a.example",
        title="Ferry",
    )
    assert second == Row(line=4, text="The ferry sails again, the master said.\r\n")


def test_a_row_becomes_a_page_and_what_it_gives_wins() -> None:
    row = next(manifest(ROWS, "all.jsonl"))
    assert isinstance(row, Row)
    report = read(row.page(b"Title here\n\nThe ferry sails again, the master said.", "folder/a.txt"), Settings())
    assert (report.path, report.publisher, report.title, report.published_from) == (
        "folder/a.txt",
        "Harbour Post",
        "Ferry",
        "given",
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"path": "a.txt"', "broken JSON at column"),
        ('["a.txt"]', "found a list, expected an object"),
        ("12", "found a number, expected an object"),
        ('{"file": "a.txt"}', 'only "file"'),
        ("{}", "nothing"),
        ('{"path": "a", "text": "b"}', 'both "path" and "text"'),
        ('{"path": 3}', 'a number for "path", expected a string'),
        ('{"text": "b", "publisher": ["x"]}', 'a list for "publisher"'),
        ('{"text": "b", "published": "9 September 2015"}', '"9 September 2015" for "published"'),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(line: str, words: str) -> None:
    rows = list(manifest(f'{{"path": "a.txt"}}\n{line}\n{{"path": "b.txt"}}'.encode(), "all.jsonl"))
    assert [type(row) for row in rows] == [Row, BadManifest, Row]
    assert str(rows[1]).startswith("all.jsonl, line 2: found ")
    assert words in str(rows[1])
    assert "A row is, for instance" in str(rows[1])


def test_an_empty_manifest_has_no_rows() -> None:
    assert list(manifest(b"\n\n", "all.jsonl")) == []


def test_a_manifest_with_a_mark_and_windows_line_ends_is_read() -> None:
    assert [row.path for row in manifest(b'\xef\xbb\xbf{"path": "a.txt"}\r\n{"path": "b.txt"}\r\n', "all.jsonl")] == [
        "a.txt",
        "b.txt",
    ]


def test_a_manifest_that_is_no_text_is_refused() -> None:
    with pytest.raises(NotText):
        list(manifest(b"\xff\xfe\x00\xd8" * 3, "all.jsonl"))
