"""
Whether an act happened, by the words over it: status, polarity and certainty.

The words are read from the trigger upwards: its own auxiliaries and adverbs, then the verb or noun
that governs it, then what governs that. "He denied planning to bomb" is planned by its first step
and negative by its second. Where no word says anything, the model is asked (`events.judging`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from according.events.lexicon import words_of
from according.events.paths import LIGHT, NOUNS, governor, is_verb
from according.events.syntax import Syntax
from according.records import Step

STAGE = "events"
CERTAINTIES = ("certain", "probable", "possible", "underspecified")
"""`vocabulary.CERTAINTIES`, from the surest: what is said twice is as sure as the weaker word."""
CLAUSES = ("xcomp", "ccomp", "acl", "advcl", "csubj", "parataxis", "acl:relcl", "advcl:relcl")

OF_WORD = (
    # word list, status, certainty: words that hang on the act itself
    ("modal-possible", None, "possible"),
    ("modal-conditional", "hypothetical", "underspecified"),
    ("modal-future", "planned", None),
    ("modal-ought", "hypothetical", "underspecified"),
    ("adverb-possible", None, "possible"),
    ("adverb-probable", None, "probable"),
    ("condition", "hypothetical", "underspecified"),
    ("adjective-possible", None, "possible"),
    ("adjective-probable", None, "probable"),
    ("adjective-planned", "planned", "underspecified"),
)
OF_VERB = (
    # word list, status, certainty: verbs of which the act is the complement
    ("intended", "planned", "underspecified"),
    ("demanded", "hypothetical", "underspecified"),
    ("possible", None, "possible"),
    ("probable", None, "probable"),
    ("announced", "planned", None),
)
OF_NOUN = (
    ("noun-intended", "planned", "underspecified"),
    ("noun-demanded", "hypothetical", "underspecified"),
    ("noun-possible", "hypothetical", "possible"),
    ("noun-probable", None, "probable"),
)
FINITE_ONLY = frozenset(("suggest", "suggests", "suggested", "tell", "tells", "told"))
"""Verbs that demand with "to" and tell with "that"."""
WITH_FOR = words_of("with-for")
"""Verbs that demand only with "for": "called for talks", not "called the march a success"."""
AHEAD = frozenset(("AGREE", "CONCEDE"))
"""Types that hold what lies ahead already: their own future leaves them current (PLOVER)."""


@dataclass(slots=True)
class Read:
    """What the words say so far; `steps` are the reasons."""

    kind: str = ""
    negations: int = 0
    status: str | None = None
    certainty: str | None = None
    steps: list[Step] = field(default_factory=list)
    denied: set[int] = field(default_factory=set)

    def note(self, syntax: Syntax, word: int, rule: str, status: str | None, certainty: str | None) -> None:
        """Take a word in: the first status stands, but hypothetical outranks; the weakest certainty stands."""
        spans = (syntax.tags.words[word],)
        if self.kind in AHEAD and (status == "planned" or rule.endswith("conditional")):
            return
        if status and (self.status is None or status == "hypothetical"):
            self.status = status
            self.steps.append(Step(stage=STAGE, rule=rule, field="status", value=status, spans=spans))
        if certainty and (self.certainty is None or CERTAINTIES.index(certainty) > CERTAINTIES.index(self.certainty)):
            self.certainty = certainty
            self.steps.append(Step(stage=STAGE, rule=rule, field="certainty", value=certainty, spans=spans))

    def negate(self, syntax: Syntax, word: int, rule: str) -> None:
        """Turn the polarity round, once for each word. A refusal that "not" makes ("will not admit") stays one."""
        if word in self.denied:
            return
        self.denied.add(word)
        if self.kind == "REJECT" and rule in (NOT, NOBODY):
            return
        self.negations += 1
        value = "negative" if self.negations % 2 else "positive"
        self.steps.append(Step(stage=STAGE, rule=rule, field="polarity", value=value, spans=(syntax.tags.words[word],)))


NOT, NOBODY, UNDONE = "a word of negation", "nobody takes part", "a verb that undoes the act"


def read(syntax: Syntax, trigger: int, kind: str) -> Read:
    """What the words on and over a trigger say of its act; `kind` is its type (`ontology.TYPES`)."""
    refusing = syntax.lower[trigger] in words_of("refusing")
    found = Read(kind="" if kind == "REJECT" and refusing else kind)
    _own(syntax, trigger, found)
    at = trigger
    if not is_verb(syntax, trigger):
        at = _noun(syntax, trigger, found)
    for _ in range(6):
        if at < 0:
            break
        at = _up(syntax, at, found)
    words = syntax.sentence(trigger)
    if syntax.lower[words[-1]] == "?" or (len(words) > 1 and syntax.lower[words[-2]] == "?"):
        found.note(syntax, words[-1], "a question", "hypothetical", "underspecified")
    return found


def _own(syntax: Syntax, word: int, found: Read, shared: bool = False) -> None:
    """The auxiliaries, adverbs, articles and marks of one word."""
    for child in syntax.children[word]:
        relation, form = syntax.tags.deprel[child], syntax.lower[child]
        if relation in ("nsubj", "nsubj:pass", "obj") and (word_of_none := _none(syntax, child)) >= 0:
            found.negate(syntax, word_of_none, NOBODY)
        if relation not in ("aux", "advmod", "mark", "det", "amod", "case", "cc:preconj", "cop", "nmod:poss"):
            continue
        if form in words_of("negation") and not (form == "no" and relation == "advmod") and not shared:
            found.negate(syntax, child, NOT)
        if relation == "amod" and form in words_of("adjective-negative"):
            found.negate(syntax, child, "an adjective that undoes the act")
        if (
            relation == "aux"
            and form in words_of("modal-possible")
            and any(syntax.lower[other] == "have" for other in syntax.having(word, "aux"))
        ):
            found.note(syntax, child, "a modal", None, "possible")
            continue
        for name, status, certainty in OF_WORD:
            if form in words_of(name) and (relation == "aux") == name.startswith("modal"):
                found.note(syntax, child, f"a word of the list {name}", status, certainty)
                break


def _none(syntax: Syntax, word: int) -> int:
    """The word that says that a phrase is nobody ("no soldier", "neither side", "not one of them"), else -1."""
    if syntax.lower[word] in ("nobody", "none", "nothing"):
        return word
    for child in syntax.children[word]:
        if syntax.lower[child] in ("no", "neither") and syntax.tags.deprel[child] in ("det", "cc:preconj", "cc"):
            return child
        if syntax.lower[child] == "one" and child and syntax.lower[child - 1] == "not":
            return child - 1
    return -1


def _noun(syntax: Syntax, noun: int, found: Read) -> int:
    """Read what stands over an act named by a noun; the verb from which to go on, -1 for none."""
    for above in _nouns_over(syntax, noun):
        _own(syntax, above, found)
        for name, status, certainty in OF_NOUN:
            if syntax.lower[above] in words_of(name):
                found.note(syntax, above, f"a noun of the list {name}", status, certainty)
    verb, relation, _ = governor(syntax, noun)
    if verb < 0:
        return -1
    form = syntax.lower[verb]
    light = form in LIGHT and relation in ("o", "sp") and not any(form in words_of(name) for name, _, _ in OF_VERB)
    if light or (relation == "s" and form in words_of("occurring")):
        _own(syntax, verb, found)
        return verb
    if relation == "in:with" and any(syntax.lower[over] == "nothing" for over in (verb, *syntax.above(verb))):
        found.negate(syntax, verb, "nothing to do with it")
    if relation in ("o", "sp", "x", "in:for", "in:to", "in:of") and (
        relation == "in:for" or form not in WITH_FOR or _is_called_off(syntax, verb)
    ):
        _governed(syntax, verb, found)
        return verb if form in words_of("negative") else -1
    return -1


def _nouns_over(syntax: Syntax, noun: int) -> list[int]:
    """The nouns of which an act is the matter: "plans for an attack", "the threat of war", "a strike plan"."""
    found, at = [], noun
    for _ in range(3):
        head, relation = syntax.tags.head[at], syntax.tags.deprel[at]
        linked = relation == "compound" or (
            relation == "nmod" and syntax.preposition(at) in ("of", "for", "about", "to", "against")
        )
        if head < 0 or not linked or syntax.tags.upos[head] not in NOUNS:
            break
        found.append(head)
        at = head
    return found


def _governed(syntax: Syntax, verb: int, found: Read) -> None:
    """What a verb makes of the act that is its object or clause."""
    form = syntax.lower[verb]
    if form in words_of("negative") or _is_called_off(syntax, verb):
        found.negate(syntax, verb, UNDONE)
        for child in syntax.having(verb, "advmod", "cc:preconj"):
            if syntax.lower[child] in words_of("negation"):
                found.negate(syntax, child, "that verb negated")
        return
    if form in ("rule", "ruled", "ruling") and any(syntax.lower[c] == "out" for c in syntax.children[verb]):
        if any(syntax.lower[child] in words_of("negation") for child in syntax.having(verb, "advmod")):
            found.note(syntax, verb, "not ruled out", "hypothetical", "possible")
        else:
            found.negate(syntax, verb, "ruled out")
        return
    for name, status, certainty in OF_VERB:
        if form in words_of(name):
            found.note(syntax, verb, f"a verb of the list {name}", status, certainty)
            break
    if form in words_of("raising") and any(
        syntax.lower[child] in words_of("negation") for child in syntax.having(verb, "advmod")
    ):
        found.negate(syntax, verb, "the verb over it negated")


def _is_called_off(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is "call off"."""
    off = any(syntax.lower[child] == "off" for child in syntax.children[verb])
    return off and syntax.lower[verb] in words_of("calling")


