from __future__ import annotations

import pytest

from according import Reader, Record, Report
from according.pipeline import understand


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def record_of(reader: Reader, text: str) -> Record:
    return understand(Report(id="0" * 64, text=text), reader.tagger, "test")


def words(record: Record, spans) -> str:
    return " ... ".join(record.report.text[span.start : span.end] for span in spans)


def chains(record: Record) -> dict[str, list[str]]:
    """Each claim's content, and the words of its links behind the narrator."""
    return {words(record, c.content): [words(record, link.spans) for link in c.chain[1:]] for c in record.claims}


def test_a_chain_runs_from_the_outlet_over_who_passes_on_to_who_vouches(reader):
    record = record_of(reader, "Radio Ndeke reported that hospital officials said eleven people had died.")
    assert ["Radio Ndeke", "hospital officials"] in chains(record).values()


def test_who_speaks_of_himself_in_his_own_quotation_is_one_link(reader):
    record = record_of(reader, 'Marten Vos, a pilot, spoke on Friday. "I think the river is too low," Vos said.')
    assert all(len(claim.chain) <= 2 for claim in record.claims)


def test_what_nobody_is_quoted_for_is_the_outlets_own(reader):
    record = record_of(reader, "Rescuers pulled six miners from the shaft near Lubumbashi on Sunday.")
    (claim,) = record.claims
    assert (len(claim.chain), claim.stance, claim.attribution) == (1, "asserted", None)


def test_an_act_of_speech_towards_somebody_is_told_by_the_outlet(reader):
    text = "On Monday Defence Minister Ana Lopes repeated her doubts to her colleague Jan Vik over the phone."
    record = record_of(reader, text)
    assert any(len(claim.chain) == 1 and "Jan Vik" in words(record, claim.content) for claim in record.claims)


def test_background_in_reported_speech_is_the_outlets_and_marked(reader):
    text = "The envoy said that the war, which has killed more than 4,000 people since March, could end this year."
    record = record_of(reader, text)
    background = [claim for claim in record.claims if claim.status == "background"]
    assert [len(claim.chain) for claim in background] == [1]


def test_the_same_words_in_quotation_marks_stay_the_speakers_own(reader):
    text = '"The war, which has killed more than 4,000 people since March, could end this year," the envoy said.'
    assert all(claim.status != "background" for claim in record_of(reader, text).claims)


def test_why_a_source_is_not_named_is_no_claim(reader):
    text = "Two officials said the port was closed, speaking on condition of anonymity because the talks were going on."
    assert [len(claim.chain) for claim in record_of(reader, text).claims] == [2]


def test_what_is_attributed_to_nobody_is_kept_as_unsourced(reader):
    record = record_of(reader, "It is believed that the gunmen fled across the border.")
    (claim,) = [claim for claim in record.claims if claim.attribution]
    assert (len(claim.chain), claim.stance) == (1, "believed")


def test_one_of_a_group_is_tied_to_the_group(reader):
    text = (
        "The dam will open on Monday, three Bolivian engineers said.\n\n"
        "One of the engineers said that the lake was full.\n"
    )
    record = record_of(reader, text)
    link = next(c.chain[-1] for c in record.claims if "the lake was full" in words(record, c.content))
    assert words(record, link.part_of) == "three Bolivian engineers"
    assert link.count == 1


def test_they_are_whoever_they_go_back_to(reader):
    text = "The dam will open on Monday, two Bolivian officials said.\n\nThey added that the lake was full.\n"
    record = record_of(reader, text)
    link = next(c.chain[-1] for c in record.claims if "the lake was full" in words(record, c.content))
    assert words(record, link.resolves_to) == "two Bolivian officials"
    assert (link.country, link.count, link.identification) == ("BOL", 2, "unnamed")


def test_every_claim_can_say_why(reader):
    text = "The army denied any part in the raid. Villagers fear more of them."
    for claim in record_of(reader, text).claims:
        assert {"stance", "certainty", "polarity"} <= {step.field for step in claim.why}


def test_a_text_without_words_gives_an_empty_record(reader):
    record = record_of(reader, "\n\n  \n")
    assert (record.claims, record.attributions, record.mentions) == ((), (), ())
