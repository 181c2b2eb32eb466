"""Marks come out as nested elements, and the text comes back character for character."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from according.records import Span
from according.web.marking import LANED, UNSHOWN, Mark, drawn, lanes

KINDS = ("source", "cue", "content", "own", "trigger", "place", "time", "figure")


class Reader(HTMLParser):
    """The text of HTML, each character with the marks around it; fails where elements cross."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.text, self.around, self.ids, self.names = [], "", [], [], set()

    def handle_starttag(self, tag, attrs):
        assert tag == "span"
        known = dict(attrs)
        self.names |= known.keys()
        self.open.append(known.get("data-of"))
        if "id" in known:
            self.ids.append(known["id"])

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        self.text += data
        self.around += [frozenset(self.open)] * len(data)


def read(html):
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert not reader.open
    return reader


@st.composite
def marked(draw):
    text = draw(st.text(alphabet=st.sampled_from("ab <>&\"'\r\n\t\x00\x1b\x85é“”قא😀"), min_size=1, max_size=40))
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(KINDS))
        marks.append(Mark(span=Span(start=start, end=end), kind=kind, of=f"m{number}", anchor=f"t-{number}"))
    return text, marks


@given(marked())
def test_the_text_comes_back_character_for_character_and_each_stands_in_its_marks(drawing):
    text, marks = drawing
    found = read(drawn(text, marks))
    assert found.text == text.translate(UNSHOWN)
    for place in range(len(text)):
        assert found.around[place] == {m.of for m in marks if m.span.start <= place < m.span.end}
    assert sorted(found.ids) == sorted(mark.anchor for mark in marks)


@given(marked(), st.data())
def test_stretches_side_by_side_are_the_whole(drawing, data):
    text, marks = drawing
    cut = data.draw(st.integers(1, len(text)))
    spans = [Span(start=a, end=b) for a, b in ((0, cut), (cut, len(text))) if a < b]
    found = [read(drawn(text, marks, span)) for span in spans]
    assert "".join(each.text for each in found) == text.translate(UNSHOWN)
    assert sorted(i for each in found for i in each.ids) == sorted(mark.anchor for mark in marks)


@given(marked())
def test_marks_that_meet_have_lines_of_their_own_while_there_are_lines(drawing):
    _, marks = drawing
    given_lanes = lanes(marks)
    for number, mark in enumerate(marks):
        assert (given_lanes[number] is None) == (mark.kind not in LANED)
        for other in range(number):
            both = given_lanes[number] is not None and given_lanes[number] == given_lanes[other] != 3
            assert not (both and mark.span.meets(marks[other].span))


def test_a_thousand_marks_within_each_other_are_drawn():
    text = "x" * 2000
    marks = [Mark(span=Span(start=n, end=2000 - n), kind="content", of=f"c{n}") for n in range(1000)]
    assert read(drawn(text, marks)).text == text


def test_nothing_in_a_text_or_a_note_becomes_markup():
    text = "<script>alert(1)</script>"
    mark = Mark(span=Span(start=0, end=8), kind="place", note='" onmouseover="alert(1)', of='x"><b>')
    found = read(drawn(text, [mark]))
    assert found.text == text
    assert found.names == {"class", "data-of", "data-note"}


def test_an_arabic_quotation_in_an_english_report_is_drawn_from_the_right():
    text = "He wrote “لم يصب أحد بأذى” on Friday."
    start, end = text.index("“") + 1, text.index("”")
    html = str(drawn(text, [Mark(span=Span(start=start, end=end), kind="content", of="c1")]))
    assert 'dir="rtl"' in html
    assert 'dir="rtl"' not in str(drawn(text, [Mark(span=Span(start=0, end=8), kind="content")]))
