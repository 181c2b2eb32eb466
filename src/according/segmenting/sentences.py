"""
Sentences within a paragraph: where a full stop ends one, and where it does not.

The words are cut first, so an abbreviation carries its full stop and only the doubtful ones are weighed here. A
quotation of several sentences is cut into them; the closing mark stays with what it closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from according.records import Sentence, Span, Spans
from according.segmenting.abbreviations import DAYS, INSIDE, MONTHS, PLACES, STARTERS, TITLES

ENDERS = re.compile(r"[.!?…]+")
QUOTES = frozenset(['"', "''", "”", "’", "’’", "'", "»", "›", "“", "‘", "``", "‘‘", "«", "‹", "„"])
CLOSERS = frozenset(['"', "''", "”", "’", "’’", "'", "»", "›", ")", "]"])
OPENERS = frozenset(['"', "''", "“", "‘", "‘‘", "'", "``", "«", "‹", "„", "(", "["])
STRAIGHT = frozenset(['"', "'", "''"])
DASHES = frozenset(["-", "–", "—", "--"])
CARRYING = frozenset(",;:)]%/")
"""Signs that carry a sentence on, whatever stood before: 'He asked "Why?", and left.'"""

EMOTICON = re.compile(r"[:;]-?[()DP]")
ENUMERATOR = re.compile(r"\d+(?:\.\d+)*|[A-Za-z]|[IVX]+")

SPEECH = frozenset([
    "asked", "said", "says", "asks", "wondered", "shouted", "wrote", "tweeted", "replied", "cried", "exclaimed",
    "added", "demanded", "chanted",
])  # fmt: skip
"""Verbs that carry on the sentence of a quotation that ended in "?" or "!": '"Why?" Mr. Reyes asked.'"""
SPEAKER = 4
"""How many words a speaker may have before that verb ("Deputy Minister Ana Reyes"); a guess, GUM's news measures it."""

CLOCK = frozenset(["a.m.", "p.m.", "A.M.", "P.M."])
AFTER_CLOCK = frozenset([
    "GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "PST", "PDT", "PT", "BST", "CET", "IST",
    "Eastern", "Pacific", "Central", "Mountain", "Moscow", "London", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
]) | {word + "." for word in MONTHS | DAYS}  # fmt: skip
"""What goes on with a time of day: "at 5 p.m. Monday", "8 a.m. GMT"."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph's words, with their forms, asked about by their numbers."""

    words: Spans
    forms: Sequence[str]
    second: frozenset[int]
    """Numbers of straight marks with an odd number of their like before them: they close, if all are typed rightly."""

    def glued(self, number: int) -> bool:
        """Whether word `number` touches the word before it."""
        return number > 0 and self.words[number - 1].end == self.words[number].start

    def closes(self, number: int) -> bool:
        """Whether word `number`, after the end of a sentence, closes what was opened before that end."""
        form = self.forms[number]
        if form not in CLOSERS:
            return EMOTICON.fullmatch(form) is not None
        if form not in STRAIGHT:
            return True
        before, after = self.glued(number), number + 1 < len(self.forms) and self.glued(number + 1)
        if before != after:
            return before
        if form == "''":
            return True  # typed as one mark it closes far more often, being opened by another
        return number in self.second


def sentences_of(text: str, words: Spans, paragraph: int, *, headline: bool = False) -> list[Sentence]:
    """
    The sentences that the words of one paragraph make.

    In a `headline` no abbreviation ends one ("U.S. And Allies Meet").

    >>> from according.segmenting.words import words_of
    >>> text = 'The U.S. Navy left. "Why?" she asked.'
    >>> [text[one.span.start : one.span.end] for one in sentences_of(text, words_of(text, 0, len(text)), 0)]
    ['The U.S. Navy left.', '"Why?" she asked.']
    """
    forms = [text[word.start : word.end] for word in words]
    line = _Line(words, forms, _second_marks(forms))
    found: list[Sentence] = []
    first = number = 0
    while number < len(words):
        form = line.forms[number]
        if form[-1] in ".!?…" and form[:-1] not in TITLES:
            last = _last_of_ending(line, number)
            if last + 1 < len(words) and _ends(line, number, last, first, headline=headline):
                found.append(_sentence(words, first, last, paragraph))
                first = last + 1
            number = last
        number += 1
    if first < len(words):
        found.append(_sentence(words, first, len(words) - 1, paragraph))
    return found


