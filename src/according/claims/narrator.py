"""
What the outlet says on its own word: sentences, and parts of sentences, that are laid at nobody's door.

Three kinds. A sentence without any attribution. What is left of a sentence beside an attribution's
content, if it tells more than who spoke when and where ("Berg repeated her doubts to Lind over the
phone, warning that ..."). And a relative clause inside reported speech ("..., which has taken
large parts of the country"): background that the outlet supplies; inside quotation marks the same
clause is the speaker's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from according.records import Attributed, Attribution, Report, Segmentation, Span, Spans, Tags
from according.vocabulary import BODY

TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
"""Parts of speech that tell something. Convention of ours."""

ENOUGH = 4
"""
Telling words that must be left of a sentence beside its attributions, the source's own words not
counted, for the rest to be a claim: "on Wednesday in Ankara" has two. A guess; the share of such
claims that a reader strikes out would measure it.
"""

BACKGROUND = 5
"""Words that a relative clause in reported speech must have. A guess, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrated:
    """Words on the outlet's own word: numbers of words, the status, and the rule that found them."""

    words: tuple[int, ...]
    status: str
    rule: str


def narrated(report: Report, segmentation: Segmentation, tags: Tags, attributed: Attributed) -> list[Narrated]:
    """All that the narrator says, in the order of the text."""
    text, attributions = report.text, attributed.attributions
    role = roles(tags, attributions)
    for span in [*(report.dateline.spans if report.dateline else ()), *anonymous(text, segmentation, attributed)]:
        for word in within(tags, span):
            role[word] = role[word] or "aside"
    found = []
    first = 0
    for sentence in segmentation.sentences:
        words = range(first, first + len(sentence.words))
        first += len(sentence.words)
        if segmentation.paragraphs[sentence.paragraph].kind in BODY:
            found += of_sentence(words, tags, role)
    found += backgrounds(text, segmentation, tags, attributions)
    found += encounters(text, tags, attributions, {w for one in found for w in one.words})
    return sorted(found, key=lambda one: one.words)


def anonymous(text: str, segmentation: Segmentation, attributed: Attributed) -> Iterator[Span]:
    """
    The stretches that tell why a source is not named: from the comma before the phrase to the sentence's end.

    They say something of the telling, not of what is told: "speaking on condition of anonymity because ...".
    """
    phrases = {
        s for links in attributed.links.values() for link in links if link.anonymity for s in link.anonymity.spans
    }
    for phrase in sorted(phrases):
        for sentence in segmentation.sentences:
            if sentence.span.meets(phrase):
                comma = text.rfind(",", sentence.span.start, phrase.start)
                yield Span(start=comma if comma > 0 else phrase.start, end=sentence.span.end)


def roles(tags: Tags, attributions: tuple[Attribution, ...]) -> list[str]:
    """What each word is to the attributions: content · source · cue · "" (content before the others)."""
    role = [""] * len(tags.words)
    for name in ("cue", "source", "content"):
        for attribution in attributions:
            for span in getattr(attribution, name):
                for word in within(tags, span):
                    role[word] = name
    return role


def within(tags: Tags, span: Span) -> list[int]:
    """Numbers of the words that lie in a span."""
    starts = _starts(tags)
    return list(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))


@lru_cache(maxsize=4)  # of the reports at hand: a few threads may be at it at once
def _starts(tags: Tags) -> list[int]:
    return [word.start for word in tags.words]


def of_sentence(words: range, tags: Tags, role: list[str]) -> list[Narrated]:
    """The narrator's part of one sentence: all, the rest, or nothing."""
    if not any(tags.upos[w] in TELLING for w in words):
        return []
    if not any(role[w] in ("content", "cue", "source") for w in words):
        told = tuple(w for w in words if not role[w])
        if not any(tags.upos[w] in ("VERB", "AUX") for w in told):
            return []
        return [Narrated(words=told, status="current", rule="a sentence without attribution")]
    rest = [w for w in words if role[w] not in ("content", "aside")]
    telling = [w for w in rest if not role[w] and tags.upos[w] in TELLING and not is_when(w, tags)]
    if len(telling) < ENOUGH or not any(tags.upos[w] in ("VERB", "PROPN") for w in telling):
        return []
    while rest and (tags.upos[rest[-1]] in ("PUNCT", "SCONJ", "CCONJ") or role[rest[-1]] == "cue"):
        rest.pop()
    while rest and tags.upos[rest[0]] in ("PUNCT", "CCONJ"):
        rest.pop(0)
    return [Narrated(words=tuple(rest), status="current", rule="the rest of a sentence beside its attributions")]


def is_when(word: int, tags: Tags) -> bool:
    """Whether a word tells when something was said: an adjunct without preposition, as UD marks days and dates."""
    return tags.deprel[word] in ("obl:unmarked", "nmod:unmarked", "obl:tmod")


