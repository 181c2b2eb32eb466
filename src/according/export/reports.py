"""The reports that are in the ledger, in the order they were read."""

from __future__ import annotations

from collections.abc import Iterator

from according.store import ClaimFilter, EventFilter, KeptReport, Ledger


def reports(ledger: Ledger) -> Iterator[KeptReport]:
    """
    The current version of each report with its newest reading, one in memory at a time.

    Found by their claims and events: a report in which nothing at all was found is left out.
    """
    seen: set[str] = set()
    for found in (ledger.claims(ClaimFilter()), ledger.events(EventFilter(statements=True))):
        for each in found:
            if each.report.key not in seen:
                seen.add(each.report.key)
                yield each.report
