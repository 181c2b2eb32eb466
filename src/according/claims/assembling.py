"""
Claims put together: one for each attribution, one for each thing that the narrator says.

A claim's chain runs from the outlet over whoever passes the words on to the one who vouches for
them; an attribution within another's content stands behind the outer one's source. What one source says
in two clauses, of which it is differently sure, is two claims. Each field's reason is a `Step`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from according.claims.certainty import Sure, sure
from according.claims.clauses import Content, content_of, parts
from according.claims.confidence import ATTRIBUTED, NARRATED, calibrated, confidence_step
from according.claims.events_within import innermost, main_event, spoken, trigger_word
from according.claims.lexicon import words as words_of
from according.claims.links import Entities
from according.claims.narrator import Narrated, narrated, spans_of, within
from according.claims.said_on import kept_on, published_on, spoken_on
from according.claims.stances import Said, stance_of_cue
from according.claims.statuses import of_old_day, status_of
from according.records import (
    Attributed,
    Attribution,
    Claim,
    Event,
    Grounded,
    Report,
    Segmentation,
    SourceLink,
    Spans,
    Step,
    Tags,
)

NARRATOR = SourceLink(identification="institution", relation="reported")
"""Link 0 of every chain: the outlet. It has no spans."""

LEAST = 3
"""Words of a clause that is a claim of its own. A guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """
    What all claims of one report are made from.

    For each attribution, `told` are the ids of the events in its content, `spoken` of those that its cue is.
    """

    report: Report
    tags: Tags
    grounded: Grounded
    events: dict[str, Event]
    told: dict[str, set[str]]
    spoken: dict[str, set[str]]
    said_on: dict[str, Step]


def assemble(
    report: Report,
    segmentation: Segmentation,
    tags: Tags,
    attributed: Attributed,
    grounded: Grounded,
    events: tuple[Event, ...] = (),
) -> tuple[Claim, ...]:
    """Every claim of a report in the order of the text; ids are "c1", "c2", ..."""
    by_id = {a.id: a for a in attributed.attributions}
    entities = Entities(grounded)
    chains = {a.id: chain(a, by_id, attributed, entities) for a in attributed.attributions}
    own = narrated(report, segmentation, tags, attributed)
    told = innermost(attributed.attributions, tags, events)
    background = {word for one in own if one.status == "background" for word in one.words}
    supplied = {event.id for event in events if trigger_word(event, tags) in background}
    whole = Whole(
        report=report,
        tags=tags,
        grounded=grounded,
        events={event.id: event for event in events},
        told={name: ids - supplied for name, ids in told.items()},
        spoken=spoken(attributed.attributions, tags, events),
        said_on=days(attributed.attributions, chains, tags, grounded),
    )
    claims = [one for a in attributed.attributions for one in claims_of(whole, a, chains[a.id])]
    cues = {word for a in attributed.attributions for span in a.cue for word in within(tags, span)}
    claims += [outlet_claim(whole, one, cues) for one in own]
    claims.sort(key=lambda c: (c.content[0].start, c.content[-1].end, len(c.chain)))
    return tuple(replace(c, id=f"c{number}") for number, c in enumerate(claims, 1))


def chain(
    a: Attribution, by_id: dict[str, Attribution], attributed: Attributed, entities: Entities
) -> tuple[SourceLink, ...]:
    """The links from the narrator to the one whose words an attribution reports."""
    links: list[SourceLink] = []
    at: Attribution | None = a
    seen = set[str]()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        links = [*attributed.links.get(at.id, ()), *links]
        at = by_id.get(at.parent) if at.parent else None
    chained: list[SourceLink] = []
    for link in links:
        known = entities.known(link)
        if chained and is_same(chained[-1], known):
            chained.pop()  # "I" inside one's own quotation: the inner words stand, once
        chained.append(known)
    return (NARRATOR, *chained)


