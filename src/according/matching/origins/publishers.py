"""Who printed a report and whose text it says it is: agencies under one name each, publishers by their family."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from urllib.parse import urlsplit

from according.matching.origins.words import folded
from according.records import Record

ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/(?=https?:)", re.IGNORECASE)
"""What an archive puts before the address of a page."""

SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
"""Second-to-last labels under which sites are registered where the last is a country: example.co.uk."""

TOLD = re.compile(
    r"""
    \b (?: told | tells | telling ) \s+ (?P<told> (?: the \s+ )? [A-Z][\w-]+ (?: [ -][A-Z][\w-]+ ){0,3} )
        # the mayor told Agence France-Presse
  | \b an? \s+ (?P<desk> (?: [A-Z][\w-]+ \s+ ){1,4} ) (?: journalist | correspondent | reporter | photographer ) \b
        # an AFP correspondent at the scene
  | \( (?P<dateline> (?: [Tt]he \s+ )? [A-Z][\w-]+ (?: [ -][A-Z][\w-]+ ){0,3} ) [^)]{0,40} \)
        \s* (?: [-–—] | $ | (?= [A-Z] ) )
        # LIMA (Reuters) - A bus ...
  | (?<= [.!?"”] ) \s* [-–—]{1,2} \s* (?P<ending> [A-Z][\w-]+ (?: [ -][A-Z][\w-]+ ){0,3} ) \s* $
        # the monitor said.--AFP
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Where a text says which agency's reporters wrote it. "Reuters reported" is a source, and no credit."""

LONGEST_BYLINE = 60
"""Characters of a person's name in a byline; what is longer is no name."""


@functools.cache
def _names(table: str) -> dict[str, str]:
    """Every name and host of `publishers.toml`, folded, with what it means."""
    tables = tomllib.loads(files(__package__).joinpath("publishers.toml").read_text(encoding="utf-8"))
    return {" ".join(folded(name)): meant for meant, names in tables[table].items() for name in (meant, *names)}


def agency(name: str) -> str | None:
    """
    The agency that a credit means, None where it is none that we know.

    >>> agency("Agence France-Presse"), agency("AP Photo"), agency("The Harbour Post")
    ('AFP', 'AP', None)
    """
    words = [word for word in folded(name) if word not in {"photo", "photos", "file", "via", "news"}]
    for size in range(min(len(words), 5), 0, -1):
        found = _names("agencies").get(" ".join(words[:size]))
        if found and (size > 1 or name.strip()[:1].isupper() or len(words) == 1):
            return found
    return None


def host(url: str) -> str:
    """
    The site of an address as it is registered, out of an archive's where need be.

    >>> host("https://web.archive.org/web/20160304/http://www.news.example.co.uk:80/world/1?a=2")
    'example.co.uk'
    """
    labels = (urlsplit(ARCHIVED.sub("", url)).hostname or "").split(".")
    registered = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-registered:])


def family(record: Record) -> str | None:
    """The newsroom behind a report: that of its address, else that of its publisher's name; None when not known."""
    report = record.report
    site = host(report.url) if report.url else ""
    for name in (site, report.publisher or ""):
        words = " ".join(folded(name))
        known = _names("families").get(words) or _names("agencies").get(words)
        if known:
            return known
    return site or " ".join(folded(report.publisher or "")) or None


def credits_of(record: Record) -> tuple[str, ...]:
    """The agencies whose text a report is or takes from: its credits, its byline, and whom its sources told."""
    report = record.report
    named = [*report.credits, report.byline or "", report.publisher or ""]
    named += [match[match.lastgroup or 0] for match in TOLD.finditer(report.text)]
    found = {agency(name) for name in named if name}
    if report.url:
        found.add(_names("agencies").get(" ".join(folded(host(report.url)))))
    return tuple(sorted(name for name in found if name))


def authors(record: Record) -> tuple[str, ...]:
    """The persons of a byline, folded: "by ana lopes and jan vik" is two; none where it names an agency alone."""
    byline = re.sub(r"^\s*by\s+", "", record.report.byline or "", flags=re.IGNORECASE)
    people = re.split(r"\s*(?:,|;|/|\||\band\b|&|\bin\s+[A-Z]\w+)\s*", byline)
    names = (" ".join(folded(person)) for person in people if len(person) <= LONGEST_BYLINE and not agency(person))
    return tuple(sorted({name for name in names if " " in name}))
