"""
One attribution's source, described: its link or its two links, each field with its reason.
"""

from __future__ import annotations

from according.attribution.describing.anonymity import anonymity_of
from according.attribution.describing.chains import passing_of
from according.attribution.describing.counting import count_of, number_of
from according.attribution.describing.countries import country_of
from according.attribution.describing.identification import identification_of
from according.attribution.describing.lexicon import Term, terms
from according.attribution.describing.makers import maker_of
from according.attribution.describing.phrase import Phrase, phrase
from according.attribution.describing.relations import relation_of, words_of
from according.attribution.describing.roles import role_of, status_of
from according.attribution.describing.sectors import sectors_of
from according.records import SourceLink, Span, Spans, Step
from according.world.lookup import word_set


def describe(
    text: str, source: Spans, cue: Spans, content: Spans, sentence: Span, nearby: tuple[Span, ...]
) -> tuple[SourceLink, ...]:
    """
    The links of one attribution's source, outermost first, without the narrator.

    Args:
        text: the report's whole text.
        source: the attribution's source, which may be empty.
        cue: its cue.
        content: its content.
        sentence: the sentence that holds the cue.
        nearby: more sentences, in which the grounds of anonymity may stand.

    Returns:
        Nothing where nobody is named; one link; or two, where a body passes on another's words. For a
        bare pronoun the fields are None: whoever knows what it means describes those words instead.
    """
    if not source:
        return ()
    maker = maker_of(text, source)
    if maker is not None:
        made = Step(stage="attribution", rule="describing.maker", field="chain", spans=source)
        return (_link(text, maker, "according to", anonymity=(cue, content, sentence, nearby), why=(made,)),)
    passing = passing_of(text, source, cue, content, sentence)
    if passing is None:
        return (_link(text, source, words_of(text, cue), anonymity=(cue, content, sentence, nearby)),)
    verb, own = words_of(text, (passing.verb,)), words_of(text, cue)
    if passing.rule == "outlet-cites":
        between = text[passing.outer[-1].end : passing.verb.start].strip(" ,\u00a0")
        outer_words, inner_words = between or (own if _is_of(source, passing.outer) else verb), verb
    else:
        outer_words, inner_words = (
            "reported",
            own if _is_of(source, passing.inner) and relation_of(own) != "said" else verb,
        )
    reason = Step(stage="attribution", rule=f"describing.{passing.rule}", field="chain", spans=(passing.verb,))
    outer = _link(text, passing.outer, outer_words, anonymity=None, why=(reason,))
    inner = _link(text, passing.inner, inner_words, anonymity=(cue, content, sentence, nearby), why=(reason,))
    return outer, inner


DEFINITE = word_set("the these those them their his her its our us you both")
"""What begins a group that was, or may have been, spoken of before: "one of the sources", not "dozens of sources"."""


def _is_of(source: Spans, link: Spans) -> bool:
    return any(a.meets(b) for a in source for b in link)


def _link(
    text: str,
    spans: Spans,
    verb: str,
    *,
    anonymity: tuple[Spans, Spans, Span, tuple[Span, ...]] | None,
    why: tuple[Step, ...] = (),
) -> SourceLink:
    """One link, described from its own words; `anonymity` is where else its grounds may stand."""
    shape = phrase(terms(text, spans))
    steps = list(why)
    found = identification_of(text, shape)
    identification = found[0] if found else None
    if found:
        steps.append(_step(found[1], "identification", found[0], spans))
    pronoun = shape.is_pronoun
    count = count_of(shape) if not pronoun or shape.core.partitive else None
    if (identification is None and not pronoun) or (
        identification in ("named", "institution") and count and count[0] == 1
    ):
        count = None  # "a spokesman, X" is X, not one of several
    country = None if pronoun else country_of(text, shape)
    sectors, told = ((), ()) if pronoun else sectors_of(shape)
    role = None if pronoun else role_of(shape)
    status, status_words = (None, ()) if pronoun else _status(shape, role is not None)
    for rule, field, value, words in (
        ("stated-number", "count", count and count[0], count and count[1]),
        ("country-word", "country", country and country[0], country and country[1]),
        ("role-noun", "sectors", " ".join(sectors) or None, told),
        ("office-words", "role", role and role[0], role and role[1]),
        ("status-word", "role_status", status, status_words),
    ):
        if value is not None:
            steps.append(_step(rule, field, str(value), _spans(words or ())))
    relation = relation_of(verb, identification)
    steps.append(_step("cue-words", "relation", relation, ()))
    hidden = anonymity_of(text, spans, shape, identification, anonymity)
    if hidden:
        steps.append(_step("anonymity-phrase", "anonymity", hidden.grounds, hidden.spans))
    return SourceLink(
        spans=spans,
        identification=identification,
        count=count[0] if count else None,
        country=country[0] if country else None,
        sectors=sectors,
        role=role[0] if role else None,
        role_status=status,
        relation=relation,
        anonymity=hidden,
        why=tuple(steps),
    )


def _status(shape: Phrase, has_role: bool) -> tuple[str | None, tuple[Term, ...]]:
    for part in (shape.core, *shape.appositions):
        status, words = status_of(part)
        if status and part.is_person:
            return status, words
    return ("current" if has_role else None), ()


def _step(rule: str, field: str, value: str, spans: Spans) -> Step:
    return Step(stage="attribution", rule=f"describing.{rule}", field=field, value=value, spans=spans)


def _spans(words: tuple[Term, ...]) -> Spans:
    return tuple(word.span for word in words)


def group_words(text: str, spans: Spans) -> Spans | None:
    """
    The group's own words in "one of the Lebanese sources", None where the source is no part of a group.

    >>> text = "two of the five Lebanese sources, who met in secret"
    >>> [text[s.start : s.end] for s in group_words(text, (Span(start=0, end=len(text)),)) or ()]
    ['the five Lebanese sources']
    """
    core = phrase(terms(text, spans)).core
    if not core.partitive or len(core.quantity) < 2:
        return None
    group = [word for word in core.words if word not in core.quantity]
    definite = bool(group) and (group[0].low in DEFINITE or number_of(group[:1]) is not None)
    if not definite:
        return None
    return (Span(start=group[0].span.start, end=group[-1].span.end),) if group else None
