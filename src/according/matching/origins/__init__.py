"""
Which reports go back to one origin: copies, rewrites of one agency's text, texts of one newsroom, and reports whose
main claim rests on the same source; and which report shows something of its own.
"""

from __future__ import annotations

from according.matching.origins.candidates import keys
from according.matching.origins.comparing import Kinship, kinship
from according.matching.origins.groups import Origin, origins
from according.matching.origins.independence import independent_origins, shows_its_own
from according.matching.origins.lineages import Lineage, lineage

__all__ = [
    "Kinship",
    "Lineage",
    "Origin",
    "independent_origins",
    "keys",
    "kinship",
    "lineage",
    "origins",
    "shows_its_own",
]
