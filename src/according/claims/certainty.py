"""
How sure the source is of its content, and whether it says that it is so or that it isn't (FactBank's
certainty and polarity), from the stance and from the words of the content's main clause.

The words stand in certainty.toml. Where none of them decides, the certainty head is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.claims.clauses import Content
from according.claims.lexicon import Listed, listed, table, words
from according.claims.stances import Said
from according.records import Span, Spans, Step
from according.vocabulary import CERTAINTIES

RULES = (
    # list of certainty.toml, certainty, the stance that an assertion becomes, whether it turns the polarity
    ("open", "underspecified", None, False),
    ("possible", "possible", "possible", False),
    ("unlikely", "probable", "probable", True),
    ("hearsay", "probable", "alleged", False),
    ("probable", "probable", "probable", False),
    ("demanded", "underspecified", "demanded", False),
    ("future", "probable", "asserted", False),
)

WEIGHED = frozenset(
    ("asserted", "confirmed", "believed", "warned", "accused", "denied", "alleged", "predicted", "probable")
)
"""Stances whose content's words tell how sure the source is; the others tell it themselves."""

SURE = 0.8
"""
Probability from which the certainty head decides where no word does. A guess, and a high one: it overrules "said
flatly". MEANTIME's certainties (evaluate/certainty.py) would measure it.
"""

SPEAKERS = frozenset(("i", "we"))
SPEAKERS_TOLD = frozenset(("he", "she", "it", "they"))
"""Subjects by which a source speaks of itself, in its own words and in the outlet's."""

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
PHRASAL = frozenset(("with", "without", "by"))
"""Prepositions whose "no" is not the clause's: "fired with no warning"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """A certainty, the stance that an assertion becomes, what says so, and how."""

    certainty: str
    stance: str | None
    words: Spans
    rule: str
    turns: bool = False
    status: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """Polarity and certainty with their reasons; `stance` and `status` are what the content makes of an assertion."""

    polarity: str
    certainty: str
    stance: str | None
    status: str | None
    words: Spans
    steps: tuple[Step, ...]


def sure(content: Content, said: Said) -> Sure:
    """What the content's words and the stance say of it."""
    hedge = _hedge(content, said)
    negations = [*_negations(content, hedge.words), *(_turned(said))]
    if said.stance == "denied":
        negations.append(("the stance denied", None))
    if hedge.turns:
        negations.append((hedge.rule, hedge.words[0]))
    polarity = "negative" if len(negations) % 2 else "positive"
    told = tuple(sorted({*hedge.words, *(span for _, span in negations if span), *_grounds(content)}))
    stance = hedge.stance if said.stance == "asserted" and hedge.stance != "asserted" else None
    steps = [
        _step("certainty", hedge.certainty, hedge.rule, hedge.words, hedge.score),
        _step(
            "polarity",
            polarity,
            " and ".join(rule for rule, _ in negations) or "no word turns it",
            tuple(span for _, span in negations if span),
        ),
    ]
    if stance:
        changed = Step(
            stage="claims", rule=hedge.rule, field="stance", value=stance, spans=hedge.words, loser=said.stance
        )
        steps.insert(0, changed)
    return Sure(
        polarity=polarity,
        certainty=hedge.certainty,
        stance=stance,
        status=hedge.status,
        words=told,
        steps=tuple(steps),
    )


def _step(field: str, value: str, rule: str, spans: Spans, score: float | None = None) -> Step:
    return Step(stage="claims", rule=f"{field}: {rule}", field=field, value=value, spans=spans, score=score)


# --- certainty ----------------------------------------------------------------------------


def _hedge(content: Content, said: Said) -> Hedge:
    """The first rule that tells a certainty; else the stance, or the head, or that nothing weakens it."""
    of_stance = table("certainty")["stances"].get(said.stance, "certain")
    if said.stance == "believed":
        of_stance = _believed(said, content.text)
    if said.stance == "alleged" and said.passive:
        of_stance = "probable"
    if said.stance not in WEIGHED:
        return Hedge(certainty=of_stance, stance=None, words=(), rule=f"the stance {said.stance}")
    for hedge in _weakened(content):
        return hedge
    if of_stance != "certain":
        return Hedge(certainty=of_stance, stance=None, words=(), rule=f"the stance {said.stance}")
    return _by_head(content) or Hedge(certainty="certain", stance=None, words=(), rule="no word weakens it")


