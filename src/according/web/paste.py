"""`/read`: paste a report, or give its file or its address, and see it read. It is kept in the ledger."""

from __future__ import annotations

from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from according.errors import ReadingError
from according.records import Page
from according.web.fetching import Fetcher
from according.web.site import Site, answer, checked_form, site_of

ABOUT = ("title", "publisher", "published", "url")
"""What may be told of a report beside its text."""

LONGEST = 2000
"""Characters of such a field. Longer addresses are no addresses (RFC 9110, section 4.1, asks for 8,000 of servers)."""


def form(request: Request) -> Response:
    """The form."""
    return _shown(request, {}, "", 200)


async def read(request: Request) -> Response:
    """Reads what was sent, keeps it, and leads to it; or says why it cannot be read."""
    sent = await checked_form(request)
    given = {name: str(sent.get(name) or "").strip()[:LONGEST] for name in ABOUT}
    text = str(sent.get("text") or "")
    file = sent.get("file")
    data: bytes | str = text
    if isinstance(file, UploadFile) and file.filename:
        data = await file.read()
    problem = _problem(data, given, site_of(request))
    if problem:
        return _shown(request, {**given, "text": text}, problem, 422)
    try:
        key = await run_in_threadpool(_kept, site_of(request), data, given)
    except ReadingError as error:
        return _shown(request, {**given, "text": text}, f"{error.found}. {error.advice}".strip(), 422)
    return RedirectResponse(f"/report/{key}", 303)


def _problem(data: bytes | str, given: dict[str, str], site: Site) -> str:
    """What is wrong with what was sent, "" if nothing."""
    if not data.strip() and not given["url"]:
        return "There is nothing to read: paste a report's text, choose a file, or give an address."
    if len(data) > site.guard.max_bytes:
        return site.guard.too_large()
    try:
        if given["published"]:
            datetime.fromisoformat(given["published"])
    except ValueError:
        return f"“{given['published']}” is no day: write it like 2024-05-17."
    return ""


def _kept(site: Site, data: bytes | str, given: dict[str, str]) -> str:
    """
    The key of the report, read and kept; fetched first where nothing but its address was given.

    One is read at a time: a reading takes all the cores it is given.
    """
    known = {name: value or None for name, value in given.items()}
    if not data.strip():
        fetched = Fetcher(max_bytes=site.guard.max_bytes).fetch(given["url"])
        data, known["url"] = fetched.data, fetched.url
    with site.reading:
        record = site.reader.read_page(Page(data=data, **known))
    return site.ledger.add(record).key


def _shown(request: Request, given: dict[str, str], problem: str, status: int) -> Response:
    known = {name: given.get(name, "") for name in (*ABOUT, "text")}
    limit = site_of(request).guard.max_bytes
    return answer(request, "read.html", {"form": True, "given": known, "problem": problem, "limit": limit}, status)
