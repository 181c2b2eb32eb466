"""
Whether two reports go back to one origin, and why: text in common, one agency, one newsroom, or one source of the main
claim about one matter.

Two desks that tell of one event on their own are two origins, and so are two reports that both cite the same observers
on different events. What decides is text in common and, without it, that both tell of the same matter on the same word.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from according.matching.origins.lineages import Lineage
from according.matching.origins.resting import Rest, resting
from according.matching.origins.sharing import Shared, shared
from according.records import Step

LEAD, DAYS, SOURCE, TEXT, ALONE = 9.0, -1.3, 4.7, 32.0, -4.4
"""
Log-odds that two reports have one origin: of each unit of what the first words have in common (0 to 1), of the square
root of the days between them, of the square root of the share of both that rests on the same sources, of the share of
the shorter report that stands in the other; and without any of it. Logistic regression over the 171 development pairs
and 422 pairs of different events, rounded. Fitted to one half of the events and measured on the other, twenty times:
F1 0.94 over all kinds, 0.95 for copies and 0.90 for same source; with these 0.955, 0.98 and 0.93.
"""

MOST_DAYS = 30
UNKNOWN_DAYS = 3
"""Days taken where a report has no date: neither for kinship nor much against it. A guess."""

MOST_TEXT = 0.3
COPIED = 0.6
"""Share of the shorter report from which it is called a copy: edited copies have 0.7 and more, different takes of one
agency 0.3 to 0.6. Only the name of the kinship hangs on it."""

LEAST_TEXT = 0.18
LEAST_RESTING = 0.05
"""Of text or of sources two reports must have this much in common, however alike their subjects are. Between 0.15 and
0.21 no development pair changes sides."""

LEAST_RUN = 8
"""Words of a run from which it is text; runs of five are also turns of speech: "was sentenced to three years". Seven
does as well, six and ten worse."""

MOST_APART = 7
"""Days within which two reports without common text can rest on one statement: after a week there is another one."""

ALIKE = 0.3
"""Likeness of two beginnings from which common text counts in full; below it is background more often than not. It is
0.3 and more in all but six of the development pairs that share text, and the rest have other ties."""

LEAST_LEAD = 0.2
"""Two reports without a common run of words whose beginnings are less alike than this are not looked at further."""

SAME_AGENCY = 0.1
SAME_FAMILY = 0.05
"""What a credited agency, or one newsroom, counts for beside the sources, as a share of both reports' claims: little,
for they tell of many matters a day. Guesses; 0.3 for both joins five more pairs wrongly."""

KIN = 0.85
"""
Score from which two reports have one origin. Wrong ties chain, so it is well above a half: held-back independent pairs
were joined by 16 % with 0.7, 10 % with 0.8, 8 % with 0.85, 4 % with 0.9; but there same-source F1 falls to 0.80.
"""

ENOUGH = math.log(KIN / (1 - KIN))
"""The same as log-odds: where a pair cannot reach it whatever its sources, they are not compared."""

LEAST_OWN = 40
"""Words outside quotation marks from which common text is a desk's and not its sources'. A guess."""

QUOTED_ALIKE = 8
"""Words of a quotation that are no accident when two reports have them; shorter ones are shared by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """
    How two reports, `a` and `b` by their ids, are kin.

    `kind`: copy · same-agency · same-family · same-source · none. `score`: probability that they have one origin,
    0.0 where it was clear without working it out that they have not.
    """

    a: str
    b: str
    kind: str
    score: float
    reasons: tuple[Step, ...] = ()


