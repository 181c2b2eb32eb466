"""
The words of an attribution's source, turned into source links.

    describe   who the source is, as its words tell: identification, count, country, sectors, role, anonymity
    group_words   "the Lebanese sources" in "one of the Lebanese sources"

Words and patterns alone decide (no model), each field with the rule that decided it. What no rule tells
stays None: a guess would put words about somebody into the report's mouth.
"""

from __future__ import annotations

from according.attribution.describing.linking import describe, group_words

__all__ = ["describe", "group_words"]
