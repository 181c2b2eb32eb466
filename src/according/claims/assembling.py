"""
Claims put together: one for each attribution, one for each thing that the narrator says.

A claim's chain runs from the outlet over whoever passes the words on to the one who vouches for
them; an attribution within another's content stands behind the outer one's source. Each field's
reason is a `Step`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from according.claims.certainty import Sure, sure
from according.claims.narrator import Narrated, narrated, spans_of, within
from according.claims.stances import Said, stance_of_cue
from according.records import (
    Attributed,
    Attribution,
    Claim,
    Grounded,
    Mention,
    Report,
    Segmentation,
    SourceLink,
    Span,
    Spans,
    Step,
    Tags,
)

NARRATOR = SourceLink(identification="institution", relation="reported")
"""Link 0 of every chain: the outlet. It has no spans."""


def assemble(
    report: Report, segmentation: Segmentation, tags: Tags, attributed: Attributed, grounded: Grounded
) -> tuple[Claim, ...]:
    """Every claim of a report in the order of the text; ids are "c1", "c2", ..."""
    by_id = {a.id: a for a in attributed.attributions}
    mentions = tuple(sorted(grounded.mentions, key=lambda m: m.spans[0]))
    claims = [claim(report, tags, a, chain(a, by_id, attributed, mentions)) for a in attributed.attributions]
    claims += [outlet_claim(report, tags, one) for one in narrated(report, segmentation, tags, attributed)]
    claims.sort(key=lambda c: (c.content[0].start, c.content[-1].end, len(c.chain)))
    return tuple(replace(c, id=f"c{number}") for number, c in enumerate(claims, 1))


def chain(
    a: Attribution, by_id: dict[str, Attribution], attributed: Attributed, mentions: tuple[Mention, ...]
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
        known = replace(link, entity=entity_of(link, mentions))
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


def entity_of(link: SourceLink, mentions: tuple[Mention, ...]) -> str | None:
    """
    The entity that a link means: that of the mention its words are, or go back to.

    The widest mention within the words, the first of them, and nothing where that one has no
    entity: "an Airbus spokesman" is not Airbus. Of a source that is named, a person's name alone
    counts. A mention wider than the words does not.
    """
    for spans in (link.spans, link.resolves_to):
        inside = [m for span in spans for m in beginning_in(mentions, span) if span.holds(m.spans[0])]
        if link.identification == "named":
            inside = [m for m in inside if m.form == "name" and m.kind == "person"]
        widest = max(inside, key=lambda m: (m.spans[-1].end - m.spans[0].start, -m.spans[0].start), default=None)
        if widest is not None and widest.entity:
            return widest.entity
    return None


def beginning_in(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
    """The mentions, which stand in the order of the text, that begin within a span."""
    first = bisect_left(mentions, span.start, key=lambda m: m.spans[0].start)
    return mentions[first : bisect_left(mentions, span.end, key=lambda m: m.spans[0].start)]


def claim(report: Report, tags: Tags, a: Attribution, links: tuple[SourceLink, ...]) -> Claim:
    """The claim that one attribution makes."""
    after = [span.start for span in a.content if span.start >= a.cue[0].end]
    said = stance_of_cue(report.text, a.cue[0], min(after) if after else None)
    words = [word for span in a.content for word in within(tags, span)]
    how = sure(report.text, tags, words, said.stance)
    steps = tuple(step for link in links for step in link.why)
    return Claim(
        id="",
        chain=links,
        content=a.content,
        stance=how.stance or said.stance,
        polarity=how.polarity,
        certainty=how.certainty,
        certainty_words=certainty_words(said, how),
        attribution=a.id,
        confidence=a.confidence,
        why=(*a.why, *steps, *reasons(said, how)),
    )


def certainty_words(said: Said, how: Sure) -> Spans:
    """The words that tell the stance and the certainty, in order, none twice."""
    return tuple(sorted({*([said.words] if said.words else []), *how.words}))


def reasons(said: Said, how: Sure) -> tuple[Step, ...]:
    """Why a claim has this stance, polarity and certainty."""
    spans = (said.words,) if said.words else ()
    steps = [Step(stage="claims", rule=f"stance: {said.rule}", field="stance", value=said.stance, spans=spans)]
    if how.stance:
        weakened = Step(
            stage="claims",
            rule=f"stance: {how.rule}",
            field="stance",
            value=how.stance,
            spans=how.words,
            loser=said.stance,
        )
        steps.append(weakened)
    steps.append(
        Step(
            stage="claims",
            rule=f"polarity and certainty: {how.rule}",
            field="certainty",
            value=how.certainty,
            spans=how.words,
        )
    )
    steps.append(Step(stage="claims", rule=f"polarity and certainty: {how.rule}", field="polarity", value=how.polarity))
    return tuple(steps)


def outlet_claim(report: Report, tags: Tags, one: Narrated) -> Claim:
    """A claim on the outlet's own word. Its confidence is that no cue begins among its words."""
    how = sure(report.text, tags, list(one.words), "asserted")
    words = set(one.words)
    likeliest = max((cue.probability for cue in tags.cues if cue.anchor in words), default=0.0)
    content = spans_of(one.words, tags)
    return Claim(
        id="",
        chain=(NARRATOR,),
        content=content,
        stance=how.stance or "asserted",
        polarity=how.polarity,
        certainty=how.certainty,
        certainty_words=how.words,
        status=one.status,
        confidence=round(1 - likeliest, 4),
        why=(
            Step(stage="claims", rule=f"narrator: {one.rule}", field="chain", spans=content),
            *reasons(Said(stance="asserted", words=None, rule="the outlet's own words"), how),
        ),
    )