def kinship(a: Lineage, b: Lineage) -> Kinship:
    """How two reports are kin. The order of the two makes no difference: `a` is the lesser id."""
    a, b = sorted((a, b), key=lambda lineage: lineage.report)
    text = shared(a.wording, b.wording)
    lead = _together(
        a.wording.lead_vocabulary, a.wording.lead_weights, b.wording.lead_vocabulary, b.wording.lead_weights
    )
    if not text.words and lead < LEAST_LEAD:
        return Kinship(a=a.report, b=b.report, kind="none", score=0.0)
    telling = text.telling * min(lead / ALIKE, 1.0) if text.longest >= LEAST_RUN else 0.0
    odds = ALONE + LEAD * lead + DAYS * math.sqrt(min(_days(a, b), MOST_DAYS)) + TEXT * min(telling, MOST_TEXT)
    if odds + SOURCE < ENOUGH:
        return Kinship(a=a.report, b=b.report, kind="none", score=0.0)
    rest = resting(a.voices, b.voices)
    agencies = tuple(name for name in a.credits if name in b.credits)
    newsroom = a.family if a.family == b.family else None
    source = max(rest.share, SAME_AGENCY if agencies else 0.0, SAME_FAMILY if newsroom else 0.0)
    is_text = text.contained >= LEAST_TEXT and text.longest >= LEAST_RUN
    if not is_text and (source < LEAST_RESTING or _days(a, b) > MOST_APART):
        return Kinship(a=a.report, b=b.report, kind="none", score=0.0)
    score = round(1 / (1 + math.exp(-odds - SOURCE * math.sqrt(source))), 3)
    kind = "none" if score < KIN else _kind(text, rest, agencies, newsroom)
    reasons = _reasons(a, b, text, rest, lead) if kind != "none" else ()
    return Kinship(a=a.report, b=b.report, kind=kind, score=score, reasons=reasons)


def _together(
    one: NDArray[np.uint16], weights: NDArray[np.float32], other: NDArray[np.uint16], others: NDArray[np.float32]
) -> float:
    """The cosine of two vectors of length 1, given by their words, sorted, and weights."""
    if not len(one) or not len(other):
        return 0.0
    at = np.minimum(np.searchsorted(other, one), len(other) - 1)
    return float(weights @ np.where(other[at] == one, others[at], 0))


def _days(a: Lineage, b: Lineage) -> int:
    return UNKNOWN_DAYS if a.day is None or b.day is None else abs(a.day - b.day)


def _kind(text: Shared, rest: Rest, agencies: tuple[str, ...], newsroom: str | None) -> str:
    """What the kinship is called, by the strongest of its reasons."""
    if text.contained >= COPIED:
        return "copy"
    own = text.words * (1 - text.spoken)
    if text.contained >= LEAST_TEXT and (agencies or (own >= LEAST_OWN and text.spoken < 0.5)):
        return "same-agency"
    if newsroom is not None:
        return "same-family"
    if agencies and rest.share < SAME_AGENCY:
        return "same-agency"
    return "same-source"


def _reasons(a: Lineage, b: Lineage, text: Shared, rest: Rest, lead: float) -> tuple[Step, ...]:
    """Why two reports are kin, the weightiest reason first, each with words for a reader."""
    steps: list[Step] = []
    if text.words:
        steps.append(_step("contained", f"{text.contained:.0%} of the shorter stands in the longer", text.contained))
        steps.append(_step("longest-run", f"longest shared run {text.longest} words"))
    for name in a.credits:
        if name in b.credits:
            steps.append(_step("credit", f"both credit {name}"))
    if a.family is not None and a.family == b.family:
        steps.append(_step("family", f"both are printed by {a.family}"))
    for name in a.authors:
        if name in b.authors:
            steps.append(_step("byline", f"both are by {name}"))
    steps += [_step("quotation", f"both quote “{words}” word for word") for words in quoted_alike(a, b)[:2]]
    if rest.pairs and rest.share >= LEAST_RESTING:
        mine, theirs = rest.pairs[0]
        named = mine.name if mine.words == theirs.words or len(mine.words) >= len(theirs.words) else theirs.name
        also = "" if mine.name == theirs.name else f" (“{mine.name}”, “{theirs.name}”)"
        steps.append(_step("source", f"the main claims of both rest on {named}{also}", rest.share))
    days = "" if a.day is None or b.day is None else f", published {_apart(abs(a.day - b.day))}"
    steps.append(_step("matter", f"titles and first paragraphs agree to {lead:.0%}{days}", lead))
    return tuple(steps)


def _apart(days: int) -> str:
    return "the same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"


def _step(rule: str, words: str, score: float | None = None) -> Step:
    return Step(
        stage="matching", rule=rule, field="origin", value=words, score=None if score is None else round(score, 3)
    )


def quoted_alike(a: Lineage, b: Lineage) -> tuple[str, ...]:
    """How the quotations begin that stand in both reports word for word, the longest first."""
    there = b.wording.sorted_runs
    found = []
    for (first, last), words in zip(a.wording.quoted, a.quotations, strict=False):
        if last - first >= QUOTED_ALIKE and np.isin(a.wording.runs[first : last - 4], there).all():
            found.append((first - last, words))
    return tuple(words for _, words in sorted(found))
