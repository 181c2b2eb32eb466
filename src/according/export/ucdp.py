"""
UCDP GED's columns (version 24.1), CSV, one row a lethal event and report. Not coded by UCDP, and not its data.

Only assaults that somebody in the report puts forward as having happened, with a figure of killed, by an organised
actor. `type_of_violence`: 1 where a state's forces and an armed group or another state's forces face each other, 2
two armed groups, 3 an armed actor and civilians; other events are left out. `low`, `best`, `high` are the bounds of
the report's figure: "at least 12" is low 12, best 12 and no high; "up to 20" has only a high; of several figures the
largest, never their sum. `event_clarity` is 2 where the report calls it a running total. `date_prec` counts the days:
1 one, 2 up to six, 3 a week, 4 a month, 5 more. `where_prec`: 1 exact or a town, 2 near it, 3 district, 4 province, 5
region, 6 country; the last two without coordinates. `source_office` is the outlet, `source_original` who vouches in
its report. `priogrid_gid` is counted from the coordinates. Columns from `according_event` on are ours.

Lost: conflicts, dyads and sides as UCDP numbers and names them, adm_1 (but for provinces), adm_2, `country_id`,
`region`, the sides' own dead; that two reports tell of the same event (each is a row: never sum over reports).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor

from according.export.armed import CIVILIANS, OUTSIDE, STATE, is_armed, kind, opposed, sides
from according.export.comma_separated import write_rows
from according.export.countries import country_name
from according.export.days_known import DaysKnown, days_known
from according.export.killed import Killed, killed
from according.export.pairs import Party
from according.export.points import point
from according.export.sentences import sentence_words
from according.export.standing import happened
from according.export.tables import Value
from according.export.telling import chains, stands, vouchers
from according.export.writing import TextOut
from according.records import Place
from according.store import KeptEvent

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob", "according_event", "according_rule", "according_stands", "according_confidence",
    "according_chains", "according_sentence", "according_coded_by",
)  # fmt: skip

CODED_BY = "According, by rule; not coded by UCDP"

RULES = {
    1: "a state's forces and another armed side",
    2: "two armed groups, neither of them a state's",
    3: "an armed side and civilians",
}

WHERE_PREC = {"exact": 1, "town": 1, "vicinity": 2, "district": 3, "province": 4, "region": 5, "country": 6}

CELL_DEGREES, CELLS_AROUND = 0.5, 720
"""PRIO-GRID 2.0: cells of half a degree, numbered from 1 at the south-west corner, eastwards and then northwards."""


def write(events: Iterable[KeptEvent], out: TextOut) -> int:
    """Write lethal events of organised violence; returns how many rows."""
    return write_rows(out, COLUMNS, (row for event in events for row in _rows(event)))


def _rows(event: KeptEvent) -> Iterator[tuple[Value, ...]]:
    if event.event.type != "ASSAULT" or not happened(event):
        return
    found, deaths = violence(event), killed(event)
    if found is None or deaths is None:
        return
    number, side_a, side_b = found
    report = event.report.record.report
    known = days_known(event)
    yield (
        event.name, None, known.first.year if known and known.first.year == known.last.year else None, None, None,
        number, None, None, None, None, None, f"{side_a} - {side_b}", None, None, side_a, None, None, side_b,
        1, _article(event), report.publisher, (report.published or "")[:10], report.title, vouchers(event),
        *_where(event, event.event.place),
        2 if deaths.is_total else 1, *_days(known), *_deaths(deaths), None, None,
        event.name, RULES[number], stands(event), event.event.confidence, chains(event),
        sentence_words(event), CODED_BY,
    )  # fmt: skip


def violence(event: KeptEvent) -> tuple[int, str, str] | None:
    """(type_of_violence, side_a, side_b); None where the sides make none of UCDP's three."""
    country = event.event.place.country if event.event.place else None
    actors, recipients = sides(event)
    a = _first_armed(actors, True, country)
    if a is None:
        return None
    b = _first_armed(recipients, False, country)
    if b is not None:
        of_states = {STATE, OUTSIDE} & {a[1], b[1]}
        return ((1 if of_states else 2), a[0].name, b[0].name) if opposed(a, b) else None
    if any(kind(party, acts=False) == CIVILIANS for party in recipients):
        return 3, a[0].name, CIVILIANS
    return None


def _first_armed(parties: list[Party], acts: bool, country: str | None) -> tuple[Party, str] | None:
    for party in parties:
        found = kind(party, acts=acts, country=country)
        if found is not None and is_armed(found):
            return party, found
    return None


def _article(event: KeptEvent) -> str:
    """Outlet, day and headline in quotation marks, as UCDP writes its sources."""
    report = event.report.record.report
    parts = (report.publisher, (report.published or "")[:10], f'"{report.title}"' if report.title else None)
    return ",".join(part for part in parts if part)


def _where(event: KeptEvent, place: Place | None) -> tuple[Value, ...]:
    """where_prec to region."""
    if place is None:
        return (None,) * 12
    found = point(place, of_provinces=True)
    longitude, latitude = found or (None, None)
    words = event.place
    return (
        WHERE_PREC.get(place.precision or ""), words if found else None, words,
        words if place.precision == "province" else None, None, latitude, longitude,
        f"POINT ({longitude} {latitude})" if found else None, grid_cell(*found) if found else None,
        country_name(place.country), None, None,
    )  # fmt: skip


def grid_cell(longitude: float, latitude: float) -> int:
    """
    The number of the PRIO-GRID cell.

    >>> grid_cell(-180.0, -90.0), grid_cell(35.6, 3.1)
    (1, 134352)
    """
    row = min(floor((latitude + 90) / CELL_DEGREES), 359)
    column = min(floor((longitude + 180) / CELL_DEGREES), CELLS_AROUND - 1)
    return row * CELLS_AROUND + column + 1


def _days(known: DaysKnown | None) -> tuple[Value, Value, Value]:
    """date_prec, date_start, date_end."""
    if known is None:
        return None, None, None
    limits = ((1, 1), (6, 2), (7, 3), (31, 4))
    precision = next((code for most, code in limits if known.count <= most), 5)
    return precision, known.first.isoformat(), known.last.isoformat()


def _deaths(deaths: Killed) -> tuple[Value, ...]:
    """deaths_a to low: the sides' own dead are not told apart."""
    civilians = deaths.best if deaths.civilians else None
    unknown = None if deaths.civilians else deaths.best
    return None, None, civilians, unknown, deaths.best, deaths.high, deaths.low
