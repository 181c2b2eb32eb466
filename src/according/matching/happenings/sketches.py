"""
What is kept of each mention of an event, to be compared with those of other reports without either report at hand.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from according.errors import BadRecord
from according.matching.happenings.words import root

Words = frozenset[str]

SIZE = 64
"""
Numbers of a vector. In five-fold cross-validation over ECB+'s training topics 64 of the trigger's words alone did as
well (CoNLL F1 0.796) as all 384 with those of sentence and report beside them (0.795), and better than 40 of the
trigger, 12 of the sentence and 12 of the report (0.791).
"""

SCALE = 127
"""What the numbers of a vector are kept times, as 8-bit whole numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """
    The report that a mention stands in: its `names` and telling `words`, as `words.base` gives them.

    `published` is an ISO 8601 date or date and time, None when nothing tells.
    """

    report: str
    published: str | None = None
    names: Words = frozenset()
    words: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An event's place: `precision` as in `records.Place`; degrees of WGS 84."""

    geonames_id: int
    precision: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """
    One mention of an event. All words are keys of `words.base`.

    `head` is the trigger's main word, `trigger` its telling words. `actors`, `recipients`, `others`: who or what takes
    part, by their role in the clause; `around`: what the clause that the mention stands in has else. `names`,
    `moments`, `figures`, `near`: names, words that tell when, numbers and telling words of its sentence, the trigger
    left out. `sentence` is its number in the report, `opens` that it is one of the first two that hold a verb.
    `type` is PLOVER's, None where the mention is of none. `day` is the ISO 8601 day that its own clause gives it,
    `spot` the place. `is_current`: it is told as news, not as background. `vector`: see `vectors`; None when absent.
    """

    setting: Setting
    id: str = ""
    head: str
    trigger: Words
    actors: Words = frozenset()
    recipients: Words = frozenset()
    others: Words = frozenset()
    around: Words = frozenset()
    names: Words = frozenset()
    moments: Words = frozenset()
    figures: Words = frozenset()
    near: Words = frozenset()
    sentence: int = 0
    opens: bool = False
    type: str | None = None
    day: str | None = None
    spot: Spot | None = None
    is_current: bool = True
    vector: str | None = None

    @property
    def roots(self) -> Words:
        """The keys of `words.root` of the trigger's words."""
        return frozenset(root(word) for word in self.trigger)

    @property
    def head_root(self) -> str:
        """The same of the main word."""
        return root(self.head)

    @property
    def parties(self) -> Words:
        """Whoever and whatever takes part, in any role."""
        return self.actors | self.recipients | self.others | self.around

    def numbers(self) -> NDArray[np.float32]:
        """The vector's 64 numbers, -1 to 1; zeros when it is absent."""
        return unpacked(self.vector)


def packed(numbers: NDArray[np.float32]) -> str:
    """
    64 numbers as text of 88 characters (base64 of 8-bit whole numbers), scaled to the largest.

    >>> len(packed(np.ones(64, np.float32)))
    88
    """
    found = numbers / max(float(np.abs(numbers).max()), 1e-9)
    return base64.b64encode(np.round(found * SCALE).astype(np.int8).tobytes()).decode("ascii")


def unpacked(vector: str | None) -> NDArray[np.float32]:
    """
    The numbers that `packed` kept; zeros for None and for what is no vector of ours.

    >>> float(unpacked(packed(np.ones(64, np.float32))).sum()), float(unpacked("?").sum())
    (64.0, 0.0)
    """
    try:
        data = base64.b64decode(vector or "", validate=True)
    except ValueError:
        data = b""
    if len(data) != SIZE:
        return np.zeros(SIZE, np.float32)
    found: NDArray[np.float32] = np.frombuffer(data, np.int8).astype(np.float32) / np.float32(SCALE)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The mentions of one report, small enough to be kept for each report of a large ledger."""

    setting: Setting
    sketches: tuple[Sketch, ...] = field(default=())

    def to_bytes(self) -> bytes:
        """The profile as compressed JSON; the same profile gives the same bytes."""
        rows = [_row(self.setting), *(_row(sketch) for sketch in self.sketches)]
        return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 9)

    @staticmethod
    def from_bytes(data: bytes) -> Profile:
        """
        The profile that `to_bytes` wrote.

        Raises:
            BadRecord: the bytes hold none.
        """
        try:
            first, *rest = json.loads(zlib.decompress(data))
            setting = Setting(**_keywords(Setting, first))
            return Profile(
                setting=setting,
                sketches=tuple(Sketch(setting=setting, **_keywords(Sketch, row)) for row in rest),
            )
        except (zlib.error, ValueError, TypeError) as error:
            raise BadRecord(
                "Profile.from_bytes", f"found no profile of events ({error})", "according rematch"
            ) from error


def _row(one: Setting | Sketch) -> list[object]:
    """The fields' values as JSON has them, a sketch's setting left out."""
    values: list[object] = []
    for name in _names(type(one)):
        value = getattr(one, name)
        if isinstance(value, frozenset):
            value = " ".join(sorted(value))
        elif isinstance(value, Spot):
            value = [value.geonames_id, value.precision, value.latitude, value.longitude]
        values.append(value)
    return values


def _keywords(kind: type[Setting | Sketch], row: list[object]) -> dict[str, Any]:
    """The arguments that `_row` wrote."""
    found: dict[str, Any] = dict(zip(_names(kind), row, strict=True))
    for one in fields(kind):
        value = found.get(one.name)
        if one.type == "Words" and isinstance(value, str):
            found[one.name] = frozenset(value.split())
        elif one.name == "spot" and isinstance(value, list):
            number, precision, latitude, longitude = value
            found["spot"] = Spot(geonames_id=number, precision=precision, latitude=latitude, longitude=longitude)
    return found


def _names(kind: type[Setting | Sketch]) -> list[str]:
    return [one.name for one in fields(kind) if one.name != "setting"]
