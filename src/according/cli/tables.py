"""Claims as rows of a table, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from according.cli.acts import short
from according.cli.console import cells, printable, table
from according.contract import claim_to_dict
from according.store import KeptClaim, KeptReport
from according.vocabulary import NEWS_EVENTS

BETWEEN = " > "
"""Stands between the sources of a chain, each passing on what the next one said."""

BELOW = "= "
"""Begins the line of an event below the words of its claim."""

STANCE_STYLES = {"denied": "red", "neither-confirmed-nor-denied": "red", "confirmed": "green"}


def chain(claim: KeptClaim) -> Text:
    """A chain as it is shown: "Bay Daily > Reuters > three port officials", the innermost in bold."""
    *outer, innermost = claim.sources or ("",)
    before = BETWEEN.join((*outer, ""))
    return Text.assemble((printable(before), "dim"), (printable(innermost), "bold"))


def standing(claim: KeptClaim) -> Text:
    """How the source stands to the content: its stance, and what is not plain about it."""
    told = claim.claim
    parts = [told.stance]
    if told.polarity == "negative":
        parts.append("negative")
    if told.certainty not in ("certain", told.stance):
        parts.append(told.certainty)
    if told.status != "current":
        parts.append(told.status)
    return Text(", ".join(parts), style=STANCE_STYLES.get(told.stance, ""))


def content(claim: KeptClaim) -> Text:
    """The claim's words, and below them the events that it tells of; statements alone are not worth a line."""
    told = [short(event) for event in claim.events if event.kind != NEWS_EVENTS[0].upper()]
    shown = Text(printable(claim.content))
    for words in dict.fromkeys(told):
        shown.append(f"\n{BELOW}{printable(words)}", style="magenta")
    return shown


def claims_table(claims: Iterable[KeptClaim]) -> Table:
    """One row a claim, with its events below its words."""
    shown = table("claim", "published", "on whose word", "stance", "what")
    shown.columns[0].no_wrap = shown.columns[1].no_wrap = True
    for claim in claims:
        published = (claim.report.record.report.published or "")[:10]
        shown.add_row(*cells(claim.name, published, chain(claim), standing(claim), content(claim)))
    return shown


def of_report(kept: KeptReport) -> dict[str, object]:
    """What tells which report something stands in, and which reading of it."""
    report = kept.record.report
    return {
        "report": report.id,
        "path": report.path,
        "url": report.url,
        "publisher": report.publisher,
        "published": report.published,
        "read_at": kept.read_at,
    }


def claim_data(claim: KeptClaim) -> dict[str, object]:
    """A claim with what makes it understood outside its report; `claim` is the contract's object."""
    return {
        "name": claim.name,
        **of_report(claim.report),
        "sources": list(claim.sources),
        "words": claim.content,
        "events": [event.name for event in claim.events],
        "claim": claim_to_dict(claim.claim),
    }
