"""
The office that a source holds, as a plain phrase of the report's words, and whether it is held now.
"""

from __future__ import annotations

from according.attribution.describing.lexicon import COUNTRY_KINDS, Term
from according.attribution.describing.part import Part
from according.attribution.describing.phrase import Phrase
from according.attribution.describing.small_words import LEADING
from according.world.lookup import word_set

FORMER = word_set("former ex then erstwhile onetime retired ousted deposed previous late")
ACTING = word_set("acting interim caretaker transitional provisional")
DESIGNATE = word_set("incoming elect designate")
STATUSES = (("former", FORMER), ("acting", ACTING), ("designate", DESIGNATE))

PLAIN = word_set(
    """
    source person people individual man woman boy girl child mother father brother sister son daughter wife
    husband widow friend relative resident witness eyewitness villager official member civilian survivor victim
    neighbour neighbor local insider figure one teenager caller parent citizen bystander voice refugee migrant
    passenger prisoner cousin uncle aunt
    """
)
"""Role nouns that name no office or calling."""

DROPPED = word_set(
    """
    senior top veteran new long-time longtime leading prominent outspoken high ranking then former ex acting
    interim caretaker incoming current outgoing elect designate key influential late onetime chief's time long
    one young old unnamed unidentified anonymous local main year newly re elected based retired ousted deposed
    exiled previous jailed detained
    """
)
"""Words before an office that are not of its name."""

KEPT = word_set("of for to at in on from with")


def status_of(part: Part) -> tuple[str | None, tuple[Term, ...]]:
    """
    Former · acting · designate where a word at the head says so, else None.

    "The former president's lawyer" is no former lawyer: what stands before the possessive is not the head's.
    """
    around = part.modifiers or ()
    if any(word.low == "current" for word in around):
        return None, ()  # "current and former officials"
    after = part.words[part.words.index(part.head) + 1 :] if part.head in part.words else ()
    for word in around:
        for status, words in STATUSES:
            if word.low in words:
                return status, (word,)
    hyphen = [w for w in after[:2] if w.low in ("elect", "designate")]
    if hyphen and after[0].text == "-":
        return "designate", tuple(hyphen)
    if part.head and part.head.low.endswith(("-elect", "-designate")):
        return "designate", (part.head,)
    return None, ()


def role_of(shape: Phrase) -> tuple[str, tuple[Term, ...]] | None:
    """The office or calling, without its country and without "senior" or "former"; None where the words name none."""
    named = bool(shape.person_name)
    for part in (shape.core, *shape.appositions):
        entry = part.entry
        if len(shape.conjuncts) > 1 and part is shape.core:
            return None
        if entry is None or entry.plural or part.partitive:
            title = next((w for w in part.before if w.of("title")), None)
            if entry is None and title is not None and (given := title.of("title")) and given.role:
                return given.role, (title,)
            continue
        if entry.kind == "title" and part.head is not None:
            if entry.role:
                return entry.role, (part.head,)
            continue
        word = entry.word.rpartition(" ")[2].casefold()
        holds = entry.kind in ("office", "voice") or (entry.kind == "person" and named) or _is_commander(part)
        if holds and word not in PLAIN:
            words = _office_words(part)
            return " ".join(_spaced(words)), words
    return None


def _is_commander(part: Part) -> bool:
    return bool(
        part.entry and part.entry.kind == "person" and part.entry.word.casefold().endswith((" commander", " attaché"))
    )


def _office_words(part: Part) -> tuple[Term, ...]:
    before: list[Term] = []
    for word in part.modifiers:
        is_country = word.of(*COUNTRY_KINDS) and not word.of("seat")
        if is_country or word.low in DROPPED or word.low in LEADING or word.text[0].isdigit() or word.text == "State":
            before = [] if is_country or word.low == "year" else before
            continue
        if word.text == "-" and not before:
            continue
        before.append(word)
    after: list[Term] = []
    start = part.words.index(part.head) + 1 if part.head in part.words else len(part.words)
    name = set(part.name)
    for word in part.words[start:]:
        if word in name:
            break
        after.append(word)
    after = _without_country(after)
    return (*before, *((part.head,) if part.head else ()), *after)


def _without_country(after: list[Term]) -> list[Term]:
    """What stays after the office: "to the UN", "of the Turkish army"; "of Turkey" goes."""
    if after[:1] and after[0].low not in KEPT:
        return []
    bare = [word for word in after[1:] if word.low != "the"]
    if after[:1] and after[0].low in ("of", "in") and bare and bare[0].of("name", "demonym") and len(bare) == 1:
        return []
    return after


def _spaced(words: tuple[Term, ...]) -> list[str]:
    """The words, those that adjoin in the text joined again ("foreign-policy", "women's")."""
    out: list[str] = []
    last: Term | None = None
    for word in words:
        if last is not None and last.span.end == word.span.start:
            out[-1] += word.text
        else:
            out.append(" ".join(word.text.split()))
        last = word
    return out
