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
    (?! (?: Petra | Antara | Lusa | Andina | Fars | Mehr | Magnum | Polaris ) \s+ [A-Z] (?! ews|gency ) )   # Petra Schmidt took the picture
    (?: {"|".join(re.escape(name) for name in NAMES)} )
    (?! \w | ['’][a-rt-z] )
    """,
    re.VERBOSE,
)

UNNAMED = re.compile(
    r"""
    (?: (?P<first> \w [\w.&'’ -]{0,60}? ) (?: \s* [,/+] \s* | \s+ (?: and | with | & ) \s+ ) )?
    (?: (?: news | wire | other | foreign | international | various ) \s+ )*
    (?: agencies | (?: news | wire | press ) \s+ (?: agency | services? | reports ) | newswires? | wires )
    (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Agencies nobody names: "agencies", "Our Herald and agencies", "wire services"."""


def named(text: str) -> tuple[tuple[int, str], ...]:
    """
    The agencies in a piece of text that is a credit, as written, with their places.

    >>> named("Jane Doe/AFP/Getty Images")
    ((9, 'AFP'), (13, 'Getty Images'))
    >>> named("Our Herald and agencies")
    ((0, 'Our Herald and agencies'),)

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
    if unnamed["first"] and not AGENCY.search(unnamed["first"]):
        return ((unnamed.start(), unnamed[0].strip()), *(each for each in found if each[0] >= unnamed.end()))
    last = re.search(r"[\w]+(?:\s+\w+)?$", unnamed[0][len(unnamed["first"] or "") :].lstrip(" ,/+&"))
    words = re.sub(r"^(?:and|with)\s+", "", last[0]) if last else unnamed[0]
    return tuple(sorted([*found, (unnamed.end() - len(words), words)]))
