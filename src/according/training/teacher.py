"""The original model's sentence vectors, worked out once and kept beside the checkpoints."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from according.training.documents import Document
from according.training.encoder import Encoder, load, original


def teach(families: dict[str, list[Document]], folder: Path, device: torch.device) -> None:
    """Give every document its `teacher` vectors, from the file in `folder` where it has them."""
    documents = [document for family in families.values() for document in family]
    path = folder / "teacher.npz"
    known = dict(np.load(path)) if path.is_file() else {}
    for document in documents:
        sentences = document.words.sentences[-1] + 1 if document.spans else 0
        document.teacher = known.get(key(document))
        if document.teacher is not None and len(document.teacher) != sentences:
            document.teacher = None
    missing = [document for document in documents if document.teacher is None and document.spans]
    if not missing:
        return
    encoder = Encoder()
    load(encoder)
    encoder.to(device).eval()
    every = [(document, number, text) for document in missing for number, text in texts(document)]
    every.sort(key=lambda one: len(one[2]))
    for document in missing:
        document.teacher = np.zeros((document.words.sentences[-1] + 1, 384), np.float16)
    for at in track(range(0, len(every), 64), description="original model's vectors"):
        part = every[at : at + 64]
        for (document, number, _), vector in zip(
            part, vectors(encoder, [text for _, _, text in part], device), strict=True
        ):
            assert document.teacher is not None
            document.teacher[number] = vector
    kept = {key(document): document.teacher for document in documents if document.teacher is not None}
    np.savez(path, allow_pickle=False, **kept)


def key(document: Document) -> str:
    """A name for a document that is one across corpora."""
    return f"{document.corpus}|{document.id}".replace("/", "_")


def texts(document: Document) -> list[tuple[int, str]]:
    """``(number, text)`` of each sentence."""
    bounds: dict[int, tuple[int, int]] = {}
    for span, number in zip(document.spans, document.words.sentences, strict=True):
        start, _ = bounds.get(number, (span.start, span.end))
        bounds[number] = (start, span.end)
    return [(number, document.text[start:end]) for number, (start, end) in bounds.items()]


@torch.inference_mode()
def vectors(encoder: Encoder, sentences: list[str], device: torch.device) -> NDArray[np.float16]:
    """all-MiniLM-L6-v2's vectors: mean over pieces, length 1; ``(sentences, 384)``."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(original() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    encoded = [torch.tensor(one.ids) for one in tokenizer.encode_batch(sentences)]
    pieces = pad_sequence(encoded, batch_first=True).to(device)
    with torch.autocast(device.type, torch.bfloat16):
        hidden = encoder(pieces, torch.zeros_like(pieces))
    seen = (pieces != 0).float()[..., None]
    mean = (hidden.float() * seen).sum(1) / seen.sum(1)
    return functional.normalize(mean, dim=-1).cpu().numpy().astype(np.float16)
