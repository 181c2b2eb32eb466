"""
The day on which a statement was made, apart from when what it tells of happened.

Told by a time expression of the cue's own clause: "said on Wednesday", "On Wednesday, ... insisted". A
participle shares its verb's day ("repeated her doubts on Monday, warning that ..."). The same source's next
statement keeps the day that the one before it gave outright. The outlet itself speaks on the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from according.claims.narrator import within
from according.records import Attribution, Report, SourceLink, Step, Tags, Time

DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
"""A TIMEX3 value that is a day, or a time of one: "2024-05-17", "2024-05-17T09:00". A week or a month is no day."""

FURTHEST = 12
"""Steps from a time expression up to its cue; more, and the tree is taken to be wrong. A guess."""

CLAUSES = frozenset(("acl", "acl:relcl", "advcl:relcl", "ccomp", "csubj"))
"""Relations over which a day does not reach: what stands below tells of another act."""


def spoken_on(
    attribution: Attribution, tags: Tags, times: Sequence[Time], contents: Sequence[Attribution]
) -> Step | None:
    """
    The day that the cue's own clause gives, as a reason; None where it gives none.

    Args:
        times: those of the cue's sentence.
        contents: the other attributions; what is in their contents is told by them, but for those that hold this cue.
    """
    cue = attribution.cue[0]
    cued = {word for span in attribution.cue for word in within(tags, span)}
    told = [a for a in (attribution, *contents) if not any(span.holds(cue) for span in a.content)]
    for time in times:
        if time.type not in ("DATE", "TIME") or not (day := DAY.match(time.value or "")):
            continue
        if any(span.meets(time.spans[0]) for a in told for span in a.content):
            continue
        if not is_of(cued, within(tags, time.spans[0]), tags):
            continue
        return Step(
            stage="claims", rule="said on: a time of the cue's clause", field="said_on", value=day[0], spans=time.spans
        )
    return None


def is_of(cue: set[int], time: Sequence[int], tags: Tags) -> bool:
    """Whether a time expression is an adjunct of the cue, or of the verb that the cue is a participle of."""
    if not cue or not time:
        return False
    if min(time) - max(cue) in (1, 2) and tags.upos[max(cue) + 1] in ("ADP", "NOUN", "PROPN", "ADV"):
        return True  # "said Wednesday", "said on Wednesday": beside it, whatever the tree says
    over = set(cue)
    for word in cue:
        if tags.deprel[word] in ("advcl", "xcomp") and tags.head[word] >= 0:
            over.add(tags.head[word])
    at = time[-1]
    for _ in range(FURTHEST):
        if at in over:
            return True
        if tags.deprel[at] in CLAUSES or tags.deprel[at] == "advcl" or tags.head[at] < 0:
            return False
        at = tags.head[at]
    return False


def kept_on(before: Step | None, mine: SourceLink | None, other: SourceLink | None) -> Step | None:
    """The day that the same source's statement gave before, for one right after it that gives none."""
    if before is None or mine is None or other is None or not is_same_source(mine, other):
        return None
    return Step(
        stage="claims",
        rule="said on: the same source's day, one statement before",
        field="said_on",
        value=before.value,
        spans=before.spans,
    )


def is_same_source(one: SourceLink, other: SourceLink) -> bool:
    """Whether two links mean the same: one entity, or one goes back to the other."""
    if one.entity is not None and one.entity == other.entity:
        return True
    mine, its = (*one.spans, *one.resolves_to), (*other.spans, *other.resolves_to)
    return any(a.meets(b) for a in mine for b in its)


def published_on(report: Report) -> Step | None:
    """The day of publication, for what the outlet says itself."""
    day = DAY.match(report.published or "")
    if day is None:
        return None
    return Step(stage="claims", rule="said on: the day of publication", field="said_on", value=day[0])
