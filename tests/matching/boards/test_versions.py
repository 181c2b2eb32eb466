"""Two versions of one report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from according.matching.boards import difference
from according.records import Record, Sentence, Span
from matching.boards.made import claim, count, record, source, spans

OLD = "Rebels may have taken the fort, Colonel Adeyemi said. Six men died, a medic said. Rain is expected."
NEW = "Rebels have taken the fort, the army said. Nine men died, a medic said. The road is closed."


def version(text: str, hedged: bool) -> Record:
    """The fort, the dead and the last sentence, as claims."""
    fort, deaths, last = text.rstrip(".").split(". ")
    taken, _, soldier = fort.removesuffix(" said").partition(", ")
    died, dead = deaths.partition(",")[0], 6 if "Six" in text else 9
    return record(
        text,
        "Wire",
        "2031-03-01",
        claim(
            text, 1, source(text, soldier), taken,
            certainty="possible" if hedged else "certain",
            certainty_words=spans(text, "may have") if hedged else (),
        ),
        claim(text, 2, source(text, "a medic", identification="unnamed"), died),
        claim(text, 3, None, f"{last}."),
        quantities=(count(text, died.partition(" ")[0], dead, dead),),
    )  # fmt: skip


def old() -> Record:
    return version(OLD, True)


def new() -> Record:
    return version(NEW, False)


def test_a_claim_on_another_word_and_without_its_hedge_is_one_claim_told_otherwise() -> None:
    fort = difference(old(), new()).changed[0]
    assert fort.kinds == ("re-attributed", "re-hedged")
    assert (fort.before_voice.name, fort.after_voice.name) == ("Colonel Adeyemi", "the army")
    assert (fort.before.hedges, fort.after.hedges) == ("may have", "")


def test_a_changed_figure_is_shown_with_both_numbers() -> None:
    deaths = difference(old(), new()).changed[1]
    assert (deaths.kinds, deaths.figures) == (("figure",), (("Six killed", "Nine killed"),))


def test_what_was_rewritten_throughout_is_lost_and_added() -> None:
    found = difference(old(), new())
    assert [one.words for one in found.lost] == ["Rain is expected."]
    assert [one.words for one in found.added] == ["The road is closed."]
    assert [name for name, _, _ in found.fields] == ["title"]


def test_the_same_text_read_again_differs_in_nothing() -> None:
    found = difference(old(), old())
    assert (found.added, found.lost, found.changed, found.fields, found.kept) == ((), (), (), (), 3)


def sentences(made: Record) -> Record:
    """The record with its sentences, each ending in a full stop."""
    ends = [at + 1 for at, letter in enumerate(made.report.text) if letter == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return replace(
        made,
        sentences=tuple(
            Sentence(span=Span(start=start, end=end), words=(), paragraph=0)
            for start, end in zip(starts, ends, strict=True)
        ),
    )


def test_what_is_read_otherwise_from_the_same_sentences_is_the_readers_doing() -> None:
    found = difference(sentences(version(OLD, True)), sentences(version(OLD.replace("Rain", "Snow"), False)))
    assert ([change.kinds for change in found.changed], found.reread, found.kept) == ([("reworded",)], 1, 1)


def test_a_sentence_that_names_another_source_is_not_the_same() -> None:
    before, after = OLD, OLD.replace("Colonel Adeyemi", "a general")
    found = difference(sentences(version(before, False)), sentences(version(after, False)))
    assert (found.changed[0].kinds, found.reread) == (("re-attributed",), 0)


@given(st.sampled_from([old(), new()]), st.sampled_from([old(), new()]))
def test_every_claim_is_kept_changed_lost_or_added_once(before: Record, after: Record) -> None:
    found = difference(before, after)
    assert found.kept + len(found.changed) + len(found.lost) == len(before.claims)
    assert found.kept + len(found.changed) + len(found.added) == len(after.claims)
    back = difference(after, before)
    assert {one.words for one in back.lost} == {one.words for one in found.added}
