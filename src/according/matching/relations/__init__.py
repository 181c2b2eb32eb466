"""
How the claims of two reports stand to each other: identical, restates, refines, supports, updates, contradicts,
denies, corrects, quotes; and the hedges that a retelling lost.
"""

from __future__ import annotations

from according.matching.relations.relating import compare
from according.matching.relations.statements import Account, account
from according.records import Record, Relation

__all__ = ["Account", "account", "compare", "relate"]


def relate(a: Record, b: Record, *, copies: bool = False, same_event: float | None = None) -> tuple[Relation, ...]:
    """
    The relations between the claims of two reports that may speak of one event.

    `copies` tells that one report copies the other, `same_event` the probability that their main event is the same;
    None where the caller does not know. Each relation gives its reasons; unrelated claims have none.
    """
    return tuple(compare(account(a), account(b), copies=copies, same_event=same_event))
