"""
Whether the name of a country or a town stands for those who rule it.

    "Russia has accused Ukraine"   both act        "in Russia"   a place        "Paris said"   a government

After Markert & Nissim (2007): the place name's role in its clause tells most of it, and the verb.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

from according.mentions.finding import Found
from according.mentions.known import rank_of
from according.mentions.lexicon import SPEECH
from according.mentions.nouns import singular
from according.mentions.parse import Parse

_TABLE = tomllib.loads((files("according.mentions") / "acting.toml").read_text(encoding="utf-8"))
_IRREGULAR: dict[str, str] = _TABLE["irregular"]


def forms(verb: str) -> frozenset[str]:
    """
    A verb's forms.

    >>> sorted(forms("deny")), sorted(forms("urge"))
    (['denied', 'denies', 'deny', 'denying'], ['urge', 'urged', 'urges', 'urging'])
    """
    stem = verb.removesuffix("e")
    ending = verb.endswith("y") and verb[-2] not in "aeou"
    made = {verb, stem + "ing", stem[:-1] + "ied" if ending else stem + "ed"}
    hissing = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    made.add(stem[:-1] + "ies" if ending else verb + ("es" if hissing else "s"))
    return frozenset(made | set(_IRREGULAR.get(verb, "").split()))


def _forms(name: str) -> frozenset[str]:
    return frozenset(form for verb in _TABLE[name].split() for form in forms(verb))


ACTS = _forms("acts") | SPEECH
IS_ONLY = _forms("is_only")
TO_ACTORS = _forms("to_actors")
WILLING = frozenset(_TABLE["willing"].split())
DEALINGS = frozenset(_TABLE["dealings"].split())
WITH = frozenset(("with", "between", "against", "by", "towards", "toward", "to", "for", "from", "on"))
"""Words before the other side of a dealing ("talks with Iran")."""


def acts(parse: Parse, mention: Found) -> bool:
    """Whether a place, named or "the country", acts, speaks or is dealt with as one who does."""
    rank = _rank(mention)
    if rank is None:
        return False
    head = _first_of_list(parse, mention.head)
    verb, label = parse.tags.head[head], parse.tags.deprel[head]
    if verb < 0:
        return False
    if label in ("nsubj", "nsubj:outer"):
        return _subject_acts(parse, verb, rank)
    if label == "nsubj:pass":
        return parse.lower[verb] in TO_ACTORS
    if label in ("obj", "iobj"):
        return parse.lower[verb] in TO_ACTORS
    if label in ("nmod:poss", "compound", "amod"):
        return rank == "country" and singular(parse.words[verb]) in DEALINGS
    if label in ("obl", "obl:agent", "nmod"):
        return _deals(parse, head, verb, label, rank)
    return False


def _rank(mention: Found) -> str | None:
    """How readily a place stands for its rulers: "country", "capital" or "place"; None for what never does."""
    if mention.form == "name" and mention.kind == "place":
        rank = rank_of(mention.words)
        return "country" if rank == "country" else "capital" if rank in ("capital", "seat") else "place"
    if mention.form == "nominal" and mention.key in ("country", "nation", "state", "neighbour", "neighbor", "west"):
        return "country"
    return None


def _first_of_list(parse: Parse, head: int) -> int:
    """The first of "Russia, Turkey and Iran", whose role all of them have."""
    for _ in range(4):
        if parse.tags.deprel[head] != "conj" or parse.tags.head[head] < 0:
            break
        head = parse.tags.head[head]
    return head


def _subject_acts(parse: Parse, verb: int, rank: str) -> bool:
    word = parse.lower[verb]
    copula = any(parse.tags.deprel[child] == "cop" for child in parse.children[verb])
    if copula:
        return rank != "place" and word in WILLING
    if rank == "country":
        return parse.tags.upos[verb] in ("VERB", "AUX") and word not in IS_ONLY
    return word in (ACTS if rank == "capital" else SPEECH) and word not in IS_ONLY


def _deals(parse: Parse, head: int, governor: int, label: str, rank: str) -> bool:
    """Whether a place behind a preposition is one of two sides: "talks with Iran", "accused by Kenya"."""
    case = next((parse.lower[child] for child in parse.children[head] if parse.tags.deprel[child] == "case"), "")
    if label == "nmod":
        return rank != "place" and case in WITH and singular(parse.words[governor]) in DEALINGS
    if case == "by":
        return rank != "place" and parse.lower[governor] not in IS_ONLY
    return rank == "country" and case in ("with", "against") and parse.lower[governor] in ACTS
