"""A record of an invented report with events, made by hand: a raid, aid that is planned, a denial."""

from __future__ import annotations

from according.records import (
    Attribution,
    Claim,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Quantity,
    Record,
    Sentence,
    SourceLink,
    Span,
    Step,
    Time,
)
from store.example_records import find, report_of

TEXT = (
    "NAKURU, May 16 - Gunmen killed at least six herders near Lodwar on Tuesday, a Kenyan officer said.\n"
    "\n"
    "They burned huts there. Uganda will send tents to the survivors next week.\n"
    "\n"
    "Juba denied that its soldiers crossed the border.\n"
)


def spans(words: str) -> tuple[Span, ...]:
    return find(TEXT, words)


LODWAR = Place(
    spans=spans("Lodwar"), geonames_id=1, name="Lodwar", country="KEN", latitude=3.1, longitude=35.6,
    precision="vicinity",
)  # fmt: skip
TUESDAY = Time(spans=spans("Tuesday"), type="DATE", value="2024-05-14", anchor="2024-05-16")
NEXT_WEEK = Time(spans=spans("next week"), type="DATE", value="2024-W21", anchor="2024-05-16")
SAID = spans("Gunmen killed at least six herders near Lodwar on Tuesday")
DENIED = spans("its soldiers crossed the border")


def raid_events() -> tuple[Event, ...]:
    juba = Participant(spans=spans("Juba"), entity="e3", country="SSD", sectors=("GOV",))
    officer = Participant(spans=spans("a Kenyan officer"), entity="e2", country="KEN", sectors=("MIL",))
    reason = Step(stage="events", rule="events head", field="type", value="ASSAULT", spans=spans("killed"), score=0.9)
    return (
        Event(
            id="v1", trigger=spans("killed"), type="ASSAULT", mode="firearms", quad="material conflict",
            actors=(Participant(spans=spans("Gunmen"), entity="e1", sectors=("UAF",)),),
            recipients=(Participant(spans=spans("at least six herders"), country="KEN", sectors=("CVL",)),),
            place=LODWAR, time=TUESDAY, quantities=(0,), certainty="certain", confidence=0.9,
            why=(reason,),
        ),
        Event(
            id="v2", trigger=spans("burned"), type="ASSAULT", mode="destroy", quad="material conflict",
            actors=(Participant(spans=spans("They"), entity="e1", sectors=("UAF",)),),
            place=LODWAR, time=TUESDAY, certainty="certain", inherited=("place", "time"), confidence=0.7,
        ),
        Event(
            id="v3", trigger=spans("send"), type="AID", quad="material cooperation",
            actors=(Participant(spans=spans("Uganda"), country="UGA", sectors=("GOV",)),),
            recipients=(Participant(spans=spans("the survivors")),),
            time=NEXT_WEEK, certainty="probable", status="planned", confidence=0.8,
        ),
        Event(id="v4", trigger=spans("denied"), type=None, mode="denial", actors=(juba,), certainty="certain"),
        Event(
            id="v5", trigger=spans("crossed"), type="MOBILIZE", mode="troops", quad="material conflict",
            actors=(Participant(spans=spans("its soldiers"), country="SSD", sectors=("MIL",)),),
            polarity="negative", certainty="certain", confidence=0.6,
        ),
        Event(id="v6", trigger=spans("said"), type=None, mode="statement", actors=(officer,), certainty="certain"),
    )  # fmt: skip


def raid_claims() -> tuple[Claim, ...]:
    narrator = SourceLink(identification="institution", relation="reported")
    officer_said = SourceLink(spans=spans("a Kenyan officer"), identification="unnamed", country="KEN")
    return (
        Claim(
            id="c1", chain=(narrator, officer_said), content=SAID, events=("v1",), attribution="a1", confidence=0.9
        ),
        Claim(id="c2", chain=(narrator,), content=spans("They burned huts there."), events=("v2",), confidence=0.8),
        Claim(
            id="c3", chain=(narrator,), content=spans("Uganda will send tents to the survivors next week."),
            events=("v3",), confidence=0.8,
        ),
        Claim(
            id="c4", chain=(narrator, SourceLink(spans=spans("Juba"), identification="institution", country="SSD")),
            content=DENIED, stance="denied", polarity="negative", events=("v5",), attribution="a2", confidence=0.9,
        ),
    )  # fmt: skip


def raid_record(made_by: str = "according 1", **known: object) -> Record:
    """
    v1 an assault with place, day and figure, on an officer's word; v2 by "they", its place and day inherited;
    v3 planned aid; v4 a denial; v5 what is denied; v6 the officer's speaking.
    """
    return Record(
        report=report_of(TEXT, **{"path": "raid.txt", "publisher": "Bay Daily", "published": "2024-05-16"} | known),
        sentences=tuple(
            Sentence(span=found, words=(), paragraph=0) for words in TEXT.replace("\n", ".").split(".") if words.strip()
            for found in find(TEXT, words.strip())
        ),
        entities=(
            Entity(id="e1", name="Gunmen", kind="person", sectors=("UAF",)),
            Entity(id="e2", name="a Kenyan officer", kind="person", country="KEN"),
            Entity(id="e3", name="South Sudan", kind="place", country="SSD"),
        ),
        mentions=(Mention(spans=spans("They"), kind="person", entity="e1", form="pronoun"),),
        attributions=(
            Attribution(id="a1", source=spans("a Kenyan officer"), cue=spans("said"), content=SAID, kind="indirect"),
            Attribution(id="a2", source=spans("Juba"), cue=spans("denied"), content=DENIED, kind="indirect"),
        ),
        events=raid_events(),
        places=(LODWAR,),
        times=(TUESDAY, NEXT_WEEK),
        quantities=(Quantity(spans=spans("at least six"), low=6, bound="at-least", measure="killed"),),
        claims=raid_claims(),
        made_by=made_by,
    )  # fmt: skip
