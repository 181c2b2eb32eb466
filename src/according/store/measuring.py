"""A ledger of profiles alone, for measuring what matching costs as it grows: `according bench --match`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, insert, select

from according.records import Record
from according.store import matching, migrations, pairs, sqlite, tables
from according.store.match_tables import members
from according.store.match_tables import pairs as pairs_table
from according.store.matcher import Matcher
from according.store.neighbours import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What there is: pairs that are candidates, stories, origins, the reports of the largest story."""

    pairs: int
    stories: int
    origins: int
    largest: int


class Archive:
    """A database in which records are matched as `Ledger.match` does it, but not kept."""

    def __init__(self, path: Path, matcher: Matcher) -> None:
        self._engine = sqlite.open_engine(path, 1.0).execution_options(writes=True)
        self._shelf = pairs.Shelf(matcher)
        self._reports = 0
        sqlite.use_write_ahead_log(self._engine)
        with self._engine.begin() as connection:
            migrations.migrate(connection, 0, "")

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def add(self, records: Sequence[Record]) -> None:
        """Make the records' profiles and match them, in one transaction."""
        matcher = self._shelf.matcher
        with self._engine.begin() as connection:
            connection.execute(insert(tables.texts), [{"id": each.report.id, "text": ""} for each in records])
            batch = matching.Batch(connection, self._shelf)
            for each in records:
                batch.enter(each.report.id, 0, moment(each.report), matcher.profile(each))
            batch.finish(self._reports)  # numbers count from 1, without gaps
            self._reports += len(records)

    def size(self) -> Size:
        """What has become of what was added."""
        with self._engine.begin() as connection:
            count = connection.execute(select(func.count()).select_from(pairs_table)).scalar_one()
            columns = (func.count(func.distinct(members.c.story)), func.count(func.distinct(members.c.origin)))
            stories, origins = connection.execute(select(*columns)).one()
            of_story = select(func.count()).select_from(members).group_by(members.c.story).order_by(func.count().desc())
            largest = connection.execute(of_story).scalars().first()
        return Size(pairs=count, stories=stories, origins=origins, largest=largest or 0)
