"""The golden cases of `tests/cases`, as those who run them ask for them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def tables(pattern: str) -> list[dict[str, Any]]:
    """The tables of the cases in the files that a pattern names below `tests/cases`; each says why, once."""
    paths = sorted(FOLDER.glob(pattern))
    assert paths, f"no file tests/cases/{pattern}"
    found = [case for path in paths for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    reasons = [case["why"] for case in found]
    assert len(reasons) == len(set(reasons)), f"{pattern}: {next(why for why in reasons if reasons.count(why) > 1)!r}"
    return found


def cases(pattern: str) -> list[Any]:
    """Pytest parameters, one per case; a known failure is marked strictly: it is told when it begins to pass."""
    return [
        pytest.param(
            case,
            id=case["why"],
            marks=[pytest.mark.xfail(strict=True, reason=case["note"])] if case.get("expect") == "fail" else [],
        )
        for case in tables(pattern)
    ]
