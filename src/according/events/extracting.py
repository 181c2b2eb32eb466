"""
Stage 5 put together: the words that name acts become events, each with its parties, scene and standing.

Path: merging (which words name an act) -> participants (paths, priors, referents) -> binding (where,
when, how many) -> judging (factuality) -> contexts; speech adds what sources do by speaking.
"""

from __future__ import annotations

from dataclasses import replace

from according.events.binding import Bound, Scene
from according.events.contexts import contexts_of
from according.events.judging import standing, weakened
from according.events.lexicon import words_of
from according.events.merging import kind, triggers
from according.events.modes import mode_of
from according.events.ontology import NEWS, TYPES, quad
from according.events.participants import Candidate, Parts, parts
from according.events.referents import Referents
from according.events.speech import Spoken, spoken
from according.events.syntax import Syntax
from according.records import (
    ActScores,
    Attributed,
    Event,
    Grounded,
    Participant,
    Report,
    Segmentation,
    Spans,
    Step,
    Tags,
    Time,
)
from according.vocabulary import BODY

STAGE = "events"


def extract(
    report: Report, segmentation: Segmentation, tags: Tags, attributed: Attributed, grounded: Grounded
) -> tuple[Event, ...]:
    """Every event of a report in the order of the text; ids are "v1", "v2", ..."""
    if not tags.acts and not attributed.attributions:
        return ()
    syntax = Syntax(report, tags)
    referents = Referents(syntax, grounded)
    told = [act for act in triggers(syntax, tags.acts) if _in_body(segmentation, tags, act.word)]
    cues = frozenset(word for one in attributed.attributions for span in one.cue for word in referents.words(span))
    told = [act for act in told if not (act.word in cues and is_denial(syntax, act))]
    taken = frozenset(act.word for act in told)
    scene = Scene(report, referents, grounded, [act.word for act in told], cues - taken)
    weak = weak_cues(syntax, referents, attributed)
    found = [(act.word, event_of(act, scene, weak.get(act.word))) for act in told]
    found += [(one.at, spoken_event(syntax, one)) for one in spoken(syntax, referents, attributed, taken)]
    found.sort(key=lambda item: (item[0], item[1].trigger))
    return tuple(replace(event, id=f"v{number}") for number, (_, event) in enumerate(found, 1))


def is_denial(syntax: Syntax, act: ActScores) -> bool:
    """Whether a cue that the head takes for a rejection denies: that is an act of speech (`speech`), told once."""
    return TYPES[kind(act)] == "REJECT" and syntax.lower[act.word] in words_of("denying")


def _in_body(segmentation: Segmentation, tags: Tags, word: int) -> bool:
    paragraph = segmentation.sentences[tags.sentence_of[word]].paragraph
    return segmentation.paragraphs[paragraph].kind in BODY


def event_of(act: ActScores, scene: Scene, cue: Step | None) -> Event:
    """One act as an event, without its id."""
    syntax, referents = scene.syntax, scene.referents
    label = TYPES[kind(act)]
    mode, by_words = mode_of(syntax, act, label)
    found = parts(syntax, act, label, referents.antecedents)
    bound = scene.of(act.word, label, [one.words for one in found.actors])
    how = weakened(standing(syntax, act, label, scene.report, own_time(bound)), cue)
    trigger = (syntax.tags.words[act.word],)
    is_news = label in NEWS
    return Event(
        id="",
        trigger=trigger,
        type=None if is_news else label,
        mode=NEWS[label] if is_news else mode,
        contexts=contexts_of(syntax, syntax.sentence(act.word), label, mode),
        quad=quad(label),
        actors=participants(referents, found.actors),
        recipients=participants(referents, found.recipients),
        place=bound.place,
        time=bound.time,
        quantities=bound.quantities,
        polarity=how.polarity,
        certainty=how.certainty,
        status=how.status,
        inherited=bound.inherited,
        confidence=round(float(act.types[kind(act)]), 4),
        why=(typed(act, label, trigger), *filter(None, [by_words]), *reasons(syntax, found), *bound.steps, *how.steps),
    )


def own_time(bound: Bound) -> Time | None:
    """The time that the act's own clause gives, None where it is inherited."""
    return None if "time" in bound.inherited else bound.time


def participants(referents: Referents, chosen: tuple[Candidate, ...]) -> tuple[Participant, ...]:
    """The records of the chosen phrases."""
    return tuple(referents.participant(one.head, one.words) for one in chosen)


def typed(act: ActScores, label: str, trigger: Spans) -> Step:
    """Why an act has its type."""
    return Step(
        stage=STAGE, rule="events head", field="type", value=label, spans=trigger,
        score=round(float(act.types[kind(act)]), 4),
    )  # fmt: skip


def reasons(syntax: Syntax, found: Parts) -> tuple[Step, ...]:
    """Why these phrases take part."""
    return tuple(
        Step(stage=STAGE, rule=one.rule, field=name, spans=syntax.spans(one.words), score=round(score, 4))
        for name, chosen in (("actors", found.actors), ("recipients", found.recipients))
        for one in chosen
        for score in (one.actor if name == "actors" else one.recipient,)
    )


def weak_cues(syntax: Syntax, referents: Referents, attributed: Attributed) -> dict[int, Step]:
    """For each word of an attribution's content whose cue weakens it ("fears", "alleged"): the reason."""
    found: dict[int, Step] = {}
    for attribution in attributed.attributions:
        words = [word for span in attribution.cue for word in referents.words(span)]
        for name, certainty in (("possible", "possible"), ("probable", "probable")):
            weak = [word for word in words if syntax.lower[word] in words_of(name)]
            if not weak:
                continue
            step = Step(
                stage=STAGE, rule=f"told by {attribution.id} with a verb of the list {name}", field="certainty",
                value=certainty, spans=(syntax.tags.words[weak[0]],),
            )  # fmt: skip
            found.update(dict.fromkeys((w for span in attribution.content for w in referents.words(span)), step))
            break
    return found


def spoken_event(syntax: Syntax, one: Spoken) -> Event:
    """What a source does by speaking, as an event without its id."""
    return Event(
        id="",
        trigger=one.trigger,
        type=None,
        mode=one.mode,
        contexts=contexts_of(syntax, syntax.sentence(one.at), "", None),
        actors=one.actors,
        recipients=one.recipients,
        certainty="certain",
        confidence=one.confidence,
        why=one.steps,
    )
