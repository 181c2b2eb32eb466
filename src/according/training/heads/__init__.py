"""
The heads, one file each. A head reads the encoder's vectors of the words and says what its loss
is (training) and what its outputs are (run time). To add one: write its file, add it to `HEADS`,
and give its labels in `according.tagging.labels`.
"""

from __future__ import annotations

from according.training.heads.attribution import AttributionHead
from according.training.heads.certainty import CertaintyHead
from according.training.heads.events import EventsHead
from according.training.heads.mentions import MentionsHead
from according.training.heads.syntax import SyntaxHead
from according.training.heads.vectors import VectorsHead

HEADS = {
    "attribution": AttributionHead,
    "syntax": SyntaxHead,
    "mentions": MentionsHead,
    "vectors": VectorsHead,
    "events": EventsHead,
    "certainty": CertaintyHead,
}
"""Every head by name, in the order of the graph's outputs."""

__all__ = ["HEADS", "AttributionHead", "CertaintyHead", "EventsHead", "MentionsHead", "SyntaxHead", "VectorsHead"]
