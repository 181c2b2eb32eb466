"""A page is fetched from the open web alone, within limits of size, time and type, also after redirections."""

from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from according.errors import TooLarge, UnreadableFile
from according.web.fetching import Fetcher, resolve
from web.conftest import token_in

PAGE = b"<html><body><p>A bridge fell.</p></body></html>"


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        where = self.path.partition("?")[2]
        if self.path.startswith("/to"):
            self.send_response(302)
            self.send_header("Location", where)
            self.end_headers()
            return
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/none" else 200)
        if self.path != "/untyped":
            self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html; charset=utf-8")
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            if self.path == "/slow":
                for _ in range(40):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            self.wfile.write(b"x" * 5000 if self.path == "/large" else PAGE)
        except OSError:
            pass

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.asked = []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


NAMES = {
    "news.example": ["127.0.0.1"],
    "both.example": ["127.0.0.1", "10.0.0.5"],
    "inside.example": ["10.0.0.5"],
    "cloud.example": ["169.254.169.254"],
}


@pytest.fixture
def fetch(server):
    """Fetches with a name server of our own, to which 127.0.0.1 is the open web and all else is not."""
    port = server.server_address[1]

    def look_up(name, _):
        if name in NAMES:
            return NAMES[name]
        if name.replace(".", "").isdigit():
            return [name]
        raise OSError("no such name")

    def made(path, name="news.example", **limits):
        known = {"max_bytes": 1000, "seconds": 5.0} | limits
        fetcher = Fetcher(
            resolve=look_up, is_public=lambda each: each == "127.0.0.1", ports=frozenset({80, 443, port}), **known
        )
        return fetcher.fetch(f"http://{name}:{port}{path}" if path.startswith("/") else path)

    return made


def test_a_page_is_fetched_under_its_own_name(fetch, server):
    assert fetch("/a?b=c d").data == PAGE
    assert server.asked == [("/a?b=c%20d", f"news.example:{server.server_address[1]}")]


def test_a_redirection_is_followed_and_the_last_address_told(fetch):
    assert fetch("/to?/b").url.endswith("/b")


@pytest.mark.parametrize(
    "url",
    [
        "http://inside.example/", "http://cloud.example/latest/meta-data/", "http://both.example/",
        "http://169.254.169.254/", "http://10.0.0.5/", "http://0/", "http://2130706433/", "http://[::1]/",
        "http://nowhere.example/", "http://news.example:22/", "ftp://news.example/", "file://localhost/etc/passwd",
        "gopher://news.example/", "javascript:alert(1)", "http://user:secret@news.example/", "http://[", "",
    ],
)  # fmt: skip
def test_nothing_but_the_open_web_is_asked_directly_or_after_a_redirection(fetch, server, url):
    with pytest.raises(UnreadableFile):
        fetch(url)
    assert server.asked == []
    with pytest.raises(UnreadableFile):
        fetch(f"/to?{url}")
    assert len(server.asked) == 1  # the redirection, and nothing after it


def test_what_the_name_server_says_first_is_what_is_connected_to(server):
    port, answers = server.server_address[1], iter([["127.0.0.1"], ["10.0.0.5"]])
    fetcher = Fetcher(
        max_bytes=1000, resolve=lambda *_: next(answers), is_public=lambda each: each == "127.0.0.1",
        ports=frozenset({port}),
    )  # fmt: skip
    assert fetcher.fetch(f"http://rebinds.example:{port}/").data == PAGE
    with pytest.raises(UnreadableFile, match="open internet"):
        fetcher.fetch(f"http://rebinds.example:{port}/")


@pytest.mark.parametrize("written", ["127.1", "0x7f.1", "0177.0.0.1", "2130706433", "localhost"])
def test_loopback_is_refused_however_it_is_written(written, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("connected"))
    with pytest.raises(UnreadableFile):
        Fetcher(max_bytes=1000).fetch(f"http://{written}/")


def test_our_own_look_up_asks_the_system():
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]


def test_a_page_over_the_limit_is_refused(fetch):
    with pytest.raises(TooLarge):
        fetch("/large")


@pytest.mark.parametrize("path", ["/picture", "/untyped", "/packed", "/none", "/loop"])
def test_what_is_no_page_of_text_is_refused(fetch, path):
    with pytest.raises(UnreadableFile):
        fetch(path)


def test_a_page_that_comes_drop_by_drop_is_given_up(fetch):
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match="seconds"):
        fetch("/slow", seconds=0.5)
    assert time.monotonic() - start < 3


def test_a_server_that_never_ends_its_first_line_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]

        def drip():
            other, _ = silent.accept()
            with other:
                for _ in range(40):
                    try:
                        other.send(b"H")
                    except OSError:
                        return
                    time.sleep(0.1)

        threading.Thread(target=drip, daemon=True).start()
        fetcher = Fetcher(
            max_bytes=1000, seconds=0.5, resolve=lambda *_: ["127.0.0.1"], is_public=lambda _: True,
            ports=frozenset({port}),
        )  # fmt: skip
        start = time.monotonic()
        with pytest.raises(UnreadableFile):
            fetcher.fetch(f"http://news.example:{port}/")
        assert time.monotonic() - start < 3


def test_the_form_says_that_an_address_inside_is_not_opened(browser):
    token = token_in(browser.get("/read"))
    answer = browser.post("/read", data={"form": token, "url": "http://127.0.0.1/latest"})
    assert answer.status_code == 422
    assert "open internet" in answer.text