def _up(syntax: Syntax, at: int, found: Read) -> int:
    """Read the verb or noun that governs a clause, and say from where to go on; -1 to stop."""
    head, relation = syntax.tags.head[at], syntax.tags.deprel[at]
    if head < 0:
        return -1
    if relation == "conj":
        own = any(True for _ in syntax.having(at, "nsubj", "nsubj:pass", "aux", "aux:pass"))
        if own or not is_verb(syntax, head):
            return head if not own else _clause_over(syntax, head)
        either = any(syntax.lower[child] in ("or", "nor") for child in syntax.having(at, "cc"))
        _own(syntax, head, found, shared=not either)
        return head
    if relation == "advcl" and not any(syntax.lower[child] == "that" for child in syntax.having(at, "mark")):
        return _adverbial(syntax, at, head, found)
    relation = "ccomp" if relation == "advcl" else relation
    if relation == "acl" and any(True for _ in syntax.having(at, "nsubj", "nsubj:pass")):
        return -1
    if relation in ("xcomp", "ccomp", "csubj", "acl") or (relation == "parataxis" and is_verb(syntax, head)):
        if is_verb(syntax, head):
            if relation != "parataxis" and _governs(syntax, at, head, relation):
                _governed(syntax, head, found)
            if relation == "xcomp":
                _own(syntax, head, found, shared=True)
                return head
            return head if relation != "parataxis" else -1
        over = syntax.tags.head[head]
        infinitive = any(syntax.lower[child] == "to" for child in syntax.having(at, "mark"))
        if infinitive and over >= 0 and is_verb(syntax, over) and syntax.lower[over] in words_of("demanded"):
            _governed(syntax, over, found)  # "ordered the army to leave", hung on "army"
            return -1
        if relation == "acl" and not syntax.passive(at):
            for name, status, certainty in OF_NOUN:
                if syntax.lower[head] in words_of(name):
                    found.note(syntax, head, f"a noun of the list {name}", status, certainty)
    return -1


