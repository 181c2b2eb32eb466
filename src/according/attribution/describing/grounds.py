"""
The grounds of a phrase of anonymity: why somebody is not named, as far as the phrase tells.

"On condition of anonymity" is a ground only for want of a better one: where the reason follows
("because they feared for their safety"), the reason is the ground.
"""

from __future__ import annotations

import re

GROUNDS = (
    (
        "safety",
        r"""
        fear(?:s|ed|ing|ful)? \b | safety | \b safe \b | security\ (?:reasons|concerns|fears|grounds) | for\ security
      | repris | retaliat | retribution | reveng | persecut | \b arrest | (?:his|her|their)\ (?:life|lives) \b | danger
      | threat | afraid | protect (?:\ (?:his|her|their|the)) | protection\ of\ | punish | backlash | harm | scared
      | \b risks? \b | repercussion | losing\ (?:his|her|their)\ jobs? | targeted | intimidat | harass
    """,
    ),
    (
        "ahead-of-announcement",
        r"""
        ahead\ of | in\ advance | embargo | unannounced | preview | yet\ to\ be | has\ yet\ to
      | (?:not|n[o’']t)\ (?:yet\ )?been\ made
      | before \b .* (?: announc | publi[cs] | made\ public | release | statement | official | report | decision )
      | n (?:ot|[o’']t) \ (?:yet\ )? (?:been\ )? (?: (?:publicly|officially|formally) \ )?
        (?: announced | public \b | made\ public | released | published | finali[sz]ed | official )
      | pending\ (?:an\ |the\ )? (?: (?:official|formal|public) \ )? (?: announce | release | publi )
      | until \b .* (?: announce | public | release | publish )
    """,
    ),
    (
        "ongoing-investigation",
        r"""
        investigation | \b probe \b | inquir | enquir | legal\ proceedings | court\ case | litigation
      | (?:pending|ongoing)\ (?:criminal\ )? (?:case|trial)
    """,
    ),
    (
        "not-authorised",
        r"""
        authori[sz] | (?:not|n[o’']t)\ (?:allowed|permitted|cleared|entitled|supposed|empowered) | permission
      | (?: none | neither | nobody )\b .* (?:allowed|permitted|cleared) | barred\ from | forbid
      | forbad | prohibit | lacked | no\ mandate
    """,
    ),
    (
        "briefing-rules",
        r"""
        ground\ rules | briefing\ rules | (?: conditions? | terms )\ (?: set | imposed | of\ the\ (?:brief|call) )
      | \b rules \b | brief(?:ed|ing)\ reporters | \b background \b | off\ the\ record | in\ (?:line|keeping)\ with
      | \b (?: protocol | policy | policies | regulations? | custom | customary | practice | convention ) \b
    """,
    ),
    (
        "private-deliberations",
        r"""
        deliberat | internal | private \b | privately | confidential | closed[\s-]door | behind[\s-]the[\s-]scenes
      | negotiation | discussions? \b | \b talks \b | personnel | non-?public | conversations | strategy | planning
      | \b plans \b
    """,
    ),
    (
        "sensitivity",
        r"""
        sensitiv | delicate | delicacy | classified | secre | controvers | diplomatic | politic | nature\ of\ the
      | topic
      | \b subject \b | intelligence | contentious | candid | frank
    """,
    ),
)
"""In the order of precedence where two begin at one word; else the one told first stands. A convention of ours."""

SEARCHES = tuple((ground, re.compile(pattern, re.VERBOSE | re.IGNORECASE | re.DOTALL)) for ground, pattern in GROUNDS)

OPENING = re.compile(
    r"""
    \b (?: because | citing | since | due\ to | owing\ to | for\ fear | fearing | afraid | given | lest
      | as\ (?:he|she|they|the) | for\ \w+\ reasons ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Where the reason proper begins: what stands after it goes before what stands ahead of it."""

CONDITION = re.compile(
    r"""
    \b (?: condition | terms? | cover | basis | promise | guarantee | assurance | anonymity )s? \b   # on condition
  | ^ (?: ask | request | wish | want | prefer | insist | demand | declin | refus | seek | sought    # asked not to be
      | did | do | would | unwilling | reluctant | chose | choos )
""",
    re.VERBOSE | re.IGNORECASE,
)
"""The source made it a condition; else the name is only missing: withheld, a first name. A convention of ours."""


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
    opened = OPENING.search(phrase)
    for stretch in (phrase[opened.start() :], phrase) if opened else (phrase,):
        found = [(match.start(), n) for n, (_, search) in enumerate(SEARCHES) if (match := search.search(stretch))]
        if found:
            return SEARCHES[min(found)[1]][0]
    return "condition-of-anonymity" if CONDITION.search(phrase) else "none-given"
