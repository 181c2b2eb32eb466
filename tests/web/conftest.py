"""A server over a small ledger, asked without a socket, by a browser that keeps cookies."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from according.store import Ledger
from according.web.application import application
from according.web.guarding import Guard
from according.web.site import Site
from cli.stub_reader import StubReader
from store.example_records import depot_record
from store.raid_record import raid_record

HERE = "http://localhost:8000"
VOID = {"meta", "link", "input", "br", "rect"}


class Tree(HTMLParser):
    """What a page holds: its elements with their attributes, and its text; fails where elements cross."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.text, self.words, self.inside = [], [], "", [], []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
            if dict(attrs).get("class") == "words":
                self.words.append("")

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.text += data
        if any(known.get("class") == "words" for _, known in self.open):
            self.words[-1] += data

    def all(self, tag=None, **wanted):
        return [
            known
            for name, known in self.elements
            if tag in (None, name) and all(known.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]


def tree(response):
    return Tree(response.text)


def token_in(page):
    """The token of a page's form."""
    return re.search(r'name="form" value="([0-9a-f]+)"', page.text)[1]


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "test.db", create=True) as made:
        yield made


@pytest.fixture
def filled(ledger):
    ledger.add(depot_record())
    ledger.add(raid_record())
    return ledger


@pytest.fixture
def serve(ledger):
    """Makes a browser for a server of this guard; the ledger is empty where `filled` is not asked for."""

    def made(**known):
        site = Site(ledger=ledger, guard=Guard(**known), make_reader=StubReader)
        return TestClient(application(site), base_url=HERE, raise_server_exceptions=False)

    return made


@pytest.fixture
def browser(serve, filled):
    return serve()
