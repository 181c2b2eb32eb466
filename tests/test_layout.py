"""
The tree keeps its promises: who imports whom, and how large things may grow.

A limit that hurts is lifted by a line in one of the tables of exceptions, with its reason.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "according"
SCRIPTS = (ROOT / "evaluation", ROOT / "docs")

STAGES = ("reading", "segmenting", "tagging", "attribution", "events", "grounding", "claims", "matching", "store")
SHARED = frozenset({"records", "errors", "settings", "vocabulary"})
"""What any stage may import. Stages meet only in the joins: pipeline, reader, contract, cli, web, batch, ..."""

PURE = tuple(stage for stage in STAGES if stage != "store")
IMPURE_MODULES = frozenset(
    {"socket", "sqlite3", "sqlalchemy", "subprocess", "requests", "httpx", "urllib.request", "random"}
)
"""Libraries that reach out of the process, or answer differently each time."""

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 6
DEEPEST = 4
MOST_PUBLIC_NAMES = 8
HEAVIEST_WEIGHTS = 30_000_000
"""Bytes of shipped weights: more, and installing takes longer than reading a day's reports. A convention of ours."""

LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
MANY_PARAMETERS = {
    "cli/": "Typer makes an option of each parameter; a record would hide the options",
}
DEEP_FUNCTIONS: dict[str, str] = {}
IMPORTS = (
    {
        (
            stage,
            "mentions",
        ): "which words mean the same is asked twice, about sources and about entities; the answer is one"
        for stage in ("attribution", "grounding")
    }
    | {
        (
            stage,
            "world",
        ): "countries, bodies, role nouns, number words and months are the same wherever they are looked up"
        for stage in ("reading", "attribution", "grounding", "claims", "mentions", "matching")
    }
    | {("store", "matching"): "what stands across reports is brought up to date when reports are added or withdrawn"}
)
"""(stage, imported part) -> reason. What is imported so stands below the stages and imports none of them."""

VAGUE = re.compile(r"^_?(utils?|helpers?|common|misc|shared|stuff|tools?)$")


def name(path: Path) -> str:
    return path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT).as_posix()


MODULES = sorted(path for path in SOURCE.rglob("*.py"))
ALL_MODULES = MODULES + sorted(path for folder in SCRIPTS for path in folder.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in ALL_MODULES}
every_module = pytest.mark.parametrize("path", ALL_MODULES, ids=name)
every_package_module = pytest.mark.parametrize("path", MODULES, ids=name)


def part(path: Path) -> str:
    """The folder or module of the package that `path` belongs to: "reading", "records", ..."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """Parts of the package that a module imports, however it writes it, also within functions."""
    return {dotted.split(".")[1] for dotted in imported(path) if dotted.startswith("according.")}


def imported(path: Path) -> Iterator[str]:
    """Dotted names of all that a module imports, relative imports made absolute."""
    package = ("according", *path.relative_to(SOURCE).parent.parts)
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            whole = ".".join((*base, *([node.module] if node.module else [])))
            yield whole
            yield from (f"{whole}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _calls_import_module(node):
            yield str(node.args[0].value)  # type: ignore[attr-defined]


def _calls_import_module(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in {"import_module", "__import__"} and bool(node.args) and isinstance(node.args[0], ast.Constant)


def functions(path: Path) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """("module.py:function", its node) for each function of a module, methods and inner ones too."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}:{node.name}", node


def depth(node: ast.AST, level: int = 0) -> int:
    """How many loops, branches, `with`s and `try`s stand inside each other; `elif` is no deeper than its `if`."""
    deepest = level
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        nests = isinstance(
            child, ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.Match
        )
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, depth(child, level + (nests and not is_elif)))
    return deepest


def excused(key: str, table: dict[str, str]) -> bool:
    return any(key == entry or (entry.endswith("/") and key.startswith(entry)) for entry in table)


@every_package_module
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    stage = part(path)
    if stage not in STAGES:
        return
    allowed = SHARED | {stage} | {what for where, what in IMPORTS if where == stage}
    assert imported_parts(path) <= allowed, f"stages meet in pipeline.py; {stage} may import {sorted(allowed)}"


@every_package_module
def test_what_stages_share_imports_no_stage(path: Path) -> None:
    below = SHARED | {what for _, what in IMPORTS}
    if part(path) in below - {"records"}:
        lower = {what for where, what in IMPORTS if where == part(path)}
        assert imported_parts(path) <= SHARED | {part(path)} | lower
    if part(path) == "records":  # Record.to_dict asks the contract
        assert imported_parts(path) <= SHARED | {"contract"}


