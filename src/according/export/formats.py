"""
Every format that the ledger is handed out in: its name, its module, and what it is made of.

    csv parquet                               the ledger's own tables
    plover icews gdelt acled ucdp geojson     events
    web-annotation schema-org prov stix       claims
    citron nif                                claims, report by report

A format is one module with one verb, `write`; its docstring says what the format is, by which rule it is made and,
in the paragraph that begins "Lost:", what it cannot carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc

LOST = "Lost: "
"""Begins the paragraph of a format's docstring that says what it cannot carry."""

TABLES = ("claims", "events", "sources", "reports")
"""What csv and parquet can hold, one a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """
    One way out. `made_of`: "claims", "events", or "table" where it may be either, or sources or reports.

    `what` and `loses` are for a list of formats; `about` and `lost` say it whole. `is_binary`: its `write` takes a
    binary file instead of one of text.
    """

    name: str
    module: str
    made_of: str
    what: str
    loses: str
    is_binary: bool = False

    @property
    def about(self) -> tuple[str, ...]:
        """The paragraphs of the format's description, each on one line."""
        written = import_module(f"according.export.{self.module}").__doc__ or ""
        return tuple(" ".join(paragraph.split()) for paragraph in cleandoc(written).split("\n\n"))

    @property
    def lost(self) -> str:
        """
        What the format cannot carry.

        >>> BY_NAME["citron"].lost.startswith("what the outlet says on its own word")
        True
        """
        return next(text.removeprefix(LOST) for text in self.about if text.startswith(LOST))


FORMATS = (
    Format(
        name="csv",
        module="comma_separated",
        made_of="table",
        what="a table for spreadsheets",
        loses="text and reasons",
    ),
    Format(
        name="parquet",
        module="parquet",
        made_of="table",
        what="a table for pandas, polars, DuckDB, R",
        loses="text and reasons",
        is_binary=True,
    ),
    Format(
        name="plover",
        module="plover",
        made_of="events",
        what="PLOVER events with auxiliary modes, JSON Lines",
        loses="what PLOVER leaves out (statements, denials, disasters, elections), spans and reasons",
    ),
    Format(
        name="icews",
        module="icews",
        made_of="events",
        what="ICEWS's columns, one row a pair of parties",
        loses="what did not happen, how surely it did, figures, and what CAMEO has no code for",
    ),
    Format(
        name="gdelt",
        module="gdelt",
        made_of="events",
        what="GDELT 2.0's columns, one row a pair of parties",
        loses="what did not happen, how surely it did, figures, and what CAMEO has no code for",
    ),
    Format(
        name="acled",
        module="acled",
        made_of="events",
        what="ACLED's columns, one row an event and report, by a rule that the row names",
        loses="what did not happen or no rule fits, ACLED's actors and regions, that two reports tell of one event",
    ),
    Format(
        name="ucdp",
        module="ucdp",
        made_of="events",
        what="UCDP GED's columns, one row a lethal event and report, by a rule that the row names",
        loses="what killed nobody or did not happen, UCDP's conflicts and dyads, that two reports tell of one event",
    ),
    Format(
        name="geojson",
        module="geojson",
        made_of="events",
        what="a map of events, no point where only a country or province is known",
        loses="what did not happen or has no place, spans and reasons",
    ),
    Format(
        name="web-annotation",
        module="annotations",
        made_of="claims",
        what="W3C Web Annotations of claims, sources and cues, JSON-LD",
        loses="events, places, times and figures",
    ),
    Format(
        name="schema-org",
        module="schema_org",
        made_of="claims",
        what="schema.org Claim and Quotation, JSON-LD",
        loses="who passed a claim on, offsets, anonymity, events",
    ),
    Format(
        name="prov",
        module="provenance",
        made_of="claims",
        what="PROV-O, the chain of sources as derivations, Turtle",
        loses="spans, events, places, times and figures",
    ),
    Format(
        name="stix",
        module="stix",
        made_of="claims",
        what="a STIX 2.1 bundle of reports, notes, identities and locations",
        loses="reasons, figures and times of events; stance stands in an extension",
    ),
    Format(
        name="citron",
        module="citron",
        made_of="claims",
        what="BBC Citron's quotes, one report a line",
        loses="the outlet's own words, what is nobody's, chains, stance and certainty, events",
    ),
    Format(
        name="nif",
        module="nif",
        made_of="claims",
        what="NLP Interchange Format, Turtle",
        loses="anonymity, events, times and figures, reasons",
    ),
)

BY_NAME = {each.name: each for each in FORMATS}
