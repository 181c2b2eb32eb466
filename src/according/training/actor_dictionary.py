"""
Phoenix's dictionary of actors as a table of facts: ``python -m according.training.actor_dictionary IN.csv OUT.csv``

Input: the dictionary as a CSV with the columns name, aliases, code, country_or_org, sectors, from, to (MIT licence;
country offices from lists of rulers and of chiefs of state, made about 2011, with CAMEO's codes). Output: what
`according.grounding.actors` reads: kind (person · group · place), names, country, sectors, from, to.

Left out as noise: companies, offices that ended before 1990, the "elite" rows that only say that
somebody was not yet in office, one-word names of persons, persons of no country.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "OPP": "OPP", "COP": "COP", "JUD": "JUD", "LEG": "LEG", "PTY": "PTY",
    "SPY": "SPY", "UAF": "UAF", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "AGR": "AGR", "BUS": "BUS", "LAB": "LAB",
    "REF": "REF", "REL": "REL", "ELI": "ELI", "HLH": "MED", "MED": "JRN", "HRI": "SOC", "ENV": "SOC", "DEV": "SOC",
    "CHR": "REL", "MUS": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL",
}  # fmt: skip
"""CAMEO's codes and PLOVER's; CAMEO's codes for a ministry's business (GOVDEV) are left out beside GOV."""

COUNTRIES = {"ROM": "ROU", "TMP": "TLS", "KSV": "XKX", "KOS": "XKX", "ZAR": "COD", "SCG": "SRB", "BUR": "MMR"}
"""Codes of the dictionary that ISO 3166 writes otherwise."""

OFFICE = re.compile(
    r"""
    \b (?: PRESIDENT | CHANCELLOR | PREMIER | MINISTERS? | SECRETAR(?:Y|IES) | COMMISSIONERS? | ENVOYS? | AMBASSADORS?
      | CHIEFS? | LEADERS? | OFFICIALS? | TROOPS | SOLDIERS? | PEACEKEEPERS? | SENATORS? | SPOKES\w+ | KING | GENERAL
      | CONGRESSM[AE]N | FORCES | REPRESENTATIVES? ) \b     # AFGHAN PRESIDENT, UN ENVOY
    """,
    re.VERBOSE,
)
"""What makes a "body" of the dictionary an office or a crowd, which a phrase's own words tell better."""

BELONGING = frozenset(("PTY", "REB", "OPP", "SPY", "EDU", "JRN", "BUS", "LAB", "CRM", "SOC"))
"""Sectors of the bodies of countries that are kept; the others are persons, or words such as "senate"."""

BODIES = ("IGO", "NGO", "IMG", "UNO", "EUR")
EARLIEST = "1990-01-01"
PLACE = re.compile(r"[A-Z][A-Z' -]{3,30}")  # MAZAR-I-SHARIF; not "CONGO, REPUBLIC OF THE", nor "UAE"
Fact = tuple[str, str, str, str, str, str]


def facts(rows: list[dict[str, str]], codes: frozenset[str]) -> Iterator[Fact]:
    """
    (kind, names, country, sectors, from, to) of the rows that are kept; `codes` are ISO 3166's alpha-3 codes.

    >>> row = {"name": "ANA WOLD", "aliases": "", "code": "NORGOVMIL", "country_or_org": "NOR", "sectors": "GOV MIL"}
    >>> list(facts([{**row, "from": "2001-01-01", "to": "2003-05-31"}], frozenset({"NOR"})))
    [('person', 'ANA WOLD', 'NOR', 'GOV MIL', '2001-01-01', '2003-05-31')]
    """
    held = {row["name"] for row in rows if row["from"] and not row["sectors"].startswith("ELI")}
    for row in rows:
        country = COUNTRIES.get(row["country_or_org"], row["country_or_org"])
        if row["country_or_org"] == "MNC" or (row["to"] and row["to"] < EARLIEST) or "?" in row["from"] + row["to"]:
            continue
        if country in codes and not row["sectors"] and not row["from"]:
            yield from _places(row, country)
        elif row["sectors"].startswith("ELI"):
            if row["name"] not in held and " " in row["name"] and country in codes:
                yield "person", _names(row), country, "ELI", "", ""
        elif row["from"] or row["to"]:
            if country in codes and " " in row["name"] and (sectors := _sectors(row)):
                yield "person", _names(row), country, sectors, row["from"], row["to"]
        elif fact := _group(row, country, codes):
            yield fact


