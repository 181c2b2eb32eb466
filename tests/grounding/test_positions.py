"""What the entities of a report are at its date: golden cases and laws."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from according.grounding import ground
from according.records import Dateline
from according.vocabulary import ROLE_STATUSES, SECTORS
from golden_cases import cases
from marked_text import marked, span_of


@pytest.mark.parametrize("case", cases("grounding/positions.toml"))
def test_an_entity_is_what_words_and_tables_tell(case: dict[str, Any]) -> None:
    report, segmentation, tags = marked(case["text"])
    report = replace(report, published=case.get("date"))
    if "dateline" in case:
        report = replace(report, dateline=Dateline(spans=(span_of(report.text, case["dateline"]),)))
    grounded = ground(report, segmentation, tags)
    found = {
        entity.name: [
            entity.country or "-",
            " ".join(entity.sectors) or "-",
            entity.role or "-",
            entity.role_status or "-",
        ]
        for entity in grounded.entities
    }
    assert {name: found.get(name) for name in case["are"]} == case["are"]
    assert all(set(entity.sectors) <= set(SECTORS) for entity in grounded.entities)
    assert all(entity.role_status in (None, *ROLE_STATUSES) for entity in grounded.entities)
    for name, wanted in case.get("mentions", {}).items():
        number = next(entity.id for entity in grounded.entities if entity.name == name)
        said = [report.text[m.spans[0].start : m.spans[-1].end] for m in grounded.mentions if m.entity == number]
        assert all((words.removeprefix("-") in said) != words.startswith("-") for words in wanted)
