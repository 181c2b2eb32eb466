"""What the test runner is told for the whole repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parent / "src" / "according" / "training"
HAS_TORCH = importlib.util.find_spec("torch") is not None


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` passes --rewrite-golden; continuous integration never does."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden pages anew instead of comparing")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Doctests of the training package need PyTorch; all else runs without it."""
    return True if not HAS_TORCH and collection_path.is_relative_to(TRAINING) else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not collected, and what would change that."""
    if not HAS_TORCH:
        terminalreporter.write_line(
            "NOT COLLECTED src/according/training: its doctests need PyTorch, the extra [training]"
        )


@pytest.fixture
def is_rewriting_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden pages are to be written anew."""
    return bool(request.config.getoption("--rewrite-golden"))
