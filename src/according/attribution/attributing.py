"""
Stage 4 put together: relations in words become attributions in spans, each source is described
and followed back to whom it means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from according.attribution.describing import describe
from according.attribution.edges import continued, trimmed, without_dateline
from according.attribution.quotations import completed
from according.attribution.references import Reference, refer
from according.attribution.relations import Relation, relations
from according.records import (
    Attributed,
    Attribution,
    Report,
    Segmentation,
    Sentence,
    SourceLink,
    Span,
    Spans,
    Step,
    Tags,
)

NEARBY = 3
"""
Sentences after the cue's own in which the grounds of anonymity are looked for, and one before it:
they stand beside the first mention of the source or close a paragraph on it. A guess; golden
cases of `describing` would measure it.
"""


def attribute(report: Report, segmentation: Segmentation, tags: Tags, made_by: str) -> Attributed:
    """
    Every attribution of a report in the order of the cues, and each one's source links.

    `made_by` names the weights, for the reasons.
    """
    found = trimmed(continued(relations(tags), report, tags), tags)
    found = without_dateline(completed(found, segmentation, tags), report, tags)
    found = [relation for relation in found if not is_nobody(report.text, relation, tags)]
    attributions = tuple(
        attribution(number, relation, segmentation, tags, made_by) for number, relation in enumerate(found, 1)
    )
    attributions = nested(attributions)
    references = refer(report, segmentation, tags, tuple(a.source for a in attributions))
    links = {
        a.id: linked(report.text, a, reference, segmentation)
        for a, reference in zip(attributions, references, strict=True)
        if a.source
    }
    return Attributed(attributions=attributions, links=links)


NOBODY = frozenset({"no", "nobody", "none", "neither", "noone"})


def is_nobody(text: str, relation: Relation, tags: Tags) -> bool:
    """Whether the source is nobody: "no group has claimed responsibility" is told by the outlet, not by a group."""
    if relation.source is None:
        return False
    first = tags.words[relation.source[0]]
    return text[first.start : first.end].lower() in NOBODY


def attribution(number: int, relation: Relation, segmentation: Segmentation, tags: Tags, made_by: str) -> Attribution:
    """One relation as spans of the text, with its kind and reasons."""

    def spans(stretches: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(start=tags.words[first].start, end=tags.words[last].end) for first, last in stretches)

    content = spans(sorted(relation.content))
    kind, rule = kind_of(content, relation, segmentation, tags)
    cue = spans([relation.cue])
    return Attribution(
        id=f"a{number}",
        source=spans([relation.source] if relation.source else []),
        cue=cue,
        content=content,
        kind=kind,
        confidence=round(relation.score, 4),
        why=(
            Step(
                stage="attribution",
                rule=f"attribution head, {made_by}",
                field="cue",
                spans=cue,
                score=round(relation.score, 4),
            ),
            Step(stage="attribution", rule=rule, field="kind", value=kind),
        ),
    )


QUOTED_WHOLE, QUOTED_PART = 0.9, 0.15
"""
Shares of the content's words between quotation marks from which it is direct, and mixed. PolNeAR
and PARC 3 call a relation mixed as soon as part of it is quoted; one scare-quoted word in seven
is left as indirect.
"""


def kind_of(content: Spans, relation: Relation, segmentation: Segmentation, tags: Tags) -> tuple[str, str]:
    """The kind of quotation, and the rule that told it."""
    words = [tags.words[word] for word in sorted(relation.content_words()) if tags.upos[word] != "PUNCT"]
    near = [q for q in segmentation.quotations if any(q.span.meets(span) for span in content)]
    quoted = sum(any(q.inner.holds(word) for q in near) for word in words) / max(1, len(words))
    if quoted >= QUOTED_WHOLE:
        return "direct", f"{quoted:.0%} of the content's words stand in quotation marks"
    if quoted >= QUOTED_PART:
        return "mixed", f"{quoted:.0%} of the content's words stand in quotation marks"
    return "indirect", "no quotation marks around the content"


def nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with their parents: the one with the shortest content that holds the whole cue."""
    made = []
    for inner in attributions:
        holders = [
            outer
            for outer in attributions
            if outer.id != inner.id
            and any(span.holds(inner.cue[0]) for span in outer.content)
            and not any(span.meets(outer.cue[0]) for span in inner.content)
        ]
        parent = min(holders, key=lambda outer: sum(s.end - s.start for s in outer.content), default=None)
        made.append(replace(inner, parent=parent.id if parent else None))
    return tuple(made)


def linked(text: str, a: Attribution, reference: Reference, segmentation: Segmentation) -> tuple[SourceLink, ...]:
    """The links of one attribution's source, outermost first; the innermost is the source itself."""
    sentence, nearby = surroundings(a.cue[0], segmentation)
    links = describe(text, a.source, a.cue, a.content, sentence, nearby)
    if not links:
        return ()
    *outer, own = links
    if reference.resolves_to:
        own = filled(text, a, own, reference.resolves_to, segmentation)
        own = replace(
            own,
            resolves_to=reference.resolves_to,
            why=(*own.why, step(reference, "resolves_to", reference.resolves_to)),
        )
    elif reference.known_as:
        own = filled(text, a, own, reference.known_as, segmentation)
        own = replace(own, why=(*own.why, step(reference, "role", reference.known_as)))
    if reference.part_of:
        own = replace(own, part_of=reference.part_of, why=(*own.why, step(reference, "part_of", reference.part_of)))
    return (*outer, own)


def filled(text: str, a: Attribution, own: SourceLink, target: Spans, segmentation: Segmentation) -> SourceLink:
    """The link of "they" or of a bare name, with what the words `target` tell that it goes back to."""
    sentence, nearby = surroundings(target[0], segmentation)
    for of in describe(text, target, a.cue, (), sentence, nearby)[-1:]:
        return replace(
            own,
            identification=own.identification or of.identification,
            count=own.count if own.count is not None else of.count,
            country=own.country or of.country,
            sectors=own.sectors or of.sectors,
            role=own.role or of.role,
            role_status=own.role_status or of.role_status,
            anonymity=own.anonymity or of.anonymity,
            why=(*own.why, *of.why),
        )
    return own


def step(reference: Reference, field: str, spans: Spans) -> Step:
    """Why a source goes back to these words."""
    return Step(
        stage="attribution",
        rule=f"references: {reference.rule}",
        field=field,
        spans=spans,
        score=None if reference.probability is None else round(reference.probability, 4),
    )


def surroundings(span: Span, segmentation: Segmentation) -> tuple[Span, tuple[Span, ...]]:
    """The sentence that holds a span, and the sentences near it, nearest first."""
    sentences: Sequence[Sentence] = segmentation.sentences
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
    if at == len(sentences) or not sentences[at].span.meets(span):
        return span, ()
    after = [s.span for s in sentences[at + 1 : at + 1 + NEARBY]]
    before = [s.span for s in sentences[max(0, at - 1) : at]]
    return sentences[at].span, (*after, *before)
