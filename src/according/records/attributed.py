"""Records of stage 4: who said what, and the reasons that every later record gives."""

from __future__ import annotations

from dataclasses import dataclass

from according.records.text import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    One reason: which `rule` (a rule's name, or a model output with the weights' version) of
    which `stage` set `field`, from which words, how surely, and what it won against.
    """

    stage: str
    rule: str
    field: str | None = None
    value: str | None = None
    spans: Spans = ()
    score: float | None = None
    loser: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """
    One statement laid at somebody's door: the attribution relation of PARC 3.0.

    `source` is empty when the report names nobody ("it is believed that ..."). `kind`: direct ·
    indirect · mixed. `parent` is the id of the attribution whose content holds this one.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: str
    parent: str | None = None
    confidence: float = 0.0
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """Why a source is not named: the phrase's spans and its `grounds` (`vocabulary.GROUNDS`)."""

    spans: Spans
    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """
    One step of a claim's chain. Link 0 is always the narrator, the outlet, and has no spans.

    `count` is a whole number when stated, else the words ("several"), else None. `country` is
    ISO 3166 alpha-3. `relation` says how this link passes to the next: said · told · cited ·
    reported · showed · posted. `resolves_to` is the mention that a pronoun or "the officials"
    goes back to. `part_of` is the group that "one of the officials" is one of: never another voice.
    """

    spans: Spans = ()
    entity: str | None = None
    identification: str | None = None
    count: int | str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    role_status: str | None = None
    relation: str | None = None
    anonymity: Anonymity | None = None
    resolves_to: Spans = ()
    part_of: Spans = ()
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """
    Stage 4's result: the attributions, and for each of them (by id) its source's links.

    `links[id]` is a tuple of `SourceLink`, outermost first, without the narrator: usually one;
    two where a body passes on another's words ("told Reuters"); none where nobody is named.
    """

    attributions: tuple[Attribution, ...]
    links: dict[str, tuple[SourceLink, ...]]
