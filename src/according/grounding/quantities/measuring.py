"""What a number measures and what it counts, from the words beside it and the parser's heads."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from according.grounding.quantities.labels import Labels


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


Table = dict[str, str]


@cache
def table(name: str) -> Table:
    """Word -> measure, of one section of the data file."""
    section = tomllib.loads((files(__package__) / "measures.toml").read_text(encoding="utf-8"))[name]
    return {word: measure for measure, words in section.items() for word in words.split()}


FILLERS = frozenset(
    (
        "more",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "new",
        "another",
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "these",
        "those",
        "at",
        "least",
        "worth",
    )
)
"""Words between a number and what it counts that are no part of the counted."""
HEADS = ("NOUN", "PROPN")
REACH = 9
"""Words behind a number within which a verb still tells of it: "12 people, most of them boys, were killed". A guess."""


def counted(labels: Labels, after: int, last: int) -> tuple[int, int] | None:
    """
    First and last word of the noun phrase that a number counts, where the number's last word is before `after`.

    `last` is the sentence's last word. None where no noun follows.
    """
    first, of_whole = after, False
    while first <= last and (
        labels.form(first).lower() in FILLERS
        or labels.form(first) in ("'s", "’s", "-")
        or (of_whole and labels.tags.upos[first] == "NUM")
    ):
        of_whole = of_whole or labels.form(first).lower() == "of"  # "five of its 22 plants"
        first += 1
    end = first
    while (
        end <= last
        and end not in labels.timed
        and (
            labels.tags.upos[end] in (*HEADS, "ADJ")
            or labels.form(end) in ("-", "'s", "’s")
            or (labels.tags.upos[end] == "NUM" and end > first and labels.form(end - 1) == "-")
            or (
                labels.tags.upos[end] == "VERB"
                and end < last
                and labels.tags.upos[end + 1] in HEADS
                and labels.form(end).endswith(("ed", "ing"))
            )
        )
    ):
        end += 1
    end -= 1
    while end >= first and labels.tags.upos[end] not in HEADS:
        end -= 1
    return (first, end) if end >= first else None


def measure_of(labels: Labels, number: range, phrase: tuple[int, int] | None, bounds: tuple[int, int]) -> str | None:
    """
    Killed · injured · missing · ... as the data file has them; None where nothing tells.

    `number` are the number's words, `phrase` the counted ones, `bounds` the sentence's first and last word.
    """
    first, last = number[0], number[-1]
    unit = table("units").get(labels.form(last + 1)) or _attached(labels.form(last))
    if unit:
        return unit
    head = labels.form(phrase[1]).lower() if phrase else ""
    after = phrase[1] if phrase else last
    return (
        _ahead(labels, first, bounds[0])
        or _behind(labels, after, bounds[1])
        or _toll(labels, first, bounds[0])
        or table("nouns").get(head)
        or (table("nouns").get(labels.form(last + 1).lower()) if last < bounds[1] else None)
        or _coordinated(labels, first, bounds[0])
    )


def _attached(form: str) -> str | None:
    """The measure of "60GB" or "500km"."""
    letters = re.sub(r"^[\d.,]+", "", form)
    return table("units").get(letters) if letters and letters != form else None


def _ahead(labels: Labels, first: int, begin: int) -> str | None:
    """The verb right ahead of the number: "killing at least 12"."""
    for back in range(first - 1, max(begin, first - 4) - 1, -1):
        form = labels.form(back).lower()
        found = table("ahead").get(form)
        if found == "killed" and form.startswith("claim"):
            return found if "lives" in {labels.form(at).lower() for at in range(first, first + 4)} else None
        if found and (labels.tags.upos[back] in ("VERB", "ADJ") or back == first - 1):
            return None if _is_passive(labels, back, begin) else found
        if labels.tags.upos[back] not in ("DET", "ADV", "ADJ", "ADP") or form in ("by", "in", "with"):
            return None
    return None


def _is_passive(labels: Labels, verb: int, begin: int) -> bool:
    """Of "were killed 12 days ago": the verb tells of what stands ahead of it."""
    return verb - 1 >= begin and labels.form(verb - 1).lower() in ("were", "was", "been", "be", "being")


def _behind(labels: Labels, after: int, last: int) -> str | None:
    """What is said behind the counted: "12 people were killed", "12 dead", "30 others injured"."""
    inside = False
    for ahead in range(after + 1, min(last, after + REACH) + 1):
        form, upos = labels.form(ahead).lower(), labels.tags.upos[ahead]
        found = table("behind").get(form)
        if found and upos in ("VERB", "ADJ", "NOUN", "ADV", "AUX"):
            active = form in (
                "killed",
                "injured",
                "wounded",
                "arrested",
                "detained",
                "abducted",
                "kidnapped",
                "freed",
                "released",
            )
            objects = ahead < last and labels.tags.upos[ahead + 1] in ("DET", "NUM", "PROPN", "PRON", "NOUN")
            passive = labels.form(ahead - 1).lower() in ("were", "was", "been", "be", "being", "are", "is", "or", "and")
            return None if active and objects and not passive and ahead > after + 1 else found
        if form == "," or form in ("(", ")", "–", "-"):
            inside = True
            continue
        if form in (";", ":", ".") or (upos == "VERB" and not inside):
            return None
        if form in ("and", "but", "while", "or") and (not inside or labels.form(ahead - 1) == ","):
            return None if inside else _behind_joined(labels, ahead, last, after)
        if upos == "NUM" and not inside:
            return None
    return None


def _behind_joined(labels: Labels, conjunction: int, last: int, after: int) -> str | None:
    """Of "two soldiers and five militants were killed": the verb of both, unless one ahead governs the first."""
    if any(labels.tags.upos[at] == "VERB" for at in range(max(0, after - 4), after)):
        return None
    if conjunction >= last or labels.tags.upos[conjunction + 1] not in ("NUM", "DET"):
        return None
    at = conjunction + 2
    while at <= last and labels.tags.upos[at] in (*HEADS, "ADJ", "NUM"):
        at += 1
    behind = table("behind")
    if at < last and labels.tags.upos[at] == "AUX":
        verbs = (labels.form(place).lower() for place in range(at, min(at + 3, last) + 1))
        return next((behind[verb] for verb in verbs if verb in behind), None)
    return behind.get(labels.form(at).lower()) if at <= last and labels.form(at).lower() in ("died", "fled") else None


def _toll(labels: Labels, first: int, begin: int) -> str | None:
    """The death toll rose to 19 · the number of wounded has reached 60 · leaving the dead at 12."""
    for back in range(first - 1, max(begin, first - 10) - 1, -1):
        form = labels.form(back).lower()
        found = table("toll").get(form)
        if found and back < first - 1:
            between = {labels.form(at).lower() for at in range(back + 1, first)}
            return (
                found
                if between
                & {"to", "at", "is", "was", "of", "reached", "reaches", "hit", "passed", "exceeded", "stood", "has"}
                else None
            )
        if form in (";", ",", "after", "when", "who"):
            return None
    return None


def _coordinated(labels: Labels, first: int, begin: int) -> str | None:
    """Of "killed 12 men and three women": the verb ahead of the number that this one is joined to."""
    forms = [labels.form(at).lower() for at in range(max(begin, first - 8), first)]
    if not forms or forms[-1] not in ("and", ",", "or", "including", "least", "some", "about"):
        return None
    for back in range(first - 2, max(begin, first - 8) - 1, -1):
        found = table("ahead").get(labels.form(back).lower())
        if found and labels.tags.upos[back] == "VERB":
            numbered = any(labels.tags.upos[at] == "NUM" for at in range(back + 1, first - 1))
            return found if numbered and not _is_passive(labels, back, begin) else None
    return None


RISEN = _words(
    "rose risen rises rising climbed climbs climbing grew grown reached reaches reaching "
    "stands stood total totals totalled totaled brings bringing brought jumped hit passed topped overall"
)
BEGUN = (
    r"\b(?:so far|since (?:the |its |it |\d{4}|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|last|early|late|mid)|to date|in all|altogether|in total)\b"
)
"""Behind a number: it has been counted from then till now."""
NEW = frozenset(("another", "more", "additional", "further", "extra", "new"))


def cumulative(labels: Labels, number: range, bounds: tuple[int, int]) -> bool | None:
    """True for a sum up to now ("has risen to 19", "since 2011"), False for more on top ("12 more"), else None."""
    first, last = number[0], number[-1]
    own = {labels.form(at).lower() for at in range(first, last + 1)}
    beside = {
        labels.form(first - 1).lower() if first > bounds[0] else "",
        labels.form(last + 1).lower() if last < bounds[1] else "",
    }
    than = "than" in {labels.form(last + 2).lower(), *own}
    if (NEW - {"new", "more"}) & (own | beside) or (
        "more" in beside and labels.form(last + 1).lower() == "more" and not than
    ):
        return False
    ahead = [labels.form(at).lower() for at in range(max(bounds[0], first - 7), first)]
    behind = " ".join(labels.form(at).lower() for at in range(last + 1, min(bounds[1], last + 20) + 1))
    if RISEN & set(ahead) and {
        "to",
        "at",
        "reached",
        "reaches",
        "reaching",
        "total",
        "hit",
        "passed",
        "topped",
        "is",
        "of",
    } & set(ahead + list(own)):
        return True
    if re.search(BEGUN, re.split(r"[;:]| who | which ", behind)[0]):
        return True
    verbs = [at for at in range(max(bounds[0], first - 7), first) if labels.tags.upos[at] == "VERB"]
    whole = " ".join(
        labels.form(at).lower() for at in range(max(verbs[-1] + 1 if verbs else 0, bounds[0], first - 7), first)
    )
    return (
        True
        if re.search(r"\b(?:so far|to date|in all|since (?:\d{4}|then))\b", whole)
        or re.search(
            r"\ba total of\b", whole + " " + " ".join(labels.form(at).lower() for at in range(first, last + 1))
        )
        else None
    )
