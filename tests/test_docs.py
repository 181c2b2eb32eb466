"""The pages keep their promises: generated ones are current, and what exists is written about."""

from __future__ import annotations

import dataclasses
import importlib.util
import inspect
import os
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from according import errors, records, vocabulary

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ERRORS = [name for name, found in inspect.getmembers(errors, inspect.isclass) if issubclass(found, Exception)]
RECORDS = [
    name
    for name, found in vars(records).items()
    if dataclasses.is_dataclass(found) and found.__module__.startswith(records.__name__)
]
TERMS = sorted({word for name, words in vars(vocabulary).items() if name.isupper() for word in words})
SECTIONS = ("Use it", "How well it reads", "What it covers", "Where it leans", "Licences and credits")


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> list[str]:
    """Names of the subcommands, empty while there is no command line."""
    if importlib.util.find_spec("according.cli") is None:
        return []
    from typer.main import get_command

    from according.cli import app

    return sorted(name for name, command in getattr(get_command(app), "commands", {}).items() if not command.hidden)


@pytest.mark.parametrize("name", sorted(generator().PAGES))
def test_a_generated_page_is_current(name: str) -> None:
    pages = dict(generator().available())
    if name not in pages:
        pytest.skip(f"{name}: its source is not built yet")
    written = text(f"docs/reference/{name}") if (ROOT / "docs" / "reference" / name).exists() else ""
    assert written == pages[name](), f"docs/reference/{name} is stale: make docs"


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in text("docs/reference/errors.md")


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_is_in_the_drawn_tree(name: str) -> None:
    assert re.search(rf"^ +{name}\b", errors.__doc__ or "", re.MULTILINE)


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_in_the_glossary(name: str) -> None:
    assert f"`{name}`" in text("docs/glossary.md")


@pytest.mark.parametrize("term", TERMS)
def test_a_word_that_a_field_may_hold_is_in_the_glossary(term: str) -> None:
    assert f"`{term}`" in text("docs/glossary.md")


@pytest.mark.parametrize("section", SECTIONS)
def test_the_readme_has_its_sections(section: str) -> None:
    assert f"\n## {section}\n" in text("README.md")


def test_the_readme_shows_a_run_on_the_example_as_it_stands() -> None:
    if not (ROOT / "src/according/tagging/weights/encoder.onnx").exists():
        pytest.skip("no weights in the package yet: make train")
    first = text("README.md").split("<!-- /first screen -->")[0]
    assert text("docs/example.txt").strip() in first, "make docs"
    assert "$ according claims\n" in first, "make docs"


def test_the_readme_shows_every_command() -> None:
    if not (known := commands()):
        pytest.skip("no command line yet")
    assert not [name for name in known if f"according {name}" not in text("README.md")]


def test_the_readme_names_no_command_that_is_gone() -> None:
    if not (known := commands()):
        pytest.skip("no command line yet")
    blocks = re.findall(r"```sh\n(.*?)```", text("README.md"), re.DOTALL)
    shown = {name for block in blocks for name in re.findall(r"^(?:\$ )?according ([a-z]+)", block, re.MULTILINE)}
    assert shown
    assert shown <= set(known)


def test_the_make_targets_that_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if "://" not in link and not (page.parent / link).exists()]


def test_continuous_integration_runs_the_tests_of_the_makefile() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "make test" in text(".ci/run")


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert re.search(r"^## Unreleased$", text("CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_bias_is_stated(page: str) -> None:
    assert "we would rather miss a claim than put words in somebody's mouth" in " ".join(text(page).split()).lower()


def test_the_model_card_names_every_head() -> None:
    card = text("MODEL_CARD.md").lower()
    assert not [head for head in ("attribution", "syntax", "mentions", "sentence vector") if head not in card]
