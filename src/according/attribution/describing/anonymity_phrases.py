"""
Phrases that say that a source is not named: where they stand in a text, and their reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from according.attribution.describing.grounds import grounds_of
from according.records import Span

PARTS = {
    "THEIR": r"(?: his | her | their | the | a )",
    "CALLED": r"(?: named | identified | quoted (?: \s+ by \s+ name )? | cited | identifiable )",
    "HOW": r"(?: (?: further | publicly | otherwise | fully | personally ) \s+ )?",
    "NOT": r"(?: not | n[o’']t | never )",
    "NAMES": r"(?: names? | identit(?:y|ies) )",
    "ALLOWED": r"(?: authori[sz]ed | allowed | permitted | cleared | entitled )",
    "SPEAK": r"(?: speak | talk | brief | comment | discuss | give | disclose | address | release )",
    "UNUSED": r"""
        (?: \w+ \s+ ){0,3}? (?: not | withheld ) \b
        (?: \s+ (?: be \s+ )? (?: used | published | given | revealed | disclosed | reported | printed ) )?
    """,
    "UNCALLED": r"""
        (?: (?: [\w’']+ \s+ ){0,4}? <NOT> \s+ (?: to \s+ )? (?: be \s+ )? <HOW> <CALLED>   # (that they) not be named
          | (?: [\w’']+ \s+ ){0,4}? <NOT> \s+ (?: to \s+ )? <HOW> (?: name | identify | quote | use | publish ) \b
            (?: \s+ <THEIR> \s+ <NAMES> )? )
    """,
}
"""What several of the phrases below have in common."""

PHRASES = (
    # on condition of anonymity · on the condition that they not be named · under cover of anonymity
    r"""
    \b (?: on | upon | under ) \s+ (?: (?: the | a | strict ) \s+ ){0,2}
    (?: condition | terms? | cover | promise | guarantee | assurance | basis )s? \s+
    (?: (?: of | that | should ) \s+ )? (?: (?: strict | complete | full | total ) \s+ )?
    (?: anonymity | <UNCALLED> | (?: <THEIR> \s+ )? (?: \w+ \s+ )? <NAMES> \s+ <UNUSED> )
    """,
    # spoke anonymously · speaking off the record · briefed them on background
    r"""
    \b (?: spoke | speaking | speak | talked | talking | said | commenting | briefed | briefing ) \s+
    (?: anonymously | (?: [\w’'-]+ \s+ ){0,3}? (?: off \s+ the \s+ record | on \s+ (?: deep \s+ )? background ) ) \b
    """,
    # requested anonymity · insisted on anonymity · granted anonymity
    r"""
    \b (?: request(?:ed|ing|s)? | (?: ask(?:ed|ing|s)? | insist(?:ed|ing|s)? ) \s+ (?: for | on ) | sought
      | seek(?:s|ing)? | demand(?:ed|ing) | grant(?:ed|ing)? | given | want(?:ed|ing) | requir(?:ed|ing)
      | preferr(?:ed|ing) )
    \s+ (?: \w+ \s+ )? anonymity \b
    """,
    # asked not to be named · insisted that his name not be used · wished not to be identified
    r"""
    \b (?: ask | request | wish | want | prefer+ | insist )(?:ed|ing|e?s)? \s+ (?: on \s+ )? (?: that \s+ )?
    (?: <UNCALLED> | <THEIR> \s+ (?: \w+ \s+ )? <NAMES> \s+ <UNUSED> )
    """,
    # asked to remain anonymous · chose to stay unnamed
    r"""
    \b (?: ask | want | prefer+ | request | wish | choos | cho[so] )(?:e?d|ing|e?s|e|en)? \s+
    (?: to \s+ (?: remain | stay | be ) | being | remaining ) \s+ (?: anonymous | unnamed | unidentified ) \b
    """,
    # declined to be identified · would not give his name · did not want to be named
    r"""
    \b (?: declin(?:ed|ing|es) | refus(?:ed|ing|es) | d(?:id|o|oes) \s* <NOT> \s+ (?: want | wish | care )
      | would \s* <NOT> | unwilling | reluctant ) \s+ (?: to \s+ )?
    (?: be \s+ <HOW> <CALLED>
      | (?: give | reveal | disclose | provide | use | have | share | publish ) \s+
        <THEIR> \s+ (?: \w+ \s+ )? <NAMES> ) \b
    """,
    # could not be named · cannot be identified · may not be quoted by name
    r"""
    \b (?: can | could | may | might | must | should | will | would ) \s* <NOT> \s+ (?: be \s+ )? <HOW>
    (?: named | identified | quoted \s+ by \s+ name ) \b (?! \s+ as )
    """,
    # whose name was withheld · their identities are being protected · his name has been changed
    r"""
    \b (?: whose | his | her | their | the ) \s+ (?: (?: full | real | last ) \s+ )? <NAMES> \s+ (?: \w+ \s+ ){0,3}?
    (?: withheld | concealed | protected | changed | kept \s+ secret
      | not \s+ (?: \w+ \s+ )? (?: disclosed | revealed | published | used | given | released | made \s+ public ) ) \b
    """,
    # withheld her name · withholding their identities
    r"\b withh(?:eld|olding|old) \s+ <THEIR> \s+ (?: \w+ \s+ )? <NAMES> \b",
    # gave only his first name · identified himself only as A. · gave her name only as B.
    r"""
    \b (?: g(?:ave|iving|iven) | us(?:ed|ing) | provid(?:ed|ing) | identif(?:ied|ying) ) \s+
    (?: (?:him|her|them)sel\w+ \s+ )? (?: only \s+ )? (?: by \s+ )? (?: just \s+ )?
    (?: his | her | their | a | one ) \s+
    (?: first | given | nickname | nom \s+ de \s+ guerre | pseudonym | alias | initials? | single ) \b
    (?: [\s-]* (?: names? | initials? ) )?
    """,
    r"""
    \b (?: g(?:ave|iving|iven) | identif(?:ied|ying) ) \s+ (?: (?:him|her|them)sel\w+ | <THEIR> \s+ names? ) \s+
    only \s+ (?: as | by ) \s+ [\w.’'-]+
    """,
    # was not authorised to speak to the press · none of them were allowed to comment
    r"""
    \b (?: (?: was | were | is | are ) (?: \s+ not | n[o’']t ) | not
      | (?: none | neither | nobody ) \b [^,.;]{0,30}? \b (?: was | were | is | are ) ) \s+
    (?: \w+ly \s+ )? <ALLOWED> \s+ to \s+ (?: <SPEAK> | be \s+ (?: named | quoted | identified ) ) \b
    """,
    # because she lacked authorisation · who had no authorisation
    r"""
    \b (?: (?: because | as | since ) \s+ (?: he | she | they | the \s+ \w+ ) | who ) \s+
    (?: lacked | did \s* <NOT> \s+ have | had \s+ no ) \s+ (?: \w+ \s+ )? authori[sz]ation
    """,
    # under ground rules set by the ministry · under the rules of the briefing
    r"""
    \b under \s+ (?: the \s+ )? (?: [\w-]+ \s+ ){0,3}? rules \s+
    (?: of | that | which | for | \w+ing | \w+ed | set ) \b [^,.;:"“”]*
    """,
)


def _whole(pattern: str) -> str:
    """The pattern with its named parts put in, parts within parts too."""
    while "<" in (stripped := re.sub(r"\(\?<[=!]", "", pattern)) and re.search(r"<[A-Z]+>", stripped):
        pattern = re.sub(r"<([A-Z]+)>", lambda match: PARTS[match[1]], pattern)
    return pattern


TRIGGER = re.compile("|".join(f"(?:{_whole(phrase)}\n)" for phrase in PHRASES), re.VERBOSE | re.IGNORECASE)

HINT = re.compile(
    r"anonym|nam|identi|quot|authori|allow|permit|entitled|cleared|withh|record|background|rules|used|cited|gave",
    re.IGNORECASE,
)
"""No phrase is without one of these: most sentences need no closer look."""

REASON = re.compile(
    r"""
    \s* ,? \s* (?: and \s+ )? \b
    (?: because | since | given | due\ to | owing\ to | out\ of | for\ fear | fearing | afraid | citing | saying | lest
      | amid
      | as\ (?= he|she|they|the|it|no|details|talks|negotiations|discussions )
      | to\ (?: discuss | describe | talk | speak | share | avoid | protect | disclose | address | comment | provide
        | preview )
      | for\ (?: security | safety | legal | privacy | \w+\ reasons
        | \w+\ (?:own\ )?(?: safety | security | protection ) )
      | in\ order\ to | in\ line\ with | in\ keeping\ with | under | ahead\ of | before | until | pending
      | so\ (?: that | as | they | he | she ) | while | when | in\ (?: discussing | describing ) | discussing
      | describing | over
    ) \b (?: (?! ,? \s* \b (?: said | says | told | added | but ) \b ) [^.;"“”] )*
    """,
    re.VERBOSE | re.IGNORECASE,
)
GAP = re.compile(
    r"""
    (?: , \s+ \w+ (?= ,) )? [^.,;"“”]{0,40}?      # "his first name, Omar, because" · "be named in this report because"
    (?= ,? \s (?: because | citing | due\ to
      | for\ (?: fear | security | safety | (?:his|her|their)\ (?:own\ )?(?:safety|security) )
      | given | fearing | since\ they | under | as\ (?:he|she|they) ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Forty characters: a guess, not yet measured; reports annotated for anonymity would measure it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A phrase of anonymity with its reason, and the grounds that the two give."""

    span: Span
    grounds: str


@lru_cache(maxsize=64)  # each source of a report asks the same of its sentence and those near by
def hidden(text: str, within: Span) -> tuple[Hidden, ...]:
    """
    Every phrase of anonymity in a stretch of text.

    >>> text = "A clerk who asked not to be named for fear of reprisals said so."
    >>> [(text[h.span.start : h.span.end], h.grounds) for h in hidden(text, Span(start=0, end=len(text)))]
    [('asked not to be named for fear of reprisals', 'safety')]
    """
    if HINT.search(text, within.start, within.end) is None:
        return ()
    found = []
    at = within.start
    while match := TRIGGER.search(text, at, within.end):
        end = match.end()
        tail = REASON.match(text, end, within.end)
        if tail is None and (gap := GAP.match(text, end, within.end)):
            tail = REASON.match(text, gap.end(), within.end)
        end = len(text[: tail.end() if tail else end].rstrip(" ,;\n\u00a0"))
        found.append(Hidden(span=Span(start=match.start(), end=end), grounds=grounds_of(text[match.start() : end])))
        at = max(end, match.end())
    return tuple(found)
