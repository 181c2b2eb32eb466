"""The mentions of one report and their chains, worked out once for all who ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from according.mentions.chains import Link, link
from according.mentions.features import Chain
from according.mentions.finding import find
from according.mentions.parse import Parse
from according.records import Report, Segmentation, Spans, Tags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Understood:
    """A report's words with their syntax, each mention's `links` to its chain, and the `chains`."""

    parse: Parse
    links: tuple[Link, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """
    A report with its segmentation and its tags, known by the tags, which are themselves alone and of one report.

    So nothing is gone through to find what was asked of the same report before.
    """

    report: Report
    segmentation: Segmentation
    tags: Tags

    def __hash__(self) -> int:
        return hash(self.tags)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self.tags is other.tags


def understand(report: Report, segmentation: Segmentation, tags: Tags, sources: tuple[Spans, ...]) -> Understood:
    """Which mentions the report has and which mean the same; `sources` are the words of the attributions' sources."""
    return _understood(Asked(report=report, segmentation=segmentation, tags=tags), sources)


@lru_cache(maxsize=4)  # attribution and grounding ask the same of one report; a few threads may be at it at once
def _understood(asked: Asked, sources: tuple[Spans, ...]) -> Understood:
    parse = Parse(asked.report, asked.segmentation, asked.tags)
    links, chains = link(parse, find(parse, sources))
    return Understood(parse=parse, links=links, chains=chains)
