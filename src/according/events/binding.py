"""
Where, when and how many: what a clause binds to its act, and what an act inherits from around it.

Bound is what hangs on the trigger, on its participants or on its verb, with no further clause
between. Everything else in reach is inherited and named so: from the sentence, from the sentence
before in the same paragraph, from the dateline.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from according.events.paths import governor, is_verb
from according.events.referents import Referents, top
from according.records import Grounded, Place, Report, Spans, Step, Time

LOCATIVE = frozenset(
    """in at near outside inside within around off throughout across on along beside from into over above between under
    to towards toward through behind beyond by of""".split()  # noqa: SIM905
)
"""Prepositions behind which a name is where something happens."""
TOWARDS = frozenset(("of", "by", "from", "to"))
"""Those of them that say so only of a thing: "a road to Homs", not "flew to Homs"."""
SOMEBODY = frozenset(("person", "organisation"))
"""Kinds of mention that a place only names: "US officials" tells nothing of where."""
MOVING = frozenset(("MOBILIZE", "AID"))
"""Acts that move troops or goods: "sent two ships to Chad" happens at Chad too."""
FINE = ("exact", "vicinity", "town", "district", "province", "country", "region")
FURTHER = frozenset(("ccomp", "advcl", "acl:relcl", "advcl:relcl", "parataxis", "csubj"))
"""Relations that open a clause with a place and time of its own."""
HARM = frozenset(("killed", "injured", "missing", "displaced", "arrested", "abducted"))
"""Measures that a clause of consequence counts: "shelled the port, killing six"."""
SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Acts of words. They have no scene of their own, so they inherit no place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Place, time and quantities of one act, what of it is inherited, and why."""

    place: Place | None = None
    time: Time | None = None
    quantities: tuple[int, ...] = ()
    inherited: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


