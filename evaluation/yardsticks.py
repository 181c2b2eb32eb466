"""The yardsticks that score records: attribution, the seed report, and whom a pronoun means."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from evaluation import scripts
from evaluation.corpora import EvaluationError
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

SEED_PUBLISHED = "2015-09-09"
"""When the seed report is taken to have appeared: its annotation says so."""

DRAWS = 1000
"""Samples of a bootstrap: the ends of a 95 % interval move by less than 0.002 between two seeds."""

SEEN = "data/train/coref/gum_dev.jsonl.gz"


def attribution(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Source, cue and content on PolNeAR's development articles, with intervals over articles."""
    gold = folder / "data/attribution/dev"
    with tempfile.TemporaryDirectory() as work:
        records = subject.read(dict.fromkeys(sorted((gold / "text").glob("*.txt"))), Path(work))
        script = folder / "evaluate/attribution.py"
        table = scripts.rows(scripts.run(script, gold, records))
        intervals = _intervals(script, gold, records)
    out = []
    for row, numbers in table.items():
        for column in ("precision", "recall", "f1"):
            name = f"attribution.{row.removeprefix('attribution ').replace(' ', '_')}_{column}"
            out.append(
                Figure(name=name, value=numbers[column], items=int(numbers["gold"]), interval=intervals.get(name))
            )
    return out


def _intervals(script: Path, gold: Path, records: Path) -> dict[str, tuple[float, float]]:
    """Figure -> the 95 % interval over samples of the articles, drawn with a fixed seed."""
    yardstick = _load(script)
    by_name = {Path(row["report"]["path"]).stem: row for row in map(json.loads, records.open(encoding="utf-8"))}
    counts = []
    for name, paths in yardstick.annotations(gold).items():
        score = yardstick.Score()
        found = by_name[name]["attributions"] if name in by_name else []
        score.add(yardstick.text_of(gold, name), yardstick.read_brat(paths[0]), found)
        counts.append(Counter(score.c))
    draw = random.Random(20261122)  # noqa: S311 - a sample, not a secret
    drawn = [_f1s(draw.choices(counts, k=len(counts))) for _ in range(DRAWS)]
    return {name: _middle([sample[name] for sample in drawn]) for name in drawn[0]}


def _f1s(counts: Iterable[Counter[tuple[str, str]]]) -> dict[str, float]:
    total: Counter[tuple[str, str]] = Counter()
    for one in counts:
        total.update(one)

    def f1(hits: int, of: str) -> float:
        return 2 * hits / max(1, total[of, "n_p"] + total[of, "n_g"])

    return {
        "attribution.overlap_f1": f1(total["attribution", "overlap"], "attribution"),
        "attribution.exact_f1": f1(total["attribution", "exact"], "attribution"),
        "attribution.words_f1": f1(total["words", "hit"], "words"),
    }


def _middle(values: list[float]) -> tuple[float, float]:
    """The ends of the middle 95 % of `values`."""
    ordered = sorted(values)
    cut = round(len(ordered) * 0.025)
    return round(ordered[cut], 3), round(ordered[-1 - cut], 3)


def _load(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"yardstick_{script.stem}", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seed(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Claims of one report that a careful reader recorded: how many are found, and how many fields are right."""
    with tempfile.TemporaryDirectory() as work:
        record = subject.read({folder / "seed/report.txt": SEED_PUBLISHED}, Path(work))
        found = scripts.figures(scripts.run(folder / "evaluate/seed.py", record, folder / "seed"))
    return [Figure(name=f"seed.{name}", value=value, items=of) for name, (value, of) in found.items()]


def coref(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """
    Whom a pronoun or "the officials" means: three sets pooled, once over all of their texts, once over the unseen.

    `coref.…` counts MEANTIME and the GUM documents kept from training; `coref_all.…` counts every text,
    most of which the tagging heads were trained on (not on what their sources refer to).
    """
    sets = sorted(path.parent for path in (folder / "data/coref").glob("*/gold.jsonl"))
    unseen = _kept_from_training(folder)
    out = []
    with tempfile.TemporaryDirectory() as work:
        rows = _pool(sets, Path(work) / "all")
        dates = {
            Path(work) / "all/text" / f"{row['name']}.txt": str(row.get("published") or "") or None for row in rows
        }
        records = subject.read(dates, Path(work))
        chosen = [row for row in rows if not str(row["name"]).startswith("GUM_") or row["name"] in unseen]
        _write_gold(chosen, Path(work) / "unseen", texts=Path(work) / "all/text")
        kept = Path(work) / "unseen.jsonl"
        names = {row["name"] for row in chosen}
        lines = [
            line for line in records.open(encoding="utf-8") if Path(json.loads(line)["report"]["path"]).stem in names
        ]
        kept.write_text("".join(lines), encoding="utf-8")
        for prefix, gold, file in (("coref", "unseen", kept), ("coref_all", "all", records)):
            printed = scripts.run(folder / "evaluate/coref.py", Path(work) / gold, file)
            items = _items(printed)
            for name, (value, _) in scripts.figures(printed).items():
                short = name.removeprefix("coref_")
                out.append(Figure(name=f"{prefix}.{short}", value=value, items=items.get(short, items["all"])))
    return out


COUNTED = re.compile(
    r"""
    (?P<all> \d+ ) \ resolvable\ sources\ \(                 # 89 resolvable sources (
    (?P<pronoun_accuracy> \d+ ) \ pronouns, \                # 52 pronouns,
    (?P<noun_accuracy> \d+ ) \ noun\ phrases\), \            # 37 noun phrases),
    (?P<first_person_accuracy> \d+ ) \ of\ the\ first\ or\ second\ person, \    # 126 of the first or second person,
    (?P<new_left_alone> \d+ ) \ new                          # 86 new
    """,
    re.VERBOSE,
)


def _items(printed: str) -> dict[str, int]:
    """Figure of the coref yardstick -> how many sources it was measured on; "all" for those not named."""
    found = COUNTED.search(printed)
    if found is None:
        raise EvaluationError("coref.py", "its first line names no counts", "bring evaluation/yardsticks.py up to date")
    return {name: int(count) for name, count in found.groupdict().items()}


def _kept_from_training(folder: Path) -> set[str]:
    """Names of the GUM documents that training only watches itself by."""
    with gzip.open(folder / SEEN, "rt", encoding="utf-8") as lines:
        return {json.loads(line)["id"] for line in lines}


def _pool(sets: list[Path], into: Path) -> list[dict[str, object]]:
    """One annotated folder made of several, their rows."""
    rows: list[dict[str, object]] = []
    (into / "text").mkdir(parents=True)
    for path in sets:
        lines = (path / "gold.jsonl").read_text(encoding="utf-8").split("\n")
        rows += [json.loads(line) for line in lines if line]
        for text in (path / "text").glob("*.txt"):
            shutil.copyfile(text, into / "text" / text.name)
    _write_gold(rows, into, texts=into / "text")
    return rows


def _write_gold(rows: list[dict[str, object]], into: Path, texts: Path) -> None:
    into.mkdir(exist_ok=True)
    if texts != into / "text":
        (into / "text").symlink_to(texts, target_is_directory=True)
    (into / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
