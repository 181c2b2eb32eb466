"""
How the claims of two reports stand to each other.

The first rule that holds decides: a denial, what was open and is settled since, counts of one scope, other details,
and last the likeness of the words. Contradictions and denials are accusations, so each needs more than likeness: the
same scope, the same person, a party that is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from according.matching.relations import changing, counting, denying, hedging, marks, reasons
from according.matching.relations.details import Difference, differences
from according.matching.relations.nations import nations
from according.matching.relations.pairs import PROBABLE, Between, Pair, pair_of
from according.matching.relations.statements import Account, Statement
from according.matching.relations.tellers import same
from according.matching.relations.words import shared, total
from according.records import Relation, Step

BY = "relations 1"
EVENT = 0.4
"""
Probability of the same event from which a rule that trusts it may speak. Below it only claims that are alike in their
own words are related.
"""

STEEP, MIDDLE = 7.8, 0.25
"""
The probability of the same event that is guessed from the likeness of title and lead where the caller gives none: one
half at `MIDDLE`. Set by eye on the development gold; stories have a scorer of their own, fitted and calibrated.
"""

FADES = ((3, 1.0), (7, 0.8), (30, 0.6))
FADED = 0.45
"""How much of their likeness two reports keep when so many days lie between them: a war's reports are much alike."""

CONTAINED, ALIKE, TOLD = 0.55, 0.3, 7.0
"""
One wording retells the other when it shares so much of the shorter one, or of both, and the shared words weigh `TOLD`
at least. Set on the development gold, where 0.45 to 0.6 and 0.25 to 0.35 give macro-F1 within 0.02; looser ones find
more retellings there, and more that are none elsewhere.
"""

COUNTED = 0.4
"""The share that is enough where both give the same count of the same measure."""

SAID = 4.0
"""What the shared words weigh at least without names: claims about one man are not yet one claim."""

UNTELLING = frozenset({"killed", "wounded", "people", "attack", "police", "polic"})

FAR_ALIKE, FAR_TOLD = 0.5, 14.0
"""The same where the reports tell of other events: only a passage that is retold as a whole, such as background."""

WHOLE, LITTLE = 0.65, 3.5
"""A short claim is retold by fewer words when nearly all are the same: "may have been arson"."""

DAYS_APART = 2
"""Days between two reports whose leads may be of one day, where they do not tell the day. A guess."""

BIRTHDAY = 180
"""Days after which one year more of age is no contradiction."""


def compare(a: Account, b: Account, *, copies: bool = False, same_event: float | None = None) -> Iterator[Relation]:
    """The relations between the statements of two accounts."""
    older, newer = (a, b) if (a.published or "", a.report) <= (b.published or "", b.report) else (b, a)
    days = _days(older, newer)
    event = same_event if same_event is not None else guessed(a, b, days)
    known = Between(event=event, copies=copies, days=days, leads=_may_be_one_day(a, b, days))
    numbers = counting.told(older), counting.told(newer)
    for first in older.statements:
        for second in newer.statements:
            pair = pair_of(first, second, known)
            found = _relation(pair, numbers)
            if found:
                yield found


def likeness(a: Account, b: Account) -> float:
    """How alike the titles and leads of two reports are: shared weight by the geometric mean of both, 0 to 1."""
    whole = math.sqrt(total(a.about) * total(b.about))
    return total(shared(a.about, b.about)) / whole if whole else 0.0


def _may_be_one_day(a: Account, b: Account, days: int | None) -> bool:
    """
    Whether the leads may tell of one day: by the days in them, else by those of publication.

    The day of publication itself may stand there for no event ("Posted 4 October").
    """
    if a.days & b.days:
        return True
    if a.days - {(a.published or "")[:10]} and b.days - {(b.published or "")[:10]}:
        return False
    return days is None or days <= DAYS_APART


def guessed(a: Account, b: Account, days: int | None) -> float:
    """A guess of how probable it is that two reports speak of one event, by their titles, leads and dates."""
    kept = next((kept for most, kept in FADES if days is not None and days <= most), FADED if days is not None else 1.0)
    return 1 / (1 + math.exp(-STEEP * (kept * likeness(a, b) - MIDDLE)))


def _days(older: Account, newer: Account) -> int | None:
    try:
        return (
            date.fromisoformat((newer.published or "")[:10]) - date.fromisoformat((older.published or "")[:10])
        ).days
    except ValueError:
        return None


def _relation(pair: Pair, numbers: tuple[counting.Told, counting.Told]) -> Relation | None:
    if pair.event >= EVENT:
        found = _denied(pair) or _settled(pair) or _counted(pair, numbers) or _differing(pair)
        if found:
            return found
    return _retold(pair) if pair.common else None


