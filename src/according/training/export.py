"""
A checkpoint as one ONNX file with 8-bit weights, for a run time without PyTorch.

Weights of matrix products and of the table of word pieces become 8-bit integers with a scale a
column (a row of the table); activations are quantised as they come (onnxruntime's dynamic
quantisation). What is lost is measured by `make evaluate`, never assumed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import torch

from according.errors import TrainingError
from according.tagging import labels
from according.training.encoder import original
from according.training.heads import HEADS
from according.training.model import Model

INPUTS = ("pieces", "features", "starts", "sentences")
LABELS = ("UPOS", "DEPREL", "NAMES", "NOUNS", "LINKS", "ROLES", "EVENTS", "MODES", "EVENT_STATUSES")
LARGEST = 30_000_000
"""Bytes that the file may have: what the repository takes for weights."""


def export(checkpoint: Path, out: Path, quantised: bool = True) -> Path:
    """
    The path of ``encoder.onnx``, written into the folder `out` beside ``vocabulary.txt``.

    Raises:
        TrainingError: the checkpoint does not fit the model, or the file would be over `LARGEST`.
    """
    kept = torch.load(checkpoint, map_location="cpu", weights_only=False)
    model = Model()
    model.load_state_dict(kept["averaged"])
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        write_graph(model, plain)
        made = Path(folder) / "encoder.onnx"
        if quantised:
            quantise(plain, made)
        else:
            shutil.copy(plain, made)
        describe(made, kept)
        if quantised and made.stat().st_size > LARGEST:
            raise TrainingError(str(checkpoint), f"{made.stat().st_size} bytes, expected at most {LARGEST}")
        shutil.copy(made, out / "encoder.onnx")
    shutil.copy(original() / "vocab.txt", out / "vocabulary.txt")
    return out / "encoder.onnx"


def write_graph(model: Model, path: Path) -> None:
    """The model in 32 bits, for any number of windows, pieces and words."""
    pieces = torch.randint(1000, 2000, (2, 20))
    starts = torch.arange(1, 19)[None].repeat(2, 1)
    sentences = torch.arange(18)[None].repeat(2, 1) // 9
    with torch.no_grad():  # so that the example has cues to follow
        model.heads["attribution"].anchor[-1].bias.add_(20)  # type: ignore[union-attr, index, operator]
    names = [name for head in HEADS.values() for name in head.outputs]  # type: ignore[attr-defined]
    axes: dict[str, Any] = {
        "pieces": {0: "windows", 1: "pieces"},
        "features": {0: "windows", 1: "pieces"},
        "starts": {0: "windows", 1: "words"},
        "sentences": {0: "windows", 1: "words"},
        **{name: {0: "windows", 1: "words"} for name in names},
        **{name: {0: "windows", 1: "words", 2: "words"} for name in ("arcs", "actors", "recipients")},
        "links": {0: "cues", 1: "words"},
        **{name: {0: "cues"} for name in ("cue_window", "cue_word", "cue_odds")},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (pieces, torch.zeros_like(pieces), starts, sentences),
            str(path),
            input_names=list(INPUTS),
            output_names=names,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    lower_bias(path)


def lower_bias(path: Path) -> None:
    """Take back the 20 that `write_graph` added to the anchors' bias, in the file."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path))
    for weight in graph.graph.initializer:
        if weight.name == "heads.attribution.anchor.3.bias":
            weight.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weight) - 20, weight.name))
            break
    else:
        raise TrainingError(str(path), "no bias of the anchors in the graph", "see export.lower_bias")
    onnx.save(graph, str(path))


def quantise(plain: Path, path: Path) -> None:
    """8-bit weights, a scale a column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = plain.with_name("ready.onnx")
    quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


def describe(path: Path, kept: dict[str, Any]) -> None:
    """Write into the file what it was trained on, and its labels."""
    import onnx

    graph = onnx.load(str(path))
    said = {
        "leave_out": json.dumps(list(kept["recipe"]["leave_out"])),
        "step": str(kept["step"]),
        "epochs": kept["run"]["epochs"],
        "seed": kept["run"]["seed"],
        "labels": json.dumps({name: getattr(labels, name) for name in LABELS}),
    }
    onnx.helper.set_model_props(graph, said)
    onnx.save(graph, str(path))
