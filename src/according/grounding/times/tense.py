"""
Past or future: the tense of the verb that a time expression most likely belongs to.

    "left on Wednesday" past · "will leave on Wednesday" future · "is due on Wednesday" future

Goes by the order of the words and their parts of speech: the verb ahead of the expression, or where there
is none the verb behind it. That holds for most of English news, and where the parser errs.
"""

from __future__ import annotations

import re

from according.records import Tags


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUTURE = frozenset(
    ("will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "should", "may", "might", "could", "can", "must")
)
"""Auxiliaries whose act lies ahead; "would" also in reported speech ("said it would vote on Sunday")."""
PAST_AUXILIARIES = frozenset(("was", "were", "had", "did", "'ve", "’ve", "has", "have", "been"))
PRESENT_AUXILIARIES = frozenset(("is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "does", "do"))
PROSPECTIVE = _words("""
    set due scheduled slated expected expects expect planned plans plan planning going about poised vowed vows vow
    promised promises promise agreed agrees agree intends intend intended wants want wanted hopes hope hoped aims aim
    aimed prepares prepare preparing prepared ready likely unlikely is are be begin begins continue bound supposed
    threatened threatens threaten urged urges called calls invited invites deadline ordered orders decided decides
    """)
"""Words whose infinitive lies ahead: "vowed to leave on Friday". A list of ours, grown from general news."""
DUE = frozenset(
    ("due", "scheduled", "slated", "expected", "planned", "set", "likely", "forthcoming", "upcoming", "deadline")
)
"""Words that look ahead by themselves: "talks scheduled for Monday"."""
IRREGULAR_PASTS = _words("""
    said told went came took made got gave found left lost held led met kept began broke brought bought built caught
    chose cut did drew drove fell felt fought flew forgot froze grew had heard hid hit hung hurt knew laid lay let lit
    meant paid put quit ran rang read rode rose sat saw sold sent set shook shone shot showed shut sang sank slept slid
    spoke spent split spread stood stole struck stuck swore swept swam swung taught tore thought threw understood woke
    wore won withdrew wrote overthrew undertook became bore bound bred cast crept dealt dug ate fed fled forbade ground
    leapt lent overcame sought slew sped sprang strode strove swelled wept wound born known seen taken given shown
    driven fallen flown grown spoken stolen sworn thrown worn written withdrawn overthrown undertaken beaten broken
    chosen drawn eaten forgotten frozen hidden risen ridden shaken shrunk sunk sung torn woken gone done been
    """)


def tense_at(text: str, tags: Tags, word: int, *, is_title: bool = False) -> str | None:
    """
    "past", "future", or None where nothing tells, for the clause around a word of the report.

    A plain present looks ahead in a sentence ("parliament votes on Friday"), and back in a headline.
    """
    sentence = tags.sentence_of[word]
    first = word
    while first > 0 and tags.sentence_of[first - 1] == sentence:
        first -= 1
    last = word
    while last + 1 < len(tags.words) and tags.sentence_of[last + 1] == sentence:
        last += 1
    words = [text[span.start : span.end].lower() for span in tags.words[first : last + 1]]
    upos = tags.upos[first : last + 1]
    here = word - first
    for at in [*range(here - 1, -1, -1), *range(here + 1, len(words))]:
        if words[at] in DUE and here - 4 <= at < here:
            return "future"
        if upos[at] in ("VERB", "AUX"):
            found = _of_verb(words, upos, at, is_title=is_title)
            if found is not None:
                return found
    return None


def _of_verb(words: list[str], upos: tuple[str, ...], at: int, *, is_title: bool) -> str | None:
    """The tense of the verb at `at` with its auxiliaries; None for a participle that leans on another verb."""
    verb = words[at]
    ahead = _auxiliaries(words, upos, at)
    if "to" in ahead:
        if ahead[0] == "be":
            return "future"  # "a summit to be held on Friday"
        return _of_infinitive(words, upos, at - 1 - ahead.index("to"), is_title=is_title)
    modal = bool(FUTURE & set(ahead)) or verb in FUTURE
    if modal:
        return "past" if "have" in ahead else "future"
    if PAST_AUXILIARIES & set(ahead) or verb in PAST_AUXILIARIES:
        return "past"
    if verb.endswith("ing"):
        return "future" if PRESENT_AUXILIARIES & set(ahead) else None
    if verb.endswith("ed") or verb in IRREGULAR_PASTS:
        return "past"
    if not re.fullmatch(r"[a-z’']+", verb):
        return None
    return "past" if is_title else "future"


def _auxiliaries(words: list[str], upos: tuple[str, ...], at: int) -> list[str]:
    """The auxiliaries and "to" ahead of a verb, nearest first; adverbs, "not" and a subject between are passed over."""
    found = []
    for back in range(at - 1, max(-1, at - 5), -1):
        if words[back] == "to":
            found.append("to")
            break
        if upos[back] == "AUX" or words[back] in FUTURE | PAST_AUXILIARIES | PRESENT_AUXILIARIES:
            found.append(words[back])
        elif upos[back] not in ("ADV", "PART"):
            break
        else:
            found.append("")
    return found


def _of_infinitive(words: list[str], upos: tuple[str, ...], to: int, *, is_title: bool) -> str | None:
    """The tense of "to ..." whose "to" stands at `to`: that of the word it hangs on."""
    for back in range(to - 1, max(-1, to - 4), -1):
        if words[back] in PROSPECTIVE:
            return "future"
    for back in range(to - 1, -1, -1):
        if upos[back] in ("VERB", "AUX"):
            return _of_verb(words, upos, back, is_title=is_title) if words[back] not in PROSPECTIVE else "future"
    return "future"
