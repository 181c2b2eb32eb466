"""
The mentions of a report and which of them mean the same: shared by attribution and grounding.

`attribution.references` asks whom a source's words mean, `grounding` which entities there are.
"""

from __future__ import annotations

from according.mentions.chains import Link, link
from according.mentions.features import Chain
from according.mentions.finding import Found, find
from according.mentions.parse import Parse
from according.mentions.understanding import Understood, understand

__all__ = ["Chain", "Found", "Link", "Parse", "Understood", "find", "link", "understand"]
