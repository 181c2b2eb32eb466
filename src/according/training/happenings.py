"""
The numbers by which mentions of events are compared: `matching/happenings/fitted.json` and `rarity.json`.

    python -m according.training.happenings --data DATA [--out FOLDER] [--folds 5]

Learnt on the mentions that ECB+ (Cybulska & Vossen 2014) marks in its checked sentences, of the topics in the
training pack's `matching/ecbplus_train`; their text is not shipped, only these numbers are. With `--folds` nothing is
written: topics are left out in turn and the figures printed.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

import according.matching.happenings
from according import segmenting, tagging
from according.errors import TrainingError
from according.matching.happenings import documents
from according.matching.happenings.comparing import Compared
from according.matching.happenings.grouping import Stories, features
from according.matching.happenings.marking import Marked
from according.matching.happenings.scoring import FARTHEST, WITHOUT_VECTORS, log_odds
from according.matching.happenings.sketches import SIZE, Sketch, packed
from according.matching.happenings.words import counted
from according.records import Report, Span
from according.tagging import Tagger

SHIPPED = Path(according.matching.happenings.__file__).parent

Arrays = dict[str, NDArray[np.float32]]
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """
    How a scorer is learnt. `epochs` of pairs drawn at random; AdamW with a one-cycle `rate`; the mean of `members`.

    The figures are those that did best of a few in five-fold cross-validation over topics.
    """

    hidden: int
    epochs: int
    members: int = 1
    rate: float = 1e-2
    batch: int = 4096
    dropout: float = 0.2
    decay: float = 1e-3
    seed: int = 20261122


DOCUMENTS = Recipe(hidden=0, epochs=60, batch=1024, decay=1e-2, dropout=0.0)
PAIRS = Recipe(hidden=64, epochs=12, members=3)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Topic:
    """One topic's mentions, with the mean share of each one's words, its chain, and its report's story."""

    name: str
    sketches: tuple[Sketch, ...]
    means: Matrix
    chains: tuple[str, ...]
    stories: dict[str, str]

    def same(self) -> NDArray[np.bool_]:
        """Whether each two mentions are of one event."""
        chains = np.array(self.chains)
        found: NDArray[np.bool_] = chains[:, None] == chains[None]
        return found


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The lines of a part of the pack."""
    if not path.is_file():
        raise TrainingError(str(path), "no such file", "give --data the folder of the training pack")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def topics(lines: Iterator[dict[str, object]]) -> list[Topic]:
    """The topics with their mentions in checked sentences, each report read by the encoder."""
    tagger = Tagger(None, 1)
    found: dict[str, list[tuple[Sketch, Matrix, str]]] = {}
    stories: dict[str, dict[str, str]] = {}
    for line in lines:
        name = str(line["topic"])
        report = Report(id=str(line["id"]), text=str(line["text"]))
        asked = [m for m in line["mentions"] if m["kind"] == "event" and m.get("checked", 1)]  # type: ignore[attr-defined]
        if not asked:
            continue
        tags = tagging.tag(report, segmenting.segment(report), tagger)
        marked = Marked(report, replace(tags, shares=None))
        stories.setdefault(name, {})[report.id] = str(line["subtopic"])
        for mention in asked:
            spans = tuple(Span(start=start, end=end) for start, end in mention["spans"])
            sketch = marked.sketch(spans)
            if sketch is not None and tags.shares is not None:
                mean = tags.shares[marked.words_of(spans)].mean(0)
                found.setdefault(name, []).append((sketch, mean / np.linalg.norm(mean), mention["chain"]))
    return [
        Topic(
            name=name,
            sketches=tuple(one[0] for one in some),
            means=np.stack([one[1] for one in some]),
            chains=tuple(one[2] for one in some),
            stories=stories[name],
        )
        for name, some in sorted(found.items())
    ]


def directions(given: Sequence[Topic]) -> Arrays:
    """The mean of all mentions' vectors, and the 64 directions in which they differ most."""
    every = np.concatenate([topic.means for topic in given])
    middle = every.mean(0)
    _, _, turned = np.linalg.svd(every - middle, full_matrices=False)
    return {"middle": middle, "directions": np.ascontiguousarray(turned[:SIZE].T)}


def with_vectors(topic: Topic, fitted: Arrays) -> Topic:
    """The topic, each sketch with its vector."""
    numbers = (topic.means - fitted["middle"]) @ fitted["directions"]
    sketches = tuple(replace(one, vector=packed(row)) for one, row in zip(topic.sketches, numbers, strict=True))
    return replace(topic, sketches=sketches)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Examples:
    """Pairs: features, whether they belong together, and how much each counts."""

    features: Matrix
    same: NDArray[np.bool_]
    weights: Matrix


