"""Claims and their sources, dates and names, as boards, differences and records of sources show them."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from according.cli.console import printable
from according.matching.boards.board import OUTLET, Voice, Wording

MOST_WORDS = 24
"""Words of a claim that are shown; the claim's name leads to the rest."""

UNDATED = "undated"


def day(published: str | None) -> str:
    """A date as boards show it."""
    return (published or UNDATED)[:10]


def quoted(words: str, most: int = MOST_WORDS) -> str:
    """
    The first words of a claim.

    >>> quoted("one two three", 2), quoted("one two", 2)
    ('one two ...', 'one two')
    """
    all_words = words.split()
    return printable(" ".join(all_words[:most]) + (" ..." if len(all_words) > most else ""))


def name(wording: Wording) -> str:
    """A claim's name, as `according why` takes it."""
    return f"{wording.at.report[:8]}:{wording.at.claim}"


def voice(one: Voice) -> Text:
    """Somebody who speaks: the name, and below it who that is."""
    known = [one.role, one.country, "in its own words" if one.identification == OUTLET else _kind(one)]
    below = ", ".join(part for part in known if part)
    shown = Text(printable(one.name))
    if below:
        shown.append(f"\n{printable(below)}", style="dim")
    return shown


def _kind(one: Voice) -> str | None:
    """How a voice is identified, where that is not by its own name."""
    if one.identification in ("unnamed", "collective"):
        return f"not named ({one.grounds.replace('-', ' ')})" if one.grounds else "not named"
    return {"named": None, "role-only": "by office"}.get(one.identification or "", one.identification)


def grid(*ratios: int | None) -> Table:
    """A grid whose columns share the width by their ratios; those without one take what they need."""
    made = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in ratios:
        made.add_column(ratio=ratio, no_wrap=ratio is None, overflow="fold")
    return made