class Scene:
    """The report's places, times and quantities, by the acts that they hang on. `said`: the words of cues."""

    def __init__(
        self,
        report: Report,
        referents: Referents,
        grounded: Grounded,
        acts: list[int],
        said: frozenset[int] = frozenset(),
    ) -> None:
        syntax = referents.syntax
        self.report, self.syntax, self.referents = report, syntax, referents
        self.places = [(word, place) for place in grounded.places for word in self._head(place.spans)]
        self.times = [
            (word, time) for time in grounded.times for word in self._head(time.spans) if time.type in ("DATE", "TIME")
        ]
        self.times = [(word, time) for word, time in self.times if not self._is_said_on(word, said)]
        self.quantities = grounded.quantities
        self.acts = frozenset(acts)
        self.anchors: dict[int, list[int]] = defaultdict(list)
        for act in acts:
            self.anchors[act].append(act)
            if not is_verb(syntax, act) and (verb := governor(syntax, act)[0]) >= 0 and verb not in self.acts:
                self.anchors[verb].append(act)
        self._places_of, self._times_of = self._bind(self.places), self._bind(self.times)
        self._quantities_of = self._count()

    def _is_said_on(self, word: int, said: frozenset[int]) -> bool:
        """Whether a time hangs on the cue of an attribution: it is when something was said."""
        return self.syntax.tags.head[word] in said

    def _head(self, spans: Spans) -> tuple[int, ...]:
        words = self.referents.words(spans[0])
        return (top(self.syntax, words),) if words else ()

    def owners(self, word: int, consequence: bool = False) -> list[int]:
        """
        The acts that a word belongs to: those of the first trigger, or verb of a trigger, over it.

        None where a further clause lies between; with `consequence`, clauses of result are passed.
        """
        further = FURTHER - {"advcl"} if consequence else FURTHER
        for above in (word, *self.syntax.above(word)):
            if above in self.anchors:
                return self.anchors[above]
            relation = self.syntax.tags.deprel[above]
            if relation in further or (relation == "conj" and is_verb(self.syntax, above) and not consequence):
                return []
        return []

    def _bind(self, found: list[tuple[int, Place]] | list[tuple[int, Time]]) -> dict[int, list[int]]:
        owned: dict[int, list[int]] = defaultdict(list)
        for number, (word, _) in enumerate(found):
            for act in self.owners(word):
                owned[act].append(number)
        return owned

    def _count(self) -> dict[int, list[int]]:
        owned: dict[int, list[int]] = defaultdict(list)
        for number, quantity in enumerate(self.quantities):
            for word in self._head(quantity.spans):
                for act in self.owners(word, consequence=quantity.measure in HARM):
                    owned[act].append(number)
        return owned

    def of(self, act: int, kind: str, actors: list[range]) -> Bound:
        """What is bound to an act, and what it inherits. `actors` are the words of its actors' phrases."""
        inherited, steps = [], []
        place = self._place(act, actors, kind in MOVING)
        time = self._time(act)
        if place is not None:
            steps.append(Step(stage="events", rule="place: in the same clause", field="place", spans=place.spans))
        elif kind not in SPOKEN and (found := self._around_place(act, actors)):
            place, rule = found
            inherited.append("place")
            steps.append(Step(stage="events", rule=f"place: inherited, {rule}", field="place", spans=place.spans))
        if time is not None:
            steps.append(Step(stage="events", rule="time: in the same clause", field="time", spans=time.spans))
        elif earlier := self._around_time(act):
            time, rule = earlier
            inherited.append("time")
            steps.append(Step(stage="events", rule=f"time: inherited, {rule}", field="time", spans=time.spans))
        return Bound(
            place=place,
            time=time,
            quantities=tuple(self._quantities_of.get(act, ())),
            inherited=tuple(inherited),
            steps=tuple(steps),
        )

    def _place(self, act: int, actors: list[range], moving: bool) -> Place | None:
        """
        The finest place of the act's own clause; one in an actor's phrase only if nothing else is there.

        Where somebody or something is moved, it is also where to.
        """
        numbers = self._places_of.get(act, [])
        options = [
            (any(word in words for words in actors), fineness(place), abs(word - act), number)
            for number in numbers
            for word, place in [self.places[number]]
            if self._is_where(word) or (moving and self.syntax.preposition(word) in ("to", "towards", "toward"))
        ]
        return self.places[min(options)[-1]][1] if options else None

    def _is_where(self, word: int) -> bool:
        """Whether a place is where something happens: behind a preposition of place, or naming a thing there."""
        first = self.syntax.named.get(word, range(word, word + 1))[0]
        while first and self.syntax.tags.upos[first - 1] in ("DET", "ADJ") and self._is_together(first - 1, word):
            first -= 1
        if first and self._is_together(first - 1, word) and self.syntax.lower[first - 1] in LOCATIVE - TOWARDS:
            return True
        at = word
        for _ in range(4):
            preposition = self.syntax.preposition(at)
            if preposition:
                return preposition in (LOCATIVE - TOWARDS if at == word else LOCATIVE)
            if self.syntax.tags.deprel[at] not in ("compound", "flat", "appos", "nmod:poss", "conj", "amod", "nmod"):
                return False
            at = self.syntax.tags.head[at]
            if at < 0 or self.syntax.name_of.get(at, self.syntax.tags.nouns[at]) in SOMEBODY:
                return False
        return False

    def _is_together(self, one: int, other: int) -> bool:
        return self.syntax.tags.sentence_of[one] == self.syntax.tags.sentence_of[other]

    def _time(self, act: int) -> Time | None:
        options = [(abs(self.times[number][0] - act), number) for number in self._times_of.get(act, ())]
        return self.times[min(options)[1]][1] if options else None

    def _around_place(self, act: int, actors: list[range]) -> tuple[Place, str] | None:
        """A place outside the clause: the sentence's, the one before's, the dateline's."""
        here = self.syntax.tags.sentence_of[act]
        for sentence, rule in ((here, "from the sentence"), (here - 1, "from the sentence before")):
            if sentence < here and not self._adjoins(sentence, here):
                continue
            found = [
                (fineness(place), abs(word - act), number)
                for number, (word, place) in enumerate(self.places)
                if self.syntax.tags.sentence_of[word] == sentence and self._is_where(word)
                and not any(word in words for words in actors)
            ]  # fmt: skip
            if found:
                return self.places[min(found)[-1]][1], rule
        line = self.report.dateline
        if line is not None:
            for _, place in self.places:
                if any(place.spans[0].meets(span) for span in line.spans):
                    return place, "from the dateline"
        return None

    def _around_time(self, act: int) -> tuple[Time, str] | None:
        """The only time of the sentence, or of the one before, outside the act's clause."""
        here = self.syntax.tags.sentence_of[act]
        for sentence, rule in ((here, "from the sentence"), (here - 1, "from the sentence before")):
            if sentence < here and not self._adjoins(sentence, here):
                continue
            found = [time for word, time in self.times if self.syntax.tags.sentence_of[word] == sentence]
            if len(found) == 1:
                return found[0], rule
        return None

    def _adjoins(self, before: int, here: int) -> bool:
        """Whether two sentences stand in one paragraph: with no line break between them."""
        bounds = self.syntax.bounds
        if before not in bounds:
            return False
        start = self.syntax.tags.words[bounds[before][-1]].end
        end = self.syntax.tags.words[bounds[here][0]].start
        return "\n" not in self.report.text[start:end]


def fineness(place: Place) -> int:
    """How coarse a place is, 0 for an exact one; an unresolved one counts as a town."""
    return FINE.index(place.precision) if place.precision in FINE else FINE.index("town")
