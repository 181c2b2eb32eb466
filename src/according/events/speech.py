"""
What sources do by speaking: statements and denials, responsibility claimed and denied.

PLOVER has no type for them. The actor is the source, the recipient whom it tells; the narrator's
own sentences are no statements, and a cue that is an act of PLOVER's ("condemned") is none beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.events.lexicon import words_of
from according.events.paths import is_verb, subjects
from according.events.referents import Referents, top
from according.events.syntax import Syntax
from according.records import Attributed, Attribution, Participant, Spans, Step

ADDRESSING = ("iobj", "obj")
CLAIMED, DENIED = "responsibility-claimed", "responsibility-denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One act of speech that is an event by itself; `at` is the word that it stands at."""

    at: int
    trigger: Spans
    mode: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    confidence: float
    steps: tuple[Step, ...]


def spoken(syntax: Syntax, referents: Referents, attributed: Attributed, taken: frozenset[int]) -> Iterator[Spoken]:
    """The acts of speech of a report. `taken` are the triggers of other events, which no statement repeats."""
    done = set[int]()
    for attribution in attributed.attributions:
        words = [word for span in attribution.cue for word in referents.words(span)]
        if not attribution.source or not words:
            continue
        mode = mode_of(syntax, words, [word for span in attribution.content[:1] for word in referents.words(span)][:3])
        if mode is None or (mode == "statement" and taken.intersection(words)):
            continue
        done.update(words)
        yield _of_attribution(syntax, referents, attribution, words, mode)
    yield from _of_responsibility(syntax, referents, done)


def mode_of(syntax: Syntax, cue: list[int], content: list[int]) -> str | None:
    """What a cue does: one of `vocabulary.NEWS_EVENTS`, or None where the source keeps silent."""
    forms = [syntax.lower[word] for word in cue]
    said = set(forms)
    begins = {syntax.lower[word] for word in content}
    negated = bool(said & words_of("negation")) or bool(said & words_of("silent"))
    about = (said | begins) & words_of("responsibility")
    if said & words_of("denying") and not negated:
        return DENIED if about else "denial"
    if about and said & words_of("claiming") and not negated:
        return CLAIMED
    return "statement" if said & words_of("saying") and not negated else None


def _of_attribution(
    syntax: Syntax, referents: Referents, attribution: Attribution, words: list[int], mode: str
) -> Spoken:
    sources = [list(referents.words(span)) for span in attribution.source]
    source = [word for part in sources for word in part]
    head = top(syntax, range(source[0], source[-1] + 1)) if source else -1
    actors: tuple[Participant, ...] = ()
    if head >= 0:
        actors = (referents.participant(head, range(source[0], source[-1] + 1), attribution.source),)
    content = {word for span in attribution.content for word in referents.words(span)}
    told = [
        referents.participant(word, syntax.phrase(word))
        for verb in words
        if is_verb(syntax, verb)
        for word in addressees(syntax, verb)
        if word not in content and word not in source
    ]
    step = Step(
        stage="events", rule=f"cue of {attribution.id}: {mode}", field="mode", value=mode, spans=attribution.cue,
        score=attribution.confidence,
    )  # fmt: skip
    return Spoken(
        at=words[0], trigger=attribution.cue, mode=mode, actors=actors, recipients=tuple(told),
        confidence=attribution.confidence, steps=(step,),
    )  # fmt: skip


def addressees(syntax: Syntax, verb: int) -> Iterator[int]:
    """The heads of the phrases that name who is spoken to: "told reporters", "said to the council"."""
    told = syntax.lower[verb] in words_of("telling")
    for child in syntax.children[verb]:
        relation = syntax.tags.deprel[child]
        spoken_to = (told and relation in ADDRESSING) or (relation == "obl" and syntax.preposition(child) == "to")
        if spoken_to and syntax.tags.upos[child] in ("NOUN", "PROPN", "PRON"):
            yield child


def _of_responsibility(syntax: Syntax, referents: Referents, done: set[int]) -> Iterator[Spoken]:
    """Responsibility claimed or denied where no attribution says so: "claimed responsibility for the blast"."""
    for word, form in enumerate(syntax.lower):
        if form not in words_of("responsibility-nouns") or syntax.tags.deprel[word] != "obj":
            continue
        verb = syntax.tags.head[word]
        if verb in done or verb < 0:
            continue
        for name, mode in (("claiming", CLAIMED), ("denying", DENIED)):
            if syntax.lower[verb] not in words_of(name) or (mode == CLAIMED and form == "involvement"):
                continue
            beside = (*syntax.children[verb], *syntax.children[word])
            negated = any(syntax.lower[child] in words_of("negation") for child in beside)
            who = [referents.participant(head, syntax.phrase(head)) for head, _ in subjects(syntax, verb)]
            spans = tuple(sorted((syntax.tags.words[verb], syntax.tags.words[word])))
            step = Step(stage="events", rule=f"{form} {name}", field="mode", value=mode, spans=spans)
            if not negated:
                yield Spoken(
                    at=verb, trigger=spans, mode=mode, actors=tuple(who), recipients=(), confidence=0.9, steps=(step,)
                )