def learn(name: str, parts: Sequence[Examples], recipe: Recipe) -> Arrays:
    """A scorer's arrays, as `fitted.arrays` names them: the mean of `recipe.members` learnt from different seeds."""
    given = torch.from_numpy(np.concatenate([part.features for part in parts]))
    same = torch.from_numpy(np.concatenate([part.same for part in parts])).float()
    weights = torch.from_numpy(np.concatenate([part.weights for part in parts]))
    mean, scale = given.mean(0), given.std(0) + 1e-3
    given = ((given - mean) / scale).clamp(-FARTHEST, FARTHEST)
    members = [
        member(given, same, weights / weights.mean(), replace(recipe, seed=recipe.seed + n))
        for n in range(recipe.members)
    ]
    found = {"mean": mean.numpy(), "scale": scale.numpy()}
    if recipe.hidden:
        found["weights1"] = np.concatenate([layers[0].weight.detach().numpy().T for layers in members], axis=1)
        found["bias1"] = np.concatenate([layers[0].bias.detach().numpy() for layers in members])
    last = [layers[-1] for layers in members]
    if recipe.hidden:
        found["weights2"] = np.concatenate([layer.weight.detach().numpy()[0] for layer in last]) / recipe.members
    else:
        found["weights2"] = np.mean([layer.weight.detach().numpy()[0] for layer in last], axis=0)
    found["bias2"] = np.mean([layer.bias.detach().numpy() for layer in last], axis=0)
    return {f"{name}.{part}": array for part, array in found.items()}


