"""
The weight of each feature of `according.mentions.features`, from the package's `weights.json`.

They were found by a log-linear model over the candidates of each pronoun and description (the sum
of the right ones' probabilities made large, L2 penalty 1, sources counted threefold), on the gold
syntax, mentions and chains of GUM's documents under CC BY and CC BY-SA (`train/coref/gum_*`), with
the right answer taken before going on to the next mention; and on two copies of them with about one
head in seven, one relation in twelve and one kind in four spoilt at random, so that the weights hold
on a tagger's output. A feature seen fewer than three times has no weight. Five-fold
cross-validated: 0.92 of the answers for "he" and "she" are right, 0.72 for "they", 0.55 for "it",
0.71 for descriptions of persons, bodies and places; more above a threshold.
"""

from __future__ import annotations

import json
from importlib.resources import files

from according.errors import InstallationError


def _read() -> dict[str, float]:
    """The weights, or an error that says what to do where the file is missing or damaged."""
    path = files("according.mentions") / "weights.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(weight) for name, weight in table.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InstallationError(
            str(path),
            f"the weights of references cannot be read ({error})",
            "reinstall the package: pip install --force-reinstall according",
        ) from error


WEIGHTS = _read()
