"""`/sources`: who speaks. `/source/NAME`: what one source said, in whose reports, and what persons think of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from according.errors import NotInStore, SettingsError
from according.store.facets import Wanted
from according.web.claim_lists import PER_PAGE, TITLES, facets, pages, shown_as, state_of
from according.web.site import answer, checked_form, site_of

SHARES = ("stance", "certainty", "event", "outlet", "date")
"""Facets whose counts are drawn as a source's record."""

MOST_SHARES = 6
"""Values of one that are drawn. A guess."""

MOST_VOICES = 1000
"""Sources on one page, those with most claims first; the ledger's search finds the others."""


def every(request: Request) -> Response:
    """Who speaks in the current reports, most claims first."""
    voices = site_of(request).voices()
    grades = {grade.source.casefold(): grade for grade in reversed(site_of(request).ledger.grades())}
    return answer(request, "sources.html", {"voices": voices[:MOST_VOICES], "total": len(voices), "grades": grades})


def one(request: Request) -> Response:
    """One source's page."""
    return _shown(request, request.path_params["name"], "", 200)


async def grade(request: Request) -> Response:
    """Notes the grade that a person gives to the source."""
    name = request.path_params["name"]
    sent = await checked_form(request)
    given = {field: str(sent.get(field) or "").strip()[:2000] for field in ("grade", "by", "note")}
    try:
        site_of(request).ledger.grade(name, given["grade"].upper(), by=given["by"], note=given["note"] or None)
    except SettingsError as error:
        return _shown(request, name, f"{error.found}. {error.advice}".strip(), 422)
    return RedirectResponse(f"/source/{quote(name, safe='')}", 303)


def _shown(request: Request, name: str, problem: str, status: int) -> Response:
    site = site_of(request)
    base = f"/source/{quote(name, safe='')}"
    state = state_of(request.query_params, {"source": (name,)})
    if not site.index.find(Wanted(chosen={"source": (name,)})).total:
        raise NotInStore(name, "found nobody of this name on whose word a claim rests", "See who speaks: /sources")
    found = site.index.find(state.wanted)
    numbers = pages(state, found.total)
    start = (numbers["here"] - 1) * state.per
    rows = site.index.rows(found.numbers[start : start + state.per])
    context = {
        "form": True, "name": name, "base": base, "state": state, "rows": rows, "total": found.total,
        "first": start + 1, "pages": numbers, "per_page": PER_PAGE, "shares": _shares(found.facets),
        "facets": list(facets(state, found, base, "source")), "grades": site.ledger.grades(name),
        "shown_as": shown_as, "problem": problem,
    }  # fmt: skip
    return answer(request, "source.html", context, status)


def _shares(counted: Mapping[str, Sequence[tuple[str, int]]]) -> list[tuple[str, list[tuple[str, int]], int]]:
    """(title, values with their counts, the largest count) of what is drawn as bars."""
    shown = []
    for name in SHARES:
        values = [(shown_as(name, value), count) for value, count in counted[name]][:MOST_SHARES]
        if values:
            shown.append((TITLES[name], values, max(count for _, count in values)))
    return shown
