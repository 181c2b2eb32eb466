"""
The tables of what stands across reports.

    texts 1-1 profiles n-n listed
              profiles 1-1 members
              profiles n-n pairs
    readings n-n related
    judgements, grades

`judgements` and `grades` hold what persons decided: rows are appended and never changed. All other tables here are
worked out from the records and those decisions, and can be thrown away: `according match --again`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, text

from according.store.tables import metadata

unmatched = Table(
    "unmatched",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("error", Text),
)
"""
Reports, by their ids, of which something was added since they were last matched. `error`: why one cannot be.
"""

matched_by = Table("matched_by", metadata, Column("version", String, primary_key=True))
"""One row: the scorers that decided all that stands in the tables below."""

profiles = Table(
    "profiles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, ForeignKey("texts.id"), nullable=False, unique=True),
    Column("published", BigInteger, nullable=False),
    Column("rank", BigInteger, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("profile", LargeBinary, nullable=False),
)
"""
One row for each text of a current report, at however many addresses. `published`, `rank`: see `neighbours.Place`;
`reading` is the one that the profile was made of.
"""

listed = Table(
    "listed",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("published", BigInteger, primary_key=True),
    Column("rank", BigInteger, primary_key=True),
    Column("profile", Integer, nullable=False),
)
"""For each blocking key, the profiles that hold it, in order."""

pairs = Table(
    "pairs",
    metadata,
    Column("second", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("support", Integer, nullable=False),
    Column("story", Float),
    Column("origin", Float),
    Column("kinship", String),
)
"""
Profiles that are candidates, `first` with the smaller number. `support`: see `neighbours`. `story`: how much they pull
each other into one story, like log-odds; `origin` a score, None where nothing speaks for it. The reasons are worked
out again from the profiles when somebody asks.
"""

NEAR = text("pairs.story > 0")
"""
Pairs that pull each other into one story, though others may pull them apart: their claims, too, are worth relating.
An index holds them: queries that are to use it repeat the condition word for word.
"""

KIN = text("pairs.origin IS NOT NULL")
WEAK = text("pairs.support < 3")
"""No longer candidates: `neighbours.NEEDED`."""

for _name, _column, _condition in (
    ("story", pairs.c.first, NEAR),
    ("origin", pairs.c.first, KIN),
    ("support", pairs.c.second, WEAK),
):
    Index(f"ix_pairs_{_name}", _column, sqlite_where=_condition, postgresql_where=_condition)

friends = Table(
    "friends",
    metadata,
    Column("second", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("pull", Float, nullable=False),
)
"""
What comparing gave of profiles that are no candidates, but were both found like a third: kept so that it need not be
done each time that their stories are told apart. Which of these count is asked anew each time.
"""

members = Table(
    "members",
    metadata,
    Column("profile", Integer, primary_key=True),
    Column("piece", Integer, nullable=False, index=True),
    Column("story", Integer, nullable=False, index=True),
    Column("origin", Integer, nullable=False, index=True),
)
"""
Which story and which origin a profile belongs to, each named by the number of one of its profiles. `piece`: those
among whom stories are told apart together, see `groups`.
"""

related = Table(
    "related",
    metadata,
    Column("newer", Integer, primary_key=True),
    Column("older", Integer, primary_key=True),
    Column("relations", Text, nullable=False),
)
"""How the claims of two readings stand to each other, as JSON, once somebody has asked."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("a", String, nullable=False, index=True),
    Column("b", String, nullable=False, index=True),
    Column("verdict", String, nullable=False),
    Column("judged_by", String, nullable=False),
    Column("note", Text),
    Column("judged_at", String, nullable=False),
)
"""
What persons decided of two reports, by their ids, `a` before `b`. `kind`: story · origin. `verdict`: same · different ·
withdrawn, which ends all that stood of the pair before. Of one person, the last word on a pair counts.
"""

grades = Table(
    "grades",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("grade", String, nullable=False),
    Column("graded_by", String, nullable=False),
    Column("note", Text),
    Column("graded_at", String, nullable=False),
)
"""The Admiralty grades that persons gave to sources; the last one counts. `folded` is the source in small letters."""
