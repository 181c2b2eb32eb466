"""Stage 7: attributions become claims, each with its chain of sources and its reasons."""

from __future__ import annotations

from according.claims.assembling import assemble

__all__ = ["assemble"]
