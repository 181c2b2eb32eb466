"""What 8-bit weights cost: the same figures with the shipped weights and with the same weights in 32 bits."""

from __future__ import annotations

from pathlib import Path

from evaluation.corpora import EvaluationError
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject, with_weights
from evaluation.syntax import syntax
from evaluation.yardsticks import attribution

COMPARED = (
    "attribution.overlap_f1",
    "attribution.exact_f1",
    "attribution.words_f1",
    "syntax.upos",
    "syntax.uas",
    "syntax.las",
)


def quantisation(folder: Path, float_weights: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """
    For each figure, what is lost: 32 bits less 8 bits, negative where 8 bits do better.

    Raises:
        EvaluationError: there are no 32-bit weights, or they are of another training than the shipped ones.
    """
    if not (float_weights / "encoder.onnx").is_file():
        raise EvaluationError(
            str(float_weights),
            "no 32-bit weights, expected encoder.onnx",
            f"python -m according.training export training-run/checkpoint.pt --out {float_weights} --float",
        )
    with with_weights(float_weights) as whole:
        eight_version, whole_version = subject.tagger().version, whole.tagger().version
        if eight_version != whole_version:
            raise EvaluationError(str(float_weights), f"weights of '{whole_version}', expected '{eight_version}'")
        before = {figure.name: figure.value for figure in [*attribution(folder, whole), *syntax(folder, whole)]}
    after = [*attribution(folder, subject), *syntax(folder, subject)]
    return [
        Figure(
            name=f"quantisation.{figure.name}", value=round(before[figure.name] - figure.value, 4), items=figure.items
        )
        for figure in after
        if figure.name in COMPARED
    ]
