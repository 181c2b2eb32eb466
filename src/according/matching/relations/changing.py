"""
What was open and is settled since: an arrest, a name, a claim of responsibility, a victim who has died.

Each change has words for the open state and for the settled one. A report that has the one and a later report of the
same event that has the other stand as an update; the two never contradict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One kind of change: `before` finds the open state, `after` the settled one.

    Where `shared` holds, both wordings must share a telling word: "could not confirm" alone says not what. `hints` are
    pieces of words of which the settled state has one: asked before its pattern is.
    """

    name: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    shared: bool = False
    hints: tuple[str, ...] = ()


SOMEBODY = r"(?: suspects? | gunm[ae]n | shooters? | man | men | killers? | attackers? )"

ARREST = Change(
    name="an arrest",
    before=_words(
        rf"""
        \b (?: no \s+ (?: \w+ \s+ )? (?: arrests? | suspects? ) \b               # no arrests have been made
             | (?: not | n['’]t | yet \s+ to ) \s+ (?: \w+ \s+ ){{0,2}} arrest (?:ed)?
             | (?: not | n['’]t | yet \s+ to ) \s+ (?: \w+ \s+ ){{0,2}} identif (?: y | ied ) \s+ (?: a | any
               | the ) \s+ suspects?
             # has not released any suspect information
             | not \s+ released \s+ any \s+ suspect
             | (?: search | look | hunt ) (?: ing )? \s+ for \s+ (?: \w+ \s+ ){{0,3}} {SOMEBODY}
             | at \s+ large | on \s+ the \s+ (?: loose | run ) | manhunt
           )
        """
    ),
    after=_words(
        r"""
        \b (?: (?: was | were | been | are | is | has | have ) \s+ (?: \w+ \s+ )?
               (?: arrested | detained | charged | indicted | arraigned | captured | apprehended )
             | (?: police | officers | they | deputies | authorities | detectives ) \s+ (?: have \s+ )?
               (?: arrested | charged | detained | captured )
             | in \s+ (?: police \s+ )? custody | behind \s+ bars
             | turned \s+ (?: himself | herself | themselves ) \s+ in
             | arrests? \s+ (?: of | made ) \b | charged \s+ (?: with | in )
           )
        """
    ),
)
RESPONSIBILITY = Change(
    name="a claim of responsibility",
    before=_words(
        r"""
        \b (?: no (?: \s+ one | body | \s+ group | \s+ \w+ \s+ group )? \s+ (?: has \s+ | had \s+ )? (?: \w+ \s+ )?
               claim (?: ed )? \s+ (?: of \s+ )? responsibility                  # no group has claimed responsibility
             | no \s+ (?: immediate \s+ )? claims? \s+ of \s+ responsibility
             | not \s+ (?: yet \s+ | been \s+ | immediately \s+ ){0,2} claimed
           )
        """
    ),
    after=_words(
        r"""
        \b (?: claim (?: s | ed | ing ) \s+ (?: the \s+ )? responsibility | claimed \s+ (?: by | the )
             | said \s+ it \s+ (?: was \s+ behind | carried \s+ out )
           )
        """
    ),
)
IDENTITY = Change(
    name="who it is",
    hints=("identified", *"0123456789"),
    before=_words(
        r"""
        \b (?: (?: not | n['’]t | yet \s+ to ) \s+ (?: \w+ \s+ ){0,3}
               (?: identif (?: y | ied ) \b (?! \s+ (?: a | any | the ) \s+ (?: suspect | motive ) )
                 | named
                 | (?: being \s+ )? released (?= \s+ (?: (?: the \s+ )? (?: name | identit )
                   | by \s+ the \s+ (?: medical | coroner ) ) )
               )
             | unidentified
             | (?: names? | identit (?: y | ies ) ) \s+ (?: \w+ \s+ ){0,4} (?: withheld
               | not \s+ (?: \w+ \s+ ){0,2} released )
           )
        """
    ),
    after=_words(
        r"""
        \b (?: (?: has | have | was | were | been ) \s+ (?: \w+ \s+ )? identified \s+ as
             | identified \s+ (?: him | her | the \s+ \w+ ) \s+ as
             | (?-i: [A-Z] [\w'’-]+ (?: \s+ [A-Z] [\w.'’-]+ )+ ) , \s+ \d\d? \b   # Ana Kovac, 34
             | \d\d? - year - old \s+ (?-i: [A-Z] )                              # 34-year-old Ana
           )
        """
    ),
)
LIFE = Change(
    name="the victim's life",
    before=_words(
        r"""
        \b (?: in \s+ (?: \w+ \s+ ){0,2} (?: critical | serious | grave | stable | fair )
               (?: \s+ but \s+ \w+ )? \s+ condition
             | (?: critically | seriously ) \s+ (?: injured | wounded | hurt )
             | fighting \s+ for \s+ (?: \w+ \s+ )? li (?: fe | ves )
             | life [ -] threatening | on \s+ life \s+ support
           )
        """
    ),
    after=_words(
        r"""
        \b (?: later \s+ died
             | died \s+ (?: later | at \s+ (?: the | a ) | (?: from | of ) \s+ (?: \w+ \s+ ){0,2} (?: injur
               | wound ) | on \s+ (?-i: [A-Z] ) )
             | pronounced \s+ dead | succumbed | has \s+ (?: since \s+ )? died | dies \b
           )
        """
    ),
)
CAUSE = Change(
    name="the cause",
    before=_words(
        r"""
        \b (?: (?: origin | cause | reason | motive ) \s+ (?: \w+ \s+ ){0,8}?
               (?: unknown | unclear | not \s+ (?: \w+ \s+ )? (?: known | clear | determined ) )
             | (?: not | n['’]t ) \s+ (?: \w+ \s+ )? (?: clear | known ) \s+ what \s+ caused
           )
        """
    ),
    after=_words(
        r"""
        \b (?: suicide \s+ (?: bomber | attack (?: er )? ) | car \s+ bomb | caused \s+ by | because \s+ of \s+ an?
             | due \s+ to | (?: gas | electrical ) \s+ (?: leak | fault ) | arson
           )
        """
    ),
)
SUSPICION = Change(
    name="a suspicion",
    before=_words(
        r"""
        \b (?: initially | first | originally | at \s+ first | earlier ) \s+ (?: \w+ \s+ )?
           (?: thought | believed | suspected | said | reported | identified | described ) \b
        """
    ),
    after=_words(
        r"""
        \b (?: no \s+ longer \s+ (?: a | considered | believed | being ) | (?: was | were ) \s+ in \s+ fact
             | turned \s+ out \s+ to | (?: been | was ) \s+ cleared | ruled \s+ out | not \s+ (?: a \s+ suspect
               | involved )
           )
        """
    ),
)
CONFIRMATION = Change(
    name="a confirmation",
    shared=True,
    hints=("confirm", "dead", "killed", "died"),
    before=_words(
        r"""
        \b (?: (?: could | can | would | did ) \s* (?: not | n['’]t ) \s+ (?: \w+ \s+ )? confirm
             | (?: not | n['’]t ) \s+ (?: \w+ \s+ ){0,2} confirmed | unconfirmed
           )
        """
    ),
    after=_words(r"\b (?: confirmed | confirms | are \s+ dead | is \s+ dead | killed | died )"),
)
MISSING = Change(
    name="who was missing",
    shared=True,
    before=_words(
        r"""
            \b (?: is | are | was | were | still | remain (?: s | ed )? ) \s+ (?: \w+ \s+ )? (?: missing
              | unaccounted \s+ for | trapped )
        """
    ),
    after=_words(
        r"""
        \b (?: (?: was | were | been ) \s+ (?: \w+ \s+ )? (?: found | rescued | recovered | freed )
             | rescuers? \s+ (?: \w+ \s+ )? (?: found | freed | recovered )
           )
        """
    ),
)