def member(given: Tensor, same: Tensor, weights: Tensor, recipe: Recipe) -> list[nn.Linear]:
    """The layers of one scorer, learnt from pairs ``(pairs, features)``."""
    torch.manual_seed(recipe.seed)
    net = network(given.shape[1], recipe)
    optimizer = torch.optim.AdamW(net.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    steps = max(1, recipe.epochs * len(given) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, total_steps=steps + 1)
    for _ in range(steps):
        chosen = torch.randint(0, len(given), (recipe.batch,))
        loss = functional.binary_cross_entropy_with_logits(
            net(given[chosen])[:, 0], same[chosen], weight=weights[chosen]
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return [layer for layer in net if isinstance(layer, nn.Linear)]


def network(features: int, recipe: Recipe) -> nn.Sequential:
    """A linear scorer, or one with one hidden layer."""
    if not recipe.hidden:
        return nn.Sequential(nn.Linear(features, 1))
    return nn.Sequential(
        nn.Dropout(recipe.dropout / 2),
        nn.Linear(features, recipe.hidden),
        nn.ReLU(),
        nn.Dropout(recipe.dropout),
        nn.Linear(recipe.hidden, 1),
    )


def of_documents(topic: Topic, weight: float = 1.0) -> Examples:
    """Pairs of the reports of a topic."""
    reports = documents.wholes(topic.sketches)
    stories = np.array([topic.stories[one.setting.report] for one in reports])
    upper = np.triu_indices(len(reports), 1)
    return Examples(
        features=documents.compared(reports)[upper],
        same=(stories[:, None] == stories[None])[upper],
        weights=np.full(len(upper[0]), weight, np.float32),
    )


def of_mentions(topic: Topic, odds: Matrix | None, weight: float = 1.0) -> Examples:
    """Pairs of the mentions of a topic; without `odds` of its reports, as two mentions alone are compared."""
    upper = np.triu_indices(len(topic.sketches), 1)
    pairs = Compared(topic.sketches, local=odds is not None)
    count = len(topic.sketches)
    every = pairs.rows(0, count) if odds is None else features(Stories(topic.sketches, odds), 0, count, pairs)
    weights = np.full(len(upper[0]), weight / count, np.float32)
    return Examples(features=every[upper], same=topic.same()[upper], weights=weights)


FOLDS = 5


def parted(given: Sequence[Topic], seed: int) -> list[int]:
    """The fold of each topic, drawn by `seed`."""
    order = np.random.default_rng(seed).permutation(len(given))
    return [int(np.flatnonzero(order == at)[0]) % FOLDS for at in range(len(given))]


def odds_of(call: Topic, learnt: Arrays) -> Matrix:
    """The log-odds of a call's reports by a scorer just learnt."""
    return log_odds("documents", documents.compared(documents.wholes(call.sketches)), learnt)


SMALL_CALLS = (2, 2, 3, 4, 6, 10)
"""Reports of the smaller calls that are made of each topic: a scorer must not need all reports of a story. A guess."""

SMALL_WEIGHT = 0.1
"""
What a pair of the smaller calls counts. Cross-validated: at 1 the whole topics lose 0.005 CoNLL F1, at 0 the smaller
calls lose 0.008; at 0.3 the whole topics still lose 0.002.
"""


def bare(call: Topic) -> Topic:
    """The call without vectors, as records have none that were made before there were any."""
    return replace(call, sketches=tuple(replace(one, vector=None) for one in call.sketches))


def part_of(topic: Topic, chosen: set[str]) -> Topic:
    """The mentions of some reports of a topic."""
    keep = [number for number, one in enumerate(topic.sketches) if one.setting.report in chosen]
    return replace(
        topic,
        sketches=tuple(topic.sketches[number] for number in keep),
        means=topic.means[keep],
        chains=tuple(topic.chains[number] for number in keep),
    )


def calls(given: Sequence[Topic], fold: Sequence[int], seed: int) -> list[tuple[Topic, int]]:
    """
    What a scorer is shown: each topic whole, some of its reports, and reports of several topics; each with its fold.

    Several topics are only drawn together where they are of one fold.
    """
    drawn = np.random.default_rng(seed)
    found = list(zip(given, fold, strict=True))
    for topic, at in list(found):
        reports = sorted({one.setting.report for one in topic.sketches})
        for size in SMALL_CALLS:
            chosen = set(drawn.choice(reports, min(size, len(reports)), replace=False).tolist())
            found.append((part_of(topic, chosen), at))
        others = [other for other, there in zip(given, fold, strict=True) if there == at]
        mixed = merged([others[number] for number in drawn.choice(len(others), min(3, len(others)), replace=False)])
        reports = sorted({one.setting.report for one in mixed.sketches})
        found.append((part_of(mixed, set(drawn.choice(reports, min(8, len(reports)), replace=False).tolist())), at))
    return [(call, at) for call, at in found if len(call.sketches) > 1]


def merged(given: Sequence[Topic]) -> Topic:
    """Several topics as one."""
    return Topic(
        name="+".join(topic.name for topic in given),
        sketches=tuple(one for topic in given for one in topic.sketches),
        means=np.concatenate([topic.means for topic in given]),
        chains=tuple(chain for topic in given for chain in topic.chains),
        stories={report: story for topic in given for report, story in topic.stories.items()},
    )


def out_of_fold(shown: Sequence[tuple[Topic, int]], counts: Sequence[float]) -> list[Matrix]:
    """The log-odds of each call's reports by scorers that did not see its topic: as unsure as they will be."""
    pairs = [of_documents(call, count) for (call, _), count in zip(shown, counts, strict=True)]
    odds: list[Matrix] = [np.zeros((0, 0), np.float32)] * len(shown)
    for left_out in sorted({at for _, at in shown}):
        others = [pair for pair, (_, at) in zip(pairs, shown, strict=True) if at != left_out]
        learnt = learn("documents", others, DOCUMENTS)
        for number, (call, at) in enumerate(shown):
            if at == left_out:
                odds[number] = odds_of(call, learnt)
    return odds


def fit(given: Sequence[Topic]) -> Arrays:
    """All arrays, learnt on some topics; for calls without vectors the scorers are learnt apart."""
    fitted = directions(given)
    given = [with_vectors(topic, fitted) for topic in given]
    shown = calls(given, parted(given, PAIRS.seed), PAIRS.seed)
    counts = [1.0] * len(given) + [SMALL_WEIGHT] * (len(shown) - len(given))
    for end, some, recipe in (
        ("", shown, PAIRS),
        (WITHOUT_VECTORS, [(bare(call), at) for call, at in shown], replace(PAIRS, members=1)),
    ):
        odds = out_of_fold(some, counts)
        reports = [of_documents(call, count) for (call, _), count in zip(some, counts, strict=True)]
        apart = [of_mentions(call, None, count) for (call, _), count in zip(some, counts, strict=True)]
        every = zip(some, odds, counts, strict=True)
        fitted |= learn("documents" + end, reports, DOCUMENTS)
        fitted |= learn("apart" + end, apart, recipe)
        fitted |= learn("together" + end, [of_mentions(call, of, count) for (call, _), of, count in every], recipe)
    return fitted


ABOUT = (
    "Learnt by `python -m according.training.happenings` on the mentions of events in the checked sentences of ECB+ "
    "(Cybulska & Vossen 2014; annotation CC BY 3.0), {topics} topics, {mentions} mentions. The corpus's text is not in "
    "here. Arrays are base64 of little-endian half precision; according.matching.happenings.fitted names them."
)


def written(given: Sequence[Topic], found: Arrays) -> str:
    """The file's text. Half precision: more changed no figure."""
    arrays = {
        name: {
            "shape": list(array.shape),
            "float16": base64.b64encode(array.astype("<f2").tobytes()).decode("ascii"),
        }
        for name, array in sorted(found.items())
    }
    about = ABOUT.format(topics=len(given), mentions=sum(len(topic.sketches) for topic in given))
    return json.dumps({"about": about, "arrays": arrays}, indent=1) + "\n"


def main() -> int:
    """0 when done, 1 on an error of ours, told on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the training pack")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where fitted.json is written")
    parser.add_argument("--rarity", action="store_true", help="count rarity.json as well, first of all")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    try:
        if arguments.rarity:
            from according.training.story_words import texts

            split = (re.findall(r"\w+", text) for text in texts(arguments.data))
            (arguments.out / "rarity.json").write_text(counted(split), encoding="utf-8")
        given = topics(rows(arguments.data / "matching" / "ecbplus_train.jsonl.gz"))
        (arguments.out / "fitted.json").write_text(written(given, fit(given)), encoding="utf-8")
    except TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
