"""The closed word classes that agreement rests on, from the package's `lexicon.toml`, which says what each holds."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLE = tomllib.loads((files("according.mentions") / "lexicon.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLE[name].split())


THIRD = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
"""Pronouns of the third person, each with the one that stands for its family."""

FIRST = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))

MALE_TITLES = _words("male_titles")
FEMALE_TITLES = _words("female_titles")
TITLES = MALE_TITLES | FEMALE_TITLES | _words("titles")
MALE_NOUNS = _words("male_nouns")
FEMALE_NOUNS = _words("female_nouns")
MALE_NAMES = _words("male_names")
FEMALE_NAMES = _words("female_names")
BODIES = _words("bodies")
FIRMS = _words("firms")
STATE_BODIES = _words("state_bodies")
PERSONS = _words("persons")
SPEECH = _words("speech")
COMPANY_ENDINGS = _words("company_endings")
GENERIC_BEGINNINGS = _words("generic_beginnings")
JOINERS = _words("joiners")
PLURAL_WORDS = _words("plural_words")
SINGULAR_WORDS = _words("singular_words")
INDEFINITE = _words("indefinite")
MEMBERS = _words("members")
CALENDAR = _words("calendar")
PAIRS = _words("pairs")
PICKS = _words("picks")
PEOPLES = _words("peoples")
NOWHERE = _words("nowhere")
IRREGULAR_PLURALS: dict[str, str] = _TABLE["irregular_plurals"]