def _denied(pair: Pair) -> Relation | None:
    for denial, claim in ((pair.newer, pair.older), (pair.older, pair.newer)):
        common = denying.meets(denial, claim, pair.event)
        if common is not None:
            return _made("denies", denial, claim, 0.7, reasons.words("a denial of the same matter", common))
    return None


def _settled(pair: Pair) -> Relation | None:
    for older, newer in pair.orders():
        name = changing.change(older.marks, newer.marks, bool(pair.common.keys() - UNTELLING))
        if name:
            return _made("updates", newer, older, 0.7, reasons.step("settled since", name))
        charged = "charge" in older.marks and "charge" in newer.marks
        charges = changing.more_counts(older.frame, newer.frame) if charged else None
        if charges:
            return _made("updates", newer, older, 0.7, reasons.step("charges raised", " → ".join(charges)))
    return None


def _counted(pair: Pair, numbers: tuple[counting.Told, counting.Told]) -> Relation | None:
    found = counting.compared(pair, numbers)
    if found is None:
        return None
    older, newer = (pair.newer, pair.older) if found.turned else (pair.older, pair.newer)
    steps = (reasons.figures(found.older, found.newer), reasons.tellers(older.teller, newer.teller))
    return _made(found.relation, newer, older, 0.75, *steps, reasons.words("the same matter", pair.common))


def _differing(pair: Pair) -> Relation | None:
    for found in differences(pair.older.details, pair.newer.details):
        if found.about.startswith("the age") and pair.days is not None and pair.days > BIRTHDAY:
            continue
        if found.about == "the number of attackers" and not pair.is_one_event:
            continue
        if found.about == "the cause" and not pair.common:
            continue
        one = same(pair.older.teller, pair.newer.teller)
        relation = "corrects" if one is True or pair.is_one_outlet else "contradicts"
        steps = (_difference(found), reasons.tellers(pair.older.teller, pair.newer.teller))
        return _made(relation, pair.newer, pair.older, 0.7, *steps)
    return None


def _difference(found: Difference) -> Step:
    return reasons.step(f"differs: {found.about}", f"{found.older} → {found.newer}")


def _retold(pair: Pair) -> Relation | None:
    older, newer = pair.older, pair.newer
    if older.claim.polarity != newer.claim.polarity or pair.is_other_day:
        return None
    if older.words.casefold() == newer.words.casefold():
        return _with_loss(pair, "quotes" if older.quotes & newer.quotes else "identical", 0.95)
    if older.quotes & newer.quotes:
        return _with_loss(pair, "quotes", 0.9)
    if older.numbers and newer.numbers and not counting.share_number(older, newer):
        return None
    if not _is_retold(pair):
        return None
    score = min(0.9, 0.4 + pair.contained / 2)
    two = not any(one.teller.narrator or "JRN" in one.teller.calling for one in (older, newer))
    one_body = same(older.teller, newer.teller)
    if two and one_body is not True and marks.EITHER.search(older.frame + newer.frame):
        one, other = (older, newer) if marks.EITHER.search(older.frame) else (newer, older)
        if not marks.EITHER.search(other.frame):
            return _made("refines", other, one, score, reasons.step("one of what was left open", other.frame))
    sure = counting.share_count(older, newer) or pair.alike >= ALIKE
    if two and sure and one_body is False and pair.alike < WHOLE and not pair.copies:
        steps = (reasons.words("shared words", pair.common), reasons.tellers(older.teller, newer.teller))
        return _made("supports", newer, older, score, *steps)
    return _with_loss(pair, "restates", score)


def _is_retold(pair: Pair) -> bool:
    weight = total(pair.common)
    names = (pair.older.names | pair.newer.names) | nations().keys()
    said = sum(share for word, share in pair.common.items() if word not in names)
    if pair.event < PROBABLE:
        return weight >= FAR_TOLD and pair.alike >= FAR_ALIKE and said >= SAID
    if pair.alike >= WHOLE and weight >= LITTLE:
        return True
    enough = COUNTED if counting.share_count(pair.older, pair.newer) else CONTAINED
    return weight >= TOLD and said >= SAID and (pair.contained >= enough or pair.alike >= ALIKE)


def _with_loss(pair: Pair, relation: str, score: float) -> Relation:
    older, newer = pair.older, pair.newer
    loss = hedging.lost(newer, older)
    if loss is None and not pair.days:
        loss = hedging.lost(older, newer)
        if loss:
            older, newer = newer, older
    steps = [reasons.words("shared words", pair.common)]
    if loss:
        steps.append(reasons.loss(loss))
    return _made(relation, newer, older, score, *steps, lost=loss is not None)


def _made(
    relation: str, newer: Statement, older: Statement, score: float, *steps: Step, lost: bool = False
) -> Relation:
    return Relation(
        newer=newer.at,
        older=older.at,
        relation=relation,
        hedge_loss=lost,
        probability=round(score, 3),
        reasons=(*steps, *reasons.wordings(newer, older)),
        decided_by=BY,
    )
