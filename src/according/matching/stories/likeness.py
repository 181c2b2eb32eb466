"""
Whether two reports have the same main event: a logistic score over a dozen features, each of which can be read.

A record-linkage comparison after Fellegi & Sunter (1969); the weights of the features stand in `weights.toml` with how
they were fitted. Only the two outlines count, nothing else in the ledger.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.errors import InstallationError
from according.matching.stories.features import NAMES, features
from according.matching.stories.outline import Outline
from according.records import Step

RULE = "story scorer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """
    How likely two reports have the same main event.

    `values` are the features in the order of `features.NAMES`.
    """

    log_odds: float
    values: tuple[float, ...]

    @property
    def probability(self) -> float:
        """Calibrated on pairs that blocking brings together."""
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, self.log_odds))))

    @property
    def why(self) -> tuple[Step, ...]:
        """What spoke for it and against it, the weightiest first; `score` is the share in the log-odds."""
        _, by = weights()
        shares = [(by[name] * value, name, value) for name, value in zip(NAMES, self.values, strict=True)]
        return tuple(
            Step(stage="matching", rule=f"{RULE}: {name}", field="story", value=f"{value:.2f}", score=round(share, 2))
            for share, name, value in sorted(shares, key=lambda row: (-abs(row[0]), row[1]))
            if abs(share) >= 0.005
        )


@cache
def weights() -> tuple[float, dict[str, float]]:
    """The intercept, and the weight of each feature."""
    path = files(__package__) / "weights.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return float(table["intercept"]), {name: float(table["weights"][name]) for name in NAMES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InstallationError(
            str(path),
            f"the weights of the story scorer cannot be read ({error})",
            "reinstall the package: pip install --force-reinstall according",
        ) from error


def likeness(a: Outline, b: Outline) -> Likeness:
    """How likely two reports have the same main event; the order of the two does not matter."""
    intercept, by = weights()
    values = features(a, b)
    shares = (by[name] * value for name, value in zip(NAMES, values, strict=True))
    return Likeness(log_odds=intercept + sum(shares), values=values)
