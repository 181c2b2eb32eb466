"""Who may ask, and what browsers are told: each promise of the issue's security section."""

from __future__ import annotations

import pytest

from according.errors import SettingsError
from according.web.application import ROUTES
from according.web.guarding import CHANGING, HEADERS
from according.web.serving import Listening, guard_of
from web.conftest import HERE, token_in, tree

TOKEN = "a-token-of-sixteen"


def listening(host="127.0.0.1", token=None):
    return Listening(host=host, port=0, token=token, db=None)


@pytest.mark.parametrize("path", ["/", "/report/none", "/nothing", "/read", "/static/according.css", "/claims.csv"])
def test_every_answer_has_the_headers_errors_too(browser, path):
    answer = browser.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_an_error_of_ours_shows_nothing_of_itself_and_has_the_headers(serve, monkeypatch):
    monkeypatch.setattr("according.store.Ledger.sources", lambda self: 1 / 0)
    answer = serve().get("/sources")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/", "/report/{key}", "/why/{key}:c1", "/read", "/sources", "/source/Reuters", "/stories"]
)
def test_no_page_needs_inline_script_or_style_or_anything_from_elsewhere(browser, filled, path):
    key = next(iter(filled.claims())).report.key
    page = tree(browser.get(path.format(key=key)))
    for tag, known in page.elements:
        assert tag != "style"
        assert not [name for name in known if name.startswith("on") or name == "style"]
        if tag in ("script", "link", "img", "iframe") or "action" in known:
            assert known.get("src", known.get("href", known.get("action"))).startswith("/")


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_it_answers_to_this_machines_names(browser, host):
    assert browser.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example:8000", "127.0.0.1.evil.example", "192.0.2.1", ""]
)
def test_it_answers_to_no_other_name(browser, host):
    answer = browser.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "According" not in answer.text


def changes():
    return [(route.path, method) for route in ROUTES if hasattr(route, "methods") for method in route.methods or ()
            if method in CHANGING]  # fmt: skip


def test_there_are_changes_to_be_guarded():
    assert {path for path, _ in changes()} == {"/read", "/source/{name:path}", "/sign-in"}


@pytest.mark.parametrize(("path", "method"), changes())
@pytest.mark.parametrize(
    ("headers", "data"),
    [
        ({}, {}),
        ({}, {"form": "0" * 64}),
        ({"origin": "https://evil.example"}, "own"),
        ({"origin": "null"}, "own"),
        ({"sec-fetch-site": "cross-site"}, "own"),
        ({"sec-fetch-site": "same-site"}, "own"),
    ],
)
def test_no_change_without_a_form_of_ours_from_a_page_of_ours(browser, filled, path, method, headers, data):
    where = path.replace("{name:path}", "Reuters")
    token = token_in(browser.get("/read"))
    given = {"form": token} if data == "own" else data
    about = {"text": "A fire.", "grade": "B2", "by": "A. Nowak", "token": "x"}
    before = len(list(filled.claims())), len(filled.grades())
    answer = browser.request(method, where, headers=headers, data=about | given, follow_redirects=False)
    assert answer.status_code == 403
    assert (len(list(filled.claims())), len(filled.grades())) == before


def test_a_form_of_another_browser_is_refused(serve):
    one = serve()
    token = token_in(one.get("/read"))
    one.cookies.clear()
    one.get("/read")
    assert one.post("/read", data={"form": token, "text": "A fire."}).status_code == 403


def test_only_this_machine_needs_no_token():
    assert guard_of(listening()).token is None
    assert guard_of(listening("::1")).token is None
    assert len(guard_of(listening("0.0.0.0")).token) >= 32
    assert guard_of(listening("192.0.2.7", TOKEN)).token == TOKEN
    with pytest.raises(SettingsError, match="16"):
        guard_of(listening("192.0.2.7", "short"))


@pytest.mark.parametrize("path", ["/", "/report/none", "/claims.csv", "/read", "/nothing"])
def test_with_a_token_nothing_is_shown_without_it(serve, filled, path):
    browser = serve(token=TOKEN)
    for headers in ({}, {"authorization": "Bearer wrong"}, {"cookie": "according-token=wrong"}):
        answer = browser.get(path, headers=headers)
        assert answer.status_code == 401
        assert "Reuters" not in answer.text


def test_a_token_is_given_by_header_or_by_form_and_kept_from_scripts(serve):
    browser = serve(token=TOKEN)
    assert browser.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    form = token_in(browser.get("/sign-in"))
    assert browser.post("/sign-in", data={"form": form, "token": "wrong"}).status_code == 401
    answer = browser.post("/sign-in", data={"form": form, "token": TOKEN}, follow_redirects=False)
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert browser.get("/").status_code == 200


def test_more_than_the_limit_is_refused_whether_or_not_its_length_is_told(serve):
    browser = serve(max_bytes=1000)
    token = token_in(browser.get("/read"))
    large = b"x" * 200_000
    assert browser.post("/read", content=large).status_code == 413
    body = f"form={token}&text=".encode() + large
    chunks = (body[start : start + 9999] for start in range(0, len(body), 9999))
    headers = {"content-type": "application/x-www-form-urlencoded", "transfer-encoding": "chunked"}
    assert browser.post("/read", content=chunks, headers=headers).status_code == 413
    answer = browser.post("/read", data={"form": token}, files={"file": ("a.txt", b"y" * 2000)})
    assert answer.status_code == 422
    assert "1,000 bytes" in answer.text


def test_a_page_from_elsewhere_cannot_read_along(browser):
    answer = browser.get("/", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_the_static_folder_shows_only_what_lies_in_it(browser):
    for path in ("/static/../site.py", "/static/%2e%2e/site.py", "/static/..%2fsite.py"):
        assert browser.get(HERE + path).status_code == 404


def test_browsers_may_keep_our_files_and_no_page(browser):
    link = tree(browser.get("/")).all("script")[0]["src"]
    assert "immutable" in browser.get(link).headers["cache-control"]
    assert browser.get("/").headers["cache-control"] == "private, no-cache"
