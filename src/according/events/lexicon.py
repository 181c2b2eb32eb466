"""The word lists of this stage, read once from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, dict[str, object]]:
    """
    One data file of this stage, by its name.

    >>> sorted(table("ontology")["quads"].values())[0]
    'material conflict'
    """
    return tomllib.loads(files("according.events").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words_of(name: str) -> frozenset[str]:
    """
    All forms of a list of words.toml.

    Under [verbs] stand base forms, of which the regular forms are made and `irregular` gives the others;
    under [words] each form stands as it is.

    >>> {"hold", "held", "holding"} <= words_of("light")
    True
    """
    lists = table("words")
    if name in lists["words"]:
        return frozenset(str(lists["words"][name]).split())
    irregular = lists["irregular"]
    forms = set[str]()
    for verb in str(lists["verbs"][name]).split():
        forms.update(inflected(verb))
        forms.update(str(irregular.get(verb, "")).split())
    return frozenset(forms)


def inflected(verb: str) -> tuple[str, ...]:
    """
    A verb's regular forms, with a final consonant doubled and not: a form too many is never met.

    >>> inflected("plan")
    ('plan', 'plans', 'planed', 'planing', 'planned', 'planning')
    >>> inflected("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> inflected("free")
    ('free', 'frees', 'freed', 'freeing')
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    forms: tuple[str, ...] = (verb, verb + ending, verb + "ed", verb + "ing")
    if verb[-1] in "bdglmnprt" and verb[-2] in "aeiou":
        forms += (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return forms
