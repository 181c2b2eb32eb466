"""CAMEO's code of an event, by the crosswalk of cameo.toml, and its weight on Goldstein's scale."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from according.store import KeptEvent

TYPES = {"JRN": "MED", "MED": "HLH", "SOC": "CVL", "PRM": None, "PRE": None, "UNK": None}
"""PLOVER's sectors that CAMEO calls otherwise (JRN is its MED, MED its HLH), or has no code for."""

QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""(last root, GDELT's QuadClass): verbal, material cooperation, verbal, material conflict. PLOVER cuts otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """A code, its root, the root's name, GDELT's QuadClass, and Goldstein's weight of the code."""

    code: str
    root: str
    name: str
    quad: int
    goldstein: float

    @property
    def base(self) -> str:
        """The code's first three figures."""
        return self.code[:3]


@cache
def _table() -> dict[str, dict[str, str]]:
    written: dict[str, dict[str, str]] = tomllib.loads(
        (files("according.export") / "data" / "cameo.toml").read_text(encoding="utf-8")
    )
    return written


def cameo(event: KeptEvent) -> Cameo | None:
    """The code of an event; None for what CAMEO has no code for."""
    return coded(event.kind, event.event.mode)


def coded(kind: str, mode: str | None = None) -> Cameo | None:
    """
    The code of a kind of event and its mode.

    >>> coded("COERCE", "arrest").code, coded("COERCE", "censor").code, coded("DISASTER", "disaster")
    ('173', '170', None)

    A mode may belong under another root than its type: to burn a house down is to coerce, to CAMEO.

    >>> coded("ASSAULT", "destroy").name
    'Coerce'
    """
    table = _table()
    code = table["modes"].get(f"{kind}/{mode}") or table["kinds"].get(kind)
    if code is None:
        return None
    root = code[:2]
    quad = next(quad for last, quad in QUADS if int(root) <= last)
    return Cameo(code=code, root=root, name=table["roots"][root], quad=quad, goldstein=float(table["goldstein"][code]))


def actor_types(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """
    CAMEO's types of an actor, at most three, the principal one first.

    >>> actor_types(("MIL", "JRN", "PRM"))
    ('MIL', 'MED')
    """
    found = [TYPES.get(sector, sector) for sector in sectors]
    return tuple(dict.fromkeys(code for code in found if code))[:3]
