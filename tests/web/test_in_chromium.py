"""
The pages in a real browser: no finding of axe-core, nothing that the policy had to stop, and the keys at work.

Runs where Playwright (`pip install playwright`), Chromium and axe-core (`npm install axe-core`, or AXE_CORE names its
axe.min.js) are at hand.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from according.demo import reports
from according.store import Ledger
from according.web.application import application
from according.web.site import Site

playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright")
CHROMIUM = shutil.which("chromium")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium"),
    pytest.mark.skipif(not AXE.exists(), reason="no axe-core"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server over the demo's reports."""
    import uvicorn

    import according

    reader = according.Reader()
    with Ledger.open(tmp_path_factory.mktemp("web") / "demo.db", create=True) as ledger:
        for path in reports():
            ledger.add(reader.read(path))
        server = uvicorn.Server(uvicorn.Config(application(Site(ledger=ledger)), port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        key = next(iter(ledger.claims())).report.key
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", key
        server.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as started:
        yield started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


PAGES = ("/", "/?naming=unnamed", "/report/{key}", "/why/{key}:c1", "/read", "/sources", "/stories", "/story/{key}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [420, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_finding_of_axe_fits_its_width_and_stops_nothing(address, chromium, page, width, scheme):
    base, key = address
    tab = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    told = []
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.goto(base + page.format(key=key))
    assert told == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_a_report_is_read_by_keys_alone(address, chromium):
    base, key = address
    tab = chromium.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{base}/report/{key}")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.textContent") == "c1"
    assert tab.locator(".m.lit").count() > 0
    tab.keyboard.press("p")
    assert tab.is_checked("#show-place")
    tab.keyboard.press(".")
    assert tab.inner_text("#note")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "find"
    tab.keyboard.press("p")  # a letter, now that there is a field to type in
    assert tab.input_value("#find") == "p"


def test_without_javascript_the_pages_are_whole(address, chromium):
    base, key = address
    tab = chromium.new_context(java_script_enabled=False).new_page()
    tab.goto(f"{base}/report/{key}")
    assert tab.locator(".card").count() > 5
    tab.uncheck("#show-content")
    tab.check("#show-place")
    tab.goto(base + "/")
    tab.fill("#find", "fire")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/?q=fire**")
    assert tab.locator("tr.claim").count() > 0
