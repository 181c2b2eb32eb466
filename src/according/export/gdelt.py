"""
GDELT 2.0's event columns (codebook of February 2015), tab-separated, with a line of column names.

GDELT's own files have no such line: tools that read by position want `tail -n +2`. One row a pair of actor and
recipient. `EventCode` is CAMEO's by the crosswalk of export/data/cameo.toml, `GoldsteinScale` that code's weight,
`QuadClass` GDELT's own by the root. `GLOBALEVENTID` is a number made of our name of the event, never one of GDELT's.
Actors have our names and alpha-3 countries, which are CAMEO's but for a few, and CAMEO's type codes. `ActionGeo_Type`
is 1 a country, 3 or 4 a town or district (in the USA, elsewhere), 2 or 5 a province; coordinates only of towns and
districts, country codes are FIPS 10-4, as GDELT's. Only events that somebody in the report puts forward as having
happened, and as news. One report each: `NumMentions`, `NumSources` and `NumArticles` are 1. These are not GDELT's
data. The last columns, from `According_Event` on, are ours.

Lost: who says so and how surely (`According_Sources` has the chains); known groups, ethnic and religious codes, where
the actors are, `IsRootEvent`, `AvgTone`, ADM1 and ADM2 codes, feature ids; modes and contexts that CAMEO has no code
for, events without a code (disasters, elections, legal steps), figures, days beyond the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256

from according.export.cameo import actor_types, cameo
from according.export.comma_separated import write_tabbed
from according.export.countries import country, country_name
from according.export.pairs import Party, pairs
from according.export.points import point
from according.export.standing import happened
from according.export.tables import Value
from according.export.telling import chains
from according.export.writing import TextOut
from according.records import Place
from according.store import KeptEvent

ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
         "Type2Code", "Type3Code")  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in ACTOR), *(f"Actor2{name}" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in GEO), *(f"Actor2Geo_{name}" for name in GEO),
    *(f"ActionGeo_{name}" for name in GEO), "DATEADDED", "SOURCEURL",
    "According_Event", "According_Sources",
)  # fmt: skip

TYPES = {"exact": (3, 4), "vicinity": (3, 4), "town": (3, 4), "district": (3, 4), "province": (2, 5), "country": (1, 1)}
"""Precision -> ActionGeo_Type in the USA and elsewhere."""


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write the events that GDELT could hold; returns how many rows."""
    return write_tabbed(out, COLUMNS, (row for event in events for row in _rows(event)))


def _rows(event: KeptEvent) -> Iterator[tuple[Value, ...]]:
    code = cameo(event)
    if code is None or not happened(event):
        return
    day = date.fromisoformat(event.days[0]) if event.days else None
    added = datetime.fromisoformat(event.report.read_at).astimezone(UTC)
    nowhere = (None,) * len(GEO)
    for number, (actor, recipient) in enumerate(pairs(event)):
        yield (
            _id(event, number), *_date(day), *_actor(actor), *_actor(recipient),
            None, code.code, code.base, code.root, code.quad, code.goldstein, 1, 1, 1, None,
            *nowhere, *nowhere, *_geo(event, event.event.place), f"{added:%Y%m%d%H%M%S}",
            event.report.record.report.url, event.name, chains(event),
        )  # fmt: skip


def _id(event: KeptEvent, number: int) -> int:
    """A number of 18 figures out of the event's name and the pair's number; GDELT's own have ten."""
    digest = sha256(f"{event.name} {number}".encode()).digest()
    return 10**17 + int.from_bytes(digest[:8]) % (9 * 10**17)


def _date(day: date | None) -> tuple[Value, ...]:
    """SQLDATE, MonthYear, Year, FractionDate; GDELT takes a month for 30 days and a year for 365 in the last."""
    if day is None:
        return (None,) * 4
    fraction = day.year + min((day.month - 1) * 30 + day.day, 365) / 365
    return int(f"{day:%Y%m%d}"), int(f"{day:%Y%m}"), day.year, round(fraction, 4)


def _actor(party: Party) -> tuple[Value, ...]:
    types = actor_types(party.sectors)
    padded = (*types, *(None,) * (3 - len(types)))
    return ((party.country or "") + "".join(types), party.name, party.country, None, None, None, None, *padded)


def _geo(event: KeptEvent, place: Place | None) -> tuple[Value, ...]:
    """ActionGeo: type to feature id."""
    if place is None or place.precision not in TYPES:
        return (None,) * len(GEO)
    known = country(place.country)
    fips = known.fips if known else None
    longitude, latitude = point(place) or (None, None)
    outside = country_name(place.country) if place.precision != "country" else None
    name = ", ".join(part for part in (event.place, outside) if part)
    return (
        TYPES[place.precision][0 if place.country == "USA" else 1], name, fips,
        fips if place.precision == "country" else None, None, latitude, longitude, None,
    )  # fmt: skip
