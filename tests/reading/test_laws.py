"""What holds for every text, and not only for the cases."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from according.errors import ReadingError
from according.reading import read
from according.reading.encodings import decode
from according.records import Page
from according.settings import Settings

PAGES = Path(__file__).parent.parent / "cases" / "reading" / "pages"
OPENING = "The ferry sails again, the port's master said on Monday. "

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
news = any_text.map(lambda text: OPENING + text)


@given(news)
@patient
def test_plain_text_read_from_utf_8_is_the_file_character_for_character(text: str) -> None:
    try:
        report = read(Page(data=text.encode("utf-8")), Settings())
    except ReadingError:  # control characters, or so many marks that it is a table or a program
        return
    assert report.text == text
    assert report.id == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert report.blocks == ()


@given(news)
@patient
def test_bytes_and_their_characters_give_the_same_report(text: str) -> None:
    def outcome(data: bytes | str) -> object:
        try:
            return read(Page(data=data, path="a.txt"), Settings())
        except ReadingError as error:
            return str(error)

    assert outcome(text.encode("utf-8")) == outcome(text)


@given(any_text.filter(lambda text: not text.startswith("\ufeff")))
@patient
def test_utf_8_is_decoded_to_what_was_encoded(text: str) -> None:
    assert decode(text.encode("utf-8"), "a").text == text


@given(st.text(alphabet="abc def“”’–\n", min_size=1).map(lambda text: OPENING * 3 + text))
@example(OPENING * 3 + "–a" + "–" * 14)
@example(OPENING + "–" * 400)
@patient
def test_windows_1252_is_decoded_to_what_was_encoded(text: str) -> None:
    assert decode(text.encode("cp1252"), "a").text == text


@given(st.binary(max_size=400))
@patient
def test_bytes_of_any_kind_give_a_report_or_an_error_of_ours(data: bytes) -> None:
    try:
        report = read(Page(data=data), Settings())
    except ReadingError as error:
        where = error.where
    else:
        where = "the text given" if report.text.strip() else ""
    assert where == "the text given"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<h1>",
                "<figure>",
                "<figcaption>",
                "<br>",
                "<li>",
                "A word. ",
                "<!--",
                "-->",
                "&nbsp;",
                "<a href='/'>",
                "</a>",
                "<article>",
                "<meta charset=x>",
                "<span class='credit'>",
                "AFP",
            ]
        ),
        max_size=40,
    )
)
@settings(patient, max_examples=60)
def test_tags_in_any_order_give_a_report_or_an_error_of_ours(parts: list[str]) -> None:
    page = (
        "<html><body>"
        + "".join(parts)
        + "<p>The ferry sails again, the port's master said on Monday, and nobody was on board.</p>"
    )
    try:
        report = read(Page(data=page), Settings())
    except ReadingError:
        return
    ends = 0
    for block in report.blocks:
        assert block.span.start >= ends
        assert report.text[block.span.start : block.span.end].strip() == report.text[block.span.start : block.span.end]
        ends = block.span.end
    if report.dateline:
        assert all(span.end <= len(report.text) for span in report.dateline.spans)


@pytest.mark.parametrize("page", ["bridge.html", "message.newsml.xml", "report.ninjs3.json", "item.rss.xml"])
def test_every_page_cut_off_anywhere_gives_a_report_or_an_error_of_ours(page: str) -> None:
    data = (PAGES / page).read_bytes()
    for end in range(0, len(data), max(1, len(data) // 40)):
        try:
            report = read(Page(data=data[:end], path=page), Settings())
        except ReadingError as error:
            where = error.where
        else:
            where = report.path
        assert where == page


def test_reading_twice_gives_the_same() -> None:
    page = Page(data=(PAGES / "bridge.html").read_bytes())
    assert read(page, Settings()) == read(page, Settings())


def test_half_a_surrogate_pair_is_refused_by_its_place() -> None:
    with pytest.raises(ReadingError, match="character 58 is half of a surrogate pair"):
        read(Page(data=OPENING + "\ud800"), Settings())
