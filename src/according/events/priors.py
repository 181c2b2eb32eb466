"""
What a phrase at a path is to an act, by how often marked examples had it so.

priors.csv holds, for each kind of trigger, path and kind of phrase, how many phrases stood there in
the marked examples of `training/examples/events` and how many of them were actors and recipients;
"*" in its column of types counts all types together. Rows of fewer than three phrases are left out.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

Row = tuple[int, int, int]
"""Phrases, actors, recipients."""

UNSEEN = (0.03, 0.05)
"""That a phrase at no known path is an actor, a recipient: the share among all phrases "elsewhere" in the examples."""
STRENGTH = 4.0
"""How many phrases the broader estimate counts for beside the narrower. A guess; held-out examples would tell."""


@cache
def rows() -> dict[tuple[str, str, str, str], Row]:
    """The counts, by (kind of trigger, path, kind of phrase, type or "*")."""
    text = files("according.events").joinpath("priors.csv").read_text(encoding="utf-8")
    found = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        key = (row["trigger"], row["path"], row["phrase"], row["type"])
        found[key] = (int(row["phrases"]), int(row["actors"]), int(row["recipients"]))
    return found


@cache
def prior(trigger: str, path: str, phrase: str, kind: str) -> tuple[float, float]:
    """
    The probabilities that a phrase is the actor and a recipient.

    From the broadest to the narrowest: any path, the path's pattern (`pattern`), the path, the path
    of this type of act; each leans on the broader one.

    >>> prior("verb", "subj", "agent", "ASSAULT")[0] > 0.8 > 0.2 > prior("verb", "subj:pass", "agent", "ASSAULT")[0]
    True
    """
    actor, recipient = UNSEEN
    for key in (
        (trigger, pattern(path), phrase, "*"),
        (trigger, path, "any", "*"),
        (trigger, path, phrase, "*"),
        (trigger, path, phrase, kind),
    ):
        phrases, actors, recipients = rows().get(key, (0, 0, 0))
        actor = (actors + STRENGTH * actor) / (phrases + STRENGTH)
        recipient = (recipients + STRENGTH * recipient) / (phrases + STRENGTH)
    return actor, recipient


def pattern(path: str) -> str:
    """
    A path with every preposition alike, and without where a subject was shared from.

    >>> pattern("o|prep:against"), pattern("subj^control")
    ('o|prep:*', 'subj^*')
    """
    steps = []
    for step in path.split(">"):
        around, bar, last = step.rpartition("|")
        if around.startswith("in:"):
            around = "in:*"
        if last.startswith("prep:"):
            last = "prep:*"
        steps.append(around + bar + last.split("^")[0] + ("^*" if "^" in last else ""))
    return ">".join(steps)
