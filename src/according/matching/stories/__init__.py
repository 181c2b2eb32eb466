"""
Which reports have the same main event.

    outline     what a report says of its main event, made once: `Outline`
    keys        under which keys others of its story look for it
    likeness    how likely two reports have the same main event, with the reasons: `Likeness`
    stories     the groups of reports that have

An outline is compared with another alone: no date of today, no other report, no statistics of the ledger.
"""

from __future__ import annotations

from according.matching.stories.grouping import stories
from according.matching.stories.keys import keys
from according.matching.stories.likeness import Likeness, likeness
from according.matching.stories.outline import Outline, outline

__all__ = ["Likeness", "Outline", "keys", "likeness", "outline", "stories"]
