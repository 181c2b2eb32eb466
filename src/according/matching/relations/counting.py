"""What the counts of two claims make of them: a later count of one body, or two counts of which only one can hold."""

from __future__ import annotations

from dataclasses import dataclass

from according.matching.relations.figures import Count, agree, conflict, is_far, is_same_scope, number
from according.matching.relations.pairs import Pair
from according.matching.relations.statements import Account, Statement
from according.matching.relations.tellers import Teller, same
from according.matching.relations.words import weighed

SEVERAL = 2
"""Words of a source that a sentence has when it may name it: "Russian" alone does not. A guess."""

TELLING = 13
"""A number that stands in two reports by chance seldom: larger than a dozen. A guess."""

MOST_DAYS = 14
"""Days between two reports up to which their counts of one event are held against each other. A guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All counts of a report, each with whoever tells it, and all its numbers."""

    counts: tuple[tuple[Teller, Count], ...]
    numbers: frozenset[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Two counts, the later one as `newer`, and the relation they make; `turned` where the older report has it."""

    relation: str
    older: Count
    newer: Count
    turned: bool = False


def told(account: Account) -> Told:
    """All counts of a report, each with whoever tells it."""
    return Told(
        counts=tuple((statement.teller, count) for statement in account.statements for count in statement.counts),
        numbers=frozenset(number for statement in account.statements for number in statement.numbers),
    )


def share_number(older: Statement, newer: Statement) -> bool:
    """Whether a number of the one is also the other's, "nearly 30" and 29 included."""
    return bool(older.numbers & newer.numbers) or any(agree(a, b) for a in older.counts for b in newer.counts)


def share_count(older: Statement, newer: Statement) -> bool:
    """Whether both give one count of people that is more than one."""
    return any(agree(a, b) and (number(a) or 0) > 1 for a in older.counts for b in newer.counts)


def compared(pair: Pair, reports: tuple[Told, Told]) -> Counted | None:
    """
    The relation that the counts of two claims make; None where they agree, are compatible, or their scope is not the
    same.

    Where the claims agree in any number they retell each other, whatever else they count.
    """
    if not pair.older.counts or not pair.newer.counts or not pair.is_one_event:
        return None
    best = None
    for a in pair.older.counts:
        for b in pair.newer.counts:
            found = _compared(pair, a, b, reports)
            if found and (best is None or found.relation == "contradicts"):
                best = found
    return best


def _compared(pair: Pair, a: Count, b: Count, reports: tuple[Told, Told]) -> Counted | None:
    if not is_same_scope(a, b) or a.period or b.period or _is_article(a) or _is_article(b):
        return None
    if _is_list(pair.older, a) or _is_list(pair.newer, b):
        return None
    if any(agree(x, y) for x in pair.older.counts for y in pair.newer.counts if x.measure == a.measure):
        return None
    if pair.days is not None and pair.days > MOST_DAYS:
        return None
    one = same(pair.older.teller, pair.newer.teller)
    if one is True:
        return _of_one_body(pair, a, b, reports)
    if not conflict(a, b) or _is_told_apart(pair, a, b, reports) or _may_speak_for(pair.older, pair.newer):
        return None
    if "rises" in pair.newer.marks and (number(b) or 0) > (number(a) or 0):
        return Counted(relation="updates", older=a, newer=b)
    if not pair.days and "rises" in pair.older.marks and (number(a) or 0) > (number(b) or 0):
        return Counted(relation="updates", older=b, newer=a, turned=True)
    return Counted(relation="contradicts", older=a, newer=b)


def _of_one_body(pair: Pair, a: Count, b: Count, reports: tuple[Told, Told]) -> Counted | None:
    """
    What two counts of one body make; nothing where the newer report tells the older count as well, as of two events.
    """
    x, y = number(a), number(b)
    if x is None or y is None or x == y or is_far(a, b) or not _is_one_group(a, b):
        return None
    if _has(reports[1], a) and not pair.newer.marks & {"rises", "revised"}:
        return None
    if y > x:
        return Counted(relation="updates", older=a, newer=b)
    if not pair.days:
        return Counted(relation="updates", older=b, newer=a, turned=True)
    return Counted(relation="corrects", older=a, newer=b) if conflict(a, b) and "revised" in pair.newer.marks else None


def _is_list(statement: Statement, count: Count) -> bool:
    """Whether the claim counts several of a kind, "50 crew and 20 passengers": then none of them is the whole."""
    return len({number(c) for c in statement.counts if c.measure == count.measure and c.part != "part"}) > 1


def _is_one_group(a: Count, b: Count) -> bool:
    """Whether both count the same people; "civilians" and "people" are one, as one body's words change."""
    return a.group == b.group or {a.group, b.group} <= {"", "civilian"}


def _is_told_apart(pair: Pair, a: Count, b: Count, reports: tuple[Told, Told]) -> bool:
    """
    Whether one of the two reports has both numbers, and not as competing tolls: then it tells two scopes apart.

    "At least 20 were killed" and, by the same monitor, "15 were killed in the harbour" do not contradict 20. A
    count that tells no event of its own ("nine people had died") is of the report's main event, whatever stands
    beside it, unless both reports have both numbers.
    """
    older, newer = reports
    if "competing" in pair.older.marks or "competing" in pair.newer.marks:
        return False
    has_newer, has_older = _has(older, b), _has(newer, a)
    if pair.older.thin or pair.newer.thin:
        own = _has(older, b, pair.older.teller) or _has(newer, a, pair.newer.teller)
        return own or (has_newer and has_older)
    return has_newer or has_older


def _has(report: Told, count: Count, by: Teller | None = None) -> bool:
    """Whether a report has the count, told `by` somebody; large numbers whatever they are said to measure."""
    if by is None and (number(count) or 0) >= TELLING and number(count) in report.numbers:
        return True
    return any(agree(other, count) and (by is None or _may_be_one(teller, by)) for teller, other in report.counts)


def _may_be_one(a: Teller, b: Teller) -> bool:
    """Whether two tellers of one report may be one body: "a monitor" and "the Observatory" may."""
    one = same(a, b)
    return one is True or (one is None and bool(a.calling & b.calling))


def _may_speak_for(a: Statement, b: Statement) -> bool:
    """
    Whether the outlet's own words may be those of the other's source.

    A piece of a sentence that somebody vouches for is not the outlet's, and "Coast Guard: 50 rescued" names the
    source.
    """
    if any(one.teller.narrator and not (one.alone or one.headline or "competing" in one.marks) for one in (a, b)):
        return True
    return any(one.teller.narrator and _names(one.sentence, other.teller.words) for one, other in ((a, b), (b, a)))


def _names(sentence: str, source: str) -> bool:
    return len(weighed(sentence).keys() & weighed(source).keys()) >= SEVERAL


def _is_article(count: Count) -> bool:
    """Whether the words are "a pilot": that counts nobody."""
    return number(count) == 1 and count.words.lower().split()[0] not in ("one", "1")
