"""
The shape of a source's words: who heads them, and what is only added.

    A Russian spokeswoman and two officials | , Anna Orlova, | who ...
              conjuncts                         apposition         clause

Found from word lists and capitals alone: "and" inside a name that no table knows is not seen as such.
"""

from __future__ import annotations

from dataclasses import dataclass

from according.attribution.describing.lexicon import NOUNS, PERSONS, Term
from according.attribution.describing.part import Part, part
from according.attribution.describing.small_words import (
    BREAKS,
    CLAUSE,
    DETERMINERS,
    INDEFINITE,
    LEADING,
    PARTICIPLE,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source's words: `conjuncts` are what "and" joins (one in the ordinary case), then what is added to them."""

    words: tuple[Term, ...]
    conjuncts: tuple[Part, ...]
    appositions: tuple[Part, ...] = ()
    clauses: tuple[tuple[Term, ...], ...] = ()

    @property
    def core(self) -> Part:
        """The first, and mostly the only, noun phrase."""
        return self.conjuncts[0]

    @property
    def is_pronoun(self) -> bool:
        """Whether the source is a mere "they", "who" or "many of them" without a noun."""
        words = self.core.words
        last = bool(words) and not words[-1].entries and words[-1].low in PRONOUNS
        alone = len(words) == 1 or words[-1].low not in ("this", "that", "these", "those") if words else False
        return len(self.conjuncts) == 1 and last and alone

    @property
    def person_name(self) -> tuple[Term, ...]:
        """The capitalised name of the core, or of an apposition to it; empty when there is none."""
        for one in (self.core, *self.appositions):
            if one.name:
                return one.name
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
    return Phrase(
        words=words,
        conjuncts=tuple(conjuncts) or (Part(words=words),),
        appositions=tuple(appositions),
        clauses=tuple(clauses),
    )


def _is_apposition(piece: tuple[Term, ...]) -> bool:
    """Whether a piece after a comma says who the one before it is: ", assistant secretary for health"."""
    noun = next((entry for word in piece if (entry := word.of(*PERSONS))), None)
    first = piece[0].low
    return first in INDEFINITE | {"his", "her", "whose", "who"} or (
        noun is not None
        and not noun.plural
        and first not in ("and", "or", "the")
        and not any(w.is_capital and not w.entries for w in piece)
    )


def _continues(piece: tuple[Term, ...], pieces: list[tuple[Term, ...]], number: int) -> bool:
    """Whether this piece between commas goes on with a list: "X, Y and Z", not "X, a lawyer, and Z"'s lawyer."""
    return piece[0].low in ("and", "or") or (number + 1 < len(pieces) and piece[0].low not in INDEFINITE)


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
        opens = (word.low in CLAUSE and not word.entries) or bool(
            i and words[i - 1].of(*NOUNS) and PARTICIPLE.search(word.text) and not word.entries
        )
        participle = word.low.endswith("ing") and not word.entries and not word.is_capital and len(word.low) > 4
        if word.low in ("as", "where", "when", "that") and i == 0:
            return (), words
        if participle and (following is None or following.of(*NOUNS)) and not _has_noun(words[:i]):
            continue  # "leading experts", "fighting forces"
        joined = (i and words[i - 1].text == "-") or (following is not None and following.text == "-")
        if (
            (opens or participle)
            and not joined
            and (i == 0 or _has_noun(words[:i]) or _is_named(words[:i]) or word.low == "who")
        ):
            return words[:i], words[i:]
    return words, ()


def _has_noun(words: tuple[Term, ...]) -> bool:
    return any(word.of(*NOUNS) for word in words) or any(
        word.low in QUANTIFIERS or word.low in PRONOUNS for word in words
    )


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
    begins_anew = first.low in LEADING or first.text[0].isdigit()
    if any(word.low in PREPOSITIONS for word in left[1:]) and not begins_anew:
        return bool(
            first.of(*PERSONS) and not last.of("name", "demonym", "capital", "modifier") and not first.is_capital
        )
    if begins_anew:
        return True
    if last.of(*PERSONS, "body") and not last.of("modifier"):
        entry, title = last.of(*PERSONS, "body"), first.of(*PERSONS)
        return not (
            entry
            and title
            and not entry.plural
            and not title.plural
            and any(w.is_capital and not w.entries for w in right)
        )
    if not last.is_capital and not last.low.endswith("s") and right[-1].is_capital and not right[-1].entries:
        return False  # "tycoon and television star Ann Hale" is one person
    if last.of("demonym", "modifier") and not last.of("name", "organisation"):
        return bool(last.of("public", "person", "body")) and not _shares_head(last, right)
    return (
        bool(last.entries) or last.is_capital or (not last.entries and last.low not in ("senior", "former", "current"))
    )


def _shares_head(last: Term, right: tuple[Term, ...]) -> bool:
    """Whether what follows "and" ends in a head for both: "police and army officials", not "police and witnesses"."""
    if last.of("public") and last.low.endswith("s"):
        return False
    heads = [entry for word in right if (entry := word.of(*PERSONS, "body")) and not word.of("modifier")]
    return bool(heads) and (not last.of("body", "mass") or heads[-1].weak or not heads[-1].sectors)
