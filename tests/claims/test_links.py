"""What a link takes from the entity that it means: golden cases."""

from __future__ import annotations

from typing import Any

import pytest

from according.claims.links import Entities
from according.records import Entity, Grounded, Mention, SourceLink, Step
from golden_cases import cases
from marked_text import span_of


def entity(identifier: str, fields: dict[str, Any]) -> Entity:
    return Entity(id=identifier, **{**fields, "sectors": tuple(fields.get("sectors", ()))})


def resolved(case: dict[str, Any]) -> SourceLink:
    spans = (span_of(case["text"], case["source"]),)
    kind = case["entity"]["kind"]
    form = "name" if case["link"]["identification"] in ("named", "institution") else "nominal"
    mentions = [
        Mention(spans=(span_of(case["text"], case.get("mention", case["source"])),), kind=kind, entity="e1", form=form)
    ]
    if case.get("whole"):  # the whole phrase is a mention of its own, of no entity
        mentions.append(Mention(spans=spans, kind="person", form="nominal"))
    entities = [entity("e1", case["entity"])]
    if "other" in case:
        entities.append(entity("e2", case["other"]))
        mentions.append(Mention(spans=(span_of(case["text"], case["other"]["name"]),), kind="place", entity="e2"))
    fields = {**case["link"], "sectors": tuple(case["link"].get("sectors", ()))}
    told = case["link"].get("role_status") == "former"
    why = (Step(stage="attribution", rule="describing.status-word", field="role_status", spans=spans),) if told else ()
    return Entities(Grounded(mentions=tuple(mentions), entities=tuple(entities))).known(
        SourceLink(spans=spans, why=why, **fields)
    )


@pytest.mark.parametrize("case", cases("claims/links.toml"))
def test_a_link_takes_from_its_entity_what_its_words_leave_open(case: dict[str, Any]) -> None:
    link = resolved(case)
    for field, wanted in case["gives"].items():
        found = getattr(link, field)
        if field == "resolves_to":
            found = " ".join(case["text"][span.start : span.end] for span in found)
        assert (list(found) if field == "sectors" else found or "-") == wanted, field


@pytest.mark.parametrize("case", cases("claims/links.toml"))
def test_what_is_taken_has_its_reason(case: dict[str, Any]) -> None:
    link = resolved(case)
    for field in ("country", "sectors", "role", "role_status"):
        before = case["link"].get(field)
        after = list(getattr(link, field)) or None if field == "sectors" else getattr(link, field)
        assert (before == after) or any(step.field == field and step.stage == "claims" for step in link.why)
