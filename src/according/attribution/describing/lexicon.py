"""
The words that our tables know: countries, organisations, role nouns, bodies and titles, found in a phrase.

A phrase is cut into words and the longest run that a table knows becomes one `Term`, so that
"secretary of state" is one word of the phrase and "State" in it is no state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from according.records import Span, Spans
from according.world.lookup import is_written_so, without_accents, word_set
from according.world.tables import KINDS, table

WORD = re.compile(
    r"""
    (?: [A-Z]\. ){2,}                            # U.S. · U.N. · D.C.
  | [’'] s \b (?! \w )                           # the 's of Syria's
  | (?<= s ) [’'] (?! \w )                       # the ' of officials'
  | [A-Z]\. (?= \s? [A-Z] )                      # the J. of J. Smith
  | @\w+                                         # @somebody
  | \d+ (?: [.,]\d+ )* (?: st | nd | rd | th )?  # 1,200 · 13th
  | (?: Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Pres|Amb|Gen|Lt|Maj|Brig|Col|Capt|Sgt|Adm|Cmdr|Rev|Fr|Det|Supt|Atty|St|No ) \.
  | [^\W\d_]+ (?: [’'] (?! s\b ) [^\W\d_]+ )*    # d'Ivoire · N'Djamena · state
  | \S                                           # a comma, a hyphen
    """,
    re.VERBOSE,
)

COUNTRY_KINDS = ("name", "demonym", "people", "capital", "seat", "place")
PERSONS = ("office", "voice", "person", "public")
NOUNS = (*PERSONS, "body", "mass", "document", "organisation", "name", "people", "capital", "seat")
"""Kinds of entry that can head a source's phrase."""

SEAT_SECTORS = {
    "pentagon": ("GOV", "MIL"),
    "capitol hill": ("LEG",),
    "knesset": ("LEG",),
    "binnenhof": ("LEG",),
    "westminster": ("LEG",),
    "holyrood": ("LEG",),
    "stormont": ("LEG",),
    "parliament hill": ("LEG",),
    "nagatacho": ("LEG",),
    "lubyanka": ("SPY",),
}
"""Seats of something else than the executive government, which is what all others stand for."""

IRREGULAR = {
    "people": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "police": "police",
    "staff": "staff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    What a table says of a word. `kind`: those of the tables' own headings, and "title".

    `word` is the singular. `weak`: the sectors stand only when nothing beside the word tells another.
    """

    kind: str
    word: str
    sectors: tuple[str, ...] = ()
    country: str | None = None
    weak: bool = False
    plural: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a phrase, or a run of words that a table knows; `span` in the report's text."""

    text: str
    span: Span
    entries: tuple[Entry, ...] = ()

    @property
    def low(self) -> str:
        """The word's key, as `fold` makes it."""
        return fold(self.text)

    @property
    def is_capital(self) -> bool:
        """Written with a capital: a name, or the first word of a sentence."""
        return self.text[:1].isupper() or self.text[:1] == "@"

    def of(self, *kinds: str) -> Entry | None:
        """The entry of the first of these kinds, the earlier named kinds first."""
        for kind in kinds:
            for entry in self.entries:
                if entry.kind == kind:
                    return entry
        return None


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """
    The key of a word: small letters, no accents, no full stops inside abbreviations.

    >>> fold("Élysée"), fold("U.S."), fold("Côte d’Ivoire"), fold("Gen.")
    ('elysee', 'us', "cote d'ivoire", 'gen.')
    """
    plain = without_accents(text.replace("\u00a0", " "))
    return plain.replace(".", "") if re.fullmatch(r"(?:[a-z]\.){2,}", plain) else plain


def plural_of(noun: str) -> str:
    """
    The regular plural of a noun, or of the noun that ends a compound.

    >>> plural_of("foreign ministry"), plural_of("spokeswoman"), plural_of("head of state"), plural_of("witness")
    ('foreign ministries', 'spokeswomen', 'heads of state', 'witnesses')
    """
    for joint in (" of ", " for ", " in ", "-in-"):
        if joint in noun:
            head, rest = noun.split(joint, 1)
            return plural_of(head) + joint + rest
    head, last = (noun.rpartition(" ")[0] + " " if " " in noun else ""), noun.rpartition(" ")[2]
    if last in ("general", "generals") and head.strip() in ("attorney", "consul", "inspector", "secretary"):
        return plural_of(head.strip()) + " " + last
    for end, plural in IRREGULAR.items():
        if last.endswith(end):
            return head + last[: -len(end)] + plural
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return head + last[:-1] + "ies"
    return head + last + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")


TAILS = word_set(
    """
    led backed aligned supported funded trained speaking born controlled occupied held sponsored friendly style
    made linked allied oriented dominated brokered focused financed owned registered bound leaning era mediated
    imposed run ruled administered affiliated inspired appointed installed
    """
)
"""After a hyphen, these say what somebody else does with the thing, not whose it is: "Saudi-led", "UN-backed"."""


def in_compound(words: tuple[Term, ...], i: int) -> bool:
    """
    Whether the word stands in a hyphened compound that takes its meaning away: "US-led", "pro-Russian", "UN-backed".

    >>> text = "the UN-backed government"
    >>> in_compound(terms(text, (Span(start=0, end=len(text)),)), 1)
    True
    """
    before = words[i - 2 : i] if i >= 2 else ()
    after = words[i + 1 : i + 3]
    if len(before) == 2 and before[1].text == "-" and before[0].low in ("anti", "pro", "non", "ex", "neo"):
        return True
    return len(after) == 2 and after[0].text == "-" and after[1].low in TAILS


def _country_entries() -> list[tuple[str, Entry]]:
    found = []
    for code, row in table("countries.toml").items():
        for heading, words in row.items():
            for word in words:
                sectors = SEAT_SECTORS.get(fold(word), ("GOV",)) if heading == "seats" else ()
                entry = Entry(kind=KINDS[heading], word=word, country=code, sectors=sectors, plural=heading == "people")
                found.append((word, entry))
    return found


def _word_entries() -> list[tuple[str, Entry]]:
    read, found = table("sectors.toml"), []
    for row in read["words"]:
        for word in row["words"]:
            sectors = tuple(row["sectors"])
            entry = Entry(kind=row["kind"], word=word, sectors=sectors, weak=row.get("weak", False))
            if row.get("plural_only"):
                found.append((word, replace(entry, plural=True)))
                continue
            found.append((word, entry))
            if row["kind"] not in ("modifier", "mass") and plural_of(word) != word:
                found.append((plural_of(word), replace(entry, plural=True)))
    for word, row in read["titles"].items():
        found.append((word.title(), Entry(kind="title", word=word, role=row["role"], sectors=tuple(row["sectors"]))))
    return found


def _organisation_entries() -> list[tuple[str, Entry]]:
    return [
        (name, Entry(kind="organisation", word=name, sectors=tuple(row["sectors"]), country=row.get("country")))
        for row in table("organisations.toml")["organisations"]
        for name in row["names"]
    ]


def _cut(text: str) -> list[str]:
    return [match.group() for match in WORD.finditer(text)]


@cache
def lexicon() -> dict[tuple[str, ...], tuple[tuple[str, Entry], ...]]:
    """The tables by the folded words of each entry: (as written in the table, entry). Read once."""
    by_key: dict[tuple[str, ...], list[tuple[str, Entry]]] = defaultdict(list)
    for written, entry in _organisation_entries() + _country_entries() + _word_entries():
        by_key[tuple(fold(word) for word in _cut(written))].append((written, entry))
    return {key: tuple(entries) for key, entries in by_key.items()}


@cache
def _longest() -> dict[str, int]:
    """How many words the longest entry has that begins with a folded word."""
    longest: dict[str, int] = {}
    for key in filter(None, lexicon()):
        longest[key[0]] = max(len(key), longest.get(key[0], 1))
    return longest


@lru_cache(maxsize=256)  # a source is asked for its country, its count, who passes it on ...
def terms(text: str, spans: Spans) -> tuple[Term, ...]:
    """
    The words of `spans`, the longest runs that a table knows joined.

    >>> text = "US Secretary of State Ana Wold"
    >>> [term.text for term in terms(text, (Span(start=0, end=len(text)),))]
    ['US', 'Secretary of State', 'Ana', 'Wold']
    """
    found: list[Term] = []
    for span in spans:
        cut = [(m.group(), Span(start=m.start(), end=m.end())) for m in WORD.finditer(text, span.start, span.end)]
        words = [word for word, _ in cut]
        folded = tuple(fold(word) for word in words)
        at = 0
        while at < len(cut):
            reach = at + _longest().get(folded[at], 1)
            size, entries = _match(words[at:reach], folded[at:reach])
            whole = Span(start=cut[at][1].start, end=cut[at + size - 1][1].end)
            found.append(Term(text=text[whole.start : whole.end], span=whole, entries=entries))
            at += size
    return tuple(found)


def _match(words: list[str], folded: tuple[str, ...]) -> tuple[int, tuple[Entry, ...]]:
    for size in range(len(words), 0, -1):
        entries = tuple(
            entry
            for written, entry in lexicon().get(folded[:size], ())
            if entry.kind not in ("organisation", *COUNTRY_KINDS) or is_written_so(_cut(written), words[:size])
        )
        if entries:
            return size, entries
    return 1, ()
