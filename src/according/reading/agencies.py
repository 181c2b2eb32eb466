"""
News and photograph agencies by the names that credit lines use, and the words for those nobody names.

From the member lists of the European Alliance of News Agencies, OANA and FANA, and from the services
that papers in English print most. A name that is missing here is not credited, unless the line says
"agency" or "Source:"; a case in `tests/cases/reading/credits.toml` shows how to add one.
"""

from __future__ import annotations

import re

# One name a comma; names that another begins with stand behind it, so that "Anadolu Agency" is not cut.
WORLD = """
    Thomson Reuters Foundation, Thomson Reuters, Reuters, REUTERS, The Associated Press, Associated Press, AP,
    Agence France-Presse, Agence France Presse, AFP, United Press International, UPI, Bloomberg News, Bloomberg,
    Dow Jones Newswires, Dow Jones
"""
EUROPE = """
    Deutsche Presse-Agentur, dpa, DPA, PA Media, PA Wire, PA, Press Association, Agencia EFE, EFE, Europa Press, ANSA,
    Adnkronos, AGI, LUSA, Lusa, Belga, ANP, APA, TT, NTB, Ritzau, STT, PAP, ČTK, CTK, MTI, Agerpres, Mediafax, BTA,
    Tanjug, FoNet, HINA, STA, ANA-MPA, ITAR-TASS, TASS News Agency, TASS, Interfax-Ukraine, Interfax, RIA Novosti, RIA,
    Sputnik, Ukrinform, UNIAN, BelTA, Armenpress, Azertac, Kazinform, Baltic News Service, BNS
"""
MIDDLE_EAST_AND_AFRICA = """
    Anadolu Agency, Anadolu Ajansı, Anadolu, AA, Demirören News Agency, Doğan News Agency, DHA, İHA, IHA, IRNA, ISNA,
    Mehr News Agency, Mehr, Fars News Agency, Fars, Tasnim News Agency, Tasnim, MNA, SANA, NINA, INA, Petra, WAFA,
    Ma'an News Agency, Ma'an, WAM, SPA, KUNA, QNA, BNA, ONA, MENA, NNA, LANA, TAP, APS, MAP, SABA, SUNA, Aswat Masriya,
    NAN, GNA, SAPA, PANA
"""
ASIA_AND_PACIFIC = """
    Xinhua News Agency, Xinhua, Kyodo News, Kyodo, Jiji Press, Jiji, Yonhap News Agency, Yonhap, KCNA, CNA, Bernama,
    Antara, VNA, Press Trust of India, PTI, IANS, ANI, UNI, APP, BSS, AAP
"""
AMERICAS = "The Canadian Press, Canadian Press, Prensa Latina, Andina, Télam, Telam, Agência Brasil, Agencia Brasil"
PHOTOGRAPHS = """
    Getty Images, Getty, EPA-EFE, EPA, European Pressphoto Agency, ZUMA Press, ZUMA Wire, ZUMA, SIPA USA, SIPA, Sipa,
    Abaca, NurPhoto, Polaris, Corbis, Shutterstock, Alamy, Magnum Photos, Magnum, Ruptly
"""
NAMES = tuple(
    " ".join(name.split())
    for part in (WORLD, EUROPE, MIDDLE_EAST_AND_AFRICA, ASIA_AND_PACIFIC, AMERICAS, PHOTOGRAPHS)
    for name in part.split(",")
)

AGENCY = re.compile(
    rf"""
    (?<! \w ) (?<! ,\ (?=PA\b) )                     # "Pittsburgh, PA" is in Pennsylvania
    (?! (?: Petra | Antara | Lusa | Andina | Fars | Mehr | Magnum | Polaris ) \s+ [A-Z] (?! ews|gency ) )  # Petra Doe
    (?: {"|".join(re.escape(name) for name in NAMES)}
      | (?: [A-Z][\w.'’-]* \s ){{1,4}} (?: News | Press | Wire ) \s (?: Agency | Service | Association )
      | (?: [A-Z][\w.'’-]* \s ){{1,4}} (?: Newswire | (?: Media | News ) \s Wire )     # Gazette Media Wire
      | (?<= / ) [A-Z]{{2,6}} (?= \s* (?: $ | [/)\]] ) )                               # Jane Doe/ANS
    )
    (?! \w | ['’][a-rt-z] )
    """,
    re.VERBOSE,
)

UNNAMED = re.compile(
    r"""
    (?: (?P<first> \w [\w.&'’ -]{0,60}? ) (?: \s* [,/+] \s* | \s+ (?i: and | with | & ) \s+ ) )?
    (?: (?i: news | wire | other | foreign | international | various ) \s+ )*
    (?: agencies | AGENCIES | Agencies
      | (?: news | wire | press | News | Wire ) \s+ (?: agency | services? | Services | reports | Reports )
      | newswires? | wires )
    (?! \w )
    """,
    re.VERBOSE,
)
"""Agencies nobody names: "agencies", "Gazette Online and agencies", "wire services"."""


NO_OUTLET = re.compile(r"\b(?:in\s+(?-i:[A-Z])|staff\b|correspondents?\b|reporters?\b|inputs?\b)", re.IGNORECASE)
"""Who stands beside unnamed agencies and is no outlet: "Jane Doe in Athens and agencies", "staff and agencies"."""


def named(text: str) -> tuple[tuple[int, str], ...]:
    """
    The agencies in a piece of text that is a credit, as written, with their places.

    >>> named("Jane Doe/AFP/Getty Images")
    ((9, 'AFP'), (13, 'Getty Images'))
    >>> named("Gazette Online and agencies")
    ((0, 'Gazette Online and agencies'),)

    With an agency that is known beside them, the others are only its company:

    >>> named("Reuters and agencies")
    ((0, 'Reuters'), (12, 'agencies'))
    >>> named("Photograph taken by the mayor's office")
    ()
    """
    found = [(match.start(), match[0]) for match in AGENCY.finditer(text)]
    unnamed = UNNAMED.search(text)
    if unnamed is None or any(unnamed.end() == at + len(name) for at, name in found):
        return tuple(found)
    if unnamed["first"] and not AGENCY.search(unnamed["first"]) and not NO_OUTLET.search(unnamed["first"]):
        return ((unnamed.start(), unnamed[0].strip()), *(each for each in found if each[0] >= unnamed.end()))
    words = _alone(unnamed)
    return tuple(sorted([*found, (unnamed.end() - len(words), words)]))


def _alone(unnamed: re.Match[str]) -> str:
    """The words for the unnamed agencies, without who stands beside them."""
    return re.sub(r"^[\s,/+&]*(?:(?:and|with)\s+)?", "", unnamed[0][len(unnamed["first"] or "") :])


def of_byline(text: str) -> tuple[str, ...]:
    """
    The agencies of a byline; who stands beside unnamed ones is a person there, and no outlet.

    >>> of_byline("Jane Doe in Athens and agencies"), of_byline("Jane Doe, Reuters"), of_byline("Jane Doe")
    (('agencies',), ('Reuters',), ())
    """
    known = tuple(match[0] for match in AGENCY.finditer(text))
    unnamed = UNNAMED.search(text)
    if unnamed is None or known:
        return known
    return (_alone(unnamed),)
