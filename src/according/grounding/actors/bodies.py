"""Which bodies and offices a phrase names, so that two phrases of one report can be told to mean the same one."""

from __future__ import annotations

from functools import lru_cache

from according.grounding.actors.phrases import is_person, shapes
from according.grounding.actors.words import OWN, PLACES, terms

JOINTS = frozenset(("of", "for", "to", "at"))
"""What an office may be of: "the ambassador to Chad"."""

STATES = ("name", "capital", "seat")
"""Kinds of names that stand for a government when they act."""


@lru_cache(maxsize=4096)
def bodies(phrase: str) -> frozenset[str]:
    """
    The offices and bodies of state in a phrase, in the singular: in full, and by their last word.

    >>> sorted(bodies("Kenya's Health Ministry")), sorted(bodies("a foreign ministry spokeswoman"))
    (['health ministry', 'ministry'], ['foreign ministry', 'ministry'])
    >>> sorted(bodies("two residents of Mombasa"))
    []
    """
    found = set()
    for term in terms(phrase):
        entry = term.of("office", "body", "mass")
        if entry is not None and entry.sectors and "JRN" not in entry.sectors:
            word = entry.word.casefold()
            found |= {word, word.rpartition(" ")[2]}
    return frozenset(found)


@lru_cache(maxsize=4096)
def is_one_of_many(body: str) -> bool:
    """
    Whether every country has many bodies called so, or the word is too short to tell which.

    >>> is_one_of_many("police"), is_one_of_many("president"), is_one_of_many("foreign ministry")
    (True, False, False)
    """
    return " " not in body and not any(term.of("office") for term in terms(body))


@lru_cache(maxsize=4096)
def is_office(phrase: str) -> bool:
    """
    Whether the words describe one person by an office or a calling.

    >>> is_office("Kenyan Foreign Minister"), is_office("two ministers"), is_office("the bridge")
    (True, False, False)
    """
    found = shapes(terms(phrase))
    return len(found) == 1 and is_person(found[0]) and found[0].is_one and not found[0].unknown_head


@lru_cache(maxsize=4096)
def holds_an_office(role: str) -> bool:
    """
    Whether a role is one that somebody is elected or appointed to.

    >>> holds_an_office("army spokesman"), holds_an_office("critic of the dam")
    (True, False)
    """
    return any(term.of("office", "voice") for term in terms(role))


@lru_cache(maxsize=4096)
def role_in(description: str, role: str | None) -> str | None:
    """
    The office with what it is of, where that is more than a country.

    >>> role_in("the leader of the Fishermen's Union", "leader"), role_in("the president of Kenya", "president")
    ("leader of the Fishermen's Union", 'president')
    """
    role = role.replace(" - ", "-") if role else None
    if role is None or role not in description:
        return role
    rest = description.partition(role)[2].split()
    if len(rest) < 2 or rest[0] not in JOINTS:
        return role
    after = [term for term in terms(" ".join(rest[1:])) if term.low != "the"]
    country = len(after) == 1 and after[0].of(*PLACES) is not None
    return role if country else " ".join((role, *rest)).replace(" 's", "'s").replace(" ’s", "’s")


@lru_cache(maxsize=4096)
def has_known_head(phrase: str) -> bool:
    """
    Whether the noun that the phrase is about is one that a table has.

    >>> has_known_head("Kenyan health ministry"), has_known_head("Harbour Ink Works")
    (True, False)
    """
    found = shapes(terms(phrase))
    if not found or found[0].unknown_head:
        return False
    alone = all(word.entries or not word.is_capital for word in found[0].before)
    return not found[0].name or (found[0].head is not None and (alone or is_person(found[0])))


def is_in_tables(name: str) -> bool:
    """
    Whether a table has the whole name, as a country's, a place's or a body's.

    >>> is_in_tables("the Kremlin"), is_in_tables("Jordan Hale")
    (True, False)
    """
    found = [term for term in terms(name) if term.low != "the"]
    return len(found) == 1 and bool(found[0].entries)


def without_country(description: str) -> str:
    """
    A description without the country, or the owner, that it begins with.

    >>> without_country("Kenyan poet"), without_country("Kenya's oldest poet")
    ('poet', 'oldest poet')
    """
    words, found = description.split(), terms(description)
    while len(found) > 1 and (found[0].of(*PLACES) or found[0].text in OWN):
        found = found[1:]
    kept = sum(len(term.parts) for term in found)
    return " ".join(term.text for term in found) if kept < len(words) else description


def stands_for_a_state(name: str) -> bool:
    """
    Whether the name is a country's, a capital's or a seat of power.

    >>> stands_for_a_state("Ankara"), stands_for_a_state("the Kremlin"), stands_for_a_state("Aleppo")
    (True, True, False)
    """
    found = [term for term in terms(name) if term.low != "the"]
    return len(found) == 1 and found[0].of(*STATES) is not None
