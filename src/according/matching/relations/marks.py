"""Words that mark a claim as a denial, an accusation or a charge, as hedged, or as one that keeps its source."""

from __future__ import annotations

import re

from according.matching.relations.changing import CHANGES
from according.matching.relations.words import stem
from according.records import Claim
from according.world.lookup import word_set


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


DENIES = _words(
    r"""
    \b (?: den (?: y | ies | ied | ying ) \b (?! \s+ (?: entry | access | bail | bond | boarding | them | him
      | her ) \b )
         | (?: dismiss | reject ) (?: es | s | ed | ing )? \b (?= [^.]{0,60} \b (?: claims? | accus | alleg
           | reports? | charges? | suggest | as \b ) )
         | (?: accusations? | allegations? | claims? | charges? | reports? ) \s+ (?: \w+ \s+ ){0,3} (?: dismissed
           | rejected | refuted | denied ) \b
         | refut (?: e | es | ed | ing ) \b                          # refuted the report
         | disput (?: es | ed | ing ) \s+ (?: the \s+ (?: claim | charge | account | figure | report | alleg
           | accus ) | that \b | any \b )
         | (?: plead | pleads | pleaded | pled ) \s+ (?: not \s+ guilty | innocent )
         | (?: has | have | had | having ) \s+ nothing \s+ to \s+ do \s+ with
         | (?: had | played | has ) \s+ no \s+ (?: involvement | role | part ) \s+ in \b
         | baseless | unfounded | groundless | fabricated | trumped [ -] up
         | no \s+ truth \s+ (?: to | in ) \b
       )
    """
)
"""Denials, also where a claim's stance does not tell: "pleaded not guilty", "had nothing to do with"."""

NEVER = _words(
    r"""
        \b (?: (?: had | has | have | was | were ) \s+ never | never \s+ \w+ed | did \s+ not | didn['’]t
          | neither \s+ \w+ \s+ nor | not \s+ (?: responsible | involved | behind ) )
    """
)
"""What a party says that it never did: a denial only where others accuse that party."""

ACCUSES = _words(
    r"""
    \b (?: accus (?: es | ed | ing ) | blam (?: es | ed | ing ) | charged | indicted | arraigned | alleg (?: es
      | ed | edly | ing )
         | responsible | was \s+ behind | carried \s+ out | perpetrated | the \s+ work \s+ of | fired | firing
           | launch (?: ed | ing )
         | suspected | arrested | guilty | us (?: ed | ing ) | attack (?: ed | ing ) | kill (?: s | ed | ing )
           | gass (?: ed | ing )
         | hit | struck | shot | detected | operating | bomb (?: ed | ing ) | fabricated | rockets
       ) \b
    """
)
"""What a claim says of somebody that he may deny."""

PARTY = _words(
    r"""
    \b (?: government | regime | authorit(?:y|ies) | forces | army | military | troops | police | officers?
      | soldiers | militants | rebels | fighters | group
         | (?: war )? planes? | aircraft | jets? | air \s+ force | navy | ministry | company | airline | party
           | union | bank | hospital | church
       ) \b
    """
)
"""Parties that an accusation may name and that deny: not a country as the place where something happened."""

CHARGE = _words(
    r"\b (?: charged | indicted | arraigned | arrested | accused | suspects? | booked | wanted | identified \s+ as ) \b"
)
"""A charge against a person, that a plea meets."""

HEARSAY = _words(
    r"""
    \b (?: reportedly | allegedly | alleged (?= \s+ (?: \w+ \s+ )? (?: attack | strike | raid | plot | use
      | shooting | abuse | role | involvement ) )
         | unconfirmed | said \s+ to \s+ (?: be | have ) | claims? \s+ (?: that | to \s+ have )
           | claimed \s+ (?: that | to \s+ have )
       ) \b
    """
)
"""Hedges that stand for a source: "reportedly" gives way when a source is named."""

DOUBT = _words(
    r"""
    \b (?: possibly | possible | probabl[ey] | likely | perhaps | maybe | may \s+ (?: have | be )
      | might (?: \s+ have )? | could \s+ (?: have | be ) | suspected
         | apparent (?:ly)? | appear (?: s | ed ) | seem (?: s | ed ) | looked \s+ like | believed \s+ to
           | thought \s+ to | presumed | initially \s+ (?: thought | believed )
         | either (?= \s+ \w+ \s+ or \b )
       ) \b
    """
)
"""Hedges that weaken what is said, whoever says it."""

