"""
Invented reports as records, without the model: what a text says is given beside it.

    report("Blast in Kayes", "2 killed on Monday", "2020-03-02", towns={"Kayes": (14.4, -11.4)})
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from according.records import Entity, Place, Quantity, Record, Report, Span, Time


def report(
    title: str,
    text: str,
    published: str | None = None,
    *,
    towns: Mapping[str, tuple[float, float]] = {},
    days: Mapping[str, str] = {},
    persons: Sequence[str] = (),
) -> Record:
    """The record of one report. "9 killed" and "9 injured" in the text become quantities."""
    whole = f"{title}\n\n{text}\n"
    name = hashlib.sha256(whole.encode()).hexdigest()
    return Record(
        report=Report(id=name, text=whole, title=title, published=published),
        entities=tuple(Entity(id=f"e{number}", name=person, kind="person") for number, person in enumerate(persons)),
        places=tuple(
            Place(spans=(span,), name=town, country="MLI", latitude=north, longitude=east, precision="town")
            for town, (north, east) in towns.items()
            for span in found(town, whole)
        ),
        times=tuple(
            Time(spans=(span,), type="DATE", value=value, anchor=published)
            for words, value in days.items()
            for span in found(words, whole)
        ),
        quantities=tuple(
            Quantity(spans=(Span(start=match.start(), end=match.end()),), value=float(match[1]), measure=match[2])
            for match in re.finditer(r"(\d+) (killed|injured)", whole)
        ),
    )


def found(words: str, text: str) -> list[Span]:
    """Where words stand in a text."""
    return [Span(start=match.start(), end=match.end()) for match in re.finditer(re.escape(words), text)]