def is_same(outer: SourceLink, inner: SourceLink) -> bool:
    """Whether two links, one behind the other, are one source: the same entity, or the inner goes back to the outer."""
    if outer.entity is not None and outer.entity == inner.entity:
        return True
    means = inner.resolves_to or inner.spans
    return any(a.meets(b) for a in (*outer.spans, *outer.resolves_to) for b in means)


def days(
    attributions: Sequence[Attribution], chains: dict[str, tuple[SourceLink, ...]], tags: Tags, grounded: Grounded
) -> dict[str, Step]:
    """For each attribution (by id) that the text gives a day of speaking: why."""
    by_sentence: dict[int, list[int]] = {}
    for number, time in enumerate(grounded.times):
        if words := within(tags, time.spans[0]):
            by_sentence.setdefault(tags.sentence_of[words[0]], []).append(number)
    found: dict[str, Step] = {}
    before: tuple[int, SourceLink, Step] | None = None
    for a in attributions:
        words = within(tags, a.cue[0])
        if not words:
            continue
        sentence = tags.sentence_of[words[0]]
        times = [grounded.times[number] for number in by_sentence.get(sentence, ())]
        link = chains[a.id][-1] if len(chains[a.id]) > 1 else None
        step = spoken_on(a, tags, times, [other for other in attributions if other.id != a.id]) if times else None
        if step is not None:
            found[a.id] = step
            before = (sentence, link, step) if link else None
        elif before and sentence - before[0] in (0, 1) and (kept := kept_on(before[2], link, before[1])):
            found[a.id] = kept
    return found


def claims_of(whole: Whole, a: Attribution, links: tuple[SourceLink, ...]) -> Iterator[Claim]:
    """The claim that one attribution makes, or one for each of its clauses where the source is differently sure."""
    text, tags = whole.report.text, whole.tags
    after = [span.start for span in a.content if span.start >= a.cue[0].end]
    told = text[a.content[0].start : a.content[-1].end]
    said = stance_of_cue(text, a.cue[0], min(after) if after else None, told)
    if not a.source:
        said = replace(said, passive=True)
    words = [word for span in a.content for word in within(tags, span)]
    pieces = [piece for piece in parts(tags, words) if len(piece) >= LEAST] if said.stance == "asserted" else []
    contents = [content_of(text, tags, piece, *manner(whole, a)) for piece in pieces]
    judged = [sure(content, said) for content in contents]
    if len({(how.stance, how.polarity, how.certainty) for how in judged}) > 1:
        for content, how in zip(contents, judged, strict=True):
            yield claim(whole, a, links, Told(said=said, how=how, content=content, spans=spans_of(content.words, tags)))
        return
    content = content_of(text, tags, words, *manner(whole, a))
    yield claim(whole, a, links, Told(said=said, how=sure(content, said), content=content, spans=a.content))


