"""What a check of a report's sourcing gives: its voices, its counts, and questions."""

from __future__ import annotations

from dataclasses import dataclass

from according.records import Spans

RULES = {
    "one-unnamed-source": "A claim rests on one source alone, and that source is not named.",
    "anonymity-without-grounds": "A source is not named, and the report does not say why.",
    "unnamed-accusation": "A source that is not named accuses somebody.",
    "unattributed-fact": "An event of conflict is told as a fact, with no source.",
    "unattributed-figure": "A toll or other figure is told with no source.",
    "single-source-figure": "A toll or other figure rests on one source alone.",
    "accused-not-heard": "Somebody is accused, and neither speaks nor is said to have been asked.",
    "side-not-quoted": "A party to several acts of conflict never speaks.",
    "passive-hearsay": "Something is said to be believed or reported, and not by whom.",
    "second-hand-source": "A source is quoted only through another outlet.",
}
"""Each rule's name and what it looks for, in the order in which their questions are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    One source of a report, however often it speaks.

    `name` is its fullest name or first description; `identification` as of a source link, that of a
    group for one of its members; `grounds` why it is not named (`vocabulary.GROUNDS`), None where
    nothing is said. `claims` are ids.
    `through`: the outlets that pass its words on, where it never speaks here itself.
    """

    name: str
    identification: str
    spans: Spans
    country: str | None = None
    sectors: tuple[str, ...] = ()
    count: int | str | None = None
    grounds: str | None = None
    claims: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    through: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether a reader could tell who it is: a person, a body or a document by its name."""
        return self.identification in ("named", "institution", "document")

    @property
    def is_unnamed(self) -> bool:
        """Whether people speak who are not told apart: "two officials", "residents"."""
        return self.identification in ("unnamed", "collective")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question: its `rule` (of `RULES`), its words, whom it is about, and the claims and spans that raise it."""

    rule: str
    question: str
    about: str | None = None
    claims: tuple[str, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """One report's sourcing. `counts` has stable keys (`checking.COUNTS`); `off` are the rules that were not asked."""

    report: str
    voices: tuple[Voice, ...]
    counts: dict[str, int]
    prompts: tuple[Prompt, ...]
    off: tuple[str, ...] = ()
