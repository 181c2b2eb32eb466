"""
How many origins of a matter show something of their own. One of unknown lineage is never taken for corroboration: a
text without credit, reporter, source or figure of its own may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from according.matching.origins.groups import Origin
from according.matching.origins.lineages import Figure, Lineage
from according.matching.origins.resting import likeness
from according.records import Step

LEAST_WEIGHT = 0.03
"""Share of a report's claims that its own source must vouch for: a name in passing is no testimony. A guess."""

ALIKE = 0.3
"""Likeness from which a source is one that another report has too. A guess, below `resting.SAME_POLICE` on purpose."""

RETELLING = frozenset({"JRN"})
"""Sectors of sources that are reports themselves: what "local media" say is nobody's own."""


def shows_its_own(lineage: Lineage, others: Iterable[Lineage]) -> tuple[Step, ...] | None:
    """
    What a report has that none of `others` has, each as a reason with words for a reader; None where it has nothing.

    `others` are the reports of other origins on the same matter; those of its own origin are no witnesses against it.
    """
    rest = tuple(others)
    steps = (*_agencies(lineage, rest), *_reporters(lineage, rest), *_sources(lineage, rest), *_figures(lineage, rest))
    return steps or None


def independent_origins(
    reports: Iterable[str], origins: Sequence[Origin], lineages: Mapping[str, Lineage]
) -> tuple[tuple[Origin, tuple[Step, ...]], ...]:
    """
    The origins among `reports` that show something of their own, with what they show; their number is how many
    witnesses a matter has.

    Never empty where there is a report: with no lineage known at all, it is the first origin alone, without a reason.
    """
    asked = set(reports)
    present = [origin for origin in origins if asked.intersection(origin.reports)]
    found = []
    for origin in present:
        others = [lineages[r] for each in present if each is not origin for r in each.reports if r in asked]
        mine = [lineages[report] for report in origin.reports if report in asked]
        steps = tuple(step for lineage in mine for step in shows_its_own(lineage, others) or ())
        if steps:
            found.append((origin, tuple(dict.fromkeys(steps))))
    return tuple(found) or tuple((origin, ()) for origin in present[:1])


def _agencies(lineage: Lineage, others: tuple[Lineage, ...]) -> Iterator[Step]:
    for name in lineage.credits:
        if not any(name in other.credits for other in others):
            yield _step("own-agency", f"credits {name}, as no other origin does")


def _reporters(lineage: Lineage, others: tuple[Lineage, ...]) -> Iterator[Step]:
    """Its own people: a byline that no other has, or a dateline of a newsroom that credits no agency."""
    for name in lineage.authors:
        if not any(name in other.authors for other in others):
            yield _step("own-reporter", f"is by {name.title()}")
    if lineage.dateline and not lineage.credits and not any(other.dateline == lineage.dateline for other in others):
        yield _step("own-dateline", f"is datelined {lineage.dateline.title()}, and credits no agency")


def _sources(lineage: Lineage, others: tuple[Lineage, ...]) -> Iterator[Step]:
    for voice in lineage.voices:
        is_witness = voice.words and voice.weight >= LEAST_WEIGHT and voice.sector not in RETELLING
        if is_witness and not any(likeness(voice, v) >= ALIKE for other in others for v in other.voices):
            yield _step("own-source", f"has “{voice.name}” as a source")


def _figures(lineage: Lineage, others: tuple[Lineage, ...]) -> Iterator[Step]:
    for figure in lineage.figures:
        if not any(figure == theirs for other in others for theirs in other.figures):
            yield _step("own-figure", f"has a figure of its own: {_counted(figure)}")


def _counted(figure: Figure) -> str:
    """
    A figure in words.

    >>> _counted(Figure(measure="killed", low=12, high=None)), _counted(Figure(measure="injured", low=3, high=3))
    ('at least 12 killed', '3 injured')
    """
    if figure.low is not None and figure.low == figure.high:
        return f"{figure.low:g} {figure.measure}"
    low = "" if figure.low is None else f"at least {figure.low:g}"
    high = "" if figure.high is None else f"at most {figure.high:g}"
    return f"{' and '.join(part for part in (low, high) if part) or 'some'} {figure.measure}"


def _step(rule: str, words: str) -> Step:
    return Step(stage="matching", rule=rule, field="independence", value=words)