def _believed(said: Said, text: str) -> str:
    """The certainty of a belief: who believes holds for likely, who views as judges."""
    cue = text[said.words.start : said.words.end].lower().split() if said.words else []
    for certainty in ("possible", "probable"):
        if words("certainty", "believing", certainty).intersection(cue):
            return certainty
    return "certain"


def _weakened(content: Content) -> Iterator[Hedge]:
    """What the words of the main clause make of an assertion, the strongest first."""
    auxiliaries = {name: _auxiliary(content, name) for name in ("possible", "demanded", "would", "future")}
    condition = _condition(content)
    for name, certainty, stance, turns in RULES:
        found = _first(content, listed("certainty", "words", name))
        if found is None and name in ("possible", "demanded") and not (name == "demanded" and condition):
            found = auxiliaries[name]
        if found is not None:
            planned = "planned" if name == "future" else None
            own = planned and _of_himself(content)
            yield Hedge(
                certainty=certainty,
                stance="planned" if own else stance,
                words=(found,),
                rule=f"a word of the list {name}",
                turns=turns,
                status=planned,
            )
        if name == "probable" and (past := _must_have(content)):
            yield Hedge(certainty="probable", stance="probable", words=(past,), rule="must have been")
    if condition:
        yield Hedge(
            certainty="underspecified",
            stance="conditional",
            words=(condition,),
            rule="a condition",
            status="hypothetical",
        )
    would = auxiliaries["would"]
    if would and not content.backshifted:
        yield Hedge(
            certainty="underspecified",
            stance="conditional",
            words=(would,),
            rule="what would be",
            status="hypothetical",
        )
    future = auxiliaries["future"] or would
    if future:
        stance = "planned" if _of_himself(content) else "asserted"
        yield Hedge(certainty="probable", stance=stance, words=(future,), rule="what is to come", status="planned")


def _auxiliary(content: Content, name: str) -> Span | None:
    """The first auxiliary of a list that stands over the main clause; "could not" is no possibility."""
    forms = words("certainty", "auxiliaries", name)
    for word in content.main:
        if content.tags.upos[word] != "AUX" or content.form(word) not in forms:
            continue
        beside = {content.form(w) for w in content.under(content.tags.head[word])}
        if content.form(word) == "could" and beside & {"not", "n't", "n’t", "never"}:
            continue
        if content.form(word) in ("must", "should") and "have" in beside:
            continue
        return content.tags.words[word]
    return None


def _must_have(content: Content) -> Span | None:
    """The "must" of "must have left": an inference, no demand."""
    for word in content.main:
        is_must = content.form(word) == "must" and content.tags.upos[word] == "AUX"
        if is_must and any(content.form(w) == "have" for w in content.under(content.tags.head[word])):
            return content.tags.words[word]
    return None


def _condition(content: Content) -> Span | None:
    """The "if" under which the main clause stands; "asked if" and "even if" are none."""
    tags = content.tags
    for word in content.words:
        if content.form(word) not in words("certainty", "condition", "words"):
            continue
        clause, span = tags.head[word], tags.words[word]
        adverbial = clause >= 0 and tags.deprel[clause].startswith("advcl") and tags.head[clause] in content.main
        if not (adverbial or word == content.words[0]) or _is_spared(content, span, "condition"):
            continue
        return span
    return None


def _of_himself(content: Content) -> bool:
    """Whether the subject of the main clause is the one who speaks."""
    own = SPEAKERS if content.direct else SPEAKERS | SPEAKERS_TOLD
    subjects = (w for root in content.roots for w in content.under(root) if content.tags.deprel[w] in SUBJECTS)
    return any(content.form(w) in own for w in subjects)


