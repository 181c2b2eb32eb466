"""
The numbers that were learnt, from `fitted.json`, which says of itself how: `python -m according.training.happenings`.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from according.errors import InstallationError

Arrays = dict[str, NDArray[np.float32]]


@cache
def arrays() -> Arrays:
    """
    Every learnt array by its name.

    `middle` (384), `directions` (384, 64): of `vectors`. `NAME.mean`, `NAME.scale` (features), `NAME.weights1`
    (features, hidden), `NAME.bias1` (hidden), `NAME.weights2` (hidden), `NAME.bias2` (1): of the scorers "documents",
    "apart" and "together", and of their twins for mentions without vectors
    ("documents.bare", ...), see `scoring`; one without a hidden layer has `NAME.weights2` (features) and no first.

    Raises:
        InstallationError: the file is missing or damaged.
    """
    path = files(__package__) / "fitted.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {name: _read(row) for name, row in table["arrays"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise InstallationError(
            str(path), f"the learnt numbers cannot be read ({error})", "pip install --force-reinstall according"
        ) from error


def _read(row: dict[str, object]) -> NDArray[np.float32]:
    data = np.frombuffer(base64.b64decode(str(row["float16"])), "<f2")
    shape = row["shape"]
    return data.astype(np.float32).reshape(shape if isinstance(shape, list) else -1)
