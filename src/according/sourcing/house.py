"""
How a house wants its reports checked: a TOML file, all of it optional.

    [sourcing]
    off = ["unattributed-fact"]     # rules that are not asked; `according sourcing --help` names them
    conflict_events = 3             # acts of conflict from which a party that never speaks is asked after
    measures = ["killed", "injured"]  # the figures that need a source
    alike = 0.5                     # words that two claims share, from which one bears the other out
    quoted_words = 14               # words of a claim that a question quotes
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields

from according.errors import SettingsError
from according.sourcing.prompts import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """
    A house's choices.

    `off`: rules not asked. `conflict_events`: acts of conflict that make a party of somebody; two, since
    one may be a mistake of ours. `measures`: of `records.Quantity`. `alike`: share of the shorter claim's
    telling words that two claims on one thing have in common, a guess. `quoted_words`: at most so many are quoted.
    """

    off: tuple[str, ...] = ()
    conflict_events: int = 2
    measures: tuple[str, ...] = ("killed", "injured", "missing", "displaced", "arrested", "abducted")
    alike: float = 0.6
    quoted_words: int = 14


EXPECTED = {
    "off": "a list of rules",
    "conflict_events": "a whole number from 1",
    "measures": 'a list of measures like "killed"',
    "alike": "a number from 0 to 1",
    "quoted_words": "a whole number from 1",
}


def read_house(toml: str, where: str) -> House:
    """
    The choices that a configuration file makes; what it leaves out stays as it is.

    Raises:
        SettingsError: no TOML, a key or a rule that does not exist, a value that cannot be.

    >>> read_house('[sourcing]\\noff = ["passive-hearsay"]', "house.toml").off
    ('passive-hearsay',)
    >>> read_house('[sourcing]\\noff = ["passive"]', "house.toml")
    Traceback (most recent call last):
    ...
    according.errors.SettingsError: house.toml, [sourcing] off: found 'passive', expected rules.
    Name some of: one-unnamed-source, ...
    """
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            where, f"found no TOML ({error}), expected a table [sourcing]", '[sourcing]\noff = ["passive-hearsay"]'
        ) from error
    section = data.get("sourcing", {})
    if not isinstance(section, dict):
        raise SettingsError(
            where, f"found sourcing = {section!r}, expected a table", '[sourcing]\noff = ["passive-hearsay"]'
        )
    for key in data:
        if key != "sourcing":
            raise SettingsError(
                where, f"found {key!r}, expected [sourcing] alone", "Move its settings, or leave it out."
            )
    known = {field.name for field in fields(House)}
    made: dict[str, object] = {}
    for key, value in section.items():
        place = f"{where}, [sourcing] {key}"
        if key not in known:
            raise SettingsError(place, "found no such setting", f"Settings are: {', '.join(sorted(known))}.")
        if not _fits(key, value):
            raise SettingsError(place, f"found {value!r}, expected {EXPECTED[key]}", f"{key} = {_example(key)}")
        made[key] = tuple(value) if isinstance(value, list) else value
    for rule in made.get("off", ()):  # type: ignore[attr-defined]
        if rule not in RULES:
            raise SettingsError(
                f"{where}, [sourcing] off", f"found {rule!r}, expected rules", f"Name some of: {', '.join(RULES)}."
            )
    return House(**made)  # type: ignore[arg-type]


def _fits(key: str, value: object) -> bool:
    if key in ("off", "measures"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(value, bool):
        return False
    if key == "alike":
        return isinstance(value, int | float) and 0 <= value <= 1
    return isinstance(value, int) and value >= 1


def _example(key: str) -> str:
    value = getattr(House(), key)
    return str(list(value)).replace("'", '"') if isinstance(value, tuple) else str(value)