def manner(whole: Whole, a: Attribution) -> tuple[bool, bool]:
    """Whether the content is quoted, and whether its "would" is a "will" told later."""
    cue = " ".join(whole.report.text[span.start : span.end] for span in a.cue).lower().split()
    past = any(word.endswith("ed") or word == "according" for word in cue)
    direct = a.kind == "direct"
    return direct, not direct and (past or bool(words_of("stances", "past", "words").intersection(cue)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One content, with what its cue and its words say of it."""

    said: Said
    how: Sure
    content: Content
    spans: Spans


def claim(whole: Whole, a: Attribution, links: tuple[SourceLink, ...], told: Told) -> Claim:
    """One claim of an attribution."""
    how, inside = told.how, set(told.content.words)
    stance = how.stance or told.said.stance
    ids = whole.told[a.id]
    events = [e for e in whole.events.values() if e.id in ids and trigger_word(e, whole.tags) in inside]
    acts = [e for e in whole.events.values() if e.id in whole.spoken[a.id] and e not in events]
    source = " ".join(whole.report.text[s.start : s.end] for s in (*links[-1].spans, *links[-1].resolves_to))
    status, because = standing(whole, told, events, source)
    day = whole.said_on.get(a.id)
    sureness = calibrated(a.confidence, ATTRIBUTED)
    return Claim(
        id="",
        chain=links,
        content=told.spans,
        stance=stance,
        polarity=how.polarity,
        certainty=how.certainty,
        certainty_words=tuple(sorted({*([told.said.words] if told.said.words else []), *how.words})),
        status=status,
        events=tuple(event.id for event in (*events, *acts)),
        attribution=a.id,
        said_on=day.value if day else None,
        confidence=sureness,
        why=(
            *a.why,
            *(step for link in links for step in link.why),
            *reasons(told.said, how),
            *because,
            *events_step(events),
            *events_step(acts, "the cue is an act of speech"),
            *((day,) if day else ()),
            confidence_step(a.confidence, sureness, "the attribution head's score"),
        ),
    )


def reasons(said: Said, how: Sure) -> tuple[Step, ...]:
    """Why a claim has this stance, polarity and certainty."""
    spans = (said.words,) if said.words else ()
    first = Step(stage="claims", rule=f"stance: {said.rule}", field="stance", value=said.stance, spans=spans)
    turned = (
        (Step(stage="claims", rule=f"polarity: {said.turned}", field="polarity", spans=spans),) if said.turned else ()
    )
    return (first, *turned, *how.steps)


def standing(whole: Whole, told: Told, events: Sequence[Event], source: str) -> tuple[str, tuple[Step, ...]]:
    """A claim's status and its reasons."""
    main = main_event(events, told.content.roots, whole.tags)
    stance = told.how.stance or told.said.stance
    status, step = status_of(told.content, stance, told.how.status, main, source)
    if step is None and (old := of_old_day(told.content, whole.grounded.times, whole.report)):
        return "background", (old,)
    return status, (step,) if step else ()


def events_step(events: Sequence[Event], rule: str = "triggers in the content") -> tuple[Step, ...]:
    """Why a claim names these events."""
    if not events:
        return ()
    ids, spans = " ".join(event.id for event in events), tuple(sorted(s for event in events for s in event.trigger))
    return (Step(stage="claims", rule=f"events: {rule}", field="events", value=ids, spans=spans),)


def outlet_claim(whole: Whole, one: Narrated, cues: set[int]) -> Claim:
    """
    A claim on the outlet's own word. Its confidence comes of how unlikely it is that a cue begins among its words.

    `cues` are the words of cues that attributions stand on: what these attribute is told apart already.
    """
    text, tags = whole.report.text, whole.tags
    content = content_of(text, tags, one.words)
    said = Said(stance="asserted", words=None, rule="the outlet's own words")
    how = sure(content, said)
    inside = set(one.words)
    likeliest = max((cue.probability for cue in tags.cues if cue.anchor in inside - cues), default=0.0)
    spans = spans_of(one.words, tags)
    events = [event for event in whole.events.values() if trigger_word(event, tags) in inside]
    told = Told(said=said, how=how, content=content, spans=spans)
    status, because = (one.status, ()) if one.status != "current" else standing(whole, told, events, "")
    day = published_on(whole.report)
    sureness = calibrated(1 - likeliest, NARRATED)
    return Claim(
        id="",
        chain=(NARRATOR,),
        content=spans,
        stance=how.stance or "asserted",
        polarity=how.polarity,
        certainty=how.certainty,
        certainty_words=how.words,
        status=status,
        events=tuple(event.id for event in events),
        said_on=day.value if day else None,
        confidence=sureness,
        why=(
            Step(stage="claims", rule=f"narrator: {one.rule}", field="chain", spans=spans),
            *reasons(said, how),
            *because,
            *events_step(events),
            *((day,) if day else ()),
            confidence_step(1 - likeliest, sureness, "the likeliest cue among the words"),
        ),
    )