EITHER = _words(r"\b either \s+ [\w-]+ (?: \s+ [\w-]+ )? \s+ or \b")
"""What is left open between two: "either northern or southern forces"."""

SAYS = _words(
    r"""
    \b (?: said | says | told | according \s+ to | reported (?! \s+ (?: dead | missing ) ) | announced
      | confirmed | claims? | claimed | added
         | stated | quoted | citing | cites | accus (?: ed | es | ing ) | alleg (?: ed | es | edly ) | reportedly
           | tell | put \s+ the \s+ (?: \w+ \s+ )? toll
       ) \b
    """
)
"""Words that tell that somebody says it."""

SOURCES = _words(
    r"""
        \b (?: monitors? | monitoring | watchdog | activists | officials? | police | sheriff | witness (?:es)?
          | sources? | ministry | observatory | media | agency | authorities | report (?: s )? (?= \s* :) )\b
    """
)
"""Words of sources: a headline that has one ("12 dead: monitor") keeps its source."""

COMPETING = _words(
    r"""
    \b (?: (?: lower | higher | different | separate | conflicting ) \s+ (?: \w+ \s+ )? (?: toll | figure | count
      | number )
         | (?: gave | giving | gives | put | puts | putting ) \s+ (?: an? | the ) \s+ (?: \w+ \s+ ){0,2} (?: toll
           | figure | number )
         | as \s+ opposed \s+ to | instead \s+ of \s+ \d
       )
    """
)
"""Where a report itself sets one count against another."""

REVISED = _words(
    r"""
        \b (?: revis | correct | lower | rais | updat ) (?: es | s | ed | ing ) \b | \b (?: earlier
          | previous ) \s+ (?: toll | figure | count | report )
    """
)
"""Where a report says that a count before was another."""

REVISING = ("revis", "correct", "lower", "rais", "updat", "earlier", "previous")
"""Pieces of words of which `REVISED` has one: asked before it is."""

RISES = _words(
    r"""
    \b (?: toll \s+ (?: \w+ \s+ ){0,8}? (?: risen | rises | rose | rising | climbs | climbed | jumps | jumped
      | increased )
         | (?: raised | raises | raising | updated ) \s+ (?: \w+ \s+ ){0,2} toll
         | (?: another | second | third | fourth | fifth ) \s+ (?: \w+ \s+ )? (?: has \s+ )? (?: died | dies )
         | has \s+ since \s+ died | (?: dies | died ) \s+ (?: of | from ) \s+ (?: \w+ \s+ )? (?: wounds | injuries )
       )
    """
)
"""Where a report says that its count has gone up: then it is a later one, whoever gave the one before."""

EMPTY = frozenset(
    map(
        stem,
        word_set(
            """allegation allegations accusation accusations claim claims charge charges report reports account
    accounts involvement involved responsibility responsible wrongdoing matter denied denies deny denial dismissed
    dismisses rejected rejects baseless unfounded false fabricated illogical strongly swiftly promptly flatly
    absolutely calling called categorically repeatedly pleaded pleads guilty nothing behind carried accused accuses
    blamed government regime never used use president minister foreign spokesman"""
        ),
    )
)
"""Words of a denial that do not tell what is denied."""


SUPPOSED = frozenset({"conditional", "feared", "hoped", "warned", "predicted", "planned"})
"""Stances in which a claim tells of no state that is so."""


def marks(frame: str, words: str, claim: Claim) -> frozenset[str]:
    """
    What the `frame` of a claim marks it as: denial · accusing · charge · party · competing, and for each of
    `changing.CHANGES` "open: …" or "settled: …". `words` are its content.
    """
    found, low = set(), frame.lower()
    by_party = len(claim.chain) > 1 and claim.polarity == "negative"
    if claim.stance == "denied" or DENIES.search(frame) or (by_party and NEVER.search(frame)):
        found.add("denial")
    elif claim.polarity == "positive" and (claim.stance in ("accused", "alleged") or ACCUSES.search(frame)):
        found.add("accusing")
    if CHARGE.search(frame):
        found.add("charge")
    if PARTY.search(words):
        found.add("party")
    for change in CHANGES:
        if claim.stance not in SUPPOSED and change.before.search(frame):
            found.add(f"open: {change.name}")
        elif (not change.hints or any(hint in low for hint in change.hints)) and change.after.search(frame):
            found.add(f"settled: {change.name}")
    if any(hint in low for hint in REVISING) and REVISED.search(frame):
        found.add("revised")
    if RISES.search(frame):
        found.add("rises")
    if COMPETING.search(frame):
        found.add("competing")
    return frozenset(found)
