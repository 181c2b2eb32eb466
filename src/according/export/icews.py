"""
ICEWS's columns (Boschee et al., Harvard Dataverse 28075), tab-separated, with its line of column names.

One row a pair of actor and recipient. `CAMEO Code` is by the crosswalk of export/data/cameo.toml, `Event Text`
CAMEO's name of the code's root, `Intensity` Goldstein's weight of the code. `Event Date` is the first day of when it
happened. `Event ID` is our name of the event, the same for all its pairs; `Story ID` the report's; sectors are
PLOVER's codes. Only events that somebody in the report puts forward as having happened, and as news: the format
cannot say otherwise. These are not ICEWS's data, nor coded by its coder.

Lost: who says so and how surely (the last column, `According Sources`, has the chains), modes and contexts that CAMEO
has no code for, events without one (disasters, elections, legal steps), figures, days beyond the first, City and
District told apart from Province only by precision; coordinates of whole countries, provinces and regions are left
empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.export.cameo import cameo
from according.export.comma_separated import write_tabbed
from according.export.countries import country_name
from according.export.pairs import pairs
from according.export.points import point
from according.export.sentences import sentence_number
from according.export.standing import happened
from according.export.tables import Value
from according.export.telling import chains
from according.export.writing import TextOut
from according.store import KeptEvent

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "According Sources",
)  # fmt: skip

CITIES = frozenset({"exact", "vicinity", "town"})


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write the events that ICEWS could hold; returns how many rows."""
    return write_tabbed(out, COLUMNS, (row for event in events for row in _rows(event)))


def _rows(event: KeptEvent) -> Iterator[tuple[Value, ...]]:
    code = cameo(event)
    if code is None or not happened(event):
        return
    place = event.event.place
    precision = place.precision if place else None
    longitude, latitude = point(place) or (None, None)
    for actor, recipient in pairs(event):
        yield (
            event.name, event.days and event.days[0],
            actor.name, ",".join(actor.sectors), country_name(actor.country),
            code.name, code.code, code.goldstein,
            recipient.name, ",".join(recipient.sectors), country_name(recipient.country),
            event.report.key, sentence_number(event), event.report.record.report.publisher,
            event.place if precision in CITIES or precision is None else None,
            event.place if precision == "district" else None,
            event.place if precision == "province" else None,
            country_name(place.country) if place else None,
            latitude, longitude, chains(event),
        )  # fmt: skip
