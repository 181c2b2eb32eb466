"""The main clause of a claim's content, and the clauses beside it that are claims of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.records import Span, Tags
from according.world.lookup import letter_runs

FURTHER = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "xcomp", "parataxis"})
"""Relations of Universal Dependencies that open a clause of its own."""

DEEPEST = 40
"""Steps up a tree before a loop is suspected."""

SUBJECTS = ("nsubj", "csubj", "expl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """
    A claim's words, by number.

    `main`: those of its main clause. `roots`: what these hang on, one for each sentence. `direct`:
    whether they are quoted. `backshifted`: whether a cue in the past has turned "will" into "would". `runs`: the
    runs of letters between its first word and its last, for `according.claims.lexicon.Listed`.
    """

    text: str
    tags: Tags
    words: tuple[int, ...]
    main: tuple[int, ...]
    roots: tuple[int, ...]
    runs: frozenset[str]
    direct: bool = False
    backshifted: bool = False

    def spans(self, words: Sequence[int]) -> list[Span]:
        """The spans of some of the words."""
        return [self.tags.words[word] for word in words]

    def form(self, word: int) -> str:
        """A word in lower case."""
        span = self.tags.words[word]
        return self.text[span.start : span.end].lower()

    def under(self, word: int) -> list[int]:
        """The words of the content that hang on a word itself."""
        return [w for w in self.words if self.tags.head[w] == word]


def content_of(text: str, tags: Tags, words: Sequence[int], direct: bool = False, backshifted: bool = False) -> Content:
    """The content that some words are."""
    roots, main = main_clause(tags, words)
    return Content(
        text=text,
        tags=tags,
        words=tuple(words),
        main=main or tuple(words),
        roots=roots,
        runs=letter_runs(text[tags.words[words[0]].start : tags.words[words[-1]].end]),
        direct=direct,
        backshifted=backshifted,
    )


def main_clause(tags: Tags, words: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """
    The roots of the content, and the words of its main clause: what hangs on them without a further clause.

    Several sentences in one content give the main clauses of all. "To" and "as" before a word that
    is outside are no roots; a clause joined by "and" with a subject of its own is a further one.
    """
    inside = set(words)
    tops = [w for w in words if tags.head[w] not in inside]
    solid = [w for w in tops if tags.upos[w] not in ("PUNCT", "SCONJ", "CCONJ", "PART", "ADP")]
    roots = set(solid or tops)
    kept = set[int]()
    for word in words:
        at, steps = word, 0
        while at not in roots and at in inside and steps < DEEPEST:
            if tags.deprel[at] in FURTHER or is_joined(tags, at, inside):
                break
            at, steps = tags.head[at], steps + 1
        if at in roots:
            kept.add(word)
    return tuple(sorted(roots)), tuple(sorted(kept))


def is_joined(tags: Tags, word: int, inside: set[int]) -> bool:
    """Whether a word heads a clause joined to another by "and", with a subject of its own."""
    if tags.deprel[word] != "conj":
        return False
    near = range(max(0, word - DEEPEST), word)
    return any(tags.head[w] == word and tags.deprel[w].startswith(SUBJECTS) for w in near if w in inside)


def is_second(tags: Tags, word: int, inside: set[int]) -> bool:
    """Whether a word heads a clause behind "and" or "but" that a parser hung on the cue instead of on the content."""
    if tags.head[word] in inside or tags.deprel[word] not in ("ccomp", "conj", "parataxis"):
        return False
    under = [w for w in range(max(0, word - DEEPEST), word) if w in inside and tags.head[w] == word]
    return any(tags.deprel[w] == "cc" for w in under) and any(tags.deprel[w].startswith(SUBJECTS) for w in under)


def parts(tags: Tags, words: Sequence[int]) -> list[list[int]]:
    """
    The content cut before each clause that is joined to its root, has a subject of its own and runs to its end.

    >>> import numpy as np
    >>> spans = tuple(Span(start=2 * n, end=2 * n + 1) for n in range(6))
    >>> tags = Tags(  # "dams held , roads may flood"
    ...     words=spans,
    ...     sentence_of=(0,) * 6,
    ...     upos=("NOUN", "VERB", "PUNCT", "NOUN", "AUX", "VERB"),
    ...     head=(1, -1, 5, 5, 5, 1),
    ...     deprel=("nsubj", "root", "punct", "nsubj", "aux", "conj"),
    ...     names=(),
    ...     nouns=(None,) * 6,
    ...     cues=(),
    ...     vectors=np.zeros((1, 384), np.float32),
    ... )
    >>> parts(tags, range(6))
    [[0, 1], [3, 4, 5]]
    """
    inside = set(words)
    joined = [
        w
        for w in words
        if (is_joined(tags, w, inside) and tags.deprel[tags.head[w]] not in FURTHER) or is_second(tags, w, inside)
    ]
    cuts = []
    for word in joined:
        begin = word
        for other in words:
            at, steps = other, 0
            while at in inside and at != word and steps < DEEPEST:
                at, steps = tags.head[at], steps + 1
            if at == word and other < begin:
                begin = other
        cuts.append(begin)
    made: list[list[int]] = [[]]
    for word in words:
        if word in cuts and made[-1]:
            made.append([])
        made[-1].append(word)
    return [kept for one in made if (kept := bare(tags, one))]


def bare(tags: Tags, words: list[int]) -> list[int]:
    """The words without marks and conjunctions at their edges."""
    first, last = 0, len(words)
    while first < last and tags.upos[words[first]] in ("PUNCT", "CCONJ"):
        first += 1
    while last > first and tags.upos[words[last - 1]] in ("PUNCT", "CCONJ"):
        last -= 1
    return words[first:last]
