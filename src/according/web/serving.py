"""Runs the server until it is stopped: the socket, the token, and what is told at the start."""

from __future__ import annotations

import secrets
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import uvicorn

from according.errors import SettingsError
from according.store import Ledger
from according.web.application import application
from according.web.guarding import Guard, is_loopback
from according.web.site import Site

SHORTEST_TOKEN = 16
"""Characters of a token, of 64 kinds: 96 bits. NIST SP 800-63B asks 64 bits of a secret that nobody remembers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where to listen, and to whom. `port` 0 takes a free one."""

    host: str
    port: int
    token: str | None
    db: Path


def guard_of(listening: Listening) -> Guard:
    """
    Who may ask: for an address that others can reach, whoever has the token, which is made where none was given.

    Raises:
        SettingsError: the token is too short for that.
    """
    token = listening.token
    if not is_loopback(listening.host):
        token = token or secrets.token_urlsafe(24)
        if len(token) < SHORTEST_TOKEN:
            found = f"found {len(token)} characters, expected at least {SHORTEST_TOKEN}"
            raise SettingsError("--token", found, "according serve --host ... # makes one and prints it")
    return Guard(host=listening.host, token=token, names=(socket.gethostname().lower(),))


def run(listening: Listening) -> None:
    """
    Serve until Ctrl-C.

    Raises:
        SettingsError: the address cannot be listened on.
        StoreError: the database cannot be used.
    """
    guard = guard_of(listening)
    with Ledger.open(listening.db, create=True) as ledger, _bound(listening) as bound:
        port = bound.getsockname()[1]
        name = f"[{listening.host}]" if ":" in listening.host else listening.host
        sys.stderr.write(f"{listening.db} at http://{name}:{port}/  (Ctrl-C stops)\n")
        if guard.token is not None and listening.token is None:
            sys.stderr.write(f"token: {guard.token}\n")
        sys.stderr.flush()
        site = Site(ledger=ledger, guard=guard)
        Thread(target=site.warm, daemon=True).start()
        config = uvicorn.Config(
            application(site),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=30,
        )
        with suppress(KeyboardInterrupt):  # Uvicorn ends in order, then hands Ctrl-C on
            uvicorn.Server(config).run(sockets=[bound])


def _bound(listening: Listening) -> socket.socket:
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((listening.host, listening.port))
        bound.listen()  # from here on whoever asks waits, and is not turned away
    except OSError as error:
        bound.close()
        where = f"{listening.host}:{listening.port}"
        raise SettingsError(where, f"cannot be listened on ({error.strerror})", "according serve --port 0") from error
    return bound
