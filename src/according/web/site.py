"""What all pages share: the ledger, the reader, the guard, the templates; and how a page is answered."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Protocol, cast
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from according.errors import AccordingError
from according.export.naming import web_address
from according.matching.boards import Board, board
from according.records import Page, Record
from according.store import Ledger, Voice
from according.store.facets import Index, Wanted
from according.web.guarding import CHANGING, FORM_COOKIE, FORM_FIELD, Guard, same

MOST_BOARDS = 32
"""Boards that are kept. A guess: a hundred kilobytes each."""

FOLDER = Path(str(files("according.web")))


class Reads(Protocol):
    """What the pages need of `according.Reader`."""

    @property
    def made_by(self) -> str:
        """Release and weights, as they stand in `Record.made_by`."""
        ...

    def read_page(self, page: Page) -> Record:
        """What a page says, or ReadingError."""
        ...


def _reader() -> Reads:
    import according

    return according.Reader()


@dataclass(slots=False, kw_only=True)
class Site:
    """One server: its ledger, its guard, and the reader, which is loaded when something is to be read."""

    ledger: Ledger
    guard: Guard = field(default_factory=Guard)
    make_reader: Callable[[], Reads] = _reader
    reading: Lock = field(default_factory=Lock)
    index: Index = field(init=False)
    counted: tuple[tuple[int, ...], tuple[Voice, ...]] | None = None
    boards: dict[str, tuple[tuple[int, ...], Board]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = Index(self.ledger)

    @cached_property
    def reader(self) -> Reads:
        """The reader; it takes a second to load."""
        return self.make_reader()

    def board(self, reference: str) -> Board:
        """
        A story's board, as long as nothing was read or decided since it was made: making it reads all its reports.

        Raises:
            NotInStore: no such report, or more than one.
        """
        state = self.index.state()
        known = self.boards.get(reference)
        if known is None or known[0] != state:
            story = self.ledger.story(reference)
            records = self.ledger.records(story.reports)
            made = board(story, records, self.ledger.relations(reference), self.ledger.origins(reference))
            while len(self.boards) >= MOST_BOARDS:
                self.boards.pop(next(iter(self.boards)), None)
            self.boards[reference] = known = (state, made)
        return known[1]

    def voices(self) -> tuple[Voice, ...]:
        """Who speaks, as long as nothing was read since it was counted."""
        state = self.index.state()
        if self.counted is None or self.counted[0] != state:
            self.counted = (state, self.ledger.sources())
        return self.counted[1]

    def warm(self) -> None:
        """Make ready what the first pages would wait for; what fails is told to the first who asks for it."""
        with suppress(AccordingError):
            self.index.find(Wanted())


def site_of(request: Request) -> Site:
    """The server that a request came to."""
    return cast("Site", request.app.state.site)


def answer(request: Request, template: str, context: dict[str, object], status: int = 200) -> Response:
    """A page. With "form" in the context it may hold forms, and sets the cookie that they are made for."""
    session = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
    guard = site_of(request).guard
    known = {"request": request, "form_token": guard.form_token(session), "signed": guard.token is not None}
    page = environment().get_template(template).render({**known, **context})
    response = HTMLResponse(page, status)
    if context.get("form"):
        response.set_cookie(
            FORM_COOKIE, session, httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
    return response


async def checked_form(request: Request) -> FormData:
    """
    The form that a page of ours sent. Every change of the ledger asks here first.

    Raises:
        HTTPException: 403, it was not made for this browser by this run of the server.
    """
    assert request.method in CHANGING
    form = await request.form(max_files=1, max_fields=20, max_part_size=site_of(request).guard.max_bytes)
    session, given = request.cookies.get(FORM_COOKIE, ""), form.get(FORM_FIELD)
    if not session or not isinstance(given, str) or not same(given, site_of(request).guard.form_token(session)):
        raise HTTPException(
            403,
            "The form was made for another browser or before the server was started again; nothing was changed. "
            "Open the page once more and send it from there.",
        )
    return form


def environment() -> Environment:
    """The templates, everything in them escaped."""
    if not _made:
        made = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        made.filters.update(web=web_address, path=lambda words: quote(str(words), safe=""), whole=lambda n: f"{n:,}")
        made.globals.update(version=version("according"), static=static, now=_now)
        _made.append(made)
    return _made[0]


_made: list[Environment] = []


def static(name: str) -> str:
    """The address of one of our files, which changes with its content, so that browsers may keep it."""
    if name not in _digests:
        _digests[name] = sha256((FOLDER / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?{_digests[name]}"


_digests: dict[str, str] = {}


def _now() -> str:
    return datetime.now(UTC).date().isoformat()
