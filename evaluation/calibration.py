"""
How often a claim of confidence c is right, on PolNeAR's development articles, before and after calibration.

    python -m evaluation.calibration                    the package's weights
    python -m evaluation.calibration --weights FOLDER   other weights: a checkpoint, another recipe

An attribution is right when `attribution.py` matches it by overlap: cue, content and source share words with one
annotated relation, each of which serves one attribution. What the outlet says on its own word is right when fewer
than half of its words stand in an annotated content; background within reported speech is left out.

A line through the log-odds is fitted twice, each time on half of the articles, and told on the other half ("after").
The constants printed last are fitted on all articles: paste them into src/according/claims/confidence.py.
"""

from __future__ import annotations

import argparse
import gzip
import json
import runpy
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from according.claims.confidence import calibrated
from evaluation import corpora
from evaluation.reading import INSTALLED, Subject, with_weights

DATA = "data/train/attribution/polnear_dev.jsonl.gz"
BINS = 10
ROUNDS = 50
"""Of Newton's method; two numbers settle in fewer than ten."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Claims of one kind: the extractor's score of each, whether it is right, and the number of its article."""

    scores: Floats
    right: Floats
    articles: NDArray[np.int64]


def main() -> int:
    """The exit status: 0 measured, or told that there is no data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, help="folder of other weights to measure, as `export` writes them")
    arguments = parser.parse_args()
    shared = corpora.folder()
    if not (shared / DATA).is_file():
        print(f"no {shared / DATA}: nothing was measured. Say where it is: ACCORDING_SHARED=FOLDER.", file=sys.stderr)
        return 0
    with with_weights(arguments.weights) if arguments.weights else nullcontext(INSTALLED) as subject:
        found = measured(shared, subject)
    constants = []
    for name, judged in found.items():
        before, after = judged.scores, cross_fitted(judged)
        print(f"\n{name}: {len(before)} claims, {judged.right.mean():.3f} of them right")
        for title, values in (("before", before), ("after", after)):
            print(table(title, values, judged.right))
            print(f"FIGURE calibration.{name}_ece_{title} {error(values, judged.right):.4f}")
        slope, shift = fitted(judged.scores, judged.right)
        constants.append(f"{name.upper()} = ({slope:.4f}, {shift:.4f})")
    print("\n" + "\n".join(constants))
    return 0


def measured(shared: Path, subject: Subject) -> dict[str, Judged]:
    """Claims of both kinds: "attributed" to a source, and "narrated" by the outlet."""
    with gzip.open(shared / DATA, "rt", encoding="utf-8") as lines:
        gold = [row for row in map(json.loads, lines) if row["version"] == 1]
    with tempfile.TemporaryDirectory() as work:
        manifest, records = Path(work) / "manifest.jsonl", Path(work) / "records.jsonl"
        rows = [{"text": row["text"], "title": row["id"], "published": row["date"]} for row in gold]
        manifest.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        subject.run(["read", str(manifest), "--format", "jsonl"], into=records)
        read = {record["report"]["title"]: record for record in map(json.loads, records.open(encoding="utf-8"))}
    yardstick = runpy.run_path(str(shared / "evaluate/attribution.py"))
    judged: dict[str, list[tuple[float, bool, int]]] = {"attributed": [], "narrated": []}
    for number, row in enumerate(gold):
        if row["id"] not in read:
            continue
        record, words = read[row["id"]], yardstick["words_of"](row["text"])
        relations = [yardstick["Relation"](relation, words) for relation in row["attributions"]]
        judged["attributed"] += [(*one, number) for one in attributed(record, relations, words, yardstick)]
        judged["narrated"] += [(*one, number) for one in narrated(record, relations, words, yardstick)]
    return {name: as_arrays(found) for name, found in judged.items()}


def as_arrays(found: list[tuple[float, bool, int]]) -> Judged:
    """The same by columns."""
    scores, right, articles = zip(*found, strict=True)
    return Judged(scores=np.array(scores), right=np.array(right, float), articles=np.array(articles))


def attributed(record: dict[str, Any], gold: list[Any], words: list[Any], yardstick: Any) -> list[tuple[float, bool]]:
    """(score, right) of each attribution, matched one to one as the yardstick does it."""
    found = [(yardstick["Relation"](raw, words), raw["confidence"]) for raw in record["attributions"]]
    found = [(one, score) for one, score in found if one.words["cue"] and one.words["content"]]
    free = list(range(len(found)))
    for relation in gold:
        free_hit = next((n for n in free if meets(found[n][0].words, relation.words)), None)
        if free_hit is not None:
            free.remove(free_hit)
    return [(score, number not in free) for number, (_, score) in enumerate(found)]


def meets(one: dict[str, frozenset[int]], other: dict[str, frozenset[int]]) -> bool:
    """Whether two relations are one by overlap."""
    if not one["cue"] & other["cue"] or not one["content"] & other["content"]:
        return False
    return bool(one["source"] & other["source"]) or not (one["source"] or other["source"])


def narrated(record: dict[str, Any], gold: list[Any], words: list[Any], yardstick: Any) -> list[tuple[float, bool]]:
    """(score, right) of each claim on the outlet's own word."""
    contents = frozenset[int]().union(*(relation.words["content"] for relation in gold))
    found = []
    for claim in record["claims"]:
        own = yardstick["Relation"]({"content": claim["content"]}, words).words["content"]
        if claim["attribution"] or claim["status"] == "background" or not own:
            continue
        scores = [step["score"] for step in claim["why"] if step["field"] == "confidence"]
        found.append((scores[0] if scores else claim["confidence"], len(own & contents) < len(own) / 2))
    return found


