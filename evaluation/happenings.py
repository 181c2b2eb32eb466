"""The yardsticks of events and certainty: types of given pairs, events found freely, and how sure a text is."""

from __future__ import annotations

import tempfile
from pathlib import Path

from evaluation import scripts
from evaluation.figures import Figure
from evaluation.reading import INSTALLED, Subject

FREE_SETS = ("plv_dev", "osorio_a", "case2021_dev")
CERTAINTY_SETS = ("uds_dev", "meantime_dev")


def events(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """PLOVER types of given pairs (PLV), and events of sentences read like any report."""
    script = folder / "evaluate/events.py"
    printed = scripts.run(script, folder / "data/events/plv_dev.jsonl", "--given-pair", package=subject.package)
    out = _figures("events.given_pair", printed)
    for name in FREE_SETS:
        data = folder / f"data/events/{name}.jsonl"
        with tempfile.TemporaryDirectory() as work:
            texts = Path(work) / "texts"
            scripts.run(script, data, "--write-texts", texts)
            records = subject.read(dict.fromkeys(sorted(texts.glob("*.txt"))), Path(work))
            out += _figures(f"events.{name}", scripts.run(script, data, "--records", records))
    return out


def certainty(folder: Path, subject: Subject = INSTALLED) -> list[Figure]:
    """Scores of UDS-IH2, and polarity and certainty in MEANTIME beside the most frequent class's figure."""
    out = []
    for name in CERTAINTY_SETS:
        printed = scripts.run(
            folder / "evaluate/certainty.py", folder / f"data/certainty/{name}.jsonl", package=subject.package
        )
        figures = scripts.figures(printed)
        out += _figures(f"certainty.{name}", printed)
        if name == "meantime_dev":
            ratio = figures["macro_f1"][0] / max(figures["baseline_macro_f1"][0], 1e-9)
            out.append(Figure(name=f"certainty.{name}.macro_f1_over_majority", value=ratio))
    return out


def _figures(name: str, printed: str) -> list[Figure]:
    return [
        Figure(name=f"{name}.{figure}", value=value, items=items)
        for figure, (value, items) in scripts.figures(printed).items()
        if not figure.startswith("baseline_")
    ]
