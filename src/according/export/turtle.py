"""Turtle (W3C Recommendation, 2014): names, literals and statements, escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

Pair = tuple[str, str]
"""A predicate and an object, both written out."""

FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')
"""Characters that may not stand in an IRI (Turtle, section 6.5, IRIREF)."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
CONTROL = re.compile(r"[\\\"\x00-\x1f\x7f]")


def iri(name: str) -> str:
    """
    An IRI in angle brackets, what may not stand in one percent-encoded.

    >>> iri("https://bay-daily.example/a b>c")
    '<https://bay-daily.example/a%20b%3Ec>'
    """
    return "<" + FORBIDDEN.sub(lambda found: f"%{ord(found[0]):02X}", name) + ">"


def literal(words: str, kind: str | None = None) -> str:
    r"""
    A string, or a value of a datatype.

    >>> print(literal('"Fire!"\nshe said'), literal("2024-05-03", "xsd:date"))
    "\"Fire!\"\nshe said" "2024-05-03"^^xsd:date
    """
    escaped = CONTROL.sub(lambda found: ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", words)
    return f'"{escaped}"' + (f"^^{kind}" if kind else "")


def number(value: float) -> str:
    """
    A number as Turtle writes it: an integer, or a decimal without an exponent.

    >>> number(12), number(0.9), number(1e-07)
    ('12', '0.9', '0.0000001')
    """
    if isinstance(value, int):
        return str(value)
    shown = format(value, "f").rstrip("0") if abs(value) >= 1e-6 else format(value, ".12f").rstrip("0")
    return shown + "0" if shown.endswith(".") else shown


def day_or_moment(value: str) -> str:
    """
    A date, or a date and time, of ISO 8601; other values as a string.

    >>> day_or_moment("2024-05-03"), day_or_moment("2024-05-03T09:30:00+00:00"), day_or_moment("May 3")
    ('"2024-05-03"^^xsd:date', '"2024-05-03T09:30:00+00:00"^^xsd:dateTime', '"May 3"')
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return literal(value, "xsd:date")
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", value):
        return literal(value, "xsd:dateTime")
    return literal(value)


def nested(pairs: Iterable[Pair]) -> str:
    """A node without a name."""
    return "[ " + " ; ".join(f"{predicate} {value}" for predicate, value in pairs) + " ]"


def statements(subject: str, pairs: Iterable[Pair]) -> str:
    """All that is said of one subject."""
    return subject + " " + " ;\n    ".join(f"{predicate} {value}" for predicate, value in pairs) + " .\n"


def prefixes(names: dict[str, str]) -> str:
    """The head of a file."""
    return "".join(f"@prefix {name}: {iri(space)} .\n" for name, space in names.items()) + "\n"
