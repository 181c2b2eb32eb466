"""The contexts of an act: which of PLOVER's 37 fields its sentence speaks of, by the words of contexts.toml."""

from __future__ import annotations

from functools import cache

from according.events.lexicon import table
from according.events.syntax import Syntax

LONGEST = 4
"""Words of the longest term in contexts.toml."""
OF_MODE = {
    ("COERCE", "misinformation"): "misinformation",
    ("COERCE", "cyber"): "cyber",
    ("ASSAULT", "unconventional"): "cbrn",
    ("ASSAULT", "suicide-attack"): "terrorism",
    ("SANCTION", "convict"): "legal",
}
"""Contexts that a mode brings along: PLOVER names the first two; of the others its crosswalk from CAMEO does."""


@cache
def terms() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The contexts of each term, and the words that a term begins with."""
    found: dict[str, tuple[str, ...]] = {}
    for context, listed in table("contexts")["contexts"].items():
        for term in str(listed).split():
            words = term.replace("_", " ")
            for form in (words,) if words.startswith("=") else (words, words + "s"):
                found[form.lstrip("=")] = (*found.get(form.lstrip("="), ()), context)
    return found, frozenset(term.split()[0] for term in found)


def contexts_of(syntax: Syntax, words: range, kind: str, mode: str | None) -> tuple[str, ...]:
    """The contexts that the words of a sentence, and the act's mode, put it in; in the order of PLOVER's list."""
    by_term, begins = terms()
    found = {OF_MODE[kind, mode]} if mode and (kind, mode) in OF_MODE else set[str]()
    for first in words:
        for forms in (syntax.lower, syntax.written):
            if forms[first] not in begins:
                continue
            for last in range(first + 1, min(first + LONGEST, words[-1] + 1) + 1):
                found.update(by_term.get(" ".join(forms[first:last]), ()))
                joined = "".join(forms[first:last])
                if "-" in joined:
                    found.update(by_term.get(joined, ()))
    return tuple(context for context in table("contexts")["contexts"] if context in found)
