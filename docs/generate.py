"""
The generated pages of docs/reference, and the README's runs of the program: `make docs` writes them.

tests/test_docs.py fails when a page is stale.

    python docs/generate.py            write the pages and the runs
    python docs/generate.py --check    say which are stale, exit 1 if any is
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import importlib.util
import inspect
import os
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from according import errors, records, vocabulary

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
README = ROOT / "README.md"
EXAMPLE = ROOT / "docs" / "example.txt"
WEIGHTS = ROOT / "src" / "according" / "tagging" / "weights" / "encoder.onnx"
GENERATED = "<!-- Written by `make docs` from {source}: change that, not this page. -->\n\n"


def errors_page() -> str:
    """Every error, from the general to the particular, under its parent."""
    drawing = inspect.cleandoc(errors.__doc__ or "").split("::", 1)[1]
    drawing, rule = drawing.rsplit("\n\n", 1)
    lines = [
        "# Errors\n",
        "Exit status: 0 done; 1 an error of these, told on standard error; 2 wrong usage. A traceback is a bug.\n",
        rule.strip() + "\n",
        "```text\n" + textwrap.dedent(drawing).strip("\n") + "\n```\n",
    ]
    for error in _tree(errors.AccordingError):
        parent = "" if error is errors.AccordingError else f" ({error.__bases__[0].__name__})"
        lines.append(f"## `{error.__name__}`{parent}\n\n{_text(error)}\n")
    return GENERATED.format(source="src/according/errors.py") + "\n".join(lines)


def _tree(error: type[Exception]) -> Iterator[type[Exception]]:
    """The error, then those below it in the order of the file."""
    yield error
    for below in error.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from _tree(below)


def records_page() -> str:
    """Every record with its fields, in the order of the stages."""
    lines = ["# Records\n", _text(records) + "\n"]
    for record in _records():
        lines += [f"## `{record.__name__}`\n", _text(record) + "\n", "| field | type | when absent |", "|---|---|---|"]
        lines += [_field(field) for field in dataclasses.fields(record)]
        lines.append("")
    return GENERATED.format(source="src/according/records/") + "\n".join(lines)


STAGES = ("text", "tagged", "attributed", "grounded", "claimed", "across")
"""The modules of `according.records`, in the order of the stages."""


def _records() -> Iterator[type[Any]]:
    for stage in STAGES:
        module = importlib.import_module(f"according.records.{stage}")
        for record in vars(module).values():
            if isinstance(record, type) and dataclasses.is_dataclass(record) and record.__module__ == module.__name__:
                yield record


def _field(field: dataclasses.Field[Any]) -> str:
    default = "required" if field.default is dataclasses.MISSING else f"`{field.default!r}`"
    kind = str(field.type).replace("|", "\\|")
    return f"| `{field.name}` | `{kind}` | {default} |"


def vocabulary_page() -> str:
    """The words that fields may hold, constant by constant, with the comment below each."""
    lines = [
        "# Vocabulary\n",
        _text(vocabulary) + "\n",
        "What each word means stands in the [glossary](../glossary.md).\n",
    ]
    notes = _notes(inspect.getsource(vocabulary))
    for name, words in vars(vocabulary).items():
        if name.isupper():
            ordered = words if isinstance(words, tuple) else sorted(words)
            lines.append(
                f"## `{name}`\n\n"
                + (notes[name] + "\n\n" if name in notes else "")
                + " · ".join(f"`{word}`" for word in ordered)
                + "\n"
            )
    return GENERATED.format(source="src/according/vocabulary.py") + "\n".join(lines)


def _notes(source: str) -> dict[str, str]:
    """Constant -> the string that stands below it in the source, on one line."""
    body = ast.parse(source).body
    return {
        target.id: " ".join(str(after.value.value).split())
        for before, after in zip(body, body[1:], strict=False)
        if isinstance(before, ast.Assign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        for target in before.targets
        if isinstance(target, ast.Name)
    }


def commands_page() -> str:
    """
    Every command with its arguments, options and examples.

    Made from the commands' own data, not from what `--help` prints, which differs by terminal.
    """
    from typer.main import get_command

    from according.cli import app

    root: Any = get_command(app)
    lines = ["# Commands\n", "`according` and `python -m according` are the same.\n", _help(root), *_options(root)]
    for name, command in _commands(root):
        lines += [f"## `according {name}`\n", _usage(name, command), _help(command), *_options(command)]
    return GENERATED.format(source="the help texts of src/according/cli") + "\n".join(lines)


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its name; a group's own behind the group's name: "gazetteer add"."""
    for name, command in sorted(group.commands.items()):
        if not command.hidden:
            if hasattr(command, "commands"):
                yield from _commands(command, f"{before}{name} ")
            else:
                yield f"{before}{name}", command


def _usage(name: str, command: Any) -> str:
    given = [_name(parameter) for parameter in command.params if parameter.param_type_name == "argument"]
    return "```text\n" + " ".join(["according", name, "[OPTIONS]", *given]) + "\n```\n"


def _name(argument: Any) -> str:
    shown = str(argument.metavar or argument.name.upper())
    return shown if argument.required or shown.startswith("[") else f"[{shown}]"


