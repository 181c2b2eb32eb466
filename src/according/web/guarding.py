"""
What stands before every page: whose request it is, where it comes from, how large it is, and what browsers may do.

    Headers > Gate (host, size, origin of changes, token) > the pages

A page of somebody else that is open in the same browser is the attacker to think of: it can send requests here, by
this machine's names or, through a name server of its own, by names of its own. It cannot read our answers or forms.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
"""Content Security Policy, level 3: our own script and style files, and nothing written into a page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send "Origin: null" with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ANY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - told apart, not bound to
TOKEN_COOKIE = "according-token"
FORM_COOKIE = "according-form"
FORM_FIELD = "form"
SIGN_IN = "/sign-in"
STATIC = "/static/"
FOR_EVER = "public, max-age=31536000, immutable"

BESIDE_THE_FILE = 100_000
"""Bytes that a form may hold beside the file or text in it. A guess: its other fields are lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """
    Who may ask. `host` is the address that is bound to; `token` is None where none is needed.

    `max_bytes`: the largest report that may be sent. `secret` signs the forms of one run of the server.
    """

    host: str = LOOPBACK[0]
    token: str | None = None
    max_bytes: int = 10_000_000
    names: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def knows(self, host: str) -> bool:
        """
        Whether a Host header names this server; the port is left aside.

        Bound to all addresses it goes by any of them, and needs a token.

        >>> guard = Guard()
        >>> [guard.knows(host) for host in ("localhost:8000", "[::1]:8000", "127.0.0.1", "evil.example", "")]
        [True, True, True, False, False]
        """
        name = host_name(host)
        if name in (*LOOPBACK, self.host, *self.names):
            return True
        return self.host in ANY_ADDRESS and _is_address(name)

    def too_large(self) -> str:
        """What is told of more than may be sent."""
        return f"Too large: at most {self.max_bytes:,} bytes are read. Give the report alone."

    def form_token(self, session: str) -> str:
        """What a form must hold that was made for the browser with this cookie."""
        return hmac.new(self.secret, session.encode(), sha256).hexdigest()


def host_name(host: str) -> str:
    """
    The name in a Host header, without its port.

    >>> host_name("[::1]:8000"), host_name("LOCALHOST:80"), host_name("a b")
    ('::1', 'localhost', '')
    """
    try:
        return urlsplit(f"//{host}").hostname or "" if " " not in host and "@" not in host else ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what is bound to `host`."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class TooLargeBody(Exception):
    """More was sent than the guard lets pass."""


class SafeHeaders:
    """Adds the headers to every answer, errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", _keep(scope))
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)


def _keep(scope: Scope) -> str:
    """How long a browser may keep an answer: our own files, named with their digest, for ever; pages not unasked."""
    return FOR_EVER if scope["path"].startswith(STATIC) and scope["query_string"] else "private, no-cache"


class Gate:
    """Lets a request pass or answers it: unknown hosts, bodies too large, changes from elsewhere, no token."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        limit, received = self.guard.max_bytes + BESIDE_THE_FILE, 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise TooLargeBody(self.guard.too_large())
            return message

        await self.app(scope, counted, send)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self.guard.knows(headers.get("host", "")):
            return _plain(421, "This server does not go by that name. Use the address that `according serve` printed.")
        if scope["method"] in CHANGING:
            if not from_here(headers):
                return _plain(403, "A page from elsewhere tried to change something here; nothing was changed.")
            sent = headers.get("content-length", "0")
            if not sent.isdigit() or int(sent) > self.guard.max_bytes + BESIDE_THE_FILE:
                return _plain(413, self.guard.too_large())
        if self.guard.token is None or scope["path"].startswith(STATIC) or scope["path"] == SIGN_IN:
            return None
        return None if self._has_token(Request(scope)) else _sign_in(scope)

    def _has_token(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        kept = request.cookies.get(TOKEN_COOKIE, "")
        return any(same(one, self.guard.token or "") for one in (given, kept) if one)


def from_here(headers: Mapping[str, str]) -> bool:
    """
    Whether a browser says that the request was made by a page of this server; other programs say nothing.

    >>> from_here({"host": "localhost:8000", "origin": "http://localhost:8000"}), from_here({"host": "localhost:8000"})
    (True, True)
    >>> from_here({"host": "localhost:8000", "origin": "null"}), from_here({"host": "a", "sec-fetch-site": "same-site"})
    (False, False)
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(one.encode(), other.encode())


def _plain(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


def _sign_in(scope: Scope) -> Response:
    if scope["method"] in CHANGING:
        return _plain(401, "A token is needed: sign in again, or send it as `Authorization: Bearer TOKEN`.")
    words = f'<!doctype html><html lang="en"><title>According</title><p><a href="{SIGN_IN}">Sign in</a> with the token.'
    return Response(words, 401, {"WWW-Authenticate": "Bearer"}, "text/html")
