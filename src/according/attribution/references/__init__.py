"""Whom a source's words mean where they are "he", "the officials" or "one of them"."""

from __future__ import annotations

from according.attribution.references.groups import group_of
from according.attribution.references.resolving import Reference, refer, resolve

__all__ = ["Reference", "group_of", "refer", "resolve"]