def _options(command: Any) -> list[str]:
    """A table of a command's arguments and options; empty where it has none."""
    rows = []
    for parameter in command.params:
        if getattr(parameter, "hidden", False) or parameter.name == "help":
            continue
        if parameter.param_type_name == "argument":
            shown = f"`{_name(parameter)}`"
        else:
            value = "" if parameter.is_flag else f" {_value(parameter)}"
            shown = ", ".join(f"`{option}{value}`" for option in [*parameter.opts, *parameter.secondary_opts])
        notes = [_plain(getattr(parameter, "help", None) or "")]
        if isinstance(parameter.default, str | int | float | Path) and not isinstance(parameter.default, bool):
            notes.append(f"Default: `{parameter.default}`.")
        if getattr(parameter, "envvar", None):
            notes.append(f"Also by `{parameter.envvar}`.")
        cells = " ".join(note for note in notes if note)
        rows.append(f"| {shown} | {cells} |")
    return ["| | |", "|---|---|", *rows, ""] if rows else []


def _value(option: Any) -> str:
    """What an option takes: its own name for it, its choices, or what kind of thing it is."""
    kind = option.type_descriptor.annotation
    if option.metavar:
        return str(option.metavar)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "/".join(str(choice.value) for choice in kind)
    return "NUMBER" if kind in {int, float} else "TEXT"


def _help(command: Any) -> str:
    """A command's help as Markdown, its examples in a block."""
    paragraphs = [_plain(text).replace("<", "\\<") for text in inspect.cleandoc(command.help or "").split("\n\n")]
    below = [_plain(text) for text in (command.epilog or "").splitlines()]
    examples = [line for line in below if line and line != "Examples"]
    block = ["```sh\n" + "\n".join(examples) + "\n```"] if examples else []
    return "\n\n".join([*paragraphs, *block]) + "\n"


MARKS = re.compile(
    r"""
    (?<!\\) \[ /? (?: bold | dim | italic | cyan | blue | yellow | green | red ) \]    # [bold], [/dim]
    """,
    re.VERBOSE,
)


def _plain(text: str) -> str:
    r"""
    One line without Rich's marks.

    >>> _plain(r"The ledger, in \[brackets]. [dim](default: x)[/dim]")
    'The ledger, in [brackets]. (default: x)'
    """
    return " ".join(MARKS.sub("", text).replace("\\[", "[").split())


def _text(thing: object) -> str:
    """A docstring as Markdown, its doctests fenced."""
    paragraphs = inspect.cleandoc(getattr(thing, "__doc__", None) or "").replace("::\n", ":\n").split("\n\n")
    return "\n\n".join(f"```pycon\n{text}\n```" if text.startswith(">>> ") else text for text in paragraphs).strip()


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "errors.md": errors_page,
    "records.md": records_page,
    "vocabulary.md": vocabulary_page,
}


def first_screen() -> str:
    """The README's first screen: a report of our own, and what reading it shows, as a terminal of 100 columns would."""
    return shown([f"$ cat docs/example.txt\n{EXAMPLE.read_text(encoding='utf-8').strip()}\n"], FIRST)


def across() -> str:
    """What stands across six reports of our own."""
    return shown([], ACROSS)


FIRST = ("read docs/example.txt", "claims")
ACROSS = ("read " + " ".join(sorted(map(str, (ROOT / "src/according/demo").glob("corentyne-*")))), "stories", "origins")
"""What is typed for each part of the README that is made anew, in an empty folder's ledger."""


def shown(before: list[str], typed: tuple[str, ...]) -> str:
    """A terminal's text: what stands before, and each command with what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        plain = {"ACCORDING_DB": str(Path(folder) / "readme.db"), "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100"}
        for command in typed:
            done = subprocess.run(
                [sys.executable, "-m", "according", *command.split(" ")],
                cwd=ROOT,
                env={**os.environ, **plain},
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                check=True,
            )
            lines = "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())
            before.append(f"$ according {_typed(command)}\n{lines}\n")
    return "```text\n" + "\n".join(before) + "```"


def _typed(command: str) -> str:
    """The command as somebody types it: six paths by their pattern."""
    words = command.split(" ")
    return command if len(words) < 4 else f"{words[0]} src/according/demo/corentyne-*"


MADE_ANEW = {"first screen": first_screen, "across reports": across}
"""The parts of the README between marks of these names."""


def with_parts(readme: str) -> str:
    """The README with the parts that are runs of the program made anew, all else as it is."""
    for name, made in MADE_ANEW.items():
        begin, end = (f"<!-- {mark} -->\n" for mark in (f"{name}: written by `make docs`", f"/{name}"))
        before, rest = readme.split(begin)
        readme = before + begin + made() + "\n" + end + rest.split(end)[1]
    return readme


def stale() -> list[str]:
    """Names of the pages that are not what the code says now."""
    return [
        name
        for name, page in available()
        if not (REFERENCE / name).exists() or (REFERENCE / name).read_text(encoding="utf-8") != page()
    ]


def available() -> Iterator[tuple[str, Callable[[], str]]]:
    """The pages whose sources exist: the commands' page waits for the command line."""
    has_commands = importlib.util.find_spec("according.cli") is not None
    return ((name, page) for name, page in PAGES.items() if name != "commands.md" or has_commands)


def main() -> int:
    """Exit status: 1 if a page is stale under --check, else 0."""
    if "--check" in sys.argv[1:]:
        for name in (old := stale()):
            print(f"docs/reference/{name} is stale: make docs")
        return int(bool(old))
    REFERENCE.mkdir(exist_ok=True)
    for name, page in available():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
        print(f"docs/reference/{name}")
    if WEIGHTS.exists():
        README.write_text(with_parts(README.read_text(encoding="utf-8")), encoding="utf-8")
        print("README.md, its runs of the program")
    else:
        print("README.md is left as it is: its runs need the weights (make train)", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