def _governs(syntax: Syntax, at: int, head: int, relation: str) -> bool:
    """Whether a verb really takes the clause: one that speaks of an order or a plan takes "to", or what should be."""
    form = syntax.lower[head]
    if relation == "ccomp" and syntax.tags.words[at].start < syntax.tags.words[head].start:
        return form not in words_of("demanded") - words_of("probable")  # "..., they demanded": speech that follows
    return not (relation == "ccomp" and form in FINITE_ONLY)


def _adverbial(syntax: Syntax, at: int, head: int, found: Read) -> int:
    """A clause beside another: "if ...", "without killing", or a participle that shares what stands over it."""
    marks = {syntax.lower[child] for child in syntax.having(at, "mark", "advmod", "case")}
    if marks & {"after", "before", "because", "since", "as", "while", "when", "where", "though", "although"}:
        return -1
    if any(True for _ in syntax.having(at, "nsubj", "nsubj:pass")):
        return -1
    if syntax.lower[at].endswith("ing") and not marks:
        _own(syntax, head, found, shared=True)
        return head
    if "from" in marks and syntax.lower[head] in words_of("negative") | words_of("object-control"):
        if syntax.lower[head] in words_of("negative"):
            found.negate(syntax, head, UNDONE)
        return -1
    if marks & {"of", "to", "for"} and is_verb(syntax, head):
        _governed(syntax, head, found)
        return head
    return -1


def _clause_over(syntax: Syntax, at: int) -> int:
    """The clause over a coordination, from its first part: what governs the first governs all."""
    return at if syntax.tags.deprel[at] in CLAUSES else -1
