"""A record of an invented report whose words would break a careless format: formulas, marks, other scripts."""

from __future__ import annotations

from according.records import (
    Attribution,
    Claim,
    Entity,
    Event,
    Participant,
    Place,
    Quantity,
    Record,
    Sentence,
    SourceLink,
    Span,
    Time,
)
from store.example_records import find, report_of

TEXT = (
    "=CMD() opens the line.\n\n"
    "Protesters blocked Sana Street in Aden on Friday, \u0645\u062d\u0645\u062f said: "
    "\u201cIt is\tours\\\u201d \U0001f525.\n\n"
    "@home they \u201cdeny <everything> & more\u201d; up to 20 were held in Yemen, the Red Tide party fears.\n"
)


def spans(words: str) -> tuple[Span, ...]:
    return find(TEXT, words)


ADEN = Place(
    spans=spans("Aden"), geonames_id=2, name="Aden", country="YEM", latitude=12.8, longitude=45.0, precision="town"
)
YEMEN = Place(
    spans=spans("Yemen"), geonames_id=3, name="Yemen", country="YEM", latitude=15.5, longitude=47.5, precision="country"
)
FRIDAY = Time(spans=spans("Friday"), type="DATE", value="2024-05-17", anchor="2024-05-18")


def odd_record() -> Record:
    """v1 a demonstration in a town; v2 arrests in a country, only feared; c1 a formula, c2 direct, c3 with marks."""
    narrator = SourceLink(identification="institution", relation="reported")
    speaker = SourceLink(spans=spans("\u0645\u062d\u0645\u062f"), entity="e1", identification="named")
    party = SourceLink(spans=spans("the Red Tide party"), identification="collective", count="several")
    return Record(
        report=report_of(
            TEXT, path="odd.txt", publisher='-Line "One", Ltd', title="=SUM(A1)", url='https://odd.example/a b"c>'
        ),
        sentences=tuple(Sentence(span=found, words=(), paragraph=0) for line in TEXT.split("\n\n")
                        for found in find(TEXT, line.strip())),
        entities=(Entity(id="e1", name="\u0645\u062d\u0645\u062f", kind="person"),),
        attributions=(
            Attribution(
                id="a1", source=speaker.spans, cue=spans("said"), content=spans("It is\tours\\"), kind="direct"
            ),
            Attribution(
                id="a2", source=party.spans, cue=spans("fears"), content=spans("up to 20 were held"), kind="indirect"
            ),
        ),
        events=(
            Event(id="v1", trigger=spans("blocked"), type="PROTEST", mode="obstruct", quad="material conflict",
                  actors=(Participant(spans=spans("Protesters"), country="YEM", sectors=("CVL",)),),
                  place=ADEN, time=FRIDAY, certainty="certain", confidence=0.9),
            Event(id="v2", trigger=spans("held"), type="COERCE", mode="arrest", quad="material conflict",
                  place=YEMEN, quantities=(0,), certainty="possible", confidence=0.5),
        ),
        places=(ADEN, YEMEN),
        times=(FRIDAY,),
        quantities=(Quantity(spans=spans("up to 20"), high=20, bound="at-most", measure="arrested"),),
        claims=(
            Claim(id="c1", chain=(narrator,), content=spans("=CMD() opens the line."), confidence=0.7),
            Claim(id="c2", chain=(narrator, speaker), content=spans("It is\tours\\"), attribution="a1", confidence=0.9),
            Claim(
                id="c3", chain=(narrator,), content=spans("@home they \u201cdeny <everything> & more\u201d"),
                confidence=0.6,
            ),
            Claim(id="c4", chain=(narrator, party), content=spans("up to 20 were held"), stance="feared",
                  certainty="possible", status="hypothetical", events=("v2",), attribution="a2", confidence=0.6),
            Claim(id="c5", chain=(narrator,), content=spans("Protesters blocked Sana Street in Aden on Friday"),
                  events=("v1",), confidence=0.8),
        ),
        made_by="according 1",
    )  # fmt: skip
