"""`according serve`: the ledger as pages in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from according.cli.options import LEDGER, Database, examples, prose

EXAMPLES = examples(
    "according serve",
    "according serve --db story.db --port 8080",
    "ACCORDING_TOKEN=$(openssl rand -hex 16) according serve --host 192.0.2.7",
)

LOOPBACK = "127.0.0.1"


def add_to(app: typer.Typer) -> None:
    """Make the command one of the app's."""
    app.command(name="serve", help=prose(serve), epilog=EXAMPLES)(serve)


def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = LOOPBACK,
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="0 takes a free one.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="ACCORDING_TOKEN", metavar="TOKEN", help="What must be given to enter.", show_default=False
        ),
    ] = None,
    db: Database = LEDGER,
) -> None:
    """
    Show the ledger in a browser: claims, reports as they were read, sources, stories; and read another report.

    Only this machine can reach it, unless --host says otherwise; then a token is asked for, and one is made where none
    is given. Others can read along what is sent, the token too: put a server in front that speaks TLS. A database that
    is not there yet is made. Ctrl-C stops it. It needs the extra [web]: pip install 'according[web]'.
    """
    from importlib.util import find_spec

    from according.errors import SettingsError

    missing = [name for name in ("starlette", "jinja2", "uvicorn", "multipart") if find_spec(name) is None]
    if missing:
        raise SettingsError("according serve", f"found no {', '.join(missing)}", "pip install 'according[web]'")
    from according.web.serving import Listening, run

    run(Listening(host=host, port=port, token=token or None, db=db))
