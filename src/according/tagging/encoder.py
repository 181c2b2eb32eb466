"""The trained encoder and its heads, run by onnxruntime: windows in, every head's scores out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from according.errors import InstallationError
from according.tagging.windows import Window

Scores = dict[str, NDArray[np.float32]]

WEIGHTS = "encoder.onnx"
VOCABULARY = "vocabulary.txt"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WindowScores:
    """
    One window's scores, padding cut off. For `words` words and `cues` possible cues:

    `upos` (words, 17) · `arcs` (words, words) · `deprel` (words, labels) · `names` (words, 19) ·
    `nouns` (words, 10) · `vectors` (words, 384) · `anchors` (words) · `roles` (words, 3) ·
    `cue_word` (cues) · `cue_odds` (cues) · `links` (cues, words, 7) · `acts` (words, 20) · `modes` (words, 66) ·
    `act_statuses` (words, 5) · `actors`, `recipients` (words, words) · `parties` (words, 32) · `happened` (words, 22).
    """

    window: Window
    scores: Scores


class Encoder:
    """
    The model, loaded once. Thread-safe: onnxruntime's sessions are.

    Args:
        folder: holds `encoder.onnx` and `vocabulary.txt`; None takes the package's own.
        threads: 0 leaves it to onnxruntime.

    Raises:
        InstallationError: the weights are missing or damaged.
    """

    def __init__(self, folder: Path | None = None, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # a thread that spins between reports is a core taken from the stages around; the whole path loses nothing
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with as_file(files("according.tagging") / "weights") as own:
            weights, vocabulary = (folder or own) / WEIGHTS, (folder or own) / VOCABULARY
            for path in (weights, vocabulary):
                if not path.is_file():
                    raise InstallationError(
                        str(path),
                        "no such file; the package's weights are missing",
                        "pip install --force-reinstall according",
                    )
            try:
                self.session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
            except Exception as error:  # onnxruntime raises bare classes of its own for a damaged file
                raise InstallationError(
                    str(weights), f"damaged weights ({error})", "pip install --force-reinstall according"
                ) from error
            self.tokenizer = word_tokenizer(vocabulary)
        self.outputs = [output.name for output in self.session.get_outputs()]

    @cached_property
    def version(self) -> str:
        """What the weights say of themselves, short: for a claim's `why`."""
        said = self.session.get_modelmeta().custom_metadata_map
        left = ",".join(json.loads(said.get("leave_out", "[]")))
        return f"encoder step {said.get('step', '?')}" + (f" without {left}" if left else "")

    def score(self, windows: Sequence[Window]) -> list[WindowScores]:
        """Every window's scores, in order. Windows of like length go through together."""
        order = sorted(range(len(windows)), key=lambda n: len(windows[n].pieces))
        found: list[WindowScores | None] = [None] * len(windows)
        for at in range(0, len(order), WIDE):
            numbers = order[at : at + WIDE]
            for number, scores in zip(numbers, self.run([windows[n] for n in numbers]), strict=True):
                found[number] = WindowScores(window=windows[number], scores=scores)
        return [one for one in found if one is not None]

    def run(self, windows: Sequence[Window]) -> list[Scores]:
        """The scores of windows that go through together, padding cut off."""
        longest = max(len(window.pieces) for window in windows)
        words = max(len(window.starts) for window in windows)
        given = {
            "pieces": np.zeros((len(windows), longest), np.int64),
            "features": np.zeros((len(windows), longest), np.int64),
            "starts": np.zeros((len(windows), words), np.int64),
            "sentences": np.full((len(windows), words), -1, np.int64),
        }
        for row, window in enumerate(windows):
            for name, values in given.items():
                own = getattr(window, name)
                values[row, : len(own)] = own
        out = dict(zip(self.outputs, self.session.run(self.outputs, given), strict=True))
        of_cues = {name: out.pop(name) for name in ("cue_window", "cue_word", "cue_odds", "links")}
        parted = []
        for row, window in enumerate(windows):
            count = len(window.starts)
            scores = {name: values[row, :count] for name, values in out.items()}
            scores |= {name: scores[name][:, :count] for name in ("arcs", "actors", "recipients") if name in scores}
            own = of_cues["cue_window"] == row
            scores |= {name: of_cues[name][own] for name in ("cue_word", "cue_odds")}
            scores["links"] = of_cues["links"][own, :count]
            parted.append(scores)
        return parted


WIDE = 4
"""Windows that go through together. Measured on two cores with reports of 3 to 8 windows: see `according bench`."""


def word_tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's tokenizer (uncased) for single words, from its list of pieces."""
    tokenizer = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer
