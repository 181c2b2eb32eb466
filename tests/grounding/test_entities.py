"""Which entities a report has and which mentions mean them: golden cases and laws."""

from __future__ import annotations

import pytest

from according.grounding import ground
from golden_cases import cases
from marked_text import marked


@pytest.mark.parametrize("case", cases("grounding/entities*.toml"))
def test_mentions_of_one_entity_are_brought_together(case):
    report, segmentation, tags = marked(case["text"])
    grounded = ground(report, segmentation, tags)
    found = []
    every = sorted((*grounded.mentions, *grounded.told), key=lambda mention: mention.spans)
    for entity in grounded.entities:
        of = [mention for mention in every if mention.entity == entity.id]
        found.append([entity.name, *(report.text[m.spans[0].start : m.spans[-1].end] for m in of)])
        if "roles" in case:
            assert entity.role == case["roles"].get(entity.name)
        if "kinds" in case:
            assert entity.kind == case["kinds"][entity.name]
    assert found == case["entities"]
    if "unlinked" in case:
        loose = [report.text[m.spans[0].start : m.spans[-1].end] for m in grounded.mentions if m.entity is None]
        assert loose == case["unlinked"]


def test_a_report_without_mentions_has_no_entities():
    grounded = ground(*marked(["Rain/X:root ."]))
    assert grounded.mentions == ()
    assert grounded.entities == ()


def test_entities_are_numbered_in_the_order_of_the_text():
    made = marked(["[Anna Berg]person:nsubj>met met/VERB:root [Omar Haddad]person:obj>met ."])
    assert [(entity.id, entity.name) for entity in ground(*made).entities] == [
        ("e1", "Anna Berg"),
        ("e2", "Omar Haddad"),
    ]
