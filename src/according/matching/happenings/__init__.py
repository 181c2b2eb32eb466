"""
Which mentions of events, of one report or of several, are of the same event: cross-document event coreference.

`together` groups mentions that are asked about at once; `profile`, `keys` and `sameness` are for the ledger, which
compares two reports alone (`between` for all their events at once).
"""

from __future__ import annotations

from according.matching.happenings.grouping import together
from according.matching.happenings.judging import between, keys, sameness
from according.matching.happenings.marking import Marked
from according.matching.happenings.recording import Recorded, profile
from according.matching.happenings.sketches import Profile
from according.matching.happenings.vectors import with_vectors

__all__ = [
    "Marked",
    "Profile",
    "Recorded",
    "between",
    "keys",
    "profile",
    "sameness",
    "together",
    "with_vectors",
]
