"""
How often a phrase at each path was an actor or a recipient in our marked examples: the rows of `events/priors.csv`.

Every example is parsed as a report of its own by the package's weights, and its phrases are found as
`according.events.participants` finds them, so that what is counted is what will be asked for. Count
anew after new weights, new examples, or a change to how paths are found.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

import according.events
from according.attribution import attribute
from according.events.participants import candidates, is_agent
from according.events.paths import is_verb
from according.events.priors import pattern
from according.events.referents import Referents, top
from according.events.syntax import Syntax
from according.grounding import ground
from according.records import Report, Span
from according.segmenting import segment
from according.tagging import Tagger, tag
from according.training import event_examples

SHIPPED = Path(according.events.__file__).parent / "priors.csv"
"""The counts that come with the package."""

FOLDS = 5
"""Parts of the examples, one of which can be left out to measure on it. A convention of ours."""

FEWEST = 3
"""Rows of fewer phrases say nothing that the broader row does not (`priors.STRENGTH`). A guess."""

COLUMNS = ("trigger", "path", "phrase", "type", "phrases", "actors", "recipients")

Key = tuple[str, str, str, str]
Counts = dict[Key, list[int]]
"""Phrases, actors and recipients by kind of trigger, path, kind of phrase, and type or "*"."""


def write(out: Path, leave_out: int | None = None) -> int:
    """
    How many rows of counts were written to `out`; `leave_out` is the fold of the examples that is not counted.

    Raises:
        TrainingError: an example cannot be read.
        InstallationError: the weights are missing.
    """
    rows = [row for row in event_examples.load() if fold(row["text"]) != leave_out]
    tagger = Tagger()
    seen = track(rows, description="Parsing examples", console=Console(stderr=True))
    found = table(count((row, parsed(row, tagger)) for row in seen), leave_out)
    part = out.with_name(out.name + ".part")
    part.write_text(found, encoding="utf-8")
    part.replace(out)
    return found.count("\n") - 2


def fold(text: str) -> int:
    """
    The fold of an example, the same on every machine and wherever the example stands.

    >>> fold("Rebels freed two men."), fold("Rebels freed three men.")
    (1, 4)
    """
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def parsed(row: dict[str, Any], tagger: Tagger) -> Referents:
    """An example's words with their dependencies, and what its pronouns mean."""
    report = Report(id=row["id"], text=row["text"])
    segmentation = segment(report)
    tags = tag(report, segmentation, tagger)
    attributed = attribute(report, segmentation, tags, tagger.version)
    sources = tuple(one.source for one in attributed.attributions if one.source)
    return Referents(Syntax(report, tags), ground(report, segmentation, tags, sources))


def count(examples: Iterable[tuple[dict[str, Any], Referents]]) -> Counts:
    """What stood at each path of the examples' events."""
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    for row, referents in examples:
        for event in row["events"]:
            for keys, is_actor, is_recipient in phrases(event, referents):
                for key in keys:
                    counts[key][0] += 1
                    counts[key][1] += is_actor
                    counts[key][2] += is_recipient
    return counts


def phrases(event: dict[str, Any], referents: Referents) -> Iterator[tuple[set[Key], bool, bool]]:
    """
    Each phrase that may take part in a marked event: the rows it counts for, whether it is an actor, a recipient.

    A pronoun that is neither is left out: its noun, in another sentence, may well take part.
    """
    syntax = referents.syntax
    trigger = max(words(event["trigger"], referents), key=lambda word: len(syntax.written[word]))
    actors, recipients = (
        {top(syntax, words(span, referents)) for span in event[part]} for part in ("actors", "recipients")
    )
    kind, governor = event["type"], "verb" if is_verb(syntax, trigger) else "noun"
    for one in candidates(syntax, trigger, kind, referents.antecedents):
        if syntax.tags.upos[one.head] == "PRON" and one.head not in actors | recipients:
            continue
        phrase = "agent" if is_agent(syntax, one.head) else "thing"
        broader = {(governor, path, phrase, "*") for path in (one.path, pattern(one.path))}
        keys = broader | {(governor, one.path, "any", "*"), (governor, one.path, phrase, kind)}
        yield keys, one.head in actors, one.head in recipients


def words(span: list[int], referents: Referents) -> range:
    """The words that share a character with ``[start, end]``."""
    return referents.words(Span(start=span[0], end=span[1]))


def table(counts: Counts, leave_out: int | None = None) -> str:
    """The counts as the text of `priors.csv`, in the order of their keys."""
    what = "" if leave_out is None else f", without fold {leave_out} of {FOLDS}"
    text = io.StringIO()
    text.write(f"# Counted in training/examples/events by path{what}; see priors.py.\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((*key, *numbers) for key, numbers in sorted(counts.items()) if numbers[0] >= FEWEST)
    return text.getvalue()
