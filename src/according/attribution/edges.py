"""
The edges of contents and sources, by syntax.

What hangs on a content's verb by "and" or "but" is said by the same source: "said that the bridge was
closed, but that a ferry ran". And no phrase ends in "and", "of" or "the".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.attribution.quotations import stretches
from according.attribution.relations import Relation
from according.records import Report, Tags

UNENDING = frozenset({"CCONJ", "SCONJ", "ADP", "DET"})
"""Parts of speech that no content and no source ends in, but for a particle ("carried on")."""


def trimmed(found: Sequence[Relation], tags: Tags) -> list[Relation]:
    """The relations without loose words at the ends of their contents and sources."""
    return [
        replace(
            relation,
            source=ended(relation.source, tags) if relation.source else None,
            content=tuple(ended(piece, tags) for piece in relation.content),
        )
        for relation in found
    ]


def without_dateline(found: Sequence[Relation], report: Report, tags: Tags) -> list[Relation]:
    """The relations without the dateline's words: "ANKARA, June 3 -" is nobody's statement."""
    if report.dateline is None:
        return list(found)
    opening = {n for n, word in enumerate(tags.words) if any(span.holds(word) for span in report.dateline.spans)}
    made = []
    for relation in found:
        content = stretches(relation.content_words() - opening)
        source = None if relation.source and opening.intersection(relation.source) else relation.source
        if content and not opening.intersection(relation.cue):
            made.append(replace(relation, content=content, source=source))
    return made


def ended(piece: tuple[int, int], tags: Tags) -> tuple[int, int]:
    """A stretch of words without what it cannot end in; one word at least stays."""
    first, last = piece
    at = last
    while at > first and (tags.upos[at] == "PUNCT" or is_loose(at, tags)):
        at -= 1
    loose = next((word for word in range(at + 1, last + 1) if is_loose(word, tags)), None)
    if loose is None:
        return piece  # marks alone: they may close a quotation
    last = loose - 1
    while last > first and tags.upos[last] == "PUNCT":
        last -= 1
    return first, last


def is_loose(word: int, tags: Tags) -> bool:
    """Whether a word cannot end a phrase. "on" of "carried on" and "that" of "said that" alone can."""
    return tags.upos[word] in UNENDING and tags.deprel[word] in ("cc", "case", "mark", "det")


def continued(found: Sequence[Relation], report: Report, tags: Tags) -> list[Relation]:
    """The relations with the clauses that are coordinated with the end of their content."""
    taken = {word for relation in found for word in relation.words()}
    made = []
    for relation in found:
        content = relation.content_words()
        more = coordinated(relation, content, taken, report, tags)
        taken |= more
        made.append(replace(relation, content=stretches(content | more)) if more else relation)
    return made


def coordinated(relation: Relation, content: set[int], taken: set[int], report: Report, tags: Tags) -> set[int]:
    """
    The words of a clause right after the content, joined by a conjunction to a verb inside it.

    Parsers also hang such a clause on the cue: "said that the bridge was closed, but a ferry might run". It is
    the source's where it supposes something of another subject than the cue's: the outlet seldom does.

    Nothing where the clause belongs to another attribution, or the content stands before its cue:
    there the sentence goes on with the cue's own clause.
    """
    last = max(content)
    if last < relation.cue[1] or last + 1 >= len(tags.words):
        return set()
    sentence = tags.sentence_of[last]
    for word in range(last + 1, len(tags.words)):
        if tags.sentence_of[word] != sentence:
            break
        inside = tags.deprel[word] == "conj" and tags.head[word] in content and tags.upos[tags.head[word]] in CLAUSE
        if inside or hangs_on_cue(word, last, relation, report, tags):
            clause = below(word, sentence, tags)
            begins = min(clause)
            joined = all(tags.upos[w] in ("PUNCT", "CCONJ") for w in range(last + 1, begins))
            clause = set(range(last + 1, max(clause) + 1)) if joined and tags.upos[word] in CLAUSE else set()
            while clause and tags.upos[max(clause)] == "PUNCT":
                clause.remove(max(clause))
            return set() if clause & taken else clause
    return set()


SUPPOSING = frozenset({"could", "may", "might", "would", "should"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def hangs_on_cue(verb: int, last: int, relation: Relation, report: Report, tags: Tags) -> bool:
    """
    Whether a clause behind the content hangs on the cue by a conjunction and supposes something.

    It has a subject of its own, no pronoun, and a modal of supposition; `last` is the content's last word, which
    may be the conjunction.
    """
    if not relation.cue[0] <= tags.head[verb] <= relation.cue[1] or tags.deprel[verb] not in JOINED:
        return False
    own = range(last + 1, verb)
    return (
        any(tags.upos[w] == "CCONJ" for w in (last, *own[:3]))
        and any(tags.head[w] == verb and tags.deprel[w] in SUBJECTS and tags.upos[w] in NOUNS for w in own)
        and any(
            tags.head[w] == verb
            and tags.deprel[w] == "aux"
            and report.text[tags.words[w].start : tags.words[w].end].lower() in SUPPOSING
            for w in own
        )
    )


JOINED = frozenset({"conj", "ccomp", "parataxis"})
"""What parsers make of such a clause."""
NOUNS = frozenset({"NOUN", "PROPN"})
CLAUSE = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
"""Heads of clauses: a verb, or what a copula says ("was unclear", "is a trap")."""


def below(top: int, sentence: int, tags: Tags) -> set[int]:
    """A word and all that hangs on it, in its sentence."""
    found = {top}
    grown = True
    words = [w for w in range(max(0, top - 120), min(len(tags.words), top + 120)) if tags.sentence_of[w] == sentence]
    while grown:
        more = {w for w in words if w not in found and tags.head[w] in found}
        found |= more
        grown = bool(more)
    return found
