"""
Datelines: the "ANKARA, June 3 (Reuters) -" that opens a wire report.

The place is kept as written, with its country or state. A date without year is completed from the
date of publication and is unknown without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.reading.agencies import named
from according.reading.dates import FULL_DATE, MONTH, WEEKDAY, date_of, nearest_year
from according.records import Dateline, Span
from according.world.months import MONTHS

CAPITALS = r"[A-ZÀ-ÞĀ-ŽĞİŞ][A-ZÀ-ÞĀ-ŽĞİŞ.'’-]*"
NAME = r"[A-ZÀ-ÞĞİŞ][\w.'’-]*"

DATE = rf"{WEEKDAY}?(?:{MONTH}\s*\d{{1,2}}(?:,?\s*\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?)"
"""The date of a dateline: "June 3", "3 June 2016", "Sunday, June 3"."""

OPENING = re.compile(
    rf"""
    (?P<place>
        (?P<capitals>                                                        # NEW YORK, CAIRO/BEIRUT, DEIR AL-ZOR
            {CAPITALS} (?! \w )
            (?: (?: [ ]? / [ ]? | [ ] (?: (?: and | & | de | of | el | al ) [ ] )? ) {CAPITALS} (?! \w ) ){{0,4}}
        )
        (?: ,[ ] (?! {MONTH} | {WEEKDAY} ) {NAME} (?: [ ] {NAME} ){{0,3}} ){{0,2}}   # , N.Y. or , Afghanistan
      | (?P<mixed> {NAME} (?: [ /] {NAME} ){{0,3}} (?: ,[ ] (?! {MONTH} ) {NAME} (?: [ ] {NAME} )? )? )   # Beirut
    )?
    (?: [,.]? \s* (?P<date> {DATE} ) )?
    [.,]? \s*
    (?P<agency>
        \( [^()]{{2,45}} \)                                                  # (Reuters)
      | \[ [^\[\]]{{2,45}} \]
      | /+ \s? [^/]{{2,35}}? \s? /+ \.?                                       # /TASS/.
      | (?: , \s* )? [A-Z]{{2,6}} (?= \s* [-–—―] )                           # , SANA -
    )?
    \s* (?P<dash> [-–—―_]{{1,3}} | : )? \s*
    """,
    re.VERBOSE,
)

# Words in capitals that open a report without being a place; from headline conventions of wire
# services ("FACTBOX", "UPDATE 1"), of picture desks ("FILE") and of broadcasters' pages ("WATCH").
CATCHWORDS = """
    ABSTRACT ADVISORY ALERT ANALYSIS AUDIO BLOG BREAKING BRIEF BULLETIN CLARIFICATION COLUMN COMMENT COMMENTARY
    CORRECTED CORRECTION DEVELOPING EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE FILE FLASH FOCUS GRAPHIC HANDOUT
    INSIGHT INTERVIEW KEY LETTER LISTEN LIVE MAP MORE NEW NEWS NOTE OBITUARY OPINION PHOTO PHOTOS PICTURES POLL POLITICS
    PROFILE Q QUESTION QUOTE QUOTES READ RECAP REFILE REPORT REPEAT REVIEW SCOREBOARD SPECIAL SPORT SPORTS SUMMARY
    TIMELINE TOPLINE TRANSCRIPT TRIBUTE UPDATE UPDATED UPDATES URGENT VIDEO WARNING WATCH WEATHER WORLD WRAPUP
    A AN I THE FULL TEXT BODY HEADLINE BYLINE DATELINE SOURCE NATO UN EU US USA UK WHO OPEC IAEA ISIS IS ISIL
