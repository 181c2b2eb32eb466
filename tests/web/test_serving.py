"""The command: it listens where it is told, says where, and ends when it is asked to."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

COMMAND = """
import sys, typer
from according.cli import serve
from according.errors import AccordingError
app = typer.Typer()
serve.add_to(app)
app.callback()(lambda: None)
try:
    app()
except AccordingError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def start(tmp_path):
    started = []

    def made(*options):
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "serve", "--db", "test.db", "--port", "0", *options],
            cwd=tmp_path, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield made
    for process in started:
        process.kill()
        process.communicate()


def test_it_says_where_it_is_answers_there_and_ends_at_ctrl_c(start, tmp_path):
    process = start()
    told = process.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/", told)[0]
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200
        assert "server" not in {name.lower() for name in answer.headers}
    assert (tmp_path / "test.db").exists()
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    assert "Traceback" not in process.stderr.read()


def test_where_others_can_reach_it_it_makes_a_token_and_asks_for_it(start):
    process = start("--host", "0.0.0.0")
    address = re.search(r"http://0\.0\.0\.0(:\d+/)", process.stderr.readline())[1]
    token = re.search(r"token: (\S{32,})", process.stderr.readline())[1]
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(f"http://127.0.0.1{address}")
    request = urllib.request.Request(f"http://127.0.0.1{address}", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200


def test_an_address_that_is_not_this_machines_is_told_in_a_line(start):
    process = start("--host", "192.0.2.1", "--token", "a-token-of-sixteen")
    assert process.wait(20) == 1
    told = process.stderr.read()
    assert "cannot be listened on" in told
    assert "Traceback" not in told