VERDICT = Change(
    name="a verdict",
    shared=True,
    before=_words(
        r"""
            \b (?: awaiting \s+ (?: trial | sentenc ) | on \s+ trial | charged \s+ with
              | faces? \s+ (?: a \s+ )? charges? )
        """
    ),
    after=_words(
        r"""
            \b (?: (?: was | were | been ) \s+ (?: convicted | acquitted | sentenced ) | found \s+ guilty
              | plead (?: ed | s )? \s+ guilty )
        """
    ),
)
RELEASE = Change(
    name="a release from hospital",
    shared=True,
    before=_words(r"\b (?: hospitali [sz] ed | remain (?: s | ed )? \s+ in \s+ (?: the \s+ | a \s+ )? hospital )"),
    after=_words(r"\b (?: released | discharged ) \s+ from \s+ (?: the \s+ | a \s+ )? hospital"),
)
OVER = Change(
    name="what was still going on",
    shared=True,
    before=_words(
        r"""
        \b (?: still \s+ (?: ongoing | under \s+ way | burning | closed | holding ) | remain (?: s
          | ed )? \s+ (?: closed | shut | under \s+ siege )
             | (?: not | n['’]t ) \s+ (?: \w+ \s+ )? (?: under \s+ control | contained | over )
           )
        """
    ),
    after=_words(
        r"""
        \b (?: (?: has | have | is | was | were | been ) \s+ (?: \w+ \s+ )? (?: over | ended | reopened | lifted
          | contained | extinguished | freed )
             | under \s+ control
           )
        """
    ),
)

CHANGES = (
    ARREST, RESPONSIBILITY, IDENTITY, LIFE, CAUSE, SUSPICION, CONFIRMATION, MISSING, VERDICT, RELEASE, OVER,
)  # fmt: skip

COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
CHARGES = _words(r"\b charged \s+ with \s+ (?: (?P<count> \w+ ) \s+ counts? \s+ of \s+ )? (?P<charge> [\w\s-]{3,40} )")


def change(older: frozenset[str], newer: frozenset[str], share: bool = True) -> str | None:
    """
    Which change has come about between two wordings, by their marks; None for none. `share`: they share a telling word.

    >>> change(frozenset({"open: an arrest"}), frozenset({"settled: an arrest"}))
    'an arrest'
    """
    for one in CHANGES:
        if f"open: {one.name}" in older and f"settled: {one.name}" in newer and (share or not one.shared):
            return one.name
    return None


def more_counts(older: str, newer: str) -> tuple[str, str] | None:
    """
    The two charges, where a later wording charges more counts; None where it does not.

    >>> more_counts("was charged with one count of murder", "is charged with three counts of murder")
    ('charged with one count of murder', 'charged with three counts of murder')
    """
    before, after = CHARGES.search(older), CHARGES.search(newer)
    if not before or not after or not before["count"] or not after["count"]:
        return None
    a, b = (COUNTS.get(found["count"].lower(), 0) for found in (before, after))
    return (before[0].strip(), after[0].strip()) if 0 < a < b else None