def _places(row: dict[str, str], country: str) -> Iterator[Fact]:
    names = [name for name in row["aliases"].split("|") if PLACE.fullmatch(name) and not name.startswith("THE ")]
    if names:
        yield "place", "|".join(names), country, "", "", ""


def _group(row: dict[str, str], country: str, codes: frozenset[str]) -> Fact | None:
    """A body without dates: of a country where a code says so, else of what PLOVER calls its kind."""
    sectors = _sectors(row)
    if row["file"].endswith("Countries.actors.txt") and sectors.split(" ")[0] not in BELONGING:
        return None
    belongs = next((code for code in (country, *row["sectors"].split()) if code in codes), "")
    if not belongs and country in BODIES:
        belongs = country
    if country == "NGO":
        sectors = sectors or "SOC"
    if not sectors and country not in ("IGO", "UNO", "EUR"):
        return None
    names = "|".join(name for name in _names(row).split("|") if not OFFICE.search(name))
    return ("group", names, belongs, sectors, "", "") if names else None


def _names(row: dict[str, str]) -> str:
    """The names, a bracket's abbreviation as a name of its own: ALL TRIPURA TIGER FORCE (ATTF)."""
    names: dict[str, None] = {}
    for name in (row["name"], *row["aliases"].split("|")):
        bare = " ".join(re.sub(r"\(.*?\)", " ", name).split()).removeprefix("THE ").removesuffix(", THE")
        short = re.search(r"\( ([A-Z]{3,8}) \)", name, re.VERBOSE)
        names.update(dict.fromkeys(part for part in (bare, short and short.group(1)) if part and len(part) > 2))
    return "|".join(names)


def _sectors(row: dict[str, str]) -> str:
    found = list(dict.fromkeys(SECTORS[code] for code in row["sectors"].split() if code in SECTORS))
    if found and found[0] == "GOV":
        found = ["GOV", "MIL"] if "MIL" in found else ["GOV"]
    return " ".join(found[:2])


def joined(found: Iterator[Fact]) -> list[Fact]:
    """The facts sorted, offices of one person that follow each other within 40 days made one."""
    by_key: dict[tuple[str, str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for kind, names, country, sectors, start, end in found:
        by_key[kind, names, country, sectors].append((start, end))
    out = []
    for key, spans in sorted(by_key.items()):
        merged: list[tuple[str, str]] = []
        for start, end in sorted(set(spans)):
            if merged and merged[-1][1] and start and start[:7] <= _month_after(merged[-1][1]):
                merged[-1] = (merged[-1][0], max(merged[-1][1], end) if end else "")
            else:
                merged.append((start, end))
        out += [(*key, start, end) for start, end in merged]
    return out


def _month_after(date: str) -> str:
    year, month = int(date[:4]), int(date[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02d}"


def main(source: str, target: str) -> None:
    """Rebuild the table `target` from the dictionary `source`; countries.csv stands beside the dictionary."""
    with Path(source).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with Path(source).with_name("countries.csv").open(encoding="utf-8", newline="") as file:
        codes = frozenset(row["alpha3"] for row in csv.DictReader(file)) | {"XKX"}
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "names", "country", "sectors", "from", "to"))
        writer.writerows(joined(facts(rows, codes)))


if __name__ == "__main__":
    main(*sys.argv[1:])