def _by_head(content: Content) -> Hedge | None:
    """What the certainty head says of the main clause's root, where it is sure that the source is not."""
    if content.tags.judged is None or not content.roots:
        return None
    scores = content.tags.judged.certainties[content.roots[0]]
    best = int(scores.argmax())
    if CERTAINTIES[best] == "certain" or float(scores[best]) < SURE:
        return None
    root = content.tags.words[content.roots[0]]
    return Hedge(
        certainty=CERTAINTIES[best],
        stance=None,
        words=(),
        rule=f"certainty head, of {content.text[root.start : root.end]!r}",
        score=round(float(scores[best]), 4),
    )


def _grounds(content: Content) -> Spans:
    """How good a judgement's ground is, in ICD 203's words: kept, and never turned into a certainty."""
    wanted = listed("certainty", "words", "confidence")
    may_stand = wanted.may_stand(content.runs)
    found = wanted.pattern.search(content.text, *_range(content)) if may_stand else None
    return (Span(start=found.start(), end=found.end()),) if found else ()


# --- polarity -----------------------------------------------------------------------------


def _turned(said: Said) -> list[tuple[str, Span | None]]:
    """A negated belief is a belief that it is not so; so is a doubt."""
    return [(said.turned, said.words)] if said.turned else []


def _negations(content: Content, spent: Spans) -> list[tuple[str, Span | None]]:
    """What turns the main clause round: its first negation, a root such as "failed to". `spent` are a hedge's words."""
    tags = content.tags
    found: list[tuple[str, Span | None]] = []
    words_of_negation = listed("certainty", "negation", "words")
    for span, word in _matches(content, words_of_negation) if words_of_negation.may_stand(content.runs) else ():
        used = _is_spared(content, span, "negation") or any(one.meets(span) for one in spent)
        if used or not _is_clausal(content, word):
            continue
        found.append(("a word of negation", span))
        break
    for root in content.roots:
        if content.form(root) in words("certainty", "negation", "unfulfilled"):
            undone = [w for w in content.under(root) if tags.deprel[w] == "xcomp"]
            undoing = any(content.form(w) in words("certainty", "negation", "undoing") for w in undone)
            if undone and not undoing:
                found.append(("a verb whose infinitive did not come about", tags.words[root]))
                break
    return found


def _is_clausal(content: Content, word: int) -> bool:
    """Whether a negation is the clause's, not a phrase's: "not civilians", "with no warning", "no-fly", "No. 3"."""
    tags, span = content.tags, content.tags.words[word]
    after = content.text[span.end : span.end + 1]
    if after == "-" or (after == "." and span.end - span.start == 2):
        return False
    head = tags.head[word]
    if tags.deprel[word] == "det":
        return not any(content.form(w) in PHRASAL for w in content.under(head))
    if tags.deprel[word] == "advmod" and head >= 0 and head not in content.roots:
        return tags.upos[head] in ("VERB", "AUX", "ADJ")
    return True


# --- finding ------------------------------------------------------------------------------


def _range(content: Content) -> tuple[int, int]:
    return content.tags.words[content.words[0]].start, content.tags.words[content.words[-1]].end


def _is_spared(content: Content, span: Span, section: str) -> bool:
    """Whether a match begins within an expression that the list of `section` spares."""
    spared = listed("certainty", section, "spared").pattern.finditer(content.text, *_range(content))
    return any(found.start() <= span.start < found.end() for found in spared)


def _matches(content: Content, wanted: Listed) -> Iterator[tuple[Span, int]]:
    """The matches that begin at a word of the main clause, each with that word."""
    if not content.main:
        return
    first, last = content.tags.words[content.main[0]], content.tags.words[content.words[-1]]
    starts = {content.tags.words[word].start: word for word in content.main}
    for found in wanted.pattern.finditer(content.text, first.start, last.end):
        if found.start() in starts:
            yield Span(start=found.start(), end=found.end()), starts[found.start()]


def _first(content: Content, wanted: Listed) -> Span | None:
    if not wanted.may_stand(content.runs):
        return None
    return next((span for span, _ in _matches(content, wanted)), None)
