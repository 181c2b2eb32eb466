"""A matcher of a few lines: reports whose one line of text is numbers, which say all that is compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from according.matching.clustering import clusters
from according.records import Bond, ClaimAt, EventAt, Record, Relation, Step
from according.store.matcher import Compared


@dataclass(frozen=True)
class Tiny:
    """`at`: where its event lies on a line; `text`: whose text it is; `keys`: its blocking keys."""

    at: float
    text: int
    keys: tuple[str, ...]

    def to_bytes(self) -> bytes:
        return json.dumps([self.at, self.text, self.keys]).encode()


class TinyMatcher:
    """Two reports are of one story as far as they are near, and of one origin where their text is one."""

    def __init__(self, version: str = "tiny 1") -> None:
        self.version = version
        self.compared = self.related = 0

    def profile(self, record: Record) -> Tiny:
        """`record.report.text`: "at=3 text=1 keys=a,b", and any words after it."""
        found = dict(word.split("=") for word in record.report.text.split() if "=" in word)
        return Tiny(float(found["at"]), int(found["text"]), tuple(found["keys"].split(",")))

    def load(self, data: bytes) -> Tiny:
        at, text, keys = json.loads(data)
        return Tiny(at, text, tuple(keys))

    def keys(self, profile: Tiny) -> Iterable[tuple[str, int]]:
        """A key that ends in "?" is not enough by itself; of those that end in "??" it takes three."""
        return [(key, 3 - key.count("?")) for key in profile.keys]

    def compare(self, older: Tiny, newer: Tiny) -> Compared:
        self.compared += 1
        apart = abs(older.at - newer.at)
        kin = older.text and older.text == newer.text
        if kin:
            return Compared(story=8.0 - apart, origin=1.0 / (1 + apart), kinship="copy")
        return Compared(story=2.0 - apart)

    def bonds(self, older: Tiny, newer: Tiny) -> tuple[Bond, ...]:
        if not older.text or older.text != newer.text:
            return ()
        reason = Step(stage="matching", rule="text", field="origin", value=f"both have text {older.text}")
        return (
            Bond(
                kind="origin", a="", b="", probability=1.0, relation="copy", reasons=(reason,), decided_by=self.version
            ),
        )

    def clusters(self, reports, pulls, decided):
        return clusters(reports, pulls, decided.same, decided.different)

    def friends(self, pulls, reports):
        """All pairs of reports that both pull a third."""
        near = {}
        for (a, b), pull in pulls.items():
            if pull > 0:
                near.setdefault(a, set()).add(b)
                near.setdefault(b, set()).add(a)
        return {pair for some in near.values() for pair in combinations(sorted(some), 2)} if reports < 9 else ()

    def pull(self, older: Tiny, newer: Tiny) -> float:
        self.compared += 1
        return 1.5 - abs(older.at - newer.at)

    def account(self, record: Record) -> Record:
        return record

    def relate(self, older: Record, newer: Record, compared: Compared) -> tuple[Relation, ...]:
        """The first claims of both, where their events are one."""
        self.related += 1
        if (compared.story or 0) <= 0:
            return ()
        at = [ClaimAt(report=record.report.id, claim=record.claims[0].id) for record in (newer, older)]
        reason = Step(stage="matching", rule="near", spans=newer.claims[0].content)
        return (Relation(newer=at[0], older=at[1], relation="restates", reasons=(reason,), decided_by=self.version),)

    def happenings(self, records: Sequence[Record]) -> tuple[EventAt, ...]:
        return ()

    def independent(self, origins: Sequence[Sequence[Tiny]]) -> int:
        return len(origins)
