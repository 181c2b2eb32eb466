"""`/`: the claims of the ledger, searched, counted and sorted. `/claims.csv`: the same list to take away."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from according.export.comma_separated import cell, quoted
from according.store.claim_rows import ClaimRow
from according.store.facets import Index, Numbers
from according.web.claim_lists import PER_PAGE, TITLES, facets, pages, shown_as, state_of
from according.web.site import answer, site_of

COLUMNS = (
    "claim", "published", "outlet", "title", "chain", "source", "source_identification", "source_country", "stance",
    "polarity", "certainty", "status", "content", "events", "confidence",
)  # fmt: skip
"""Of the CSV: what the table shows, and what is needed to find it again."""

AT_ONCE = 500
"""Claims that are fetched together for the CSV. A guess: a few hundred kilobytes."""


def claims(request: Request) -> Response:
    """The ledger's claims, a page of them."""
    state = state_of(request.query_params)
    index = site_of(request).index
    found = index.find(state.wanted)
    numbers = pages(state, found.total)
    start = (numbers["here"] - 1) * state.per
    context = {
        "state": state,
        "rows": index.rows(found.numbers[start : start + state.per]),
        "total": found.total,
        "first": start + 1,
        "facets": list(facets(state, found)),
        "pages": numbers,
        "per_page": PER_PAGE,
        "titles": TITLES,
        "shown_as": shown_as,
    }
    return answer(request, "ledger.html", context)


def comma_separated(request: Request) -> Response:
    """All claims of a list, not only those of one page, as CSV (RFC 4180; see `according.export`)."""
    index = site_of(request).index
    found = index.find(state_of(request.query_params).wanted)
    headers = {"Content-Disposition": 'attachment; filename="claims.csv"'}
    return StreamingResponse(_lines(index, found.numbers), headers=headers, media_type="text/csv; charset=utf-8")


def _lines(index: Index, numbers: Numbers) -> Iterator[str]:
    yield ",".join(COLUMNS) + "\n"
    for start in range(0, len(numbers), AT_ONCE):
        yield "".join(_line(row) for row in index.rows(numbers[start : start + AT_ONCE]))


def _line(row: ClaimRow) -> str:
    source = row.chain[-1] if row.chain and not row.is_unsourced else None
    name, kind, country = (source.name, source.identification, source.country) if source else (None, None, None)
    values = (
        row.name, row.published, row.publisher, row.title, tuple(link.name for link in row.chain), name, kind, country,
        row.stance, row.polarity, row.certainty, row.status, row.content,
        tuple(f"{event.id} {event.kind}" for event in row.events), row.confidence,
    )  # fmt: skip
    return ",".join(quoted(cell(value)) for value in values) + "\n"
