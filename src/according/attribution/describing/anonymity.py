"""
Why a source is not named: the phrase that says so, and its grounds.

"On condition of anonymity" is a ground only for want of a better one: where the reason follows
("because they feared for their safety"), the reason is the ground. The phrase is looked for in the
source's own words, in its sentence, and in sentences near by that plainly speak of the same people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.attribution.describing.lexicon import PERSONS, Term, terms
from according.attribution.describing.phrase import Phrase
from according.records import Anonymity, Span, Spans

NOT_NAMED = r"""
    (?: (?:be|being|been|to\ be|is|are|was|were|remain|stay|he|she|they|should\ (?:he|she|they)|could|would|will|must|may|can) \s+ ){0,4}
    (?: not | n[o’']t | never | un ) \s* -? \s* (?: to\ )? (?: be\ )? (?: further\ |publicly\ |otherwise\ |fully\ )?
    (?: named | identified | quoted (?: \s+ by \s+ name )? | name[sd]? | identif\w+ | using \s+ (?:his|her|their) \s+ names? | quote[sd]? | cited )
"""

TRIGGER = re.compile(
    rf"""
    \b (?: on | under | upon ) \s+ (?: the \s+ | a )? \s* (?: strict \s+ )? (?: condition | terms? | cover | promise | guarantee | assurance | basis )s? \s+
        (?: of | that | should | (?= he\b | she\b | they\b | (?:his|her|their)\b | it\b ) | \w+ \s+ (?= not\b ) )  # on condition of anonymity
        [^,.;:"“”]{{0,60}}? (?: anonymity | {NOT_NAMED} | names? \s+ (?: not | be \s+ withheld | would \s+ not | was \s+ not | were \s+ not ) [^,.;]* )
  | \b (?: spoke | speaking | speak | talking | talked | said | commenting ) \s+ anonymously \b                        # spoke anonymously
  | \b (?: request(?:ed|ing|s)? | ask(?:ed|ing|s)? \s+ for | s(?:ought|eeking|eek) | demand(?:ed|ing) | insist(?:ed|ing) \s+ on | grant(?:ed|ing)? | given | want(?:ed|ing) | requir(?:ed|ing) | preferr(?:ed|ing) )
        \s+ (?: \w+ \s+ )? anonymity \b                                                                             # requested anonymity
  | \b (?: ask(?:ed|ing|s)? | request(?:ed|ing|s)? | wish(?:ed|ing|es)? | want(?:ed|ing|s)? | prefer(?:red|ring|s)? | insist(?:ed|ing) (?:\s+on)? )
        \s+ (?: that \s+ )? (?: (?:his|her|their|the) \s+ (?:full \s+ |last \s+ |real \s+ |sur)? (?:name|identit)\w* \s+ )? {NOT_NAMED}   # asked not to be named
  | \b (?: ask(?:ed|ing|s)? | want(?:ed|ing|s)? | prefer(?:red|ring|s)? | request(?:ed|ing|s)? | wish(?:ed|ing|es)? | cho(?:se|osing) ) \s+ (?: to \s+ (?: remain | stay | be ) | being ) \s+ (?: anonymous | unnamed | unidentified ) \b   # asked to remain anonymous
  | \b (?: declin(?:ed|ing|es) | refus(?:ed|ing|es) | d(?:id|o|oes) \s* n[o’']t \s+ (?:want|wish|care) | would \s* n[o’']t | unwilling | reluctant )
        \s+ (?: to \s+ )? (?: be \s+ )? (?: further \s+ |publicly \s+ )?
        (?: named | identified | quoted | (?:give|reveal|disclose|provide|use|have|share|publish) \s+ (?:his|her|their) \s+ (?: \w+ \s+ )? (?: names? | identit\w+ )
          | [^,.;]{{0,20}} (?: identified | named ) )                                                              # declined to be identified
  | \b (?: (?: can | could | may | might | must | should | would | will ) \s* (?: not | n[o’']t )
        \s+ (?: be \s+ )? (?: further \s+ |publicly \s+ )? (?: named | identified | quoted \s+ by \s+ name ) )               # could not be named
  | \b (?: whose | (?:his|her|their) ) \s+ (?: full \s+ |real \s+ |last \s+ )? (?: names? | identit(?:y|ies) ) \s+ (?: \w+ \s+ ){{0,3}}?
        (?: withheld | not \s+ (?: \w+ \s+ )? (?: disclosed | revealed | published | used | given | released | made \s+ public ) | concealed | protected | changed | kept \s+ secret )   # whose name was withheld
  | \b (?: names? | identit(?:y|ies) ) \s+ (?: was|were|is|are|has\ been|have\ been|being )? \s* withheld \b
  | \b withh(?:eld|olding|old) \s+ (?:his|her|their|the) \s+ (?: \w+ \s+ )? (?: names? | identit\w+ ) \b
  | \b (?: g(?:ave|iving|iven) | us(?:ed|ing) | provid(?:ed|ing) | identif(?:ied|ying) | known ) \s+ (?: (?:him|her|them)sel\w+ \s+ )? (?: only | just | by )? \s* (?: as \s+ | by \s+ )?
        (?: only \s+ )? (?: (?:his|her|their|a) \s+ ) (?: first | given | nick | nom \s+ de \s+ guerre | pseudonym | alias | last | sur | one )[\w-]* \s* (?: names? | initials? )?   # gave only his first name
  | \b (?: was | were | is | are ) \s+ not \s+ (?: authori[sz]ed | allowed | permitted | cleared | entitled ) \s+ to \s+ (?: speak | talk | brief | comment | discuss | give | disclose | address | release | be \s+ (?:named|quoted|identified) )
  | \b (?: because | as | since | for ) \s+ (?: he | she | they | the \s+ \w+ ) \s+ (?: lacked | did \s* n[o’']t \s+ have | had \s+ no ) \s+ (?: \w+ \s+ )? authori[sz]ation
  | \b not \s+ (?: authori[sz]ed | allowed | permitted | cleared ) \s+ to \s+ (?: speak | talk | brief | comment | discuss ) [^,.;]{{0,30}} (?: publicly | media | press | reporters | journalists | record )
  | \b under \s+ (?: the \s+ )? (?: \w+ \s+ ){{0,3}}? (?: ground \s+ rules | briefing \s+ rules | rules ) \s+ (?: set | of | that | which | imposed | requiring | for )  # under ground rules set by
  | \b (?: on | for ) \s+ (?: deep \s+ )? background \b (?! \s+ of )
  | \b (?: spoke | speaking | talked | said ) \s+ (?: \w+ \s+ ){{0,3}}? off \s+ the \s+ record \b
""",
    re.VERBOSE | re.IGNORECASE,
)

REASON = re.compile(
    r"""
    \s* ,? \s* (?: and \s+ )? (?:
        because | as\ (?= he|she|they|the|it|no|details|talks|negotiations|discussions ) | since | given | due\ to | owing\ to | out\ of | for\ fear | fearing | afraid | citing
      | saying | to\ (?: discuss | describe | talk | speak | share | avoid | protect | disclose | address | comment | provide | preview ) | for\ (?: security | safety | legal | privacy | \w+\ reasons )
      | in\ order\ to | in\ line\ with | in\ keeping\ with | under | ahead\ of | before | until | pending | so\ (?: that | as | they | he | she ) | while | until | when | in\ discussing | in\ describing | discussing | describing | out\ of\ concern | over | lest | amid | so\ that
    ) \b (?: (?! ,? \s* (?: said | says | told | added | but | that\ he\ said ) \b ) [^.;"“”] )*
""",
    re.VERBOSE | re.IGNORECASE,
)

GROUNDS = (
    ("safety", r"fear(?:s|ed|ing|ful)?\b | safety | \bsafe\b | security\ (?:reasons|concerns|fears|grounds) | for\ security | repris | retaliat | retribution | reveng | persecut | \barrest | their\ lives | (?:his|her)\ life | danger | threat | afraid | protect (?:ion\ of|ing)?\ (?:his|her|their|the) | punish | backlash | harm | scared | \brisks?\b | repercussion | losing\ (?:his|her|their)\ jobs? | targeted | intimidat | harass"),
    ("ahead-of-announcement", r"ahead\ of | before \b .* (?:announc | publi[cs] | made\ public | release | statement | official | report | decision) | not\ (?:yet\ )?(?:been\ )?(?:(?:publicly|officially|formally)\ )?(?:announced|public\b|made\ public|released|published|finali[sz]ed|official) | in\ advance | pending\ (?:an|the)?\ *(?:official\ |formal\ |public\ )?(?:announce|release|publi) | until\ .* (?:announce|public|release|publish) | preview | had\ not\ been\ made | yet\ to\ be | has\ yet\ to | embargo | unannounced"),
    ("ongoing-investigation", r"investigation | \bprobe\b | inquir | enquir | legal\ proceedings | court\ case | litigation | pending\ (?:case|trial) | ongoing\ (?:case|trial|criminal)"),
    ("not-authorised", r"authori[sz] | not\ allowed | n[o’']t\ allowed | not\ permitted | n[o’']t\ permitted | not\ cleared | permission | not\ entitled | barred\ from | forbid | prohibit | in\ line\ with\ (?:\w+\ )?(?:policy|protocol) | not\ supposed | not\ empowered | (?:company|department\w*|institutional|ministry|government|military|agency|protocol|house)\ (?:policy|rules|regulations|protocol)"),
    ("briefing-rules", r"ground\ rules | briefing\ rules | rules\ (?:set|of|that|which|imposed|for) | (?:conditions?|terms)\ (?:set|imposed|of\ the\ brief) | brief(?:ed|ing)\ reporters | background | (?:conditions|terms)\ of\ the\ (?:call|brief)| off\ the\ record | (?:protocol|policy|custom|customary|practice|convention)\b | in\ (?:line|keeping)\ with"),
    ("private-deliberations", r"deliberat | internal | private\b | privately | confidential (?:\w+)?\ (?:talk|discuss|negot|convers|meeting|deliberat|matter|information|deal|document) | closed[\s-]door | behind[\s-]the[\s-]scenes | negotiation | discussions? \b | \btalks\b | personnel | confidential | non-public | conversations | strategy | planning | \bplans\b"),
    ("sensitivity", r"sensitiv | delicate | delicacy | classified | secre | controvers | diplomatic | politic | nature\ of\ the | topic | subject | intelligence | contentious | candid | frank"),
)  # fmt: skip
SEARCHES = tuple((ground, re.compile(pattern, re.VERBOSE | re.IGNORECASE | re.DOTALL)) for ground, pattern in GROUNDS)

CONDITION = re.compile(
    r"""
    \b (?: condition | terms? | cover | basis | promise | guarantee | assurance | anonymity )s? \b   # on condition of anonymity
  | ^ (?: ask | request | wish | want | prefer | insist | demand | declin | refus | seek | sought | did | do | would | unwilling | reluctant ) # asked not to be named
""",
    re.VERBOSE | re.IGNORECASE,
)
"""The source made it a condition. Else the name is only missing: withheld, a first name, "anonymous". A convention of ours."""

BARE = re.compile(r"\b (?: anonymous | unnamed | unidentified | undisclosed | unspecified ) \b", re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A phrase of anonymity: where the trigger begins, the whole with its reason, and the grounds."""

    start: int
    span: Span
    grounds: str


def reasons(text: str, within: Span) -> Iterator[Reason]:
    """Every phrase of anonymity in a stretch of text, with its grounds."""
    at = within.start
    while match := TRIGGER.search(text, at, within.end):
        end = match.end()
        tail = REASON.match(text, end, within.end) or _later_reason(text, end, within.end)
        if tail:
            end = tail.end()
        start, end = match.start(), len(text[:end].rstrip(" ,;\n\u00a0"))
        yield Reason(start=start, span=Span(start=start, end=end), grounds=grounds_of(text[start:end]))
        at = max(end, match.end())


def _later_reason(text: str, start: int, end: int) -> re.Match[str] | None:
    """A reason after a few more words: "to be named in this report because ..."."""
    gap = re.compile(r"[^.,;\"“”]{0,40}?(?=,?\s(?:because|citing|due to|for fear|given|fearing|for security|since they|as they|as he|as she|under)\b)", re.IGNORECASE).match(text, start, end)
    return REASON.match(text, gap.end(), end) if gap else None


def grounds_of(phrase: str) -> str:
    """
    The grounds that a phrase of anonymity gives, the more specific before the general.

    >>> grounds_of("on condition of anonymity because they feared for their safety")
    'safety'
    >>> grounds_of("on condition of anonymity")
    'condition-of-anonymity'
    >>> grounds_of("declined to be named"), grounds_of("whose name was withheld")
    ('condition-of-anonymity', 'none-given')
    """
    opened = re.search(r"\b(?:because|citing|since|due to|owing to|for fear|fearing|afraid|given|as (?:he|she|they|the)|for \w+ reasons|lest)\b", phrase, re.IGNORECASE)
    for stretch in ((phrase[opened.start() :], phrase) if opened else (phrase,)):
        found = [(match.start(), number, ground) for number, (ground, search) in enumerate(SEARCHES) if (match := search.search(stretch))]
        if found:
            return min(found)[2]
    return "condition-of-anonymity" if CONDITION.search(phrase) else "none-given"
