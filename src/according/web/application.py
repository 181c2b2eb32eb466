"""
`according serve`'s application: which address is answered by which page, and what is told when that fails.

Pages that only look are plain functions and run beside each other in threads; changes are asynchronous, for they
wait for what is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from according.errors import AccordingError, NotInStore, StoreLocked
from according.web import ledger_pages, paste, reports, signing, sources, stories
from according.web.guarding import SIGN_IN, Gate, SafeHeaders, TooLargeBody
from according.web.site import FOLDER, Site, answer

ROUTES = (
    Route("/", ledger_pages.claims, name="ledger"),
    Route("/claims.csv", ledger_pages.comma_separated),
    Route("/report/{key}", reports.report, name="report"),
    Route("/why/{name}", reports.why, name="why"),
    Route("/read", paste.form, methods=["GET"], name="read"),
    Route("/read", paste.read, methods=["POST"]),
    Route("/sources", sources.every, name="sources"),
    Route("/source/{name:path}", sources.one, methods=["GET"], name="source"),
    Route("/source/{name:path}", sources.grade, methods=["POST"]),
    Route("/stories", stories.every, name="stories"),
    Route("/story/{reference}", stories.one, name="story"),
    Route(SIGN_IN, signing.form, methods=["GET"]),
    Route(SIGN_IN, signing.enter, methods=["POST"]),
    Route("/favicon.ico", lambda _: RedirectResponse("/static/according.svg")),
    Mount("/static", StaticFiles(directory=FOLDER / "static")),
)


def application(site: Site) -> ASGIApp:
    """The application of one server; the guards stand outside of all, so that errors have the headers too."""
    pages = Starlette(routes=list(ROUTES), exception_handlers=HANDLERS)
    pages.state.site = site
    return SafeHeaders(Gate(pages, site.guard))


def _refused(request: Request, error: Exception) -> Response:
    """What went wrong, in the words of the error: where, what was found, what to do."""
    assert isinstance(error, AccordingError)
    status = 404 if isinstance(error, NotInStore) else 503 if isinstance(error, StoreLocked) else 422
    context = {"status": status, "found": f"{error.where}: {error.found}.", "advice": error.advice}
    return answer(request, "problem.html", context, status)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    found = {404: "There is no such page.", 405: "This page cannot be asked that way."}.get(
        error.status_code, error.detail
    )
    return answer(
        request, "problem.html", {"status": error.status_code, "found": found, "advice": ""}, error.status_code
    )


def _large(request: Request, error: Exception) -> Response:
    return answer(request, "problem.html", {"status": 413, "found": str(error), "advice": ""}, 413)


def _unexpected(request: Request, _: Exception) -> Response:
    """Nothing of the error is shown; the server's own output has all of it."""
    found = "Something went wrong that should not; the server's output tells what."
    return answer(request, "problem.html", {"status": 500, "found": found, "advice": ""}, 500)


HANDLERS: dict[Any, Callable[[Request, Exception], Response]] = {
    AccordingError: _refused,
    HTTPException: _http,
    TooLargeBody: _large,
    Exception: _unexpected,
}
