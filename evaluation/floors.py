"""The least that each figure may be, in floors.toml: compared, raised, and lowered only on request."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.figures import Figure, is_cost, is_guarded

FILE = Path(__file__).resolve().parent / "floors.toml"

TOLERANCE = 0.005
"""
How far below a measured share its floor is set: 8-bit arithmetic rounds differently on different processors.
A guess, not yet measured: the spread of one set of weights over several processors would measure it.
"""


@dataclass(slots=True, kw_only=True)
class Floors:
    """
    `least`: a figure may not be below. `most`: a cost may not be above.

    `corpora`: fingerprints of what was measured on.
    """

    least: dict[str, float] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    corpora: dict[str, str] = field(default_factory=dict)


def load(path: Path = FILE) -> Floors:
    """The floors as they stand."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(least=table.get("floors", {}), most=table.get("ceilings", {}), corpora=table.get("corpora", {}))


def failures(floors: Floors, measured: Iterable[Figure]) -> list[str]:
    """
    One line for each figure on the wrong side of its floor; nan is always wrong.

    >>> failures(Floors(least={"syntax.uas": 0.88}), [Figure(name="syntax.uas", value=0.87)])
    ['syntax.uas is 0.87, its floor 0.88']
    """
    out = []
    for figure in measured:
        floor, ceiling = floors.least.get(figure.name), floors.most.get(figure.name)
        if floor is not None and not figure.value >= floor:
            out.append(f"{figure.name} is {figure.value:g}, its floor {floor:g}")
        if ceiling is not None and not figure.value <= ceiling:
            out.append(f"{figure.name} is {figure.value:g}, its ceiling {ceiling:g}")
    return out


def moved(floors: Floors, measured: Iterable[Figure], may_lower: bool) -> Floors:
    """
    The floors raised to what was measured, less the tolerance; lowered too if `may_lower`.

    >>> moved(Floors(least={"syntax.uas": 0.9}), [Figure(name="syntax.uas", value=0.89)], may_lower=False).least
    {'syntax.uas': 0.9}
    >>> moved(Floors(), [Figure(name="seed.found", value=18.0, items=20)], may_lower=False).least
    {'seed.found': 18.0}
    """
    least, most = dict(floors.least), dict(floors.most)
    for figure in measured:
        if math.isnan(figure.value) or not is_guarded(figure.name):
            continue
        if is_cost(figure.name):
            ceiling = math.ceil((figure.value + slack(figure.value)) * 1000) / 1000
            most[figure.name] = ceiling if may_lower else min(ceiling, most.get(figure.name, math.inf))
        else:
            is_count = figure.name.startswith("seed.")
            floor = figure.value if is_count else math.floor((figure.value - TOLERANCE) * 1000) / 1000
            least[figure.name] = floor if may_lower else max(floor, least.get(figure.name, -math.inf))
    return Floors(least=least, most=most, corpora=floors.corpora)


def slack(value: float) -> float:
    """
    How far above a measured cost its ceiling is set: the tolerance for a share, a tenth for times and megabytes,
    which other work on the machine moves. A guess; repeated runs of `according bench` would measure it.
    """
    return TOLERANCE if abs(value) <= 1 else value / 10


def save(floors: Floors, path: Path = FILE) -> None:
    """The floors written back; the comments at the top of the file stay."""
    head = path.read_text(encoding="utf-8").split("\n[", 1)[0].replace("\n# None measured yet.", "")
    parts = [head.rstrip() + "\n"]
    for title, values in (("floors", floors.least), ("ceilings", floors.most)):
        parts.append(f"[{title}]\n" + "".join(f'"{name}" = {value:g}\n' for name, value in sorted(values.items())))
    parts.append("[corpora]\n" + "".join(f'{name} = "{value}"\n' for name, value in sorted(floors.corpora.items())))
    path.write_text("\n".join(parts), encoding="utf-8")