"""
NO_PLACES = frozenset(CATCHWORDS.split())

SIGNED = re.compile(r"\(([A-Z]{3,6}(?: [A-Z]{2,4})?)\)")
"""An agency that no list has, or an outlet, that signs its datelines: "(ANS)", "(WKRN)", "(CBS SF)"."""

SHORTEST_BEFORE_COLON = 5
"""Letters; "NYPD: Two hurt" is a speaker, "LAHORE: ..." a place. A guess that loses LIMA and KYIV with a colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A dateline as it stands: where it ends with its dash, its parts, and the agencies it names."""

    start: int
    end: int
    place: str | None
    date_words: str | None
    agencies: tuple[tuple[int, str], ...]


def opening(text: str, start: int = 0, end: int | None = None) -> Opening | None:
    """
    The dateline at `start` of `text`, or None.

    >>> found = opening("ANKARA, June 3 (Reuters) - Turkey will reopen the crossing.")
    >>> found.place, found.date_words, found.agencies, found.end
    ('ANKARA', 'June 3', ((16, 'Reuters'),), 26)
    >>> opening("HEMPSTEAD, N.Y. — The debate began.").place
    'HEMPSTEAD, N.Y.'
    >>> opening("BREAKING: The debate began.")
    >>> opening("Turkey (population 80 million) - the largest of them - agreed.")
    """
    stop = len(text) if end is None else end
    found = OPENING.match(text, start, min(stop, start + 160))
    if found is None:
        return None
    agencies = _agencies(found)
    place = found["place"]
    if found.end() >= stop and not (place and found["agency"]):
        return None
    if found["dash"] is None and not (found["agency"] or "").startswith("/"):
        return None
    if not _believable(found, place, agencies):
        return None
    return Opening(
        start=start,
        end=start + len(text[start : found.end()].rstrip()),
        place=_place(place),
        date_words=found["date"] or _bracketed_date(found["agency"]),
        agencies=agencies,
    )


def element(text: str, start: int, end: int) -> Opening:
    """
    The dateline that fills an element of its own, as NITF and NewsML-G2 have it.

    >>> found = element("Karsava, Latvia, March 5 (Reuters)", 0, 34)
    >>> found.place, found.date_words, found.agencies
    ('Karsava, Latvia', 'March 5', ((26, 'Reuters'),))
    """
    words = text[start:end]
    dated = re.search(DATE, words)
    stop = dated.start() if dated else len(re.split(r"[(/[]|\s[-–—]", words)[0])
    return Opening(
        start=start,
        end=end,
        place=_place(words[:stop].rstrip(" ,.-–—")),
        date_words=dated[0].strip() if dated else None,
        agencies=tuple((start + at, name) for at, name in named(words)),
    )


def _bracketed_date(words: str | None) -> str | None:
    """The date that stands where the agency would: "KARSAVA, Latvia (March 5, 2019) -"."""
    dated = re.match(rf"[(/\[]\s*({DATE})\s*[)/\]]", words or "")
    return dated[1] if dated else None


def _agencies(found: re.Match[str]) -> tuple[tuple[int, str], ...]:
    """The agencies in a dateline's brackets or slashes, with their places in the text."""
    if not found["agency"]:
        return ()
    start = found.start("agency")
    known = named(found["agency"])
    signed = None if known else SIGNED.fullmatch(found["agency"])
    return ((start + 1, signed[1]),) if signed else tuple((start + at, name) for at, name in known)


def _believable(found: re.Match[str], place: str | None, agencies: tuple[tuple[int, str], ...]) -> bool:
    """
    Whether a match is a dateline and not a sentence that opens like one.

    A place in capitals and a dash or a colon are enough; a place in small letters, or none, needs
    an agency, or a date, beside it.
    """
    if place is None:
        return bool(agencies) and found["date"] is None
    if found["capitals"]:
        first = re.split(r"[ /]", found["capitals"])
        if all(word.strip(".'’-") in NO_PLACES for word in first) or len(found["capitals"].strip(".")) < 3:
            return False
        if first[0] in NO_PLACES and not agencies and first[0] not in {"NEW", "THE"}:
            return False
        if found["agency"] and not agencies and found["agency"][0] not in "/(":
            return False
        colon = found["dash"] == ":" and len(found["capitals"]) >= SHORTEST_BEFORE_COLON
        spaced = colon or (found["dash"] not in {None, ":"} and _dash_stands_free(found))
        return spaced or bool(agencies)
    return bool(agencies) or (
        found["date"] is not None and found["dash"] not in {None, ":"} and _dash_stands_free(found)
    )


def _dash_stands_free(found: re.Match[str]) -> bool:
    """Whether the dash is one between words, not the hyphen of "AL-QAEDA" or "US-led"."""
    at = found.start("dash")
    return found["dash"] != "-" or (at > 0 and found.string[at - 1] in " )\t\xa0/") or found["agency"] is not None


def _place(words: str | None) -> str | None:
    """The place without the stop that Russian agencies put behind it; "N.Y." keeps its own."""
    if words is None:
        return None
    bare = words.strip(" ,/-")
    if not bare:
        return None
    return bare if re.search(r"\.\w{1,3}\.$|, \w+\.$", bare) else bare.rstrip(".")


def dateline(found: Opening, published: str | None) -> Dateline:
    """
    The record of a dateline; the year of "June 3" is the one nearest to the publication.

    >>> dateline(opening("ANKARA, June 3 (AFP) - It rained."), "2016-06-04").date
    '2016-06-03'
    >>> dateline(opening("ANKARA, June 3 (AFP) - It rained."), None).date
    """
    return Dateline(
        spans=(Span(start=found.start, end=found.end),),
        place=found.place,
        date=full_date_of(found) or _completed(found, published),
    )


def full_date_of(found: Opening) -> str | None:
    """The date that the dateline states with its year, or None."""
    match = FULL_DATE.search(found.date_words) if found.date_words else None
    return date_of(match) if match else None


def _completed(found: Opening, published: str | None) -> str | None:
    """The dateline's day and month in the year nearest to the publication; None when either is not known."""
    if not found.date_words or not published:
        return None
    day = re.search(r"\d{1,2}", found.date_words)
    month = re.search(MONTH, found.date_words, re.IGNORECASE)
    if not day or not month:
        return None
    return nearest_year(MONTHS[month[0].lower().rstrip(".")], int(day[0]), published)
