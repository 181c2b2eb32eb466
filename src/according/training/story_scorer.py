"""
The weights of the story scorer, `matching/stories/weights.toml`, by logistic regression over pairs of reports.

    python -m according.training.story_scorer DATA [--records FOLDER] [--out FILE]

DATA holds stories/giveme5w1h and stories/gva, each with text/NAME.txt and reports.jsonl, and the training pack's
matching/ecbplus_train.jsonl.gz. FOLDER may hold giveme5w1h.records.jsonl, gva.records.jsonl, ... as `according read
--format jsonl` prints them; what it does not hold is read first, which takes some minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import according.matching.stories
from according import Reader
from according.errors import ReadingError
from according.matching.stories import Outline, keys, outline
from according.matching.stories.features import NAMES, features
from according.records import Page, Record
from according.training.story_series import series

SHIPPED = Path(according.matching.stories.__file__).parent / "weights.toml"
"""The weights that come with the package."""

SHARES = {"giveme5w1h": 300.0, "gva": 300.0, "ecbplus": 30.0, "series": 30.0}
"""
What the true pairs of each corpus weigh together. News grouped by event counts most, neither corpus more than the
other. ECB+ has no dates and the series are made up: 15 to 60 measure the same on the first two, but without the series
a whole war is one story.
"""

CALIBRATED = ("giveme5w1h", "gva")
"""Corpora whose pairs are as frequent as in a ledger of news."""

NEIGHBOURS = 10
"""Neighbours in date on either side under each key that a report is compared with, as in a ledger."""

PENALTY = 10.0
"""Of the squared weights, features scaled to a variance of one. 1 to 30 measure the same."""

Values = NDArray[np.float64]
Pairs = tuple[Values, Values, Values]
"""Features, whether it is one story, and weight, for each pair."""


def read(data: Path, corpus: str, records: Path | None) -> Iterator[tuple[str, Outline]]:
    """The story and the outline of each report."""
    pages = list(texts(data, corpus))
    stories = {page.path: story for story, page in pages}
    kept = records and records / f"{corpus}.records.jsonl"
    if kept and kept.exists():
        with kept.open(encoding="utf-8") as lines:
            for record in (Record.from_dict(json.loads(line)) for line in lines):
                yield stories[Path(record.report.path or "").stem], outline(record)
        return
    reader = Reader()
    for story, page in pages:
        try:
            yield story, outline(reader.read_page(page))
        except ReadingError as error:  # a heading and no sentence
            print(error, file=sys.stderr)


def texts(data: Path, corpus: str) -> Iterator[tuple[str, Page]]:
    """The story and the page of each report; a page's path is its name."""
    if corpus == "series":
        yield from series()
    elif corpus == "ecbplus":
        with gzip.open(data / "train" / "matching" / "ecbplus_train.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield row["subtopic"], Page(data=row["text"], path=row["id"])
    else:
        folder = data / "stories" / corpus
        for row in map(json.loads, (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()):
            text = (folder / "text" / f"{row['name']}.txt").read_bytes()
            given = {"path": row["name"], "url": row["url"], "published": row["published"], "publisher": row["outlet"]}
            yield row["story"], Page(data=text, **given)


def candidates(outlines: list[Outline]) -> list[tuple[int, int]]:
    """Pairs that are near in date under a key: the sorted-neighbourhood method (Hernandez & Stolfo 1995)."""
    order = sorted(range(len(outlines)), key=lambda n: (outlines[n].when or 0, outlines[n].report))
    lists: dict[str, list[int]] = defaultdict(list)
    for number in order:
        for key in keys(outlines[number]):
            lists[key].append(number)
    return sorted(
        {
            (min(one, other), max(one, other))
            for numbers in lists.values()
            for place, one in enumerate(numbers)
            for other in numbers[place + 1 : place + 1 + NEIGHBOURS]
        }
    )


def pairs(found: list[tuple[str, Outline]], share: float) -> Pairs:
    """Features, whether it is one story, and weight, for each pair; a story's pairs weigh as its reports do."""
    names, outlines = [story for story, _ in found], [made for _, made in found]
    numbers = candidates(outlines)
    values = np.array([features(outlines[one], outlines[other]) for one, other in numbers])
    same = np.array([names[one] == names[other] for one, other in numbers], float)
    size = Counter(names)
    weight = np.array([2 / size[names[one]] if yes else 1.0 for (one, _), yes in zip(numbers, same, strict=True)])
    return values, same, weight * share / weight[same > 0].sum()


def fit(values: Values, same: Values, weight: Values) -> Values:
    """The intercept and the weights of the features, by Newton's method."""
    mean, scale = values.mean(0), values.std(0) + 1e-9
    rows = np.column_stack([np.ones(len(values)), (values - mean) / scale])
    penalty = np.diag([0.0, *[PENALTY] * values.shape[1]])
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (same - chance)) - penalty @ found
        step = np.linalg.solve((rows * (weight * chance * (1 - chance))[:, None]).T @ rows + penalty, slope)
        found += step
        if abs(step).max() < 1e-6:
            break
    by = found[1:] / scale
    return np.array([found[0] - by @ mean, *by])


def calibrated(found: Values, corpora: list[Pairs]) -> Values:
    """The same weights with the intercept that makes as many pairs of one story as there are; corpora weigh alike."""
    low, high = -10.0, 10.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        excess = sum(
            (1 / (1 + np.exp(-(values @ found[1:] + found[0] + middle)))).sum() / same.sum() - 1
            for values, same, _ in corpora
        )
        low, high = (low, middle) if excess > 0 else (middle, high)
    return np.array([found[0] + low, *found[1:]])


def written(found: Values, about: str) -> str:
    """The weights as TOML."""
    rows = [f"{name} = {weight:.2f}" for name, weight in zip(NAMES, found[1:], strict=True)]
    head = [f"# {line}" for line in about.strip().splitlines()]
    return "\n".join([*head, f"intercept = {found[0]:.2f}", "", "[weights]", *rows, ""])


ABOUT = """
Weights of the features of `features.py`, by `python -m according.training.story_scorer`.
Logistic regression over the pairs that blocking brings together: news grouped by event (the development parts of
Giveme5W1H and of the Gun Violence Archive's reports), with a tenth of their weight ECB+'s training topics and invented
series of war news. L2 penalty 10 on features of unit variance; the intercept set so that the probabilities of the pairs
of the first two add up to their pairs of one story. B-cubed F1 of the stories: 0.95 and 0.97 on the first two; 0.94 to
0.95 and 0.96 to 0.97 when each pair is scored by weights fitted without either's story (five folds).
"""


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder that holds stories/")
    parser.add_argument("--records", type=Path, help="folder of what was read already")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    corpora = {
        corpus: pairs(list(read(arguments.data, corpus, arguments.records)), share) for corpus, share in SHARES.items()
    }
    values, same, weight = (np.concatenate(columns) for columns in zip(*corpora.values(), strict=True))
    found = calibrated(fit(values, same, weight), [corpora[corpus] for corpus in CALIBRATED])
    arguments.out.write_text(written(found, ABOUT), encoding="utf-8")


if __name__ == "__main__":
    main()
