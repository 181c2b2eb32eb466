"""What is measured: each figure with its bar, and whether more or less of it is better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    One measurement.

    `items` is how many things it was measured on, None where that means nothing. `interval` is
    the 95 % interval of a bootstrap over reports, None where none was drawn.
    """

    name: str
    value: float
    items: int | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a figure is to reach: at least `value`, or at most, where less is better."""

    value: float
    at_most: bool = False

    def is_met(self, value: float) -> bool:
        """
        Whether `value` reaches the bar; nan never does.

        >>> Bar(value=700, at_most=True).is_met(650), Bar(value=0.5).is_met(float("nan"))
        (True, False)
        """
        return value <= self.value if self.at_most else value >= self.value

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {self.value:g}"


BARS = {
    "attribution.overlap_f1": Bar(value=0.77),
    "attribution.exact_f1": Bar(value=0.50),
    "attribution.words_f1": Bar(value=0.88),
    "seed.found": Bar(value=20),
    "seed.fields": Bar(value=148),
    "coref.answered": Bar(value=0.70),
    "coref.precision": Bar(value=0.75),
    "syntax.uas": Bar(value=0.88),
    "syntax.las": Bar(value=0.85),
    "quantisation.attribution.overlap_f1": Bar(value=0.01, at_most=True),
    "quantisation.attribution.exact_f1": Bar(value=0.01, at_most=True),
    "quantisation.attribution.words_f1": Bar(value=0.01, at_most=True),
    "quantisation.syntax.uas": Bar(value=0.01, at_most=True),
    "quantisation.syntax.las": Bar(value=0.01, at_most=True),
    "events.given_pair.type_accuracy": Bar(value=0.88),
    "events.given_pair.quad_accuracy": Bar(value=0.93),
    "events.plv_dev.type_pair_found": Bar(value=0.55),
    "events.osorio_a.false_events": Bar(value=0.25, at_most=True),
    "certainty.uds_dev.pearson_r": Bar(value=0.86),
    "certainty.uds_dev.mae": Bar(value=0.80, at_most=True),
    "certainty.meantime_dev.macro_f1_over_majority": Bar(value=2),
    "actors.country_accuracy": Bar(value=0.85),
    "actors.sector_accuracy": Bar(value=0.75),
    "places.overlap_f1": Bar(value=0.90),
    "places.accuracy161_or_country": Bar(value=0.85),
    "places.end_to_end_f1": Bar(value=0.75),
    "times.value_f1": Bar(value=0.75),
    "quantities.overlap_f1": Bar(value=0.80),
    "quantities.value_accuracy": Bar(value=0.85),
    "entities.re3d_dev.main_overlap_f1": Bar(value=0.70),
    "entities.gum_news.main_overlap_f1": Bar(value=0.70),
    "origins.origins_f1": Bar(value=0.88),
    "origins.origins_copy_f1": Bar(value=0.95),
    "origins.origins_same_source_f1": Bar(value=0.72),
    "origins.origins_count_error": Bar(value=0.20, at_most=True),
    "stories.giveme5w1h.stories_b3_f1": Bar(value=0.93),
    "stories.gva.stories_b3_f1": Bar(value=0.93),
    "stories.ecbplus.mentions_conll_f1": Bar(value=0.78),
    "relations.relations_macro_f1": Bar(value=0.60),
    "relations.relations_contradicts_precision": Bar(value=0.80),
    "relations.hedge_loss_recall": Bar(value=0.60),
    "relations.hedge_loss_precision": Bar(value=0.70),
    "speed.path_over_encoder": Bar(value=2, at_most=True),
    "speed.memory_mb": Bar(value=700, at_most=True),
}
"""
The figures to reach, decided before anything was measured. For comparison: two trained people agree on PolNeAR
at 0.79 (overlap), 0.60 (exact) and 0.875 (words); spaCy's small English model parses its own corpus at about 0.90 UAS.
"""


def is_cost(name: str) -> bool:
    """Whether less of a figure is better."""
    return name.startswith("quantisation.") or (name in BARS and BARS[name].at_most)


def is_guarded(name: str) -> bool:
    """
    Whether a figure has a floor: precision and recall alone have none, since one is traded for the other.

    >>> (
    ...     is_guarded("attribution.cue_exact_f1"),
    ...     is_guarded("attribution.cue_exact_recall"),
    ...     is_guarded("coref.precision"),
    ... )
    (True, False, True)
    """
    return (
        name in BARS or name.startswith(("syntax.", "quantisation.")) or name.endswith("_f1") or name == "seed.fields"
    )


Yardstick = Callable[[Path], list[Figure]]
"""Measures on the data of a folder, the one that holds `data/` and `evaluate/`."""