@every_package_module
def test_a_pure_stage_imports_nothing_that_reaches_out(path: Path) -> None:
    gazetteer = "grounding/places/" in path.as_posix()  # reads its own SQLite file, opened outside the stage
    if part(path) in PURE and not gazetteer:
        assert not {
            dotted for dotted in imported(path) if dotted in IMPURE_MODULES or dotted.split(".")[0] in IMPURE_MODULES
        }


@every_package_module
def test_the_run_time_needs_no_pytorch(path: Path) -> None:
    if part(path) != "training":
        assert not {"torch", "onnx", "onnxscript", "safetensors"} & {dotted.split(".")[0] for dotted in imported(path)}


@every_module
def test_a_module_is_not_too_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE or excused(name(path), LONG_MODULES), f"{lines} lines"


@every_module
def test_functions_are_not_too_long(path: Path) -> None:
    long = {
        key: length
        for key, node in functions(path)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION and not excused(key, LONG_FUNCTIONS)
    }
    assert not long


@every_module
def test_functions_take_few_parameters(path: Path) -> None:
    many = {}
    for key, node in functions(path):
        given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        count = len([argument for argument in given if argument.arg not in {"self", "cls"}])
        if count > MOST_PARAMETERS and not excused(key, MANY_PARAMETERS):
            many[key] = count
    assert not many, "beyond six, make a frozen record"


@every_module
def test_functions_are_not_nested_deeply(path: Path) -> None:
    deep = {
        key: levels
        for key, node in functions(path)
        if (levels := depth(node)) > DEEPEST and not excused(key, DEEP_FUNCTIONS)
    }
    assert not deep


@every_module
def test_a_name_says_what_is_found(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    assert not [word for word in parts if VAGUE.match(word)]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_shows_few_names(stage: str) -> None:
    path = SOURCE / stage / "__init__.py"
    if not path.exists():
        pytest.skip(f"{stage}/ is not built yet")
    shown = [
        ast.literal_eval(node.value)
        for node in TREES[path].body
        if isinstance(node, ast.Assign)
        and [target.id for target in node.targets if isinstance(target, ast.Name)] == ["__all__"]
    ]
    assert shown, f"{stage}/__init__.py names what it exports in __all__"
    assert len(shown[0]) <= MOST_PUBLIC_NAMES


def test_every_exception_is_still_needed() -> None:
    known = {name(path) for path in ALL_MODULES} | {key for path in ALL_MODULES for key, _ in functions(path)}
    for table in (LONG_MODULES, LONG_FUNCTIONS, MANY_PARAMETERS, DEEP_FUNCTIONS):
        for entry, reason in table.items():
            assert reason
            assert entry.endswith("/") or entry in known, f"{entry} is gone; so should its exception be"


def test_the_weights_are_small_enough_to_ship() -> None:
    weights = list(SOURCE.rglob("*.onnx")) + list(SOURCE.rglob("*.safetensors"))
    if not weights:
        pytest.skip("no weights in the package yet: make train")
    assert sum(path.stat().st_size for path in weights) <= HEAVIEST_WEIGHTS


def test_every_data_file_is_packed_into_the_wheel() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = table["tool"]["setuptools"]["package-data"]["according"]
    packed = {path for pattern in patterns for path in SOURCE.glob(pattern)}
    data = {path for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
    assert not {name(path) for path in data - packed}, "add them to [tool.setuptools.package-data]"


FOLDERS = ("src", "tests", "docs", "evaluation", ".ci")
FILES = (
    "Makefile",
    "pyproject.toml",
    "constraints.txt",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "MODEL_CARD.md",
)
PRIVATE = re.compile(
    r"""
      (?<![\w.]) / (?: work | tmp/w | root | home/\w+ ) /   # a folder of one machine: /home/somebody/
    | file: // /                                            # file:///opt/packages
    | index-url | find-links | trusted-host                 # a registry other than pip's own choice
    | (?: artifactory | devpi | nexus ) [.\w-]* / \w+       # a mirror's address
    """,
    re.VERBOSE | re.IGNORECASE,
)


def texts() -> list[Path]:
    """Every text file of the repository that we wrote."""
    found = [ROOT / file for file in FILES]
    for folder in FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    kinds = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".html", ".xml", ".sql", ".cfg", ""}
    return sorted(path for path in found if path.suffix in kinds and ".egg-info" not in str(path) and path.exists())


def test_no_file_names_a_folder_of_one_machine_or_a_private_registry() -> None:
    found = []
    for path in texts():
        if path == Path(__file__).resolve() or path.is_relative_to(ROOT / "evaluation" / "out"):
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(lines, 1)
            if PRIVATE.search(line)
        ]
    assert not found


def test_constraints_are_plain_pins() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert not [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)]
