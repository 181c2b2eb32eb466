"""Status, polarity and certainty of an act: the words' (`factuality`), the report's day, the scene, and the model's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from according.events.factuality import STAGE, Read, read
from according.events.lexicon import words_of
from according.events.ontology import NEWS
from according.events.paths import subjects
from according.events.syntax import Syntax
from according.records import ActScores, Report, Step, Time
from according.vocabulary import CERTAINTIES

STATUSES = ("current", "background", "legal-proceeding", "planned", "hypothetical")
"""As in `tagging.labels.EVENT_STATUSES`, which a stage may not import; a test holds that they agree."""
OLD = 21
"""Days before publication from which an act is background. A guess: reports restate the last weeks as news."""
SURE = 0.6
"""Probability from which the model's status, negation or certainty counts where no word tells. A guess."""
SPORTING = 2
"""Different words of sport in a sentence that make its acts figurative. A guess: one alone is common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an act stands: in the facts, and in time."""

    status: str
    polarity: str
    certainty: str
    steps: tuple[Step, ...]


def standing(syntax: Syntax, act: ActScores, kind: str, report: Report, time: Time | None) -> Standing:
    """The standing of one act of type `kind`; `time` is when it happened, where its clause says so."""
    judged = syntax.tags.judged
    found = read(syntax, act.word, kind)
    if kind not in NEWS:
        _scene(syntax, act.word, kind, found)
    if found.status in (None, "background"):
        _day(syntax, found, report, time)
    steps = list(found.steps)
    status, polarity, certainty = found.status, "negative" if found.negations % 2 else "positive", found.certainty
    if status is None:
        number = int(act.statuses.argmax())
        if float(act.statuses[number]) > SURE and number:
            status = STATUSES[number]
            steps.append(_by_head("status", status, float(act.statuses[number])))
    if judged is not None:
        if not found.negations and float(judged.negative[act.word]) > SURE:
            polarity = "negative"
            steps.append(_by_head("polarity", polarity, float(judged.negative[act.word])))
        if certainty is None:
            number = int(judged.certainties[act.word].argmax())
            if float(judged.certainties[act.word][number]) > SURE:
                certainty = CERTAINTIES[number]
                steps.append(_by_head("certainty", certainty, float(judged.certainties[act.word][number])))
    if certainty is None and status == "hypothetical":
        certainty = "underspecified"
    return Standing(status=status or "current", polarity=polarity, certainty=certainty or "certain", steps=tuple(steps))


def _by_head(name: str, value: str, score: float) -> Step:
    return Step(stage=STAGE, rule="events head", field=name, value=value, score=round(score, 4))


def _scene(syntax: Syntax, trigger: int, kind: str, found: Read) -> None:
    """A trial's matter, a story's, a game's: by whoever speaks over the act, or by the words around it."""
    above = [trigger, *syntax.above(trigger)]
    for number, word in enumerate(above):
        beside = {
            syntax.lower[child]: child
            for child in syntax.children[word]
            if child not in above and syntax.tags.deprel[child] in ("nsubj", "nsubj:pass", "obl", "nmod", "obj", "iobj")
        }
        relation = syntax.tags.deprel[above[number - 1]] if number else ""
        if kind in TRIED:
            _court(syntax, word, relation, beside, found)
        for form in beside.keys() & words_of("works"):
            where = syntax.preposition(beside[form]) == "in"
            if where or (number and relation != "conj" and syntax.tags.deprel[beside[form]] == "nsubj"):
                _figure(syntax, beside[form], "a scene of a work", found)
        tells = [child for form, child in beside.items() if number and form in words_of("history")]
        if number and syntax.lower[word] in words_of("history"):
            tells.append(word)
        if tells and relation != "conj":
            found.note(syntax, tells[0], "told as history", "background", None)
    for subject, _ in subjects(syntax, trigger):
        if syntax.lower[subject] in words_of("players") | words_of("weather"):
            _figure(syntax, subject, "a player's or the weather's act", found)
    sporting = {syntax.lower[word] for word in syntax.sentence(trigger)} & words_of("sport")
    if len(sporting) >= SPORTING:
        _figure(syntax, trigger, "a sentence of sport", found)


TRIED = frozenset(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "AID", "RETREAT", "COOPERATE", "CONSULT"))
"""Types of deeds, which a court hears of; its own acts are of other types."""
BELOW = ("xcomp", "ccomp", "advcl", "obl", "acl")


def _court(syntax: Syntax, word: int, relation: str, beside: dict[str, int], found: Read) -> None:
    """Whether what hangs on a word by `relation` is retold in court, or what somebody is charged with."""
    told = beside.keys() & words_of("court")
    if relation in ("ccomp", "advcl", "xcomp") and told and syntax.lower[word] in words_of("heard"):
        found.note(syntax, beside[min(told)], "told in court", "legal-proceeding", None)
    elif relation in BELOW and syntax.lower[word] in words_of("tried"):
        found.note(syntax, word, "the matter of a charge", "legal-proceeding", None)
    elif relation in ("nmod", "obl") and syntax.lower[word] in words_of("court"):
        found.note(syntax, word, "the matter of a trial", "legal-proceeding", None)


def _figure(syntax: Syntax, word: int, rule: str, found: Read) -> None:
    found.status = "figurative"
    spans = (syntax.tags.words[word],)
    found.steps.append(Step(stage=STAGE, rule=rule, field="status", value="figurative", spans=spans))


def _day(syntax: Syntax, found: Read, report: Report, time: Time | None) -> None:
    """Background, where the act's own day lies well before the report's."""
    if time is None or time.value is None or report.published is None or _is_since(syntax, time):
        return
    begun = first_day(time.value)
    day = first_day(report.published)
    if begun is not None and day is not None and (day - begun).days > OLD:
        found.status = "background"
        found.steps.append(
            Step(
                stage=STAGE,
                rule="its day is long before the report's",
                field="status",
                value="background",
                spans=time.spans,
            )
        )


def _is_since(syntax: Syntax, time: Time) -> bool:
    """Whether a time is only where something began, or ended: "since 2017", "until last week"."""
    start = time.spans[0].start
    return syntax.text[max(0, start - 12) : start].split()[-1:] in (["since"], ["until"], ["Since"], ["Until"])


def first_day(value: str) -> date | None:
    """
    The last day that a TIMEX3 value may begin on: of a year its end, so that this year is never long ago.

    >>> first_day("2015-09-02T10:00"), first_day("2011"), first_day("2011-05"), first_day("PAST_REF")
    (datetime.date(2015, 9, 2), datetime.date(2011, 12, 31), datetime.date(2011, 5, 28), None)
    """
    start = value.split("/", maxsplit=1)[0]
    pieces = start.split("T", maxsplit=1)[0].split("-")
    try:
        numbers = [int(piece) for piece in pieces[:3]]
        return date(*numbers, *{1: (12, 31), 2: (28,)}.get(len(numbers), ()))
    except (ValueError, TypeError):
        return None


def weakened(standing: Standing, cue: Step | None) -> Standing:
    """The standing of an act that somebody tells with a weakening word, where its own words weaken nothing."""
    if cue is None or standing.certainty != "certain":
        return standing
    return replace(standing, certainty=str(cue.value), steps=(*standing.steps, cue))