def _second_marks(forms: Sequence[str]) -> frozenset[int]:
    """The numbers of every second straight mark of each shape."""
    found: set[int] = set()
    odd: set[str] = set()
    for number, form in enumerate(forms):
        if form in STRAIGHT:
            if form in odd:
                found.add(number)
            odd ^= {form}
    return frozenset(found)


def _sentence(words: Spans, first: int, last: int, paragraph: int) -> Sentence:
    span = Span(start=words[first].start, end=words[last].end)
    return Sentence(span=span, words=words[first : last + 1], paragraph=paragraph)


def _last_of_ending(line: _Line, number: int) -> int:
    """The last word of the ending begun by word `number`: more marks, what closes around them, a note's number."""
    forms, last = line.forms, number
    while last + 1 < len(forms):
        following = forms[last + 1]
        if ENDERS.fullmatch(following):
            if not line.glued(last + 1) and (following != "." or forms[last] != "."):
                break
            last += 1
        elif line.closes(last + 1):
            last += 1
        elif following == "[" and last + 3 < len(forms) and forms[last + 2].isdigit() and forms[last + 3] == "]":
            last += 3
        else:
            break
    return last


def _ends(line: _Line, number: int, last: int, first: int, *, headline: bool) -> bool:
    """Whether the sentence from word `first` ends after word `last`, its full stop being word `number`."""
    form, at = line.forms[number], last + 1
    while line.forms[at] in OPENERS and at + 1 < len(line.forms):
        at += 1
    following = line.forms[at]
    head, bracketed = following[0], line.forms[last + 1] in "(["
    ending = line.forms[number + 1 : last + 1]
    quoted = any(other in QUOTES for other in ending)
    if line.glued(last + 1) and not _space_is_missing(line, number, last, following):
        return False
    if head in CARRYING or number == first:
        return False
    if len(form) > 1 and form[-1] == "." and form[0].isalnum():
        if bracketed or headline:
            return False
        in_place = number > 0 and line.forms[number - 1] == ","
        return _abbreviation_ends(form, following, marked=quoted or at > last + 1, in_place=in_place)
    if following in DASHES:
        return not quoted and at + 1 < len(line.forms) and line.forms[at + 1][0].isupper()
    if form == "." and number == first + 1 and ENUMERATOR.fullmatch(line.forms[first]):
        return False
    if head.islower():
        enclosed = any(other in CLOSERS or other == "." for other in ending)
        return not enclosed and _ends_before_lower_case(line, number, opened=at > last + 1)
    return not (quoted and form[-1] in "?!" and _speech_follows(line.forms, at))


def _space_is_missing(line: _Line, number: int, last: int, following: str) -> bool:
    """Whether a full stop that touches the next word ends a sentence all the same: "yesterday.The army"."""
    before = line.forms[number - 1] if number else ""
    if line.forms[number] not in {".", "?", "!"} or not following[0].isupper():
        return False
    if last > number or line.forms[last + 1] in QUOTES:
        return True
    return len(following) > 1 and before.isalpha() and (before.islower() or len(before) > 2)


def _abbreviation_ends(form: str, following: str, *, marked: bool, in_place: bool) -> bool:
    """
    Whether an abbreviation that may end a sentence does: what follows tells, most of all a quotation mark between them.

    `in_place` when it stands after a comma, as a state does: "in Salem, Mass. Lund left".
    """
    if not following[0].isupper() or form[:-1] in INSIDE or len(form) == 2:
        return False
    if in_place and form[:-1] in PLACES:
        return True
    if form in CLOCK:
        return following not in AFTER_CLOCK
    return following in STARTERS or marked


def _ends_before_lower_case(line: _Line, number: int, *, opened: bool) -> bool:
    """
    Whether a sentence ends though the next begins with a small letter: "... was hit. al-Furat television said".

    An abbreviation that we do not know looks the same, but is seldom of three letters or more; "Yahoo! said" is a name.
    """
    form, before = line.forms[number], line.forms[number - 1]
    if form == ".":
        return opened or (len(before) > 2 and before.isalpha()) or not before.isalpha()
    return form in {"?", "!"} and before.islower()


def _speech_follows(forms: Sequence[str], at: int) -> bool:
    """Whether a speaker in capitals and a verb of speech come next: "Mr. Reyes asked"."""
    for form in forms[at : at + SPEAKER + 1]:
        if form in SPEECH:
            return True
        if not form[0].isupper():
            return False
    return False
