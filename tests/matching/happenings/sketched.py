"""Sketches of invented events, made by hand."""

from __future__ import annotations

from typing import Any

from according.matching.happenings.sketches import Setting, Sketch, Spot
from according.matching.happenings.words import base


def words(said: str) -> frozenset[str]:
    return frozenset(map(base, said.split()))


def sketch(trigger: str, report: str, near: str = "", published: str | None = None, **more: Any) -> Sketch:
    """A sketch whose trigger, parties and surroundings are given as words; the first of the trigger is the main one."""
    for role in ("actors", "recipients", "others", "names", "moments", "figures"):
        more[role] = words(more.get(role, ""))
    said = words(f"{trigger} {near}").union(*(more[r] for r in ("actors", "recipients", "others", "names")))
    setting = Setting(report=report, published=published, names=more["names"], words=said)
    return Sketch(setting=setting, head=base(trigger.split(maxsplit=1)[0]), trigger=words(trigger), near=said, **more)


def town(number: int, latitude: float) -> Spot:
    return Spot(geonames_id=number, precision="town", latitude=latitude, longitude=30.0)


def raid(report: str = "a", **more: Any) -> Sketch:
    """Gunmen attacked the market of Bunia; `more` says what is told otherwise."""
    told = {"actors": "gunmen", "recipients": "market", "others": "Bunia", "names": "Bunia", "opens": True} | more
    return sketch("attacked", report, **told)