def fitted(scores: Floats, right: Floats) -> tuple[float, float]:
    """
    Slope and shift of the likeliest line through the log-odds, by Newton's method; the slope is never negative.

    A step that makes the line less likely is halved. Where a higher score is no likelier to be right, the slope is 0.
    """
    columns = np.stack([[calibrated_odds(score) for score in scores], np.ones_like(scores)], 1)
    line = np.zeros(2)
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-columns @ line))
        curve = (columns * (sure * (1 - sure))[:, None]).T @ columns + 1e-6 * np.eye(2)
        step = np.linalg.solve(curve, columns.T @ (right - sure))
        while loss(columns @ (line + step), right) > loss(columns @ line, right) and np.abs(step).max() > 1e-9:
            step = step / 2
        line = line + step
    if line[0] < 0:
        return 0.0, float(np.log(right.mean() / (1 - right.mean())))
    return float(line[0]), float(line[1])


def loss(odds: Floats, right: Floats) -> float:
    """Minus the log-likelihood of what was seen."""
    return float(np.logaddexp(0, odds).sum() - odds @ right)


def calibrated_odds(score: float) -> float:
    """The log-odds of a score, kept from the ends as `claims.confidence` keeps them."""
    kept = calibrated(score, (1.0, 0.0))
    return float(np.log(kept / (1 - kept)))


def cross_fitted(judged: Judged) -> Floats:
    """Each claim's probability by the line that was fitted without its article."""
    after = np.zeros_like(judged.scores)
    for half in (0, 1):
        told = judged.articles % 2 == half
        line = fitted(judged.scores[~told], judged.right[~told])
        after[told] = [calibrated(score, line) for score in judged.scores[told]]
    return after


def binned(values: Floats) -> NDArray[np.int64]:
    """The bin of each value, all of one width; 1.0 is in the last."""
    return np.minimum((values * BINS).astype(np.int64), BINS - 1)


def error(values: Floats, right: Floats) -> float:
    """
    Expected calibration error (Naeini et al. 2015): the mean gap between said and seen, over bins, by their size.

    >>> error(np.array([0.95, 0.95]), np.array([1.0, 0.0]))
    0.45
    """
    bins = binned(values)
    gaps = [abs(values[bins == n].mean() - right[bins == n].mean()) * (bins == n).sum() for n in set(bins.tolist())]
    return round(float(sum(gaps) / len(values)), 4)


def table(title: str, values: Floats, right: Floats) -> str:
    """The reliability table: for each bin, how many claims, what was said, what was seen."""
    bins = binned(values)
    lines = [f"  {title:<10}   claims   said   seen"]
    for number in range(BINS):
        own = bins == number
        said, seen = (f"{values[own].mean():.3f}", f"{right[own].mean():.3f}") if own.any() else ("    -", "    -")
        lines.append(f"  {number / BINS:.1f} – {(number + 1) / BINS:.1f}   {own.sum():6d}  {said}  {seen}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