def backgrounds(
    text: str, segmentation: Segmentation, tags: Tags, attributions: tuple[Attribution, ...]
) -> list[Narrated]:
    """Relative clauses in reported speech that state something as known, with the noun that they tell of."""
    below = descendants(tags)
    found = []
    for attribution in attributions:
        if attribution.kind == "direct":
            continue
        inside = {word for span in attribution.content for word in within(tags, span)}
        for word in sorted(inside):
            if tags.deprel[word] != "acl:relcl":
                continue
            clause = sorted(below(word))
            if len(clause) < BACKGROUND or not inside.issuperset(clause):
                continue
            if not is_stated(text, word, clause, tags) or quoted(segmentation, tags.words[word]):
                continue
            noun = tags.head[word]
            phrase = [w for w in sorted(below(noun)) if w <= max(clause) and w in inside]
            while phrase and tags.deprel[phrase[0]] in ("case", "cc", "mark", "punct"):
                phrase.pop(0)
            if phrase and is_aside(inside.difference(phrase), tags):
                found.append(
                    Narrated(words=tuple(phrase), status="background", rule="a relative clause in reported speech")
                )
    return distinct(found)


def is_aside(others: set[int], tags: Tags) -> bool:
    """
    Whether what is left of a content is a statement without the clause: then the clause was put in beside it.

    In "denied that any of its boats had fired" a parser may take all that is denied for a clause on "any", and nothing
    is left.
    """
    return any(tags.upos[word] in ("VERB", "AUX") for word in others)


ADDRESSING = frozenset({"to", "with"})
"""Prepositions of the one spoken to: "repeated her doubts to Lind", "discussed the truce with Lind"."""


def encounters(text: str, tags: Tags, attributions: tuple[Attribution, ...], told: set[int]) -> list[Narrated]:
    """
    Acts of speech told as events: "Berg repeated her doubts to Foreign Minister Lind over the phone".

    The content is no clause but a noun that sums up what was said, and a person named beside it is
    spoken to: that the two spoke is the outlet's own word. `told` are words of claims that say so already.
    """
    found = []
    for attribution in attributions:
        if attribution.kind != "indirect" or not attribution.source:
            continue
        content = [word for span in attribution.content for word in within(tags, span)]
        clause = [
            w
            for role in (attribution.source, attribution.cue, attribution.content)
            for s in role
            for w in within(tags, s)
        ]
        tops = [w for w in content if tags.head[w] not in content]
        if not tops or told.intersection(clause) or any(tags.upos[w] in ("VERB", "AUX") for w in tops):
            continue
        persons = {w for name in tags.names if name.kind == "person" for w in range(name.first, name.last + 1)}
        if any(is_addressee(text, w, tags) for w in persons.intersection(content)):
            words = range(min(clause), max(clause) + 1)
            found.append(Narrated(words=tuple(words), status="current", rule="an act of speech, told as an event"))
    return found


def is_addressee(text: str, word: int, tags: Tags) -> bool:
    """Whether the phrase that a name's word stands in is introduced by a preposition of address."""
    at = word
    while at > max(0, word - TITLE) and tags.upos[at] in ("PROPN", "NOUN", "ADJ", "DET", "PRON"):
        at -= 1
    return text[tags.words[at].start : tags.words[at].end].lower() in ADDRESSING


TITLE = 9
"""Words that a title and a name may have: "to the acting Foreign Minister Anna Berg". A guess."""

MODALS = frozenset(
    {"may", "might", "can", "could", "will", "would", "shall", "should", "must", "ca", "wo", "'ll", "'d"}
)
"""Auxiliaries that take a clause out of the facts; "ca" and "wo" are what stands before "n't"."""


def is_stated(text: str, verb: int, clause: list[int], tags: Tags) -> bool:
    """Whether a relative clause states a fact: a finite verb, no modal, no infinitive."""
    own = [w for w in clause if tags.head[w] == verb]
    modal = any(text[tags.words[w].start : tags.words[w].end].lower() in MODALS for w in own if tags.upos[w] == "AUX")
    infinitive = any(tags.upos[w] == "PART" and tags.deprel[w] == "mark" for w in own)
    subject = any(tags.deprel[w].startswith(("nsubj", "csubj", "expl")) for w in own)
    return tags.upos[verb] == "VERB" and subject and not modal and not infinitive


def quoted(segmentation: Segmentation, word: Span) -> bool:
    """Whether a word stands between quotation marks."""
    return any(quotation.inner.holds(word) for quotation in segmentation.quotations)


def distinct(found: list[Narrated]) -> list[Narrated]:
    """Without those that lie wholly within another."""
    return [one for one in found if not any(set(one.words) < set(other.words) for other in found)]


def descendants(tags: Tags) -> Callable[[int], set[int]]:
    """A function that gives the numbers of a word and of all that hangs on it."""
    children: dict[int, list[int]] = {}
    for word, head in enumerate(tags.head):
        if head >= 0:
            children.setdefault(head, []).append(word)

    def below(word: int) -> set[int]:
        seen, todo = set[int](), [word]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo += children.get(at, [])
        return seen

    return below


def spans_of(words: tuple[int, ...], tags: Tags) -> Spans:
    """Word numbers as spans of the text, one for each run."""
    spans: list[Span] = []
    before = -2
    for word in words:
        if word == before + 1:
            spans[-1] = Span(start=spans[-1].start, end=tags.words[word].end)
        else:
            spans.append(tags.words[word])
        before = word
    return tuple(spans)
