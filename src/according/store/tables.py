"""
The tables of the ledger, as of the newest schema.

    texts 1-n reports 1-n readings 1-n claims 1-n links
                                   1-n events 1-n parties
                                   1-n attributions
                                   1-n spans

and `claim_events` between claims and events. `match_tables` has those of what stands across reports.

Rows are appended and never changed. A report is *current* when no other supersedes it; its current reading is
its newest. `migrations` makes these tables, step by step; a test holds that both say the same.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True)


schema = Table(
    "according_schema",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("written_by", String, nullable=False),
    Column("written_at", String, nullable=False),
)
"""One row for each migration that was applied; the largest `version` is the database's. Also tells whose file it is."""

texts = Table(
    "texts",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
)
"""Each text once, by its SHA-256: what all spans count in."""

reports = Table(
    "reports",
    metadata,
    _number(),
    Column("key", String, nullable=False, unique=True),
    Column("id", String, ForeignKey("texts.id"), nullable=False, index=True),
    Column("path", String, index=True),
    Column("url", String, index=True),
    Column("version", Integer, nullable=False),
    Column("supersedes", Integer, ForeignKey("reports.number"), unique=True),
    Column("added_at", String, nullable=False),
)
"""
One version of one report. `key` is the name that commands show: the first eight characters of `id`, with "-2"
where another report has them too (the same text at another address). `path` is absolute. `version` counts from 1.
"""

readings = Table(
    "readings",
    metadata,
    _number(),
    Column("report", Integer, ForeignKey("reports.number"), nullable=False, index=True),
    Column("made_by", String, nullable=False),
    Column("read_at", String, nullable=False),
    Column("title", String),
    Column("publisher", String),
    Column("published", String),
    Column("digest", String, nullable=False),
    Column("record", Text, nullable=False),
)
"""
What one release of According found in one report. `record` is the contract's JSON object without the text, which
`texts` holds; `digest` is the SHA-256 of that JSON without the report's path, so that "./a.txt" is "a.txt".
"""

inputs = Table(
    "inputs",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), primary_key=True),
)
"""Which reading came of which bytes, options and release: what need not be read again."""

claims = Table(
    "claims",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False, index=True),
    Column("id", String, nullable=False),
    Column("content", Text, nullable=False),
    Column("stance", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("status", String, nullable=False),
    Column("attribution", String),
    Column("said_on", String),
    Column("confidence", Float, nullable=False),
)
"""`id` is the record's own ("c1"); `content` is its words, "..." where they are not contiguous."""

links = Table(
    "links",
    metadata,
    _number(),
    Column("claim", Integer, ForeignKey("claims.number"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("innermost", Boolean, nullable=False),
    Column("name", String, nullable=False),
    Column("voice", String, nullable=False),
    Column("folded", String, nullable=False),
    Column("entity", String),
    Column("identification", String),
    Column("count", String),
    Column("country", String),
    Column("sectors", String, nullable=False),
    Column("role", String),
    Column("role_status", String),
    Column("relation", String),
    Column("grounds", String),
)
"""
A claim's chain. `position` 0 is the outlet. `innermost` is the one who vouches; of what is attributed to nobody,
none does. `name` is how the link is shown; `voice` whom it is counted as, which for "one of the officials" is "the
officials"; `folded` is what a search for a source looks through. `sectors` are joined by blanks.
"""

events = Table(
    "events",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False, index=True),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("type", String),
    Column("mode", String, index=True),
    Column("quad", String),
    Column("trigger", Text, nullable=False),
    Column("polarity", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("status", String, nullable=False),
    Column("place", String),
    Column("place_folded", String, nullable=False),
    Column("place_country", String, index=True),
    Column("begins", String, index=True),
    Column("ends", String, index=True),
    Column("confidence", Float, nullable=False),
)
"""
What happened. `id` is the record's own ("v1"). `kind` is PLOVER's type, or for what PLOVER leaves out the mode in
capitals ("STATEMENT"). `trigger` is words; `place` the name, or the words of a place that is not resolved;
`place_folded` what a search for a place looks through. `begins`, `ends`: first and last day, None where the time
names no days.
"""

parties = Table(
    "parties",
    metadata,
    _number(),
    Column("event", Integer, ForeignKey("events.number"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("folded", String, nullable=False),
    Column("entity", String),
    Column("country", String, index=True),
    Column("sectors", String, nullable=False),
)
"""
Who takes part in an event: `role` is actor or recipient, `position` counts from 0 within it. `name` is how the party
is shown; `folded` is what a search looks through. `sectors` are joined by blanks.
"""

claim_events = Table(
    "claim_events",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("event", Integer, ForeignKey("events.number"), primary_key=True, index=True),
)
"""Which claim tells of which event."""

attributions = Table(
    "attributions",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False, index=True),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("source", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("parent", String),
    Column("confidence", Float, nullable=False),
)
"""`source`, `cue` and `content` are words, empty where there are none."""

spans = Table(
    "spans",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False, index=True),
    Column("place", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
)
"""Every span of a record: where in it ("claims/c1/content/0"), and the words that it covered when it was written."""

rejections = Table(
    "rejections",
    metadata,
    _number(),
    Column("path", String, nullable=False, index=True),
    Column("error", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("rejected_at", String, nullable=False),
)
"""What could not be read: the class of the error and its message."""
