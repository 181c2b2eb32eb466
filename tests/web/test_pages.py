"""What the pages show, and that no report can say anything to the browser."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from according.records import Attribution, Claim, Entity, Record, SourceLink, Span
from according.web.marking import UNSHOWN
from according.web.reports import paragraphs
from store.example_records import TEXT, depot_record, find, report_of
from web.conftest import token_in, tree

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\x1b[2J"


def key_of(ledger, record):
    return ledger.add(record).key


def hostile_record(url):
    text = f"{HOSTILE}\n\nThe chief {HOSTILE} said that {HOSTILE} it burned.\n\nقال إن “12 شخصا” قتلوا.\n"
    source = Span(start=text.index("The chief"), end=text.index(" said"))
    content = Span(start=text.index("that"), end=text.index(".\n\nقال"))
    links = (SourceLink(), SourceLink(spans=(source,), entity="e1", identification="named"))
    return Record(
        report=report_of(text, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE, url=url, published="2024-05-03"),
        entities=(Entity(id="e1", name=HOSTILE, kind="person"),),
        attributions=(
            Attribution(
                id="a1", source=(source,), cue=(Span(start=source.end + 1, end=source.end + 5),), content=(content,),
                kind="indirect",
            ),
        ),
        claims=(Claim(id="c1", chain=links, content=(content,), attribution="a1", confidence=0.5),),
        made_by=HOSTILE,
    )  # fmt: skip


@pytest.mark.parametrize("page", ["/", "/report/{key}", "/why/{key}:c1", "/source/{source}", "/sources", "/?q=burned"])
def test_a_report_puts_no_markup_into_a_page(serve, ledger, page):
    from urllib.parse import quote

    from according.store.rows import link_name

    record = hostile_record("javascript:alert(3)")
    key = key_of(ledger, record)
    name = link_name(record, record.claims[0].chain[1])
    answer = serve().get(page.format(key=key, source=quote(name, safe="")))
    assert answer.status_code == 200
    found = tree(answer)
    assert "<script>alert(1)" in found.text  # as words
    assert [known["src"] for known in found.all("script")] == [found.all("script")[0]["src"]]
    assert not found.all("img")
    for tag, known in found.elements:
        assert not [attribute for attribute in known if attribute.startswith("on")]
        assert not (tag == "a" and known["href"].lower().startswith("javascript"))


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://bay-daily.example/a?b=1", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//evil.example/", False),
        ("vbscript:x", False),
        ("https:evil", False),
    ],
)
def test_only_addresses_of_the_web_become_links(serve, ledger, url, is_link):
    key = key_of(ledger, depot_record(url=url))
    found = tree(serve().get(f"/report/{key}"))
    assert bool([a for a in found.all("a") if "external" in a.get("rel", "")]) == is_link


def test_the_text_of_a_report_comes_back_character_for_character(browser, filled):
    for claim in filled.claims():
        report = claim.report
        text = report.record.report.text
        words = tree(browser.get(f"/report/{report.key}")).words
        assert words == [text[span.start : span.end].translate(UNSHOWN) for span in paragraphs(text)]
        assert "".join("".join(words).split()) == "".join(text.split())


def test_a_reading_shows_each_claim_beside_the_paragraph_that_it_begins_in(browser, filled):
    report = filled.report("depot.txt")
    found = tree(browser.get(f"/report/{report.key}"))
    assert [card["id"] for card in found.all("article")] == ["c1", "c2", "c3", "c4"]
    for claim in report.record.claims:
        assert found.all(id=f"t-{claim.id}")  # the words that the margin's link leads to
    assert "not named" in found.text


def test_who_is_not_named_is_told_by_form_and_word_not_by_colour_alone(browser, filled):
    report = filled.report("depot.txt")
    page = browser.get(f"/report/{report.key}").text
    assert "m source unnamed" in page
    assert "○" in page
    assert "not named" in page


def test_the_outlets_own_words_are_told_apart(browser, filled):
    report = filled.report("depot.txt")
    found = tree(browser.get(f"/report/{report.key}"))
    assert "m own" in found.all(id="t-c4")[0]["class"]
    assert "m content" in found.all(id="t-c1")[0]["class"]
    assert "own" in found.all("article", id="c4")[0]["class"].split()


def test_words_in_arabic_are_drawn_from_the_right_and_names_stand_apart(serve, ledger):
    key = key_of(ledger, hostile_record(None))
    found = tree(serve().get(f"/report/{key}"))
    assert [p["dir"] for p in found.all("p", class_="words")][-1] == "rtl"


def test_ids_are_never_used_twice(browser, filled):
    for key in {claim.report.key for claim in filled.claims()}:
        ids = [known["id"] for _, known in tree(browser.get(f"/report/{key}")).elements if "id" in known]
        assert len(ids) == len(set(ids))


def test_every_link_within_a_report_leads_somewhere(browser, filled):
    found = tree(browser.get(f"/report/{filled.report('depot.txt').key}"))
    ids = {known["id"] for _, known in found.elements if "id" in known}
    assert {a["href"][1:] for a in found.all("a") if a["href"].startswith("#")} <= ids


def test_why_shows_the_rule_the_words_and_what_lost(browser, filled):
    key = filled.report("depot.txt").key
    text = tree(browser.get(f"/why/{key}:c3")).text
    assert "attribution: cue" in text
    assert "0.93" in text


@pytest.mark.parametrize("path", ["/report/none", "/why/none:c1", "/source/Nobody", "/nothing"])
def test_what_is_not_there_is_told_with_a_way_on(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 404
    assert tree(answer).all("a", href="/")


def test_the_ledger_is_searched_narrowed_and_sorted_by_its_address(browser):
    found = tree(browser.get("/?stance=denied&q=fires"))
    assert "there was a fire" in found.text
    assert "nobody was hurt" not in found.text
    assert "1 claim " in " ".join(found.text.split())
    assert "nobody was hurt" in tree(browser.get("/?naming=unnamed")).text


def test_a_list_is_taken_away_as_csv_whole_and_guarded_against_formulas(serve, ledger):
    text = "=HYPERLINK(1), he said.\n"
    record = replace(depot_record(), claims=(), attributions=(), mentions=(), sentences=(), entities=())
    own = Claim(id="c1", chain=(SourceLink(),), content=find(text, "=HYPERLINK(1), he said."))
    ledger.add(replace(record, report=report_of(text, title="@x", published="2024-01-01"), claims=(own,)))
    answer = serve().get("/claims.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows[0]["content"] == "'=HYPERLINK(1), he said."
    assert rows[0]["title"] == "'@x"
    assert answer.headers["content-type"].startswith("text/csv")


def test_the_csv_holds_what_is_shown_in_the_same_order(browser):
    page = tree(browser.get("/?sort=-sure&naming=unnamed"))
    rows = list(csv.DictReader(io.StringIO(browser.get("/claims.csv?sort=-sure&naming=unnamed").text)))
    titles = [a["title"] for a in page.all("a") if "title" in a]
    assert [row["claim"] for row in rows] == titles
    assert rows


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=99999999999",
        "per=-1",
        "sort=%00",
        "since=yesterday",
        "date=%25",
        "more=x",
        "q=%22+AND+(",
        "source=%00",
    ],
)
def test_an_address_that_makes_no_sense_breaks_nothing(browser, query):
    assert browser.get(f"/?{query}").status_code == 200


def test_a_pasted_text_is_read_kept_and_shown(browser, filled):
    token = token_in(browser.get("/read"))
    data = {"form": token, "text": "A bridge fell.\n", "published": "2024-06-01", "publisher": "Bay Daily"}
    answer = browser.post("/read", data=data, follow_redirects=False)
    assert answer.status_code == 303
    assert "A bridge fell." in browser.get(answer.headers["location"]).text
    assert filled.report(answer.headers["location"].rpartition("/")[2]).record.report.publisher == "Bay Daily"


def test_a_file_is_read_as_its_bytes_are_and_never_by_its_name(browser, filled):
    token = token_in(browser.get("/read"))
    files = {"file": ("../../etc/passwd", TEXT.replace("two days", "three days").encode(), "text/html")}
    answer = browser.post("/read", data={"form": token}, files=files, follow_redirects=False)
    assert answer.status_code == 303
    assert filled.report(answer.headers["location"].rpartition("/")[2]).record.report.path is None


@pytest.mark.parametrize(
    ("about", "told"), [({"text": " \n"}, "nothing to read"), ({"text": "x", "published": "soon"}, "soon")]
)
def test_what_cannot_be_read_is_told_and_what_was_typed_stays(browser, about, told):
    token = token_in(browser.get("/read"))
    answer = browser.post("/read", data={"form": token, "title": "Kept", **about})
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="Kept"' in answer.text


def test_a_source_shows_what_it_said_and_takes_a_signed_grade(browser, filled):
    page = browser.get("/source/The%20Turkish%20energy%20ministry")
    assert "there was a fire" in page.text
    token = token_in(page)
    given = {"form": token, "grade": "b2", "by": "A. Nowak", "note": "twice right"}
    answer = browser.post("/source/The%20Turkish%20energy%20ministry", data=given)
    assert "twice right" in answer.text
    assert filled.grades()[0].grade == "B2"
    wrong = browser.post("/source/The%20Turkish%20energy%20ministry", data={**given, "grade": "Z9"})
    assert wrong.status_code == 422
    assert len(filled.grades()) == 1


def test_an_empty_ledger_says_what_to_do(serve, ledger):
    assert "/read" in [a["href"] for a in tree(serve().get("/")).all("a")]
