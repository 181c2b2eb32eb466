"""What may be set by whoever runs According; everything else is a constant beside the code it governs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    The choices of one run.

    `max_bytes`: a larger file is refused, not cut. Ten megabytes is about forty times the
    longest newspaper feature; what is larger is an archive, not a report.
    `threads`: how many threads the encoder may use; 0 leaves it to onnxruntime.
    """

    max_bytes: int = 10_000_000
    threads: int = 0
