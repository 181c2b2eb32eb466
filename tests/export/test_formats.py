"""The list of formats, and the page about them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from according.export import BY_NAME, FORMATS, Wanted, export
from according.export.acled_rules import rules

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exports.md"
each_format = pytest.mark.parametrize("name", BY_NAME)


def plain(text):
    return " ".join(text.split())


def section(name):
    found = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/exports.md has no section {name}"
    return plain(found[1])


@each_format
def test_a_format_says_what_it_loses(name):
    assert len(BY_NAME[name].lost) > 40
    assert BY_NAME[name].loses


@each_format
def test_the_page_says_of_a_format_what_its_module_says(name):
    for paragraph in BY_NAME[name].about:
        assert paragraph in section(name), f"docs/exports.md, {name}: write there what the module's docstring says"


def test_the_page_has_no_format_that_is_gone():
    assert re.findall(r"^## `([\w-]+)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == [
        each.name for each in FORMATS
    ]


@each_format
def test_an_empty_ledger_is_an_empty_export(opened, name):
    pytest.importorskip(
        "pyarrow", reason="pyarrow is not installed: pip install 'according[export]'"
    ) if name == "parquet" else None
    out = io.BytesIO()
    done = export(opened, Wanted(format=name), out)
    assert done.looked_at == 0
    assert done.written == (2 if name == "stix" else 0)


def test_claims_are_written_as_they_are_read(ledger):
    """The first report's claims are in the file before the last report is asked for."""
    from according.export import citron

    written, so_far = io.StringIO(), []

    def claims():
        for claim in ledger.claims():
            so_far.append(len(written.getvalue()))
            yield claim

    citron.write(claims(), written)
    assert so_far[0] == 0
    assert so_far[-1] > 0


def test_the_page_has_every_rule_of_acled_in_its_order():
    found = re.findall(r"^\| ([\w' -]+) \| [A-Z]+: ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert found == [rule.name for rule in rules()]
