"""The reports of the cases, each read once."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from according.matching.origins import Lineage, lineage
from according.pipeline import run
from according.records import Page, Record
from according.settings import Settings
from according.tagging import Tagger

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "matching" / "origins.toml").read_text(encoding="utf-8"))


@functools.cache
def tagger() -> Tagger:
    return Tagger(None, 1)


@functools.cache
def record_of(name: str) -> Record:
    given = CASES["texts"][name]
    known = {key: value for key, value in given.items() if key != "text"}
    return run(Page(data=given["text"].strip() + "\n", **known), Settings(), tagger(), "test")


@functools.cache
def lineage_of(name: str) -> Lineage:
    return lineage(record_of(name))
