"""
The shape of a source's words: who heads them, what stands before and after the head, and what is only added.

    A former | Russian foreign ministry | spokeswoman | for X | , Maria Zakharova, | who ...
      determiner     modifiers              head        complement   apposition      clause

Found from word lists and capitals alone. What a parser would see and this does not: a noun that no
table knows in front of an unknown verb, and "and" inside a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from according.attribution.describing.lexicon import NOUNS, PERSONS, Entry, Term

PREPOSITIONS = frozenset(
    "of for in at from to on with by near inside within among amongst under behind about around against between over "
    "across throughout outside into off besides beyond".split()
)
CLAUSE = frozenset(
    "who whom whose which that where when familiar close briefed involved knowledgeable aware present cited quoted named "
    "interviewed contacted reached based identified known described posted published obtained seen released issued signed "
    "carried broadcast aired run privy loyal opposed allied affiliated said says told because if as than such like made".split()
)
"""Words after a noun that open a clause or a description of it, not more of its name."""

PARTICIPLE = re.compile(r"^[a-z]+(?:ed|en|wn)$")
"""After a noun, a word such as "taken" or "concerned" opens a description: "polls taken in May"."""

DETERMINERS = frozenset("a an the this that these those some any another each every both either no its his her their our my your all".split())
ARTICLES = frozenset({"the"})
INDEFINITE = frozenset({"a", "an", "one", "another"})
PRONOUNS = frozenset(
    "i you he she it we they him her them us me who which that this these those his hers theirs myself himself herself "
    "themselves itself whoever".split()
)
QUANTIFIERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands several some many "
    "most few number handful couple pair group majority all both none half each any others another either neither least more".split()
)
"""Words that may stand before "of the officials" and leave "officials" the head."""

COLLECTIONS = frozenset(
    "array range host lot variety slew bunch chorus string series wave group team crowd handful couple pair number majority "
    "minority panel trio quartet total cross-section assortment collection mix succession".split()
)
"""Nouns that leave the noun after their "of" the head: "a growing chorus of critics"."""

ADVERBS = frozenset(
    "there here today yesterday alike alone both together himself herself themselves itself too also abroad ago later "
    "everywhere elsewhere online nearby everywhere".split()
)
BREAKS = frozenset(",;:()[]—–")

Kind = Literal["noun", "name", "unknown", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    One noun phrase. `before`: what stands before the head, determiners included. `entry` is the
    head's own, None where no table knows it. `name`: capitalised words that no table knows, at the
    end or all there is. `complements`: (preposition, words after it) in order.
    `quantity`: the words of "several of" that were taken off the front; `partitive` when they were.
    """

    words: tuple[Term, ...]
    before: tuple[Term, ...] = ()
    head: Term | None = None
    entry: Entry | None = None
    name: tuple[Term, ...] = ()
    complements: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    quantity: tuple[Term, ...] = ()
    partitive: bool = False

    @property
    def possessor(self) -> tuple[Term, ...]:
        """The words before the last 's: ("Syria",) in "Syria's new ambassador"."""
        last = max((i for i, word in enumerate(self.before) if word.low in ("'s", "'")), default=-1)
        return self.before[:last] if last > 0 else ()

    @property
    def modifiers(self) -> tuple[Term, ...]:
        """The words between the possessor, or the determiner, and the head."""
        last = max((i for i, word in enumerate(self.before) if word.low in ("'s", "'")), default=-1)
        return self.before[last + 1 :]

    @property
    def determiner(self) -> str | None:
        """The first word when it is one: "the", "a", "another"."""
        first = (self.quantity or self.before or self.words)[:1]
        return first[0].low if first and first[0].low in DETERMINERS | QUANTIFIERS else None

    @property
    def is_plural(self) -> bool:
        return bool(self.entry and self.entry.plural)

    @property
    def is_person(self) -> bool:
        return bool(self.entry and self.entry.kind in PERSONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source's words: `conjuncts` are what "and" joins (one in the ordinary case), then what is added to them."""

    words: tuple[Term, ...]
    conjuncts: tuple[Part, ...]
    appositions: tuple[Part, ...] = ()
    clauses: tuple[tuple[Term, ...], ...] = ()

    @property
    def core(self) -> Part:
        return self.conjuncts[0]

    @property
    def is_pronoun(self) -> bool:
        """Whether the source is a mere "they", "who" or "many of them" without a noun."""
        words = [word.low for word in self.core.words]
        return len(self.conjuncts) == 1 and bool(words) and words[-1] in PRONOUNS - {"this", "that", "these", "those"} or (
            len(words) == 1 and words[0] in PRONOUNS
        )

    @property
    def person_name(self) -> tuple[Term, ...]:
        """The capitalised name of the core, or of an apposition to it; empty when there is none."""
        for part in (self.core, *self.appositions):
            if part.name:
                return part.name
        return ()


def phrase(words: tuple[Term, ...]) -> Phrase:
    """The shape of a source's words."""
    pieces = [piece for piece in _at_breaks(words) if piece]
    if not pieces:
        return Phrase(words=words, conjuncts=(Part(words=words),))
    is_list = any(piece[0].low in ("and", "or") for piece in pieces[1:]) and not _is_apposition(pieces[1])
    clauses: list[tuple[Term, ...]] = []
    conjuncts: list[Part] = []
    appositions: list[Part] = []
    for number, piece in enumerate(pieces):
        nominal, clause = _cut_clause(piece)
        if clause:
            clauses.append(clause)
        found = [part(run) for run in _at_joints(nominal) if run]
        if number == 0 or (is_list and _continues(piece, pieces, number)):
            conjuncts += found
        else:
            appositions += found
    return Phrase(words=words, conjuncts=tuple(conjuncts) or (Part(words=words),), appositions=tuple(appositions), clauses=tuple(clauses))


def _is_apposition(piece: tuple[Term, ...]) -> bool:
    """Whether a piece after a comma says who the one before it is: ", assistant secretary for health"."""
    noun = next((entry for word in piece if (entry := word.of(*PERSONS))), None)
    first = piece[0].low
    return first in INDEFINITE | {"his", "her", "whose", "who"} or (
        noun is not None and not noun.plural and first not in ("and", "or", "the") and not any(w.is_capital and not w.entries for w in piece)
    )


def _continues(piece: tuple[Term, ...], pieces: list[tuple[Term, ...]], number: int) -> bool:
    """Whether this piece between commas goes on with a list: "X, Y and Z", not "X, a lawyer, and Z"'s lawyer."""
    return piece[0].low in ("and", "or") or number + 1 < len(pieces) and piece[0].low not in INDEFINITE


def _at_breaks(words: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    pieces: list[list[Term]] = [[]]
    for word in words:
        if word.text in BREAKS or (word.text == "-" and pieces[-1] and pieces[-1][-1].span.end < word.span.start):
            pieces.append([])
        elif word.text not in "\"'“”‘’":
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces]


def _cut_clause(words: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The noun phrase, and the clause that begins at the first "who", "familiar", "speaking"."""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        opens = word.low in CLAUSE and not word.entries or bool(i and words[i - 1].of(*NOUNS) and PARTICIPLE.search(word.text) and not word.entries)
        participle = word.low.endswith("ing") and not word.entries and not word.is_capital and len(word.low) > 4
        if word.low in ("as", "where", "when", "that") and i == 0:
            return (), words
        if participle and (following is None or following.of(*NOUNS)) and not _has_noun(words[:i]):
            continue  # "leading experts", "fighting forces"
        joined = i and words[i - 1].text == "-" or following is not None and following.text == "-"
        if (opens or participle) and not joined and (i == 0 or _has_noun(words[:i]) or _is_named(words[:i]) or word.low == "who"):
            return words[:i], words[i:]
    return words, ()


def _has_noun(words: tuple[Term, ...]) -> bool:
    return any(word.of(*NOUNS) for word in words) or any(word.low in QUANTIFIERS | PRONOUNS for word in words)


def _is_named(words: tuple[Term, ...]) -> bool:
    return any(word.is_capital and word.low not in DETERMINERS for word in words)


def _at_joints(words: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    """The noun phrases that "and", "or", "as well as" join; not "Russian and Syrian officials", which is one."""
    runs: list[tuple[Term, ...]] = []
    begin = 0
    for i, word in enumerate(words):
        if word.low in ("and", "or", "&", "plus") and _joins(words[begin:i], words[i + 1 :]):
            runs.append(words[begin:i])
            begin = i + 1
    runs.append(words[begin:])
    return runs


def _joins(left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    """Whether "and" between these stands between two whole noun phrases."""
    if not left or not right:
        return True
    first, last = right[0], left[-1]
    begins_anew = first.low in DETERMINERS | QUANTIFIERS or first.text[0].isdigit()
    if any(word.low in PREPOSITIONS for word in left[1:]) and not begins_anew:
        return bool(first.of(*PERSONS) and not last.of("name", "demonym", "capital", "modifier") and not first.is_capital)
    if begins_anew:
        return True
    if last.of(*PERSONS, "body") and not last.of("modifier"):
        entry, title = last.of(*PERSONS, "body"), first.of(*PERSONS)
        return not (entry and title and not entry.plural and not title.plural and any(w.is_capital and not w.entries for w in right))
    if not last.is_capital and not last.low.endswith("s") and right[-1].is_capital and not right[-1].entries:
        return False  # "tycoon and television star Ann Hale" is one person
    if last.of("demonym", "modifier") and not last.of("name", "organisation"):
        return bool(last.of("public", "person", "body")) and not _shares_head(last, right)
    return bool(last.entries) or last.is_capital or not last.entries and last.low not in ("senior", "former", "current")


def _shares_head(last: Term, right: tuple[Term, ...]) -> bool:
    return any(word.of(*PERSONS, "body") and not word.of("modifier") for word in right) and not (last.of("public") and last.low.endswith("s"))


def part(words: tuple[Term, ...]) -> Part:
    """The noun phrase taken apart; its head is found from the right."""
    while words and (words[0].low in PREPOSITIONS or words[-1].low in ("'s", "'")):
        words = words[1:] if words[0].low in PREPOSITIONS else words[:-1]
    quantity, rest = _off_quantity(words)
    cut = next(
        (i for i, word in enumerate(rest) if i and word.low in PREPOSITIONS and not (i == 1 and rest[0].low in DETERMINERS)), len(rest)
    )
    nucleus, complements = rest[:cut], _complements(rest[cut:])
    trailing = _trailing_name(complements) if complements else ()
    at = _head(nucleus)
    if at is None:
        name = _name_at_end(nucleus)
        head = None if name else next((w for w in reversed(nucleus) if w.low not in ADVERBS and re.match(r"\w", w.text)), None)
        before = nucleus[: len(nucleus) - len(name)] if name else nucleus[: nucleus.index(head)] if head else ()
        return Part(
            words=words, before=before, head=head, name=name, complements=complements, quantity=quantity, partitive=bool(quantity)
        )
    after = nucleus[at + 1 :]
    name = (after if after and after[0].is_capital and _is_name(after) else ()) or trailing
    return Part(
        words=words,
        before=nucleus[:at],
        head=nucleus[at],
        entry=_entry(nucleus[at]),
        name=name,
        complements=complements,
        quantity=quantity,
        partitive=bool(quantity),
    )


PARTICLES = frozenset("al el de del della di da dos du van von der den ter bin ibn abu la le ul y e bint ap ould ag".split())
"""Small words inside people's names."""


def _is_name(words: tuple[Term, ...]) -> bool:
    """Whether all of these may stand in one name: capitals, particles, and what follows a hyphen."""
    return all(
        word.is_capital or word.low in PARTICLES or word.text in "-." or (i > 0 and words[i - 1].text == "-")
        for i, word in enumerate(words)
    )


def _name_at_end(words: tuple[Term, ...]) -> tuple[Term, ...]:
    """The longest run of name words that ends the phrase and begins with a capital, articles left out."""
    for i, word in enumerate(words):
        rest = words[i:]
        if word.is_capital and word.low not in DETERMINERS | QUANTIFIERS and not word.of("demonym", "title") and _is_name(rest):
            return rest
    return ()


def _off_quantity(words: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """"several of" and "the officials"; nothing and the whole when no quantity is parted off."""
    for i, word in enumerate(words[:6]):
        if word.low == "of" and i:
            front = words[:i]
            if front[0].low in ("a", "an") and len(front) <= 4 and front[-1].low in COLLECTIONS:
                return words[: i + 1], words[i + 1 :]
            if all(w.low in QUANTIFIERS | {"a", "an", "the", "at", "large", "small", "growing", "than"} or w.text[0].isdigit() or w.text in "%-" or w.low in ("percent", "per", "cent", "quarters", "thirds", "third") for w in front):
                return words[: i + 1], words[i + 1 :]
            return (), words
    return (), words


def _complements(words: tuple[Term, ...]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    found: list[tuple[str, tuple[Term, ...]]] = []
    begin = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words[i].low in PREPOSITIONS:
            found.append((words[begin].low, words[begin + 1 : i]))
            begin = i
    return tuple(found)


def _trailing_name(complements: tuple[tuple[str, tuple[Term, ...]], ...]) -> tuple[Term, ...]:
    """The name after a complement's own noun: "Anna Hale" in "the minister of defence Anna Hale"."""
    words = complements[0][1]
    known = max((i for i, word in enumerate(words) if word.entries), default=None)
    if known is None or not complements[0][0] == "of" or len(complements) > 1:
        return ()
    tail = words[known + 1 :]
    return tail if len(tail) >= 2 and all(w.is_capital for w in tail) else ()


def _head(nucleus: tuple[Term, ...]) -> int | None:
    """The place of the head noun that a table knows, None where a name or an unknown noun heads."""
    for i in range(len(nucleus) - 1, -1, -1):
        word = nucleus[i]
        if word.low in ADVERBS or word.text in "\"'-":
            continue
        if word.of(*NOUNS, "demonym", "title", "place") and not _is_surname(nucleus, i):
            return i
        if not word.is_capital and word.low not in PARTICLES:
            return None
    return None


SURNAMES = frozenset(
    "king prince pope judge marshal major bishop cardinal priest monk abbot miner farmer driver guard dean captain shepherd "
    "house church temple bank post star bill law speaker rector child friend head planter banker barber cook porter page guide "
    "merchant chancellor proctor constable sheriff marine sergeant singer player fisherman nation front chase power".split()
)
"""Known words that are also surnames; after a given name they end a name: "Nora King"."""

FIRST_NAMES = frozenset("marine bill dean guy star earl prince".split())
"""Known words that are also given names, and no title before a name (or seldom one): "Bill Hale"."""


def _is_surname(nucleus: tuple[Term, ...], at: int) -> bool:
    """Whether a known word is part of somebody's name: "Nora King", "Paul Jordan", "Mr. King", "Jordan Hale", "Bill Hale"."""
    word, before, after = nucleus[at], nucleus[:at], nucleus[at + 1 :]
    entry = word.of(*NOUNS, "demonym", "place")
    if entry is None or entry.plural or not word.is_capital or " " in word.text:
        return False
    toponym = entry.kind in ("name", "capital", "place")
    if after and after[0].is_capital and not after[0].entries and _is_name(after):
        if toponym:
            return not word.text.replace(".", "").isupper() and not (before and before[-1].low not in DETERMINERS)
        return word.low in FIRST_NAMES and entry.kind != "office" or entry.kind == "document"
    if before and before[-1].of("title"):
        return True
    if not (before and before[-1].is_capital and not before[-1].entries) or before[0].low in DETERMINERS:
        return False
    if entry.kind == "organisation":
        return not word.text.isupper()
    return word.low in SURNAMES or toponym or entry.kind in ("demonym", "document")


def _entry(head: Term) -> Entry | None:
    """What the head means here: a person, else a body, else a country, else a title or a national."""
    return head.of(*NOUNS, "title", "demonym", "place")
